"""Tables without a full set of lines: rows whose fragments stand in the same columns.

Rows are seeded by lines with several fragments far apart, grown downwards by what continues their cells, and parted by
shaded bands and horizontal rulings where there are any.
"""

import re
from collections.abc import Sequence

from ingest.layout.content import PageContent, Rectangle, Word
from ingest.layout.grids import Grid, GridCell, compact
from ingest.layout.rows import Fragment, Row, rows_of, split_heads
from ingest.layout.small_print import CAPTION, SOURCE, TABLE_NAME

#: Distance of baselines, in font sizes, up to which rows belong to one table.
ROW_DISTANCE = 2.9
NUMERIC = re.compile(
    r"^[-–−+±(]?\d[\d\s.,:%()–−+-]*(?:%|kr|tkr|mnkr|mkr|st|år|kv\.? ?\d)?$|^[-–—●○◇◆▲▼▶►◀✓]$", re.IGNORECASE
)
YEAR = re.compile(r"^(?:19|20)\d\d$")
#: Longest fragment, in characters on average, of a table's cells; columns of running text have longer ones.
LONGEST_MEAN = 26
#: Fragments of so many words are prose; columns of it are no table.
PROSE_WORDS = 5
PROSE_SHARE = 0.3


def unruled_tables(page: PageContent, taken: Sequence[Rectangle]) -> list[Grid]:
    """Tables on a page that stand outside the places taken by drawn tables and pictures."""
    words = [
        w
        for w in page.words
        if w.upright and not any(box.holds((w.x0 + w.x1) / 2, (w.top + w.bottom) / 2, 1.0) for box in taken)
    ]
    found = []
    for rows in _zones(rows_of(words)):
        grid = _grid(page, rows)
        if grid is not None:
            found.append(grid)
    return found


def _zones(rows: Sequence[Row]) -> list[list[Row]]:
    """Stretches of rows that may be a table: they begin and end with rows of several fragments."""
    zones: list[list[Row]] = []
    zone: list[Row] = []
    for row in rows:
        if _is_prose(row) or _is_beside(row):
            zones.append(zone)
            zone = []
            continue
        apart = bool(zone) and row.baseline - zone[-1].baseline > ROW_DISTANCE * row.size
        if zone and (apart or not _fits(zone, row) or _begins_another(zone, row)):
            zones.append(zone)
            zone = []
        if zone or len(row.fragments) > 1:
            zone.append(row)
    zones.append(zone)
    return [z for z in (_trimmed(zone) for zone in zones) if _is_table(z)]


def _begins_another(zone: Sequence[Row], row: Row) -> bool:
    """Whether a row is the head of another table: like the first row it is bold and has no figures but years."""
    return len(row.fragments) > 1 and _is_head(row) and _is_head(zone[0]) and not _is_bold(zone[-1])


def _is_head(row: Row) -> bool:
    return _is_bold(row) and not any(NUMERIC.match(f.text) and not YEAR.match(f.text) for f in row.fragments)


def _is_bold(row: Row) -> bool:
    return all(w.style.bold for f in row.fragments for w in f.words if any(c.isalnum() for c in w.text))


def _is_prose(row: Row) -> bool:
    """Whether a row is nothing but lines of running text side by side."""
    return len(row.fragments) > 1 and all(_has_prose(f) for f in row.fragments)


def _is_beside(row: Row) -> bool:
    """Whether a row names a table or tells its sources: it stands above or below one."""
    text = row.fragments[0].text
    return len(row.fragments) == 1 and bool(TABLE_NAME.match(text) or SOURCE.match(text) or CAPTION.match(text))


def _has_prose(fragment: Fragment) -> bool:
    return fragment.text.count(" ") >= PROSE_WORDS - 1


def _fits(zone: Sequence[Row], row: Row) -> bool:
    """Whether a row keeps to the columns of the rows before it."""
    columns = _columns(zone)
    if len(row.fragments) > 1:
        crossing = [f for f in row.fragments if sum(1 for c in columns if f.x0 < c[1] and c[0] < f.x1) > 1]
        # Where words stand close, two cells look like one; where most columns are empty, they are text.
        sparse = 2 * len(row.fragments) <= len(columns)
        return len(crossing) <= 1 and not (sparse and any(map(_has_prose, crossing)))
    only = row.fragments[0]
    return sum(1 for c in columns if only.x0 < c[1] - 1 and c[0] + 1 < only.x1) <= 1 and only.x1 < columns[-1][1] + 3


def _trimmed(zone: list[Row]) -> list[Row]:
    """A zone without what stands above its first full row, and below it without continuing any of its cells."""
    if any(len(row.fragments) > 2 for row in zone):
        while len(zone[0].fragments) < 2 or (len(zone[0].fragments) == 2 and any(map(_has_prose, zone[0].fragments))):
            zone = zone[1:]
    while len(zone) > 1 and len(zone[-1].fragments) == 1:
        last, before = zone[-1], zone[-2]
        only = last.fragments[0]
        near = last.baseline - before.baseline < 1.5 * last.size
        alike = abs(last.size - before.size) < 0.1 * before.size
        starts = [f.x0 for f in before.fragments] + [x0 for x0, _ in _columns(zone)]
        if near and alike and any(abs(x0 - only.x0) < 2 for x0 in starts):
            break
        zone = zone[:-1]
    return zone


