"""Heads of tables that stand above the first line which a file draws."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.layout.content import Word
from ingest.layout.grids import Grid
from ingest.layout.rows import Fragment, Row, rows_of, split_heads
from ingest.layout.unruled import cells_of


def with_head(grid: Grid, words: Sequence[Word]) -> Grid:
    """A grid without vertical lines, with the head that stands above its first line.

    Args:
        grid: the grid.
        words: words of its page that are in no grid.
    """
    lefts: dict[int, float] = {}
    rights: dict[int, float] = {}
    for cell in grid.cells:
        if cell.columns == 1:
            lefts[cell.column] = min(lefts.get(cell.column, cell.box.x0), cell.box.x0)
            rights[cell.column] = max(rights.get(cell.column, cell.box.x1), cell.box.x1)
    columns = [(lefts[c], rights[c]) for c in sorted(lefts)]
    if grid.ruled or len(columns) != grid.columns:
        return grid
    above = [
        w for w in words if w.upright and w.bottom < grid.box.top + 3 and w.x1 > columns[0][0] and w.x0 < columns[-1][1]
    ]
    below = all(w.style.bold for c in grid.cells if c.row == 0 for w in c.words)
    head: list[Row] = []
    edge = grid.box.top
    for row in reversed(rows_of(above)):
        parted = split_heads([row], columns)[0]
        over = [sum(1 for c in columns if f.x0 < c[1] - 2 and c[0] + 2 < f.x1) for f in parted.fragments]
        # Bold heads that span columns stand above the line over the heads below them.
        spanning = _is_bold(parted.fragments) and below
        inside = all(count == 1 or (count > 1 and spanning) for count in over)
        if edge - row.baseline > 1.5 * row.size or not inside or (not head and len(parted.fragments) < 2):
            break
        head.insert(0, parted)
        edge = row.baseline - 0.25 * row.size
    if not head:
        return grid
    cells = [*cells_of(0, head, columns), *(replace(c, row=c.row + 1) for c in grid.cells)]
    box = replace(grid.box, top=min(w.top for row in head for f in row.fragments for w in f.words))
    return replace(grid, box=box, rows=grid.rows + 1, cells=tuple(cells), shades=(None, *grid.shades))


def _is_bold(fragments: Sequence[Fragment]) -> bool:
    return all(w.style.bold for f in fragments for w in f.words)
