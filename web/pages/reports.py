"""The list of reports."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from starlette.datastructures import FormData
from starlette.requests import Request

from api.knowledge import Knowledge
from api.uploads.again import read_again
from corpus.errors import UsageError
from corpus.store import Failure, StoredReport
from web import links, words
from web.answer import Answer, Elsewhere
from web.pages.fact_row import when
from web.pages.home import NO_PUBLISHER, years_of

DISMISS, BRING_BACK, RETRY = "undan", "fram", "igen"
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
    """A file that could not be read, why, and when somebody put it aside."""

    id: str
    file: str
    message: str
    dismissed: str


def respond(knowledge: Knowledge, request: Request) -> Answer:
    """The reports, the newest period first, limited as the address asks, and the files that could not be read."""
    limits = {name: text for name in LIMITS if (text := request.query_params.get(name, "")[:LONGEST])}
    everything = knowledge.store.reports()
    wanted = [report for report in everything if all(LIMITS[name].holds(report, text) for name, text in limits.items())]
    reports = sorted(wanted, key=_newest_first)
    failures = failure_rows(knowledge.store.failures())
    values: dict[str, object] = {
        "reports": [_row(report) for report in reports],
        "any": bool(everything),
        "limited": ", ".join(LIMITS[name].said.format(text) for name, text in limits.items()),
        "pages": sum(report.counts.pages for report in reports),
        "failures": [row for row in failures if not row.dismissed],
        "dismissed": [row for row in failures if row.dismissed],
        "actions": {"dismiss": DISMISS, "bring_back": BRING_BACK, "retry": RETRY},
    }
    return Answer("reports.html", values)


def submit(knowledge: Knowledge, request: Request, form: FormData) -> Elsewhere:
    """Put a file that could not be read aside, bring it back, or have it read again.

    Raises:
        NotFound: there is no such file, or it does not lie there any longer.
        UsageError: the form does not say what is wanted.
    """
    wanted, _, failure_id = str(form.get("gor", "")).partition(":")
    act = _ACTIONS.get(wanted)
    if act is None:
        raise UsageError("Formuläret är skadat: det säger inte vad som ska göras. Öppna sidan igen.")
    return Elsewhere(act(knowledge, failure_id))


def _put_aside(knowledge: Knowledge, failure_id: str) -> str:
    knowledge.store.dismiss_failure(failure_id)
    return links.reports(anchor=links.FAILURES)


def _bring_back(knowledge: Knowledge, failure_id: str) -> str:
    knowledge.store.dismiss_failure(failure_id, dismissed=False)
    return links.reports(anchor=links.FAILURES)


def _retry(knowledge: Knowledge, failure_id: str) -> str:
    return links.upload(read_again(knowledge.jobs, knowledge.store.failure(failure_id)).id)


#: What the buttons do, and where each leads.
_ACTIONS: Mapping[str, Callable[[Knowledge, str], str]] = {
    DISMISS: _put_aside,
    BRING_BACK: _bring_back,
    RETRY: _retry,
}


def failure_rows(failures: Iterable[Failure]) -> tuple[FailureRow, ...]:
    """The files that could not be read, each content once."""
    once = {failure.id: failure for failure in reversed(list(failures))}
    return tuple(map(_failure, reversed(once.values())))


def _failure(failure: Failure) -> FailureRow:
    message = " ".join(problem.message.removeprefix(f"{failure.file}: ") for problem in failure.problems)
    return FailureRow(failure.id, failure.file, message, when(failure.dismissed_at) if failure.dismissed_at else "")


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
