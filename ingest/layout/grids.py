"""Tables drawn with lines or shaded cells, found with pdfplumber's table functions on the page's own segments."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges

from ingest.layout.content import PageContent, Rectangle, Word
from ingest.layout.drawn_symbols import drawn_symbol
from ingest.layout.edges import SNAP, implied_edges, line_edges, starts_of
from ingest.layout.lines import lines_of
from ingest.layout.small_print import TABLE_NAME

JOIN = 4.0
CROSS = 4.0
#: More edges than this on a page are a drawing.
MOST_EDGES = 1500
#: Smallest cell in points.
SMALLEST = 4.0
WHITE = 0xFFFFFF
#: Gap in font sizes that no cell's text has, and the share of rows with one from which the cells are wrong.
APART = 2.5
WIDE_ROWS = 0.2
#: How much higher than its rows on average another row of a table may be.
ROW_STEP = 1.5
#: How far, in points, from a table's left edge the name of the next one may begin.
AT_LEFT = 12.0
#: First row of a tagged table's piece that surely begins with a row of its own.
WHOLE_ROWS = 1_000_000


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell at (row, column) that covers `rows` times `columns` positions."""

    box: Rectangle
    row: int
    column: int
    rows: int
    columns: int
    words: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's cells in place; `shades` has the background of each row where it has one.

    A table known from tags has its number as `chain`, the row of the whole table that this piece begins with, and how
    many rows of the piece are its header, if the tags say so.
    """

    page: int
    box: Rectangle
    rows: int
    columns: int
    cells: tuple[GridCell, ...]
    shades: tuple[int | None, ...] = ()
    ruled: bool = True
    chain: int | None = None
    first_row: int = 0
    header_rows: int | None = None

    def row_box(self, row: int) -> Rectangle:
        """The rectangle around a row's cells that cover nothing but this row."""
        own = [c.box for c in self.cells if c.row == row and c.box.height > 0] or [self.box]
        single = [c.box for c in self.cells if c.row == row and c.rows == 1 and c.box.height > 0] or own
        top, bottom = min(b.top for b in single), max(b.bottom for b in single)
        return Rectangle(self.box.x0, top, self.box.x1, bottom)


def grids_of(page: PageContent) -> list[Grid]:
    """The drawn tables of a page, from top to bottom.

    Only lines count: many files paint a background behind every line of a cell's text, or shade every other row.
    """
    edges = line_edges(page)
    found = [_with_lines(grid, edges) for grid in _grids(page, edges + implied_edges(edges, page))]
    whole = [g for g in found if g.ruled or not (_holds_rows(g) or _holds_columns(g) or _goes_on(g, edges))]
    return sorted(whole, key=lambda g: (g.box.top, g.box.x0))


def _holds_rows(grid: Grid) -> bool:
    """Whether a row between two lines is several: figures stand below each other in two of its cells."""
    for row in range(grid.rows):
        stacks = [
            {round(w.baseline) for w in c.words if w.text[:1].isdigit() or w.text[:1] in "-–−"}
            for c in grid.cells
            if c.row == row and c.column > 0
        ]
        tall = [stack for stack in stacks if len(stack) > 1]
        if len(tall) > 1 and any(len(a & b) > 1 for a, b in pairwise(tall)):
            return True
    return False


def _holds_columns(grid: Grid) -> bool:
    """Whether cells that nobody drew hold two: words on one line stand far apart in many of their rows."""
    wide = {
        cell.row
        for cell in grid.cells
        for a, b in pairwise(sorted(cell.words, key=lambda w: (round(w.baseline), w.x0)))
        if abs(a.baseline - b.baseline) < 1 and b.x0 - a.x1 > APART * b.style.size
    }
    return len(wide) > WIDE_ROWS * grid.rows


