"""The HTTP API: the objects of contracts.md over HTTP, mounted under /api/v1."""

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from api.errors import UNEXPECTED, Fault, as_json, tell_faults
from api.guard import SECURITY_HEADERS, Guard
from api.knowledge import Knowledge
from api.proof.ways import Pages
from api.routes import (
    compare,
    corrections,
    drafts,
    facts,
    failures,
    files,
    health,
    jobs,
    pictures,
    proofs,
    removal,
    reports,
    saved_searches,
    search,
    sections,
)
from api.routes.common import ERRORS

DESCRIPTION = """
Sök i offentliga rapporter och läs dem, med samma objekt som kommandoraden ger med `--json`.

En rapport (`reference`) anges med sitt id eller sitt filnamn. Alla fel har formen
`{"error": {"code", "message"}}`: `code` är ett stabilt engelskt namn, `message` en svensk mening.
"""


def create_api(knowledge: Knowledge, pages: Pages | None = None) -> FastAPI:
    """The API over a knowledge base, which the caller closes.

    Args:
        knowledge: the knowledge base.
        pages: makes the addresses of pages that show the same, where the API is part of a site.
    """
    api = FastAPI(
        title="Årsringar",
        version="1",
        description=DESCRIPTION,
        # Both fetch their scripts from elsewhere; the description itself stays.
        docs_url=None,
        redoc_url=None,
        responses=ERRORS,
    )
    api.state.knowledge = knowledge
    api.state.pages = pages
    api.add_middleware(Guard)
    tell_faults(api, _respond)
    for routes in (
        *(search, compare, sections, saved_searches, reports, removal, failures, jobs, files, pictures),
        *(facts, corrections, proofs, drafts, health),
    ):
        api.include_router(routes.router)
    return api


def _respond(request: Request, fault: Fault) -> Response:
    """The error as JSON; what is unexpected is answered outside all middleware, so the headers are set here."""
    response = as_json(fault)
    if fault is UNEXPECTED:
        response.headers.update(SECURITY_HEADERS)
    return response
