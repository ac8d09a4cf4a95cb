"""The tree of sections: blocks in reading order become a report, the same way for every format."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from corpus.model import Footnote, Illustration, Page, Report, Section, Source, Span, Table
from ingest.document import Block, Document, Heading, Note, Paragraph, Picture, TableBlock
from ingest.metadata import read_metadata

BULLET = "• "
#: A list item that bears its own number or letter: "1 Mat", "2. buss", "a) tåg", "(iv) båt", "3.1 Skola".
NUMBERED = re.compile(r"\(?(?:\d{1,2}(?:\.\d{1,2})*|[A-Za-zÅÄÖåäö]|[ivx]{1,4})[.)]\s|\d{1,2}\s+[A-ZÅÄÖ]")


@dataclass(slots=True)
class _Draft:
    """A section while its paragraphs come in."""

    id: str
    parent: "_Draft | None"
    depth: int
    heading_level: int
    heading: str
    source: Source = Source()
    paragraphs: list[Paragraph] = field(default_factory=list)


@dataclass(slots=True)
class _Assembly:
    """What has been gathered so far; ids count from 1 in reading order."""

    drafts: list[_Draft] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    illustrations: list[Illustration] = field(default_factory=list)
    footnotes: list[Footnote] = field(default_factory=list)

    @property
    def section_id(self) -> str | None:
        """The section that is open; None before the first heading or paragraph."""
        return self.drafts[-1].id if self.drafts else None

    def open(self, heading: str, level: int, source: Source) -> None:
        """Begin a section under the nearest earlier one whose heading stands higher."""
        parent = self.drafts[-1] if self.drafts else None
        while parent is not None and parent.heading_level >= level:
            parent = parent.parent
        if parent is not None and not parent.heading:
            parent = None  # The text before the first heading is nobody's parent.
        depth = 1 if parent is None else parent.depth + 1
        self.drafts.append(_Draft(f"s{len(self.drafts) + 1}", parent, depth, level, heading, source))

    def add(self, block: Block) -> None:
        """Take in the next block."""
        match block:
            case Heading(text=text, level=level, source=source):
                if heading := " ".join(text.split()):
                    self.open(heading, max(1, level), source)
            case Paragraph():
                if block.text.strip():
                    if not self.drafts:
                        self.open("", 1, block.source)
                    self.drafts[-1].paragraphs.append(block)
            case TableBlock():
                if any(cell.strip() for row in (block.header, *block.rows) for cell in row):
                    self.tables.append(_table(block, f"t{len(self.tables) + 1}", self.section_id))
            case Picture(caption=caption, text=text, source=source, ocr=ocr):
                number = f"i{len(self.illustrations) + 1}"
                self.illustrations.append(Illustration(number, self.section_id, caption, source, text, ocr))
            case Note(mark=mark, text=text, source=source):
                number = f"n{len(self.footnotes) + 1}"
                self.footnotes.append(Footnote(number, self.section_id, mark, text, source))


def assemble(document: Document, name: str) -> Report:
    """Make a report of a document: sections as a tree, tables, illustrations, footnotes and metadata.

    A section's level is its depth in the tree, so levels that the document skips are closed up.

    Args:
        document: what the format's reader made of the file.
        name: the file's base name, evidence for the metadata and the title of last resort.
    """
    assembly = _Assembly()
    for block in document.blocks:
        assembly.add(block)
    printed = printed_pages(document.pages)
    return Report(
        metadata=read_metadata(document, name),
        pages=document.pages,
        sections=tuple(_section(draft, printed) for draft in assembly.drafts),
        tables=tuple(assembly.tables),
        illustrations=tuple(assembly.illustrations),
        footnotes=tuple(assembly.footnotes),
        problems=document.problems,
    )


def printed_pages(pages: Iterable[Page]) -> dict[int, str | None]:
    """The printed number of each page that has a number of its own."""
    return {page.number: page.printed for page in pages if page.number is not None}


def _section(draft: _Draft, printed: dict[int, str | None]) -> Section:
    text, spans = _running_text(draft.paragraphs)
    touched = set(draft.source.pages) | {span.box.page for span in spans}
    for paragraph in draft.paragraphs:
        touched.update(paragraph.source.pages)
    source = draft.source
    page = source.page if source.page is not None else min(touched, default=None)
    if page is not None:
        printed_page = source.printed_page if source.printed_page is not None else printed.get(page)
        source = replace(source, page=page, printed_page=printed_page, pages=tuple(sorted(touched | {page})))
    parent = draft.parent.id if draft.parent is not None else None
    return Section(draft.id, parent, draft.depth, draft.heading, text, source, spans)


def _running_text(paragraphs: Sequence[Paragraph]) -> tuple[str, tuple[Span, ...]]:
    """Paragraphs joined as `Section` says, and their spans counted from the section's start."""
    parts: list[str] = []
    spans: list[Span] = []
    length = 0
    previous: Paragraph | None = None
    for paragraph in paragraphs:
        text = paragraph.text.rstrip()
        skipped = len(text) - len(text.lstrip())
        text = text[skipped:].replace("\n", " ")
        lead = "" if previous is None else "\n" if previous.list_item and paragraph.list_item else "\n\n"
        if paragraph.list_item and not NUMBERED.match(text):
            lead += BULLET
        length += len(lead)
        spans += _shifted(paragraph.spans, length - skipped, length, length + len(text))
        length += len(text)
        parts += (lead, text)
        previous = paragraph
    return "".join(parts), tuple(spans)


def _shifted(spans: Iterable[Span], by: int, low: int, high: int) -> Iterable[Span]:
    """Spans moved by an offset and kept inside `[low, high)`."""
    for span in spans:
        start, end = max(low, span.start + by), min(high, span.end + by)
        if start < end:
            yield Span(start, end, span.box)


def _table(block: TableBlock, number: str, section_id: str | None) -> Table:
    """A table whose rows are all as long as its header, or as its longest row."""
    width = max(len(row) for row in (block.header, *block.rows))
    header = _padded(block.header, width) if block.header else ()
    rows = tuple(_padded(row, width) for row in block.rows)
    return Table(number, section_id, block.caption, header, rows, block.source, block.row_sources)


def _padded(row: tuple[str, ...], width: int) -> tuple[str, ...]:
    return row + ("",) * (width - len(row))
