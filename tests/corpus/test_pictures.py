import io
from pathlib import Path

import pytest
from PIL import Image

from corpus.errors import NotFound, UnreadableFile
from corpus.model import Box
from corpus.pictures import AROUND, render_page, render_part
from tests.ingest.bad_files import readable_pdf


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "rapport.pdf"
    path.write_bytes(readable_pdf(("Bredband",)))
    return path


def opened(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png)).convert("RGB")


def test_a_page_is_as_large_as_asked(report: Path) -> None:
    assert opened(render_page(report, 1, 2.0)).size == (1190, 1684)


def test_a_box_is_marked_with_a_darker_edge(report: Path) -> None:
    picture = opened(render_page(report, 1, 2.0, [Box(1, 300, 400, 340, 420)]))
    red, green, blue = picture.getpixel((640, 820))  # type: ignore[misc]  # an RGB picture has three values
    assert red > 240
    assert green > 220
    assert blue < 200
    assert picture.getpixel((598, 820)) == (206, 150, 20)
    assert picture.getpixel((500, 820)) == (255, 255, 255)


def test_a_part_is_as_wide_as_the_page_and_reaches_around_what_is_marked(report: Path) -> None:
    part = render_part(report, 1, 2.0, [Box(1, 300, 400, 340, 420), Box(1, 300, 430, 320, 440), Box(2, 0, 0, 9, 9)])
    assert (part.width, part.height) == (1190, round((40 + 2 * AROUND) * 2))
    picture = opened(part.png)
    assert picture.size == (part.width, part.height)
    assert picture.getpixel((598, 100)) == (206, 150, 20)  # The first box's left edge, below what is around it.
    whole = render_part(report, 1, 2.0, [Box(2, 0, 0, 9, 9)])
    assert (whole.width, whole.height) == (1190, 1684)
    outside = render_part(report, 1, 2.0, [Box(1, 300, 4000, 340, 4020)])
    assert (outside.width, outside.height) == (1190, 1684)
    assert render_part(report, 1, 2.0, [Box(1, 300, 0, 340, 10)]).height == (10 + AROUND) * 2


def test_boxes_of_other_pages_are_left_out(report: Path) -> None:
    assert render_page(report, 1, 1.0, [Box(2, 300, 400, 340, 420)]) == render_page(report, 1, 1.0)


def test_no_such_page_or_file(report: Path) -> None:
    with pytest.raises(NotFound, match="sidan 2"):
        render_page(report, 2, 1.0)
    with pytest.raises(NotFound):
        render_page(report.with_name("annan.pdf"), 1, 1.0)


def test_a_damaged_file(tmp_path: Path) -> None:
    path = tmp_path / "trasig.pdf"
    path.write_bytes(b"%PDF-1.7 skr\xe4p")
    with pytest.raises(UnreadableFile):
        render_page(path, 1, 1.0)


def test_a_huge_scale_is_brought_down(report: Path) -> None:
    width, height = opened(render_page(report, 1, 1000.0)).size
    assert width * height <= 16_100_000
