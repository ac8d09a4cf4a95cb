"""Tables without a full set of lines: rows whose fragments stand in the same columns.

Rows are seeded by lines with several fragments far apart, grown downwards by what continues their cells, and parted by
shaded bands and horizontal rulings where there are any.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.layout.content import PageContent, Rectangle, Word
from ingest.layout.grids import Grid, GridCell, compact
from ingest.layout.lines import SAME_LINE, join_words

#: Gap, in font sizes, that parts two fragments of a row.
FRAGMENT_GAP = 0.85
#: Distance of baselines, in font sizes, up to which rows belong to one table.
ROW_DISTANCE = 2.9
NUMERIC = re.compile(r"^[-–−+±]?\d[\d\s.,:%–-]*(?:%|kr|tkr|mnkr|mkr|st|år)?$|^[-–—●○◇◆▲▼▶►◀✓]$", re.IGNORECASE)
#: Longest fragment, in characters on average, of a table's cells; columns of running text have longer ones.
LONGEST_MEAN = 26


@dataclass(frozen=True, slots=True)
class _Fragment:
    words: tuple[Word, ...]
    x0: float
    x1: float
    text: str


@dataclass(frozen=True, slots=True)
class _Row:
    baseline: float
    size: float
    fragments: tuple[_Fragment, ...]


def unruled_tables(page: PageContent, taken: Sequence[Rectangle]) -> list[Grid]:
    """Tables on a page that stand outside the places taken by drawn tables and pictures."""
    words = [
        w
        for w in page.words
        if w.upright and not any(box.holds((w.x0 + w.x1) / 2, (w.top + w.bottom) / 2, 1.0) for box in taken)
    ]
    found = []
    for rows in _zones(_rows(words)):
        grid = _grid(page, rows)
        if grid is not None:
            found.append(grid)
    return found


def _rows(words: Sequence[Word]) -> list[_Row]:
    ordered = sorted(words, key=lambda w: (w.baseline, w.x0))
    rows: list[list[Word]] = []
    for word in ordered:
        if rows and word.baseline - rows[-1][0].baseline <= SAME_LINE * 0.8 * word.style.size:
            rows[-1].append(word)
        else:
            rows.append([word])
    return [_row(sorted(row, key=lambda w: w.x0)) for row in rows]


def _row(words: list[Word]) -> _Row:
    size = max(w.style.size for w in words)
    pieces: list[list[Word]] = []
    for word in words:
        if pieces and word.x0 - pieces[-1][-1].x1 < FRAGMENT_GAP * size:
            pieces[-1].append(word)
        else:
            pieces.append([word])
    fragments = tuple(_Fragment(tuple(p), p[0].x0, max(w.x1 for w in p), join_words(p)) for p in pieces)
    return _Row(max(w.baseline for w in words), size, fragments)


def _zones(rows: Sequence[_Row]) -> list[list[_Row]]:
    """Stretches of rows that may be a table: they begin and end with rows of several fragments."""
    zones: list[list[_Row]] = []
    zone: list[_Row] = []
    for row in rows:
        if zone and (row.baseline - zone[-1].baseline > ROW_DISTANCE * row.size or not _fits(zone, row)):
            zones.append(zone)
            zone = []
        if zone or len(row.fragments) > 1:
            zone.append(row)
    zones.append(zone)
    return [z for z in (_trimmed(zone) for zone in zones) if _is_table(z)]


def _fits(zone: Sequence[_Row], row: _Row) -> bool:
    """Whether a row keeps to the columns of the rows before it."""
    columns = _columns(zone)
    if len(row.fragments) > 1:
        crossing = sum(1 for f in row.fragments if sum(1 for c in columns if f.x0 < c[1] and c[0] < f.x1) > 1)
        return crossing <= 1
    only = row.fragments[0]
    return sum(1 for c in columns if only.x0 < c[1] - 1 and c[0] + 1 < only.x1) <= 1 and only.x1 < columns[-1][1] + 3


def _trimmed(zone: list[_Row]) -> list[_Row]:
    while zone and len(zone[-1].fragments) == 1 and zone[-1].fragments[0].x0 > zone[0].fragments[0].x1:
        zone = zone[:-1]
    return zone


def _is_table(zone: Sequence[_Row]) -> bool:
    several = [row for row in zone if len(row.fragments) >= 3]
    pairs = [row for row in zone if len(row.fragments) == 2]
    if not zone or len(several) + len(pairs) < 2 or len(several) + len(pairs) < 0.34 * len(zone):
        return False
    fragments = [f for row in zone if len(row.fragments) > 1 for f in row.fragments]
    numeric = sum(1 for f in fragments if NUMERIC.match(f.text))
    mean = sum(len(f.text) for f in fragments) / len(fragments)
    last = [row.fragments[-1] for row in zone if len(row.fragments) > 1]
    if len(several) >= 2 and mean <= LONGEST_MEAN:
        return len(_columns(zone)) >= 3 and (numeric >= 0.2 * len(fragments) or len(several) >= 3)
    return len(pairs) >= 3 and numeric >= 0.4 * len(fragments) and sum(1 for f in last if NUMERIC.match(f.text)) > 1


def _columns(zone: Sequence[_Row]) -> list[tuple[float, float]]:
    """The columns' extents, from the rows with most fragments first."""
    most = max(len(row.fragments) for row in zone)
    spans: list[tuple[float, float]] = []
    for wanted in range(most, 1, -1):
        for row in zone:
            if len(row.fragments) == wanted:
                for fragment in row.fragments:
                    spans = _widen(spans, fragment)
    return sorted(spans) or [(f.x0, f.x1) for f in zone[0].fragments]


