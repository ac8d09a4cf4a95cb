"""What a question asks for, as far as its words tell."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace

from corpus.errors import UsageError
from corpus.model import ReportKind
from corpus.swedish.analysis import STOP_WORDS, Analyzer, Term
from corpus.swedish.places import Place
from search.understanding import Understood, understood


@dataclass(frozen=True, slots=True)
class Filters:
    """What the asker limits the search to.

    Years bound the report's period, both ends included; a project's name stands in the passage or its headings;
    `report` is an id.
    """

    years: tuple[int, int] | None = None
    publisher: str | None = None
    place: str | None = None
    kind: ReportKind | None = None
    project: str | None = None
    report: str | None = None

    def __bool__(self) -> bool:
        return any((self.years, self.publisher, self.place, self.kind, self.project, self.report))


@dataclass(frozen=True, slots=True)
class Query:
    """A question and what was understood of it.

    `sought` is the question without what it does not want ("-vatten") and without years that were taken back: what is
    encoded, and what `terms` are of.
    `understood` tells also what the asker took back; `places`, `years`, `phrases`, `without` and `wants_number` do not.
    """

    text: str
    terms: tuple[Term, ...]
    places: tuple[Place, ...] = ()
    years: tuple[int, ...] = ()
    phrases: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    wants_number: bool = False
    sought: str = ""
    understood: tuple[Understood, ...] = ()


def understand(text: str, analyzer: Analyzer, longest: int, overlooked: Iterable[str] = ()) -> Query:
    """Read a question.

    Args:
        text: the question.
        analyzer: what the index was made with.
        longest: the most characters that it may have.
        overlooked: keys of what was understood and taken back (`Understood.key`).

    Raises:
        UsageError: it is empty, longer than `longest` characters, or only says what is not wanted.
    """
    text = " ".join(unicodedata.normalize("NFC", text).split())
    if not text:
        raise UsageError("Frågan är tom: skriv ett eller flera ord att söka efter.")
    if len(text) > longest:
        raise UsageError(f"Frågan är för lång: {len(text)} tecken, högst {longest} går an. Korta den och sök igen.")
    everything = understood(text, frozenset(overlooked))
    used = [it for it in everything if it.used]
    without = [it for it in used if it.kind == "without"]
    # A year that is taken back is not sought at all: as an ordinary number it would go on finding the same.
    sought = _left(text, [it for it in everything if it in without or (it.kind == "year" and not it.used)])
    sought = sought or _left(text, without)
    if not sought:
        raise UsageError("Frågan säger bara vad som inte ska vara med: skriv också ett ord att söka efter.")
    return Query(
        text=text,
        terms=_with_spans(_content(analyzer.terms(sought)), used),
        places=tuple(dict.fromkeys(it.place for it in used if it.place)),
        years=tuple(dict.fromkeys(year for it in used if it.kind == "year" for year in it.years)),
        phrases=tuple(it.text for it in used if it.kind == "phrase"),
        without=tuple(it.text for it in without),
        wants_number=any(it.kind == "number" for it in used),
        sought=sought,
        understood=everything,
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


def written_years(years: tuple[int, int]) -> str:
    """The bounds as `parse_years` reads them."""
    first, last = (f"{year:04}" for year in years)
    return first if first == last else f"{first}..{last}"


def _content(terms: list[Term]) -> tuple[Term, ...]:
    """The words that say what is asked about; all of them where none does ("till och från")."""
    return tuple(term for term in terms if term.forms[0] not in STOP_WORDS) or tuple(terms)


def _with_spans(terms: tuple[Term, ...], used: Iterable[Understood]) -> tuple[Term, ...]:
    """The terms, the first year of a span standing for those inside it too, as a compound does for its parts."""
    inside = {str(it.years[0]): tuple(map(str, it.years[1:-1])) for it in used if it.kind == "year"}
    return tuple(replace(term, forms=(*term.forms, *inside.get(term.forms[0], ()))) for term in terms)


def _left(text: str, without: Iterable[Understood]) -> str:
    """The question without these parts of it."""
    for it in reversed(list(without)):
        text = f"{text[: it.start]} {text[it.end :]}"
    return " ".join(text.split())
