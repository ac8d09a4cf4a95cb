"""The projects that a question names, each with a page of its own."""

from dataclasses import dataclass
from functools import lru_cache

from api.knowledge import Knowledge
from corpus.store.items import PROJECTS
from search.project_names import ProjectNames
from web import links


@dataclass(frozen=True, slots=True)
class NamedProject:
    """A project and the address of its page."""

    name: str
    href: str


def named(knowledge: Knowledge, question: str) -> list[NamedProject]:
    """The projects whose names stand in the question, written right, in the order of its words."""
    found = _names(knowledge.store.fact_values(PROJECTS, "name")).find(question, frozenset())
    return [NamedProject(name, links.project(name)) for name in dict.fromkeys(it.name for it in found if it.exact)]


@lru_cache(maxsize=2)
def _names(names: tuple[str, ...]) -> ProjectNames:
    return ProjectNames(names)
