"""Charts that are drawn piece by piece: bars on one line, curves, the grid lines behind them, and stray labels."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from ingest.layout.content import PageContent, Rectangle, Shape
from ingest.layout.lines import Line
from ingest.layout.measures import Measures

#: How far, in points, the feet of a chart's bars and the ends of its grid lines may differ.
ALIGNED = 1.5
#: Fewest bars and grid lines that make a chart.
FEWEST_BARS = 3
FEWEST_LINES = 3
#: Points of a rectangle's outline.
RECTANGLE = 5
WHITE = 0xFFFFFF
#: Bars are at least this long and this thick, in points; over this share of the page they are backgrounds.
SMALLEST_BAR = 4.0
LARGEST_BAR = 0.3
#: Labels of an axis are set smaller than this share of the body, and a chart has at least so many.
LABEL_SIZE = 0.8
FEWEST_LABELS = 4
#: A curve is at least this wide, in points.
NARROWEST_CURVE = 72.0


def charts_of(page: PageContent) -> list[Rectangle]:
    """The places of a page's charts, grid lines included.

    Bars stand on one line (or begin at one), are equally thick, not all equally long, and hold no words: shaded cells
    do. A curve counts where grid lines lie behind it.
    """
    empty = [s.box for s in page.shapes if s.color is not None and not s.curved and _is_bar(s, page)]
    found = [
        *_bars(empty, lambda b: b.bottom, lambda b: b.width, lambda b: b.height),
        *_bars(empty, lambda b: b.x0, lambda b: b.height, lambda b: b.width),
    ]
    charts = [_with_grid(box, page) or box for box in found]
    curves = [s.box for s in page.shapes if s.curved and s.color is None and s.box.width >= NARROWEST_CURVE]
    charts += [grid for curve in curves if (grid := _with_grid(curve, page)) is not None]
    return charts


def stray_labels(lines: Sequence[Line], measures: Measures) -> list[Line]:
    """Lines of a page that say nothing: nothing but signs in a row, or the small numbers of a chart's axes.

    Args:
        lines: lines that stand in no table, picture or note.
        measures: what is normal in the document.
    """
    signs = [line for line in lines if len(line.text) > 1 and not any(c.isalnum() for c in line.text)]
    small = LABEL_SIZE * measures.body_size
    labels = [line for line in lines if line.size < small and line not in signs and _is_number(line.text)]
    return [*signs, *(labels if len(labels) >= FEWEST_LABELS else [])]


def _is_number(text: str) -> bool:
    return not any(c.isalpha() for c in text)


def _is_bar(shape: Shape, page: PageContent) -> bool:
    box = shape.box
    if shape.points > RECTANGLE or shape.color == WHITE or min(box.width, box.height) < SMALLEST_BAR:
        return False
    if box.width * box.height > LARGEST_BAR * page.width * page.height:
        return False
    return not any(box.holds((w.x0 + w.x1) / 2, (w.top + w.bottom) / 2) for w in page.words)


def _bars(
    boxes: Sequence[Rectangle],
    foot: Callable[[Rectangle], float],
    thickness: Callable[[Rectangle], float],
    length: Callable[[Rectangle], float],
) -> list[Rectangle]:
    """What groups of bars take up, given how to read where they stand, how thick and how long they are."""
    found = []
    groups: list[list[Rectangle]] = []
    for box in sorted(boxes, key=lambda b: (foot(b), thickness(b), b.x0, b.top)):
        last = groups[-1][-1] if groups else None
        if last is not None and foot(box) - foot(last) < ALIGNED and abs(thickness(box) - thickness(last)) < ALIGNED:
            groups[-1].append(box)
        else:
            groups.append([box])
    for group in groups:
        lengths = [length(box) for box in group]
        if len(group) >= FEWEST_BARS and max(lengths) - min(lengths) > ALIGNED:
            found.append(_around(group))
    return found


def _with_grid(box: Rectangle, page: PageContent) -> Rectangle | None:
    """A drawing with the evenly spaced grid lines of one length behind it; None where there are none."""
    lines = [r for r in page.rulings if r.width > r.height and r.x0 < box.x0 + ALIGNED and r.x1 > box.x1 - ALIGNED]
    for first in lines:
        alike = [r for r in lines if abs(r.x0 - first.x0) < ALIGNED and abs(r.x1 - first.x1) < ALIGNED]
        heights = sorted({round(r.top, 1) for r in alike})
        steps = [b - a for a, b in pairwise(heights)]
        meets = heights[0] - ALIGNED < box.bottom and box.top < heights[-1] + ALIGNED
        if len(heights) >= FEWEST_LINES and max(steps) - min(steps) < ALIGNED and meets:
            return box.union(_around(alike))
    return None


def _around(boxes: Sequence[Rectangle]) -> Rectangle:
    return Rectangle(
        min(b.x0 for b in boxes), min(b.top for b in boxes), max(b.x1 for b in boxes), max(b.bottom for b in boxes)
    )
