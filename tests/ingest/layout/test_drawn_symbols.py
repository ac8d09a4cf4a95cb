import pytest

from ingest.layout.content import Rectangle, Shape
from ingest.layout.drawn_symbols import color_name, drawn_symbol

CELL = Rectangle(100, 100, 160, 120)


@pytest.mark.parametrize(
    ("color", "name"),
    [
        (0xFF0000, "röd"),
        (0xC00000, "röd"),
        (0xFFC000, "gul"),
        (0xFF8000, "orange"),
        (0x00B050, "grön"),
        (0x92D050, "grön"),
        (0x0070C0, "blå"),
        (0x808080, "grå"),
        (0x000000, "svart"),
        (0xFFFFFF, None),
    ],
)
def test_colours_have_their_swedish_names(color: int, name: str | None) -> None:
    assert color_name(color) == name


def test_a_coloured_dot_is_a_symbol() -> None:
    dot = Shape(Rectangle(125, 105, 135, 115), 0x00B050, curved=True, points=5)
    symbol = drawn_symbol([dot], CELL)
    assert symbol is not None
    assert symbol.text == "● (grön)"


def test_the_shade_of_a_cell_is_no_symbol() -> None:
    assert drawn_symbol([Shape(CELL, 0xDDDDDD, curved=False, points=5)], CELL) is None


def test_a_dot_elsewhere_is_no_symbol_of_this_cell() -> None:
    dot = Shape(Rectangle(225, 105, 235, 115), 0x00B050, curved=True, points=5)
    assert drawn_symbol([dot], CELL) is None
