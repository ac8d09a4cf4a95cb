"""Drafts over HTTP: as they are kept, what may be borrowed for them, what in them must be checked."""

from pydantic import ConfigDict, Field
from pydantic.config import JsonDict

from api.drafts.newer import Newer
from api.drafts.stale import MarkKind
from api.drafts.standing import OpenMark
from api.schemas.common import Period, Shape
from corpus import drafts
from corpus.drafts import BlockKind, HeadingState, is_changed
from corpus.store import DraftUse, StoredDraft

_ORIGIN: JsonDict = {
    "report_id": "3f9a0b1c2d4e",
    "version": 1,
    "section_id": "3f9a0b1c2d4e-1-s12",
    "page": 14,
    "citation": "Region Norrbotten (2021). Delårsrapport april 2021, s. 14",
    "quote": "Lägst är andelen i Övertorneå, drygt 55 procent.",
    "words": "Lägst är andelen i Övertorneå, drygt 55 procent.",
    "period": {"start": "2021-01-01", "end": "2021-04-30", "text": "januari–april 2021"},
    "fact_id": None,
}
_BLOCK: JsonDict = {
    "id": "b1",
    "kind": "stretch",
    "text": "Lägst är andelen i Övertorneå, drygt 57 procent.",
    "header": [],
    "rows": [],
    "note": "",
    "settled": [],
    "origin": _ORIGIN,
    "changed": True,
}
_HEADING: JsonDict = {
    "id": "h1",
    "title": "Bredband",
    "level": 2,
    "state": "started",
    "requirement": "Redovisa utbyggnaden av bredband.",
    "blocks": [_BLOCK],
}
_YEAR: JsonDict = {"start": "2025-01-01", "end": "2025-12-31", "text": "2025"}
DRAFT: JsonDict = {
    "id": "0a1b2c3d4e5f",
    "version": 3,
    "previous": 2,
    "following": None,
    "created_at": "2026-01-07T09:00:00+00:00",
    "saved_at": "2026-01-07T09:30:00+00:00",
    "title": "Årsredovisning 2025",
    "period": _YEAR,
    "headings": [_HEADING],
}


class Origin(Shape):
    """Where borrowed words were taken, and what they were."""

    report_id: str
    version: int
    section_id: str | None
    page: int | None
    citation: str
    quote: str = Field(description="The report's own words, verbatim.")
    words: str = Field(description="The block's words when they were borrowed.")
    period: Period | None
    fact_id: str | None


class Block(Shape):
    """A piece under a heading."""

    id: str
    kind: BlockKind
    text: str = Field(description="Paragraphs; “• ” begins a list's item, “## ” a heading. Of rows: the caption.")
    header: list[str]
    rows: list[list[str]]
    note: str = Field(description="The writer's own source.")
    settled: list[str] = Field(description="Keys of the marks that the writer has confirmed.")
    origin: Origin | None
    changed: bool = Field(description="Borrowed words that are no longer what was borrowed.")

    @classmethod
    def of(cls, block: drafts.Block) -> "Block":
        """The shape of a block."""
        origin = Origin.model_validate(block.origin) if block.origin else None
        rows = [list(row) for row in block.rows]
        return cls(
            id=block.id,
            kind=block.kind,
            text=block.text,
            header=list(block.header),
            rows=rows,
            note=block.note,
            settled=list(block.settled),
            origin=origin,
            changed=is_changed(block),
        )


class Heading(Shape):
    """A heading and what stands under it."""

    id: str
    title: str
    level: int
    state: HeadingState
    requirement: str
    blocks: list[Block]

    @classmethod
    def of(cls, heading: drafts.Heading) -> "Heading":
        """The shape of a heading."""
        return cls(
            id=heading.id,
            title=heading.title,
            level=heading.level,
            state=heading.state,
            requirement=heading.requirement,
            blocks=[Block.of(block) for block in heading.blocks],
        )


class Draft(Shape):
    """A draft at one of its versions."""

    model_config = ConfigDict(json_schema_extra={"examples": [DRAFT]})

    id: str
    version: int = Field(description="What a change must name as seen; another version is refused (409).")
    previous: int | None = Field(description="The version that undoing goes back to.")
    following: int | None = Field(description="The version that redoing goes on to.")
    created_at: str
    saved_at: str
    title: str
    period: Period
    headings: list[Heading]

    @classmethod
    def of(cls, stored: StoredDraft) -> "Draft":
        """The shape of a draft."""
        return cls(
            id=stored.id,
            version=stored.version,
            previous=stored.previous,
            following=stored.following,
            created_at=stored.created_at,
            saved_at=stored.saved_at,
            title=stored.draft.title,
            period=Period.model_validate(stored.draft.period),
            headings=[Heading.of(heading) for heading in stored.draft.headings],
        )


class ListedDraft(Shape):
    """A draft in the list."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "0a1b2c3d4e5f",
                    "version": 3,
                    "title": "Årsredovisning 2025",
                    "period": _YEAR,
                    "saved_at": "2026-01-07T09:30:00+00:00",
                    "headings": 23,
                    "unanswered": 2,
                    "open_marks": 48,
                }
            ]
        }
    )

    id: str
    version: int
    title: str
    period: Period
    saved_at: str
    headings: int
    unanswered: int = Field(description="Headings that ask for something under which nothing stands.")
    open_marks: int = Field(description="Borrowed words that may be stale and are not confirmed.")


class DraftList(Shape):
    """All drafts, the latest saved first."""

    drafts: list[ListedDraft]


class Use(Shape):
    """A draft that borrows from a report."""

    id: str
    title: str
    blocks: int

    @classmethod
    def of(cls, use: DraftUse) -> "Use":
        """The shape of a use."""
        return cls.model_validate(use)


class Uses(Shape):
    """The drafts that borrow from a report."""

    drafts: list[Use]


class NewerValue(Shape):
    """The newest figure of the series that a marked number belongs to."""

    text: str = Field(examples=["2,52 miljoner"])
    fact_id: str
    citation: str
    quote: str


class Mark(Shape):
    """Borrowed words that may be stale, where they stand in their block's words."""

    heading_id: str
    block_id: str
    key: str = Field(examples=["12-16"])
    kind: MarkKind
    text: str = Field(examples=["2023"])
    start: int
    end: int
    newer: NewerValue | None

    @classmethod
    def of(cls, one: OpenMark, newer: Newer | None) -> "Mark":
        """The shape of a mark."""
        standing = one.standing
        return cls(
            heading_id=one.heading.id,
            block_id=one.block.id,
            key=standing.mark.key,
            kind=standing.mark.kind,
            text=standing.mark.text,
            start=standing.start,
            end=standing.end,
            newer=NewerValue.model_validate(newer) if newer else None,
        )


class Marks(Shape):
    """What in a draft is not confirmed, in order.

    Positions count characters of the block's text, or of its rows as lines with cells parted by tabs.
    """

    version: int
    marks: list[Mark]


class EarlierSection(Shape):
    """What a report wrote under the same heading."""

    report_id: str
    title: str
    period: Period | None
    section_id: str
    text: str
    references: list[str] = Field(description="What to borrow: the text, then each table.")


class FoundPassage(Shape):
    """A hit of the search."""

    report_id: str
    title: str
    citation: str
    quote: str
    passage: str
    references: list[str] = Field(description="What to borrow: the sentence or row, then the passage.")


class SuggestionList(Shape):
    """What may be borrowed under a heading."""

    earlier: list[EarlierSection]
    hits: list[FoundPassage]
    confident: bool
