"""The site: pages, the site's own files, and the HTTP API under /api/v1."""

import logging
import threading
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.staticfiles import StaticFiles

from api.app import create_api
from api.errors import UNEXPECTED, Fault, tell_faults
from api.guard import SECURITY_HEADERS, Guard
from api.knowledge import Knowledge
from corpus.errors import ArsringarError
from corpus.settings import Settings
from corpus.store import FactQuery
from corpus.store.items import FACTS
from web import links
from web.answer import Answer, Elsewhere
from web.pages import commitments, compare, correction, figures, goals, projects, report, reports, search, similar
from web.rendering import Templates

STATIC = Path(__file__).with_name("static")
#: A question whose answer nobody waits for; the model is loaded by it.
FIRST_QUESTION = "start"
#: Fields of a form that are read; the largest has ten.
MOST_FIELDS = 50

Respond = Callable[[Knowledge, Request], Answer | Elsewhere]
Submit = Callable[[Knowledge, Request, FormData], Answer | Elsewhere]
#: The pages by address; a new page is one module and one line here.
PAGES: tuple[tuple[str, Respond], ...] = (
    (links.HOME, search.respond),
    (f"{links.SIMILAR}/{{passage}}", similar.respond),
    (links.REPORTS, reports.respond),
    (f"{links.REPORTS}/{{reference}}", report.respond),
    (f"{links.REPORTS}/{{reference}}/{links.GOALS}", goals.respond),
    (links.FIGURES, figures.respond),
    (links.PROJECTS, projects.respond),
    (f"{links.PROJECTS}/{{name:path}}", projects.respond_one),
    (links.COMMITMENTS, commitments.respond),
    (links.COMPARE, compare.respond),
    (f"{links.CORRECTIONS}/{{fact}}", correction.respond),
)
#: The forms that change something, by address.
FORMS: tuple[tuple[str, Submit], ...] = (
    (f"{links.CORRECTIONS}/{{fact}}", correction.submit),
    (links.COMPARE, compare.submit),
)


def create_app(settings: Settings) -> FastAPI:
    """The whole site over the knowledge base in `settings.data`, which is made if it is missing.

    Raises:
        StoreError: the folder cannot be used, or was made by a newer version.
        ModelError: the embedding model is missing or damaged.
    """
    knowledge = Knowledge.open(settings, create=True)
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None, lifespan=_lifespan)
    app.state.knowledge = knowledge
    app.add_middleware(Guard)
    app.state.templates = templates = Templates()
    tell_faults(app, lambda request, fault: _error(templates, request, fault))
    for path, respond in PAGES:
        app.add_route(path, _endpoint(templates, knowledge, respond), include_in_schema=False)
    for path, submit in FORMS:
        app.add_route(path, _submission(templates, knowledge, submit), ["POST"], include_in_schema=False)
    app.mount(links.API, create_api(knowledge))
    app.mount(links.STATIC, StaticFiles(directory=STATIC))
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    """Make what threads share before they start, and load the model while the first reader finds their words."""
    knowledge: Knowledge = app.state.knowledge
    await run_in_threadpool(lambda: knowledge.searcher)
    warming = threading.Thread(target=_warm_up, args=(knowledge, app.state.templates), daemon=True)
    warming.start()
    yield
    await run_in_threadpool(warming.join)
    knowledge.close()


def _warm_up(knowledge: Knowledge, templates: Templates) -> None:
    """Do what the first to ask would have to wait for."""
    templates.prepare()
    try:
        for kind in FACTS:
            knowledge.store.find_facts(kind, FactQuery(limit=1))
        knowledge.searcher.search(FIRST_QUESTION, 1)
    except ArsringarError as error:
        # Whoever asks first gets the same sentence on a page.
        logging.getLogger(__name__).warning("%s", error.message)


def _endpoint(templates: Templates, knowledge: Knowledge, respond: Respond) -> Callable[[Request], Response]:
    """A plain function, which the framework runs in a thread of its own."""

    def answer(request: Request) -> Response:
        answered = respond(knowledge, request)
        if isinstance(answered, Elsewhere):
            return RedirectResponse(answered.address, 303)
        return templates.respond(request, answered)

    return answer


def _submission(templates: Templates, knowledge: Knowledge, submit: Submit) -> Callable[[Request], Awaitable[Response]]:
    """Reads the form, and answers it as a page is answered."""

    async def answer(request: Request) -> Response:
        async with request.form(max_files=0, max_fields=MOST_FIELDS) as form:
            endpoint = _endpoint(templates, knowledge, lambda base, asked: submit(base, asked, form))
            return await run_in_threadpool(endpoint, request)

    return answer


def _error(templates: Templates, request: Request, fault: Fault) -> Response:
    """The error as a page; what is unexpected is answered outside all middleware, so the headers are set here."""
    response = templates.error(request, fault)
    if fault is UNEXPECTED:
        response.headers.update(SECURITY_HEADERS)
    return response
