"""What is drawn on a page."""

import pypdfium2 as pdfium
import pytest

from ingest.formats.pdf.pages import PageReader
from tests.ingest.bad_files import pdf

#: A circle of 9 points across, as the path that clips what is painted after it.
CIRCLE = (
    b"309 704.5 m 309 707 307 709 304.5 709 c 302 709 300 707 300 704.5 c "
    b"300 702 302 700 304.5 700 c 307 700 309 702 309 704.5 c W n"
)
SQUARE = b"300 700 9 9 re W n"


@pytest.mark.parametrize(("clip", "curved"), [(CIRCLE, True), (SQUARE, False)])
def test_a_square_that_a_circle_clips_is_a_dot(clip: bytes, curved: bool) -> None:
    content = b"q %s 0.2 0.5 0.3 rg 300 700 9 9 re f Q" % clip
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
    ]
    document = pdfium.PdfDocument(pdf(objects))
    try:
        (shape,) = PageReader(document).read(0).shapes
    finally:
        document.close()
    assert (shape.curved, shape.color) == (curved, 0x33804D)
