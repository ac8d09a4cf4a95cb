"""The editor: one heading of a draft at a time, what it borrows, what must be checked, what may be borrowed."""

from collections.abc import Callable, Mapping

from starlette.datastructures import FormData
from starlette.requests import Request

from api.drafts import editing
from api.knowledge import Knowledge
from corpus.drafts import DEEPEST, LONGEST_TEXT, LONGEST_TITLE, Draft, Heading
from corpus.errors import ArsringarError, Conflict, NotFound
from corpus.store import StoredDraft
from web import links, words
from web.answer import Answer, Elsewhere
from web.pages import draft_form, draft_suggestions, draft_view
from web.pages.draft_actions import SAVE, Outcome, Pressed, act
from web.pages.draft_words import STATES
from web.pages.fact_row import when

#: The parameter by which a script that only saves says that it does not want suggestions.
BARE = "bara"
#: Fields that a button of their own adds to the draft.
_FIELDS_OF_BUTTONS = ("nytt", "siffra", "siffra-kalla", "ny-rubrik")


def respond(knowledge: Knowledge, request: Request) -> Answer:
    """The draft at a heading, the first where none is named.

    Raises:
        NotFound: there is no such draft.
    """
    stored = knowledge.store.draft(request.path_params["draft"])
    heading = _heading(stored.draft, request.query_params.get("rubrik"))
    return _page(knowledge, stored, heading, request)


def submit(knowledge: Knowledge, request: Request, form: FormData) -> Answer | Elsewhere:
    """Keep what was written and do what the button says; or show again what was written with what is wrong.

    Raises:
        NotFound: there is no such draft.
    """
    sent = draft_form.fields(form)
    if request.query_params.get(BARE):
        sent.pop("nytt", None)  # Somebody is writing it still.
    stored = knowledge.store.draft(request.path_params["draft"])
    heading = _heading(stored.draft, request.query_params.get("rubrik"))
    name, *arguments = sent.get("gor", SAVE).split(":")
    pressed = Pressed(knowledge, heading.id if heading else None, arguments, sent)
    if draft_form.version(sent) != stored.version:
        return _conflict(knowledge, stored, request, sent)
    draft = stored.draft
    try:
        draft = draft_form.written(stored.draft, heading, sent)
        outcome = act(draft, pressed, name)
        knowledge.store.save_draft(stored.id, outcome.draft, stored.version)
    except Conflict:
        return _conflict(knowledge, knowledge.store.draft(stored.id), request, sent)
    except ArsringarError as error:
        return _again(knowledge, stored, draft, heading, request, error, sent)
    return Elsewhere(_address(stored.id, outcome, request, sent))


def _step(step: Callable[[Knowledge, str, int], StoredDraft | None]) -> Callable[..., Answer | Elsewhere]:
    """What answers a button that is about the draft as a whole."""

    def submitted(knowledge: Knowledge, request: Request, form: FormData) -> Answer | Elsewhere:
        sent, draft_id = draft_form.fields(form), request.path_params["draft"]
        try:
            after = step(knowledge, draft_id, draft_form.version(sent))
        except Conflict:
            return _conflict(knowledge, knowledge.store.draft(draft_id), request, {})
        except NotFound:
            # Nothing more to undo: the page says so by itself, unless the draft is gone.
            after = knowledge.store.draft(draft_id)
        if after is None:
            return Elsewhere(links.drafts())
        here = _heading(after.draft, request.query_params.get("rubrik"))
        return Elsewhere(links.draft(draft_id, rubrik=here.id if here else None))

    return submitted


def _deleted(knowledge: Knowledge, draft_id: str, seen: int) -> None:
    knowledge.store.delete_draft(draft_id, seen)


#: What is done to a draft as a whole, by the end of its address.
STEPS: tuple[tuple[str, Callable[..., Answer | Elsewhere]], ...] = (
    (links.UNDO, _step(lambda knowledge, draft_id, seen: knowledge.store.undo_draft(draft_id, seen))),
    (links.REDO, _step(lambda knowledge, draft_id, seen: knowledge.store.redo_draft(draft_id, seen))),
    (links.DELETE, _step(_deleted)),
)


