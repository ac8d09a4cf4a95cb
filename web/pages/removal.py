"""Ta bort: what goes with a report, the drafts that borrow from it, and the word that it shall go."""

from dataclasses import dataclass

from starlette.datastructures import FormData
from starlette.requests import Request

from api.knowledge import Knowledge
from corpus.errors import UsageError
from corpus.store import StoredReport
from web import links, words
from web.answer import Answer, Elsewhere
from web.pages.references import named

REMOVE, KEEP, FORGET = "ta-bort", "behall", "glom"
#: What the names of the fields begin with in which one says what becomes of each draft.
DRAFT = "utkast-"


@dataclass(frozen=True, slots=True)
class DraftView:
    """A draft that borrows from the report."""

    title: str
    href: str
    field: str
    blocks: str
    chosen: str


def respond(knowledge: Knowledge, request: Request) -> Answer:
    """What would go, and the form that says so.

    Raises:
        NotFound: there is no such report.
        AmbiguousName: several reports bear the name.
    """
    return _page(knowledge, named(knowledge.store, request.path_params["reference"]))


def submit(knowledge: Knowledge, request: Request, form: FormData) -> Answer | Elsewhere:
    """Erase the report, and what was borrowed from it where that is said; every draft must be decided on.

    Raises:
        NotFound: there is no such report.
        StoreBusy: reports are being read, or another program writes.
    """
    report = named(knowledge.store, request.path_params["reference"])
    sent = {name: value for name, value in form.items() if isinstance(value, str)}
    uses = knowledge.store.drafts_using(report.id)
    chosen = {use.id: sent.get(DRAFT + use.id) for use in uses}
    try:
        if sent.get("gor") != REMOVE:
            raise UsageError("Formuläret är skadat: det säger inte vad som ska göras. Öppna sidan igen.")
        if any(choice not in (KEEP, FORGET) for choice in chosen.values()):
            raise UsageError("Välj för varje utkast om det som lånats ska vara kvar.")
    except UsageError as error:
        return _page(knowledge, report, sent, error)
    knowledge.jobs.remove(report.id, [draft for draft, choice in chosen.items() if choice == FORGET])
    return Elsewhere(links.reports())


def _page(
    knowledge: Knowledge,
    report: StoredReport,
    sent: dict[str, str] | None = None,
    error: UsageError | None = None,
) -> Answer:
    drafts = [
        DraftView(
            use.title,
            links.draft(use.id),
            DRAFT + use.id,
            f"{use.blocks} {'stycke' if use.blocks == 1 else 'stycken'}",
            (sent or {}).get(DRAFT + use.id, ""),
        )
        for use in knowledge.store.drafts_using(report.id)
    ]
    values: dict[str, object] = {
        "title": report.metadata.title,
        "whose": ", ".join(p for p in (report.metadata.publisher, words.period(report.metadata.period)) if p),
        "file": report.file,
        "href": links.report(report.id),
        "action": links.removal(report.id),
        "versions": len(knowledge.store.versions(report.id)),
        "drafts": drafts,
        "error": error.message if error else None,
        "choices": {"remove": REMOVE, "keep": KEEP, "forget": FORGET},
    }
    return Answer("removal.html", values, error.http_status if error else 200)
