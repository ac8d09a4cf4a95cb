"""Which of several places or times in a sentence belongs to which of its numbers."""

import re
from collections.abc import Sequence
from typing import Protocol, TypeVar

from ingest.facts.figures.clauses import Clause

_RESPECTIVELY = re.compile(r"\srespektive\s")


class Standing(Protocol):
    """Something at `[start, end)` of a text."""

    @property
    def start(self) -> int:
        """Its first character."""

    @property
    def end(self) -> int:
        """The character after its last."""


Thing = TypeVar("Thing", bound=Standing)


def paired(clauses: Sequence[Clause], clause: Clause, things: Sequence[Thing]) -> Thing | None:
    """The thing of a clause that belongs to its number; None where the clause has none, or it cannot be told.

    "Luleå och Boden har 88 respektive 70 procent" pairs them in order. Otherwise, of several, the nearest one counts:
    before the number where the first thing stands before the clause's first number, else after it.

    Args:
        clauses: those of all the sentence's numbers.
        clause: the one of the number in question.
        things: the places or times of the sentence, in order.
    """
    here = [thing for thing in things if clause.start <= thing.start < clause.end]
    if len(here) <= 1:
        return here[0] if here else None
    numbers = [one.number for one in clauses if one.start == clause.start]
    first, last = numbers[0].start, here[-1].end
    if len(numbers) == len(here) and last <= first and _RESPECTIVELY.search(clause.text, first, clause.end):
        return here[numbers.index(clause.number)]
    before = [thing for thing in here if thing.end <= clause.number.start]
    after = [thing for thing in here if thing.start >= clause.number.end]
    if here[0].end <= first:
        joined = len(before) > 1 and len(numbers) == 1
        return None if joined and not after and _adjacent(clause.text, before) else before[-1]
    return after[0] if after else None


def _adjacent(text: str, things: Sequence[Standing]) -> bool:
    return things[-1].start - things[-2].end <= len(" och ")
