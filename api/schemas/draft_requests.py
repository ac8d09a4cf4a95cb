"""What programs say of drafts: to begin one, to change one, to borrow for one."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from corpus import drafts, model
from corpus.drafts import BlockKind, HeadingState

Text = Annotated[str, Field(max_length=drafts.LONGEST_TEXT)]
Title = Annotated[str, Field(max_length=drafts.LONGEST_TITLE)]
Seen = Annotated[int, Field(ge=1, le=10**9, description="The version that was seen.")]


class Said(BaseModel):
    """What a program says; unknown fields are refused."""

    model_config = ConfigDict(extra="forbid")


class SaidPeriod(Said):
    """A span of days, both ends included."""

    start: date
    end: date
    text: Title | None = None

    def period(self) -> model.Period:
        """As the domain has it."""
        return model.Period(self.start, self.end, self.text)


class NewDraft(Said):
    """A draft to begin: from a decision's text, from a report's headings, or from nothing."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"title": "Årsredovisning 2025", "period": {"start": "2025-01-01", "end": "2025-12-31", "text": "2025"}}
            ]
        }
    )

    title: Title
    period: SaidPeriod
    decision: Annotated[str, Field(max_length=5 * drafts.LONGEST_TEXT)] | None = None
    report: Title | None = Field(default=None, description="Id or file name of the report whose headings to take.")


class SaidBlock(Said):
    """A block; one that is known by its id keeps where it was borrowed."""

    id: Title = Field(default="", description="Empty for a new one.")
    kind: BlockKind = "text"
    text: Text = ""
    header: list[Text] = []
    rows: list[list[Text]] = []
    note: Title = ""
    settled: list[Title] = []


class SaidHeading(Said):
    """A heading."""

    id: Title = Field(default="", description="Empty for a new one.")
    title: Title
    level: int = 1
    state: HeadingState = "open"
    requirement: Text = ""
    blocks: list[SaidBlock] = []


class SaidDraft(Said):
    """All that a draft is to say from now on."""

    version: Seen
    title: Title
    period: SaidPeriod
    headings: list[SaidHeading] = []


class SeenVersion(Said):
    """The version that was seen."""

    version: Seen


class Loan(SeenVersion):
    """Something to borrow."""

    reference: Title = Field(examples=["text:3f9a0b1c2d4e-1-s12"])


class Confirmation(SeenVersion):
    """Marks that still hold."""

    keys: list[Title] = Field(examples=[["12-16"]])
