"""What a passage must satisfy, from the question's phrases and the asker's filters."""

from collections.abc import Callable, Iterable

from corpus.errors import UsageError
from corpus.store import StoredReport
from corpus.swedish.analysis import Analyzer
from corpus.swedish.places import lookup
from search.lexical import Restriction
from search.query import Filters, Query


def restriction_of(query: Query, filters: Filters, reports: Iterable[StoredReport], analyzer: Analyzer) -> Restriction:
    """The restriction that the lexical index understands; empty where nothing is asked for.

    Raises:
        UsageError: the place asked for is not one of Sweden's municipalities or counties.
    """
    by_report = filters.years or filters.publisher or filters.kind or filters.report
    phrases = (*query.phrases, filters.project) if filters.project else query.phrases
    return Restriction(
        reports=frozenset(report.id for report in reports if admits(filters, report)) if by_report else None,
        places=frozenset({_code(filters.place)}) if filters.place else frozenset(),
        phrases=_rows(phrases, analyzer),
        without=_rows(query.without, analyzer),
    )


def _rows(phrases: Iterable[str], analyzer: Analyzer) -> tuple[tuple[str, ...], ...]:
    """The lemmas of each phrase, those without any left out."""
    return tuple(tuple(term.forms[0] for term in terms) for phrase in phrases if (terms := analyzer.terms(phrase)))


def admits(filters: Filters, report: StoredReport) -> bool:
    """Whether a report is one of those that the asker limits the search to."""
    return all(test(filters, report) for test in _TESTS)


def _in_years(filters: Filters, report: StoredReport) -> bool:
    if filters.years is None:
        return True
    period = report.metadata.period
    return period is not None and period.start.year <= filters.years[1] and period.end.year >= filters.years[0]


def _by_publisher(filters: Filters, report: StoredReport) -> bool:
    return filters.publisher is None or filters.publisher.casefold() in (report.metadata.publisher or "").casefold()


def _of_kind(filters: Filters, report: StoredReport) -> bool:
    return filters.kind is None or filters.kind == report.metadata.kind


def _is_report(filters: Filters, report: StoredReport) -> bool:
    return filters.report is None or filters.report == report.id


_TESTS: tuple[Callable[[Filters, StoredReport], bool], ...] = (_in_years, _by_publisher, _of_kind, _is_report)


def _code(name: str) -> str:
    place = lookup(name)
    if place is None:
        raise UsageError(f"Platsen ”{name}” är varken en kommun eller ett län. Kontrollera stavningen.")
    return place.code
