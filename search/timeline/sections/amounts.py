"""The amounts of a section against those of the same section in another report.

Two figures are set against each other where they measure the same, or where the words that they stand in were held to
be the same; whether they may be subtracted is for the rules of all comparisons to say (`measures`, `changes`).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.swedish.analysis import Analyzer
from search.timeline.comparison import Change, Side
from search.timeline.measures import RELATED, SAME, THRESHOLDS, likeness, measure_of
from search.timeline.sections.steps import Step
from search.timeline.series import OnTopic, change_of
from search.timeline.statements import flat

#: What it adds that the words around two figures were held to be the same, that both stand in a table or neither, and
#: that each is as far on among those of its sort in its words.
SAME_WORDS, SAME_FORM, SAME_TURN = 0.5, 0.1, 0.05
_YEAR = 365.25


@dataclass(frozen=True, slots=True)
class Amounts:
    """What became of a section's amounts.

    `changes` are in the order of the later text, each figure in one at most; `restated` are those on the same time that
    the later report gives another number; `gone` and `new` are the figures that the other text has none against.
    """

    changes: tuple[Change, ...] = ()
    restated: tuple[Change, ...] = ()
    gone: tuple[Side, ...] = ()
    new: tuple[Side, ...] = ()


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure with the step that its words stand in, and which it is of those of its unit, kind and time there."""

    on_topic: OnTopic
    step: int | None
    turn: int

    @property
    def side(self) -> Side:
        """The figure and its report."""
        return self.on_topic.side

    @property
    def years_on(self) -> int | None:
        """How many years after its report's time its own ends."""
        period, own = self.side.period, self.side.report.metadata.period
        return round((period.end - own.end).days / _YEAR) if period and own else None


def amounts_of(before: Iterable[Side], after: Iterable[Side], steps: Sequence[Step], analyzer: Analyzer) -> Amounts:
    """The figures of two sections against each other; `before` and `after` are in reading order."""
    old, new = (list(_figures(side, steps, later, analyzer)) for later, side in enumerate((before, after)))
    rated = sorted(
        ((rate, row, column) for row, one in enumerate(old) for column, rate in _rated(one, new, steps)),
        key=lambda pair: (-pair[0], abs(pair[1] - pair[2]), pair[1], pair[2]),
    )
    taken: dict[int, int] = {}
    for _, row, column in rated:
        if column not in taken and row not in taken.values():
            taken[column] = row
    pairs = {column: old[row] for column, row in sorted(taken.items())}
    return Amounts(
        changes=tuple(change_of(one.on_topic, new[column].on_topic) for column, one in pairs.items()),
        restated=tuple(_restated(old, new)),
        gone=tuple(one.side for row, one in enumerate(old) if row not in taken.values() and _is_own(one)),
        new=tuple(one.side for column, one in enumerate(new) if column not in taken and _is_own(one)),
    )


def _figures(sides: Iterable[Side], steps: Sequence[Step], later: int, analyzer: Analyzer) -> Iterator[_Figure]:
    said = [(flat(unit.text), at) for at, step in enumerate(steps) if (unit := (step.before, step.after)[later])]
    turns: defaultdict[tuple[object, ...], int] = defaultdict(int)
    known: dict[str, int | None] = {}
    for side in sides:
        figure = side.figure
        if figure.unit in THRESHOLDS or side.period is None:
            continue
        quote = flat(figure.quote)
        if quote not in known:
            known[quote] = next((at for words, at in said if words in quote or quote in words), None)
        one = _Figure(OnTopic(side, measure_of(figure, analyzer), 1.0), known[quote], 0)
        turn = (one.step, figure.unit, one.on_topic.kind, one.years_on)
        turns[turn] += 1
        yield replace(one, turn=turns[turn])


def _rated(one: _Figure, others: Sequence[_Figure], steps: Sequence[Step]) -> Iterator[tuple[int, float]]:
    """Those of the other text that a figure may be set against, each with how well it fits."""
    for column, other in enumerate(others):
        if _may_meet(one, other):
            alike = likeness(one.on_topic.measure, other.on_topic.measure)
            together = one.step is not None and one.step == other.step
            turn = together and one.turn == other.turn
            if alike >= SAME or (turn and (alike >= RELATED or _said_alike(one, steps))):
                form = bool(one.side.figure.table_id) == bool(other.side.figure.table_id)
                yield column, alike + SAME_WORDS * together + SAME_FORM * form + SAME_TURN * turn


def _may_meet(one: _Figure, other: _Figure) -> bool:
    """Whether a reader would set two figures against each other: of one unit, kind and place, each of its own time."""
    mine, its = one.side.figure, other.side.figure
    if mine.unit != its.unit or (mine.place or "").casefold() != (its.place or "").casefold():
        return False
    if one.on_topic.kind != other.on_topic.kind:
        return False
    return one.years_on == other.years_on == 0 or (one.on_topic.kind == "target" and _is_own(one) and _is_own(other))


def _is_own(one: _Figure) -> bool:
    """Whether a figure is of its report's own time, or of one to come."""
    return one.years_on is None or one.years_on >= 0


def _said_alike(one: _Figure, steps: Sequence[Step]) -> bool:
    """Whether the sentence around two figures is one that was changed; of a number of things, not one written anew."""
    return one.step is not None and (steps[one.step].kind != "rewritten" or one.side.figure.unit != "count")


def _restated(old: Sequence[_Figure], new: Sequence[_Figure]) -> Iterator[Change]:
    """Figures on the same time and of the same measure that differ: the later report has counted anew.

    What either report gives several numbers for, or the same number too, is left alone: one cannot tell which is which.
    """
    by_matter: defaultdict[tuple[object, ...], tuple[list[_Figure], list[_Figure]]] = defaultdict(lambda: ([], []))
    for later, side in enumerate((old, new)):
        for one in side:
            if one.on_topic.measure.words:
                by_matter[_matter(one)][later].append(one)
    for before, after in by_matter.values():
        told = [{one.side.figure.value for one in side} for side in (before, after)]
        if len(told[0]) == len(told[1]) == 1 and told[0] != told[1] and (after[0].years_on or 0) < 0:
            change = change_of(before[0].on_topic, after[0].on_topic)
            if not change.breaks:
                yield change


def _matter(one: _Figure) -> tuple[object, ...]:
    """What two figures share that tell the same of the same time."""
    figure, period = one.side.figure, one.side.period
    when = (period.start, period.end) if period else None
    measure = one.on_topic.measure
    words = tuple(sorted(forms[0] for forms in measure.words)), measure.marks
    return words, figure.unit, (figure.place or "").casefold(), one.on_topic.kind, when, bool(figure.table_id)
