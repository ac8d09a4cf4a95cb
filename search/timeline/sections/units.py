"""A text as the units that are held against each other: sentences, list items, rows of tables."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.model import Section, Table
from corpus.swedish import sentences

_TOKEN = re.compile(r"\d[\d \u00a0\u2009\u202f.,:]*\d|\w+")
_BLANKS = re.compile(r"[\s\u00a0\u2009\u202f]+")
#: What parts the cells of a row.
CELL = "\t"
#: What a unit is known by in the whole knowledge base: its section and where it begins.
Spot = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, a list item or a table's row: `[start, end)` of its section's `written` text.

    `begins` says that a paragraph, an item or a row begins with it, `heads` that it is a table's header. `words` are
    its words and numbers as they are compared, `key` its text with single blanks. `columns` are the heads above a
    row's cells, where the table has a header.
    """

    section_id: str
    text: str
    start: int
    end: int
    begins: bool
    heads: bool
    words: tuple[str, ...]
    key: str
    columns: tuple[str, ...] = ()

    @property
    def spot(self) -> Spot:
        """What it is known by."""
        return self.section_id, self.start

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells of a table's row; none for anything else."""
        return tuple(self.text.split(CELL)) if CELL in self.text else ()

    @property
    def head(self) -> str:
        """What a row is on, its first cell as it is compared; empty for anything else."""
        return " ".join(self.cells[0].split()).casefold() if CELL in self.text else ""


@dataclass(frozen=True, slots=True)
class Written:
    """What stands under one heading: running text, then each table's caption, header and rows, one a line."""

    section: Section
    text: str
    units: tuple[Unit, ...]


def written(section: Section, tables: Sequence[Table]) -> Written:
    """A section with its tables as one text in units; all characters but the blanks between them are in one."""
    text = section.text if section.text.strip() else ""
    units = [_unit(section.id, text, *at) for at in _sentences(text)]
    for table in tables:
        if table.section_id == section.id:
            parting = "\n\n" if text else ""
            for line, heads in _lines(table):
                start = len(text) + len(parting)
                text += parting + line
                unit = _unit(section.id, text, start, len(text), begins=True, heads=heads)
                units.append(replace(unit, columns=table.header if unit.cells else ()))
                parting = "\n"
    return Written(section, text, tuple(units))


def _sentences(text: str) -> Iterator[tuple[int, int, bool]]:
    """Where sentences are, and whether each begins a paragraph or an item."""
    last = 0
    for start, end in sentences.split(text):
        yield start, end, not last or "\n" in text[last:start]
        last = end


def _unit(section_id: str, text: str, start: int, end: int, begins: bool, heads: bool = False) -> Unit:
    said = text[start:end]
    # Numbers in cells beside each other are several.
    words = tuple(word.casefold() for cell in said.split(CELL) for word in _TOKEN.findall(_BLANKS.sub(" ", cell)))
    return Unit(section_id, said, start, end, begins, heads, words, " ".join(said.split()))


def _lines(table: Table) -> Iterator[tuple[str, bool]]:
    """A table's caption, header and rows, each on one line, and whether it is the header."""
    if table.caption and table.caption.strip():
        yield " ".join(table.caption.split()), False
    for row in (table.header, *table.rows):
        line = CELL.join(" ".join(cell.split()) for cell in row)
        if line.strip():
            yield line, row is table.header
