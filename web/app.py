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
from api.uploads.receiving import receive
from corpus.drafts import LONGEST_TEXT
from corpus.errors import ArsringarError, InputError, UsageError
from corpus.settings import Settings
from corpus.store import FactQuery
from corpus.store.items import FACTS
from web import links
from web.answer import Answer, Elsewhere
from web.pages import (
    accessibility,
    adding,
    commitments,
    compare,
    correction,
    draft_borrowing,
    draft_editor,
    draft_export,
    draft_start,
    drafts,
    figures,
    goals,
    guide,
    projects,
    removal,
    report,
    report_form,
    reports,
    search,
    similar,
    watches,
)
from web.pages.meant import meant
from web.pages.sections import outline, texts
from web.rendering import Templates
from web.reopening import SitePages

STATIC = Path(__file__).with_name("static")
#: A question whose answer nobody waits for; the model is loaded by it.
FIRST_QUESTION = "start"
#: A word that no report has, for which the dictionaries are loaded.
UNKNOWN_WORD = "uppvärmningsordens"
#: Fields of a form that are read; the largest, a heading of a draft, has one for each cell of its tables. One may be a
#: file.
MOST_FIELDS = 5000
MOST_FILES = 1
#: Characters of a field times the bytes that one may take: a draft's longest text.
MOST_BYTES_OF_A_FIELD = 4 * LONGEST_TEXT

Respond = Callable[[Knowledge, Request], Answer | Elsewhere]
Submit = Callable[[Knowledge, Request, FormData], Answer | Elsewhere]
#: The pages by address; a new page is one module and one line here.
PAGES: tuple[tuple[str, Respond], ...] = (
    (links.HOME, search.respond),
    (f"{links.SIMILAR}/{{passage}}", similar.respond),
    (links.WATCHES, watches.respond),
    (links.REPORTS, reports.respond),
    (f"{links.REPORTS}/{{reference}}", report.respond),
    (f"{links.REPORTS}/{{reference}}/{links.GOALS}", goals.respond),
    (links.FIGURES, figures.respond),
    (links.PROJECTS, projects.respond),
    (f"{links.PROJECTS}/{{name:path}}", projects.respond_one),
    (links.COMMITMENTS, commitments.respond),
    (links.COMPARE, compare.respond),
    (links.BY_SECTION, outline.respond),
    (links.SECTIONS, texts.respond),
    (f"{links.CORRECTIONS}/{{fact}}", correction.respond),
    (f"{links.REPORTS}/{{reference}}/{links.MEND}", report_form.respond),
    (f"{links.REPORTS}/{{reference}}/{links.REMOVE}", removal.respond),
    (links.ADD, adding.respond),
    (links.ACCESSIBILITY, accessibility.respond),
    (links.HELP, guide.respond),
    (f"{links.ADD}/{{job}}", adding.respond_job),
    (links.DRAFTS, drafts.respond),
    (f"{links.DRAFTS}/{links.NEW}", draft_start.respond),
    (f"{links.DRAFTS}/{links.BORROW}", draft_borrowing.respond),
    (f"{links.DRAFTS}/{{draft}}", draft_editor.respond),
    (f"{links.DRAFTS}/{{draft}}/{links.EXPORT}", draft_export.respond),
)
#: The forms that change something, by address.
FORMS: tuple[tuple[str, Submit], ...] = (
    (f"{links.CORRECTIONS}/{{fact}}", correction.submit),
    (links.COMPARE, compare.submit),
    (links.WATCHES, watches.submit),
    (links.REPORTS, reports.submit),
    (f"{links.REPORTS}/{{reference}}/{links.MEND}", report_form.submit),
    (f"{links.REPORTS}/{{reference}}/{links.REMOVE}", removal.submit),
    (f"{links.ADD}/{{job}}", adding.submit),
    (f"{links.DRAFTS}/{links.NEW}", draft_start.submit),
    (f"{links.DRAFTS}/{links.BORROW}", draft_borrowing.submit),
    (f"{links.DRAFTS}/{{draft}}", draft_editor.submit),
    *((f"{links.DRAFTS}/{{draft}}/{step}", submit) for step, submit in draft_editor.STEPS),
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
    app.state.templates = templates = Templates(frozenset(path for path, _ in PAGES))
    tell_faults(app, lambda request, fault: _error(templates, knowledge, request, fault))
    for path, respond in PAGES:
        app.add_route(path, _endpoint(templates, knowledge, respond), include_in_schema=False)
    for path, submit in FORMS:
        app.add_route(path, _submission(templates, knowledge, submit), ["POST"], include_in_schema=False)
    app.add_route(links.ADD, _reception(templates, knowledge), ["POST"], include_in_schema=False)
    app.mount(links.API, create_api(knowledge, SitePages()))
    app.mount(links.STATIC, StaticFiles(directory=STATIC))
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    """Make what threads share before they start, and load the model while the first reader finds their words."""
    knowledge: Knowledge = app.state.knowledge
    await run_in_threadpool(lambda: (knowledge.searcher, knowledge.jobs))
    warming = threading.Thread(target=_warm_up, args=(knowledge, app.state.templates), daemon=True)
    warming.start()
    yield
    await run_in_threadpool(warming.join)
    await run_in_threadpool(knowledge.jobs.close)
    knowledge.close()


def _warm_up(knowledge: Knowledge, templates: Templates) -> None:
    """Do what the first to ask would have to wait for."""
    templates.prepare()
    try:
        for kind in FACTS:
            knowledge.store.find_facts(kind, FactQuery(limit=1))
        knowledge.searcher.search(FIRST_QUESTION, 1)
        knowledge.analyzer.terms(UNKNOWN_WORD)
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
        async with request.form(
            max_files=MOST_FILES, max_fields=MOST_FIELDS, max_part_size=MOST_BYTES_OF_A_FIELD
        ) as form:
            endpoint = _endpoint(templates, knowledge, lambda base, asked: submit(base, asked, form))
            return await run_in_threadpool(endpoint, request)

    return answer


def _reception(templates: Templates, knowledge: Knowledge) -> Callable[[Request], Awaitable[Response]]:
    """Takes in files, and leads to the page that follows them; or says on the form what was wrong with them."""

    async def answer(request: Request) -> Response:
        try:
            job = await receive(request, knowledge.jobs, knowledge.settings)
        except (InputError, UsageError) as error:
            return templates.respond(request, adding.form_page(knowledge, error))
        return RedirectResponse(links.upload(job.id), 303)

    return answer


def _error(templates: Templates, knowledge: Knowledge, request: Request, fault: Fault) -> Response:
    """The error as a page; what is unexpected is answered outside all middleware, so the headers are set here."""
    response = templates.error(request, fault, meant(knowledge.store, fault.reports))
    if fault is UNEXPECTED:
        response.headers.update(SECURITY_HEADERS)
    return response
