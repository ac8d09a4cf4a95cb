"""Pictures with text told from pictures without."""

import random

import pytest
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from ingest.ocr.written import looks_written, written_pieces

WORDS = "Nämnden har under året byggt vägar och broar i hela länet".split()


def picture_of_text(size: int, lines: int, ink: int = 20, paper: int = 250) -> Image.Image:
    """Lines of words, type `size` dots high."""
    picture = Image.new("L", (480, lines * size * 2 + 20), paper)
    draw, font = ImageDraw.Draw(picture), ImageFont.load_default(size)
    for number in range(lines):
        words = [WORDS[(number + at) % len(WORDS)] for at in range(9)]
        draw.text((10, 10 + number * 2 * size), " ".join(words), fill=ink, font=font)
    return picture


def photograph() -> Image.Image:
    """Soft shapes of all shades."""
    draw = random.Random(4)
    picture = Image.new("L", (480, 400), 120)
    painter = ImageDraw.Draw(picture)
    for _ in range(300):
        x, y, r = draw.randrange(480), draw.randrange(400), draw.randrange(5, 60)
        painter.ellipse((x - r, y - r, x + r, y + r), fill=draw.randrange(256))
    return picture.filter(ImageFilter.GaussianBlur(2))


def chart() -> Image.Image:
    """Bars, grid lines and a few labels."""
    picture = Image.new("L", (480, 400), 255)
    painter = ImageDraw.Draw(picture)
    for y in range(40, 360, 40):
        painter.line((30, y, 470, y), fill=180)
        painter.text((5, y - 5), str(400 - y), fill=0, font=ImageFont.load_default(9))
    for number, x in enumerate(range(40, 460, 30)):
        painter.rectangle((x, 350 - 20 * (number % 9), x + 18, 360), fill=60)
    return picture


@pytest.mark.parametrize("size", [10, 12, 14])
def test_a_page_of_text_is_written(size: int) -> None:
    assert looks_written(picture_of_text(size, 12))


def test_so_is_white_text_in_dark_cells() -> None:
    assert looks_written(picture_of_text(12, 10, ink=255, paper=60))


@pytest.mark.parametrize("make", [photograph, chart, lambda: Image.new("L", (480, 400), 230)])
def test_photographs_charts_and_plain_areas_are_not(make: object) -> None:
    assert callable(make)
    assert not looks_written(make())


def test_a_line_of_text_alone_is_not_enough() -> None:
    assert 0 < written_pieces(picture_of_text(12, 1)) < 12
    assert not looks_written(picture_of_text(12, 1))


def test_nor_are_letters_of_a_sign() -> None:
    assert written_pieces(picture_of_text(40, 8)) == 0


@pytest.mark.parametrize("size", [(1, 1), (1, 300), (300, 1)])
def test_the_smallest_pictures_hold_nothing(size: tuple[int, int]) -> None:
    assert not looks_written(Image.new("L", size))
