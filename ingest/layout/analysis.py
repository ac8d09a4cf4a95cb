"""A document's pages analysed: tables, pictures, notes and paragraphs in reading order, noise set aside."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ingest.layout.charts import stray_labels
from ingest.layout.columns import reading_order
from ingest.layout.content import Element, PageContent, Tags, Word
from ingest.layout.contents import Contents, Entry, contents_of
from ingest.layout.drawn_bullets import with_bullets
from ingest.layout.footnotes import Notes, notes_of
from ingest.layout.grids import Grid, grids_of
from ingest.layout.heads import with_head
from ingest.layout.lines import Line, lines_of
from ingest.layout.measures import Measures, measure
from ingest.layout.paragraphs import ElementOf, Piece, pieces_of
from ingest.layout.pictures import PictureArea, pictures_of
from ingest.layout.running_lines import RunningLines, set_running_lines_aside
from ingest.layout.symbol_cells import with_symbols
from ingest.layout.tagged_tables import tagged_grids, with_drawn
from ingest.layout.unruled import unruled_tables

#: Share of a document's text that must be tagged before the tags are trusted.
TAG_COVER = 0.85
#: A drawn grid with text in fewer of its cells is a chart's.
FILLED_CELLS = 0.25


@dataclass(frozen=True, slots=True)
class TableArea:
    """A table's piece as a thing that stands in the reading order."""

    grid: Grid

    @property
    def x0(self) -> float:
        """Left edge."""
        return self.grid.box.x0

    @property
    def top(self) -> float:
        """Upper edge."""
        return self.grid.box.top

    @property
    def x1(self) -> float:
        """Right edge."""
        return self.grid.box.x1

    @property
    def bottom(self) -> float:
        """Lower edge."""
        return self.grid.box.bottom

    @property
    def is_label(self) -> bool:
        """Never."""
        return False


Entity = Piece | TableArea | PictureArea


@dataclass(frozen=True, slots=True)
class PageLayout:
    """What was found on a page, its entities in reading order.

    `turned` are the words that do not stand upright, `labels` the lines that stray from charts.
    """

    content: PageContent
    entities: tuple[Entity, ...]
    notes: Notes
    aside: tuple[Line, ...]
    contents: Contents
    printed: str | None
    turned: tuple[Word, ...] = ()
    labels: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Analysis:
    """A whole document analysed."""

    pages: tuple[PageLayout, ...]
    measures: Measures
    entries: tuple[Entry, ...]
    tagged: bool


@dataclass(slots=True)
class _Sheet:
    """A page on its way."""

    content: PageContent
    grids: list[Grid]
    lines: list[Line] = field(default_factory=list)
    contents: Contents = field(default_factory=lambda: Contents((), frozenset()))


def analyse(pages: Sequence[PageContent], tags: Tags) -> Analysis:
    """Analyse a document.

    Args:
        pages: the content of its pages, in order.
        tags: its tag tree; trusted only where it covers most of the text.
    """
    tagged = is_trusted(tags, pages)
    pages = [with_bullets(page) for page in pages]
    known = tagged_grids(pages, tags) if tagged else {}
    sheets = [_Sheet(page, _tables(page, known.get(page.number, []))) for page in pages]
    for sheet in sheets:
        sheet.lines = lines_of(sheet.content.number, _outside(sheet.content, sheet.grids))
    measures = measure([sheet.lines for sheet in sheets])
    running = set_running_lines_aside(pages, [s.lines for s in sheets], measures.body_size)
    begun = False
    for sheet, kept in zip(sheets, running.kept, strict=True):
        sheet.lines = list(kept)
        sheet.contents = contents_of(sheet.lines, begun=begun)
        begun = bool(sheet.contents.entries)
        sheet.lines = [line for line in sheet.lines if line not in sheet.contents.lines]
    found = tuple(_layout(s, i, running, measures, tags if tagged else Tags()) for i, s in enumerate(sheets))
    entries = tuple(entry for sheet in sheets for entry in sheet.contents.entries)
    return Analysis(found, measures, entries, tagged)


def is_trusted(tags: Tags, pages: Sequence[PageContent]) -> bool:
    """Whether a tag tree covers enough text, holds headings, and has elements of more than a line."""
    total = covered = 0
    sizes: Counter[int] = Counter()
    headings = 0
    for page in pages:
        for word in page.words:
            total += len(word.text)
            owner = tags.owner(page.number, word.mark) if word.mark >= 0 else None
            if owner is not None:
                covered += len(word.text)
                sizes[owner.number] += len(word.text)
                headings += owner.heading is not None
    if not sizes or covered < TAG_COVER * total:
        return False
    # Converted files tag every line as a paragraph of its own.
    weighted = sum(size * size for size in sizes.values()) / covered
    return headings > 0 and weighted > 120


