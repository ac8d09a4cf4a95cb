"""What in a question is more than a word: places, years, exact phrases, words not wanted, a number asked for."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from corpus.swedish.places import Place, find

UnderstoodKind = Literal["place", "year", "phrase", "without", "number"]

_QUOTED = r"[\"”“„»«]([^\"”“„»«]{2,})[\"”“„»«]"
_PHRASE = re.compile(_QUOTED)
#: A minus right before a word or a phrase, with white space or nothing before it: "-vatten", not "vatten- och avlopp"
#: and not "-5", which is a number.
_WITHOUT = re.compile(rf"(?<!\S)[-−–](?:{_QUOTED}|([^\W\d_][^\s\"”“„»«,;.!?]*))")
_YEARS = re.compile(r"(?<![\d/])((?:19|20)\d\d)(?:\s?[-–]\s?((?:19|20)\d\d))?(?![\d/])")
#: Longer spans name their ends only: nobody reports on each of a hundred years.
_LONGEST_SPAN = 100
#: "hur stor betydelse" asks for no number, nor does "hur långt har arbetet kommit": size alone is asked of what can be
#: measured.
_NUMBER = re.compile(
    r"\b(?:hur\s+(?:många|mycket|få|stor|stort|stora|hög|högt|höga|låg|lågt|låga|lång|långa|gammal|gamla)"
    r"(?!\s+(?:betydelse|roll|vikt|nytta))"
    r"|vad\s+(?:kosta\w*|(?:är|var|blev)\s+(?:kostnad|pris|budget|antal|andel|summ)\w*)"
    r"|vil(?:ken|ket)\s+(?:andel|summa|kostnad|belopp|antal|procentsats)"
    r"|antal(?:et)?|andel(?:en)?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Understood:
    """Something understood of a question.

    Attributes:
        kind: what it was taken for.
        text: what it names: the place's name, "2019" or "2019–2021", the phrase or the word without its marks; for a
            number the words that ask for it.
        start: where it stands in the question, `[start, end)`.
        end: see `start`.
        place: the place, where it is one.
        used: False where the asker took it back; its words are then words as any other, a year is left out.
    """

    kind: UnderstoodKind
    text: str
    start: int
    end: int
    place: Place | None = None
    used: bool = True

    @property
    def key(self) -> str:
        """What the asker calls it when taking it back; the same wherever it stands in the question."""
        return f"{self.kind}:{self.text}"

    @property
    def years(self) -> tuple[int, ...]:
        """The years that a span or a single year stands for."""
        first, _, last = self.text.partition("–")
        span = range(int(first), int(last or first) + 1)
        return tuple(span) if len(span) <= _LONGEST_SPAN else (span[0], span[-1])


def understood(text: str, overlooked: frozenset[str] = frozenset()) -> tuple[Understood, ...]:
    """Everything understood of a question, in the order of its words; each thing once.

    Args:
        text: the question.
        overlooked: keys of what the asker took back.
    """
    found = {(it.kind, it.text): it for read in _READERS.values() for it in read(text)}
    taken = [it for it in found.values() if it.kind == "without"]
    return tuple(
        replace(it, used=it.key not in overlooked)
        for it in sorted(found.values(), key=lambda it: (it.start, it.kind))
        if it.kind == "without" or not any(without.start <= it.start < without.end for without in taken)
    )


def _places(text: str) -> Iterator[Understood]:
    for mention in reversed(find(text)):
        yield Understood("place", mention.place.name, mention.start, mention.end, mention.place)


def _years(text: str) -> Iterator[Understood]:
    for match in _YEARS.finditer(text):
        if match[2] and int(match[2]) > int(match[1]):
            yield Understood("year", f"{match[1]}–{match[2]}", *match.span())
        else:
            yield Understood("year", match[1], match.start(1), match.end(1))
            if match[2]:
                yield Understood("year", match[2], match.start(2), match.end(2))


def _phrases(text: str) -> Iterator[Understood]:
    for match in _PHRASE.finditer(text):
        if match[1].strip():
            yield Understood("phrase", match[1].strip(), *match.span())


def _without(text: str) -> Iterator[Understood]:
    for match in _WITHOUT.finditer(text):
        yield Understood("without", (match[1] or match[2]).strip(), *match.span())


def _number(text: str) -> Iterator[Understood]:
    asking = _NUMBER.search(text)
    if asking:
        yield Understood("number", asking[0].lower(), *asking.span())


_READERS: Mapping[UnderstoodKind, Callable[[str], Iterator[Understood]]] = {
    "place": _places,
    "year": _years,
    "phrase": _phrases,
    "without": _without,
    "number": _number,
}