def _widen(spans: list[tuple[float, float]], fragment: _Fragment) -> list[tuple[float, float]]:
    """Spans with a fragment in them; one that reaches over several columns changes nothing."""
    over = [s for s in spans if fragment.x0 < s[1] and s[0] < fragment.x1]
    if len(over) > 1:
        return spans
    if not over:
        return [*spans, (fragment.x0, fragment.x1)]
    merged = (min(over[0][0], fragment.x0), max(over[0][1], fragment.x1))
    return [s for s in spans if s != over[0]] + [merged]


def _grid(page: PageContent, rows: Sequence[_Row]) -> Grid | None:
    columns = _columns(rows)
    lines = _borders(page, rows, columns)
    groups: list[list[_Row]] = []
    for row in rows:
        if groups and _continues(groups[-1], row, len(columns), lines):
            groups[-1].append(row)
        else:
            groups.append([row])
    cells = [cell for number, group in enumerate(groups) for cell in _cells(number, group, columns)]
    if len(groups) < 2:
        return None
    whole = cells[0].box
    for cell in cells[1:]:
        whole = whole.union(cell.box)
    return compact(Grid(page.number, whole, len(groups), len(columns), tuple(cells), (), ruled=False), page)


def _borders(page: PageContent, rows: Sequence[_Row], columns: Sequence[tuple[float, float]]) -> list[float]:
    """Heights of rulings and edges of shaded bands that reach over most of the table."""
    left, right = columns[0][0], columns[-1][1]
    wide = 0.7 * (right - left)
    top, bottom = rows[0].baseline - 2 * rows[0].size, rows[-1].baseline + rows[-1].size
    heights = [r.top for r in page.rulings if r.width >= wide and r.x0 < right and r.x1 > left]
    for shape in page.shapes:
        if shape.color is not None and shape.box.width >= 8 and shape.box.height < 0.5 * page.height:
            heights += [shape.box.top, shape.box.bottom]
    return sorted(h for h in heights if top < h < bottom)


def _continues(group: Sequence[_Row], row: _Row, columns: int, lines: Sequence[float]) -> bool:
    """Whether a line continues the cells of the row above it."""
    last = group[-1]
    between = [h for h in lines if last.baseline - 0.2 * last.size < h < row.baseline - 0.3 * row.size]
    if between:
        return False
    if row.baseline - last.baseline > 1.6 * row.size:
        return False
    inside = [h for h in lines if h < row.baseline]
    if len(lines) >= 4 and inside:
        return len(row.fragments) < columns
    return len(row.fragments) < max(2, 0.6 * columns) and len(row.fragments) < len(group[0].fragments)


def _cells(number: int, group: Sequence[_Row], columns: Sequence[tuple[float, float]]) -> list[GridCell]:
    held: dict[int, list[Word]] = {}
    reach: dict[int, int] = {}
    for row in group:
        for fragment in row.fragments:
            over = [i for i, c in enumerate(columns) if fragment.x0 < c[1] and c[0] < fragment.x1] or [
                min(range(len(columns)), key=lambda i: abs(columns[i][0] - fragment.x0))
            ]
            held.setdefault(over[0], []).extend(fragment.words)
            reach[over[0]] = max(reach.get(over[0], 1), len(over))
    made = []
    for column, words in sorted(held.items()):
        box = Rectangle(
            min(w.x0 for w in words),
            min(w.top for w in words),
            max(w.x1 for w in words),
            max(w.bottom for w in words),
        )
        made.append(GridCell(box, number, column, 1, reach[column], tuple(words)))
    return made
