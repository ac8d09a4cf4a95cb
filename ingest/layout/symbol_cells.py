"""Cells of tables whose only content is a drawn symbol, in tables that no lines divide into cells."""

from dataclasses import replace

from ingest.layout.content import PageContent, Rectangle
from ingest.layout.drawn_symbols import drawn_symbol
from ingest.layout.grids import Grid, GridCell

#: How far, in points, a symbol may reach beyond the words of its row and column.
ROOM = 6.0


def with_symbols(grid: Grid, page: PageContent) -> Grid:
    """A grid with the symbols that are drawn where it has no words.

    Args:
        grid: a table whose cells are known by their words: from tags, or from what stands in its columns.
        page: the page that it stands on.
    """
    if not any(shape.color is not None and grid.box.meets(shape.box, ROOM) for shape in page.shapes):
        return grid
    columns = {c: extent for c in range(grid.columns) if (extent := _column(grid, c)) is not None}
    held = {(cell.row, cell.column) for cell in grid.cells if cell.words}
    found = []
    for row in range(grid.rows):
        band = _row(grid, row)
        for column, (x0, x1) in columns.items():
            if band is None or (row, column) in held:
                continue
            box = Rectangle(x0 - ROOM, band[0] - ROOM / 2, x1 + ROOM, band[1] + ROOM / 2)
            symbol = drawn_symbol(page.shapes, box)
            if symbol is not None:
                found.append(GridCell(symbol.box, row, column, 1, 1, (symbol,)))
    placed = {(cell.row, cell.column) for cell in found}
    kept = [cell for cell in grid.cells if (cell.row, cell.column) not in placed]
    return replace(grid, cells=tuple(sorted((*kept, *found), key=lambda c: (c.row, c.column)))) if found else grid


def _column(grid: Grid, column: int) -> tuple[float, float] | None:
    """From where to where the words of a column reach."""
    words = [w for c in grid.cells if c.column == column and c.columns == 1 for w in c.words]
    return (min(w.x0 for w in words), max(w.x1 for w in words)) if words else None


def _row(grid: Grid, row: int) -> tuple[float, float] | None:
    """From where to where the words of a row reach."""
    words = [w for c in grid.cells if c.row == row and c.rows == 1 for w in c.words]
    return (min(w.top for w in words), max(w.bottom for w in words)) if words else None
