"""Grids as tables: cell texts, header rows, captions, tables that run over several pages."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from corpus.model import Source
from ingest.document import TableBlock
from ingest.layout.grids import WHOLE_ROWS, Grid, GridCell
from ingest.layout.hyphens import SOFT, Vocabulary
from ingest.layout.lines import Line, lines_of
from ingest.layout.spans import with_spans
from ingest.layout.texts import box_on, compose

DIGITS = re.compile(r"\d")
#: How far, in points, the edges of a continued table's pieces may differ.
SAME_EDGE = 6.0
#: Most rows of a header.
MOST_HEADER_ROWS = 3


@dataclass(frozen=True, slots=True)
class Part:
    """A table's piece on one page, its cells as texts."""

    grid: Grid
    texts: tuple[tuple[str, ...], ...]
    header_rows: int
    printed: str | None
    caption: str | None = None


def part_of(grid: Grid, vocabulary: Vocabulary, printed: str | None) -> Part:
    """A grid's cells as texts, and how many of its rows are the header."""
    grid = with_spans(grid)
    rows = [[""] * grid.columns for _ in range(grid.rows)]
    for cell in grid.cells:
        text = cell_text(grid.page, cell, vocabulary)
        if text:
            rows[cell.row][cell.column] = " ".join(filter(None, (rows[cell.row][cell.column], text)))
    texts = tuple(tuple(row) for row in rows)
    return Part(grid, texts, _header_rows(grid, texts) if grid.header_rows is None else grid.header_rows, printed)


def cell_text(page: int, cell: GridCell, vocabulary: Vocabulary) -> str:
    """The text of a cell, its lines rejoined."""
    lines = lines_of(page, cell.words)
    ordered = sorted(lines, key=lambda line: (round(line.baseline), line.x0))
    return compose(mend_cuts(ordered, cell, vocabulary), vocabulary).text.strip()


def mend_cuts(lines: Sequence[Line], cell: GridCell, vocabulary: Vocabulary) -> list[Line]:
    """Lines of which a word was cut by a narrow cell's edge, without a hyphen: the cut gets a soft one.

    A cut shows by halves that are no words of the document while the whole is one.
    """
    mended: list[Line] = []
    for line in lines:
        last = mended[-1] if mended else None
        if last is not None and _is_cut(last.words[-1].text, line.words[0].text, vocabulary):
            end = last.words[-1]
            mended[-1] = replace(last, words=(*last.words[:-1], replace(end, text=end.text + SOFT, soft_end=True)))
        mended.append(line)
    return mended


def _is_cut(left: str, right: str, vocabulary: Vocabulary) -> bool:
    whole = left + right.rstrip(".,;:")
    if not (left.isalpha() and right[:1].islower() and len(whole) > 5):
        return False
    known = vocabulary.count(whole) > 0
    return known and not (vocabulary.count(left) > 1 and vocabulary.count(right) > 1)


def _header_rows(grid: Grid, texts: Sequence[Sequence[str]]) -> int:
    """How many first rows are the header.

    A first row is a header where it looks otherwise than the rows after it, or where nothing speaks against it. A row
    whose cells span columns goes on in the row below it.
    """
    if grid.rows < 2:
        return 0
    count = 1
    while count < min(MOST_HEADER_ROWS, grid.rows - 1) and _goes_on(grid, texts, count):
        count += 1
    if count == 1 and not _is_header(grid, texts):
        return 0
    return count


def _goes_on(grid: Grid, texts: Sequence[Sequence[str]], row: int) -> bool:
    """Whether the header takes another row."""
    above = [c for c in grid.cells if c.row == row - 1]
    spanning = any(
        (c.columns > 1 and c.words) or c.row + c.rows > row or _reach(texts, row - 1, c.column) > 1 for c in above
    )
    if not spanning:
        return False
    looks = _is_bold(grid, row) == _is_bold(grid, row - 1) or grid.shades[row] == grid.shades[row - 1] is not None
    numeric = sum(1 for text in texts[row][1:] if DIGITS.search(text) and not re.search(r"20\d\d", text))
    return looks and numeric <= 0.3 * grid.columns and any(texts[row])


def _is_header(grid: Grid, texts: Sequence[Sequence[str]]) -> bool:
    first, second = texts[0], texts[1]
    if _is_bold(grid, 0) and not _is_bold(grid, 1):
        return True
    if grid.shades and grid.shades[0] is not None and grid.shades[0] not in grid.shades[1:3]:
        return True
    numbers = sum(1 for text in first[1:] if DIGITS.match(text) and not re.match(r"(?:19|20)\d\d", text))
    below = sum(1 for text in second[1:] if DIGITS.match(text))
    if numbers and numbers >= below:
        return False
    form = grid.columns == 2 and first[0].rstrip().endswith(":")
    return not form and sum(1 for text in first if text) > 1


