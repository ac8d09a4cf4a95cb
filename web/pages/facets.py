"""The facets beside the hits: values that the search can be limited to, each with its hits counted."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from api.knowledge import Knowledge
from corpus.store.items import PROJECTS
from search.answers import Hit
from search.facets import Facet, FacetKind, facets
from search.mentioned import Mentioned
from web import words
from web.pages.form import Form

#: Values shown of each kind, and how many more behind "Visa fler".
SHOWN, MORE = 6, 14


@dataclass(frozen=True, slots=True)
class Entry:
    """A value, how many hits have it, and the search limited to it."""

    name: str
    hits: int
    href: str


@dataclass(frozen=True, slots=True)
class Group:
    """The values of one kind; `more` of them wait to be opened."""

    title: str
    entries: tuple[Entry, ...]
    more: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class _Wording:
    """How a kind of facet is told, and how the form is limited by a value of it."""

    title: str
    fields: tuple[str, ...]
    name: Callable[[str], str] = str


_KIND_NAMES: Mapping[str, str] = {code: name for code, name in words.KINDS.items()}  # noqa: C416 - any text as key
_WORDINGS: Mapping[FacetKind, _Wording] = {
    "year": _Wording("År", ("first", "last")),
    "kind": _Wording("Slag av rapport", ("kind",), lambda code: _KIND_NAMES[code]),
    "publisher": _Wording("Utgivare", ("publisher",)),
    "place": _Wording("Plats", ("place",)),
    "project": _Wording("Projekt", ("project",)),
}


def groups(knowledge: Knowledge, form: Form, hits: Sequence[Hit]) -> list[Group]:
    """The facets of the hits by which the search is not limited yet, where there is a choice."""
    counted = facets(hits, _mentioned(knowledge.store.fact_values(PROJECTS, "name")))
    made = []
    for kind, wording in _WORDINGS.items():
        if any(getattr(form, field) for field in wording.fields):
            continue
        entries = tuple(_entry(form, wording, facet) for facet in counted[kind])
        if any(entry.hits < len(hits) for entry in entries):
            made.append(Group(wording.title, entries[:SHOWN], entries[SHOWN : SHOWN + MORE]))
    return made


def _entry(form: Form, wording: _Wording, facet: Facet) -> Entry:
    limited = form.limited_to(**dict.fromkeys(wording.fields, facet.value))
    return Entry(wording.name(facet.value), facet.hits, limited)


@lru_cache(maxsize=2)
def _mentioned(names: tuple[str, ...]) -> Mentioned:
    return Mentioned(names)
