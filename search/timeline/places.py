"""Places side by side: for each place that the topic's statements name, a row for each time."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from corpus.store import StoredReport
from corpus.swedish.places import find
from search.timeline.comparison import Row
from search.timeline.points import choose
from search.timeline.sources import Locator
from search.timeline.statements import Statement
from search.timeline.topics import Topic


def rows_of(
    reports: Sequence[StoredReport], statements: Mapping[str, list[Statement]], topic: Topic, locator: Locator
) -> tuple[Row, ...]:
    """Rows by place and time; a statement that names several places stands in the row of each.

    Of its figures, a row shows those of its place; words that only rank or name places are kept as words.
    """
    by_id = {report.id: report for report in reports}
    rows = [
        _row(place, by_id[report], its, topic, locator)
        for report, said in statements.items()
        for place, its in _by_place(said).items()
    ]
    return tuple(sorted(rows, key=_order))


def _by_place(statements: Sequence[Statement]) -> dict[str, list[Statement]]:
    found: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        if statement.held or statement.figures:
            for place in dict.fromkeys(_places(statement)):
                its = tuple(figure for figure in statement.figures if figure.place == place)
                found[place].append(replace(statement, figures=its))
    return found


def _places(statement: Statement) -> Iterator[str]:
    """The places that the words name, and those of the figures in them."""
    text = statement.quote.text
    yield from (figure.place for figure in statement.figures if figure.place and figure.place in text)
    yield from (mention.place.name for mention in find(text))


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
