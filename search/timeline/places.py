"""Places side by side: for each place that the topic's statements name, a row for each time."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from corpus.model import ReportKind
from corpus.store import StoredReport
from corpus.swedish.places import find
from search.timeline.comparison import Point, Row
from search.timeline.points import choose
from search.timeline.rows import rows_of as by_time
from search.timeline.sources import Locator
from search.timeline.statements import Statement
from search.timeline.topics import Topic

#: A statement is of the topic from this share of what the best tells of it: of a row of a table it is the measure that
#: tells, and another table of the same section has another.
ENOUGH_WORDS = 0.34


def rows_of(
    reports: Sequence[StoredReport], statements: Sequence[Statement], topic: Topic, locator: Locator
) -> tuple[Row, ...]:
    """Rows by place and time; a statement that names several places stands in the row of each.

    Of its figures, a row shows those of its place; words that only rank or name places are kept as words. Where reports
    of one publisher and kind tell of a place more than once, those that are silent of it and those that have not been
    read have rows too.
    """
    floor = ENOUGH_WORDS * max((_told(one, topic) for one in statements), default=0.0)
    telling = [one for one in statements if _told(one, topic) >= floor > 0]
    found: list[Row] = []
    for place, its in sorted(_by_place(telling).items()):
        points = {report: _points(said, topic, locator) for report, said in its.items()}
        followed = _followed(reports, points)
        shown = [report for report in reports if report.id in points or _series(report) in followed]
        found += [replace(row, place=place) for row in by_time(shown, points)]
    return tuple(found)


def _series(report: StoredReport) -> tuple[str | None, ReportKind]:
    return report.metadata.publisher, report.metadata.kind


def _followed(reports: Sequence[StoredReport], points: Collection[str]) -> set[tuple[str | None, ReportKind]]:
    """The publishers and kinds of which more than one report tells."""
    told = Counter(_series(report) for report in reports if report.id in points)
    return {series for series, times in told.items() if series[0] and times > 1}


def _told(statement: Statement, topic: Topic) -> float:
    """The share of the topic that a statement tells: by its own words, its headings or what its figures measure."""
    measured = (topic.held_by(figure.measure) for figure in statement.figures if figure.measure)
    return max(statement.held, statement.headed, *measured, 0.0)


def _by_place(statements: Sequence[Statement]) -> dict[str, dict[str, list[Statement]]]:
    """The statements by place and report."""
    found: defaultdict[str, defaultdict[str, list[Statement]]] = defaultdict(lambda: defaultdict(list))
    for statement in statements:
        for place in dict.fromkeys(_places(statement)):
            its = tuple(figure for figure in statement.figures if figure.place == place)
            found[place][statement.passage.report_id].append(replace(statement, figures=its))
    return {place: dict(its) for place, its in found.items()}


def _places(statement: Statement) -> Iterator[str]:
    """The places that the words name, and those of the figures in them."""
    text = statement.quote.text
    yield from (figure.place for figure in statement.figures if figure.place and _names(text, figure.place))
    yield from (mention.place.name for mention in find(text))


def _names(text: str, place: str) -> bool:
    """Whether a text names a place by a word of its own: not the EU of "EU-stöd"."""
    return re.search(rf"(?<![\w-]){re.escape(place)}s?(?![\w-])", text) is not None


def _points(statements: Sequence[Statement], topic: Topic, locator: Locator) -> tuple[Point, ...]:
    return tuple(
        replace(point, source=locator.place(statement, point.quote, point.source))
        for statement, point in choose(statements, topic)
    )
