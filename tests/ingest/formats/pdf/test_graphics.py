"""What is drawn on a page."""

import pypdfium2 as pdfium
import pytest

from ingest.formats.pdf.pages import PageReader
from ingest.layout.content import Shape
from tests.ingest.bad_files import pdf

#: A circle of 9 points across, as the path that clips what is painted after it.
CIRCLE = (
    b"309 704.5 m 309 707 307 709 304.5 709 c 302 709 300 707 300 704.5 c "
    b"300 702 302 700 304.5 700 c 307 700 309 702 309 704.5 c W n"
)
SQUARE = b"300 700 9 9 re W n"


def shapes_of(content: bytes) -> tuple[Shape, ...]:
    """What is drawn on a page of this content."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
    ]
    document = pdfium.PdfDocument(pdf(objects))
    try:
        return PageReader(document).read(0).shapes
    finally:
        document.close()


@pytest.mark.parametrize(("clip", "curved"), [(CIRCLE, True), (SQUARE, False)])
def test_a_square_that_a_circle_clips_is_a_dot(clip: bytes, curved: bool) -> None:
    (shape,) = shapes_of(b"q %s 0.2 0.5 0.3 rg 300 700 9 9 re f Q" % clip)
    assert (shape.curved, shape.color) == (curved, 0x33804D)


CURVE = b"50 500 m 200 600 300 700 500 500 c S"


@pytest.mark.parametrize(
    ("clips", "across"),
    [
        (b"", (50, 500)),
        (b"300 400 150 300 re W n ", (300, 450)),
        (b"300 400 150 300 re W n 100 400 240 300 re W n ", (300, 340)),
    ],
)
def test_a_curve_is_where_its_clips_show_it(clips: bytes, across: tuple[float, float]) -> None:
    (shape,) = shapes_of(b"q %s%s Q" % (clips, CURVE))
    assert (shape.box.x0, shape.box.x1) == pytest.approx(across, abs=2)


def test_a_curve_that_its_clip_hides_is_not_drawn() -> None:
    assert shapes_of(b"q 520 400 40 40 re W n %s Q" % CURVE) == ()
