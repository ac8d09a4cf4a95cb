"""Swedish compounds and their parts.

The word list tells which forms may begin a compound, with which linking element or change of vowel, and which words may
end one. Word frequencies (wordfreq) choose between readings and tell a compound from a word that only looks like one.
"""

from dataclasses import dataclass
from functools import lru_cache

from corpus.swedish.frequencies import frequency
from corpus.swedish.lemmas import lemma
from corpus.swedish.lexicon import ENDS, lexicon
from corpus.swedish.places import lookup

#: How a form that only stands in compounds ("arbets", "hälso", "skol") becomes a word: (ending, replacement).
_BASES = tuple(pair.split(">") for pair in ">a es>a s>e s> s>a o>a u>a e>a e> >e".split())
#: Learned openers that are no words, which the list lacks.
_LEARNED = frozenset("agro geo hydro makro mega mikro multi neuro psyko socio termo".split())
_LEARNED_WORTH = 3.0
#: Letters that link a part to the next.
_LINKS = frozenset("eous")
#: Particles and prefixes: "utbyggnad", "medborgare" and "överskott" are words of their own, not compounds.
_PREFIXES = frozenset(
    "an av be bi bort de efter emot en er ett fram från full för före genom hem hop i ihop igen in isär kring med "
    "mellan miss mot ned ner om på pre pro re sam samman sin kvar lika allt så till tillbaka un undan under upp ur ut "
    "van vid å åter över ge ha".split()
)
#: Endings that are words too.
_SUFFIXES = frozenset(
    "al ande ar are arna bar dels dom else en ena ende er era erna ers ett full het isk ism ist lig ling ning or orna "
    "ring skap ting vis ör".split()
)
_SHORTEST_WORD = 6
#: Longer words are no words; the reading of one takes time by the square of its length.
_LONGEST_WORD = 60
_SHORTEST_PART = 3
#: Real parts of two letters or one.
_SHORT_PARTS = frozenset("by el ek ny år bo".split())
#: Short nouns that end many compounds, though the word list does not vouch for them.
_SHORT_ENDS = frozenset("år året åren del delar lok by byn byar".split())
_LEAST_UNVOUCHED = 4
_NOUN = frozenset("BCDEGH")
_MOST_PARTS = 5
_CONSONANTS = frozenset("bcdfghjklmnpqrstvwxz")
#: Letters in which two lemmas of one word agree ("anmälan", "anmälning").
_ALIKE = 4
#: What each part beyond two costs a reading, in Zipf units.
_PART_COST = 1.0
#: What a third consonant costs that is not written.
_LETTER_COST = 1.0
#: What a part costs that the word list does not let join others, and how common it must be.
_UNVOUCHED_COST = 1.0
_COMMON = 3.5
#: How much more common its parts must be than a word that the list has: "bredband" stays whole, "kollektivtrafik" is
#: split. From 0 to 1.2, BM25 on the development questions moves by 0.01 at most, and 0.94 of the borders in the tests'
#: list are found up to 0.6, 0.91 from 0.9.
_ESTABLISHED = 0.3
#: What a reading of a word that the list lacks must be worth.
_LEAST_WORTH = 2.0
_REMEMBERED = 400_000


@dataclass(frozen=True, slots=True)
class Part:
    """Characters `[start, end)` of a compound, its linking element included, and their dictionary form."""

    start: int
    end: int
    base: str


class Splitter:
    """Splits compounds; loads the word list and the frequencies when it is first asked."""

    def __init__(self) -> None:
        self.split = lru_cache(maxsize=_REMEMBERED)(self._split)

    def parts(self, word: str) -> tuple[str, ...]:
        """The dictionary forms of a compound's parts in order; empty where the word is no compound.

        Raises:
            ModelError: the word list is not installed.
        """
        return tuple(part.base for part in self.split(word))

    def _split(self, word: str) -> tuple[Part, ...]:
        """The parts of a compound with their places in it; empty where the word is no compound."""
        lowered = word.lower()
        if not _SHORTEST_WORD <= len(lowered) <= _LONGEST_WORD or not lowered.isalpha() or _is_name(lowered):
            return ()
        worth, best = _best_reading(lowered)
        base = lemma(lowered)
        if _is_derived(base, worth) or worth <= (frequency(base) + _ESTABLISHED if base in lexicon() else _LEAST_WORTH):
            return ()
        return _agreeing(best, base)


def _agreeing(parts: tuple[Part, ...], base: str) -> tuple[Part, ...]:
    """The parts, the last as the whole word's lemma has it; none where the two are different words.

    "kvartalets" is a form of "kvartal", "justerad" of "justera": the latter does not end in "rad". "rättsliga" is a
    form of "rättslig", which ends in an ending, not in "liga".
    """
    last = parts[-1]
    tail = base[last.start :]
    alike = min(_ALIKE, len(last.base), max(len(tail), _SHORTEST_PART))
    if tail[:alike] != last.base[:alike] or tail in _SUFFIXES:
        return ()
    return (*parts[:-1], Part(last.start, last.end, tail)) if tail in lexicon() else parts


def _is_derived(base: str, worth: float) -> bool:
    """Whether a word of the list is a prefix and a commoner word than the parts of its reading: "förarbete"."""
    words = lexicon()
    rests = (base[at:] for at in range(2, len(base) - _SHORTEST_PART) if base[:at] in _PREFIXES)
    return base in words and any(rest in words and frequency(rest) > worth for rest in rests)


