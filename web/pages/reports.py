"""The list of reports."""

from dataclasses import dataclass

from starlette.requests import Request

from api.knowledge import Knowledge
from corpus.store import StoredReport
from web import links, words
from web.answer import Answer


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
    """The reports, the newest period first, and the files that could not be read."""
    reports = sorted(knowledge.store.reports(), key=_newest_first)
    values = {
        "reports": [_row(report) for report in reports],
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
