"""What a comparison is made of."""

from dataclasses import dataclass
from typing import Literal

from corpus.model import Figure, FigureKind, Period, PeriodBasis, ReportKind, Source, Status
from corpus.store import HandLink, StoredReport

#: What a row tells: `reported`; `no_statement`, the report is there and says nothing; `no_report`, no report of this
#: publisher and kind on that time has been read; `unreadable`, pages of the report could not be read and the others
#: say nothing.
State = Literal["reported", "no_statement", "no_report", "unreadable"]
By = Literal["year", "place"]
Bound = Literal["exact", "at_least", "at_most", "about"]


@dataclass(frozen=True, slots=True)
class Point:
    """A telling stretch of a report: a figure, a commitment, or words alone.

    `quote` is verbatim, the characters of the passage from `start` on; `value` is in `unit`, both None where no number
    tells. `qualifier` is the word as it stands ("över"). `status` is a commitment's. `section_path` leads to where it
    stands; `worth` is how much it tells, 0 to 1, comparable within one comparison.
    """

    quote: str
    source: Source
    section_path: tuple[str, ...] = ()
    value: float | None = None
    value_max: float | None = None
    unit: str | None = None
    qualifier: str | None = None
    measure: str | None = None
    place: str | None = None
    kind: FigureKind | None = None
    period: Period | None = None
    period_basis: PeriodBasis | None = None
    status: Status | None = None
    fact_id: str | None = None
    passage_id: str = ""
    start: int = 0
    worth: float = 0.0


@dataclass(frozen=True, slots=True)
class Row:
    """What one report says, or that there is none; `place` is set where rows are of places.

    `publisher` and `kind` say whose report is missing where `report` is None.
    """

    period: Period | None
    state: State
    report: StoredReport | None = None
    points: tuple[Point, ...] = ()
    publisher: str | None = None
    kind: ReportKind | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """One of two figures that are compared, and the report it stands in."""

    figure: Figure
    report: StoredReport

    @property
    def period(self) -> Period | None:
        """The figure's own period, else its report's."""
        return self.figure.period or self.report.metadata.period


@dataclass(frozen=True, slots=True)
class Change:
    """How a measure changed from one time to the next.

    `absolute` is in `unit` ("percentage_points" of a share), `percent` of what it was; `at_least`, `at_most` and
    `about` say that the figures bound or approach the change. `breaks` says in Swedish why the two may not be
    subtracted; nothing is then computed.
    """

    measure: str
    place: str | None
    unit: str
    before: Side
    after: Side
    absolute: float | None = None
    percent: float | None = None
    bound: Bound = "exact"
    breaks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    """One measure over time: comparable figures, one for each time, in order."""

    measure: str
    place: str | None
    unit: str
    kind: FigureKind
    sides: tuple[Side, ...]


#: What became of a commitment in one report: `set`, first said; `repeated`, said again; `reworded`, said in other words
#: or with a redefined measure; `moved`, its due date is another; `followed_up`, how it goes is said; `done`; `not_met`;
#: `last_mentioned`, no later report of this publisher and kind says anything of it ("senast nämnd").
EventKind = Literal["set", "repeated", "reworded", "moved", "followed_up", "done", "not_met", "last_mentioned"]
#: Who said that an event belongs to its thread: the program, or a person who confirmed or added it.
LinkState = Literal["found", "confirmed", "added"]


@dataclass(frozen=True, slots=True)
class Judged:
    """What a person said of an event, and what that did: `confirmed` what the program had found, `added` it."""

    state: LinkState
    link: HandLink


@dataclass(frozen=True, slots=True)
class Event:
    """What one report says of a commitment.

    `why` says in Swedish what links it to the thread. `rewording` is the commitment's words then and now, where they
    differ. `fact_id` is the commitment's that was read there, None for a mere sentence; `key` is what the words are
    known by when the report is read again. The statement stands in the passage from `start` on. `hand` is
    what a person said where one confirmed or added the event.
    """

    report: StoredReport
    event: EventKind
    quote: str
    source: Source
    why: str
    status: Status | None = None
    due: str | None = None
    target: str | None = None
    rewording: tuple[str, str] | None = None
    fact_id: str | None = None
    key: str = ""
    link: LinkState = "found"
    hand: HandLink | None = None
    passage_id: str = ""
    start: int = 0

    @property
    def period(self) -> Period | None:
        """The report's period."""
        return self.report.metadata.period


@dataclass(frozen=True, slots=True)
class Thread:
    """A commitment through the years, whose it is first.

    `id` names the first event, so that the thread keeps it as long as that report says so. `due` is the latest due date
    that was given.
    """

    id: str
    text: str
    actor: str | None
    due: str | None
    topic: str | None
    events: tuple[Event, ...]

    @property
    def first_seen(self) -> Period | None:
        """The period of the report that first speaks of it."""
        return self.events[0].period
