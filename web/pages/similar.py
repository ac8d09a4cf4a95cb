"""Liknande stycken: from a passage to those of all reports that say nearly the same."""

from starlette.requests import Request

from api.knowledge import Knowledge
from search.spread import spread
from web import links
from web.answer import Answer
from web.pages.hits import CONTEXT, other_reports, view, where

#: Passages on the page, the most of one report among them, and how many are looked at for each shown.
HITS, OF_ONE_REPORT, ASKED_FOR = 10, 2, 2
#: Characters of the passage that are shown before the rest waits to be opened.
SHOWN = 3 * CONTEXT


def respond(knowledge: Knowledge, request: Request) -> Answer:
    """The passage that the address names, and those like it.

    Raises:
        NotFound: there is no such passage.
    """
    asked = min(HITS * ASKED_FOR, knowledge.settings.max_hits)
    found = knowledge.searcher.similar(request.path_params["passage"], asked)
    passage = found.passage.passage
    shown = spread(found.hits, HITS, HITS, OF_ONE_REPORT)
    values: dict[str, object] = {
        "title": found.report.metadata.title,
        "where": where(found.report, passage, passage.source),
        "href": links.report(found.report.id, passage=passage.id, start=0, end=len(passage.text)),
        "lines": [line.replace("\t", " · ") for line in passage.text.split("\n") if line.strip()],
        "long": len(passage.text) > SHOWN,
        "also": other_reports(found.also),
        "hits": [view(knowledge.analyzer, it.hit, found.query.terms, rank) for rank, it in enumerate(shown, 1)],
    }
    return Answer("similar.html", values)
