"""Drafts: this year's report while it is being written, out of earlier reports' words and the writer's own.

A draft is no report: it is kept apart and never searched. All types are frozen; changing a draft makes another, and
every one that was saved is a version (`corpus.store.drafts`).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from corpus.errors import LimitExceeded, UsageError
from corpus.model import Period

#: `text`: the writer's own words. `stretch`: words of a report. `rows`: rows of a report's table. `figure`: a number
#: with what it measures, a report's or the writer's own.
BlockKind = Literal["text", "stretch", "rows", "figure"]
#: How far a heading has come: nothing there yet, being written, ready.
HeadingState = Literal["open", "started", "done"]

#: Longest texts, in characters, and greatest numbers of things; a long annual report has a tenth of each.
LONGEST_TITLE = 500
LONGEST_TEXT = 100_000
MOST_HEADINGS = 500
MOST_BLOCKS = 5_000
MOST_ROWS = 2_000
MOST_COLUMNS = 100
MOST_CHARACTERS = 5_000_000
DEEPEST = 4


@dataclass(frozen=True, slots=True)
class Origin:
    """Where borrowed words were taken.

    Attributes:
        report_id: the report.
        version: its version then.
        section_id: the section's qualified id.
        fact_id: the figure's qualified id, where it is one.
        page: the PDF's page, counted from 1.
        citation: how the place is cited.
        quote: the report's own words, verbatim.
        words: the block's words when it was borrowed (`words_of`), against which changes are shown.
        period: what the report is on, by which its words may be stale.
    """

    report_id: str
    version: int
    section_id: str | None
    page: int | None
    citation: str
    quote: str
    words: str
    period: Period | None = None
    fact_id: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A piece under a heading.

    Attributes:
        id: local to the draft (`b7`).
        kind: which kind of piece.
        text: paragraphs parted by a blank line, list items on lines that begin with "• ", headings on lines that
            begin with "## "; of `rows`, the caption.
        header: of `rows`.
        rows: of `rows`, each as long as the header where there is one.
        origin: where it was borrowed; None for the writer's own.
        note: the writer's own source, which becomes a footnote.
        settled: marks of stale words that the writer has confirmed, by their keys (`api.drafts.marks`).
    """

    id: str
    kind: BlockKind
    text: str = ""
    header: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    origin: Origin | None = None
    note: str = ""
    settled: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading and what stands under it.

    Attributes:
        id: local to the draft (`h3`).
        title: the heading's words.
        level: 1 to `DEEPEST`.
        state: how far it has come.
        requirement: what must be answered under it, in the decision's words; "" where nothing is asked.
        blocks: what stands there, in order.
    """

    id: str
    title: str
    level: int = 1
    state: HeadingState = "open"
    requirement: str = ""
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft: its title, what it is to be on, its headings in order."""

    title: str
    period: Period
    headings: tuple[Heading, ...] = ()

    def blocks(self) -> Iterator[tuple[Heading, Block]]:
        """Every block with its heading, in order."""
        for heading in self.headings:
            for block in heading.blocks:
                yield heading, block


def words_of(block: Block) -> str:
    """All words of a block as one text; of rows: the caption, the header and each row a line, cells parted by tabs."""
    if block.kind != "rows":
        return block.text
    lines = [block.text, "\t".join(block.header), *("\t".join(row) for row in block.rows)]
    return "\n".join(line for line in lines if line.strip())


def is_changed(block: Block) -> bool:
    """Whether borrowed words differ from what they were when they were borrowed."""
    return block.origin is not None and words_of(block) != block.origin.words


def is_answered(heading: Heading) -> bool:
    """Whether something stands under the heading, or the writer has said that it is ready."""
    return heading.state == "done" or any(words_of(block).strip() for block in heading.blocks)


def unanswered(draft: Draft) -> tuple[Heading, ...]:
    """The headings that ask for something under which nothing stands."""
    return tuple(heading for heading in draft.headings if heading.requirement and not is_answered(heading))


def check(draft: Draft) -> None:
    """See that a draft can be kept.

    Raises:
        UsageError: it has no title, a heading has none, two things have one id, or a table's rows are of other lengths.
        LimitExceeded: it is too large.
    """
    if not draft.title.strip():
        raise UsageError("Utkastet behöver en titel.")
    if draft.period.end < draft.period.start:
        raise UsageError("Periodens slut ligger före dess början.")
    blocks = [block for _, block in draft.blocks()]
    for what, count, most in (("rubriker", len(draft.headings), MOST_HEADINGS), ("stycken", len(blocks), MOST_BLOCKS)):
        if count > most:
            raise LimitExceeded(f"Ett utkast har högst {most} {what}; det här har {count}.")
    _check_length("Titeln", draft.title, LONGEST_TITLE)
    for heading in draft.headings:
        _check_heading(heading)
    for block in blocks:
        _check_block(block)
    ids = [heading.id for heading in draft.headings] + [block.id for block in blocks]
    if len(ids) != len(set(ids)):
        raise UsageError("Två delar av utkastet har samma id.")
    size = sum(map(_size, blocks)) + sum(len(heading.requirement) for heading in draft.headings)
    if size > MOST_CHARACTERS:
        raise LimitExceeded(f"Utkastet är för stort: högst {MOST_CHARACTERS} tecken går att spara.")


def _size(block: Block) -> int:
    origin = block.origin
    return len(words_of(block)) + len(block.note) + (len(origin.quote) + len(origin.words) if origin else 0)


def _check_heading(heading: Heading) -> None:
    if not heading.title.strip():
        raise UsageError("En rubrik saknar text. Skriv den, eller ta bort rubriken.")
    if not 1 <= heading.level <= DEEPEST:
        raise UsageError(f"Rubriken ”{heading.title[:60]}” har nivå {heading.level}; 1–{DEEPEST} går an.")
    _check_length("Rubriken", heading.title, LONGEST_TITLE)
    _check_length("Kravet", heading.requirement, LONGEST_TEXT)


def _check_block(block: Block) -> None:
    _check_length("Ett stycke", block.text, LONGEST_TEXT)
    _check_length("Källan", block.note, LONGEST_TITLE)
    _SHAPES[block.kind](block)


def _check_rows(block: Block) -> None:
    widths = {len(row) for row in (block.header, *block.rows) if row}
    if len(widths) > 1:
        raise UsageError("Tabellens rader är inte lika långa.")
    if len(block.rows) > MOST_ROWS or max(widths, default=0) > MOST_COLUMNS:
        raise LimitExceeded(f"En tabell har högst {MOST_ROWS} rader och {MOST_COLUMNS} kolumner.")
    _check_length("En tabell", words_of(block), LONGEST_TEXT)


def _check_words(block: Block) -> None:
    if block.rows or block.header:
        raise UsageError("Bara ett stycke med tabellrader kan ha rader.")


#: What must hold of each kind of block.
_SHAPES: Mapping[BlockKind, Callable[[Block], None]] = {
    "text": _check_words,
    "stretch": _check_words,
    "figure": _check_words,
    "rows": _check_rows,
}


def _check_length(what: str, text: str, most: int) -> None:
    if len(text) > most:
        raise LimitExceeded(f"{what} är för lång: {len(text)} tecken, högst {most} går an.")
