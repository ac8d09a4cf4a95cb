"""The search form, and what its reader asked for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from starlette.datastructures import QueryParams

from corpus.errors import UsageError
from corpus.model import ReportKind
from corpus.settings import Settings
from corpus.store import StoredReport
from corpus.swedish import places
from search.query import Filters, parse_years
from web import links, words

#: Longest text of a field that is not the question; what is longer is cut.
LONGEST = 100
#: Understandings that an address may take back.
MOST_KEYS = 50
#: What the search can be limited to: fields of the form to parameters of the address.
FIELDS: Mapping[str, str] = {
    "first": "fran",
    "last": "till",
    "publisher": "utgivare",
    "kind": "slag",
    "place": "plats",
    "project": "projekt",
    "report": "rapport",
}
#: The parameter that names what was understood of the question and is taken back, once for each.
OVERLOOKED = "bortse"
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
    project: str
    report: str
    overlooked: tuple[str, ...]
    publishers: tuple[str, ...]
    longest: int
    wanted: int

    @property
    def limited(self) -> bool:
        """Whether anything but the question is asked for."""
        return any(getattr(self, field) for field in FIELDS)

    @property
    def limits(self) -> dict[str, links.Value]:
        """Everything but the question, as parameters of the address."""
        fields: dict[str, links.Value] = {name: getattr(self, field) for field, name in FIELDS.items()}
        return fields | {OVERLOOKED: self.overlooked}

    @property
    def kept(self) -> list[tuple[str, str]]:
        """What goes with the question though no field shows it, as parameters of the address."""
        shown = [(FIELDS["project"], self.project), (FIELDS["report"], self.report)]
        return [(name, value) for name, value in shown if value] + [(OVERLOOKED, key) for key in self.overlooked]

    @property
    def everything(self) -> list[tuple[str, str]]:
        """The whole search, as parameters of the address."""
        named = [("q", self.q), *((name, getattr(self, field)) for field, name in FIELDS.items())]
        return [(name, value) for name, value in named if value] + [(OVERLOOKED, key) for key in self.overlooked]

    @property
    def limits_in_words(self) -> str:
        """What the search is limited to, for people."""
        limits = (self.years_in_words, self.publisher, self.kind_in_words, self.place, self.project)
        return ", ".join(part for part in (*limits, "en rapport" if self.report else "") if part)

    @property
    def kind_in_words(self) -> str:
        """The kind of report, for people."""
        return next((name for code, name in self.kinds if code == self.kind), self.kind)

    @property
    def years_in_words(self) -> str:
        """The years, for people."""
        if self.first and self.last:
            return f"{self.first}–{self.last}" if self.first != self.last else self.first
        return f"från {self.first}" if self.first else f"till {self.last}" if self.last else ""

    @property
    def address(self) -> str:
        """The address of this search, without empty fields."""
        return links.home(self.q, None, **self.limits)

    def limited_to(self, **changes: str) -> str:
        """The address of this search with other limits, which `FIELDS` names; "" takes one away."""
        return links.home(self.q, None, **self.limits | {FIELDS[field]: value for field, value in changes.items()})

    def overlooking(self, *keys: str) -> str:
        """The address of this search with these understandings taken back, and no others."""
        return links.home(self.q, None, **self.limits | {OVERLOOKED: keys})

    def more(self, hits: int, first: int) -> str:
        """The address of this search with so many hits more, at the `first` of them."""
        return links.home(self.q, f"traff-{first}", **self.limits, antal=self.wanted + hits)

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


def read(parameters: QueryParams, reports: Iterable[StoredReport], settings: Settings, hits: int) -> Form:
    """The form that an address fills in; a question that is too long keeps one character too many, so as to be told."""
    publishers = {report.metadata.publisher for report in reports if report.metadata.publisher}
    return Form(
        q=parameters.get("q", "").strip()[: settings.max_query_characters + 1],
        **{field: parameters.get(name, "").strip()[:LONGEST] for field, name in FIELDS.items()},
        overlooked=tuple(key[: settings.max_query_characters] for key in parameters.getlist(OVERLOOKED)[:MOST_KEYS]),
        publishers=tuple(sorted(publishers, key=words.alphabetical)),
        longest=settings.max_query_characters,
        wanted=_wanted(parameters.get("antal", ""), hits),
    )


def _wanted(text: str, hits: int) -> int:
    """How many hits an address asks for; `hits` where it says nothing sensible."""
    return max(int(text), hits) if text.isascii() and text.isdigit() and len(text) < MOST_DIGITS else hits


def filters(form: Form) -> Filters:
    """What the search is limited to.

    Raises:
        UsageError: a year is no year, or there is no such kind of report.
    """
    return Filters(
        years=_years(form),
        publisher=form.publisher or None,
        place=form.place or None,
        kind=_kind(form.kind),
        project=form.project or None,
        report=form.report or None,
    )


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
