"""Plain text for people: paragraphs, lists and tables set within so many columns, no word cut."""

import re
import textwrap
from collections.abc import Iterator, Sequence

#: Space between the columns of a table.
GAP = 2
#: A column whose cells are wrapped is at least this wide; narrower ones are hard to read.
NARROWEST = 14
#: A table of which a row takes more lines than this is easier to read row by row.
MOST_LINES = 8
MARKER = re.compile(r"(?:[•–-]|\(?(?:\d{1,2}(?:\.\d{1,2})*|[A-Za-zÅÄÖåäö]|[ivx]{1,4})[.)])\s+")
NUMBER = re.compile(r"[+−–-]?\s?\d[\d\s.,]*\s?%?")
NOTHING = ("", "-", "–", "−")

Row = Sequence[str]


def wrapped(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """Lines of a text; a list item's later lines stand under its words.

    Args:
        text: the text, a line of it a paragraph or item.
        width: columns that a line may take, unless a single word takes more.
        first: what the first line begins with.
        rest: what the later lines begin with; spaces where nothing is said.
    """
    indent = " " * len(first) if rest is None else rest
    lines: list[str] = []
    for line in text.splitlines():
        marker = MARKER.match(line)
        hanging = indent + " " * (len(marker[0]) if marker else 0)
        lines += textwrap.wrap(
            line,
            width,
            initial_indent=indent if lines else first,
            subsequent_indent=hanging,
            break_long_words=False,
            break_on_hyphens=False,
        )
    return lines


def table(header: Row, rows: Sequence[Row], width: int) -> list[str]:
    """A table in columns where it fits, its cells wrapped if need be; else row by row, each cell under its head."""
    everything = [[" ".join(cell.split()) for cell in row] for row in (*([header] if header else []), *rows)]
    body = everything[1:] if header else everything
    numeric = [_is_numeric([row[at] for row in body if at < len(row)]) for at in range(len(_columns(everything)))]
    widths = _widths(everything, numeric, width)
    if widths is None:
        return list(_row_by_row(everything[0] if header else [], body, width))
    wraps = any(len(cell) > size for row in body for cell, size in zip(row, widths, strict=False))
    lines: list[str] = []
    for at, row in enumerate(everything):
        lines += [""] if wraps and at > 1 else []
        lines += _set(row, widths, numeric)
        if header and not at:
            lines.append((" " * GAP).join("─" * size for size in widths))
    return lines


def _columns(rows: Sequence[Row]) -> list[list[str]]:
    return [[row[at] for row in rows if at < len(row)] for at in range(max(map(len, rows), default=0))]


def _is_numeric(cells: Sequence[str]) -> bool:
    """Whether a column holds numbers and nothing else."""
    said = [cell for cell in cells if cell not in NOTHING]
    return bool(said) and all(NUMBER.fullmatch(cell) for cell in said)


def _widest(cells: Sequence[str]) -> int:
    return max(map(len, cells), default=0)


def _widths(rows: Sequence[Row], numeric: Sequence[bool], width: int) -> list[int] | None:
    """How wide each column is; None where none makes the table readable. Numbers are not wrapped, their heads are."""
    columns = _columns(rows)
    wanted = [_widest(cells) for cells in columns]
    least = [
        max(_widest(cells[0].split()), _widest(cells[1:]))
        if number
        else min(want, max(NARROWEST, _widest(" ".join(cells).split())))
        for want, cells, number in zip(wanted, columns, numeric, strict=True)
    ]
    room = width - GAP * (len(columns) - 1)
    if sum(wanted) <= room:
        return wanted
    if sum(least) > room:
        return None
    # What is left goes to the columns that want more, in proportion.
    left, more = room - sum(least), sum(wanted) - sum(least)
    widths = [low + left * (want - low) // more for low, want in zip(least, wanted, strict=True)]
    lines = max(len(wrapped(cell, size)) for row in rows for cell, size in zip(row, widths, strict=False))
    return widths if lines <= MOST_LINES else None


def _set(row: Row, widths: Sequence[int], numeric: Sequence[bool]) -> Iterator[str]:
    """The lines of a row in columns."""
    cells = [wrapped(cell, size) for cell, size in zip(row, widths, strict=False)]
    for at in range(max(map(len, cells), default=0)):
        parts = [cell[at] if at < len(cell) else "" for cell in cells]
        aligned = (
            part.rjust(size) if right else part.ljust(size)
            for part, size, right in zip(parts, widths, numeric, strict=False)
        )
        yield (" " * GAP).join(aligned).rstrip()


def _row_by_row(header: Row, rows: Sequence[Row], width: int) -> Iterator[str]:
    """Each row as a paragraph: its first cell, and under it the others after their heads."""
    if header:
        yield from wrapped("Kolumner: " + " | ".join(filter(None, header)), width, "", "  ")
    for row in rows:
        yield ""
        filled = [(at, cell) for at, cell in enumerate(row) if cell]
        for place, (at, cell) in enumerate(filled):
            head = header[at] if at < len(header) else ""
            label = f"{head.rstrip(':')}: " if head and place else ""
            yield from wrapped(f"{label}{cell}", width, "    " if place else "▪ ", "      " if place else "  ")
