"""Places side by side: for each place that the topic's statements name, a row for each time."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.store import StoredReport
from corpus.swedish.places import find
from search.timeline.comparison import Row
from search.timeline.points import choose
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

    Of its figures, a row shows those of its place; words that only rank or name places are kept as words.
    """
    by_id = {report.id: report for report in reports}
    floor = ENOUGH_WORDS * max((_told(one, topic) for one in statements), default=0.0)
    telling = [one for one in statements if _told(one, topic) >= floor > 0]
    rows = [_row(place, by_id[report], its, topic, locator) for (report, place), its in _by_place(telling).items()]
    return tuple(sorted(rows, key=_order))


def _told(statement: Statement, topic: Topic) -> float:
    """The share of the topic that a statement tells: by its own words, its headings or what its figures measure."""
    measured = (topic.held_by(figure.measure) for figure in statement.figures if figure.measure)
    return max(statement.held, statement.headed, *measured, 0.0)


def _by_place(statements: Sequence[Statement]) -> dict[tuple[str, str], list[Statement]]:
    """The statements by report and place."""
    found: defaultdict[tuple[str, str], list[Statement]] = defaultdict(list)
    for statement in statements:
        for place in dict.fromkeys(_places(statement)):
            its = tuple(figure for figure in statement.figures if figure.place == place)
            found[statement.passage.report_id, place].append(replace(statement, figures=its))
    return found


def _places(statement: Statement) -> Iterator[str]:
    """The places that the words name, and those of the figures in them."""
    text = statement.quote.text
    yield from (figure.place for figure in statement.figures if figure.place and _names(text, figure.place))
    yield from (mention.place.name for mention in find(text))


def _names(text: str, place: str) -> bool:
    """Whether a text names a place by a word of its own: not the EU of "EU-stöd"."""
    return re.search(rf"(?<![\w-]){re.escape(place)}s?(?![\w-])", text) is not None


def _row(place: str, report: StoredReport, statements: list[Statement], topic: Topic, locator: Locator) -> Row:
    points = tuple(
        replace(point, source=locator.place(statement, point.quote, point.source))
        for statement, point in choose(statements, topic)
    )
    said = report.metadata
    return Row(said.period, "reported", report, points, said.publisher, said.kind, place)


def _order(row: Row) -> tuple[object, ...]:
    period = row.period
    when = (period.end.isoformat(), period.start.isoformat()) if period else ("9", "9")
    return (row.place or "", *when, row.report.file if row.report else "")
