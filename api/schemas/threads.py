"""Commitments through the years, and what people say of their links."""

from datetime import date
from typing import Literal

from pydantic import Field

from api.schemas.common import Period, Shape
from corpus.model import Status
from search.timeline import comparison as domain
from search.timeline.comparison import EventKind, LinkState


class Event(Shape):
    """What one report says of a commitment, and why it is held to be the same."""

    period: Period | None
    event: EventKind
    status: Status | None
    quote: str
    file: str
    page: int | None
    why: str
    due: str | None
    target: str | None
    report_id: str
    fact_id: str | None
    key: str
    link: LinkState
    anchor: str | None = Field(description="Vad en länk för hand binder händelsen till; null utan sådan.")

    @classmethod
    def of(cls, event: domain.Event) -> "Event":
        """The shape of an event."""
        return cls(
            period=Period.model_validate(event.period) if event.period else None,
            event=event.event,
            status=event.status,
            quote=event.quote,
            file=event.report.file,
            page=event.source.page,
            why=event.why,
            due=event.due,
            target=event.target,
            report_id=event.report.id,
            fact_id=event.fact_id,
            key=event.key,
            link=event.link,
            anchor=event.hand.anchor if event.hand else None,
        )


class Thread(Shape):
    """A commitment through the years."""

    id: str
    text: str
    actor: str | None
    due: str | None
    first_seen: date | None
    topic: str | None
    timeline: list[Event]

    @classmethod
    def of(cls, thread: domain.Thread) -> "Thread":
        """The shape of a thread; `first_seen` is the first day of the period that first speaks of it."""
        return cls(
            id=thread.id,
            text=thread.text,
            actor=thread.actor,
            due=thread.due,
            first_seen=thread.first_seen.start if thread.first_seen else None,
            topic=thread.topic,
            timeline=[Event.of(event) for event in thread.events],
        )


class LinkChange(Shape):
    """What somebody says of two things said: that they are of one commitment or are not; null takes it back."""

    anchor: str = Field(max_length=64, description="Trådens id.", examples=["0f1e2d3c4b5a6978"])
    event: str = Field(max_length=64, description="Händelsens nyckel.", examples=["8796a5b4c3d2e1f0"])
    report_id: str = Field(max_length=64, description="Rapporten med händelsen.", examples=["3f9a0b1c2d4e"])
    verdict: Literal["same", "apart"] | None
    anchor_report_id: str | None = Field(
        default=None,
        max_length=64,
        description="Rapporten med trådens första händelse; utan den syns länken bara där båda händelserna läses.",
        examples=["5e6f7a8b9c0d"],
    )
