"""What was understood of a question and what the search is limited to, each undone with one click."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from corpus.store import StoredReport
from search.query import Query
from search.understanding import Understood, UnderstoodKind
from web.pages.form import Form


@dataclass(frozen=True, slots=True)
class Chip:
    """A small label with a link: what it says, what the link does, and where it leads.

    `used` is False for what was taken back, whose link takes it up again; `narrows` where it may leave passages out.
    """

    label: str
    text: str
    action: str
    href: str
    used: bool = True
    narrows: bool = False


@dataclass(frozen=True, slots=True)
class _Wording:
    """How an understanding is told: its label, its text, what taking it back means, and whether that may find more."""

    label: str
    action: str
    text: Callable[[Understood], str] = lambda it: it.text
    narrows: bool = False


_WORDINGS: Mapping[UnderstoodKind, _Wording] = {
    "place": _Wording("Plats", "Sök som vanligt ord"),
    "year": _Wording("År", "Sök utan årtal"),
    "phrase": _Wording("Exakt fras", "Sök orden var för sig", lambda it: f"”{it.text}”", narrows=True),
    "without": _Wording("Utan", "Sök med ordet i stället", narrows=True),
    "number": _Wording("Söker ett tal", "Sök inte särskilt efter ett tal"),
}
_AGAIN = "Ta med igen"
_TAKE_AWAY = "Ta bort begränsningen"
#: Fields of the form that make one limit, what it is called, and how it is told.
_LIMITS: tuple[tuple[tuple[str, ...], str, Callable[[Form], str]], ...] = (
    (("first", "last"), "Rapportens år", lambda form: form.years_in_words),
    (("publisher",), "Utgivare", lambda form: form.publisher),
    (("kind",), "Slag", lambda form: form.kind_in_words),
    (("place",), "Nämner", lambda form: form.place),
    (("project",), "Projekt", lambda form: form.project),
)


def understood(form: Form, query: Query) -> list[Chip]:
    """What was understood of the question, in the order of its words."""
    return [_understood(form, it) for it in query.understood]


def _understood(form: Form, it: Understood) -> Chip:
    wording = _WORDINGS[it.kind]
    others = tuple(key for key in form.overlooked if key != it.key)
    if it.used:
        return Chip(
            wording.label, wording.text(it), wording.action, form.overlooking(*others, it.key), narrows=wording.narrows
        )
    return Chip(wording.label, wording.text(it), _AGAIN, form.overlooking(*others), used=False)


def limits(form: Form, report: StoredReport | None) -> Iterator[Chip]:
    """What the search is limited to; `report` is the one that it is limited to."""
    for fields, label, text in _LIMITS:
        if text(form):
            yield Chip(label, text(form), _TAKE_AWAY, form.limited_to(**dict.fromkeys(fields, "")))
    if report:
        yield Chip("Bara i", report.metadata.title, _TAKE_AWAY, form.limited_to(report=""))
