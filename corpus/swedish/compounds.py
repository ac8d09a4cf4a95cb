"""Swedish compounds and their parts.

The word list is hunspell-sv's, installed beside Python's packages and read where it lies: its flags tell which forms
may begin a compound, which may end one, and which linking element a word takes (`sv_SE.aff` explains them). Word
frequencies (wordfreq) choose between readings and tell a compound from a word that only looks like one.
"""

import sys
from functools import cache, lru_cache
from pathlib import Path

import wordfreq

from corpus.errors import ModelError
from corpus.swedish.lemmas import lemma

_WORD_LIST = Path("share/hunspell/sv_SE.dic")
#: (ending of the first part, what stands there in the dictionary's form, the flags that allow the change).
_LINKS = (
    ("", "", "XUs"),
    ("s", "", "vf"),
    ("s", "a", "vf"),
    ("es", "", "ui"),
    ("es", "a", "ui"),
    ("s", "e", "ui"),
    ("", "a", "zg"),
    ("", "e", "zg"),
    ("a", "", "zg"),
    ("e", "", "yh"),
    ("e", "a", "yh"),
    ("o", "a", "x"),
    ("o", "e", "x"),
    ("u", "a", "w"),
)
#: How a form that only stands in compounds ("arbets", "hälso", "skol") becomes a word: (ending, replacement).
_BASES = (("", "a"), ("s", "e"), ("s", ""), ("s", "a"), ("o", "a"), ("u", "a"), ("e", "a"), ("e", ""), ("", "e"))
#: Particles and prefixes: "utbyggnad", "medborgare" and "överskott" are words of their own, not compounds.
_PARTICLES = frozenset(
    "an av be bi bort de efter emot en er ett fram från för före genom hem hop i in kring med mellan mot ned ner "
    "nära om på re sam sin så till un under upp ur ut van vid å åter över ge ha ting else ande ende isk lig vis "
    "bar sak het dom skap ling ning ring ism ist ör al ar or ers ena arna erna orna".split()
)
_SHORTEST_WORD = 6
_SHORTEST_PART = 3
#: Real parts of two letters.
_SHORT_PARTS = frozenset("by el ek is år ö bo råd gas".split())
_MOST_PARTS = 5
_CONSONANTS = frozenset("bcdfghjklmnpqrstvwxz")
_REMEMBERED = 200_000


class Splitter:
    """Splits compounds; loads its word list when it is first asked.

    Args:
        word_list: a hunspell dictionary in hunspell-sv's conventions; that package's own where None.
    """

    def __init__(self, word_list: Path | None = None) -> None:
        self._word_list = word_list
        self.parts = lru_cache(maxsize=_REMEMBERED)(self._parts)

    def is_word(self, word: str) -> bool:
        """Whether the word list has a word, in any inflection."""
        return _is_word(word.lower(), _entries(self._word_list))

    def _parts(self, word: str) -> tuple[str, ...]:
        """The dictionary forms of a compound's parts in order; empty where the word is no compound.

        Raises:
            ModelError: the word list is not installed.
        """
        lowered = word.lower()
        if len(lowered) < _SHORTEST_WORD or not lowered.isalpha():
            return ()
        entries = _entries(self._word_list)
        readings = _readings(lowered, entries, _MOST_PARTS)
        if not readings:
            return ()
        best = max(readings, key=lambda reading: (_worth(reading), -len(reading), reading))
        if _is_word(lowered, entries) and _worth(best) <= _frequency(lemma(lowered)):
            return ()
        return best


def _readings(word: str, entries: dict[str, str], most: int) -> list[tuple[str, ...]]:
    """Every way to read `word` as at least two parts."""
    found: list[tuple[str, ...]] = []
    for at in range(2, len(word) - 1):
        first = _first(word[:at], entries)
        if first is None:
            continue
        rests = [word[at:]]
        if word[at - 1] == word[at - 2] and word[at - 1] in _CONSONANTS and word[at] not in _CONSONANTS:
            rests.append(word[at - 1 :])
        for rest in rests:
            last = _last(rest, entries)
            if last is not None:
                found.append((first, last))
            if most > 2 and len(rest) >= 2 * _SHORTEST_PART:
                found.extend((first, *more) for more in _readings(rest, entries, most - 1))
    return found


def _first(form: str, entries: dict[str, str]) -> str | None:
    """The dictionary form of what may begin a compound, or None."""
    if form in _PARTICLES or (len(form) < _SHORTEST_PART and form not in _SHORT_PARTS):
        return None
    for ending, replaced, flags in _LINKS:
        if form.endswith(ending):
            base = form[: len(form) - len(ending)] + replaced
            if any(flag in flags for flag in entries.get(base, "")) and base not in _PARTICLES:
                return base if "Z" not in entries[base] else _base(base, entries)
    return None


def _last(form: str, entries: dict[str, str]) -> str | None:
    """The dictionary form of what may end a compound, or None."""
    if form in _PARTICLES or (len(form) < _SHORTEST_PART and form not in _SHORT_PARTS):
        return None
    base = lemma(form)
    if base in _PARTICLES or len(base) < 2:
        return None
    return base if "Y" in entries.get(base, "") else None


def _base(form: str, entries: dict[str, str]) -> str:
    """The word behind a form that only stands in compounds."""
    for ending, replacement in _BASES:
        if form.endswith(ending):
            word = form[: len(form) - len(ending)] + replacement
            if word in entries and "Z" not in entries[word]:
                return word
    return form


def _is_word(word: str, entries: dict[str, str]) -> bool:
    return word in entries or lemma(word) in entries


def _worth(reading: tuple[str, ...]) -> float:
    """The mean frequency of the parts; long parts make a likelier reading than many short ones."""
    return sum(map(_frequency, reading)) / len(reading) - 1.0 * (len(reading) - 2)


@cache
def _frequency(word: str) -> float:
    """Zipf frequency: the common logarithm of occurrences in a thousand million words; 0 where unknown."""
    return float(wordfreq.zipf_frequency(word, "sv"))


@lru_cache(maxsize=4)
def _entries(word_list: Path | None) -> dict[str, str]:
    """The words of a hunspell dictionary with their flags, those of one spelling put together."""
    path = word_list or Path(sys.prefix) / _WORD_LIST
    try:
        lines = path.read_text(encoding="utf-8").split("\n")[1:]
    except OSError as error:
        raise ModelError(f"Ordlistan hunspell-sv saknas ({path.name}). Installera paketet hunspell-sv.") from error
    entries: dict[str, str] = {}
    for line in lines:
        word, _, flags = line.partition("/")
        entries[word] = entries[word] + flags if word in entries else flags
    return entries
