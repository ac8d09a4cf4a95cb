"""Two texts unit by unit: what is the same, what was changed, what is gone, what is new, what was moved."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from corpus.swedish.analysis import Analyzer
from search.differences import Piece, differences, readable
from search.timeline.sections.columns import row_pieces
from search.timeline.sections.likeness import Matrix, likeness, likenesses, nearness
from search.timeline.sections.units import Unit

#: `same`, in both, in the same words; `changed`, in both, with some words changed; `rewritten`, both speak of the same
#: in words of their own; `gone`, only in the earlier; `new`, only in the later; `moved_from`, where something stood
#: that now stands elsewhere; `moved_to`, where it stands now.
StepKind = Literal["same", "changed", "rewritten", "gone", "new", "moved_from", "moved_to"]
#: So alike are two units in the same place to be one that was changed, and two in different places to be one that was
#: moved. Looked through on the invented region's reports and some thirty real pairs of sections.
CHANGED, MOVED = 0.5, 0.72
#: So much of what two units between the same neighbours speak of is the same where one was rewritten as the other.
REWRITTEN = 0.18
#: Fewer words may stand anywhere by chance.
LEAST_WORDS = 4
#: A pair in its place that is less alike than this yields to one elsewhere that is nearly the same.
WEAK, NEARLY = 0.72, 0.9
#: Pairs of units that are weighed against each other; of more only those in the same words are found.
MOST_PAIRS, MOST_PAIRS_NEAR = 400_000, 10_000


@dataclass(frozen=True, slots=True)
class Step:
    """One unit on its way from the earlier text to the later.

    `before` and `after` are the units, None where it does not stand on that side. `pieces` are the words of one that
    was changed, or moved and changed: of both texts. `move` numbers what was moved, counted from 1; its two steps and
    those of units that were moved together have the same.
    """

    kind: StepKind
    before: Unit | None
    after: Unit | None
    pieces: tuple[Piece, ...] = ()
    move: int | None = None


def steps(before: Sequence[Unit], after: Sequence[Unit], analyzer: Analyzer) -> tuple[Step, ...]:
    """The units of both texts in reading order; what is gone comes before what is new in its place."""
    rates = _rates(before, after)
    pairs = _in_order(rates, [max(1.0, len(unit.words)) ** 0.5 for unit in before])
    moves = _moved(rates, before, after, pairs)
    pairs = sorted((*pairs, *_rewritten(before, after, pairs, moves, analyzer)))
    return tuple(_steps(before, after, pairs, moves))


def _rates(before: Sequence[Unit], after: Sequence[Unit]) -> Matrix:
    if len(before) * len(after) > MOST_PAIRS:
        rates = np.zeros((len(before), len(after)), dtype=np.float32)
        places: dict[str, list[int]] = {}
        for column, unit in enumerate(after):
            places.setdefault(unit.key, []).append(column)
        for row, unit in enumerate(before):
            rates[row, places.get(unit.key, [])] = 1
        return rates
    rates = likenesses(before, after, CHANGED)
    best = np.maximum.outer(rates.max(axis=1, initial=0), np.zeros(len(after))), rates.max(axis=0, initial=0)
    telling = np.logical_or.outer([len(unit.words) >= LEAST_WORDS for unit in before], np.zeros(len(after), dtype=bool))
    rates[(rates < WEAK) & telling & ((best[0] >= NEARLY) | (best[1][None, :] >= NEARLY))] = 0
    return rates


def _in_order(rates: Matrix, weights: Sequence[float]) -> list[tuple[int, int]]:
    """The pairs that together are most alike and stand in the same order in both texts."""
    rows, columns = rates.shape
    best = np.zeros((rows + 1, columns + 1))
    for row in range(rows):
        with_pair = best[row, :-1] + np.where(rates[row] > 0, rates[row] ** 2 * weights[row], 0)
        best[row + 1, 1:] = np.maximum.accumulate(np.maximum(best[row, 1:], with_pair))
    pairs: list[tuple[int, int]] = []
    row, column = rows, columns
    while row and column:
        if best[row, column] == best[row - 1, column]:
            row -= 1
        elif best[row, column] == best[row, column - 1]:
            column -= 1
        else:
            row, column = row - 1, column - 1
            pairs.append((row, column))
    return pairs[::-1]


def _moved(
    rates: Matrix, before: Sequence[Unit], after: Sequence[Unit], pairs: Sequence[tuple[int, int]]
) -> dict[tuple[int, int], int]:
    """The pairs that stand in different places, each with the number of its move; what stood together is one move."""
    left = set(range(len(before))) - {row for row, _ in pairs}
    right = set(range(len(after))) - {column for _, column in pairs}
    found: list[tuple[int, int]] = []
    candidates = [
        (float(rates[row, column]) * len(before[row].words), int(row), int(column))
        for row, column in np.argwhere(rates >= MOVED)
        if row in left and column in right
    ]
    for _, row, column in sorted(candidates, key=lambda one: (-one[0], one[1], one[2])):
        if row in left and column in right and _tells(before, after, (row, column), found):
            left.remove(row)
            right.remove(column)
            found.append((row, column))
    numbers: dict[tuple[int, int], int] = {}
    for row, column in sorted(found):
        together = numbers.get((row - 1, column - 1))
        numbers[row, column] = together or max(numbers.values(), default=0) + 1
    return numbers


def _tells(
    before: Sequence[Unit], after: Sequence[Unit], pair: tuple[int, int], found: Sequence[tuple[int, int]]
) -> bool:
    """Whether two units are of enough words not to be alike by chance, or go along with a neighbour that was moved."""
    row, column = pair
    if before[row].cells and before[row].key != after[column].key:
        return False
    if min(len(before[row].words), len(after[column].words)) >= LEAST_WORDS:
        return True
    return any((row + way, column + way) in found for way in (-1, 1))


def _rewritten(
    before: Sequence[Unit],
    after: Sequence[Unit],
    pairs: Sequence[tuple[int, int]],
    moves: Mapping[tuple[int, int], int],
    analyzer: Analyzer,
) -> Iterator[tuple[int, int]]:
    """Pairs among what is left over between the same neighbours that speak of the same."""
    gone, come = {row for row, _ in moves}, {column for _, column in moves}
    first = (0, 0)
    for row, column in (*pairs, (len(before), len(after))):
        rows = [at for at in range(first[0], row) if at not in gone and not before[at].cells]
        columns = [at for at in range(first[1], column) if at not in come and not after[at].cells]
        if rows and columns and len(rows) * len(columns) <= MOST_PAIRS_NEAR:
            near = nearness([before[at] for at in rows], [after[at] for at in columns], analyzer)
            near[near < REWRITTEN] = 0
            yield from ((rows[one], columns[other]) for one, other in _in_order(near, [1.0] * len(rows)))
        first = row + 1, column + 1


def _steps(
    before: Sequence[Unit],
    after: Sequence[Unit],
    pairs: Sequence[tuple[int, int]],
    moves: Mapping[tuple[int, int], int],
) -> Iterator[Step]:
    away = {row: (column, number) for (row, column), number in moves.items()}
    come = {column: (row, number) for (row, column), number in moves.items()}
    row = column = 0
    for last_row, last_column in (*pairs, (len(before), len(after))):
        for at in range(row, last_row):
            if at in away:
                target, number = away[at]
                yield Step("moved_from", before[at], None, _pieces(before[at], after[target]), number)
            else:
                yield Step("gone", before[at], None)
        for at in range(column, last_column):
            if at in come:
                origin, number = come[at]
                yield Step("moved_to", None, after[at], _pieces(before[origin], after[at]), number)
            else:
                yield Step("new", None, after[at])
        if last_row < len(before):
            yield _step(before[last_row], after[last_column])
        row, column = last_row + 1, last_column + 1


def _step(before: Unit, after: Unit) -> Step:
    """What became of a unit in its place."""
    if likeness(before, after) < CHANGED:
        return Step("rewritten", before, after)
    pieces = _pieces(before, after)
    return Step("changed" if pieces else "same", before, after, pieces)


def _pieces(before: Unit, after: Unit) -> tuple[Piece, ...]:
    """The words of two units; none where they are the same."""
    if before.key == after.key:
        return ()
    rows = row_pieces(before, after) if before.cells and after.cells else None
    pieces = readable(differences(before.text, after.text)) if rows is None else rows
    return pieces if any(piece.kind != "same" for piece in pieces) else ()