def _is_table(zone: Sequence[Row]) -> bool:
    several = [row for row in zone if len(row.fragments) >= 3]
    pairs = [row for row in zone if len(row.fragments) == 2]
    if not zone or len(several) + len(pairs) < 2 or len(several) + len(pairs) < 0.34 * len(zone):
        return False
    fragments = [f for row in zone if len(row.fragments) > 1 for f in row.fragments]
    if sum(1 for f in fragments if _has_prose(f)) > PROSE_SHARE * len(fragments):
        return False
    numeric = sum(1 for f in fragments if NUMERIC.match(f.text))
    mean = sum(len(f.text) for f in fragments) / len(fragments)
    last = [row.fragments[-1] for row in zone if len(row.fragments) > 1]
    if len(several) >= 2 and mean <= LONGEST_MEAN:
        return len(_columns(zone)) >= 3 and (numeric >= 0.2 * len(fragments) or len(several) >= 3)
    return len(pairs) >= 3 and numeric >= 0.4 * len(fragments) and sum(1 for f in last if NUMERIC.match(f.text)) > 1


def _columns(zone: Sequence[Row]) -> list[tuple[float, float]]:
    """The columns' extents, from the rows with most fragments first."""
    most = max(len(row.fragments) for row in zone)
    spans: list[tuple[float, float]] = []
    for wanted in range(most, 1, -1):
        for row in zone:
            if len(row.fragments) == wanted:
                for fragment in row.fragments:
                    spans = _widen(spans, fragment)
    return _complements(sorted(spans), zone) or [(f.x0, f.x1) for f in zone[0].fragments]


def _complements(spans: list[tuple[float, float]], zone: Sequence[Row]) -> list[tuple[float, float]]:
    """Neighbouring spans that no row fills both are one column: a head to the left, its numbers to the right."""
    merged: list[tuple[float, float]] = []
    for span in spans:
        if merged and not any(_fills_both(row, merged[-1], span) for row in zone):
            merged[-1] = (merged[-1][0], max(merged[-1][1], span[1]))
        else:
            merged.append(span)
    return merged


def _fills_both(row: Row, a: tuple[float, float], b: tuple[float, float]) -> bool:
    """Whether a row has one fragment in each of two spans."""
    in_a = {f for f in row.fragments if f.x0 < a[1] and a[0] < f.x1}
    in_b = {f for f in row.fragments if f.x0 < b[1] and b[0] < f.x1}
    return bool(in_a - in_b) and bool(in_b - in_a)


def _widen(spans: list[tuple[float, float]], fragment: Fragment) -> list[tuple[float, float]]:
    """Spans with a fragment in them; one that reaches over several columns changes nothing."""
    over = [s for s in spans if fragment.x0 < s[1] and s[0] < fragment.x1]
    if len(over) > 1:
        return spans
    if not over:
        return [*spans, (fragment.x0, fragment.x1)]
    merged = (min(over[0][0], fragment.x0), max(over[0][1], fragment.x1))
    return [s for s in spans if s != over[0]] + [merged]


def _grid(page: PageContent, rows: Sequence[Row]) -> Grid | None:
    rows = split_heads(rows, _columns(rows))
    columns = _columns(rows)
    lines = _borders(page, rows, columns)
    groups: list[list[Row]] = []
    for row in rows:
        if groups and _continues(groups[-1], row, len(columns), lines):
            groups[-1].append(row)
        else:
            groups.append([row])
    cells = [cell for number, group in enumerate(groups) for cell in cells_of(number, group, columns)]
    if len(groups) < 2:
        return None
    whole = cells[0].box
    for cell in cells[1:]:
        whole = whole.union(cell.box)
    return compact(Grid(page.number, whole, len(groups), len(columns), tuple(cells), (), ruled=False), page)


def _borders(page: PageContent, rows: Sequence[Row], columns: Sequence[tuple[float, float]]) -> list[float]:
    """Heights of rulings and edges of shaded bands that reach over most of the table."""
    left, right = columns[0][0], columns[-1][1]
    wide = 0.7 * (right - left)
    top, bottom = rows[0].baseline - 2 * rows[0].size, rows[-1].baseline + rows[-1].size
    heights = [r.top for r in page.rulings if r.width >= wide and r.x0 < right and r.x1 > left]
    for shape in page.shapes:
        if shape.color is not None and shape.box.width >= 8 and shape.box.height < 0.5 * page.height:
            heights += [shape.box.top, shape.box.bottom]
    return sorted(h for h in heights if top < h < bottom)


def _continues(group: Sequence[Row], row: Row, columns: int, lines: Sequence[float]) -> bool:
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


def cells_of(number: int, group: Sequence[Row], columns: Sequence[tuple[float, float]]) -> list[GridCell]:
    """The cells that the lines of one row make."""
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
