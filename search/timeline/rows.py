"""Rows of a comparison: one for each report, and for each time on which a publisher's report has not been read."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from corpus.model import Period, ReportKind
from corpus.store import StoredReport
from search.timeline.comparison import Point, Row

#: Reports that come every year: one that is missing between two others leaves a gap.
_YEARLY: frozenset[ReportKind] = frozenset({"annual_report", "interim_report", "follow_up", "budget", "statistics"})
#: Problems of a page that could not be read (`corpus.model.Problem`).
_UNREADABLE = frozenset({"no_text_layer", "page_unreadable", "ocr_empty", "ocr_failed"})


def rows_of(reports: Sequence[StoredReport], points: Mapping[str, tuple[Point, ...]]) -> tuple[Row, ...]:
    """Rows by period: those of the reports, silent ones too, and those of reports that have not been read.

    Args:
        reports: those that are compared.
        points: what they say, by their ids; a report that says nothing has none.

    Only publishers that say something have silent rows and gaps; where nobody does, all reports are told as silent.
    """
    speaking = {report.metadata.publisher for report in reports if points.get(report.id)}
    shown = [report for report in reports if not speaking or report.metadata.publisher in speaking]
    rows = [_row(report, points.get(report.id, ())) for report in shown]
    return tuple(sorted([*rows, *gaps(shown)], key=_order))


def gaps(reports: Iterable[StoredReport]) -> list[Row]:
    """Years between a publisher's reports for which there is none; for those that come yearly, none of that kind."""
    by_publisher: defaultdict[str, list[StoredReport]] = defaultdict(list)
    for report in reports:
        if report.metadata.publisher and report.metadata.period:
            by_publisher[report.metadata.publisher].append(report)
    found: list[Row] = []
    for publisher, its in sorted(by_publisher.items()):
        missing: dict[tuple[int, ReportKind | None], None] = {}
        for kind in sorted(_YEARLY & {report.metadata.kind for report in its}):
            of_kind = [report for report in its if report.metadata.kind == kind]
            missing |= {(year, kind): None for year in _missing(of_kind)}
        told = {year for year, _ in missing}
        missing |= {(year, None): None for year in _missing(its) if year not in told}
        found += [_gap(year, publisher, kind) for year, kind in missing]
    return found


def _missing(reports: Sequence[StoredReport]) -> list[int]:
    """The years between the first and the last that no report touches."""
    touched = {year for report in reports if report.metadata.period for year in _years(report.metadata.period)}
    return [year for year in range(min(touched), max(touched)) if year not in touched]


def _years(period: Period) -> range:
    return range(period.start.year, period.end.year + 1)


def _gap(year: int, publisher: str, kind: ReportKind | None) -> Row:
    period = Period(date(year, 1, 1), date(year, 12, 31))
    return Row(period, "no_report", publisher=publisher, kind=kind)


def _row(report: StoredReport, points: tuple[Point, ...]) -> Row:
    said = report.metadata
    if points:
        return Row(said.period, "reported", report, points, said.publisher, said.kind)
    unread = any(problem.code in _UNREADABLE for problem in report.problems)
    return Row(said.period, "unreadable" if unread else "no_statement", report, (), said.publisher, said.kind)


def _order(row: Row) -> tuple[object, ...]:
    period = row.period
    when = (period.end, period.start) if period else (date.max, date.max)
    return (*when, row.publisher or "", row.report.file if row.report else "", row.report.id if row.report else "")
