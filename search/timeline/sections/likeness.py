"""How alike units are: by their words in order, and by what they speak of; 0 to 1."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq

from corpus.swedish.analysis import STOP_WORDS, Analyzer
from search.timeline.promises import EMPTY
from search.timeline.sections.units import Unit

Matrix = NDArray[np.float32]


#: A sentence that the other holds with more beside it is as like it as this share of what they share of the shorter;
#: a shorter one may stand in any by chance.
HELD, LEAST_HELD = 0.85, 6
#: Two rows on the same are at least so alike, whatever the other cells say.
SAME_HEAD = 0.6
#: A part that two compounds share says this much of what a word says.
_PART = 0.5


def likenesses(before: Sequence[Unit], after: Sequence[Unit], least: float) -> Matrix:
    """How alike each unit of one text is to each of another; 0 for what is less alike than `least`."""
    rates = np.zeros((len(before), len(after)), dtype=np.float32)
    if not before or not after:
        return rates
    for row, column in np.argwhere(_most_alike(before, after) >= least):
        rate = likeness(before[row], after[column])
        rates[row, column] = rate if rate >= least else 0
    return rates


def likeness(one: Unit, other: Unit) -> float:
    """How alike two units are by the words that both have in the same order."""
    if one.key == other.key:
        return 1.0
    if bool(one.cells) != bool(other.cells) or not one.words or not other.words:
        return 0.0
    shared = LCSseq.similarity(one.words, other.words)
    rate = 2 * shared / (len(one.words) + len(other.words))
    if one.cells:
        return max(rate, SAME_HEAD) if one.head and one.head == other.head else rate
    shorter = min(len(one.words), len(other.words))
    return max(rate, HELD * shared / shorter) if shorter >= LEAST_HELD else rate


def nearness(before: Sequence[Unit], after: Sequence[Unit], analyzer: Analyzer) -> Matrix:
    """How much of what each unit of one text speaks of another speaks of too, the rarer words counting more."""
    told = [_spoken_of(unit, analyzer) for unit in (*before, *after)]
    columns = {form: at for at, form in enumerate(dict.fromkeys(form for one in told for form in one))}
    table = np.zeros((len(told), len(columns)), dtype=np.float32)
    for row, one in enumerate(told):
        for form, worth in one.items():
            table[row, columns[form]] = worth
    found = np.maximum(1, (table > 0).sum(axis=0))
    weights = np.log((len(told) + 1) / found)
    left, right = table[: len(before)], table[len(before) :]
    shared = np.minimum(left[:, None, :], right[None, :, :]) @ weights
    totals = np.add.outer(left @ weights, right @ weights)
    return np.asarray(2 * shared / np.where(totals, totals, 1), dtype=np.float32)


def _spoken_of(unit: Unit, analyzer: Analyzer) -> dict[str, float]:
    """The forms of a unit's content words, a compound's parts less; numbers tell nothing of what it is about."""
    forms: dict[str, float] = {}
    for term in analyzer.terms(unit.text):
        if term.forms[0] not in STOP_WORDS and term.forms[0] not in EMPTY and not term.forms[0][:1].isdigit():
            forms |= dict.fromkeys(term.forms[1:], _PART) | {term.forms[0]: 1.0}
    return forms


def _most_alike(before: Sequence[Unit], after: Sequence[Unit]) -> Matrix:
    """The most that two units can be alike, by the words that both have in whichever order."""
    shared, lengths = _shared_words(before, after)
    total = np.add.outer(*lengths)
    shorter = np.minimum.outer(*lengths)
    most = 2 * shared / np.where(total, total, 1)
    most = np.maximum(most, np.where(shorter >= LEAST_HELD, HELD * shared / np.where(shorter, shorter, 1), 0))
    heads = np.array([[one.head == other.head != "" for other in after] for one in before])
    return np.asarray(np.where(heads, np.maximum(most, SAME_HEAD), most), dtype=np.float32)


def _shared_words(before: Sequence[Unit], after: Sequence[Unit]) -> tuple[Matrix, tuple[Matrix, Matrix]]:
    """How many words each two units share in whichever order, and how many each has."""
    counted = [_numbered(unit.words) for unit in (*before, *after)]
    columns = {word: at for at, word in enumerate(dict.fromkeys(word for words in counted for word in words))}
    table = np.zeros((len(counted), len(columns)), dtype=np.float32)
    for row, words in enumerate(counted):
        table[row, [columns[word] for word in words]] = 1
    left, right = table[: len(before)], table[len(before) :]
    return np.asarray(left @ right.T), (left.sum(axis=1), right.sum(axis=1))


def _numbered(words: Sequence[str]) -> list[tuple[str, int]]:
    """Words with how many of the same stand before them: a word said twice is shared twice."""
    seen: dict[str, int] = {}
    found = []
    for word in words:
        seen[word] = seen.get(word, 0) + 1
        found.append((word, seen[word]))
    return found
