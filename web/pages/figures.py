"""Siffror: the figures of all reports in a table, each with its quote."""

from dataclasses import dataclass, replace

from starlette.requests import Request

from api.fact_limits import FigureLimits
from api.knowledge import Knowledge
from corpus import names
from corpus.model import Figure
from corpus.store import StoredFact
from corpus.store.items import FIGURES
from web import links, words
from web.answer import Answer, Elsewhere
from web.pages import fact_form, fact_row
from web.pages.fact_form import Choice


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure in the table."""

    number: str
    measure: str | None
    place: str | None
    period: str | None
    basis: str | None
    kind: str
    at: fact_row.Standing


def respond(knowledge: Knowledge, request: Request) -> Answer | Elsewhere:
    """The figures that the address asks for.

    Raises:
        NotFound: there is no such report or page of the list.
    """
    store = knowledge.store
    form = fact_form.read(request.query_params, FigureLimits, links.figures, store)
    plain = fact_form.plain_address(request.query_params, form)
    if plain:
        return Elsewhere(plain)
    units = [(unit, names.UNITS.get(unit, unit)) for unit in store.fact_values(FIGURES, "unit")]
    places = sorted(store.fact_values(FIGURES, "place"), key=words.alphabetical)
    form = replace(
        form,
        choices=(
            Choice("plats", "Plats", [(place, place) for place in places]),
            Choice("enhet", "Enhet", sorted(units, key=lambda unit: words.alphabetical(unit[1]))),
            Choice("slag", "Slag", tuple(names.FIGURE_KINDS.items()), fixed=True),
            *fact_form.whose(store, form),
        ),
    )
    values: dict[str, object] = {"form": form, "error": fact_form.trouble(form, store), "rows": (), "total": 0}
    if values["error"]:
        return Answer("figures.html", values, 422)
    found = store.find_facts(FIGURES, form.query(store))
    last = form.past_the_end(found.total)
    if last:
        return Elsewhere(last)
    values |= {
        "total": found.total,
        "meanings": words.FIGURE_KINDS_EXPLAINED,
        "rows": [row(stored) for stored in found.facts],
        "pager": form.pager(found.total),
        "heads": (
            form.head("Siffra", "value", number=True),
            form.head("Mått", "measure"),
            form.head("Plats", "place"),
            form.head("Period", "year"),
            form.head("Slag"),
            form.head("Så står det"),
        ),
        "downloads": [(form_, links.download("figures", form_, **form.api_limits)) for form_ in ("xlsx", "csv")],
    }
    return Answer("figures.html", values)


def row(stored: StoredFact[Figure]) -> FigureRow:
    """A figure as tables show it."""
    figure = stored.fact
    return FigureRow(
        number=fact_row.number(figure),
        measure=figure.measure,
        place=figure.place,
        period=words.period(figure.period),
        basis=names.PERIOD_BASES.get(figure.period_basis or ""),
        kind=names.FIGURE_KINDS[figure.kind],
        at=fact_row.standing(stored),
    )
