"""The search page: the first thing seen, the question in its address."""

from dataclasses import replace

from starlette.requests import Request

from api.knowledge import Knowledge
from corpus.errors import ArsringarError
from corpus.store import StoredReport
from search.answers import Answer as Found
from search.answers import Hit
from search.spread import spread
from web.answer import Answer, Elsewhere
from web.pages import chips, facets, watches
from web.pages.form import Form, filters, read
from web.pages.hits import HitView, view
from web.pages.home import glance
from web.pages.named_projects import named

#: Questions that the empty page offers: about what public reports everywhere tell of, each asked in another way.
EXAMPLES = ("bredband i glesbygd", "hur många resor med kollektivtrafiken", "mål som inte har nåtts", "sjukfrånvaro")
#: Hits shown where none is a sure answer, before "Visa fler".
UNSURE = 3
#: Hits on the page, and how many more each time that more are asked for.
HITS = 10
#: The most hits of one report among these.
OF_ONE_REPORT = 3
#: Hits asked for, for each one shown: those of which facets are counted, and from which other reports' move up.
ASKED_FOR = 2


def respond(knowledge: Knowledge, request: Request) -> Answer | Elsewhere:
    """The form, and the hits where something was asked; an error in the question is shown on the page itself."""
    reports = knowledge.store.reports()
    form = read(request.query_params, reports, knowledge.settings, HITS)
    if "" in request.query_params.values():
        return Elsewhere(form.address)
    values: dict[str, object] = {"form": form, "examples": EXAMPLES, "total": len(reports), "error": None}
    if not reports or not (form.q or form.limited):
        return Answer("start.html", values | {"glance": glance(knowledge) if reports else None})
    try:
        return Answer("search.html", values | _found(knowledge, form))
    except ArsringarError as error:
        return Answer("search.html", values | {"error": error.message}, error.http_status)


def _found(knowledge: Knowledge, form: Form) -> dict[str, object]:
    """What answers the question.

    Raises:
        ArsringarError: it cannot be asked.
    """
    report = _report(knowledge, form)
    most = knowledge.settings.max_hits
    asked = min(form.wanted * ASKED_FOR, most)
    limits = replace(filters(form), report=report.id if report else None)
    answer = knowledge.searcher.search(form.q, asked, limits, form.overlooked)
    hits = _shown(knowledge, form, answer, min(form.wanted, most))
    sure = len(hits) if answer.confident else UNSURE
    is_more = len(hits) < len(answer.hits) or len(answer.hits) == asked < most
    follows = answer.confident and is_more and form.wanted < most
    return {
        "hits": hits[:sure],
        "weak": hits[sure:],
        "more": form.more(HITS, len(hits) + 1) if follows else None,
        "confident": answer.confident,
        "suggestion": answer.suggestion,
        "seconds": f"{answer.seconds:.2f}".replace(".", ","),
        "understood": chips.understood(form, answer.query),
        "limits": list(chips.limits(form, report)),
        "facets": facets.groups(knowledge, form, answer.hits) if answer.confident else [],
        "counted": len(answer.hits),
        "projects": named(knowledge, answer.query.sought),
        "watched": watches.watched(knowledge, form),
    }


def _shown(knowledge: Knowledge, form: Form, answer: Found, wanted: int) -> list[HitView]:
    """The hits of the page, none of its reports filling it."""
    shown = spread(answer.hits, wanted, HITS, OF_ONE_REPORT)
    return [
        view(knowledge.analyzer, it.hit, answer.query.terms, rank, _further(form, it.hit) if it.more else None)
        for rank, it in enumerate(shown, 1)
    ]


def _further(form: Form, hit: Hit) -> str:
    """Where the hits of one report are shown."""
    return form.limited_to(report=hit.report.id)


def _report(knowledge: Knowledge, form: Form) -> StoredReport | None:
    """The report that the search is limited to.

    Raises:
        NotFound: there is none such.
        AmbiguousName: several reports bear the name.
    """
    if not form.report:
        return None
    return knowledge.store.report(knowledge.store.resolve(form.report))