def _is_name(word: str) -> bool:
    """Whether a word is a place, or the word list has it as a name, in any inflection."""
    if lookup(word) or lookup(word.removesuffix("s")):
        return True
    words = lexicon()
    return not words.flags(word) and any(words.flags(base) for base in words.bases(word.capitalize()))


def _best_reading(word: str) -> tuple[float, tuple[Part, ...]]:
    """The likeliest reading of a word as a compound and its worth: the mean of its parts', less for many parts."""
    readings = {
        parts: total / len(parts) - _PART_COST * (len(parts) - 2) for total, parts in _readings(word, 0, _MOST_PARTS)
    }
    best = max(readings, key=lambda parts: (readings[parts], -parts[0].end), default=())
    return readings.get(best, 0.0), best


def _readings(word: str, start: int, most: int) -> list[tuple[float, tuple[Part, ...]]]:
    """For each number of parts up to `most`, the best reading of `word[start:]` in two parts or more.

    A doubled consonant at a border may stand for three after a whole word: "nattåg" is natt + tåg, "kommission" not
    komma + mission.
    """
    best: dict[int, tuple[float, tuple[Part, ...]]] = {}
    for end in range(start + 1, len(word) - 1):
        first = _first(word[start:end])
        if first is None:
            continue
        opening = Part(start, end, first.base)
        doubled = end - start > 2 and word[end - 1] == word[end - 2] and word[end - 1] in _CONSONANTS
        for at in (end, end - 1) if doubled and first.base == word[start:end] else (end,):
            lost = _LETTER_COST * (end - at)
            for total, parts in _continuations(word, at, most - 1):
                if total + first.worth - lost > best.get(len(parts) + 1, (0.0, ()))[0]:
                    best[len(parts) + 1] = (total + first.worth - lost, (opening, *parts))
    return list(best.values())


def _continuations(word: str, start: int, most: int) -> list[tuple[float, tuple[Part, ...]]]:
    """The ways to read `word[start:]` as the rest of a compound: one last part, or several."""
    rest: list[tuple[float, tuple[Part, ...]]] = []
    last = _last(word[start:])
    if last is not None:
        rest.append((last.worth, (Part(start, len(word), last.base),)))
    if most > 1 and len(word) - start >= 2 * _SHORTEST_PART - 1:
        rest += _readings(word, start, most)
    return rest


@dataclass(frozen=True, slots=True)
class _Stem:
    """The dictionary form of a part and what it is worth: its Zipf frequency, less where the list does not vouch."""

    base: str
    worth: float


def _may_be_part(form: str) -> bool:
    unbound = form not in _PREFIXES and form not in _SUFFIXES
    return unbound and (len(form) >= _SHORTEST_PART or form in _SHORT_PARTS)


@lru_cache(maxsize=_REMEMBERED)
def _first(form: str) -> _Stem | None:
    """What may begin a compound, or None."""
    if not _may_be_part(form):
        return None
    if form in _LEARNED:
        return _Stem(form, _LEARNED_WORTH)
    words = lexicon()
    stems = [
        _Stem(base, frequency(base)) for opener in words.openers(form) if _may_be_part(base := _base(form, opener))
    ]
    if not stems:
        stems = [_unvouched(base) for base in (form, form + "a", form.removesuffix("s"))]
    return max((stem for stem in stems if stem.worth > 0), key=lambda stem: (stem.worth, stem.base), default=None)


@lru_cache(maxsize=_REMEMBERED)
def _last(form: str) -> _Stem | None:
    """What may end a compound, or None."""
    if not _may_be_part(form):
        return None
    words = lexicon()
    known = lemma(form)
    bases = [base for base in words.bases(form) if _may_be_part(base)]
    vouched = [base for base in bases if ENDS in words.flags(base)]
    if known in vouched or (bases and ENDS in words.flags(known)):
        return _Stem(known, frequency(known))
    stems = [_Stem(base, frequency(base)) for base in vouched]
    if not stems and (len(form) >= _LEAST_UNVOUCHED or form in _SHORT_ENDS):
        stems = [_unvouched(base) for base in (known, *bases) if _NOUN & set(words.flags(base))]
    return max((stem for stem in stems if stem.worth > 0), key=lambda stem: (stem.worth, stem.base), default=None)


def _unvouched(base: str) -> _Stem:
    """A common word that the list does not let join others, which its makers held back for being short, perhaps."""
    common = base in lexicon() and _may_be_part(base) and frequency(base) >= _COMMON
    return _Stem(base, frequency(base) - _UNVOUCHED_COST if common else 0.0)


def _base(form: str, opener: str) -> str:
    """The word behind a form that begins compounds: the list's, or another that the form's linking letter tells.

    The list makes "löne" of "löna"; the commonest word that may take this letter is "lön".
    """
    words = lexicon()
    if opener in words and (opener == form or form[-1] not in _LINKS):
        return opener
    if form[-1] == "s" and form[:-1] in words:
        return form[:-1]
    bases = [opener] if opener in words else []
    bases += [
        word
        for ending, replacement in _BASES
        if form.endswith(ending) and (word := form[: len(form) - len(ending)] + replacement) in words
    ]
    return max(bases, key=lambda base: (frequency(base), base), default=form)
