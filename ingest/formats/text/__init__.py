"""Plain text: wrapped or not, tables in tabs or bare lines, headings that nothing marks, footnotes in the flow."""

import re
from collections.abc import Iterator, Sequence

from corpus.model import Page, Problem
from corpus.settings import Settings
from ingest.document import Block, Document, Heading, Note, Paragraph, Picture, TableBlock
from ingest.formats.captions import PICTURE, is_caption
from ingest.formats.decoding import decode
from ingest.formats.markdown import read as read_markdown
from ingest.formats.text.columns import drawn_table, mark_tables
from ingest.formats.text.contents import take_contents
from ingest.formats.text.headings import Item, judge
from ingest.formats.text.hyphens import Mender
from ingest.formats.text.levels import levels_of
from ingest.formats.text.lines import lines_of, measure, with_pages, without_emphasis
from ingest.formats.text.marks import take_marks
from ingest.formats.text.notes import take_notes
from ingest.formats.text.pieces import Piece, pieces_of
from ingest.formats.text.running import take_running_lines
from ingest.formats.text.tables import bare, joined, spaced, spaced_table, tabbed
from ingest.formats.text.tabs import without_indents

#: A file with so many headings marked as in Markdown is such a file, whatever its name says.
_MARKDOWN = re.compile(r"^#{1,6} \S", re.MULTILINE)
MIN_MARKDOWN = 2


def read(content: bytes, name: str, settings: Settings) -> Document:
    """Read a plain text.

    Raises:
        UnreadableFile: the file is empty or holds something else than text.
        LimitExceeded: the file is larger than `settings.max_text_bytes`.
    """
    text = without_emphasis(decode(content, name, settings))
    if len(_MARKDOWN.findall(text)) >= MIN_MARKDOWN:
        return read_markdown(content, name, settings)
    lines = mark_tables(without_indents(lines_of(text)))
    layout = measure(lines)
    paged, running = take_running_lines(with_pages(lines, layout))
    lines, entries = take_contents(paged)
    if not lines:
        lines, entries = paged, []  # Nothing but entries is a table of something.
    noted = take_notes(take_marks(lines), layout)
    mender = Mender(line.text for line in noted.lines)
    pieces = pieces_of(noted.lines, layout, mender)
    items = judge(_with_tables(pieces, mender), entries, layout)
    title = _title(items)
    if title is not None:
        items = items[1:]
    blocks = tuple(_blocks(items, levels_of(items, entries), noted.notes))
    problems = _missing_notes(blocks)
    blocks = tuple(block for block in blocks if not isinstance(block, Note) or block.text)
    page = Page(None, None, 0.0, 0.0, text)
    return Document(blocks, (page,), title=title, front_matter=tuple(running), problems=problems)


def _missing_notes(blocks: Sequence[Block]) -> tuple[Problem, ...]:
    """A problem that names the notes whose marks stand in the text but whose texts the file does not hold."""
    marks = [block.mark for block in blocks if isinstance(block, Note) and not block.text]
    if not marks:
        return ()
    message = f"Fotnoternas text saknas i filen: {', '.join(marks)}. Läs dem i originalet."
    return (Problem("footnotes_missing", message),)


def _title(items: Sequence[Item]) -> str | None:
    """The first line, where it stands as a heading."""
    first = items[0] if items else None
    return first.piece.text if first is not None and first.heading and first.piece is not None else None


def _with_tables(pieces: Sequence[Piece], mender: Mender) -> list[Item]:
    """Pieces in order, those that are rows put together to tables."""
    items: list[Item] = []
    at = 0
    while at < len(pieces):
        taken, table = _table_at(pieces, at, mender)
        if table is None:
            items.append(Item(pieces[at]))
        elif items and items[-1].table is not None and (whole := joined(items[-1].table, table)):
            items[-1] = Item(None, whole)
        else:
            items.append(Item(None, table))
        at += taken
    return items


def _table_at(pieces: Sequence[Piece], at: int, mender: Mender) -> tuple[int, TableBlock | None]:
    """How many pieces the table that begins at a place takes, and the table; (1, None) where none begins."""
    rows = at
    while rows < len(pieces) and (table := pieces[at].first.table) is not None and pieces[rows].first.table == table:
        rows += 1
    if rows > at:
        drawn = drawn_table([piece.first for piece in pieces[at:rows]])
        return (rows - at, drawn) if drawn is not None else (1, None)
    while rows < len(pieces) and "\t" in pieces[rows].raw and (rows == at or pieces[rows].first.gap == 0):
        rows += 1
    if rows > at:
        return rows - at, tabbed(pieces[at:rows], mender)
    following = pieces[at : at + 400]
    if count := spaced(following):
        return count, spaced_table(following[:count])
    return bare(following) or (1, None)


def _blocks(items: Sequence[Item], levels: Sequence[int], notes: dict[int, tuple[Note, ...]]) -> Iterator[Block]:
    """Blocks in order, each note behind the block in which its mark stands."""
    remaining = iter(levels)
    waiting = sorted(notes)
    caption: str | None = None
    for item in items:
        if item.table is not None:
            yield TableBlock(item.table.header, item.table.rows, caption)
            caption = None
        elif item.piece is not None and item.heading:
            yield Heading(item.piece.text, next(remaining))
        elif item.piece is not None and item.caption:
            caption = item.piece.text
        elif item.piece is not None and PICTURE.match(item.piece.text) and is_caption(item.piece.text):
            yield Picture(item.piece.text)
        elif item.piece is not None:
            yield Paragraph(item.piece.text, list_item=item.piece.item)
        if item.piece is not None:
            while waiting and waiting[0] <= item.piece.lines[-1].number:
                yield from notes[waiting.pop(0)]
    for number in waiting:
        yield from notes[number]
