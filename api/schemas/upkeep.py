"""Removal, verification and evaluation."""

from collections.abc import Mapping
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from api import removal
from api.schemas.common import Shape
from search.bootstrap import Difference


class RemovedReport(Shape):
    """A report that was erased."""

    id: str
    file: str


class LinkEnd(Shape):
    """One of the two that a link made by hand is about; null where its report no longer says it."""

    words: str | None = Field(examples=["Bussdepån ska vara klar 2021."])
    file: str | None = Field(examples=["arsredovisning-2018.pdf"])


class LinkUse(Shape):
    """A link made by hand that has an end in a report: the two belong together (`same`) or do not (`apart`)."""

    id: str = Field(examples=["0f1e2d3c4b5a6978-8796a5b4c3d2e1f0"])
    verdict: Literal["same", "apart"]
    made_at: str = Field(description="ISO 8601, UTC.", examples=["2026-02-01T09:30:00+00:00"])
    anchor: LinkEnd
    event: LinkEnd

    @classmethod
    def of(cls, use: removal.LinkUse) -> "LinkUse":
        """The shape of a use."""
        ends = (LinkEnd.model_validate(end) for end in (use.anchor, use.event))
        anchor, event = ends
        return cls(id=use.id, verdict=use.link.verdict, made_at=use.link.made_at, anchor=anchor, event=event)


class LinkUses(Shape):
    """The links made by hand that have an end in a report."""

    links: list[LinkUse]


class RemovalRequest(BaseModel):
    """What becomes of all that uses a report which is removed: each draft and each link must be decided on."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [{"drafts": {"3f9a0b1c2d4e": "keep"}, "links": {"0f1e2d3c4b5a6978-8796a5b4c3d2e1f0": "forget"}}]
        },
    )

    drafts: dict[str, removal.Choice] = Field(
        default={}, description="Utkastens id: det som lånats står kvar (`keep`) eller raderas (`forget`)."
    )
    links: dict[str, removal.Choice] = Field(
        default={},
        description="Länkarnas id: de gäller igen om rapporten läses in på nytt (`keep`) eller tas bort (`forget`).",
    )


class DecidedUse(Shape):
    """A draft or link that used a removed report, and what became of that."""

    id: str
    choice: removal.Choice


class Removed(Shape):
    """What was erased, the hashes of the content that is not let in again, and what became of what used it."""

    removed: list[RemovedReport]
    blocked: list[str]
    drafts: list[DecidedUse]
    links: list[DecidedUse]


class Blocked(Shape):
    """Hashes (SHA-256) of content that is not let in, and of what was let in again just now."""

    blocked: list[str]
    unblocked: list[str]


class BackedUp(Shape):
    """A backup that was made."""

    file: str
    made_at: str
    reports: int
    originals: int
    bytes: int


class RestoredBase(Shape):
    """What was brought back, and reports that had been removed here since and so were removed again."""

    file: str
    made_at: str
    reports: int
    originals: int
    removed_again: list[str]


class VerifyFinding(Shape):
    """Something that is wrong."""

    what: str = Field(description="Stable English code.", examples=["quote_not_found"])
    where: str = Field(description="Where it stands.", examples=["3f9a0b1c2d4e-1-f7"])
    message: str = Field(description="A Swedish sentence.")


class Findings(Shape):
    """The outcome of a verification; nothing is wrong where `findings` is empty."""

    ok: bool
    findings: list[VerifyFinding]
    seconds: float


class QueryScore(Shape):
    """One query's figures, between 0 and 1; null where a figure does not apply."""

    id: str
    query: str
    ndcg: float | None
    success_at_1: bool | None
    success_at_10: bool | None
    quote_at_1: bool | None
    confident: bool
    answerable: bool


class MeasureCompared(Shape):
    """How much better the second of two settings did by one measure: a paired bootstrap over the queries."""

    queries: int
    first: float
    second: float
    difference: float = Field(description="The second minus the first.")
    low: float = Field(description="Lower bound of the difference's 95 % confidence interval.")
    high: float = Field(description="Its upper bound.")
    p: float = Field(description="How probable so great a difference were by chance.")


class Compared(Shape):
    """Another setting, first, and this one, second, by each measure that applies to any of the queries."""

    against: str
    measures: dict[str, MeasureCompared]

    @classmethod
    def of(cls, against: str, found: Mapping[str, Difference]) -> "Compared":
        """The shape of a comparison."""
        measures = {name: MeasureCompared.model_validate(difference) for name, difference in found.items()}
        return cls(against=against, measures=measures)


class EvaluationRun(Shape):
    """Means over the judged queries, every query's own figures, and what another setting did with them."""

    queries: int
    ndcg_at_10: float | None
    success_at_1: float | None
    success_at_10: float | None
    quote_at_1: float | None
    abstains_when_unanswerable: float | None
    speaks_when_answerable: float | None
    scores: list[QueryScore]
    compared: Compared | None = None
