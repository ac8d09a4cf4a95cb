"""The exact second way: a page through pdfplumber, where pdfium fails."""

import io
import re
from contextlib import suppress

import pdfplumber
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from ingest.formats.pdf import objects
from ingest.formats.pdf.strings import without_controls
from ingest.layout.content import PageContent, Rectangle, Style, Word
from ingest.layout.symbols import plain_character

#: What pdfplumber raises on a broken file.
BROKEN = (*objects.BROKEN, MalformedPDFException, PdfminerException)
#: How pdfminer writes a glyph of which nobody knows what character it is.
UNKNOWN_GLYPH = re.compile(r"\(cid:\d+\)")


class FallbackReader:
    """Reads single pages through pdfplumber; opens the file when it is first needed."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._pdf: pdfplumber.PDF | None = None
        self._failed = False

    def read(self, index: int) -> PageContent | None:
        """A page, counted from 0; None where this way fails too."""
        try:
            if self._pdf is None and not self._failed:
                self._pdf = self._opened()
            return None if self._pdf is None else _page(self._pdf.pages[index], index)
        except BROKEN:
            self._failed = self._pdf is None
            return None

    def _opened(self) -> pdfplumber.PDF | None:
        found = objects.objects_of(self._content)
        self._failed = found is None or found.has_circle()
        return None if self._failed else pdfplumber.open(io.BytesIO(self._content))

    def close(self) -> None:
        """Let the file go."""
        # pdfplumber's own closing reads the pages again, which a broken file does not survive.
        with suppress(*BROKEN):
            if self._pdf is not None:
                self._pdf.close()


def _page(page: pdfplumber.page.Page, index: int) -> PageContent:
    found = page.extract_words(
        keep_blank_chars=False, use_text_flow=True, extra_attrs=["fontname", "size"], x_tolerance_ratio=0.15
    )
    words = tuple(word for word in map(_word, found) if word.text)
    rulings = tuple(Rectangle(float(e["x0"]), float(e["top"]), float(e["x1"]), float(e["bottom"])) for e in page.edges)
    images = tuple(Rectangle(float(i["x0"]), float(i["top"]), float(i["x1"]), float(i["bottom"])) for i in page.images)
    count = sum(1 for c in page.chars if c["text"].strip())
    return PageContent(
        index + 1,
        float(page.width),
        float(page.height),
        words,
        rulings,
        (),
        images,
        count,
        without_controls(UNKNOWN_GLYPH.sub("", page.extract_text() or "")),
    )


def _word(entry: dict[str, object]) -> Word:
    font = str(entry["fontname"]).split("+", 1)[-1]
    size = round(float(str(entry["size"])), 1)
    lowered = font.lower()
    style = Style(font, size, "bold" in lowered or "black" in lowered, "italic" in lowered or "obli" in lowered, 0)
    x0, top, x1, bottom = (float(str(entry[key])) for key in ("x0", "top", "x1", "bottom"))
    text = "".join(plain_character(ord(c), font) for c in UNKNOWN_GLYPH.sub("", str(entry["text"])))
    return Word(text, x0, top, x1, bottom, bottom - 0.22 * size, style, upright=bool(entry["upright"]))
