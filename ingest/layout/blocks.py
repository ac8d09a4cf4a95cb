"""An analysed document as the stream of blocks that every reader hands on."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from corpus.model import Box, Source
from ingest.document import Block, Heading, Note, Paragraph, Picture
from ingest.layout.analysis import Analysis, PageLayout, TableArea
from ingest.layout.captions import caption_above
from ingest.layout.content import Bookmark, Element, Rectangle
from ingest.layout.footnotes import NoteLines
from ingest.layout.headings import strip_bullet
from ingest.layout.hyphens import vocabulary_of
from ingest.layout.lines import Line, join_words, lines_of
from ingest.layout.outline import outline_of
from ingest.layout.paragraphs import NUMBERED, SENTENCE_END, Piece
from ingest.layout.pictures import PictureArea, pictured_in
from ingest.layout.symbols import PLAIN_BULLETS
from ingest.layout.tables import Part, block_of, continues, part_of
from ingest.layout.texts import PlacedText, box_on, chain, compose, cut


@dataclass(slots=True)
class Stream:
    """The blocks of a document with its title and what was set aside."""

    blocks: list[Block] = field(default_factory=list)
    title: str | None = None
    front: list[str] = field(default_factory=list)


def blocks_of(analysis: Analysis, bookmarks: Sequence[Bookmark]) -> Stream:
    """Make the blocks of a document."""
    return _Maker(analysis, bookmarks).run()


@dataclass(slots=True)
class _Open:
    """A paragraph that may go on in the next column or on the next page."""

    placed: PlacedText
    item: bool
    pages: list[int]
    boxes: list[Box]
    printed: str | None
    place: tuple[int, int]
    size: float
    bold: bool
    element: Element | None


class _Maker:
    """Walks over the pages and writes blocks."""

    def __init__(self, analysis: Analysis, bookmarks: Sequence[Bookmark]) -> None:
        self._analysis = analysis
        self._vocabulary = vocabulary_of(line.text for page in analysis.pages for line in _lines(page))
        self._outline = outline_of(analysis, bookmarks)
        # Long notes are set on the page before or after the one that calls them.
        self._notes = frozenset(
            (p.content.number + by, n.mark) for p in analysis.pages for n in p.notes.notes for by in (-1, 0, 1)
        )
        self._stream = Stream()
        self._open: _Open | None = None
        self._later: list[Block] = []
        self._parts: list[Part] = []

    def run(self) -> Stream:
        """Make everything."""
        lines = [line for piece in self._outline.title for line in piece.lines]
        self._stream.title = compose(lines, self._vocabulary).text or None
        for page in self._analysis.pages:
            self._page(page)
        self._close()
        self._close_table()
        return self._stream

    def _page(self, page: PageLayout) -> None:
        self._stream.front += [line.text for line in page.aside if page.content.number <= 3]
        entities = page.entities
        outline, levels, measures = self._outline, self._outline.levels, self._analysis.measures
        captions = {
            at: caption_above(entities, at, outline.captions, levels, measures)
            for at, entity in enumerate(entities)
            if isinstance(entity, TableArea)
        }
        used = {id(piece) for pieces in captions.values() for piece in pieces}
        for at, entity in enumerate(entities):
            if id(entity) in used or outline.is_title(entity):
                continue
            if isinstance(entity, TableArea):
                self._table(entity, page, captions[at])
            elif isinstance(entity, PictureArea):
                self._later.append(self._picture(entity, page))
            elif id(entity) in levels:
                self._heading(entity, levels[id(entity)], page)
            elif not self._is_repeated_head(entity, at):
                self._paragraph(entity, page)
        self._later += [self._picture(area, page) for area in _without_area(page)]
        self._later += [self._note(note, page) for note in page.notes.notes]
        strays = (line.text for line in page.labels if any(c.isalnum() for c in line.text))
        if text := "\n".join(filter(None, (join_words(page.turned), *strays))):
            number = page.content.number
            places = [*(word.box for word in page.turned), *(line.box for line in page.labels)]
            boxes = tuple(box_on(number, place) for place in places[:1])
            source = Source(number, page.printed, (number,), boxes)
            self._later.append(Picture(None, text, source, ocr=page.content.ocr))

    def _heading(self, piece: Piece, level: int, page: PageLayout) -> None:
        self._close()
        self._close_table()
        text = strip_bullet(compose(piece.lines, self._vocabulary, self._notes).text).strip()
        if text:
            self._stream.blocks.append(Heading(text, level, self._source(piece, page)))

    def _paragraph(self, piece: Piece, page: PageLayout) -> None:
        placed = compose(piece.lines, self._vocabulary, self._notes)
        item = piece.marker
        if placed.text[:1] in PLAIN_BULLETS:
            placed, item = cut(placed, 1), True
        elif item and not NUMBERED.match(placed.text):
            placed = cut(placed, 1)
        if not placed.text:
            return
        number = page.content.number
        place = (number, piece.flow)
        boxes = [box_on(number, _around(piece))]
        if self._open is not None and self._runs_on(self._open, piece, placed, item=item, place=place):
            self._open.placed = chain(self._open.placed, placed, self._vocabulary)
            self._open.pages.append(number)
            self._open.boxes += boxes
            self._open.place = place
            self._open.element = piece.tail
            return
        self._close()
        self._close_table()
        look = piece.first.size, piece.first.is_bold
        self._open = _Open(placed, item, [number], boxes, page.printed, place, *look, piece.tail)

    def _runs_on(self, last: _Open, piece: Piece, placed: PlacedText, *, item: bool, place: tuple[int, int]) -> bool:
        """Whether a piece at the head of a column goes on with the paragraph at the foot of the one before."""
        if last.place == place or item or abs(last.size - piece.first.size) > 0.6:
            return False
        if last.element is not None and piece.element is not None and last.element.number == piece.element.number:
            return True
        if SENTENCE_END.search(last.placed.text):
            return False
        first = placed.text[0]
        return first.islower() or last.placed.text[-1:] == "-" or (first.isalnum() and len(last.placed.text) > 60)

    def _close(self) -> None:
        """Write the open paragraph, then what stood between its parts."""
        if self._open is not None:
            last, self._open = self._open, None
            pages = tuple(dict.fromkeys(last.pages))
            source = Source(pages[0], last.printed, pages, tuple(last.boxes))
            self._stream.blocks.append(Paragraph(last.placed.text, last.placed.spans, last.item, source))
        self._stream.blocks += self._later
        self._later = []

    def _is_repeated_head(self, piece: Piece, at: int) -> bool:
        """Whether a piece at the top of a page is the head of the table that goes on there."""
        if at or not self._parts or self._parts[-1].grid.page != piece.first.page - 1:
            return False
        first = self._parts[0]
        head = sorted(c for row in first.texts[: first.header_rows] for cell in row for c in cell if c.isalnum())
        return bool(head) and head == sorted(c for c in piece.text if c.isalnum())

    def _table(self, area: TableArea, page: PageLayout, captions: Sequence[Piece]) -> None:
        part = part_of(area.grid, self._vocabulary, page.printed)
        if self._parts and not captions and continues(self._parts[-1], part):
            self._parts.append(part)
            return
        self._close_table()
        caption = compose([line for piece in captions for line in piece.lines], self._vocabulary).text or None
        self._parts = [replace(part, caption=caption)]

    def _close_table(self) -> None:
        if self._parts:
            parts, self._parts = self._parts, []
            table = block_of(parts)
            if self._open is not None:
                self._later.append(table)
            else:
                self._stream.blocks.append(table)

    def _picture(self, area: PictureArea, page: PageLayout) -> Picture:
        caption = compose(area.caption, self._vocabulary).text or None
        pictured = pictured_in(area.box, page.content)
        text = "\n".join([*(line.text for line in area.inside), *(found.text for found in pictured)])
        number = page.content.number
        source = Source(number, page.printed, (number,), (box_on(number, area.box),))
        return Picture(caption, text, source, ocr=page.content.ocr or bool(pictured))

    def _note(self, note: NoteLines, page: PageLayout) -> Note:
        placed = compose(note.lines, self._vocabulary)
        text = placed.text
        if text.startswith(note.mark):
            text = text[len(note.mark) :].lstrip(" .)\t")
        box = note.lines[0].box
        for line in note.lines[1:]:
            box = box.union(line.box)
        number = page.content.number
        return Note(note.mark, text, Source(number, page.printed, (number,), (box_on(number, box),)))

    def _source(self, piece: Piece, page: PageLayout) -> Source:
        number = page.content.number
        return Source(number, page.printed, (number,), (box_on(number, _around(piece)),))


def _around(piece: Piece) -> Rectangle:
    box = piece.first.box
    for line in piece.lines[1:]:
        box = box.union(line.box)
    return box


def _without_area(page: PageLayout) -> list[PictureArea]:
    """Pictures with recognised text that are no part of any picture in the reading order: backgrounds."""
    held = [found for e in page.entities if isinstance(e, PictureArea) for found in pictured_in(e.box, page.content)]
    return [PictureArea(page.content.number, f.box, (), ()) for f in page.content.pictured if f not in held]


def _lines(page: PageLayout) -> list[Line]:
    """All lines of text on a page, those of notes and of tables' cells too."""
    found = [line for note in page.notes.notes for line in note.lines]
    for entity in page.entities:
        if isinstance(entity, Piece):
            found += entity.lines
        elif isinstance(entity, TableArea):
            for cell in entity.grid.cells:
                found += lines_of(page.content.number, cell.words)
    return found
