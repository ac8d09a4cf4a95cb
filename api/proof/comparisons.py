"""A comparison as a proof: every row, change and commitment of it, each leading to its evidence."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

from api.proof import wording
from api.proof.evidence import Gatherer
from api.proof.places import Claim
from api.proof.record import ChangeLine, EventLine, PointLine, Proof, RowLine, SideLine, ThreadLine, Way
from corpus import names
from corpus.quotes import on_one_line
from corpus.store import HandLink, Store
from corpus.swedish.numbers import write_whole
from search.query import Filters, written_years
from search.timeline.comparer import Comparison
from search.timeline.comparison import Change, Event, Point, Row, Side, Thread
from search.timeline.wording import told_change

#: Whose pictures come first: a change's figures with the rows' first points, a commitment's events after the fourth.
_CHANGE, _EVENT = 0, 4


def proof_of(
    store: Store, compared: Comparison, filters: Filters, ways: Sequence[Way], now: datetime | None = None
) -> Proof:
    """Prove a comparison.

    Args:
        store: what it was made from.
        compared: the comparison.
        filters: what it was limited to.
        ways: how those who have the knowledge base open it again.
        now: the time at which the proof is made; the machine's where None.
    """
    gatherer, links = Gatherer(store), store.hand_links()
    rows = tuple(_row(row, gatherer) for row in compared.rows)
    changes = tuple(_change(change, gatherer) for change in compared.changes)
    quotes = {event.key: event.quote for thread in compared.threads for event in thread.events}
    threads = tuple(_thread(thread, gatherer, links, quotes) for thread in compared.threads)
    evidence, reports = gatherer.prove()
    return Proof(
        subject="jämförelse",
        title=compared.topic,
        made_at=wording.moment(now or datetime.now().astimezone()),
        base=store.identity,
        commit=store.commit_number,
        about=tuple(_about(compared, filters)),
        ways=tuple(ways),
        evidence=evidence,
        reports=reports,
        by_place=compared.by == "place",
        rows=rows,
        changes=changes,
        threads=threads,
    )


def _about(compared: Comparison, filters: Filters) -> Iterator[tuple[str, str]]:
    """What was asked, by name; limits that were not set are said to be none."""
    yield "Ämne", compared.topic
    yield "Rapporternas år", _years(filters.years) if filters.years else "alla"
    yield "Utgivare", filters.publisher or "alla"
    yield "Slag av rapport", names.REPORT_KINDS[filters.kind] if filters.kind else "alla"
    yield "Kommun eller län", filters.place or "alla"
    yield "Rader efter", "plats och tid" if compared.by == "place" else "tid"


def _years(years: tuple[int, int]) -> str:
    """The bounds of years in words; the first and the last that can be asked for are none."""
    first, last = years
    if first <= date.min.year or last >= date.max.year:
        return f"till och med {last}" if first <= date.min.year else f"från och med {first}"
    return written_years(years).replace("..", "–")


def _row(row: Row, gatherer: Gatherer) -> RowLine:
    said = row.report.metadata if row.report else None
    whose = ", ".join(part for part in (row.publisher, names.REPORT_KINDS[row.kind] if row.kind else "") if part)
    return RowLine(
        when=wording.period(row.period),
        place=row.place,
        state=names.ROW_STATES[row.state],
        title=said.title if said else None,
        whose=whose,
        report=gatherer.report_number(row.report) if row.report else None,
        points=tuple(_point(row, point, at, gatherer) for at, point in enumerate(row.points)),
    )


def _point(row: Row, point: Point, at: int, gatherer: Gatherer) -> PointLine:
    assert row.report is not None  # A row without a report has no points.
    number = None
    if point.value is not None:
        number = write_whole(point.value, point.value_max, point.unit, point.qualifier)
    kind = names.FIGURE_KINDS.get(point.kind or "")
    when = wording.period(point.period) if point.period else None
    claim = Claim(
        row.report, point.quote, point.source, point.passage_id, point.start, fact_id=point.fact_id
    )  # fmt: skip
    return PointLine(
        number=number,
        about=", ".join(part for part in (kind, point.measure, point.place, when) if part) if number else "",
        quote=on_one_line(point.quote),
        status=names.STATUSES.get(point.status or ""),
        evidence=gatherer.number_of(claim, at),
    )


def _change(change: Change, gatherer: Gatherer) -> ChangeLine:
    kind = names.FIGURE_KINDS[change.after.figure.kind]
    return ChangeLine(
        measure=", ".join(part for part in (change.measure, change.place, kind) if part),
        before=_side(change.before, gatherer),
        after=_side(change.after, gatherer),
        said=told_change(change),
        how=tuple(wording.computation(change)),
    )


def _side(side: Side, gatherer: Gatherer) -> SideLine:
    figure = side.figure
    claim = Claim(
        side.report, figure.quote, figure.source, section_id=figure.section_id, table_id=figure.table_id,
        fact_id=figure.id,
    )  # fmt: skip
    return SideLine(
        when=wording.period(side.period),
        number=wording.figure(figure),
        quote=on_one_line(figure.quote),
        evidence=gatherer.number_of(claim, _CHANGE),
    )


def _thread(thread: Thread, gatherer: Gatherer, links: Sequence[HandLink], quotes: Mapping[str, str]) -> ThreadLine:
    said = [f"först {wording.period(thread.first_seen)}"]
    if thread.due:
        said.append(f"senast {thread.due}")
    keys = {event.key for event in thread.events}
    cut = (link for link in links if link.anchor in keys and link.verdict == "apart")
    return ThreadLine(
        actor=thread.actor or "Ingen sägs lova",
        text=on_one_line(thread.text),
        said=", ".join(said),
        events=tuple(_event(event, gatherer) for event in thread.events),
        cut=tuple(_cut(link, quotes) for link in cut),
    )


def _event(event: Event, gatherer: Gatherer) -> EventLine:
    start = None if event.fact_id else event.start
    claim = Claim(event.report, event.quote, event.source, event.passage_id, start, fact_id=event.fact_id)
    return EventLine(
        when=wording.period(event.period),
        name=names.EVENTS[event.event],
        status=names.STATUSES.get(event.status or ""),
        due=event.due,
        quote=on_one_line(event.quote),
        why=event.why,
        by_hand=f"Länken är {names.LINKS[event.link]} {wording.when(event.hand.made_at)}." if event.hand else None,
        evidence=gatherer.number_of(claim, _EVENT),
    )


def _cut(link: HandLink, quotes: Mapping[str, str]) -> str:
    """What people took out of a thread, in its own words where the comparison has them."""
    said = f"”{on_one_line(quotes[link.event])}”" if link.event in quotes else "en uppgift"
    return f"Skilt från åtagandet för hand {wording.when(link.made_at)}: {said}"
