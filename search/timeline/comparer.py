"""From a topic to what reports say of it through the years."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.model import Figure
from corpus.store import Store, StoredReport
from corpus.swedish.analysis import Analyzer
from search.filtering import admits
from search.query import Filters
from search.searcher import Searcher
from search.timeline import places, series
from search.timeline.comparison import By, Change, Point, Row, Series, Side, Thread
from search.timeline.ends import Ends
from search.timeline.ledger import ledger
from search.timeline.memory import Remembering
from search.timeline.points import choose, rate
from search.timeline.ranking import rank
from search.timeline.rows import rows_of
from search.timeline.sources import Locator
from search.timeline.statements import HEADING_SHARE, Statement, best_passages, read
from search.timeline.topics import Topic, without_asking

#: A statement that tells less than this share of its report's best is left out of the row.
WORTH_SHOWING = 0.5
#: A report says something of a topic where a passage holds this share of the topic's words, by rarity, beside the
#: passage of all that holds most, or where its vector lies this near to the topic's.
ENOUGH_WORDS = 0.34
NEAR_ENOUGH = 0.87
#: A figure bears on the topic from this share of the topic's words on, and this share of the best figure's.
RELEVANT, RELEVANT_BESIDE_BEST = 0.3, 0.5
#: Changes and series that are told, those that bear most on the topic first.
MOST_CHANGES = 40
MOST_SERIES = 12


@dataclass(frozen=True, slots=True)
class Comparison:
    """What reports say of a topic, by time or by place and time; how its figures changed."""

    topic: str
    by: By
    rows: tuple[Row, ...]
    changes: tuple[Change, ...]
    series: tuple[Series, ...]
    threads: tuple[Thread, ...] = ()


class Comparer:
    """Compares what reports say; several threads may ask at once."""

    def __init__(self, store: Store, searcher: Searcher, analyzer: Analyzer) -> None:
        self._store = store
        self._searcher = searcher
        self._analyzer = Remembering(analyzer)

    def compare(self, topic: str, filters: Filters | None = None, by: By = "year") -> Comparison:
        """What reports say of a topic.

        Raises:
            UsageError: the topic is empty or too long, or a filter is unknown.
            ModelError: the index was made with another model.
            VersionMismatch: the index is damaged or of another version.
        """
        filters = filters or Filters()
        query = without_asking(self._searcher.understood(topic))
        everything = self._store.reports()
        analyzer = self._analyzer
        ranked = rank(self._searcher, query, filters, everything, analyzer)
        asked = Topic(query, ranked, analyzer, {report.id: report.metadata.period for report in everything})
        reports = [report for report in everything if admits(filters, report)]
        best = best_passages(ranked, self._store.owners(), (report.id for report in reports))
        numbers = [number for passages in best.values() for number in passages]
        statements = read(self._store, analyzer, ranked, numbers)
        by_report = _speaking(statements, asked)
        lines = series.series_of(self._figures(by_report, asked, reports))
        return Comparison(
            topic=query.text,
            by=by,
            rows=self._rows(by, reports, by_report, asked),
            changes=tuple(series.changes_of(lines)[:MOST_CHANGES]),
            series=tuple(series.as_series(line) for line in _longest(lines) if len(line) > 1)[:MOST_SERIES],
            threads=ledger(
                [one for its in by_report.values() for one in its],
                reports,
                self._analyzer,
                self._store.hand_links(),
                asked,
                Ends(self._store, reports, self._analyzer),
            ),
        )

    def _rows(
        self, by: By, reports: Sequence[StoredReport], statements: Mapping[str, list[Statement]], topic: Topic
    ) -> tuple[Row, ...]:
        locator = Locator(self._store, exact=len(statements) <= Locator.MOST_EXACT)
        if by == "place":
            return places.rows_of(reports, [one for its in statements.values() for one in its], topic, locator)
        points = {report: _telling(its, topic, locator) for report, its in statements.items()}
        return rows_of(reports, points)

    def _figures(
        self, statements: Mapping[str, list[Statement]], topic: Topic, reports: Sequence[StoredReport]
    ) -> list[series.OnTopic]:
        by_id = {report.id: report for report in reports}
        rated = [
            (Side(figure, by_id[report]), _relevance(figure, statement, topic))
            for report, its in statements.items()
            for statement in its
            for figure in statement.figures
        ]
        floor = max(RELEVANT, RELEVANT_BESIDE_BEST * max((worth for _, worth in rated), default=0.0))
        return series.on_topic(((side, worth) for side, worth in rated if worth >= floor), topic.analyzer)


def _telling(statements: Sequence[Statement], topic: Topic, locator: Locator) -> tuple[Point, ...]:
    rates = [rate(statement, topic) for statement in statements]
    floor = WORTH_SHOWING * max(rates)
    worthy = [statement for statement, worth in zip(statements, rates, strict=True) if worth >= floor]
    return tuple(
        replace(point, source=locator.place(statement, point.quote, point.source))
        for statement, point in choose(worthy, topic)
    )


def _speaking(statements: Sequence[Statement], topic: Topic) -> dict[str, list[Statement]]:
    """The statements of each report that says something of the topic.

    One of its passages holds the topic's rare words, as far as any passage does, or is near in meaning.
    """
    by_report: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        by_report[statement.passage.report_id].append(statement)
    most = max((statement.about for statement in statements), default=0.0)
    enough = ENOUGH_WORDS * min(1.0, most)
    cosines = topic.ranked.cosines
    return {
        report: its
        for report, its in by_report.items()
        if any(one.about >= enough > 0 or cosines.get(one.passage.number, 0.0) >= NEAR_ENOUGH for one in its)
    }


def _relevance(figure: Figure, statement: Statement, topic: Topic) -> float:
    """The share of the topic's words that a figure's measure and sentence hold, and less for those around them."""
    own = topic.held_by(f"{figure.measure or ''} {figure.place or ''} {figure.quote}")
    return max(own, (own + HEADING_SHARE * statement.about) / (1 + HEADING_SHARE))


def _longest(lines: Sequence[tuple[series.OnTopic, ...]]) -> list[tuple[series.OnTopic, ...]]:
    """Series with those first that bear most on the topic, and of those the longest."""
    return sorted(lines, key=lambda line: (-max(one.relevance for one in line), -len(line)))
