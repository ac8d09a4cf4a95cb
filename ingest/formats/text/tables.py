"""Tables in plain text: cells parted by tabs or wide spaces, and rows whose columns are left as bare lines."""

import re
from collections.abc import Sequence
from itertools import groupby

from ingest.document import TableBlock
from ingest.formats.grid import looks_like_header
from ingest.formats.text.hyphens import Mender
from ingest.formats.text.pieces import Piece

_WIDE = re.compile(r"\s{2,}")
_BARE_CELLS = re.compile(r"\s{2,}|\n(?=[A-ZÅÄÖ\d])")
#: Cells of figures at a row's end: percentages and amounts with their thousands apart, or nothing but a dash.
_FIGURE = r"(?:[-–−]?\d{1,3}(?:[ .\u00a0]\d{3})+(?:,\d+)?|[-–−]?\d+(?:,\d+)?)\s?%?"
_LAST_FIGURE = re.compile(rf"\s+({_FIGURE})$")
#: A figure is no longer than this, and a row of bare figures no longer than that.
MAX_FIGURE = 24
MAX_ROW = 200
_NUMERIC = re.compile(r"[-–−+]?\d[\d\s.,]*\s?%?")
_YEAR = re.compile(r"(?:19|20)\d\d")
#: So many rows alike are a table where nothing else shows it.
MIN_BARE_ROWS = 3


def tabbed(pieces: Sequence[Piece], mender: Mender) -> TableBlock:
    """A table of lines whose cells are parted by tabs.

    Words parted by narrow cells are mended. A head of two rows, of which the upper names groups of columns, becomes
    one: "Kvinnor: Antal".
    """
    rows = [[mender.mend_cell(" ".join(cell.split())) for cell in piece.raw.split("\t")] for piece in pieces]
    width = max(len(row) for row in rows)
    while width > 1 and not any(row[width - 1] for row in rows if len(row) >= width):
        width -= 1
    return headed([tuple((row + [""] * width)[:width]) for row in rows])


def headed(rows: Sequence[tuple[str, ...]]) -> TableBlock:
    """Rows as a table, the first one or two being its head if they look like one."""
    if len(rows) > 2 and _groups_columns(rows[0], rows[1]):
        return TableBlock(_grouped(rows[0], rows[1]), tuple(rows[2:]))
    if len(rows) > 1 and looks_like_header(rows[0]):
        return TableBlock(rows[0], tuple(rows[1:]))
    return TableBlock((), tuple(rows))


def joined(table: TableBlock, following: TableBlock) -> TableBlock | None:
    """Two tables as one where the second repeats the first's head: a page's end lay between them."""
    if not table.header or table.header != following.header:
        return None
    return TableBlock(table.header, table.rows + following.rows, table.caption)


def spaced(pieces: Sequence[Piece]) -> int:
    """How many pieces from the first on are rows of a table whose cells stand apart by wide spaces; 0 for none."""
    cells, count = 0, 0
    for piece in pieces:
        of_row = len(_WIDE.split(piece.raw)) if len(piece.lines) == 1 else 1
        if of_row < 2 or (count and (of_row != cells or piece.first.gap)):
            break
        cells, count = of_row, count + 1
    return count if count >= MIN_BARE_ROWS else 0


def spaced_table(pieces: Sequence[Piece]) -> TableBlock:
    """The table that `spaced` found."""
    return headed([tuple(_WIDE.split(piece.raw)) for piece in pieces])


def bare(pieces: Sequence[Piece]) -> tuple[int, TableBlock] | None:
    """A table at the beginning of pieces whose cells are bare lines or whose rows end in figures.

    Returns:
        How many pieces it takes, and the table; None where none begins.
    """
    return _numbered_rows(pieces) or _figure_rows(pieces)


