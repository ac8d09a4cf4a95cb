"""Tables that a plain text draws: cells under each other with wide space between, or parted by bars or semicolons."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from ingest.document import TableBlock
from ingest.formats.grid import Cell, table_of
from ingest.formats.text.lines import Line
from ingest.formats.text.tables import headed

_PHRASE = re.compile(r"\S+(?: \S+)*")
_WORD = re.compile(r"\S+")
_BAR_RULE = re.compile(r"[+|][-=+|: ]*[-=][-=+|: ]*")
_DASHES = re.compile(r"[-=_–+| ]*(?:--|==|__)[-=_–+| ]*")
#: So many lines with equally many semicolons are a table; of the other kinds, so many with cells.
MIN_ROWS = 3
MIN_SEMICOLONS = 2
#: A line that names the rows below it is no longer.
MAX_LABEL = 40
#: Where rows' longest cells are longer than this on the average, wide spaces only happen to stand under each other.
MAX_CELL = 45
#: At least this share of the lines must have two or more cells, for a heading may stand close above or below.
MIN_FILLED = 0.75


def mark_tables(lines: Sequence[Line]) -> list[Line]:
    """Lines with those that are rows of drawn tables marked with a number, one for each table."""
    marked = list(lines)
    at = 0
    while at < len(lines):
        end = at + 1
        while end < len(lines) and lines[end].gap == 0 and not lines[end].page_start:
            end += 1
        for start, stop in _tables_in(lines[at:end]):
            for place in range(at + start, at + stop):
                marked[place] = replace(lines[place], table=at + start)
        at = end
    return marked


def drawn_table(lines: Sequence[Line]) -> TableBlock | None:
    """The table that marked lines draw."""
    if lines[0].text[0] in "|+":
        return _barred(lines)
    if _semicolons(lines[0]):
        return table_of([[Cell(" ".join(cell.split())) for cell in line.text.split(";")] for line in lines], 0)
    return _aligned(lines)


def _tables_in(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Where tables begin and end among lines that no blank line parts."""
    for holds in (_has_bars, _semicolons, _has_wide):
        at = 0
        while at < len(lines):
            end = at
            while end < len(lines) and (holds(lines[end]) or (end > at and _is_label(lines, end, holds))):
                if holds(lines[end]) not in (0, holds(lines[at])):
                    break
                end += 1
            if end - at >= MIN_ROWS and _is_table(lines[at:end]):
                yield at, end
            at = max(end, at + 1)


def _is_label(lines: Sequence[Line], at: int, holds: Callable[[Line], int]) -> bool:
    """Whether a short line with a row before and after it names the rows below."""
    alone = holds is _has_wide and at + 1 < len(lines) and holds(lines[at - 1]) and holds(lines[at + 1])
    return bool(alone) and len(lines[at].text) <= MAX_LABEL and "\t" not in lines[at].text


def _has_bars(line: Line) -> int:
    text = line.text
    return 1 if _BAR_RULE.fullmatch(text) or (text[0] == "|" and text[-1] == "|" and text.count("|") > 2) else 0


def _semicolons(line: Line) -> int:
    count = line.text.count(";")
    return count if count >= MIN_SEMICOLONS and "\t" not in line.text and "; " not in line.text else 0


def _has_wide(line: Line) -> int:
    """1 for a line that may be a row: with wide space, indented, or a rule; bars and tabs are for the others."""
    if "\t" in line.text or _has_bars(line) or _semicolons(line):
        return 0
    return 1 if "  " in line.text or _DASHES.fullmatch(line.text) else 0


def _is_table(lines: Sequence[Line]) -> bool:
    if _has_bars(lines[0]) or _semicolons(lines[0]):
        return sum(not _BAR_RULE.fullmatch(line.text) for line in lines) > 1
    rows = [line for line in lines if not _DASHES.fullmatch(line.text)]
    if len(rows) < MIN_ROWS:
        return False
    table = _aligned(lines)
    grid = [*([table.header] if table and table.header else ()), *(table.rows if table else ())]
    filled = sum(sum(map(bool, row)) > 1 for row in grid)
    if not grid or filled < MIN_FILLED * len(grid):
        return False
    return len(rows) < len(lines) or sum(max(map(len, row)) for row in grid) <= MAX_CELL * len(grid)


def _barred(lines: Sequence[Line]) -> TableBlock | None:
    """A table whose cells stand between bars; rules part its head from the rest, or each row from the next."""
    groups: list[list[list[str]]] = [[]]
    for line in lines:
        if _BAR_RULE.fullmatch(line.text):
            groups.append([])
        else:
            groups[-1].append([cell.strip() for cell in line.text.strip("|").split("|")])
    parts = [group for group in groups if group]
    heads = 1 if len(parts) > 1 else 0
    if len(parts) > 2:  # A rule after each row: the lines between two are one row.
        rows = [[" ".join(filter(None, column)) for column in zip(*group, strict=False)] for group in parts]
    else:
        rows = [row for group in parts for row in group]
        heads *= len(parts[0]) if parts else 0
    return table_of([[Cell(cell) for cell in row] for row in rows], heads)


def _aligned(lines: Sequence[Line]) -> TableBlock | None:
    """A table whose columns are parted by space that goes through all its lines; names may reach over it."""
    rows = [(" " * line.indent + line.text, bool(_DASHES.fullmatch(line.text))) for line in lines]
    texts = [text for text, is_rule in rows if not is_rule]
    parted = [text for text in texts if "  " in text.strip()]
    columns = max(_columns(parted), _columns(parted[1:]), key=len)
    if len(columns) < 2:
        return None
    rule = next((at for at, (_, is_rule) in enumerate(rows) if is_rule), 0)
    heads = sum(not is_rule for _, is_rule in rows[:rule])
    cells = [tuple(_cut(text, columns)) for text in texts]
    return TableBlock(cells[0], tuple(cells[1:])) if heads == 1 < len(cells) else headed(cells)


def _columns(texts: Sequence[str]) -> list[tuple[int, int]]:
    """Where columns begin and end: between places at which all texts have two spaces or more."""
    width = max(map(len, texts), default=0)
    free = [all(at >= len(text) or text[at] == " " for text in texts) for at in range(width)]
    wide = [free[at] and (at + 1 == width or free[at + 1] or (at > 0 and free[at - 1])) for at in range(width)]
    starts = [at for at in range(width) if not wide[at] and (at == 0 or wide[at - 1])]
    ends = [at + 1 for at in range(width) if not wide[at] and (at + 1 == width or wide[at + 1])]
    return list(zip(starts, ends, strict=True))


def _cut(text: str, columns: Sequence[tuple[int, int]]) -> list[str]:
    """A text's cells; a word that reaches over two columns belongs to the one that it stands over most."""
    cells: list[list[str]] = [[] for _ in columns]
    for phrase in _PHRASE.finditer(text):
        reached = sum(_common(phrase, column) > 0 for column in columns)
        for part in [phrase] if reached < 2 else _WORD.finditer(text, phrase.start(), phrase.end()):
            best = max(range(len(columns)), key=lambda at: _common(part, columns[at]))
            cells[best].append(part[0])
    return [" ".join(cell) for cell in cells]


def _common(part: re.Match[str], column: tuple[int, int]) -> int:
    """How many characters of a part stand over a column; less than none, how far away it is."""
    return min(part.end(), column[1]) - max(part.start(), column[0])
