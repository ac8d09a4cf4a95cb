"""The labels that a PDF gives its pages ("iv", "7"), through pdfminer: pdfium ends the process on absurd ones."""

import io
from itertools import islice

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfparser import PDFParser

from ingest.formats.pdf.tags import BROKEN

#: Longer labels are no page numbers.
LONGEST = 40


def page_labels(content: bytes, count: int) -> tuple[str | None, ...]:
    """A label for each of a file's pages; None where it gives none, or none that can be read."""
    try:
        document = PDFDocument(PDFParser(io.BytesIO(content)))
        found = [label.strip() for label in islice(document.get_page_labels(), count)]
    except BROKEN:
        found = []
    labels = [label if 0 < len(label) <= LONGEST else None for label in found]
    return (*labels, *[None] * (count - len(labels)))
