"""Each thing once: nearly the same passage of several reports, and passages that are shown together, are one hit."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from corpus.store import StoredPassage
from search.windows import Window

Shingles = frozenset[tuple[str, ...]]

SHINGLE_WORDS = 3
#: Share of the three-word runs of the shorter passage from which two say the same: a yearly paragraph with a changed
#: figure still reaches it, a rewritten one does not. nDCG@10 on SweQUAD, whose texts repeat each other, at none, .9, .8
#: and .6: .864, .909, .915, .923; the two other judged lists do not move down to .6.
SAME = 0.8
#: Passages with fewer runs are compared as a whole: two words in common say nothing.
FEWEST_RUNS = 5


@dataclass(frozen=True, slots=True)
class Folded:
    """A passage with what is shown around it, and those of other reports that say nearly the same, as they came."""

    window: Window
    also: tuple[StoredPassage, ...] = ()


def fold(passages: Sequence[StoredPassage], most: int, around: Callable[[StoredPassage], Window]) -> list[Folded]:
    """The first `most` passages, each thing once.

    A passage that says nearly the same as an earlier one of another report is folded into it, each report once; one
    that is shown around an earlier one is left out. Within one report nothing else is folded: a phrase repeated there
    stands in another section and says so.
    """
    kept: list[tuple[Window, Shingles, dict[str, StoredPassage]]] = []
    shown: set[int] = set()
    for passage in passages:
        if passage.number in shown:
            continue
        shingles = _shingles(passage.passage.text)
        twins = next(
            (
                also
                for window, others, also in kept
                if window.found.report_id != passage.report_id and _likeness(others, shingles) >= SAME
            ),
            None,
        )
        if twins is not None:
            twins.setdefault(passage.report_id, passage)
        elif len(kept) < most:
            window = around(passage)
            shown |= window.numbers
            kept.append((window, shingles, {}))
    return [Folded(window, tuple(also.values())) for window, _, also in kept]


def _shingles(text: str) -> Shingles:
    words = text.casefold().split()
    if len(words) < SHINGLE_WORDS:
        return frozenset({tuple(words)})
    return frozenset(zip(*(words[offset:] for offset in range(SHINGLE_WORDS)), strict=False))


def _likeness(first: Shingles, second: Shingles) -> float:
    """The share of the shorter's runs that the longer has; of few runs, Jaccard's index."""
    shorter = min(len(first), len(second))
    return len(first & second) / (shorter if shorter >= FEWEST_RUNS else len(first | second))
