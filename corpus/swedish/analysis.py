"""What the words of a text are, for searching: lemmas, compound parts, numbers."""

import re
from dataclasses import dataclass

from corpus.swedish.compounds import Splitter
from corpus.swedish.lemmas import lemma
from corpus.swedish.lexicon import lexicon
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
#: Types that one analyzer remembers; a corpus of a million pages has fewer.
_REMEMBERED = 1_000_000
#: Inflection after a colon or hyphen is no longer: "EU:s", "TV:n", "SMS:et" has its stem before it.
_LONGEST_ENDING = 2


@dataclass(frozen=True, slots=True)
class Term:
    """A word at `[start, end)`, the `position`th of its text; all `forms` stand at that position.

    `forms[0]` is the lemma (or the number in plain digits); after it the lemmas of a compound's parts. Measured with
    BM25 on this project's development questions, parts are worth weighting at 0.5 to 1 of the lemma in a query.
    """

    start: int
    end: int
    position: int
    forms: tuple[str, ...]


class Analyzer:
    """Turns text into terms; the same text gives the same terms always.

    Args:
        drop_stop_words: leave function words out; positions still count them.
    """

    def __init__(self, drop_stop_words: bool = False) -> None:
        self._drop = drop_stop_words
        self._splitter = Splitter()
        self._known: dict[str, tuple[str, ...]] = {}

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
                forms = self._known.get(match[0].lower()) or self._analyse(match[0].lower())
            done = end
            if not self._drop or forms[0] not in STOP_WORDS:
                terms.append(Term(start, end, position, forms))
            position += 1
        return terms

    def _analyse(self, word: str) -> tuple[str, ...]:
        """The forms of a word in lower case, remembered."""
        forms = self._word_forms(word)
        if len(self._known) < _REMEMBERED:
            self._known[word] = forms
        return forms

    def _word_forms(self, word: str) -> tuple[str, ...]:
        """The lemma of a word, then its parts' lemmas, each once."""
        pieces = [piece for piece in _HYPHENS.split(word) if piece]
        if len(pieces) < 2:
            return tuple(dict.fromkeys((lemma(word), *map(lemma, self._splitter.parts(word)))))
        last = lemma(pieces[-1]) if len(pieces[-1]) > _LONGEST_ENDING else ""
        forms = ["-".join([*pieces[:-1], last]).strip("-")]
        for piece in pieces:
            if len(piece) > 1:
                forms += [lemma(piece), *map(lemma, self._splitter.parts(piece))]
        joined = "".join(pieces)
        if all(len(piece) > _LONGEST_ENDING for piece in pieces) and (
            joined in lexicon() or self._splitter.parts(joined)
        ):
            forms.append(lemma(joined))
        return tuple(dict.fromkeys(forms))


def _digits(number: str) -> str:
    """A number in plain digits, grouping left out."""
    return "".join(character for character in number if character not in _SPACES)