def _goes_on(grid: Grid, edges: Sequence[dict[str, Any]]) -> bool:
    """Whether the rows go on beyond the grid: of some tables only the line below the head, or the last, is broken.

    The search without lines finds such tables whole, unless they have a single column.
    """
    if grid.columns == 1:
        return False
    box = grid.box
    whole = [e for e in edges if max(abs(e["x0"] - box.x0), abs(e["x1"] - box.x1)) < JOIN]
    lines = starts_of([e["top"] for e in whole if e["orientation"] == "h"])
    above = [box.top, *(at for at in reversed(lines) if at < box.top - SNAP)]
    below = [box.bottom, *(at for at in lines if at > box.bottom + SNAP)]
    step = ROW_STEP * box.height / grid.rows
    return any(len(side) > 2 and all(abs(b - a) < step for a, b in pairwise(side[:3])) for side in (above, below))


def _with_lines(grid: Grid, edges: Sequence[dict[str, Any]]) -> Grid:
    """The grid, marked as ruled where a vertical line is drawn in it."""
    box = grid.box
    inner = [e for e in edges if e["orientation"] == "v" and box.x0 + SNAP < e["x0"] < box.x1 - SNAP]
    return replace(grid, ruled=any(box.top - SNAP < e["top"] and e["bottom"] < box.bottom + SNAP for e in inner))


def _grids(page: PageContent, edges: list[dict[str, Any]]) -> list[Grid]:
    if len(edges) < 4 or len(edges) > MOST_EDGES:
        return []
    merged = merge_edges(
        edges, snap_x_tolerance=SNAP, snap_y_tolerance=SNAP, join_x_tolerance=JOIN, join_y_tolerance=JOIN
    )
    crossings = edges_to_intersections(merged, CROSS, CROSS)
    if len(crossings) > 4 * MOST_EDGES:
        return []
    found = []
    for cells in cells_to_tables(intersections_to_cells(crossings)):
        boxes = [Rectangle(*cell) for cell in cells]
        grid = _grid(page, [b for b in boxes if b.width > SMALLEST and b.height > SMALLEST])
        if grid is not None:
            found += _back_to_back(grid)
    return found


def _back_to_back(grid: Grid) -> list[Grid]:
    """A grid parted where a second head shows that another table begins: tables of one width touch each other."""
    starts = [0]
    between = [row for row in range(grid.rows) if _names_another(grid, row)]
    for row in range(1, grid.rows):
        second = _is_head(grid, row) and _is_head(grid, 0) and not _is_head(grid, row - 1) and row - starts[-1] > 1
        if row in between or row - 1 in between or (second and 2 <= row < grid.rows - 1):
            starts.append(row)
    if len(starts) == 1:
        return [grid]
    return [_rows_of(grid, a, b) for a, b in pairwise([*starts, grid.rows]) if a not in between]


def _names_another(grid: Grid, row: int) -> bool:
    """Whether what stands between two lines is no row, but the source of one table and the name of the next."""
    words = [w for c in grid.cells if c.row == row for w in c.words]
    lines = lines_of(grid.page, words)
    left = [line for line in lines if line.x0 < grid.box.x0 + AT_LEFT]
    return row > 0 and len(lines) > 1 and any(TABLE_NAME.match(line.text) for line in left)


def _is_head(grid: Grid, row: int) -> bool:
    """Whether a row has the first row's shade, is bold throughout, has text in all cells and no figures in them."""
    own = [c for c in grid.cells if c.row == row]
    words = [w for c in own for w in c.words if any(ch.isalnum() for ch in w.text)]
    return (
        grid.shades[row] is not None
        and grid.shades[row] == grid.shades[0]
        and len(own) > 1
        and all(c.words and not c.words[0].text[:1].isdigit() for c in own)
        and all(w.style.bold for w in words)
    )


def _rows_of(grid: Grid, start: int, end: int) -> Grid:
    """Some rows of a grid as a grid of their own."""
    cells = [replace(c, row=c.row - start) for c in grid.cells if start <= c.row < end]
    whole = cells[0].box
    for cell in cells[1:]:
        whole = whole.union(cell.box)
    return replace(grid, box=whole, rows=end - start, cells=tuple(cells), shades=grid.shades[start:end])


