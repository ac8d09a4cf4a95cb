"""The same measure over time: figures that may be set against each other, and where that ends."""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from corpus.model import FigureKind
from corpus.swedish.analysis import Analyzer
from search.timeline.changes import change_between
from search.timeline.comparison import Change, Series, Side
from search.timeline.measures import RELATED, SAME, THRESHOLDS, Measure, differences, likeness, measure_of
from search.timeline.periods import same_stretch, same_time

#: What is told of a thing as it is; a target or a budget continues no outcome.
_TOLD_AS_IS = frozenset({"outcome", "estimate", "grant"})


@dataclass(frozen=True, slots=True)
class OnTopic:
    """A figure that bears on the topic, and how much, 0 to 1."""

    side: Side
    measure: Measure
    relevance: float

    @property
    def kind(self) -> FigureKind:
        """The figure's kind; what a report tells of a time after its own is a forecast, whatever it calls it."""
        period, own = self.side.period, self.side.report.metadata.period
        ahead = period and own and period.start > own.end
        return "forecast" if ahead and self.side.figure.kind in _TOLD_AS_IS else self.side.figure.kind


@dataclass(slots=True)
class _Line:
    """Figures of one measure, gathered bit by bit."""

    members: list[OnTopic]

    @property
    def first(self) -> OnTopic:
        """The one that the others are held against."""
        return self.members[0]


def on_topic(sides: Iterable[tuple[Side, float]], analyzer: Analyzer) -> list[OnTopic]:
    """Figures with their measures, those of no measure left out, each once."""
    found: dict[str, OnTopic] = {}
    for side, relevance in sides:
        measure = measure_of(side.figure, analyzer)
        if measure.words and side.period and side.figure.unit not in THRESHOLDS:
            known = found.get(side.figure.id)
            if known is None or known.relevance < relevance:
                found[side.figure.id] = OnTopic(side, measure, relevance)
    return sorted(found.values(), key=lambda one: (_when(one), one.side.report.file, one.side.figure.id))


def series_of(figures: Sequence[OnTopic]) -> list[tuple[OnTopic, ...]]:
    """Figures of one measure, unit, place, kind and basis, one for each time, in order of time."""
    lines: defaultdict[tuple[object, ...], list[_Line]] = defaultdict(list)
    for one in figures:
        figure = one.side.figure
        alike = lines[figure.unit, (figure.place or "").casefold(), one.kind, one.measure.marks]
        fitting = [line for line in alike if _continues(line.first, one)]
        best = max(fitting, key=lambda line: likeness(line.first.measure, one.measure), default=None)
        if best is None:
            alike.append(_Line([one]))
        else:
            best.members.append(one)
    return [_one_for_each_time(line.members) for group in lines.values() for line in group]


def changes_of(series: Sequence[tuple[OnTopic, ...]]) -> list[Change]:
    """Changes within each series from one time to the next, and what parts a series from one it might continue."""
    rated: list[tuple[float, Change]] = []
    for one in series:
        for before, after in itertools.pairwise(one):
            rated.append((max(before.relevance, after.relevance), change_of(before, after)))
        ended = _ended_before(one[0], series)
        if ended is not None:
            rated.append((min(ended.relevance, one[0].relevance), change_of(ended, one[0])))
    told: dict[tuple[object, ...], Change] = {}
    for _, change in sorted(rated, key=lambda pair: (-pair[0], bool(pair[1].breaks))):
        told.setdefault(_numbers_of(change), change)
    return list(told.values())


def change_of(before: OnTopic, after: OnTopic) -> Change:
    """How one figure changed to another, or why the two may not be subtracted."""
    one, other = before.side, after.side
    pair = (replace(one.figure, kind=before.kind), replace(other.figure, kind=after.kind))
    why = differences(*pair, (before.measure, after.measure), (one.period, other.period))
    return change_between(one, other, why, other.figure.measure or "")


def as_series(figures: tuple[OnTopic, ...]) -> Series:
    """The series as it is handed out, named by its latest figure."""
    last = figures[-1].side.figure
    return Series(last.measure or "", last.place, last.unit, figures[-1].kind, tuple(one.side for one in figures))


def _continues(line: OnTopic, one: OnTopic) -> bool:
    """Whether a figure is of a line's measure and basis."""
    bases = [(side.figure.period_basis, side.period) for side in (line.side, one.side)]
    return likeness(line.measure, one.measure) >= SAME and same_stretch(*bases)


def _one_for_each_time(members: Sequence[OnTopic]) -> tuple[OnTopic, ...]:
    """For each time the figure of the report on that time, else the one that bears most on the topic."""
    chosen: list[OnTopic] = []
    for one in sorted(members, key=lambda one: (_when(one), not _is_own(one), -one.relevance)):
        if not chosen or not same_time(chosen[-1].side.period, one.side.period):
            chosen.append(one)
    return tuple(chosen)


def _is_own(one: OnTopic) -> bool:
    """Whether the figure is of its report's own time."""
    return same_time(one.side.period, one.side.report.metadata.period)


def _numbers_of(change: Change) -> tuple[object, ...]:
    """What two changes share that tell the same: reports say one number in several wordings."""
    sides = (change.before, change.after)
    values = tuple((side.figure.value, side.period and (side.period.start, side.period.end)) for side in sides)
    return (change.unit, change.place, *values)


def _ended_before(one: OnTopic, series: Sequence[tuple[OnTopic, ...]]) -> OnTopic | None:
    """The latest figure that a reader would set beside this one: of a series that is over, or of the same measure."""
    candidates = [
        (_kinship(earlier, one), earlier)
        for others in series
        for earlier in [_latest_before(others, one)]
        if earlier is not None and (_is_over(others, one) or likeness(earlier.measure, one.measure) >= SAME)
    ]
    best = max(candidates, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] > 0 else None


def _is_over(others: Sequence[OnTopic], one: OnTopic) -> bool:
    """Whether a series ends before a figure's time."""
    return _when(others[-1]) < _when(one)


def _latest_before(others: Sequence[OnTopic], one: OnTopic) -> OnTopic | None:
    return next((earlier for earlier in reversed(others) if _when(earlier) < _when(one)), None)


def _kinship(earlier: OnTopic, later: OnTopic) -> float:
    """How near two figures of different series are to each other; 0 where nobody would set them side by side.

    They are of the same place and the same sort of figure; their words are alike, or they are the shares that the topic
    is about.
    """
    one, other = earlier.side.figure, later.side.figure
    if (one.place or "").casefold() != (other.place or "").casefold() or not _of_one_sort(earlier, later):
        return 0.0
    alike = likeness(earlier.measure, later.measure)
    same_unit = one.unit == other.unit
    if same_unit and one.unit == "percent":
        return max(alike, min(earlier.relevance, later.relevance))
    return alike if alike >= (RELATED if same_unit else SAME) else 0.0


def _of_one_sort(one: OnTopic, other: OnTopic) -> bool:
    return one.kind == other.kind or {one.kind, other.kind} <= _TOLD_AS_IS


def _when(one: OnTopic) -> tuple[object, object]:
    period = one.side.period
    assert period is not None  # `on_topic` lets no other in.
    return period.end, period.start
