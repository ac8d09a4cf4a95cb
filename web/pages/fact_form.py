"""The form that limits a list of facts, its order and its pages, all of them in the address."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, get_args

from api.fact_limits import FactLimits
from corpus.errors import NotFound, UsageError
from corpus.store import FactQuery, Store, StoredReport
from corpus.swedish.numbers import write
from web import words
from web.pages.references import named

#: Facts on a page.
PER_PAGE = 50
_YEAR_DIGITS = 4
#: Longest text of a field, and of a report's name in a list to choose from; what is longer is cut.
LONGEST = 100
#: Digits of a page's number that are read.
MOST_DIGITS = 6
#: Parameters of the address, in its order, and what the HTTP API calls them.
PARAMETERS: Mapping[str, str] = {
    "q": "q",
    "rapport": "report",
    "utgivare": "publisher",
    "plats": "place",
    "enhet": "unit",
    "slag": "kind",
    "status": "status",
    "aktor": "actor",
}
#: What `visa` says where facts marked as wrong are wanted too.
WRONG_TOO = "felmarkta"
#: What `riktning` says, and the HTTP API's words for it.
DIRECTIONS: Mapping[str, str] = {"stigande": "asc", "fallande": "desc"}

Address = Callable[..., str]
Parameters = dict[str, str | int | None]


@dataclass(frozen=True, slots=True)
class Choice:
    """A field in which one of several is chosen; or, where it is `free`, something else is written.

    Where the options are `fixed`, nothing else can be; otherwise they are those that stand in the reports now.
    """

    name: str
    label: str
    options: Sequence[tuple[str, str]]
    free: bool = False
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """A column's heading; `href` sorts by it, `sort` is its `aria-sort`."""

    name: str
    href: str | None = None
    sort: str | None = None
    number: bool = False


@dataclass(frozen=True, slots=True)
class Pager:
    """Where in the list the page is."""

    said: str
    previous: str | None
    following: str | None


