"""Ta bort: what goes with a report, the drafts and links that use it, and the word that it shall go."""

from collections.abc import Mapping
from dataclasses import dataclass

from starlette.datastructures import FormData
from starlette.requests import Request

from api.knowledge import Knowledge
from api.removal import Choice, LinkUse, decide
from api.uses import uses_of
from corpus.errors import UsageError
from corpus.quotes import on_one_line
from corpus.store import StoredReport
from web import links, words
from web.answer import Answer, Elsewhere
from web.pages import fact_row
from web.pages.references import named

REMOVE, KEEP, FORGET = "ta-bort", "behall", "glom"
#: What the names of the fields begin with in which one says what becomes of each draft and of each link.
DRAFT, LINK = "utkast-", "lank-"
_CHOICES: Mapping[str, Choice] = {KEEP: "keep", FORGET: "forget"}
_SAID = {"same": "Hör ihop", "apart": "Hör inte ihop"}


@dataclass(frozen=True, slots=True)
class DraftView:
    """A draft that borrows from the report."""

    title: str
    href: str
    field: str
    blocks: str
    chosen: str


@dataclass(frozen=True, slots=True)
class LinkView:
    """A link made by hand that has an end in the report."""

    said: str
    when: str
    ends: tuple[tuple[str, str], ...]
    field: str
    chosen: str


def respond(knowledge: Knowledge, request: Request) -> Answer:
    """What would go, and the form that says so.

    Raises:
        NotFound: there is no such report.
        AmbiguousName: several reports bear the name.
    """
    return _page(knowledge, named(knowledge.store, request.path_params["reference"]))


def submit(knowledge: Knowledge, request: Request, form: FormData) -> Answer | Elsewhere:
    """Erase the report, and what was borrowed from it where that is said; every draft and link must be decided on.

    Raises:
        NotFound: there is no such report.
        StoreBusy: reports are being read, or another program writes.
    """
    report = named(knowledge.store, request.path_params["reference"])
    sent = {name: value for name, value in form.items() if isinstance(value, str)}
    uses = uses_of(knowledge.store, report.id)
    try:
        if sent.get("gor") != REMOVE:
            raise UsageError("Formuläret är skadat: det säger inte vad som ska göras. Öppna sidan igen.")
        drafts = {use.id: _CHOICES.get(sent.get(DRAFT + use.id, "")) for use in uses.drafts}
        links_ = {use.id: _CHOICES.get(sent.get(LINK + use.id, "")) for use in uses.links}
        decision = decide(uses, drafts, links_)
    except UsageError as error:
        return _page(knowledge, report, sent, error)
    knowledge.jobs.remove(report.id, decision)
    return Elsewhere(links.reports())


def _page(
    knowledge: Knowledge,
    report: StoredReport,
    sent: dict[str, str] | None = None,
    error: UsageError | None = None,
) -> Answer:
    uses, sent = uses_of(knowledge.store, report.id), sent or {}
    drafts = [
        DraftView(
            use.title,
            links.draft(use.id),
            DRAFT + use.id,
            f"{use.blocks} {'stycke' if use.blocks == 1 else 'stycken'}",
            sent.get(DRAFT + use.id, ""),
        )
        for use in uses.drafts
    ]
    values: dict[str, object] = {
        "title": report.metadata.title,
        "whose": ", ".join(p for p in (report.metadata.publisher, words.period(report.metadata.period)) if p),
        "file": report.file,
        "href": links.report(report.id),
        "action": links.removal(report.id),
        "versions": len(knowledge.store.versions(report.id)),
        "drafts": drafts,
        "linked": [_link(use, sent.get(LINK + use.id, "")) for use in uses.links],
        "error": error.message if error else None,
        "choices": {"remove": REMOVE, "keep": KEEP, "forget": FORGET},
    }
    return Answer("removal.html", values, error.http_status if error else 200)


def _link(use: LinkUse, chosen: str) -> LinkView:
    """A link with the words of both its ends."""
    gone = "Står inte längre i rapporten."
    ends = tuple((on_one_line(end.words or gone), end.file or "okänd rapport") for end in (use.anchor, use.event))
    return LinkView(_SAID[use.link.verdict], fact_row.when(use.link.made_at), ends, LINK + use.id, chosen)
