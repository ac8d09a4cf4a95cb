"""Headings and tables that a file does not mark as such: told by looks, by a contents list, by tabs."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ingest.document import Heading, Paragraph, TableBlock
from ingest.formats.captions import PICTURE, TABLE
from ingest.formats.contents import plain
from ingest.formats.entries import Entry
from ingest.formats.grid import Cell, table_of

#: Lines no longer than this may be headings where no style says what is one.
MAX_HEADING = 120
#: Larger than the text by this much, a line stands out.
LARGER = 1.12
#: Where more of the text than this is bold, bold letters tell nothing.
MAX_BOLD = 0.5
#: More lines in a row that all look like headings are a cover or an address.
MAX_STACK = 3
#: So many lines with cells between tabs, as many in each, are a table.
MIN_TABBED = 3
_PAGE = re.compile(r"\d{1,4}|[ivxl]+")


def with_listed_headings(entries: Sequence[Entry], listed: Sequence[tuple[str, int]]) -> list[Entry]:
    """Entries with the paragraphs that the contents list as headings, whatever their styles say."""
    known = {plain(entry.block.text) for entry in entries if isinstance(entry.block, Heading)}
    levels = {plain(text): level for text, level in reversed(listed) if plain(text) and plain(text) not in known}
    found = list(entries)
    for at, entry in enumerate(entries):
        if isinstance(entry.block, Paragraph) and (level := levels.pop(plain(entry.block.text), None)) is not None:
            found[at] = replace(entry, block=Heading(entry.block.text, level))
    return found


def with_faked_headings(entries: Sequence[Entry]) -> list[Entry]:
    """Entries with bold or large lines as headings, where nothing else tells what is one.

    Larger ones stand above smaller, and of one size bold ones above others.
    """
    if any(isinstance(entry.block, Heading) for entry in entries):
        return list(entries)
    sizes = Counter[float]()
    bold = 0
    for entry in entries:
        if isinstance(entry.block, Paragraph):
            sizes[entry.looks.size] += len(entry.block.text)
            bold += len(entry.block.text) * entry.looks.bold
    body = max(sizes, key=lambda size: sizes[size], default=0.0)
    bold_tells = bold <= MAX_BOLD * sizes.total()
    places = [at for at, entry in enumerate(entries) if _may_head(entry, body, bold_tells=bold_tells)]
    places = [at for at in _without_stacks(places) if at + 1 < len(entries)]
    ranks = sorted({_rank(entries[at]) for at in places}, reverse=True)
    found = list(entries)
    for at in places:
        block = entries[at].block
        if isinstance(block, Paragraph):
            found[at] = replace(entries[at], block=Heading(block.text, ranks.index(_rank(entries[at])) + 1))
    return found


def _rank(entry: Entry) -> tuple[float, bool]:
    return entry.looks.size, entry.looks.bold


def _may_head(entry: Entry, body: float, *, bold_tells: bool) -> bool:
    block, looks = entry.block, entry.looks
    if not isinstance(block, Paragraph) or entry.caption or (block.list_item and not entry.label):
        return False
    if len(block.text) > MAX_HEADING or block.text.endswith((".", ":", ",", ";")):
        return False
    if TABLE.match(block.text) or PICTURE.match(block.text) or not any(map(str.isalpha, block.text)):
        return False
    return (looks.bold and bold_tells and looks.size >= body) or looks.size >= LARGER * body > 0


def _without_stacks(places: Sequence[int]) -> list[int]:
    """Places without those that follow each other in long runs."""
    kept: list[int] = []
    run: list[int] = []
    for at in [*places, -1]:
        if run and at != run[-1] + 1:
            kept += run if len(run) <= MAX_STACK else []
            run = []
        run.append(at)
    return kept


def with_tabbed_tables(entries: Sequence[Entry]) -> list[Entry]:
    """Entries with paragraphs in a row that tabs part into equally many cells put together to tables."""
    found: list[Entry] = []
    at = 0
    while at < len(entries):
        end = at
        while end < len(entries) and entries[end].cells and len(entries[end].cells) == len(entries[at].cells):
            end += 1
        table = _table(entries[at:end]) if end - at >= MIN_TABBED else None
        found.append(Entry(table) if table is not None else entries[at])
        at = end if table is not None else at + 1
    return found


def _table(entries: Sequence[Entry]) -> TableBlock | None:
    """The table of paragraphs with cells; None where they are a contents list."""
    rows = [entry.cells for entry in entries]
    if all(_PAGE.fullmatch(row[-1]) for row in rows) and len(rows[0]) <= 3:
        pages = [int(row[-1]) for row in rows if row[-1].isdigit()]
        if pages == sorted(pages):
            return None
    return table_of([[Cell(cell) for cell in row] for row in rows], 0)
