"""What a question asks for, as far as its words tell."""

import re
import unicodedata
from dataclasses import dataclass

from corpus.errors import UsageError
from corpus.model import ReportKind
from corpus.swedish.analysis import STOP_WORDS, Analyzer, Term
from corpus.swedish.places import Place, find

_PHRASE = re.compile(r"[\"”“„»«]([^\"”“„»«]{2,})[\"”“„»«]")
_YEARS = re.compile(r"(?<![\d/])((?:19|20)\d\d)(?:\s?[-–]\s?((?:19|20)\d\d))?(?![\d/])")
_ASKS_FOR_NUMBER = re.compile(
    r"\b(hur\s+(många|mycket|stor|stort|stora|hög|högt|lång|långt)|vad\s+kosta\w*|antal|andel)\b"
)


@dataclass(frozen=True, slots=True)
class Filters:
    """What the asker limits the search to; years bound the report's period, both ends included."""

    years: tuple[int, int] | None = None
    publisher: str | None = None
    place: str | None = None
    kind: ReportKind | None = None

    def __bool__(self) -> bool:
        return any((self.years, self.publisher, self.place, self.kind))


@dataclass(frozen=True, slots=True)
class Query:
    """A question and what was understood of it."""

    text: str
    terms: tuple[Term, ...]
    places: tuple[Place, ...] = ()
    years: tuple[int, ...] = ()
    phrases: tuple[str, ...] = ()
    wants_number: bool = False


def understand(text: str, analyzer: Analyzer, longest: int) -> Query:
    """Read a question.

    Raises:
        UsageError: it is empty, or longer than `longest` characters.
    """
    text = " ".join(unicodedata.normalize("NFC", text).split())
    if not text:
        raise UsageError("Frågan är tom: skriv ett eller flera ord att söka efter.")
    if len(text) > longest:
        raise UsageError(f"Frågan är för lång: {len(text)} tecken, högst {longest} går an. Korta den och sök igen.")
    return Query(
        text=text,
        terms=_content(analyzer.terms(text)),
        places=tuple(dict.fromkeys(mention.place for mention in find(text))),
        years=_years(text),
        phrases=tuple(match[1].strip() for match in _PHRASE.finditer(text)),
        wants_number=bool(_ASKS_FOR_NUMBER.search(text.lower())),
    )


def parse_years(text: str) -> tuple[int, int]:
    """The bounds that "2017..2021", "2017-2021" or "2017" set.

    Raises:
        UsageError: the text is none of these.
    """
    match = re.fullmatch(r"\s*(\d{4})\s*(?:(?:\.\.|[-–])\s*(\d{4}))?\s*", text)
    if not match or int(match[1]) > int(match[2] or match[1]):
        raise UsageError(f"Åren ”{text}” går inte att tyda. Skriv ett år, 2021, eller ett spann, 2017..2021.")
    return int(match[1]), int(match[2] or match[1])


def _content(terms: list[Term]) -> tuple[Term, ...]:
    """The words that say what is asked about; all of them where none does ("till och från")."""
    return tuple(term for term in terms if term.forms[0] not in STOP_WORDS) or tuple(terms)


def _years(text: str) -> tuple[int, ...]:
    years: dict[int, None] = {}
    for match in _YEARS.finditer(text):
        first, last = int(match[1]), int(match[2] or match[1])
        years.update(dict.fromkeys(range(first, last + 1) if last - first < 100 else (first, last)))
    return tuple(years)
