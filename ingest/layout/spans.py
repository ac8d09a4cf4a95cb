"""Heads that span columns in tables without vertical lines: where they stand shows over which columns."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.layout.content import Word
from ingest.layout.grids import Grid, GridCell

#: How far, in points, a head's edge may stand from the edge of the columns that it is set flush with.
FLUSH = 3.0

Extent = tuple[float, float]


def with_spans(grid: Grid) -> Grid:
    """A grid whose first row, if it heads the heads below it, reaches over the columns that it names.

    A first row heads the second one where both are bold, the third is not, and the first has fewer cells.
    """
    if grid.ruled or grid.chain is not None or grid.rows < 3:
        return grid
    rows = [[c for c in grid.cells if c.row == row and c.words] for row in range(3)]
    spread = any(c.columns > 1 or c.rows > 1 for c in rows[0])
    if spread or not (0 < len(rows[0]) < len(rows[1]) and _is_bold(rows[0]) and _is_bold(rows[1])) or _is_bold(rows[2]):
        return grid
    below = {c.column: _extent(c) for c in rows[1]}
    heads = sorted(rows[0], key=lambda c: c.column)
    groups = _groups([_extent(c) for c in heads], [below[c] for c in sorted(below)])
    columns = sorted(below)
    made = {
        id(head): replace(head, column=columns[own[0]], columns=columns[own[-1]] - columns[own[0]] + 1)
        for head, own in zip(heads, groups, strict=True)
        if own
    }
    taken = {(0, c) for head in made.values() for c in range(head.column, head.column + head.columns)}
    cells = [made.get(id(c), c) for c in grid.cells if id(c) in made or c.words or (c.row, c.column) not in taken]
    return replace(grid, cells=tuple(sorted(cells, key=lambda c: (c.row, c.column))))


def _groups(heads: Sequence[Extent], columns: Sequence[Extent]) -> list[list[int]]:
    """Which columns each head stands over: set flush left or right with them, or in the middle above them."""
    lefts = [_flush(head[0], [c[0] for c in columns]) for head in heads]
    rights = [_flush(head[1], [c[1] for c in columns]) for head in heads]
    if None not in lefts:
        starts = [at for at in lefts if at is not None]
        return [list(range(a, b)) for a, b in zip(starts, [*starts[1:], len(columns)], strict=True)]
    if None not in rights:
        lasts = [at for at in rights if at is not None]
        first = max(0, lasts[0] - (lasts[1] - lasts[0]) + 1) if len(lasts) > 1 else lasts[0]
        return [list(range(a, b + 1)) for a, b in zip([first, *(end + 1 for end in lasts[:-1])], lasts, strict=True)]
    labels = 1 if columns[0][1] < heads[0][0] else 0
    each, rest = divmod(len(columns) - labels, len(heads))
    if not rest:
        # Figures stand to the right in their columns, so that the middle of the text is not the column's.
        even = [list(range(labels + each * i, labels + each * (i + 1))) for i in range(len(heads))]
        opens = [columns[own[0] - 1][1] if own[0] else 0.0 for own in even]
        ends = [columns[own[-1]][1] for own in even]
        middles = [(a + b) / 2 for a, b in heads]
        if all(start < middle < end for start, middle, end in zip(opens, middles, ends, strict=True)):
            return even
    middles = [(a + b) / 2 for a, b in heads]
    groups: list[list[int]] = [[] for _ in heads]
    for at, (x0, x1) in enumerate(columns):
        middle = (x0 + x1) / 2
        nearest = min(range(len(heads)), key=lambda i: abs(middles[i] - middle))
        groups[nearest].append(at)
    # What stands left of the first head farther than its columns reach to the right is the column of labels.
    reach = max((columns[at][1] - middles[0] for at in groups[0]), default=0.0)
    groups[0] = [at for at in groups[0] if middles[0] - columns[at][0] < reach + 2 * FLUSH]
    return groups


def _flush(edge: float, edges: Sequence[float]) -> int | None:
    return next((at for at, other in enumerate(edges) if abs(other - edge) < FLUSH), None)


def _extent(cell: GridCell) -> Extent:
    return min(w.x0 for w in cell.words), max(w.x1 for w in cell.words)


def _is_bold(cells: Sequence[GridCell]) -> bool:
    words: list[Word] = [w for c in cells for w in c.words if any(ch.isalnum() for ch in w.text)]
    return bool(words) and all(w.style.bold for w in words)
