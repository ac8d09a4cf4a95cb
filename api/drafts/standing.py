"""The marks of a draft: which borrowed words still stand as they were, and whether the writer has confirmed them.

A mark is known by its place in the words as they were borrowed. It is open until the writer confirms it, or changes
what it marks.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from api.drafts import stale
from api.drafts.stale import Mark
from corpus.drafts import Block, Draft, Heading, Origin, words_of
from corpus.model import Period
from corpus.store import FactQuery, Store
from corpus.store.items import PROJECTS
from search.differences import differences

#: Names of projects in a report, by its id.
NamesOf = Callable[[str], tuple[str, ...]]
#: Stretches whose marks are remembered; a page of a long draft asks for a few hundred.
_REMEMBERED = 5_000


@dataclass(frozen=True, slots=True)
class Standing:
    """A mark that still stands at `[start, end)` of the block's words as they are now, confirmed or not."""

    mark: Mark
    start: int
    end: int
    settled: bool


@dataclass(frozen=True, slots=True)
class OpenMark:
    """A mark that is not confirmed, and where in the draft it stands."""

    heading: Heading
    block: Block
    origin: Origin
    standing: Standing


class ProjectNames:
    """Which projects reports name, kept until something in the store changes; several threads may ask at once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._kept: tuple[int, NamesOf] | None = None

    def now(self) -> NamesOf:
        """The names as of now."""
        change, kept = self._store.change_number, self._kept
        if kept is None or kept[0] != change:
            kept = self._kept = (change, cache(self._names))
        return kept[1]

    def _names(self, report_id: str) -> tuple[str, ...]:
        facts = self._store.find_facts(PROJECTS, FactQuery(reports=(report_id,))).facts
        return tuple(sorted({name for found in facts for name in (found.fact.name, *found.fact.aliases)}))


def standing(block: Block, period: Period, names: NamesOf) -> tuple[Standing, ...]:
    """The marks in a block that still stand, in order; the writer's own words have none.

    Args:
        block: the block.
        period: what the draft is on; words of a report on that period or a later one are not stale.
        names: which projects a report names.
    """
    origin = block.origin
    if origin is None or not _is_earlier(origin, period):
        return ()
    marks = _marks(origin.words, names(origin.report_id))
    same = [piece for piece in differences(origin.words, words_of(block)) if piece.kind == "same"]
    settled = frozenset(block.settled)
    found = (
        Standing(
            mark, mark.start + piece.after - piece.before, mark.end + piece.after - piece.before, mark.key in settled
        )
        for mark in marks
        for piece in same
        if piece.before <= mark.start and mark.end <= piece.before + len(piece.text)
    )
    return tuple(sorted(found, key=lambda one: one.start))


def open_marks(draft: Draft, names: NamesOf) -> Iterator[OpenMark]:
    """Every mark of a draft that is not confirmed, in order."""
    for heading, block in draft.blocks():
        for one in standing(block, draft.period, names):
            if not one.settled and block.origin is not None:
                yield OpenMark(heading, block, block.origin, one)


def _is_earlier(origin: Origin, period: Period) -> bool:
    return origin.period is None or origin.period.end < period.end


@lru_cache(maxsize=_REMEMBERED)
def _marks(words: str, names: Sequence[str]) -> tuple[Mark, ...]:
    return tuple(stale.find(words, names))
