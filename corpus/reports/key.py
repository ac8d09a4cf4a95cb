"""The key: what is true in the sample reports, with the words and the page where it stands."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium

from corpus.reports.pdf import squeeze

KEYS = Path(__file__).parent / "key"

# The lists of a report's key whose entries each carry a quote and a page.
QUOTED = ("figures", "projects", "commitments")


@dataclass(frozen=True, slots=True)
class Entry:
    """One quoted truth of a report: which list it stands in, its id, its words and its page."""

    kind: str
    id: str
    quote: str
    page: int | None


def read_key(path: Path) -> dict[str, Any]:
    """One key file as it stands; its fields are described in `README.md` beside it."""
    loaded: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return loaded


def entries(key: dict[str, Any]) -> list[Entry]:
    """Every quoted entry of a report's key."""
    return [Entry(kind, item["id"], item["quote"], item.get("page")) for kind in QUOTED for item in key[kind]]


def page_texts(path: Path) -> list[str]:
    """Each page's text, as pdfium reads it."""
    document = pdfium.PdfDocument(path)
    texts = []
    for page in document:
        texts.append(page.get_textpage().get_text_bounded())
        page.close()
    document.close()
    return texts


def page_of(quote: str, pages: list[str]) -> int | None:
    """The first page, counted from 1, that holds the quote; line breaks and hyphens are free."""
    wanted = squeeze(quote)
    return next((i for i, page in enumerate(pages, 1) if wanted in squeeze(page)), None)


def refresh_pages(path: Path, made: Path) -> list[str]:
    """Set every page in a key to where its quote stands now, and the number of pages.

    Returns:
        The ids whose quote stands on no page.
    """
    key = read_key(path)
    pages = page_texts(made) if made.suffix == ".pdf" else None
    key["report"]["pages"] = len(pages) if pages is not None else None
    lost = []
    for kind in QUOTED:
        for item in key[kind]:
            item["page"] = page_of(item["quote"], pages) if pages is not None else None
            if pages is not None and item["page"] is None:
                lost.append(item["id"])
    path.write_text(json.dumps(key, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return lost
