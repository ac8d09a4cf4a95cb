"""How wide a table's columns are, and which of them are numbers."""

import re
from collections.abc import Sequence
from itertools import pairwise

#: A cell that is a number: "1 012 000", "-12,4", "97 %".
_NUMBER = re.compile(r"[-−–+±]?\d[\d\s\u00a0\u202f.,:]*-?\s?%?")
_NOTHING = frozenset({"", "-", "–", "—", "−", "..", "…"})
#: A word and a line, in characters, beyond which they are rather parted than given more room.
_LONGEST_WORD, _LONGEST_LINE = 18, 40
#: How much wider bold letters are, and what a cell's margins take, in characters.
_BOLD, _MARGINS = 1.2, 2.0
#: A character's width in a table's cells, in EMU: half its height of 9 points, and a little for wide typefaces.
_CHARACTER = 66_000


def widths(header: Sequence[str], rows: Sequence[Sequence[str]], whole: int) -> list[int]:
    """The columns' widths, which together are the whole: no word is parted where there is room for all.

    Args:
        header: the header's cells; empty where there is none.
        rows: the cells below it, all rows of one length, which is the header's.
        whole: the width of the table, in EMU.
    """
    said = [[(cell, _BOLD if row is header else 1.0) for cell in row] for row in (header, *rows) if row]
    columns = list(zip(*said, strict=True))
    least = [max(min(_longest(cell), _LONGEST_WORD) * wide for cell, wide in column) + _MARGINS for column in columns]
    wanted = [max(min(len(cell), _LONGEST_LINE) * wide for cell, wide in column) + _MARGINS for column in columns]
    wanted = [max(pair) for pair in zip(least, wanted, strict=True)]
    # What is left beyond the longest words goes to the columns whose lines are longer than those.
    short = sum(wanted) - sum(least)
    room = max(whole / _CHARACTER - sum(least), 0)
    share = min(room / short, 1) if short else 0
    return _filling([low + share * (want - low) for low, want in zip(least, wanted, strict=True)], whole)


def _longest(cell: str) -> int:
    """The length of a cell's longest word; a number is one, whatever blanks group it."""
    if _NUMBER.fullmatch(cell.strip()):
        return len(cell.strip())
    return max((len(word) for word in cell.split()), default=1)


def _filling(given: Sequence[float], whole: int) -> list[int]:
    """Widths in proportion, to the unit."""
    ends = [round(whole * sum(given[:at]) / sum(given)) for at in range(len(given) + 1)]
    return [end - start for start, end in pairwise(ends)]


def numeric(rows: Sequence[Sequence[str]]) -> list[bool]:
    """Which columns are numbers, without the header: each cell says one or nothing, and some cell says one."""
    return [_is_numeric(column) for column in zip(*rows, strict=True)]


def _is_numeric(column: Sequence[str]) -> bool:
    said = [cell.strip() for cell in column if cell.strip() not in _NOTHING]
    return bool(said) and all(_NUMBER.fullmatch(cell) for cell in said)
