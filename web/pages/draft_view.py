"""A draft as its editor shows it: the outline, one heading with its blocks, their marks and changes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from api.drafts.newer import Newer
from api.drafts.standing import NamesOf, Standing, standing
from api.knowledge import Knowledge
from corpus.drafts import Block, Draft, Heading, is_answered, is_changed, words_of
from corpus.store import Store
from search.differences import Piece, differences
from web import links, words
from web.pages.draft_form import cells, is_editable
from web.pages.draft_words import BLOCKS, MARKS, STATES

#: Lines of a field: as many as its text has, about so many characters each, within bounds.
_LINE, _FEWEST, _MOST = 85, 2, 24


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """A heading in the outline."""

    title: str
    href: str
    level: int
    state: str
    code: str
    asked: bool
    marks: int
    here: bool


@dataclass(frozen=True, slots=True)
class Bit:
    """A stretch of a block's words; `key` is set where it is a mark that is not confirmed."""

    text: str
    key: str | None = None
    what: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """A newer value for a mark."""

    key: str
    old: str
    newer: Newer


@dataclass(frozen=True, slots=True)
class Offers:
    """The newer values that one place gives, and their keys together."""

    citation: str
    offers: tuple[Offer, ...]

    @property
    def keys(self) -> str:
        """The keys of all, as a button hands them over."""
        return ":".join(offer.key for offer in self.offers)


@dataclass(frozen=True, slots=True)
class BlockView:
    """A block in its form."""

    id: str
    kind: str
    what: str
    text: str
    lines: int
    cells: tuple[list[tuple[str, str]], ...]
    has_header: bool
    editable: bool
    note: str
    citation: str | None
    href: str | None
    changed: bool
    pieces: tuple[Piece, ...]
    marked: tuple[tuple[Bit, ...], ...]
    open: int
    offers: tuple[Offers, ...]


@dataclass(frozen=True, slots=True)
class HeadingView:
    """The heading that is edited."""

    id: str
    title: str
    level: int
    state: str
    requirement: str
    answered: bool
    blocks: tuple[BlockView, ...]


def outline(draft: Draft, draft_id: str, here: str | None, names: NamesOf) -> tuple[OutlineRow, ...]:
    """The headings of a draft, each with how many of its marks are not confirmed."""
    return tuple(
        OutlineRow(
            title=heading.title,
            href=links.draft(draft_id, rubrik=heading.id),
            level=heading.level,
            state=STATES[heading.state],
            code=heading.state,
            asked=bool(heading.requirement) and not is_answered(heading),
            marks=sum(len(_open(standing(block, draft.period, names))) for block in heading.blocks),
            here=heading.id == here,
        )
        for heading in draft.headings
    )


def heading_view(knowledge: Knowledge, draft: Draft, heading: Heading, names: NamesOf) -> HeadingView:
    """One heading with all that its form shows."""
    return HeadingView(
        id=heading.id,
        title=heading.title,
        level=heading.level,
        state=heading.state,
        requirement=heading.requirement,
        answered=is_answered(heading),
        blocks=tuple(_block(knowledge, draft, block, names) for block in heading.blocks),
    )


def _block(knowledge: Knowledge, draft: Draft, block: Block, names: NamesOf) -> BlockView:
    origin, marks = block.origin, _open(standing(block, draft.period, names))
    changed = is_changed(block)
    return BlockView(
        id=block.id,
        kind=block.kind,
        what=BLOCKS[block.kind],
        text=block.text,
        lines=_lines(block.text),
        cells=tuple(cells(block)),
        has_header=bool(block.header),
        editable=is_editable(block),
        note=block.note,
        citation=origin.citation if origin else None,
        href=_href(knowledge.store, block),
        changed=changed,
        pieces=differences(origin.words, words_of(block)) if origin and changed else (),
        marked=marked_lines(words_of(block), marks),
        open=len(marks),
        offers=_by_citation(_offers(knowledge, draft, block, marks)),
    )


def _offers(knowledge: Knowledge, draft: Draft, block: Block, marks: Sequence[Standing]) -> Iterator[Offer]:
    if block.origin is None:
        return
    newer = knowledge.newer_figures.among(block.origin, (one.mark for one in marks), draft.period.end)
    for one in marks:
        if one.mark.key in newer:
            yield Offer(one.mark.key, one.mark.text, newer[one.mark.key])


def _by_citation(offers: Iterator[Offer]) -> tuple[Offers, ...]:
    held: dict[str, list[Offer]] = {}
    for offer in offers:
        held.setdefault(offer.newer.citation, []).append(offer)
    return tuple(Offers(citation, tuple(some)) for citation, some in held.items())


def _open(marks: Sequence[Standing]) -> list[Standing]:
    return [one for one in marks if not one.settled]


def _href(store: Store, block: Block) -> str | None:
    """The place in the report; None where the report is gone."""
    origin = block.origin
    if origin is None or not any(report.id == origin.report_id for report in store.reports()):
        return None
    if origin.fact_id:
        return links.fact(origin.fact_id, origin.page)
    return links.report(origin.report_id, section=origin.section_id, page=origin.page, version=origin.version)


def marked_lines(text: str, marks: Sequence[Standing]) -> tuple[tuple[Bit, ...], ...]:
    """A block's lines that have marks, each as bits; lines without are not worth reading twice."""
    lines: list[tuple[Bit, ...]] = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        held = [one for one in marks if start <= one.start < end]
        if held:
            lines.append(tuple(_bits(text, start, end, held)))
        start = end + 1
    return tuple(lines)


def _bits(text: str, start: int, end: int, marks: Sequence[Standing]) -> Iterator[Bit]:
    at = start
    for one in marks:
        if one.start > at:
            yield Bit(text[at : one.start].replace("\t", " · "))
        yield Bit(text[one.start : one.end], one.mark.key, MARKS[one.mark.kind])
        at = one.end
    if at < end:
        yield Bit(text[at:end].replace("\t", " · "))


def _lines(text: str) -> int:
    needed = sum(1 + len(line) // _LINE for line in text.split("\n"))
    return min(max(needed, _FEWEST), _MOST)


def period_fields(draft: Draft) -> tuple[str, str, str]:
    """The draft's period as its form has it: the year alone, or the two days."""
    period = draft.period
    said = words.period(period) or ""
    return (said, "", "") if said.isdigit() else ("", period.start.isoformat(), period.end.isoformat())
