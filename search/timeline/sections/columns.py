"""A table's row against the same in another report, cell by cell, in the columns whose heads correspond."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from search.differences import Piece, PieceKind, differences, placed, readable
from search.timeline.sections.profiles import heading_key
from search.timeline.sections.units import CELL, Unit

#: A cell of so many words is a text, in which words are told apart; of fewer, it is told as a whole.
_TEXT = 4


def row_pieces(before: Unit, after: Unit) -> tuple[Piece, ...] | None:
    """What was changed in a row; None where its columns cannot be told."""
    pairs = _columns(before, after)
    if pairs is None:
        return None
    told: list[tuple[PieceKind, str, str]] = []
    row = column = 0
    for one, other in (*pairs, (len(before.cells), len(after.cells))):
        told += (("gone", _part(before, at), "") for at in range(row, one))
        told += (("new", "", _part(after, at)) for at in range(column, other))
        if one < len(before.cells):
            told += _cell(before, one, after, other)
        row, column = one + 1, other + 1
    return placed(told)


def _columns(before: Unit, after: Unit) -> list[tuple[int, int]] | None:
    """The columns that correspond, in order; the first always does."""
    heads = [[" ".join(head.split()).casefold() for head in unit.columns] for unit in (before, after)]
    widths = len(before.cells), len(after.cells)
    if (len(heads[0]), len(heads[1])) != widths:
        return [(at, at) for at in range(widths[0])] if widths[0] == widths[1] else None
    pairs = [(0, 0)]
    first = (1, 1)
    for one, other, size in SequenceMatcher(None, heads[0][1:], heads[1][1:], autojunk=False).get_matching_blocks():
        pairs += _between(before.columns, after.columns, first, (one + 1, other + 1))
        pairs += [(one + 1 + at, other + 1 + at) for at in range(size)]
        first = one + 1 + size, other + 1 + size
    return pairs


def _between(
    before: Sequence[str], after: Sequence[str], first: tuple[int, int], last: tuple[int, int]
) -> Iterator[tuple[int, int]]:
    """Columns between two that are the same: one by one where they are as many, else those alike but for years."""
    rows, columns = range(first[0], last[0]), range(first[1], last[1])
    if len(rows) == len(columns):
        yield from zip(rows, columns, strict=True)
        return
    keys = [heading_key(before[at]) for at in rows], [heading_key(after[at]) for at in columns]
    for one, other, size in SequenceMatcher(None, *keys, autojunk=False).get_matching_blocks():
        yield from ((rows[one + at], columns[other + at]) for at in range(size) if keys[0][one + at])


def _cell(before: Unit, row: int, after: Unit, column: int) -> Iterator[tuple[PieceKind, str, str]]:
    """What became of one cell, with the tab before it."""
    old, new = before.cells[row], after.cells[column]
    if row or column:
        yield "same", CELL, CELL
    pieces = differences(old, new)
    if min(len(old.split()), len(new.split())) >= _TEXT or all(piece.kind == "same" for piece in pieces):
        yield from ((piece.kind, piece.old, piece.new) for piece in readable(pieces))
    else:
        yield "gone", old, ""
        yield "new", "", new


def _part(unit: Unit, at: int) -> str:
    return CELL + unit.cells[at]