def _grid(page: PageContent, boxes: Sequence[Rectangle]) -> Grid | None:
    """Cells in place, with their words; columns and rows without any word are dropped."""
    if len(boxes) < 2:
        return None
    whole = boxes[0]
    for box in boxes[1:]:
        whole = whole.union(box)
    words = [w for w in page.words if w.upright and whole.holds((w.x0 + w.x1) / 2, (w.top + w.bottom) / 2, 1.0)]
    if not words:
        return None
    owned: defaultdict[int, list[Word]] = defaultdict(list)
    order = sorted(range(len(boxes)), key=lambda i: boxes[i].width * boxes[i].height)
    for word in words:
        x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
        at = next((i for i in order if boxes[i].holds(x, y, 0.5)), None)
        if at is not None:
            owned[at].append(word)
    tops, lefts = starts_of([b.top for b in boxes]), starts_of([b.x0 for b in boxes])
    placed = [
        GridCell(
            box,
            _index(tops, box.top),
            _index(lefts, box.x0),
            max(1, _index(tops, box.bottom - SNAP - 0.1) - _index(tops, box.top) + 1),
            max(1, _index(lefts, box.x1 - SNAP - 0.1) - _index(lefts, box.x0) + 1),
            tuple(owned[i]) or _drawn(page, box),
        )
        for i, box in enumerate(boxes)
    ]
    return compact(Grid(page.number, whole, len(tops), len(lefts), tuple(placed)), page)


def _drawn(page: PageContent, box: Rectangle) -> tuple[Word, ...]:
    """A symbol drawn in a cell without words."""
    symbol = drawn_symbol(page.shapes, box)
    return () if symbol is None else (symbol,)


def compact(grid: Grid, page: PageContent) -> Grid:
    """The same grid without rows and columns in which no word begins."""
    rows = sorted({c.row for c in grid.cells if c.words})
    columns = sorted({c.column for c in grid.cells if c.words})
    keep_rows = [r for r in range(grid.rows) if r in rows or _is_tall(grid, r)]
    keep_columns = [c for c in range(grid.columns) if c in columns or _is_wide(grid, c)]
    cells = []
    for cell in grid.cells:
        over_rows = [r for r in keep_rows if cell.row <= r < cell.row + cell.rows]
        over_columns = [c for c in keep_columns if cell.column <= c < cell.column + cell.columns]
        if over_rows and over_columns:
            row, column = keep_rows.index(over_rows[0]), keep_columns.index(over_columns[0])
            cells.append(GridCell(cell.box, row, column, len(over_rows), len(over_columns), cell.words))
    cells.sort(key=lambda c: (c.row, c.column))
    made = Grid(grid.page, grid.box, len(keep_rows), len(keep_columns), tuple(cells), (), grid.ruled)
    shades = tuple(_shade(made.row_box(r), page) for r in range(made.rows))
    return Grid(grid.page, grid.box, made.rows, made.columns, made.cells, shades, grid.ruled)


def _is_tall(grid: Grid, row: int) -> bool:
    """Whether a row without text is high enough to be one that was left empty."""
    own = [c.box.height for c in grid.cells if c.row == row and c.rows == 1]
    return bool(own) and max(own) > 9


def _is_wide(grid: Grid, column: int) -> bool:
    own = [c.box.width for c in grid.cells if c.column == column and c.columns == 1]
    return len(own) >= min(2, grid.rows) and max(own) > 12


def _shade(box: Rectangle, page: PageContent) -> int | None:
    """The background colour of a row: of the smallest painted area that covers its middle left."""
    y = (box.top + box.bottom) / 2
    best: tuple[float, int] | None = None
    for shape in page.shapes:
        if shape.color is None or shape.curved or shape.color == WHITE:
            continue
        inside = shape.box.holds(box.x0 + 4, y)
        area = shape.box.width * shape.box.height
        if inside and shape.box.height < 0.8 * page.height and (best is None or area < best[0]):
            best = area, shape.color
    return None if best is None else best[1]


def _index(starts: Sequence[float], value: float) -> int:
    return max(0, sum(1 for start in starts if start <= value + SNAP) - 1)
