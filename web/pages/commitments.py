"""Åtaganden: what reports promise and aim for, by status and year."""

from collections import Counter
from dataclasses import dataclass, replace

from starlette.requests import Request

from api.fact_limits import CommitmentLimits
from api.knowledge import Knowledge
from corpus import names
from corpus.model import Commitment
from corpus.store import Store, StoredFact
from corpus.store.fact_lists import NO_STATUS
from corpus.store.items import COMMITMENTS
from web import links, words
from web.answer import Answer, Elsewhere
from web.pages import fact_form, fact_row
from web.pages.fact_form import Choice, FactForm
from web.pages.form import place_names

#: What is said where a report gives no status.
NONE_GIVEN = "ingen angiven"
#: Years that the overview of statuses shows, the latest of them.
MOST_YEARS = 10


@dataclass(frozen=True, slots=True)
class CommitmentRow:
    """A commitment in the list."""

    action: str
    path: str
    actor: str | None
    target: str | None
    due: str | None
    status: str
    trend: str
    forecast: str
    at: fact_row.Standing


@dataclass(frozen=True, slots=True)
class OverviewCell:
    """How many commitments of a year have a status, and the list of them."""

    number: str
    href: str
    any: bool


@dataclass(frozen=True, slots=True)
class Overview:
    """Statuses and their cells, one for each year."""

    years: tuple[int, ...]
    rows: tuple[tuple[str, tuple[OverviewCell, ...]], ...]


def respond(knowledge: Knowledge, request: Request) -> Answer | Elsewhere:
    """The commitments that the address asks for.

    Raises:
        NotFound: there is no such report or page of the list.
    """
    store = knowledge.store
    form = fact_form.read(request.query_params, CommitmentLimits, links.commitments, store)
    plain = fact_form.plain_address(request.query_params, form)
    if plain:
        return Elsewhere(plain)
    actors = sorted(store.fact_values(COMMITMENTS, "actor"), key=words.alphabetical)
    form = replace(
        form,
        choices=(
            Choice("status", "Status", (*names.STATUSES.items(), (NO_STATUS, NONE_GIVEN)), fixed=True),
            Choice("aktor", "Aktör", [(actor, actor) for actor in actors], free=True),
            Choice("plats", "Kommun eller län", [(place, place) for place in place_names()], free=True),
            *fact_form.whose(store, form),
        ),
    )
    values: dict[str, object] = {
        "form": form,
        "error": fact_form.trouble(form, store),
        "rows": (),
        "total": 0,
        "overview": None,
    }
    if values["error"]:
        return Answer("commitments.html", values, 422)
    found = store.find_facts(COMMITMENTS, form.query(store))
    last = form.past_the_end(found.total)
    if last:
        return Elsewhere(last)
    values["overview"] = _overview(store, form)
    values |= {
        "total": found.total,
        "rows": [row(stored) for stored in found.facts],
        "pager": form.pager(found.total),
        "heads": (
            form.head("Åtagande"),
            form.head("Aktör", "actor"),
            form.head("Mål"),
            form.head("Senast", "due"),
            form.head("Status", "status"),
            form.head("Rapportens år", "year"),
            form.head("Så står det"),
        ),
        "downloads": [(form_, links.download("commitments", form_, **form.api_limits)) for form_ in ("xlsx", "csv")],
    }
    return Answer("commitments.html", values)


def _overview(store: Store, form: FactForm) -> Overview | None:
    """Statuses by year, whichever of them the list is limited to; None where there is but one year."""
    wanted = replace(form.query(store), status=None, years=None)
    numbers: Counter[tuple[str | None, int]] = Counter()
    for count in store.count_statuses(wanted):
        for year in range(count.first, count.last + 1) if count.first and count.last else ():
            numbers[count.status, year] += count.number
    years = sorted({year for _, year in numbers})[-MOST_YEARS:]
    if len(years) <= 1:
        return None

    def cell(status: str | None, year: int) -> OverviewCell:
        limits = {**form.limits, "status": status or NO_STATUS, "fran": year, "till": year}
        return OverviewCell(words.count(numbers[status, year]), links.commitments(**limits), numbers[status, year] > 0)

    statuses: tuple[tuple[str | None, str], ...] = (*names.STATUSES.items(), (None, NONE_GIVEN))
    return Overview(
        years=tuple(years),
        rows=tuple(
            (said, tuple(cell(status, year) for year in years))
            for status, said in statuses
            if any(numbers[status, year] for year in years)
        ),
    )


def row(stored: StoredFact[Commitment]) -> CommitmentRow:
    """A commitment as lists show it."""
    commitment = stored.fact
    above = commitment.goal_path[:-1] if commitment.goal_path[-1:] == (commitment.action,) else commitment.goal_path
    return CommitmentRow(
        action=commitment.action,
        path=" › ".join(above),
        actor=commitment.actor,
        target=commitment.target if commitment.target != commitment.action else None,
        due=commitment.due,
        status=fact_row.status(commitment.status, commitment.status_symbol),
        trend=fact_row.trend(commitment.trend_symbol),
        forecast=fact_row.status(commitment.forecast, None),
        at=fact_row.standing(stored),
    )
