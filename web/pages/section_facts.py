"""What was taken out of one section, listed beneath its text; and the marks of a page's facts on its picture."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from corpus.model import Commitment, Figure, Page, Project
from corpus.store import FactQuery, Store, StoredFact, StoredReport
from corpus.store.items import FACTS
from web import links, words
from web.pages import fact_row

#: Characters of a quote that a mark on the picture tells.
TOLD = 120


@dataclass(frozen=True, slots=True)
class FactLine:
    """A fact in a line: what it says, where its words are marked, where it is mended; a project's own page."""

    said: str
    aside: str
    href: str
    correct: str
    page: str | None


@dataclass(frozen=True, slots=True)
class FactGroup:
    """The facts of one kind in a section; `counted` is how many there are, in words."""

    name: str
    counted: str
    lines: tuple[FactLine, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A rectangle on a page's picture, in points, that leads to a fact."""

    x: float
    y: float
    width: float
    height: float
    href: str
    said: str


def facts_of(store: Store, report: StoredReport) -> list[StoredFact[Any]]:
    """All facts of a report that nobody has marked as wrong; none of a replaced version."""
    if not report.current:
        return []
    wanted = FactQuery(reports=(report.id,))
    return [found for kind in FACTS for found in store.find_facts(kind, wanted).facts]


def groups(facts: Iterable[StoredFact[Any]], section_id: str) -> tuple[FactGroup, ...]:
    """The facts of a section by their kinds, in reading order."""
    here = [stored for stored in facts if stored.fact.section_id == section_id]
    return tuple(
        group for kind in _KINDS if (group := _group(kind, [one for one in here if isinstance(one.fact, kind)]))
    )


def marks(facts: Iterable[StoredFact[Any]], page: Page) -> tuple[Mark, ...]:
    """Where facts stand on a page."""
    return tuple(
        Mark(
            box.x0,
            box.top,
            box.x1 - box.x0,
            box.bottom - box.top,
            links.fact(stored.fact.id, stored.fact.source.page),
            " ".join(stored.fact.quote.split())[:TOLD],
        )
        for stored in facts
        for box in stored.fact.source.boxes
        if box.page == page.number
    )


def _group(kind: type, held: Sequence[StoredFact[Any]]) -> FactGroup | None:
    told = _KINDS[kind]
    counted = f"{len(held)} {told.one if len(held) == 1 else told.many.lower()}"
    return FactGroup(told.many, counted, tuple(map(_line, held))) if held else None


def _line(stored: StoredFact[Any]) -> FactLine:
    fact = stored.fact
    said, aside = _KINDS[type(fact)].tell(fact)
    return FactLine(
        said=said,
        aside=aside,
        href=links.fact(fact.id, fact.source.page),
        correct=links.correction(fact.id),
        page=links.project(fact.name) if isinstance(fact, Project) else None,
    )


def _figure(figure: Figure) -> tuple[str, str]:
    where = ", ".join(part for part in (figure.measure, figure.place, words.period(figure.period)) if part)
    return fact_row.number(figure), where


def _project(project: Project) -> tuple[str, str]:
    return project.name, project.owner or ""


def _commitment(commitment: Commitment) -> tuple[str, str]:
    status = fact_row.status(commitment.status, commitment.status_symbol)
    return commitment.action, ", ".join(part for part in (commitment.actor, commitment.due, status) if part)


@dataclass(frozen=True, slots=True)
class _Told:
    """What one and several of a kind are called, and how one is told: itself, and what else there is to say."""

    one: str
    many: str
    tell: Callable[[Any], tuple[str, str]]


_KINDS: Mapping[type, _Told] = {
    Figure: _Told("siffra", "Siffror", _figure),
    Project: _Told("projekt", "Projekt", _project),
    Commitment: _Told("åtagande", "Åtaganden", _commitment),
}
