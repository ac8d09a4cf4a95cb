"""What facts are read from: a report's sentences and the rows of its tables, each with its place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from corpus.model import Report, Section, Source, Table
from corpus.quotes import Verifier, boxes_of
from corpus.swedish.sentences import split

BULLET = "• "


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or list item of a section's running text, without its bullet: `section.text[start:end]`.

    `path` is the headings from the top down to the section's own, `printed` the printed numbers of the report's pages.
    """

    section: Section
    path: tuple[str, ...]
    start: int
    end: int
    text: str
    printed: Mapping[int | None, str | None]

    @property
    def source(self) -> Source:
        """The sentence's place, found anew each time; the section's, without its boxes, where its words have none."""
        boxes = boxes_of(self.start, self.end, self.section.spans)
        if not boxes:
            return replace(self.section.source, boxes=())
        pages = tuple(dict.fromkeys(box.page for box in boxes))
        return Source(page=pages[0], printed_page=self.printed.get(pages[0]), pages=pages, boxes=boxes)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table. `path` is the headings above the table, from the top down."""

    table: Table
    path: tuple[str, ...]
    number: int
    source: Source

    @property
    def cells(self) -> tuple[str, ...]:
        """The row's cells."""
        return self.table.rows[self.number]

    @property
    def quote(self) -> str:
        """The row's cells in order, empty ones left out."""
        return " ".join(cell for cell in self.cells if cell)


class Statements:
    """A report with its sentences and what verifies their words, made once for all kinds of facts."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.verifier = Verifier(report.pages, {note.mark for note in report.footnotes})

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences of the running text, in reading order."""
        return tuple(sentences(self.report))


def sentences(report: Report) -> Iterator[Sentence]:
    """All sentences of a report's running text, in reading order."""
    paths = paths_of(report)
    printed = {page.number: page.printed for page in report.pages}
    for section in report.sections:
        for start, end in split(section.text):
            begin = start + len(BULLET) if section.text.startswith(BULLET, start) else start
            if begin < end:
                yield Sentence(section, paths[section.id], begin, end, section.text[begin:end], printed)


def rows(report: Report) -> Iterator[Row]:
    """All rows of a report's tables, table by table."""
    paths = paths_of(report)
    for table in report.tables:
        for number in range(len(table.rows)):
            source = table.row_sources[number] if table.row_sources else table.source
            yield Row(table, paths.get(table.section_id or "", ()), number, source)


def paths_of(report: Report) -> dict[str, tuple[str, ...]]:
    """The headings from the top down to each section's own, by section id; empty headings are left out."""
    paths: dict[str, tuple[str, ...]] = {}
    for section in report.sections:
        above = paths.get(section.parent_id or "", ())
        paths[section.id] = (*above, section.heading) if section.heading else above
    return paths
