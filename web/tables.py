"""Tables as pages show them."""

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from web.fragments import Fragment

Parts = tuple[Fragment, ...]
#: A cell that is a number, with what may stand around it in a column of numbers.
_NUMBER = re.compile(
    r"(?:(?:ca|cirka|över|under|minst|högst|drygt|knappt|omkring)\s)?[-−–+±]?\d[\d\s\u00a0\u202f.,:]*-?\s?(?:%|procent|kr|tkr|mkr|mnkr|mdkr|st)?",
    re.IGNORECASE,
)
#: Cells that say that there is no number.
_NOTHING = frozenset({"", "-", "–", "—", "−", "..", "…"})


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell, parted where its words are marked; numbers stand to the right."""

    parts: Parts
    number: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A row; `begins` is set on the first of those marked."""

    cells: tuple[Cell, ...]
    marked: bool
    begins: bool


@dataclass(frozen=True, slots=True)
class TableView:
    """A table, or rows of one."""

    caption: str | None
    header: tuple[Cell, ...]
    rows: tuple[Row, ...]

    @property
    def name(self) -> str:
        """What a screen reader calls it."""
        return self.caption or "Tabell"

    def near(self, row: int, around: int) -> "TableView":
        """The rows around one of them."""
        return TableView(self.caption, self.header, self.rows[max(row - around, 0) : row + around + 1])


def table_view(
    caption: str | None, header: Sequence[str], rows: Iterable[Sequence[Parts]], marked: Container[int] = ()
) -> TableView:
    """A table with its columns of numbers known and some rows marked."""
    held = [list(row) for row in rows]
    numeric = _numeric_columns(held)
    made: list[Row] = []
    begun = False
    for number, row in enumerate(held):
        is_marked = number in marked
        cells = tuple(Cell(parts, column in numeric) for column, parts in enumerate(row))
        made.append(Row(cells, is_marked, is_marked and not begun))
        begun = begun or is_marked
    heads = tuple(Cell((Fragment(text),), column in numeric) for column, text in enumerate(header))
    return TableView(caption, heads if any(header) else (), tuple(made))


def _numeric_columns(rows: Sequence[Sequence[Parts]]) -> frozenset[int]:
    """The columns whose cells are all numbers or empty, with at least one number."""
    width = max(map(len, rows), default=0)
    columns = ([_text(row[column]) for row in rows if column < len(row)] for column in range(width))
    return frozenset(number for number, cells in enumerate(columns) if _is_numeric(cells))


def _is_numeric(cells: Iterable[str]) -> bool:
    said = [cell for cell in cells if cell not in _NOTHING]
    return bool(said) and all(_NUMBER.fullmatch(cell) for cell in said)


def _text(parts: Parts) -> str:
    return "".join(part.text for part in parts).strip()
