"""Status symbols that are drawn instead of written: dots, diamonds and squares in a table's cells."""

import colorsys
from collections.abc import Sequence

from ingest.layout.content import Rectangle, Shape, Style, Word

#: Sizes in points between which a drawn shape is a symbol.
SMALLEST = 4.0
LARGEST = 22.0
#: Hues, in degrees, up to which a colour has its name.
HUES = ((15, "röd"), (42, "orange"), (70, "gul"), (165, "grön"), (260, "blå"), (330, "lila"), (361, "röd"))
PALE = 0.12


def drawn_symbol(shapes: Sequence[Shape], cell: Rectangle) -> Word | None:
    """The symbol that is drawn in a cell without words, as a word such as "● (grön)".

    Args:
        shapes: the page's painted shapes.
        cell: the cell.

    Returns:
        None where nothing, or more than a symbol, is drawn in the cell.
    """
    inside = [
        s
        for s in shapes
        if s.color is not None
        and SMALLEST <= s.box.width <= LARGEST
        and SMALLEST <= s.box.height <= LARGEST
        and max(s.box.width, s.box.height) < 1.6 * min(s.box.width, s.box.height)
        and cell.holds((s.box.x0 + s.box.x1) / 2, (s.box.top + s.box.bottom) / 2)
        and (s.box.width < 0.8 * cell.width or s.box.height < 0.8 * cell.height)
    ]
    if not 1 <= len(inside) <= 2:
        return None
    shape = max(inside, key=lambda s: s.box.width * s.box.height)
    color = shape.color if shape.color is not None else 0
    name = color_name(color)
    text = f"{_figure(shape)} ({name})" if name else _figure(shape)
    box = shape.box
    style = Style("", round(box.height, 1), bold=False, italic=False, color=color)
    return Word(text, box.x0, box.top, box.x1, box.bottom, box.bottom - 0.22 * style.size, style)


def color_name(color: int) -> str | None:
    """The Swedish name of a colour 0xRRGGBB; None for white."""
    red, green, blue = color >> 16 & 0xFF, color >> 8 & 0xFF, color & 0xFF
    hue, light, saturation = colorsys.rgb_to_hls(red / 255, green / 255, blue / 255)
    if light > 1 - PALE and saturation < 0.5:
        return None
    if saturation < PALE or light < PALE:
        return "svart" if light < 0.25 else "grå"
    return next(name for limit, name in HUES if hue * 360 < limit)


def _figure(shape: Shape) -> str:
    """The character that a shape looks like; a triangle has three sides, a square four."""
    if shape.curved:
        return "●"
    return "▲" if shape.points <= 4 else "■"