def _heading(draft: Draft, heading_id: str | None) -> Heading | None:
    """The heading that is asked for, or the first; None in a draft without."""
    first = draft.headings[0] if draft.headings else None
    return next((heading for heading in draft.headings if heading.id == heading_id), first)


def _address(draft_id: str, outcome: Outcome, request: Request, sent: Mapping[str, str]) -> str:
    bare = request.query_params.get(BARE)
    question = sent.get("fraga", "").strip()
    same = outcome.heading == request.query_params.get("rubrik") or not request.query_params.get("rubrik")
    return links.draft(
        draft_id, anchor=outcome.anchor, rubrik=outcome.heading, fraga=question if same else None, bara=bare
    )


def _conflict(knowledge: Knowledge, now: StoredDraft, request: Request, sent: Mapping[str, str]) -> Answer:
    """What stands now, with what the writer wrote in its fields: saving again is then a choice."""
    heading = _heading(now.draft, request.query_params.get("rubrik"))
    asked = request.query_params.get("rubrik")
    kept = heading if heading is not None and asked in (None, heading.id) else None
    lost = draft_form.lost(kept, sent)
    try:
        draft = draft_form.written(now.draft, kept, {name: text for name, text in sent.items() if name != "titel"})
    except ArsringarError:
        draft = now.draft
    shown = editing.find_heading(draft, heading.id) if heading else None
    values = {"conflict": bool(sent), "stale_step": not sent, "lost": lost}
    return _page(knowledge, now, shown, request, draft, 409, **values)


def _again(
    knowledge: Knowledge,
    stored: StoredDraft,
    draft: Draft,
    heading: Heading | None,
    request: Request,
    error: ArsringarError,
    sent: Mapping[str, str],
) -> Answer:
    """The page with what was written, not saved, and what is wrong with it."""
    shown = editing.find_heading(draft, heading.id) if heading else None
    kept = {name: sent.get(name, "") for name in _FIELDS_OF_BUTTONS}
    return _page(knowledge, stored, shown, request, draft, error.http_status, error=error.message, kept=kept)


def _page(
    knowledge: Knowledge,
    stored: StoredDraft,
    heading: Heading | None,
    request: Request,
    draft: Draft | None = None,
    status: int = 200,
    **said: object,
) -> Answer:
    """The page of a draft as it is kept, or as it was written but not kept."""
    draft, names = draft or stored.draft, knowledge.project_names.now()
    here = heading.id if heading else None
    question = request.query_params.get("fraga", "").strip()
    rows = draft_view.outline(draft, stored.id, here, names)
    bare = request.query_params.get(BARE)
    values: dict[str, object] = {
        "id": stored.id,
        "title": draft.title,
        "period": words.period(draft.period),
        "period_fields": draft_view.period_fields(draft),
        "version": stored.version,
        "saved": when(stored.saved_at),
        "can_undo": stored.previous is not None,
        "can_redo": stored.following is not None,
        "outline": rows,
        "marks": sum(row.marks for row in rows),
        "unanswered": sum(row.asked for row in rows),
        "heading": draft_view.heading_view(knowledge, draft, heading, names) if heading else None,
        "suggestions": draft_suggestions.view(knowledge, draft, heading, question) if heading and not bare else None,
        "question": question,
        "states": STATES,
        "levels": range(1, DEEPEST + 1),
        "longest": LONGEST_TEXT,
        "longest_title": LONGEST_TITLE,
        "action": links.draft(stored.id, rubrik=here),
        "error": None,
        "conflict": False,
        "stale_step": False,
        "lost": [],
        "kept": dict.fromkeys(_FIELDS_OF_BUTTONS, ""),
    }
    return Answer("draft.html", values | said, status)
