"""A text as the units that are held against each other: sentences, list items, rows of tables."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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

    `begins` says that a paragraph, an item or a row begins with it. `words` are its words and numbers as they are
    compared, `key` its text with single blanks.
    """

    section_id: str
    text: str
    start: int
    end: int
    begins: bool
    words: tuple[str, ...]
    key: str

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
    parts = [section.text, *("\n".join(_lines(table)) for table in tables if table.section_id == section.id)]
    text = "\n\n".join(part for part in parts if part.strip())
    return Written(section, text, tuple(_units(section.id, text)))


def _units(section_id: str, text: str) -> Iterator[Unit]:
    last = 0
    for start, end in sentences.split(text):
        said = text[start:end]
        begins = not last or "\n" in text[last:start]
        words = tuple(word.casefold() for word in _TOKEN.findall(_BLANKS.sub(" ", said)))
        yield Unit(section_id, said, start, end, begins, words, " ".join(said.split()))
        last = end


def _lines(table: Table) -> Iterator[str]:
    if table.caption:
        yield " ".join(table.caption.split())
    for row in (table.header, *table.rows):
        line = CELL.join(" ".join(cell.split()) for cell in row)
        if line.strip():
            yield line
