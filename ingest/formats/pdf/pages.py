"""One page of a PDF through pdfium: its words, drawings and its own text."""

import re

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from ingest.formats.pdf.characters import CharacterReader
from ingest.formats.pdf.frames import frame_of
from ingest.formats.pdf.graphics import drawings_of
from ingest.formats.pdf.strings import without_controls
from ingest.layout.content import PageContent

LINE_END_HYPHEN = re.compile("[\x02\ufffe](?:\r?\n)?")
SOFT_HYPHEN_AT_END = re.compile("\u00ad[ \t]*(?:\r?\n|$)")


class PageReader:
    """Reads the pages of one open document, one at a time."""

    def __init__(self, document: pdfium.PdfDocument) -> None:
        self._document = document
        self._characters = CharacterReader()

    def read(self, index: int) -> PageContent:
        """Read a page, counted from 0.

        Raises:
            pypdfium2.PdfiumError: the page cannot be loaded.
        """
        page = self._document[index]
        try:
            text = page.get_textpage()
            try:
                frame = frame_of(page)
                words, count = self._characters.words(text, frame)
                drawings = drawings_of(page, frame)
                plain = own_text(text)
            finally:
                text.close()
        finally:
            page.close()
        return PageContent(
            number=index + 1,
            width=frame.width,
            height=frame.height,
            words=tuple(words),
            rulings=tuple(drawings.rulings),
            shapes=tuple(drawings.shapes),
            images=tuple(drawings.images),
            characters=count,
            text=plain,
        )


def own_text(text: pdfium.PdfTextPage) -> str:
    """The page's text as pdfium itself gives it, for the verification of quotes.

    A line that ended with a hyphen, of which pdfium hides the hyphen and the line's end, ends with "-" and a newline.
    """
    count = raw.FPDFText_CountChars(text.raw)
    plain = str(text.get_text_range()) if count > 0 else ""
    plain = LINE_END_HYPHEN.sub("-\n", plain)
    plain = SOFT_HYPHEN_AT_END.sub("-\n", plain).replace("\u00ad", "").replace("\r\n", "\n").replace("\r", "\n")
    return without_controls(plain)
