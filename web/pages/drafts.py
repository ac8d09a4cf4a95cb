"""The list of drafts: what each is on, how far it has come, what is left to do."""

from dataclasses import dataclass

from starlette.requests import Request

from api.drafts.standing import open_marks
from api.knowledge import Knowledge
from corpus.drafts import unanswered
from corpus.store import StoredDraft
from web import links, words
from web.answer import Answer
from web.pages.fact_row import when


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A draft in the list."""

    title: str
    href: str
    period: str
    saved: str
    done: int
    headings: int
    unanswered: int
    marks: int


def respond(knowledge: Knowledge, request: Request) -> Answer:
    """The drafts, the latest saved first."""
    names = knowledge.project_names.now()
    rows = [_row(stored, sum(1 for _ in open_marks(stored.draft, names))) for stored in knowledge.store.drafts()]
    return Answer("drafts.html", {"rows": rows, "reports": len(knowledge.store.reports())})


def _row(stored: StoredDraft, marks: int) -> DraftRow:
    draft = stored.draft
    return DraftRow(
        title=draft.title,
        href=links.draft(stored.id),
        period=words.period(draft.period) or "",
        saved=when(stored.saved_at),
        done=sum(heading.state == "done" for heading in draft.headings),
        headings=len(draft.headings),
        unanswered=len(unanswered(draft)),
        marks=marks,
    )
