"""Choosing reports to set against each other: those of the same publisher and kind first."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.store import StoredReport
from web import words
from web.pages.home import NO_PUBLISHER


@dataclass(frozen=True, slots=True)
class Option:
    """A report that may be chosen."""

    id: str
    said: str


@dataclass(frozen=True, slots=True)
class Group:
    """The reports of a publisher, the newest first."""

    name: str
    options: tuple[Option, ...]


def groups(reports: Iterable[StoredReport]) -> tuple[Group, ...]:
    """All reports by publisher."""
    by_publisher: defaultdict[str, list[StoredReport]] = defaultdict(list)
    for report in reports:
        by_publisher[report.metadata.publisher or NO_PUBLISHER].append(report)
    return tuple(
        Group(name, tuple(option(report) for report in newest_first(its)))
        for name, its in sorted(by_publisher.items(), key=lambda one: words.alphabetical(one[0]))
    )


def option(report: StoredReport) -> Option:
    """A report with its time and title."""
    when = words.period(report.metadata.period)
    return Option(report.id, f"{when}: {report.metadata.title}" if when else report.metadata.title)


def siblings(reports: Sequence[StoredReport], of: StoredReport) -> list[StoredReport]:
    """The other reports of the same publisher and kind, the newest first."""
    own = of.metadata
    return newest_first(
        report
        for report in reports
        if report.id != of.id
        and own.publisher
        and (report.metadata.publisher, report.metadata.kind) == (own.publisher, own.kind)
    )


def before(reports: Sequence[StoredReport], of: StoredReport) -> StoredReport | None:
    """The sibling that comes right before a report, else the one right after it."""
    dated = [report for report in siblings(reports, of) if report.metadata.period]
    if of.metadata.period is None or not dated:
        return next(iter(siblings(reports, of)), None)
    earlier = [report for report in dated if ends(report) < ends(of)]
    return earlier[0] if earlier else dated[-1]


def nearest(reports: Sequence[StoredReport], to: StoredReport, most: int) -> list[StoredReport]:
    """Those of the reports whose times are nearest to another's, the newest first."""
    return newest_first(sorted(reports, key=lambda report: (abs(ends(report) - ends(to)), report.id))[:most])


def in_order(one: StoredReport, other: StoredReport) -> tuple[StoredReport, StoredReport]:
    """Two reports, the earlier first."""
    return (one, other) if (ends(one), one.id) <= (ends(other), other.id) else (other, one)


def newest_first(reports: Iterable[StoredReport]) -> list[StoredReport]:
    """Reports by the ends of their periods, those without last."""
    return sorted(reports, key=lambda report: (-ends(report), report.metadata.title, report.id))


def ends(report: StoredReport) -> int:
    """The last day of a report's period as a number; 0 without a period."""
    period = report.metadata.period
    return period.end.toordinal() if period else 0
