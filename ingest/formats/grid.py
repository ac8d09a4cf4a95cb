"""Grids of cells that span rows and columns, as tables: for the formats that say so outright."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.document import TableBlock

#: Spans beyond these are slips or attacks; nothing is that large on paper.
MAX_COLUMNS = 200
MAX_ROWS = 5000
_FIGURE = re.compile(r"[-–−+]?\d[\d\s.,]*\s?%?")
_YEAR = re.compile(r"(?:19|20)\d\d")
#: Longer cells than this are text, not names of columns.
MAX_NAME = 120


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with the rows and columns it covers."""

    text: str
    rows: int = 1
    columns: int = 1


def table_of(rows: Sequence[Sequence[Cell]], headers: int, caption: str | None = None) -> TableBlock | None:
    """A table of rows of cells; None where all cells are empty.

    A merged cell's text stands in the first of its positions. Header rows become one: names of a column are joined from
    the top, and a name that stands over several columns goes before each of theirs ("Kvinnor: Antal").

    Args:
        rows: cells in order; a row leaves out the positions that cells above reach down to.
        headers: how many rows are the head as the file says it; 0 where it does not, and the first row is then taken
            for the head if it looks like one, and the second too where the first names groups of its columns.
        caption: the caption, if any; else a first row that is one cell across all columns is taken for it.
    """
    if caption is None and (title := _title(rows, headers)):
        return table_of(rows[1:], max(0, headers - 1), title)
    grid, wide = _laid_out(rows[:MAX_ROWS])
    if not any(cell for row in grid for cell in row):
        return None
    if headers == 0 and len(grid) > 1 and looks_like_header(grid[0]):
        headers = 1
    if headers in (0, 1) and len(grid) > 2 and _heads_groups(grid, wide):
        headers = 2
    if headers >= len(grid):
        headers = 0 if len(grid) > 1 else headers
    header = joined_header(grid[:headers], wide) if headers else ()
    return TableBlock(header if any(header) else (), tuple(tuple(row) for row in grid[headers:]), caption)


def _title(rows: Sequence[Sequence[Cell]], headers: int) -> str | None:
    """The text of a first row that is one short cell across all columns, with the names of the columns below."""
    if len(rows) < 3 or len(rows[0]) != 1 or rows[0][0].rows > 1 or len(rows[0][0].text) > MAX_NAME:
        return None
    width, names = rows[0][0].columns, [cell.text for cell in rows[1]]
    if width < 2 or len(names) < 2 or sum(cell.columns for cell in rows[1]) != width:
        return None
    return rows[0][0].text or None if headers > 1 or looks_like_header(names) else None


def _heads_groups(grid: Sequence[Sequence[str]], wide: Sequence[tuple[int, int, int]]) -> bool:
    """Whether wide cells of the first row stand over names in the second, which has none where they do not reach."""
    groups = [(column, columns) for row, column, columns in wide if row == 0 and grid[0][column]]
    covered = {at for column, columns in groups for at in range(column, min(column + columns, len(grid[0])))}
    if not groups or not _names(grid[0]) or not _names(grid[1]):
        return False
    return all(bool(cell) == (at in covered) for at, cell in enumerate(grid[1]))


def _names(row: Sequence[str]) -> bool:
    """Whether a row holds names and years only."""
    figures = any(_FIGURE.fullmatch(cell) and not _YEAR.fullmatch(cell) for cell in row if cell)
    return not figures and all(len(cell) <= MAX_NAME for cell in row)


def looks_like_header(row: Sequence[str]) -> bool:
    """Whether a row names columns: most cells filled, none a figure but for years, none long, none a label."""
    filled = [cell for cell in row if cell]
    return len(filled) >= max(2, len(row) / 2) and _names(row) and not filled[0].endswith(":")


def joined_header(rows: Sequence[Sequence[str]], wide: Iterable[tuple[int, int, int]] = ()) -> tuple[str, ...]:
    """Header rows as one.

    Args:
        rows: the rows, equally long.
        wide: (row, column, columns) of each cell that stands over several columns.
    """
    last = len(rows) - 1
    names: list[list[str]] = [[] for _ in rows[0]]
    spans = {(row, column): columns for row, column, columns in wide}
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            if not cell:
                continue
            columns = spans.get((at, column), 1)
            if columns > 1 and at < last:
                for covered in range(column, min(column + columns, len(row))):
                    below = any(lower[covered] for lower in rows[at + 1 :])
                    if below or covered == column:
                        names[covered].append(f"{cell}:" if below else cell)
            else:
                names[column].append(cell)
    return tuple(" ".join(parts) for parts in names)


def _laid_out(rows: Sequence[Sequence[Cell]]) -> tuple[list[list[str]], list[tuple[int, int, int]]]:
    """Cells in their positions, and those that are wide."""
    grid: list[list[str]] = []
    wide: list[tuple[int, int, int]] = []
    reaching: dict[int, int] = {}  # column: rows that a cell above still covers
    for at, row in enumerate(rows):
        texts: list[str] = []
        for cell in row:
            while reaching.get(len(texts), 0):
                texts.append("")
            columns = max(1, min(cell.columns, MAX_COLUMNS - len(texts)))
            if len(texts) >= MAX_COLUMNS:
                break
            if columns > 1:
                wide.append((at, len(texts), columns))
            for column in range(len(texts), len(texts) + columns):
                reaching[column] = max(1, min(cell.rows, MAX_ROWS))
            texts += [cell.text, *[""] * (columns - 1)]
        reaching = {column: left - 1 for column, left in reaching.items() if left > 1}
        grid.append(texts)
    width = max((len(row) for row in grid), default=0)
    return [row + [""] * (width - len(row)) for row in grid], wide