@dataclass(frozen=True, slots=True)
class FactForm:
    """What the address asks for: texts as they were written, "" where nothing was."""

    known: type[FactLimits]
    address: Address
    given: Mapping[str, str]
    first: str
    last: str
    wrong: bool
    sort: str
    direction: str
    page: int
    choices: tuple[Choice, ...] = ()
    report_title: str = ""

    @property
    def limits(self) -> Parameters:
        """What the list is limited to, as parameters of the address."""
        wrong = WRONG_TOO if self.wrong else ""
        return {**self.given, "fran": self.first, "till": self.last, "visa": wrong}

    @property
    def order(self) -> Parameters:
        """How the list is ordered, as parameters of the address."""
        return {"ordna": self.sort, "riktning": self.direction}

    @property
    def limited(self) -> bool:
        """Whether the list is limited at all."""
        return any((*self.given.values(), self.first, self.last))

    @property
    def narrowed(self) -> bool:
        """Whether it is limited by more than words."""
        return any((*(text for name, text in self.given.items() if name != "q"), self.first, self.last))

    @property
    def bare(self) -> str:
        """The address of the whole list."""
        return self.address()

    @property
    def wrong_toggle(self) -> str:
        """The same list with those marked as wrong, or without them."""
        return self.address(**{**self.limits, "visa": "" if self.wrong else WRONG_TOO}, **self.order)

    @property
    def api_limits(self) -> Parameters:
        """What the list is limited to and how it is ordered, as parameters of the HTTP API."""
        ends = (self.first or "0001", self.last or "9999")
        return {
            **{PARAMETERS[name]: text for name, text in self.given.items()},
            "year": "..".join(sorted(ends) if all(map(str.isdigit, ends)) else ends) if self.first or self.last else "",
            "wrong": "include" if self.wrong else "",
            "sort": self.sort,
            "order": DIRECTIONS.get(self.direction, ""),
        }

    def query(self, store: Store) -> FactQuery:
        """The question to the store.

        Raises:
            UsageError: a limit is none that can be.
        """
        for year in (self.first, self.last):
            if year and not (year.isdigit() and len(year) == _YEAR_DIGITS):
                raise UsageError(f"”{year}” är inget år. Skriv ett år med fyra siffror, som 2021.")
        for choice in self.choices:
            if choice.fixed and self.given[choice.name] not in ("", *dict(choice.options)):
                raise UsageError(f"{choice.label} kan inte vara ”{self.given[choice.name]}”. Välj i listan.")
        limits = self.known.read(self.api_limits)
        return replace(limits.query(store), offset=(self.page - 1) * PER_PAGE, limit=PER_PAGE)

    def head(self, name: str, sort: str | None = None, *, number: bool = False) -> Head:
        """The heading of a column; one that the list is sorted by turns the order when it is chosen.

        Args:
            name: its text.
            sort: what it sorts by.
            number: whether its cells are numbers.
        """
        if sort is None:
            return Head(name, number=number)
        usual = self.known(sort=sort).descending
        if sort != (self.sort or self.known().sort):
            return Head(name, self.address(**self.limits, ordna=sort), "none", number)
        descending = DIRECTIONS[self.direction] == "desc" if self.direction else usual
        turned = "" if descending != usual else "stigande" if descending else "fallande"
        said = "descending" if descending else "ascending"
        return Head(name, self.address(**self.limits, ordna=sort, riktning=turned), said, number)

    def past_the_end(self, total: int, per_page: int = PER_PAGE) -> str | None:
        """The address of the last page, where the list has not as many pages as were asked for."""
        last = max(-(-total // per_page), 1)
        return self._turned(last) if self.page > last else None

    def pager(self, total: int, per_page: int = PER_PAGE) -> Pager:
        """Where in a list of so many the page is."""
        first, last = (self.page - 1) * per_page + 1, min(self.page * per_page, total)
        return Pager(
            said=f"här {write(first)}–{write(last)}" if total > per_page else "",
            previous=self._turned(self.page - 1) if self.page > 1 else None,
            following=self._turned(self.page + 1) if last < total else None,
        )

    def _turned(self, page: int) -> str:
        return self.address(**self.limits, **self.order, sida=page if page > 1 else None)


def read(parameters: Mapping[str, str], known: type[FactLimits], address: Address, store: Store) -> FactForm:
    """The form that an address fills in.

    Args:
        parameters: of the address.
        known: what this list can be limited to and sorted by.
        address: makes the list's address.
        store: where the report is that the list is limited to.

    Raises:
        NotFound: there is no such page of the list, or no such report.
        AmbiguousName: several reports bear the name.
    """
    page = parameters.get("sida", "1")
    if not (page.isascii() and page.isdigit() and len(page) <= MOST_DIGITS and int(page)):
        raise NotFound("Listan har ingen sådan sida. Börja om från dess första sida.")
    sort, direction = parameters.get("ordna", ""), parameters.get("riktning", "")
    names = [name for name, limit in PARAMETERS.items() if limit in known.model_fields]
    form = FactForm(
        known=known,
        address=address,
        given={name: parameters.get(name, "").strip()[:LONGEST] for name in names},
        first=parameters.get("fran", "").strip()[:LONGEST],
        last=parameters.get("till", "").strip()[:LONGEST],
        wrong=parameters.get("visa") == WRONG_TOO,
        sort=sort if sort in get_args(known.model_fields["sort"].annotation) else "",
        direction=direction if direction in DIRECTIONS else "",
        page=int(page),
    )
    if not form.given["rapport"]:
        return form
    report = named(store, form.given["rapport"])
    return replace(form, given={**form.given, "rapport": report.id}, report_title=report.metadata.title)


def whose(store: Store, form: FactForm) -> tuple[Choice, Choice]:
    """The fields for whose reports are wanted, and which of them."""
    reports = store.reports()
    named = {report.metadata.publisher for report in reports if report.metadata.publisher}
    publisher = form.given["utgivare"]
    theirs = [report for report in reports if not publisher or report.metadata.publisher == publisher]
    titles = sorted(((report.id, _title(report)) for report in theirs), key=lambda one: words.alphabetical(one[1]))
    return (
        Choice("utgivare", "Utgivare", [(name, name) for name in sorted(named, key=words.alphabetical)]),
        Choice("rapport", "Rapport", titles),
    )


def plain_address(request_query: Mapping[str, Any], form: FactForm) -> str | None:
    """The address without its empty fields, where it has any: one that can be read and passed on."""
    if "" not in request_query.values():
        return None
    page = form.page if form.page > 1 else None
    return form.address(**form.limits, **form.order, sida=page)


def trouble(form: FactForm, store: Store) -> str | None:
    """Why the list cannot be made; None where it can."""
    try:
        form.query(store)
    except UsageError as error:
        return error.message
    return None


def _title(report: StoredReport) -> str:
    """The report's title, and its period where the title does not tell it."""
    title, period = report.metadata.title, words.period(report.metadata.period)
    return title[:LONGEST] if not period or period in title else f"{title[:LONGEST]}, {period}"
