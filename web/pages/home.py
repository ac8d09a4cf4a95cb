"""What the first page shows beneath its question: the reports at a glance, what is new, what goes on, what is amiss."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from api.knowledge import Knowledge
from corpus.store import StoredReport
from web import links, words
from web.pages.adding import summary
from web.pages.fact_row import when

#: Years that the overview shows, the latest of them; and reports that are shown as new.
MOST_YEARS, NEWEST = 12, 5
NO_PUBLISHER = "Utgivare okänd"


@dataclass(frozen=True, slots=True)
class Cell:
    """How many reports of a publisher tell of a year, and where they are."""

    number: int
    href: str
    label: str


@dataclass(frozen=True, slots=True)
class Line:
    """Something said, and where it leads."""

    said: str
    href: str
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Glance:
    """The reports at a glance.

    Attributes:
        years: the columns of the overview: every year, for one of which nobody has a report is a gap worth seeing.
        publishers: its rows: a publisher and a cell for each year.
        earlier: the first year that is not shown, where there is one.
        newest: the reports that came in last.
        going_on: what is being read, and who writes.
        amiss: what somebody should look at.
    """

    years: tuple[int, ...]
    publishers: tuple[tuple[str, tuple[Cell, ...]], ...]
    earlier: int | None
    newest: tuple[Line, ...]
    going_on: tuple[Line, ...]
    amiss: tuple[Line, ...]


def glance(knowledge: Knowledge) -> Glance:
    """What the knowledge base holds now."""
    reports = knowledge.store.reports()
    told = {year for report in reports for year in years_of(report)}
    years = range(min(told), max(told) + 1) if told else range(0)
    shown = tuple(years[-MOST_YEARS:])
    return Glance(
        years=shown,
        publishers=_publishers(reports, shown),
        earlier=years[0] if len(years) > len(shown) else None,
        newest=tuple(map(_new, sorted(reports, key=lambda report: (report.added_at, report.id))[: -NEWEST - 1 : -1])),
        going_on=tuple(_going_on(knowledge)),
        amiss=tuple(_amiss(knowledge, reports)),
    )


def years_of(report: StoredReport) -> range:
    """The years that a report's period touches."""
    period = report.metadata.period
    return range(period.start.year, period.end.year + 1) if period else range(0)


def _publishers(reports: Sequence[StoredReport], years: Sequence[int]) -> tuple[tuple[str, tuple[Cell, ...]], ...]:
    held: defaultdict[str, list[StoredReport]] = defaultdict(list)
    for report in reports:
        held[report.metadata.publisher or ""].append(report)
    rows = sorted(held.items(), key=lambda row: (not row[0], words.alphabetical(row[0])))
    return tuple((name or NO_PUBLISHER, tuple(_cell(name, theirs, year) for year in years)) for name, theirs in rows)


def _cell(publisher: str, theirs: Sequence[StoredReport], year: int) -> Cell:
    found = [report for report in theirs if year in years_of(report)]
    name = publisher or NO_PUBLISHER
    if len(found) == 1:
        return Cell(1, links.report(found[0].id), f"{name}, {year}: 1 rapport, {found[0].metadata.title}")
    return Cell(len(found), links.reports(utgivare=name, ar=year), f"{name}, {year}: {len(found)} rapporter")


def _new(report: StoredReport) -> Line:
    metadata = report.metadata
    whose = ", ".join(part for part in (metadata.publisher, words.period(metadata.period)) if part)
    added = f"inläst {when(report.added_at)}"
    return Line(metadata.title, links.report(report.id), f"{whose}; {added}" if whose else added)


def _going_on(knowledge: Knowledge) -> list[Line]:
    under_way = [job for job in knowledge.jobs.all() if not job.is_settled]
    lines = [Line(f"Uppladdning: {summary(job)}", links.upload(job.id), job.message or "") for job in under_way]
    writer = None if lines else knowledge.store.writer
    return lines + ([Line(f"Kunskapsbasen skrivs just nu av ”{writer}”", "")] if writer else [])


def _amiss(knowledge: Knowledge, reports: Sequence[StoredReport]) -> list[Line]:
    failures = len({failure.id for failure in knowledge.store.failures() if not failure.dismissed_at})
    counted = (
        (failures, "fil gick inte att läsa", "filer gick inte att läsa", links.reports(anchor=links.FAILURES)),
        (
            sum(bool(report.problems) for report in reports),
            "rapport har anmärkningar från läsningen",
            "rapporter har anmärkningar från läsningen",
            links.reports(visa=links.WITH_PROBLEMS),
        ),
        (
            sum(not report.metadata.period for report in reports),
            "rapport saknar period",
            "rapporter saknar period",
            links.reports(visa=links.WITHOUT_PERIOD),
        ),
        (
            sum(not report.metadata.publisher for report in reports),
            "rapport saknar utgivare",
            "rapporter saknar utgivare",
            links.reports(utgivare=NO_PUBLISHER),
        ),
    )
    return [Line(f"{words.count(n)} {one if n == 1 else many}", href) for n, one, many, href in counted if n]