def _numbered_rows(pieces: Sequence[Piece]) -> tuple[int, TableBlock] | None:
    """A head of one piece a column, then rows that are numbered from 1 and fall into equally many cells."""
    head = next((at for at, piece in enumerate(pieces[:7]) if piece.number is not None), 0)
    rows: list[tuple[str, ...]] = []
    for piece in pieces[head:]:
        if piece.number != len(rows) + 1:
            break
        number, *rest = piece.raw.split(maxsplit=1)
        rows.append((number, *(_plain(cell) for cell in _BARE_CELLS.split(rest[0]))))
    widths = {len(row) for row in rows}
    if len(rows) < MIN_BARE_ROWS or len(widths) > 1 or widths == {2}:
        return None
    header = tuple(piece.text for piece in pieces[:head])
    if any(piece.is_closed for piece in pieces[:head]) or len(header) != len(rows[0]):
        return None
    return head + len(rows), TableBlock(header, tuple(rows))


def _figure_rows(pieces: Sequence[Piece]) -> tuple[int, TableBlock] | None:
    """Rows that end in equally many figures; a last row may lack some (a total). The piece above heads them."""
    start = 0 if pieces and _figures(pieces[0]) else 1
    rows: list[list[str]] = []
    for piece in pieces[start:]:
        row = _figures(piece)
        if row is None or (len(row) == 2 and not _has_figure(row)):
            break
        rows.append(row)
    width = len(rows[0]) if rows else 0
    body = sum(1 for _ in next((group for _, group in groupby(rows, key=len)), iter(())))
    if body < MIN_BARE_ROWS:
        return None
    taken = body + (body < len(rows) and len(rows[body]) < width)
    padded = tuple((row[0], *[""] * (width - len(row)), *row[1:]) for row in rows[:taken])
    header = _head_of(pieces[0], width) if start else ()
    if start and header is None:
        return None
    return start + taken, TableBlock(header or (), padded)


def _figures(piece: Piece) -> list[str] | None:
    """A row's label and the figures that it ends in; None where it is no such row."""
    rest, figures = piece.raw.rstrip(), []
    if len(rest) > MAX_ROW or piece.ends_sentence:
        return None
    while found := _LAST_FIGURE.search(rest, max(0, len(rest) - MAX_FIGURE)):
        figures.append(_plain(found[1]))
        rest = rest[: found.start()].rstrip()
    if not figures or not any(letter.isalpha() for letter in rest):
        return None
    return [_plain(rest), *reversed(figures)]


def _has_figure(row: Sequence[str]) -> bool:
    """Whether a row's last cell is more than a number that any line may end in."""
    return "%" in row[-1] or " " in row[-1] or "," in row[-1]


def _head_of(piece: Piece, width: int) -> tuple[str, ...] | None:
    """A piece as the head of so many columns: its words shared out from both ends; None where it cannot be one."""
    if piece.is_closed or len(piece.text) > 30 * width:
        return None
    words = piece.text.split()
    starts = [at for at, word in enumerate(words) if word[0].isupper()] or [0]
    cells = [" ".join(words[a:b]) for a, b in zip(starts, [*starts[1:], len(words)], strict=True)]
    if len(cells) > width:
        cells = [*cells[: width - 1], " ".join(cells[width - 1 :])]
    if len(cells) < width:
        cells = [cells[0], *[""] * (width - len(cells)), *cells[1:]]
    return tuple(cells)


def _plain(cell: str) -> str:
    return " ".join(cell.split())


def _groups_columns(upper: tuple[str, ...], lower: tuple[str, ...]) -> bool:
    """Whether each name in the upper row stands over several columns that the lower row names, some alike."""
    named = [at for at, cell in enumerate(upper) if cell]
    below = [cell for cell in lower if cell]
    if len(named) < 2 or any(
        _NUMERIC.fullmatch(cell) and not _YEAR.fullmatch(cell) for cell in (*below, *upper) if cell
    ):
        return False
    spans = [b - a for a, b in zip(named, [*named[1:], len(upper)], strict=True)]
    return sum(span > 1 for span in spans) >= len(spans) / 2 and len(set(below)) < len(below)


def _grouped(upper: tuple[str, ...], lower: tuple[str, ...]) -> tuple[str, ...]:
    group, cells = "", []
    for above, below in zip(upper, lower, strict=True):
        group = above or group
        cells.append(": ".join(filter(None, (group if below else above, below))))
    return tuple(cells)
