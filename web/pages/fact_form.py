"""The form that limits a list of facts, its order and its pages, all of them in the address."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from corpus.errors import NotFound, UsageError
from corpus.store import FactQuery, Store
from corpus.swedish.numbers import write
from search.query import parse_years
from web import words

#: Facts on a page.
PER_PAGE = 50
#: Longest text of a field; what is longer is cut.
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

Address = Callable[..., str]


@dataclass(frozen=True, slots=True)
class Choice:
    """A field in which one of several is chosen."""

    name: str
    label: str
    options: Sequence[tuple[str, str]]


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

    address: Address
    given: Mapping[str, str]
    first: str
    last: str
    wrong: bool
    sort: str
    ascending: bool
    page: int
    choices: tuple[Choice, ...] = ()
    report_title: str = ""

    @property
    def limits(self) -> dict[str, str | int | None]:
        """What the list is limited to, as parameters of the address."""
        wrong = WRONG_TOO if self.wrong else ""
        return {**self.given, "fran": self.first, "till": self.last, "visa": wrong}

    @property
    def order(self) -> dict[str, str | int | None]:
        """How the list is ordered, as parameters of the address."""
        return {"ordna": self.sort, "riktning": "stigande" if self.ascending else ""} if self.sort else {}

    @property
    def limited(self) -> bool:
        """Whether the list is limited at all."""
        return any((*self.given.values(), self.first, self.last))

    @property
    def bare(self) -> str:
        """The address of the whole list."""
        return self.address()

    @property
    def wrong_toggle(self) -> str:
        """The same list with those marked as wrong, or without them."""
        return self.address(**{**self.limits, "visa": "" if self.wrong else WRONG_TOO}, **self.order)

    @property
    def api_limits(self) -> dict[str, str | int | None]:
        """What the list is limited to, as parameters of the HTTP API."""
        years = f"{self.years[0]:04}..{self.years[1]:04}" if self.years else None
        named: dict[str, str | int | None] = {PARAMETERS[name]: text for name, text in self.given.items()}
        return {**named, "year": years, "wrong": "include" if self.wrong else None}

    @property
    def years(self) -> tuple[int, int] | None:
        """The years asked for, whichever was written first.

        Raises:
            UsageError: a year is no year.
        """
        if not self.first and not self.last:
            return None
        first = parse_years(self.first)[0] if self.first else 1
        last = parse_years(self.last)[1] if self.last else 9999
        return min(first, last), max(first, last)

    def query(self, default: str = "year") -> FactQuery:
        """The question to the store.

        Raises:
            UsageError: a year is no year.
        """
        given = {PARAMETERS[name]: text or None for name, text in self.given.items()}
        report = given.pop("report", None)
        return FactQuery(
            reports=(report,) if report else None,
            years=self.years,
            text=given.pop("q", None),
            wrong=self.wrong,
            sort=self.sort or default,
            descending=not self.ascending,
            offset=(self.page - 1) * PER_PAGE,
            limit=PER_PAGE,
            **given,
        )

    def head(self, name: str, sort: str | None = None, *, number: bool = False, usual: bool = False) -> Head:
        """The heading of a column; one that can be sorted by turns the order when it is chosen again.

        Args:
            name: its text.
            sort: what it sorts by.
            number: whether its cells are numbers.
            usual: whether the list is sorted by it when the address says nothing.
        """
        if sort is None:
            return Head(name, number=number)
        here = self.sort == sort or (usual and not self.sort)
        turned = not self.ascending if here else not usual
        href = self.address(**self.limits, ordna=sort, riktning="stigande" if turned else "")
        said = ("ascending" if self.ascending else "descending") if here else "none"
        return Head(name, href, said, number)

    def pager(self, total: int, per_page: int = PER_PAGE) -> Pager:
        """Where in a list of so many the page is."""
        first, last = (self.page - 1) * per_page + 1, min(self.page * per_page, total)
        return Pager(
            said=f"{write(first)}–{write(last)} av {write(total)}" if total > per_page else "",
            previous=self._turned(self.page - 1) if self.page > 1 else None,
            following=self._turned(self.page + 1) if last < total else None,
        )

    def _turned(self, page: int) -> str:
        return self.address(**self.limits, **self.order, sida=page if page > 1 else None)


def read(
    parameters: Mapping[str, str], names: Sequence[str], sorts: Sequence[str], address: Address, store: Store
) -> FactForm:
    """The form that an address fills in.

    Args:
        parameters: of the address.
        names: those of `PARAMETERS` that this list knows.
        sorts: what this list can be sorted by.
        address: makes the list's address.
        store: where the report is that the list is limited to.

    Raises:
        NotFound: there is no such page of the list.
    """
    page = parameters.get("sida", "1")
    if not (page.isascii() and page.isdigit() and len(page) <= MOST_DIGITS and int(page)):
        raise NotFound("Listan har ingen sådan sida. Börja om från dess första sida.")
    sort = parameters.get("ordna", "")
    form = FactForm(
        address=address,
        given={name: parameters.get(name, "").strip()[:LONGEST] for name in names},
        first=parameters.get("fran", "").strip()[:LONGEST],
        last=parameters.get("till", "").strip()[:LONGEST],
        wrong=parameters.get("visa") == WRONG_TOO,
        sort=sort if sort in sorts else "",
        ascending=parameters.get("riktning") == "stigande",
        page=int(page),
    )
    report = form.given.get("rapport")
    return replace(form, report_title=_title(store, report)) if report else form


def publishers(store: Store) -> Choice:
    """The field for whose reports are wanted."""
    named = {report.metadata.publisher for report in store.reports() if report.metadata.publisher}
    return Choice("utgivare", "Utgivare", [(name, name) for name in sorted(named, key=words.alphabetical)])


def plain_address(request_query: Mapping[str, Any], form: FactForm) -> str | None:
    """The address without its empty fields, where it has any: one that can be read and passed on."""
    if "" not in request_query.values():
        return None
    page = form.page if form.page > 1 else None
    return form.address(**form.limits, **form.order, sida=page)


def trouble(form: FactForm) -> str | None:
    """Why the list cannot be made; None where it can."""
    try:
        form.query()
    except UsageError as error:
        return error.message
    return None


def _title(store: Store, report_id: str) -> str:
    return store.report(store.resolve(report_id)).metadata.title
