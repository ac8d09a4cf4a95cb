"""What the words of a text are, for searching: lemmas, compound parts, numbers."""

import re
from dataclasses import dataclass
from functools import lru_cache

from corpus.swedish.compounds import Splitter
from corpus.swedish.lemmas import lemma
from corpus.swedish.tokens import PATTERN

#: Function words that say nothing of what a text is about.
STOP_WORDS = frozenset(
    "alla allt att av blev bli blir blivit både da de dem den denna deras dess dessa det detta dig din dina ditt "
    "du där då efter ej eller en er era ett ha hade han hans har hela hon hos hur här i icke ifrån in ingen inom "
    "inte jag kan kring kunde man med mellan men mig min mina mitt mot mycket ni nog nu när någon något några och "
    "om oss på samt sig sin sina sitt själv ska skall skulle som så sådan till under upp ut utan vad var vara "
    "varför vars vart vem vi vid vilka vilken vilket vår våra vårt än är åt även över finns genom för från bland "
    "bl.a t.ex dvs".split()
)
_HYPHENS = re.compile(r"[-‐‑:'’]")
_SPACES = " \u00a0\u2009\u202f"
_GROUPS = re.compile(r"(?<![\d.,])\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?![\d])")
_REMEMBERED = 400_000


@dataclass(frozen=True, slots=True)
class Term:
    """A word at `[start, end)`, the `position`th of its text; all `forms` stand at that position.

    `forms[0]` is the lemma (or the number in plain digits); after it the lemmas of a compound's parts.
    """

    start: int
    end: int
    position: int
    forms: tuple[str, ...]


class Analyzer:
    """Turns text into terms; the same text gives the same terms always.

    Args:
        drop_stop_words: leave function words out; positions still count them.
        splitter: splits compounds.
    """

    def __init__(self, drop_stop_words: bool = False, splitter: Splitter | None = None) -> None:
        self._drop = drop_stop_words
        self._splitter = splitter or Splitter()
        self._forms = lru_cache(maxsize=_REMEMBERED)(self._word_forms)

    def terms(self, text: str) -> list[Term]:
        """The words and numbers of a text in order; symbols are left out."""
        terms = []
        position = 0
        done = 0
        groups = {match.start(): match for match in _GROUPS.finditer(text)}
        for match in PATTERN.finditer(text):
            start, end = match.span()
            if start < done or match.lastindex == 3:
                continue
            if match.lastindex == 2:
                grouped = groups.get(start)
                end = grouped.end() if grouped else end
                forms: tuple[str, ...] = (_digits(text[start:end]),)
            else:
                forms = self._forms(match[0])
            done = end
            if not self._drop or forms[0] not in STOP_WORDS:
                terms.append(Term(start, end, position, forms))
            position += 1
        return terms

    def _word_forms(self, word: str) -> tuple[str, ...]:
        """The lemma of a word, then its parts' lemmas, each once."""
        pieces = [piece for piece in _HYPHENS.split(word) if piece]
        if len(pieces) < 2:
            whole = lemma(word)
            return tuple(dict.fromkeys((whole, *map(lemma, self._splitter.parts(word)))))
        last = lemma(pieces[-1]) if len(pieces[-1]) > 2 else ""
        whole = "-".join([*map(str.lower, pieces[:-1]), last]).strip("-")
        forms = [whole]
        for piece in pieces:
            if len(piece) > 1:
                forms += [lemma(piece), *map(lemma, self._splitter.parts(piece))]
        return tuple(dict.fromkeys(forms))


def _digits(number: str) -> str:
    """A number in plain digits, grouping left out."""
    return "".join(character for character in number if character not in _SPACES)