def _is_bold(grid: Grid, row: int) -> bool:
    words = [w for c in grid.cells if c.row == row for w in c.words if any(ch.isalnum() for ch in w.text)]
    return bool(words) and sum(1 for w in words if w.style.bold) >= 0.8 * len(words)


def continues(before: Part, after: Part) -> bool:
    """Whether a piece at the top of a page goes on with the table at the foot of the page before."""
    a, b = before.grid, after.grid
    if a.chain is not None or b.chain is not None:
        return a.chain == b.chain
    if a.columns != b.columns or b.page != a.page + 1:
        return False
    if before.header_rows and before.texts[: before.header_rows] == after.texts[: before.header_rows]:
        return True
    return abs(a.box.x0 - b.box.x0) < SAME_EDGE and abs(a.box.x1 - b.box.x1) < SAME_EDGE


def block_of(parts: Sequence[Part]) -> TableBlock:
    """The pieces of one table as a block; a header that is repeated after a page break is dropped."""
    first = parts[0]
    header = _header(first)
    rows: list[tuple[str, ...]] = []
    sources: list[Source] = []
    before = first.grid
    for part in parts:
        start = part.header_rows
        if part is not first:
            repeated = part.texts[: first.header_rows] == first.texts[: first.header_rows]
            start = first.header_rows if repeated else 0
            if part.grid.chain is not None and part.grid.header_rows:
                start = part.grid.header_rows
            if rows and start < part.grid.rows and _runs_over(before, part.grid):
                pairs = zip(rows[-1], part.texts[start], strict=True)
                rows[-1] = tuple(" ".join(filter(None, pair)) for pair in pairs)
                start += 1
        before = part.grid
        for number in range(start, part.grid.rows):
            rows.append(part.texts[number])
            box = box_on(part.grid.page, part.grid.row_box(number))
            sources.append(Source(part.grid.page, part.printed, (part.grid.page,), (box,)))
    pages = tuple(dict.fromkeys(p.grid.page for p in parts))
    boxes = tuple(box_on(p.grid.page, p.grid.box) for p in parts)
    source = Source(pages[0], first.printed, pages, boxes)
    return TableBlock(header, tuple(rows), first.caption, source, tuple(sources))


def _runs_over(before: Grid, after: Grid) -> bool:
    """Whether the tags know that a row runs over the page break between two pieces."""
    if after.chain is None or before.first_row >= WHOLE_ROWS or after.first_row >= WHOLE_ROWS:
        return False
    return after.first_row < before.first_row + before.rows - (before.header_rows or 0)


def _header(part: Part) -> tuple[str, ...]:
    """Header rows as one, as `Table` says: what spans columns heads each of them and ends with a colon."""
    if not part.header_rows:
        return ()
    columns: list[list[tuple[str, bool]]] = [[] for _ in range(part.grid.columns)]
    for cell in part.grid.cells:
        text = part.texts[cell.row][cell.column]
        if cell.row >= part.header_rows or not text:
            continue
        below = cell.row + cell.rows
        reach = max(cell.columns, _reach(part.texts, cell.row, cell.column)) if below < part.header_rows else 1
        for column in range(cell.column, min(cell.column + reach, part.grid.columns)):
            if text not in [head for head, _ in columns[column]]:
                columns[column].append((text, reach > 1))
    return tuple(_joined_heads(heads) for heads in columns)


def _joined_heads(heads: Sequence[tuple[str, bool]]) -> str:
    """A column's heads from the top, each with whether it spans other columns too."""
    joined = ""
    for at, (text, spans) in enumerate(heads):
        last = at + 1 == len(heads)
        joined += text if last else text.rstrip(":") + ": " if spans else text + " "
    return joined


def _reach(texts: Sequence[Sequence[str]], row: int, column: int) -> int:
    """How many columns a head stands over that no line closes: those whose heads below are another head's as well."""
    heads = [at for at, text in enumerate(texts[row]) if text and texts[row + 1][at]]
    groups = {a: tuple(texts[row + 1][a:b]) for a, b in pairwise([*heads, len(texts[row])])}
    own = groups.get(column, ())
    alike = sum(1 for group in groups.values() if group == own)
    return len(own) if alike > 1 and all(own) else 1
