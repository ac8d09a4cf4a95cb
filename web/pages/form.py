"""The search form, and what its reader asked for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from corpus.errors import UsageError
from corpus.model import ReportKind
from corpus.settings import Settings
from corpus.store import StoredReport
from corpus.swedish import places
from search.query import Filters, parse_years
from web import links, words

#: Longest text of a field that is not the question; what is longer is cut.
LONGEST = 100
#: Digits of a number in an address that are read.
MOST_DIGITS = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What stands in the search form: texts as they were written, "" where nothing was."""

    q: str
    first: str
    last: str
    publisher: str
    kind: str
    place: str
    publishers: tuple[str, ...]
    longest: int
    wanted: int

    @property
    def limited(self) -> bool:
        """Whether anything but the question is asked for."""
        return any((self.first, self.last, self.publisher, self.kind, self.place))

    @property
    def limits(self) -> dict[str, str]:
        """Everything but the question, as parameters of the address."""
        return {
            "fran": self.first,
            "till": self.last,
            "utgivare": self.publisher,
            "slag": self.kind,
            "plats": self.place,
        }

    @property
    def limits_in_words(self) -> str:
        """What the search is limited to, for people."""
        kind = next((name for code, name in self.kinds if code == self.kind), self.kind)
        return ", ".join(part for part in (self._years_in_words(), self.publisher, kind, self.place) if part)

    def _years_in_words(self) -> str:
        if self.first and self.last:
            return f"{self.first}–{self.last}" if self.first != self.last else self.first
        return f"från {self.first}" if self.first else f"till {self.last}" if self.last else ""

    @property
    def address(self) -> str:
        """The address of this search, without empty fields."""
        return links.home(self.q, **self.limits)

    def more(self, hits: int) -> str:
        """The address of this search with so many hits more."""
        return links.home(self.q, **self.limits, antal=self.wanted + hits, anchor=f"traff-{self.wanted + 1}")

    @property
    def focus(self) -> bool:
        """The cursor waits in the field only where there is nothing to read yet."""
        return not self.q

    @property
    def kinds(self) -> tuple[tuple[str, str], ...]:
        """Codes and names of the kinds of report."""
        return tuple(words.KINDS.items())

    @property
    def places(self) -> tuple[str, ...]:
        """Names of all municipalities and counties, in the Swedish alphabet's order."""
        return place_names()


def read(parameters: Mapping[str, str], reports: Iterable[StoredReport], settings: Settings, hits: int) -> Form:
    """The form that an address fills in; a question that is too long keeps one character too many, so as to be told."""
    publishers = {report.metadata.publisher for report in reports if report.metadata.publisher}
    return Form(
        q=parameters.get("q", "").strip()[: settings.max_query_characters + 1],
        **{field: parameters.get(name, "").strip()[:LONGEST] for field, name in _FIELDS.items()},
        publishers=tuple(sorted(publishers, key=words.alphabetical)),
        longest=settings.max_query_characters,
        wanted=_wanted(parameters.get("antal", ""), hits),
    )


_FIELDS = {"first": "fran", "last": "till", "publisher": "utgivare", "kind": "slag", "place": "plats"}


def _wanted(text: str, hits: int) -> int:
    """How many hits an address asks for; `hits` where it says nothing sensible."""
    return max(int(text), hits) if text.isascii() and text.isdigit() and len(text) < MOST_DIGITS else hits


def filters(form: Form) -> Filters:
    """What the search is limited to.

    Raises:
        UsageError: a year is no year, or there is no such kind of report.
    """
    return Filters(_years(form), form.publisher or None, form.place or None, _kind(form.kind))


def _years(form: Form) -> tuple[int, int] | None:
    """The years between which the reports' periods must lie, whichever was written first."""
    if not form.first and not form.last:
        return None
    first = parse_years(form.first)[0] if form.first else 1
    last = parse_years(form.last)[1] if form.last else 9999
    return min(first, last), max(first, last)


def _kind(code: str) -> ReportKind | None:
    for kind in words.KINDS:
        if kind == code:
            return kind
    if code:
        raise UsageError(f"”{code}” är inget slag av rapport. Välj ett i listan.")
    return None


@cache
def place_names() -> tuple[str, ...]:
    """Names of all municipalities and counties, in the Swedish alphabet's order."""
    named = {place.name for place in places.places() if place.kind != "town"}
    return tuple(sorted(named, key=words.alphabetical))
