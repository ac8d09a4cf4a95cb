"""The page: the form, the comparison that its address asks for, and the links that people make in it."""

from dataclasses import dataclass

from starlette.datastructures import FormData, QueryParams
from starlette.requests import Request

from api.knowledge import Knowledge
from corpus import names
from corpus.errors import UsageError
from corpus.store import Store
from corpus.store.links import Verdict
from search.query import Filters
from search.timeline.comparison import By
from web import links
from web.answer import Answer, Elsewhere
from web.pages.compare import charts, views
from web.reopening import BY_PLACE

#: Longest topic that the form takes; the searcher has a limit of its own.
LONGEST = 300
#: The files of a comparison: what they are called, and their format.
_FILES = (("Underlag", "html"), ("XLSX", "xlsx"), ("CSV", "csv"))
#: What the buttons of a link say.
VERDICTS: dict[str, Verdict | None] = {"hor-hit": "same", "hor-inte-hit": "apart", "ta-tillbaka": None}


@dataclass(frozen=True, slots=True)
class Form:
    """What the address asks for, as the form shows it again."""

    topic: str
    first: str
    last: str
    publisher: str
    kind: str
    place: str
    by: str
    publishers: tuple[str, ...]
    kinds: tuple[tuple[str, str], ...]
    longest: int = LONGEST

    @property
    def limits(self) -> dict[str, str | int | None]:
        """The parameters beside the topic, under the page's names."""
        return {
            "fran": self.first or None,
            "till": self.last or None,
            "utgivare": self.publisher or None,
            "slag": self.kind or None,
            "plats": self.place or None,
            "ordna": self.by or None,
        }

    @property
    def address(self) -> str:
        """Reopens exactly this comparison."""
        return links.compare(self.topic, **self.limits)

    @property
    def limited(self) -> bool:
        """Whether anything but the topic is asked for."""
        return any(self.limits.values())


def respond(knowledge: Knowledge, request: Request) -> Answer | Elsewhere:
    """The comparison that the address asks for; the bare form where it asks for none."""
    form = _form(request.query_params, knowledge.store)
    values: dict[str, object] = {"form": form, "error": None, "view": None}
    if not form.topic:
        return Answer("compare.html", values)
    try:
        by: By = "place" if form.by == BY_PLACE else "year"
        compared = knowledge.comparer.compare(form.topic, _filters(form), by)
    except UsageError as error:
        return Answer("compare.html", values | {"error": error.message}, 422)
    limits = _api_limits(form)
    values["view"] = views.view(compared)
    values["charts"] = charts.charts_of(compared)
    values["downloads"] = [
        (name, links.comparison_file(form.topic, file_format, **limits)) for name, file_format in _FILES
    ]
    return Answer("compare.html", values)


def submit(knowledge: Knowledge, request: Request, form: FormData) -> Answer | Elsewhere:
    """Keep what somebody said of a link, and show the comparison again at its thread.

    Raises:
        UsageError: the form is not one of the page's.
        NotFound: the event's report is gone.
    """
    said = {name: value for name, value in form.items() if isinstance(value, str)}
    verdict = said.get("sagt", "")
    if verdict not in VERDICTS:
        raise UsageError("Formuläret är inte sidans. Läs om sidan och försök igen.")
    anchor, _, anchor_report = said.get("trad", "").partition(" ")
    event, _, report = said.get("handelse", "").partition(" ")
    knowledge.store.judge_link(anchor, event, report, VERDICTS[verdict], anchor_report or None)
    shown = _form(request.query_params, knowledge.store)
    return Elsewhere(f"{shown.address}#trad-{anchor}")


def _form(given: QueryParams, store: Store) -> Form:
    reports = store.reports()
    publishers = sorted({report.metadata.publisher for report in reports if report.metadata.publisher})
    return Form(
        topic=" ".join(given.get("amne", "").split()),
        first=given.get("fran", "").strip(),
        last=given.get("till", "").strip(),
        publisher=given.get("utgivare", ""),
        kind=given.get("slag", ""),
        place=given.get("plats", "").strip(),
        by=BY_PLACE if given.get("ordna") == BY_PLACE else "",
        publishers=tuple(publishers),
        kinds=tuple(names.REPORT_KINDS.items()),
    )


def _filters(form: Form) -> Filters:
    """What the form limits the comparison to.

    Raises:
        UsageError: a year or a kind of report is none.
    """
    kind = next((code for code in names.REPORT_KINDS if code == form.kind), None)
    if form.kind and kind is None:
        raise UsageError("Det finns inget sådant slag av rapport. Välj ett i listan.")
    return Filters(_years(form), form.publisher or None, form.place or None, kind)


def _years(form: Form) -> tuple[int, int] | None:
    if not form.first and not form.last:
        return None
    if not all(year.isdecimal() and len(year) == 4 for year in (form.first, form.last) if year):
        raise UsageError("Skriv år med fyra siffror, som 2017.")
    first, last = int(form.first or 1), int(form.last or 9999)
    if first > last:
        raise UsageError("Det första året kommer efter det sista. Byt plats på dem.")
    return first, last


def _api_limits(form: Form) -> dict[str, str | int | None]:
    years = _years(form)
    return {
        "year": f"{years[0]:04}..{years[1]:04}" if years else None,
        "publisher": form.publisher or None,
        "kind": form.kind or None,
        "place": form.place or None,
        "by": "place" if form.by else None,
    }
