"""The form by which something found in a report is put into a draft: how much of it, in which draft, where."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from starlette.datastructures import FormData
from starlette.requests import Request

from api.drafts import editing, starting
from api.drafts.borrowing import borrow
from api.drafts.suggestions import is_same_heading, without_number
from api.knowledge import Knowledge
from corpus.drafts import LONGEST_TITLE, Block, Draft, Heading, words_of
from corpus.errors import ArsringarError, Conflict, NotFound, UsageError
from corpus.store import Store, StoredDraft
from web import links, words
from web.answer import Answer, Elsewhere
from web.fragments import Fragment
from web.pages.draft_start import read_period
from web.tables import TableView, table_view

#: Drafts that are offered, the latest saved; whoever wants an older one saves it, or borrows in its editor.
MOST_DRAFTS = 30
#: How often the draft is looked at again where somebody else saves it in between.
_TRIES = 3
#: What stands between a draft and a heading in the value of a place; a place without a heading gets a new one.
_BETWEEN = ":"
#: What stands before a heading for each level that it is down.
_INDENT = "\u00a0" * 3
#: What a heading is called that is made for words which stand under none.
_UNNAMED = "Lånat"
#: What else may be borrowed where a link names one of these: more of it, or less.
_OTHERS: Mapping[str, str] = {"words": "passage", "section": "text"}
#: What each is called, as running text and as rows of a table.
_NAMES: Mapping[str, tuple[str, str]] = {
    "words": ("Meningen", "Tabellraden"),
    "passage": ("Hela stycket", "Alla rader i stycket"),
    "section": ("Hela avsnittet", "Hela avsnittet"),
    "text": ("Bara avsnittets text", ""),
    "table": ("", "Tabellen"),
    "rows": ("", "Raderna"),
    "figure": ("Siffran", ""),
}


@dataclass(frozen=True, slots=True)
class Extent:
    """How much is borrowed: its name, its reference, what it says."""

    name: str
    reference: str
    lines: tuple[str, ...]
    tables: tuple[TableView, ...]
    checked: bool


@dataclass(frozen=True, slots=True)
class Place:
    """A heading of a draft, or a new one in it."""

    name: str
    value: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class DraftPlaces:
    """A draft with the places in it."""

    title: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class BorrowForm:
    """What stands in the form: what is borrowed, into a draft that is there (`finns`) or a new one (`nytt`)."""

    vad: str = ""
    mal: str = ""
    plats: str = ""
    titel: str = ""
    ar: str = ""


def respond(knowledge: Knowledge, request: Request) -> Answer:
    """What the address names (`vad`), and where it may be put.

    Raises:
        UsageError: the address names nothing.
        NotFound: what it names is not in the knowledge base.
    """
    named = request.query_params.get("vad", "")
    return _page(knowledge, named, BorrowForm(vad=named, ar=_next_year(knowledge.store)))


def submit(knowledge: Knowledge, request: Request, sent: FormData) -> Answer | Elsewhere:
    """Put it there and go there, or show the form again with what is wrong.

    Raises:
        UsageError: the form names nothing.
        NotFound: what it names is not in the knowledge base.
    """
    texts = {name: value for name in BorrowForm.__slots__ if isinstance(value := sent.get(name), str)}
    form = BorrowForm(**texts)
    blocks = borrow(knowledge.store, form.vad)
    try:
        return _begin(knowledge.store, form, blocks) if form.mal == "nytt" else _put(knowledge.store, form, blocks)
    except ArsringarError as error:
        return _page(knowledge, request.query_params.get("vad") or form.vad, form, error)


def _begin(store: Store, form: BorrowForm, blocks: Sequence[Block]) -> Elsewhere:
    """Begin a draft with the blocks.

    Raises:
        UsageError: its year cannot be read.
    """
    period = read_period(form.ar, "", "")
    title = form.titel.strip() or f"Rapport för {words.period(period)}"
    draft, heading, block = _with(store, starting.from_nothing(title, period), "", blocks)
    return Elsewhere(links.draft(store.begin_draft(draft).id, anchor=block, rubrik=heading))


def _put(store: Store, form: BorrowForm, blocks: Sequence[Block]) -> Elsewhere:
    """Put the blocks at a place, whatever others save meanwhile: they are added, and nothing is written over.

    Raises:
        UsageError: no place is chosen.
        NotFound: the draft or its heading is gone.
        LimitExceeded: the draft would be too large.
        Conflict: it is saved again and again.
    """
    draft_id, between, wanted = form.plats.partition(_BETWEEN)
    if not between:
        raise UsageError("Välj vilket utkast och vilken rubrik det ska läggas under.")
    for left in reversed(range(_TRIES)):
        stored = store.draft(draft_id)
        draft, heading, block = _with(store, stored.draft, wanted, blocks)
        try:
            store.save_draft(draft_id, draft, stored.version)
            break
        except Conflict:
            if not left:
                raise
    return Elsewhere(links.draft(draft_id, anchor=block, rubrik=heading))


def _with(store: Store, draft: Draft, heading: str, blocks: Sequence[Block]) -> tuple[Draft, str, str]:
    """The draft with the blocks under a heading, a new one where none is named; that heading, and the first block."""
    if not heading:
        draft = editing.add_heading(draft, _heading_of(store, blocks))
        heading = draft.headings[-1].id
    before = len(editing.find_heading(draft, heading).blocks)
    draft = editing.add_blocks(draft, heading, blocks)
    return draft, heading, editing.find_heading(draft, heading).blocks[before].id


def _page(knowledge: Knowledge, named: str, form: BorrowForm, error: ArsringarError | None = None) -> Answer:
    store = knowledge.store
    blocks, drafts = borrow(store, named), store.drafts()
    heading, origin = _heading_of(store, blocks), blocks[0].origin
    values: dict[str, object] = {
        "form": replace(form, mal=form.mal or ("finns" if drafts else "nytt")),
        "action": links.borrowing(named),
        "error": error.message if error else None,
        "citation": origin.citation if origin else "",
        "extents": list(_extents(store, named, form.vad)),
        "drafts": _places(drafts[:MOST_DRAFTS], heading, form.plats),
        "older": len(drafts) > MOST_DRAFTS,
        "heading": heading,
        "longest": LONGEST_TITLE,
    }
    return Answer("draft_borrowing.html", values, error.http_status if error else 200)


def _extents(store: Store, named: str, chosen: str) -> Iterator[Extent]:
    """What is named, and what is more or less of it, where that says something else."""
    kind, _, rest = named.partition(":")
    others = [f"{other}:{rest.partition(':')[0]}" for other in [_OTHERS.get(kind)] if other]
    said: list[list[str]] = []
    for reference in (named, *others):
        try:
            blocks = borrow(store, reference)
        except NotFound:  # A section of tables has no text.
            continue
        its = [words_of(block) for block in blocks]
        if its not in said:
            said.append(its)
            yield _extent(reference, blocks, reference == chosen)


def _extent(reference: str, blocks: Sequence[Block], checked: bool) -> Extent:
    names = _NAMES.get(reference.partition(":")[0], ("Det här", "Det här"))
    return Extent(
        name=names[blocks[0].kind == "rows"],
        reference=reference,
        lines=tuple(line for one in blocks if one.kind != "rows" for line in one.text.split("\n") if line.strip()),
        tables=tuple(_table(one) for one in blocks if one.kind == "rows"),
        checked=checked,
    )


def _table(block: Block) -> TableView:
    rows = [[(Fragment(cell),) for cell in row] for row in block.rows]
    return table_view(block.text or None, block.header, rows)


def _heading_of(store: Store, blocks: Sequence[Block]) -> str:
    """The heading under which borrowed words stand in their report."""
    origin = blocks[0].origin
    if origin is None or origin.section_id is None:
        return _UNNAMED
    return without_number(store.section(origin.section_id).heading)[:LONGEST_TITLE] or _UNNAMED


def _places(drafts: Sequence[StoredDraft], heading: str, chosen: str) -> list[DraftPlaces]:
    """The headings of each draft, and a new one; chosen is what was, or else a heading that is called so."""
    if not chosen:
        held = ((stored, one) for stored in drafts for one in stored.draft.headings)
        chosen = next((_place(stored, one) for stored, one in held if is_same_heading(one.title, heading)), "")
    offered: list[DraftPlaces] = []
    for stored in drafts:
        whose = f" ({stored.draft.title})" if len(drafts) > 1 else ""
        names = [(_INDENT * (one.level - 1) + one.title + whose, _place(stored, one)) for one in stored.draft.headings]
        names.append((f"Ny rubrik sist: {heading}{whose}", _place(stored, None)))
        offered.append(DraftPlaces(stored.draft.title, tuple(Place(name, at, at == chosen) for name, at in names)))
    return offered


def _place(stored: StoredDraft, heading: Heading | None) -> str:
    return f"{stored.id}{_BETWEEN}{heading.id if heading else ''}"


def _next_year(store: Store) -> str:
    """The year after those that reports are on: the one that is written next."""
    ends = [report.metadata.period.end.year for report in store.reports() if report.metadata.period]
    return str(max(ends) + 1) if ends else ""
