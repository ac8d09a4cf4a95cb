"""Proofs: one HTML file each, to be saved and handed on."""

from typing import Any
from urllib.parse import quote

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from api.knowledge import Knowledge
from api.proof import facts, page, ways
from api.proof.record import Proof, Way
from api.routes.common import KnowledgeBase
from api.routes.facts import FactId
from corpus.store.items import COMMITMENTS, FIGURES, Kind
from search.query import Filters
from search.timeline.comparison import By

router = APIRouter(tags=["proofs"])

_FILE: dict[int | str, dict[str, Any]] = {
    200: {"content": {page.MEDIA_TYPE: {}}, "description": "En fristående HTML-fil"}
}


@router.get(
    "/figures/{fact}/proof.html",
    operation_id="proveFigure",
    summary="Underlag för en siffra",
    response_class=Response,
    responses=_FILE,
)
def prove_figure(knowledge: KnowledgeBase, request: Request, fact: FactId) -> Response:
    """Citatet, en bild av stället, rapporten, filens kontrollsumma och rättelser, i en fil att lämna vidare."""
    return _of_fact(knowledge, request, FIGURES, fact)


@router.get(
    "/commitments/{fact}/proof.html",
    operation_id="proveCommitment",
    summary="Underlag för ett åtagande",
    response_class=Response,
    responses=_FILE,
)
def prove_commitment(knowledge: KnowledgeBase, request: Request, fact: FactId) -> Response:
    """Citatet, en bild av stället, rapporten, filens kontrollsumma och rättelser, i en fil att lämna vidare."""
    return _of_fact(knowledge, request, COMMITMENTS, fact)


def answer(proof: Proof) -> Response:
    """The file: to be saved, for what a proof holds must not run or be framed in the site's name."""
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(page.file_name(proof))}"}
    return Response(page.html(proof), media_type=page.MEDIA_TYPE, headers=headers)


def ways_to_comparison(request: Request, topic: str, filters: Filters, by: By) -> list[Way]:
    """The page, the address and the command that show a comparison again."""
    pages: ways.Pages | None = request.app.state.pages
    shown = [ways.page(_root(request) + pages.comparison(topic, filters, by))] if pages else []
    asked = str(request.url.remove_query_params("format"))
    return [*shown, ways.http(asked), ways.comparison_command(topic, filters, by)]


def _of_fact(knowledge: Knowledge, request: Request, kind: Kind[Any], fact: str) -> Response:
    stored = knowledge.store.fact(kind, fact)
    pages: ways.Pages | None = request.app.state.pages
    shown = [ways.page(_root(request) + pages.fact(fact, stored.fact.source.page))] if pages else []
    asked = str(request.url.replace(query="")).removesuffix("/proof.html")
    return answer(facts.proof_of(knowledge.store, stored, [*shown, ways.http(asked), ways.fact_command(fact)]))


def _root(request: Request) -> str:
    return f"{request.url.scheme}://{request.url.netloc}"
