"""What a misspelt query may have meant, from the corpus' own words and the places."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import OSA

from corpus.swedish.compounds import Splitter
from corpus.swedish.lexicon import lexicon
from corpus.swedish.places import places
from corpus.swedish.tokens import tokenize

#: Shorter words have too many neighbours to guess among.
_SHORTEST = 4
#: Up to this length one slip is allowed, beyond it two.
_ONE_SLIP = 6
_FOLDED = str.maketrans("åäöéèüáà", "aaoeeuaa")
_CANDIDATES = 40
#: Endings of nouns, for names and foreign words.
_ENDINGS = ("", *"en et n t ar er or r arna erna orna na s ens ets ns ts ars ers arnas ernas".split())
#: Endings of the definite form, commonest first.
_DEFINITE = ("en", "et", "n")


@dataclass(frozen=True, slots=True)
class _Shelf:
    """Words of one length, and as many keys: the words with their dots and rings gone, for comparing only."""

    words: list[str]
    keys: list[str]


_EMPTY = _Shelf([], [])


class Speller:
    """Suggests spellings.

    Args:
        frequencies: how often each word form occurs in the corpus, in lower case.
    """

    def __init__(self, frequencies: Mapping[str, int]) -> None:
        self._frequencies = frequencies
        self._splitter = Splitter()

    def suggest(self, query: str) -> str | None:
        """The query with its misspelt words set right; None where nothing is to be set right or no guess is near."""
        out = query
        for token in reversed(tokenize(query)):
            if token.kind == "word" and (better := self._better(token.text)):
                out = out[: token.start] + better + out[token.end :]
        return out if out != query else None

    @cached_property
    def _names(self) -> dict[str, str]:
        """Places by their name in lower case."""
        return {place.name.lower(): place.name for place in places()}

    @cached_property
    def _shelves(self) -> dict[int, "_Shelf"]:
        """All words that may be suggested, by their length: a slip changes it by one."""
        words = {word for word in self._frequencies if len(word) >= _SHORTEST and word.isalpha()}
        shelves: dict[int, _Shelf] = {}
        for word in sorted(words.union(self._names)):
            shelf = shelves.setdefault(len(word), _Shelf([], []))
            shelf.words.append(word)
            shelf.keys.append(word.translate(_FOLDED))
        return shelves

    def _better(self, word: str) -> str | None:
        """A likelier spelling of one word."""
        lowered = word.lower()
        if len(word) < _SHORTEST or not word.isalpha() or self._known(lowered):
            return None
        slips = 1 if len(word) <= _ONE_SLIP else 2
        best = self._nearest(lowered, slips) or self._base(lowered, slips)
        if best is None:
            return None
        if best in self._names and best not in self._frequencies:
            return self._names[best]
        named = self._names.get(best)
        return named or (best.capitalize() if word[0].isupper() else best)

    def _nearest(self, word: str, slips: int) -> str | None:
        """The likeliest of the words that lie within so many slips."""
        folded = word.translate(_FOLDED)
        ranked = []
        for length in range(len(word) - slips, len(word) + slips + 1):
            shelf = self._shelves.get(length, _EMPTY)
            for _, distance, at in process.extract(
                folded, shelf.keys, scorer=OSA.distance, score_cutoff=slips, limit=_CANDIDATES
            ):
                near = shelf.words[at]
                unlike = distance + 0.5 * (OSA.distance(word, near) > distance)
                # Two forms of one word lie as near: the form that differs least in length, then the commoner, wins.
                ranked.append((unlike, abs(len(word) - length), -self._frequencies.get(near, 0), near))
        return min(ranked)[-1] if ranked else None

    def _base(self, word: str, slips: int) -> str | None:
        """The base of a word that the corpus has in the definite form only: "jämstäldhet" where "jämställdheten" is."""
        for ending in _DEFINITE:
            inflected = self._nearest(word + ending, slips)
            if inflected and inflected.endswith(ending):
                return inflected[: -len(ending)]
        return None

    def _known(self, word: str) -> bool:
        """Whether the corpus has the word in any inflection, or it is a place, or an ordinary word or compound."""
        if word in self._frequencies or word in self._names or word.removesuffix("s") in self._names:
            return True
        if word.removesuffix("s") in self._frequencies or lexicon().bases(word):
            return True
        return bool(self._splitter.split(word)) or self._is_inflection(word)

    def _is_inflection(self, word: str) -> bool:
        """Whether the corpus has a word that differs in its ending only; the word list knows neither."""
        stems = {word[: len(word) - len(ending)] for ending in _ENDINGS if word.endswith(ending)}
        return any(
            stem + ending in self._frequencies for stem in stems if len(stem) >= _SHORTEST for ending in _ENDINGS
        )