def _tables(page: PageContent, tagged: list[Grid]) -> list[Grid]:
    """A page's tables as tagged and as drawn, the latter with the heads above their first line."""
    grids = with_drawn(tagged, [g for g in grids_of(page) if _is_table(g, page)])
    free = _outside(page, grids)
    return [with_symbols(g, page) if g.chain is not None else with_head(g, free) for g in grids]


def _is_table(grid: Grid, page: PageContent) -> bool:
    """Whether a drawn grid is a table rather than a box, a chart's grid or a frame around the page."""
    filled = sum(1 for c in grid.cells if c.words)
    if grid.rows * grid.columns < 2 or filled < 2 or filled < FILLED_CELLS * len(grid.cells):
        return False
    curves = sum(1 for s in page.shapes if s.curved and s.points > 12 and grid.box.holds(s.box.x0, s.box.top))
    if grid.columns == 1 and grid.rows < 3:
        return False
    return curves < 3 or filled > 0.6 * len(grid.cells)


def _outside(page: PageContent, grids: Sequence[Grid]) -> list[Word]:
    held = {id(w) for grid in grids for cell in grid.cells for w in cell.words}
    return [w for w in page.words if id(w) not in held]


def _layout(sheet: _Sheet, index: int, running: RunningLines, measures: Measures, tags: Tags) -> PageLayout:
    page = sheet.content
    grids = list(sheet.grids)
    pictures = pictures_of(page, sheet.lines, [g.box for g in grids], measures)
    drawn = {line for p in pictures for line in (*p.caption, *p.inside)}
    lines = [line for line in sheet.lines if line not in drawn]
    kept_words = frozenset(id(w) for line in lines for w in line.words)
    loose = replace(page, words=tuple(w for w in page.words if id(w) in kept_words))
    # Where the tags are trusted, words that they put in no table are in none.
    for grid in [] if tags.elements else unruled_tables(loose, [g.box for g in grids]):
        held = {id(w) for cell in grid.cells for w in cell.words}
        grids.append(with_symbols(grid, page))
        lines = [line for line in lines if not all(id(w) in held for w in line.words)]
    element_of = _element_finder(page.number, tags)

    def note_of(line: Line) -> int | None:
        element = element_of(line)
        return element.note if element is not None else None

    notes = notes_of(page, lines, measures, [g.box for g in grids], note_of)
    lines = [line for line in lines if line not in notes.lines]
    labels = tuple(stray_labels(lines, measures))
    # Labels help to tell the columns apart, so they are left out only once everything is in order.
    entities = _without(labels, _ordered(lines, grids, pictures, measures, element_of))
    held = {id(w) for grid in grids for cell in grid.cells for w in cell.words}
    turned = tuple(w for w in page.words if not w.upright and id(w) not in held)
    return PageLayout(
        page, tuple(entities), notes, running.aside[index], sheet.contents, running.printed[index], turned, labels
    )


def _without(labels: Sequence[Line], entities: Sequence[Entity]) -> list[Entity]:
    """Entities without stray labels; pieces of nothing else are gone."""
    kept = []
    for entity in entities:
        if isinstance(entity, Piece):
            entity.lines = [line for line in entity.lines if line not in labels]
            if not entity.lines:
                continue
        kept.append(entity)
    return kept


def _is_rest(before: Piece, piece: Piece, measures: Measures) -> bool:
    """Whether a piece is the last line of a heading that crosses the columns."""
    if piece.first.style != before.last.style or len(piece.lines) > 1:
        return False
    large = piece.first.size > measures.body_size + 1
    step = piece.first.baseline - before.last.baseline
    return large and 0 < step < 1.5 * piece.first.size and abs(piece.first.x0 - before.first.x0) < 3


def _element_finder(page: int, tags: Tags) -> ElementOf:
    """Tells in which tagged element most of a line's words stand."""

    def element_of(line: Line) -> Element | None:
        owners = Counter(tags.owners.get((page, w.mark), -1) for w in line.words)
        best = max(owners, key=lambda n: (owners[n], -n))
        return tags.elements[best] if best >= 0 else None

    return element_of


def _ordered(
    lines: Sequence[Line],
    grids: Sequence[Grid],
    pictures: Sequence[PictureArea],
    measures: Measures,
    element_of: ElementOf,
) -> list[Entity]:
    """Everything on a page in reading order, lines gathered into pieces."""
    things: list[Line | TableArea | PictureArea] = [*lines, *map(TableArea, grids), *pictures]
    entities: list[Entity] = []
    for number, flow in enumerate(reading_order(things)):
        run: list[Line] = []
        for thing in (*flow.items, None):
            if isinstance(thing, Line):
                run.append(thing)
                continue
            pieces = pieces_of(run, flow.right, measures, element_of)
            for piece in pieces:
                piece.flow = number
                before = entities[-1] if entities else None
                if isinstance(before, Piece) and _is_rest(before, piece, measures):
                    before.lines += piece.lines
                else:
                    entities.append(piece)
            run = []
            if thing is not None:
                entities.append(thing)
    return entities
