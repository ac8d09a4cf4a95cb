"""The names of projects as people misspell them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from corpus.projects import name_of
from corpus.swedish.tokens import Token, tokenize

#: Shorter names, their spaces left out, have too many neighbours to guess among.
SHORTEST = 5
#: Letters of a name for each slip allowed in it: one in "Smart industri" is common, and a long name may have three.
LETTERS_A_SLIP = 6
MOST_SLIPS = 3
#: Names of one length that are looked at for each row of words.
NEAR = 5
#: Names of more words than this are asked for by a part of them.
MOST_WORDS = 8
_PLAIN = str.maketrans("åäöéèüáà", "aaoeeuaa")


@dataclass(frozen=True, slots=True)
class Found:
    """Characters `[start, end)` of a question that stand for a project's name; `exact` where they are that name."""

    start: int
    end: int
    name: str
    exact: bool


class ProjectNames:
    """Looks a question over for names of projects, written right or nearly so.

    Args:
        names: as reports write them; those that only say what kind of thing it is ("projektet") are left out.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._by_key: dict[str, str] = {}
        for name in sorted(names):
            key = _key(name)
            if len(key) >= SHORTEST and not name_of(name).is_bare and len(name.split()) <= MOST_WORDS:
                self._by_key.setdefault(key, name)
        self._shelves: dict[int, list[str]] = {}
        for key in self._by_key:
            self._shelves.setdefault(len(key), []).append(key)
        self._longest = max((len(name.split()) for name in self._by_key.values()), default=0) + 1

    def find(self, text: str, unknown: frozenset[str]) -> list[Found]:
        """The names in a question, in order, none inside another.

        Args:
            text: the question.
            unknown: its words, in lower case, that no report has: only where one of these stands is a name guessed.
        """
        tokens = [token for token in tokenize(text) if token.kind != "symbol"]
        candidates = []
        for run in _runs(tokens, self._longest):
            start, end = run[0].start, run[-1].end
            named = self._name(text[start:end], guess=any(token.text.lower() in unknown for token in run))
            if named:
                slips, name = named
                candidates.append((slips, start - end, Found(start, end, name, _same(name, text[start:end]))))
        found: list[Found] = []
        # What is written right comes before a guess, and a long name before a short one inside it.
        for _, _, one in sorted(candidates, key=lambda candidate: candidate[:2]):
            if not any(one.start < other.end and other.start < one.end for other in found):
                found.append(one)
        return sorted(found, key=lambda one: one.start)

    def _name(self, written: str, guess: bool) -> tuple[int, str] | None:
        """The name that the words stand for, and the slips in them; other spaces than the name's are none."""
        key = _key(written)
        if key in self._by_key:
            return 0, self._by_key[key]
        slips = min(MOST_SLIPS, len(key) // LETTERS_A_SLIP)
        if not guess or len(key) < SHORTEST:
            return None
        near = [
            (int(distance), other)
            for length in range(len(key) - slips, len(key) + slips + 1)
            for other, distance, _ in process.extract(
                key, self._shelves.get(length, ()), scorer=OSA.distance, score_cutoff=slips, limit=NEAR
            )
            if _digits(other) == _digits(key)
        ]
        return (min(near)[0], self._by_key[min(near)[1]]) if near else None


def _runs(tokens: Sequence[Token], longest: int) -> Iterator[Sequence[Token]]:
    """Words side by side, the longest rows first."""
    for length in range(min(longest, len(tokens)), 0, -1):
        for first in range(len(tokens) - length + 1):
            yield tokens[first : first + length]


def _key(name: str) -> str:
    """A name as it is compared: letters and digits only, small, without dots and rings."""
    return "".join(filter(str.isalnum, name.casefold())).translate(_PLAIN)


def _digits(key: str) -> str:
    """The digits of a name, in which there are no slips: "Kompetensbryggan 3" is not "Kompetensbryggan 2"."""
    return "".join(filter(str.isdigit, key))


def _same(name: str, written: str) -> bool:
    return " ".join(name.split()).casefold() == " ".join(written.split()).casefold()
