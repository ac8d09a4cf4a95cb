"""Which reports an address may mean, where several bear the name in it."""

from collections.abc import Iterable
from dataclasses import dataclass

from corpus.errors import NotFound
from corpus.store import Store
from web import links, words


@dataclass(frozen=True, slots=True)
class Meant:
    """A report that may be meant, and what tells it from the others."""

    title: str
    told: str
    href: str


def meant(store: Store, reports: Iterable[str]) -> tuple[Meant, ...]:
    """The reports of these ids; one that has been removed meanwhile is left out."""
    found = []
    for id_ in reports:
        try:
            report = store.report(id_)
        except NotFound:
            continue
        metadata = report.metadata
        told = ", ".join(filter(None, (metadata.publisher, words.period(metadata.period), report.file)))
        found.append(Meant(metadata.title, told, links.report(id_)))
    return tuple(found)
