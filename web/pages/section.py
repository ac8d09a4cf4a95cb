"""One section of a report as its page shows it: text, tables, footnotes, the neighbours."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from corpus.model import Footnote, Illustration, Section, Source, Table
from search.spots import Spot
from web.fragments import Fragment, cut
from web.pages.tree import heading, path
from web.tables import TableView, table_view

_BULLET = "• "
_ITEM = re.compile(r"• |\(?[0-9A-Za-zåäöÅÄÖ]{1,4}[.)]\s")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph's parts, or a list's items."""

    parts: tuple[Fragment, ...] = ()
    items: tuple[tuple[Fragment, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The section before or after."""

    heading: str
    href: str


@dataclass(frozen=True, slots=True)
class RecognisedPicture:
    """A picture whose text was recognised: it stands nowhere else."""

    name: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Parts:
    """What a report has beside its sections, and the pages of it whose text was recognised."""

    tables: Sequence[Table]
    illustrations: Sequence[Illustration]
    footnotes: Sequence[Footnote]
    recognised: frozenset[int]


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section as the page shows it; `recognised` says which of its pages were read in their pictures, if any."""

    heading: str
    path: str
    blocks: tuple[Block, ...]
    tables: tuple[TableView, ...]
    pictures: tuple[RecognisedPicture, ...]
    footnotes: tuple[Footnote, ...]
    recognised: str
    has_children: bool
    previous: Neighbour | None
    following: Neighbour | None

    @property
    def empty(self) -> bool:
        """Whether nothing stands directly under the heading."""
        return not (self.blocks or self.tables or self.pictures or self.footnotes)


def view(
    sections: Sequence[Section],
    section: Section,
    parts: Parts,
    spot: Spot | None,
    address: Callable[[Section], str],
    mentioned: Sequence[tuple[int, int]] = (),
) -> SectionView:
    """The section with the words asked for marked, its neighbours at the address given.

    Where ranges of its text are `mentioned`, they are marked instead, and the words asked for are those gone to.
    """
    at = sections.index(section)
    before, after = sections[:at][-1:], sections[at + 1 :][:1]
    tables = [table for table in parts.tables if table.section_id == section.id]
    notes = tuple(note for note in parts.footnotes if note.section_id == section.id)
    marks = [(spot.start, spot.end)] if spot and spot.section_id == section.id else []
    anchored = marks[0][0] if marks else -1
    return SectionView(
        heading=heading(section),
        path=" › ".join(heading(above) for above in path(sections, section)),
        blocks=tuple(_blocks(section.text, mentioned or marks, anchored)),
        tables=tuple(_table(table, spot) for table in tables),
        pictures=tuple(_pictures(parts.illustrations, section)),
        footnotes=notes,
        recognised=_pages_recognised(
            [section.source, *(table.source for table in tables), *(note.source for note in notes)], parts.recognised
        ),
        has_children=any(other.parent_id == section.id for other in sections),
        previous=next((Neighbour(heading(other), address(other)) for other in before), None),
        following=next((Neighbour(heading(other), address(other)) for other in after), None),
    )


def _pages_recognised(sources: Sequence[Source], recognised: frozenset[int]) -> str:
    """A sentence that names the pages which were read in their pictures; empty where there are none."""
    pages = sorted({page for source in sources for page in (source.page, *source.pages) if page in recognised})
    if not pages:
        return ""
    which = "sidan" if len(pages) == 1 else "sidorna"
    return f"Det som står på {which} {', '.join(map(str, pages))} är läst ur en bild och kan ha fel."


def _pictures(illustrations: Sequence[Illustration], section: Section) -> Iterator[RecognisedPicture]:
    for picture in illustrations:
        if picture.ocr and picture.text and picture.section_id == section.id:
            where = f" på sidan {picture.source.page}" if picture.source.page else ""
            yield RecognisedPicture(picture.caption or f"Text i bilden{where}", tuple(picture.text.split("\n")))


def _table(table: Table, spot: Spot | None) -> TableView:
    marked = range(spot.start, spot.end) if spot and spot.table_id == table.id else ()
    rows = (tuple(cut(cell, ()) for cell in row) for row in table.rows)
    return table_view(table.caption, table.header, rows, marked)


def _blocks(text: str, marks: Sequence[tuple[int, int]], anchored: int) -> Iterator[Block]:
    """Paragraphs and lists; list items that follow each other form one list."""
    items: list[tuple[Fragment, ...]] = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if _ITEM.match(line):
            items.append(cut(text, marks, start + (len(_BULLET) if line.startswith(_BULLET) else 0), end, anchored))
        elif line.strip():
            if items:
                yield Block(items=tuple(items))
                items = []
            yield Block(parts=cut(text, marks, start, end, anchored))
        start = end + 1
    if items:
        yield Block(items=tuple(items))
