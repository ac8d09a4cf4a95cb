"""A comparison as its page shows it: words, numbers and addresses ready for the template."""

from dataclasses import dataclass

from corpus import names
from corpus.model import Period
from corpus.quotes import on_one_line
from corpus.swedish.numbers import write_whole
from search.differences import Piece, differences, readable
from search.timeline.comparer import Comparison
from search.timeline.comparison import Event, Point, Row, Thread
from web import links, words
from web.pages.compare.changes import ChangeView, changes


@dataclass(frozen=True, slots=True)
class PointView:
    """A cell: the number where there is one, the quote, where it stands."""

    number: str | None
    measure: str | None
    place: str | None
    when: str | None
    kind: str | None
    is_target: bool
    status: str | None
    quote: str
    href: str
    where: str


@dataclass(frozen=True, slots=True)
class RowView:
    """A row: whose report, on what time, and what it says."""

    when: str
    place: str | None
    state: str
    said: str
    title: str | None
    href: str | None
    publisher: str | None
    kind: str | None
    points: tuple[PointView, ...]


@dataclass(frozen=True, slots=True)
class EventView:
    """An event of a thread."""

    when: str
    name: str
    code: str
    status: str | None
    due: str | None
    quote: str
    href: str
    where: str
    why: str
    link: str
    by_hand: bool
    rewording: tuple[Piece, ...]
    value: str
    thread: str
    may_judge: bool


@dataclass(frozen=True, slots=True)
class ThreadView:
    """A commitment and its timeline; `value` names its first event and that one's report in forms."""

    id: str
    value: str
    text: str
    actor: str | None
    due: str | None
    first_seen: str
    ending: str
    ending_code: str
    events: tuple[EventView, ...]


@dataclass(frozen=True, slots=True)
class View:
    """The comparison."""

    by_place: bool
    rows: tuple[RowView, ...]
    changes: tuple[ChangeView, ...]
    threads: tuple[ThreadView, ...]
    addable: tuple[tuple[str, str], ...]


def view(compared: Comparison) -> View:
    """The comparison for the template."""
    return View(
        by_place=compared.by == "place",
        rows=tuple(_row(row) for row in compared.rows),
        changes=changes(compared.changes),
        threads=tuple(_thread(thread) for thread in compared.threads),
        addable=_addable(compared),
    )


def _row(row: Row) -> RowView:
    said = row.report.metadata if row.report else None
    return RowView(
        when=words.period(row.period) or "okänd tid",
        place=row.place,
        state=row.state,
        said=names.ROW_STATES[row.state],
        title=said.title if said else None,
        href=links.report(row.report.id) if row.report else None,
        publisher=row.publisher,
        kind=names.REPORT_KINDS[row.kind] if row.kind else None,
        points=tuple(_point(row, point) for point in row.points),
    )


def _point(row: Row, point: Point) -> PointView:
    assert row.report is not None  # A row without a report has no points.
    number = None if point.value is None else write_whole(point.value, point.value_max, point.unit, point.qualifier)
    end = point.start + len(point.quote)
    passage = links.report(
        row.report.id, passage=point.passage_id, start=point.start, end=end, picture=point.source.page is not None
    )
    told = words.period(point.period)
    return PointView(
        number=number,
        measure=point.measure,
        place=point.place,
        when=told if told != words.period(row.period) else None,
        kind=names.FIGURE_KINDS.get(point.kind or "") if point.kind != "outcome" else None,
        is_target=point.kind in ("target", "forecast", "budget"),
        status=names.STATUSES.get(point.status or ""),
        quote=on_one_line(point.quote),
        href=links.fact(point.fact_id, point.source.page) if point.fact_id else passage,
        where=f"s. {point.source.page}" if point.source.page else "i texten",
    )


def _thread(thread: Thread) -> ThreadView:
    last = thread.events[-1]
    return ThreadView(
        id=thread.id,
        value=f"{thread.id} {thread.events[0].report.id}",
        text=on_one_line(thread.text),
        actor=thread.actor,
        due=thread.due,
        first_seen=_year(thread.first_seen),
        ending=names.EVENTS[last.event],
        ending_code=last.event,
        events=tuple(_event(thread, event) for event in thread.events),
    )


def _event(thread: Thread, event: Event) -> EventView:
    page = event.source.page
    words_at = links.report(
        event.report.id,
        passage=event.passage_id,
        start=event.start,
        end=event.start + len(event.quote),
        picture=page is not None,
    )
    return EventView(
        when=_year(event.period),
        name=names.EVENTS[event.event],
        code=event.event,
        status=names.STATUSES.get(event.status or ""),
        due=event.due,
        quote=on_one_line(event.quote),
        href=links.fact(event.fact_id, page) if event.fact_id else words_at,
        where=f"s. {page}" if page else "i texten",
        why=event.why,
        link=names.LINKS[event.link],
        by_hand=event.link != "found",
        rewording=readable(differences(*map(on_one_line, event.rewording))) if event.rewording else (),
        value=f"{event.key} {event.report.id}",
        thread=_anchor(thread, event),
        may_judge=(event.key != thread.id or event.hand is not None) and event.event != "last_mentioned",
    )


def _anchor(thread: Thread, event: Event) -> str:
    """What a link to an event is held to in forms, with its report: what it was made to, else the thread's first."""
    if event.hand:
        return f"{event.hand.anchor} {event.hand.anchor_report_id or ''}".strip()
    return f"{thread.id} {thread.events[0].report.id}"


def _addable(compared: Comparison) -> tuple[tuple[str, str], ...]:
    """What may be added to a thread by hand: the first events of the others, which nothing came before."""
    return tuple(
        (f"{first.key} {first.report.id}", f"{_year(first.period)}: {on_one_line(first.quote)[:90]}")
        for thread in compared.threads
        for first in thread.events[:1]
    )


def _year(period: Period | None) -> str:
    return words.period(period) or "okänd tid"
