"""Åtaganden: what reports promise and aim for, by status and year."""

from dataclasses import dataclass, replace

from starlette.requests import Request

from api import names
from api.knowledge import Knowledge
from corpus.model import Commitment
from corpus.store import StoredFact
from corpus.store.fact_lists import NO_STATUS
from corpus.store.items import COMMITMENTS
from web import links, words
from web.answer import Answer, Elsewhere
from web.pages import fact_form, fact_row
from web.pages.fact_form import Choice

FIELDS = ("q", "rapport", "utgivare", "plats", "status", "aktor")
SORTS = ("year", "status", "actor", "due")


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


def respond(knowledge: Knowledge, request: Request) -> Answer | Elsewhere:
    """The commitments that the address asks for.

    Raises:
        NotFound: there is no such report or page of the list.
    """
    store = knowledge.store
    form = fact_form.read(request.query_params, FIELDS, SORTS, links.commitments, store)
    plain = fact_form.plain_address(request.query_params, form)
    if plain:
        return Elsewhere(plain)
    actors = sorted(store.fact_values(COMMITMENTS, "actor"), key=words.alphabetical)
    form = replace(
        form,
        choices=(
            Choice("status", "Status", (*names.STATUSES.items(), (NO_STATUS, "ingen angiven"))),
            Choice("aktor", "Aktör", [(actor, actor) for actor in actors]),
            fact_form.publishers(store),
        ),
    )
    values: dict[str, object] = {"form": form, "error": fact_form.trouble(form), "rows": (), "total": 0}
    if values["error"]:
        return Answer("commitments.html", values, 422)
    found = store.find_facts(COMMITMENTS, form.query())
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
            form.head("Rapportens år", "year", usual=True),
            form.head("Så står det"),
        ),
        "downloads": [(form_, links.download("commitments", form_, **form.api_limits)) for form_ in ("xlsx", "csv")],
    }
    return Answer("commitments.html", values)


def row(stored: StoredFact[Commitment]) -> CommitmentRow:
    """A commitment as lists show it."""
    commitment = stored.fact
    return CommitmentRow(
        action=commitment.action,
        path=" › ".join(commitment.goal_path),
        actor=commitment.actor,
        target=commitment.target,
        due=commitment.due,
        status=fact_row.status(commitment.status, commitment.status_symbol),
        trend=fact_row.trend(commitment.trend_symbol),
        forecast=fact_row.status(commitment.forecast, None),
        at=fact_row.standing(stored),
    )
