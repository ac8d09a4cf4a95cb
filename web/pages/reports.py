"""The list of reports."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from starlette.requests import Request

from api.knowledge import Knowledge
from corpus.store import StoredReport
from web import links, words
from web.answer import Answer
from web.pages.home import NO_PUBLISHER, years_of

#: Longest text of a limit that is looked at.
LONGEST = 100


@dataclass(frozen=True, slots=True)
class Limit:
    """What the list may be limited to: whether it holds of a report, and how that is said."""

    holds: Callable[[StoredReport, str], bool]
    said: str


#: What `visa` may ask for; anything else limits nothing.
_WANTED: Mapping[str, Callable[[StoredReport], bool]] = {
    links.WITH_PROBLEMS: lambda report: bool(report.problems),
    links.WITHOUT_PERIOD: lambda report: report.metadata.period is None,
}
#: The limits by their parameters in the address.
LIMITS: Mapping[str, Limit] = {
    "utgivare": Limit(lambda report, name: (report.metadata.publisher or NO_PUBLISHER) == name, "{}"),
    "ar": Limit(lambda report, year: year in map(str, years_of(report)), "{}"),
    "visa": Limit(lambda report, what: _WANTED.get(what, bool)(report), "de som behöver ses över"),
}


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report in the list."""

    title: str
    href: str
    publisher: str | None
    period: str | None
    kind: str
    pages: int
    problems: int


@dataclass(frozen=True, slots=True)
class FailureRow:
    """A file that could not be read, and why."""

    file: str
    message: str


def respond(knowledge: Knowledge, request: Request) -> Answer:
    """The reports, the newest period first, limited as the address asks, and the files that could not be read."""
    limits = {name: text for name in LIMITS if (text := request.query_params.get(name, "")[:LONGEST])}
    everything = knowledge.store.reports()
    wanted = [report for report in everything if all(LIMITS[name].holds(report, text) for name, text in limits.items())]
    reports = sorted(wanted, key=_newest_first)
    values = {
        "reports": [_row(report) for report in reports],
        "any": bool(everything),
        "limited": ", ".join(LIMITS[name].said.format(text) for name, text in limits.items()),
        "pages": sum(report.counts.pages for report in reports),
        "failures": [
            FailureRow(failure.file, " ".join(problem.message for problem in failure.problems))
            for failure in knowledge.store.failures()
        ],
    }
    return Answer("reports.html", values)


def _newest_first(report: StoredReport) -> tuple[int, str, str]:
    """Those without a period come last."""
    period = report.metadata.period
    return -(period.end.toordinal() if period else 0), words.alphabetical(report.metadata.title), report.id


def _row(report: StoredReport) -> ReportRow:
    return ReportRow(
        title=report.metadata.title,
        href=links.report(report.id),
        publisher=report.metadata.publisher,
        period=words.period(report.metadata.period),
        kind=words.KINDS[report.metadata.kind],
        pages=report.counts.pages,
        problems=len(report.problems),
    )
