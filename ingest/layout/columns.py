"""Reading order: areas of a page that stand side by side are read one after the other.

A gutter is a white stripe with text on both sides at the same heights. Whatever crosses it parts the page into bands;
within a band the left side is read before the right. Labels beside texts (forms, glossaries) are rows, not columns.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Generic, Protocol, TypeVar


class Boxed(Protocol):
    """Anything with a box in points from the page's top left corner."""

    @property
    def x0(self) -> float: ...  # noqa: D102
    @property
    def top(self) -> float: ...  # noqa: D102
    @property
    def x1(self) -> float: ...  # noqa: D102
    @property
    def bottom(self) -> float: ...  # noqa: D102
    @property
    def is_label(self) -> bool: ...  # noqa: D102


Item = TypeVar("Item", bound=Boxed)
#: Narrowest white stripe, in points, that parts columns; word spaces of justified text stay under it at body sizes.
NARROWEST_GUTTER = 6.0
#: Columns hold running text from this width, in points, and this share of their height filled with lines.
NARROWEST_COLUMN = 70.0
FILLED = 0.45
#: Height that both sides share, in points, from which a gutter counts: about three lines.
SHARED_HEIGHT = 26.0
#: Share of the left side's things that end with a colon, from which they are labels.
LABELLED = 0.6
#: A name stands at most so many of its heights above what it names.
NAME_ABOVE = 1.5
MOST_NAMES = 3
#: A line this many times taller than the usual one is a heading.
SPANNING = 1.18
#: Share of the height of what crosses a gutter that its columns must have: pages are half full of wide tables.
LEAST_SHARE = 0.1
#: A page with more white stripes is strewn with words, such as a map's: no columns are looked for, as the search takes
#: time for every stripe. Pages of the 79 development files have at most 34.
MOST_STRIPES = 100


@dataclass(frozen=True, slots=True)
class Flow(Generic[Item]):
    """Things that are read from top to bottom, in one column. `left` and `right` are the column's edges."""

    items: tuple[Item, ...]
    left: float
    right: float


def reading_order(items: Sequence[Item]) -> list[Flow[Item]]:
    """Part the things on a page into flows, in reading order."""
    return _split(list(items), 0)


def _split(items: list[Item], depth: int) -> list[Flow[Item]]:
    if not items:
        return []
    gutter = _gutter(items) if depth < 6 and len(items) > 3 else None
    if gutter is None:
        ordered = sorted(items, key=lambda one: (one.top, one.x0))
        return [Flow(tuple(_labelled(_rows(ordered))), min(i.x0 for i in items), max(i.x1 for i in items))]
    flows: list[Flow[Item]] = []
    for band in _bands(items, gutter):
        left = [one for one in band if one.x1 <= gutter]
        right = [one for one in band if one.x0 >= gutter]
        if left and right and len(left) + len(right) == len(band):
            flows += _split(left, depth + 1) + _split(right, depth + 1)
        elif band:
            flows += _split(band, depth + 1) if len(band) < len(items) else _split(band, 99)
    return flows


def _rows(ordered: list[Item]) -> list[Item]:
    """Things on one row from left to right."""
    rows: list[list[Item]] = []
    for one in ordered:
        if rows and one.top < rows[-1][0].top + 0.5 * (rows[-1][0].bottom - rows[-1][0].top):
            rows[-1].append(one)
        else:
            rows.append([one])
    return [one for row in rows for one in sorted(row, key=lambda i: i.x0)]


def _labelled(rows: list[Item]) -> list[Item]:
    """Texts beside labels of several lines, each after its whole label: a label's lines are read in one go."""
    ordered: list[Item] = []
    waiting: list[Item] = []
    for one in rows:
        label = ordered[-1] if ordered and not waiting else None
        if waiting and one.x1 < waiting[0].x0 - NARROWEST_GUTTER and _is_next_line(ordered[-1], one):
            ordered.append(one)
        elif label is not None and one.x0 > label.x1 + NARROWEST_GUTTER and abs(one.top - label.top) < 3:
            waiting = [one]
        elif waiting and abs(one.x0 - waiting[0].x0) < 2 and one.top < ordered[-1].bottom + 3:
            waiting.append(one)
        else:
            ordered += [*waiting, one]
            waiting = []
    return ordered + waiting


def _is_next_line(label: Boxed, one: Boxed) -> bool:
    return not label.is_label and abs(one.x0 - label.x0) < 2 and one.top - label.top < 1.7 * (label.bottom - label.top)


def _gutter(items: list[Item]) -> float | None:
    """The middle of the best white stripe, or None where the things stand in one column."""
    best, at = -10_000.0, None
    for middle in _stripes(items):
        pairs = [pair for band in _bands(items, middle) if (pair := _sides(band, middle)) is not None]
        shared = sum(_shared(left, right) for left, right in pairs)
        crossing = sum(i.bottom - i.top for i in items if i.x0 < middle < i.x1)
        if shared < SHARED_HEIGHT or shared < LEAST_SHARE * crossing:
            continue
        if shared - crossing > best and _are_columns(pairs):
            best, at = shared - crossing, middle
    return at


