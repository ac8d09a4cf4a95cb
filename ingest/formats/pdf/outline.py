"""A document's bookmarks, guarded against loops and endless outlines."""

import itertools
import re

import pypdfium2 as pdfium

from ingest.formats.pdf.strings import bookmark_title
from ingest.layout.content import Bookmark

MOST_BOOKMARKS = 5000
DEEPEST = 12


def bookmarks_of(document: pdfium.PdfDocument) -> tuple[Bookmark, ...]:
    """The outline in order, levels counted from 1; empty where it cannot be read."""
    found: list[Bookmark] = []
    try:
        for entry in itertools.islice(document.get_toc(max_depth=DEEPEST), MOST_BOOKMARKS):
            title = re.sub(r"[\s\x00-\x1f]+", " ", bookmark_title(entry) or "").strip()
            target = entry.get_dest()
            page = target.get_index() if target else None
            if title:
                found.append(Bookmark(title, entry.level + 1, None if page is None else page + 1))
    except (pdfium.PdfiumError, ValueError, UnicodeError):
        return tuple(found)
    return tuple(found)
