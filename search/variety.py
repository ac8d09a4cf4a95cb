"""Nearly the same passage in several reports, folded into one hit."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.store import StoredPassage

SHINGLE_WORDS = 3
#: Share of three-word runs in common from which two passages say the same; a yearly paragraph with a changed figure
#: still reaches it, a rewritten one does not.
SAME = 0.8


@dataclass(frozen=True, slots=True)
class Folded:
    """A passage and those of other reports that say nearly the same, in the order they came."""

    passage: StoredPassage
    also: tuple[StoredPassage, ...] = ()


def fold(passages: Sequence[StoredPassage]) -> list[Folded]:
    """Fold each passage into the first earlier one of another report that says nearly the same.

    Within one report nothing is folded: a phrase repeated there stands in another section and says so.
    """
    kept: list[tuple[StoredPassage, frozenset[tuple[str, ...]], list[StoredPassage]]] = []
    for passage in passages:
        shingles = _shingles(passage.passage.text)
        twin = next(
            (
                also
                for first, others, also in kept
                if first.report_id != passage.report_id and _likeness(others, shingles) >= SAME
            ),
            None,
        )
        if twin is None:
            kept.append((passage, shingles, []))
        else:
            twin.append(passage)
    return [Folded(first, tuple(also)) for first, _, also in kept]


def _shingles(text: str) -> frozenset[tuple[str, ...]]:
    words = text.casefold().split()
    if len(words) < SHINGLE_WORDS:
        return frozenset({tuple(words)})
    return frozenset(zip(*(words[offset:] for offset in range(SHINGLE_WORDS)), strict=False))


def _likeness(first: frozenset[tuple[str, ...]], second: frozenset[tuple[str, ...]]) -> float:
    """Jaccard's index of two sets."""
    return len(first & second) / len(first | second)