def _stripes(items: list[Item]) -> list[float]:
    """Middles of gaps between right edges and the next left edges, wherever two things stand side by side."""
    edges = sorted({round(one.x0, 1) for one in items})
    middles = set()
    for x1 in sorted({round(one.x1, 1) for one in items}):
        following = next((x0 for x0 in edges if x0 >= x1 + NARROWEST_GUTTER), None)
        if following is not None:
            inside = [x0 for x0 in edges if x1 < x0 < following]
            if not inside:
                middles.add(round((x1 + following) / 2))
    return sorted(middles) if len(middles) <= MOST_STRIPES else []


def _bands(items: list[Item], gutter: float) -> list[list[Item]]:
    """Stretches of the page between things that cross the gutter; each crossing run is a band of its own."""
    ordered = sorted(items, key=lambda one: (one.top, one.x0))
    usual = sorted(one.bottom - one.top for one in ordered)[len(ordered) // 2]
    beside = [one for one in ordered if one.x0 >= gutter]
    crossing: list[Item] = []
    rest: list[Item] = []
    for one in ordered:
        over = _crosses(one, beside, usual, gutter) or (crossing and _ends_crossing(crossing[-1], one, beside, gutter))
        (crossing if over else rest).append(one)
    # What stands above each of `crossing` and below those before it, and last what stands below all.
    reached = list(accumulate(((one.top + one.bottom) / 2 for one in crossing), max))
    between: list[list[Item]] = [[] for _ in range(len(crossing) + 1)]
    for one in rest:
        between[bisect_right(reached, (one.top + one.bottom) / 2)].append(one)
    bands: list[list[Item]] = []
    run: list[Item] = []
    for one, above in zip(crossing, between, strict=False):
        named = _names_above(one, above)
        before = [item for item in above if item not in named]
        if before:
            if run:
                bands.append(run)
                run = []
            bands.append(before)
        run += [*named, one]
    if run:
        bands.append(run)
    if between[-1]:
        bands.append(between[-1])
    return bands


def _crosses(one: Item, beside: list[Item], usual: float, gutter: float) -> bool:
    """Whether something parts what is above it from what is below it on both sides of a gutter.

    It reaches over the gutter, or it is a heading too short to do so: taller than the lines, nothing stands beside it,
    and the other side goes on both above and below. `beside` is what stands right of the gutter, `usual` the height of
    a line.
    """
    if one.x0 < gutter < one.x1:
        return True
    height = one.bottom - one.top
    if one.x0 > gutter or not SPANNING * usual < height < 60:
        return False
    if any(i.bottom > one.top - 0.4 * height and i.top < one.bottom for i in beside):
        return False
    return any(i.bottom <= one.top for i in beside) and any(i.top >= one.bottom for i in beside)


def _ends_crossing(last: Item, one: Item, beside: list[Item], gutter: float) -> bool:
    """Whether something is the short last line of a text that reaches over a gutter: nothing stands beside it."""
    height = last.bottom - last.top
    below = one.x1 <= gutter and abs(one.x0 - last.x0) < 3 and -0.3 * height < one.top - last.bottom < 0.5 * height
    alike = abs((one.bottom - one.top) - height) < 0.1 * height
    return below and alike and not any(i.top < one.bottom and i.bottom > one.top for i in beside)


def _names_above(one: Item, before: list[Item]) -> list[Item]:
    """What names something that reaches over a gutter, from the top: right above it, nearer to it than to the rest."""
    named: list[Item] = []
    ordered = sorted(before, key=lambda item: item.bottom)
    edge = one.top
    while len(ordered) > 1 and len(named) < MOST_NAMES:
        last = ordered.pop()
        gap = edge - last.bottom
        if not gap < NAME_ABOVE * (last.bottom - last.top) or not gap < last.top - ordered[-1].bottom:
            break
        named.insert(0, last)
        edge = last.top
    return named


def _sides(band: list[Item], gutter: float) -> tuple[list[Item], list[Item]] | None:
    """What stands left and right of a gutter in a band; None where one side is empty."""
    left = [one for one in band if one.x1 <= gutter]
    right = [one for one in band if one.x0 >= gutter]
    return (left, right) if left and right else None


def _shared(left: list[Item], right: list[Item]) -> float:
    """Height that the two sides of a band have in common."""
    top = max(min(i.top for i in left), min(i.top for i in right))
    bottom = min(max(i.bottom for i in left), max(i.bottom for i in right))
    return max(0.0, bottom - top)


def _are_columns(pairs: list[tuple[list[Item], list[Item]]]) -> bool:
    """Whether both sides are running text rather than labels beside values."""
    labels = [one.is_label for left, _ in pairs for one in left]
    if sum(labels) > LABELLED * len(labels):
        return False
    return _is_column([left for left, _ in pairs]) and _is_column([right for _, right in pairs])


def _is_column(bands: list[list[Item]]) -> bool:
    side = [one for band in bands for one in band]
    width = max(i.x1 for i in side) - min(i.x0 for i in side)
    height = sum(max(i.bottom for i in band) - min(i.top for i in band) for band in bands)
    filled = sum(i.bottom - i.top for i in side)
    tall = any(i.bottom - i.top > 40 for i in side)
    return width >= NARROWEST_COLUMN and (tall or (len(side) >= 3 and filled >= FILLED * height))
