"""Projekt: every undertaking once, however many reports speak of it, and a page for each."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Any

from starlette.requests import Request

from api.fact_limits import ProjectLimits
from api.knowledge import Knowledge
from corpus.errors import NotFound
from corpus.mentions import Finder
from corpus.model import Commitment, Figure, Project
from corpus.projects import is_own, names_of, same_name
from corpus.store import FactQuery, Store, StoredFact, StoredReport
from corpus.store.items import COMMITMENTS, FIGURES, PROJECTS, Kind
from corpus.swedish.numbers import write
from corpus.undertakings import Told as Undertaking
from corpus.undertakings import same
from web import links, words
from web.answer import Answer, Elsewhere
from web.pages import commitments, fact_form, fact_row, figures
from web.pages.fact_form import PER_PAGE, Choice, Head
from web.pages.project_sections import Speaking, speaking

_PROJECT_HEADS = ("Projekt", "Ägare", "Platser", "Rapporter", "År")
_FIGURE_HEADS = ("Siffra", "Mått", "Plats", "Period", "Slag", "Så står det")
_COMMITMENT_HEADS = ("Åtagande", "Aktör", "Mål", "Senast", "Status", "Rapportens år", "Så står det")


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """A project in the list."""

    name: str
    href: str
    aliases: str
    owner: str | None
    places: str
    years: str
    reports: int
    corrected: str | None


@dataclass(frozen=True, slots=True)
class Said:
    """What was taken out of a report about a project; `quoted` is False where a section shown beside it says it too."""

    facts: tuple[tuple[str, str], ...]
    at: fact_row.Standing
    quoted: bool


@dataclass(frozen=True, slots=True)
class Told:
    """What one report says of a project, and where."""

    title: str
    year: str | None
    href: str
    said: tuple[Said, ...]
    sections: tuple[Speaking, ...]


def respond(knowledge: Knowledge, request: Request) -> Answer | Elsewhere:
    """The projects that the address asks for.

    Raises:
        NotFound: there is no such report or page of the list.
    """
    store = knowledge.store
    form = fact_form.read(request.query_params, ProjectLimits, links.projects, store)
    plain = fact_form.plain_address(request.query_params, form)
    if plain:
        return Elsewhere(plain)
    form = replace(
        form,
        choices=(
            Choice("plats", "Plats", _options(store, "places")),
            Choice("aktor", "Ägare, part eller finansiär", _options(store, "owner", "partners", "funders"), free=True),
            *fact_form.whose(store, form),
        ),
    )
    values: dict[str, object] = {"form": form, "error": fact_form.trouble(form, store), "rows": (), "total": 0}
    if values["error"]:
        return Answer("projects.html", values, 422)
    found = store.find_facts(
        PROJECTS, replace(form.query(store), sort="year", descending=True, offset=0, limit=None)
    ).facts
    rows = sorted((_row(group) for group in grouped(found)), key=lambda row: words.alphabetical(row.name))
    last = form.past_the_end(len(rows))
    if last:
        return Elsewhere(last)
    first = (form.page - 1) * PER_PAGE
    values |= {
        "total": len(rows),
        "rows": rows[first : first + PER_PAGE],
        "pager": form.pager(len(rows)),
        "heads": tuple(form.head(name, number=name == "Rapporter") for name in _PROJECT_HEADS),
        "downloads": [(form_, links.download("projects", form_, **form.api_limits)) for form_ in ("xlsx", "csv")],
    }
    return Answer("projects.html", values)


def respond_one(knowledge: Knowledge, request: Request) -> Answer:
    """Everything that is said of one project, the newest report first.

    Raises:
        NotFound: no report speaks of it.
    """
    store, name = knowledge.store, request.path_params["name"]
    groups = grouped(_all(store))
    group = _bearing(name, request.query_params.get("utgivare"), groups)
    if group is None:
        raise NotFound(f"Inget projekt i kunskapsbasen heter ”{name[:100]}”. Se listan över projekt.")
    others = [stored.fact for other in groups if other is not group for stored in other]
    group = sorted(group, key=lambda stored: _newest_first(stored.report))
    finder = Finder((each for stored in group for each in names_of(stored.fact)), map(attrgetter("name"), others))
    row = _row(group)
    values: dict[str, object] = {
        "project": row,
        "told": _told_by_report(store, group, others, row.name),
        "figures": [figures.row(stored) for stored in _naming(store, FIGURES, finder)],
        "commitments": [commitments.row(stored) for stored in _naming(store, COMMITMENTS, finder)],
        "figure_heads": tuple(Head(name, number=name == "Siffra") for name in _FIGURE_HEADS),
        "commitment_heads": tuple(map(Head, _COMMITMENT_HEADS)),
        "search": links.home(f'"{row.name}"'),
    }
    return Answer("project.html", values)


def grouped(found: Sequence[StoredFact[Project]]) -> list[list[StoredFact[Project]]]:
    """The facts of each undertaking together, in the order they came."""
    return [[found[at] for at in group] for group in same([_undertaking(stored) for stored in found])]


def _newest_first(report: StoredReport) -> int:
    """Reports without a period come last."""
    period = report.metadata.period
    return -period.end.toordinal() if period else 0


def _options(store: Store, *columns: str) -> list[tuple[str, str]]:
    """What stands in these fields of projects."""
    values = {value for column in columns for value in store.fact_values(PROJECTS, column)}
    return [(value, value) for value in sorted(values, key=words.alphabetical)]


def _all(store: Store) -> Sequence[StoredFact[Project]]:
    return store.find_facts(PROJECTS, FactQuery()).facts


def _undertaking(stored: StoredFact[Project]) -> Undertaking:
    return Undertaking(stored.fact, stored.report.metadata.publisher)


def _bearing(
    name: str, publisher: str | None, groups: Iterable[list[StoredFact[Project]]]
) -> list[StoredFact[Project]] | None:
    """The project of a name, that of a publisher's reports before others; a name before an alias."""
    bearing = [
        (
            publisher not in (stored.report.metadata.publisher for stored in group),
            not any(same_name(name, stored.fact.name) for stored in group),
            at,
            group,
        )
        for at, group in enumerate(groups)
        if any(name == each or same_name(name, each) for stored in group for each in _called(stored.fact))
    ]
    return min(bearing)[3] if bearing else None


def _called(project: Project) -> tuple[str, ...]:
    """What the project's page is found under; its own name also where that only says what kind of thing it is."""
    return project.name, *names_of(project)


def _naming(store: Store, kind: Kind[Any], finder: Finder) -> list[StoredFact[Any]]:
    """The facts whose words name the project."""
    likely = store.facts_that_name(kind, finder.beginnings) if finder.beginnings else []
    return [stored for stored in likely if finder.find(_words(stored.fact))]


def _words(fact: Figure | Commitment) -> str:
    said = (fact.quote, fact.measure if isinstance(fact, Figure) else fact.action)
    return " ".join(" ".join(part.split()) for part in said if part)


def _row(group: Sequence[StoredFact[Project]]) -> ProjectRow:
    """The project by the name that most reports give it, the newest report's before others."""
    counted = Counter(stored.fact.name for stored in group)
    name = max(counted, key=lambda each: counted[each])
    aliases = {alias for stored in group for alias in (stored.fact.name, *stored.fact.aliases)} - {name}
    places = {place for stored in group for place in stored.fact.places}
    periods = [stored.report.metadata.period for stored in group]
    years = sorted({year for p in periods if p for year in (p.start.year, p.end.year)})
    return ProjectRow(
        name=name,
        href=links.project(name, publisher=_whose(group)),
        aliases=", ".join(sorted(aliases, key=words.alphabetical)),
        owner=next((stored.fact.owner for stored in group if stored.fact.owner), None),
        places=", ".join(sorted(places, key=words.alphabetical)),
        years=f"{years[0]}–{years[-1]}" if len(years) > 1 else "".join(map(str, years)),
        reports=len({stored.report.id for stored in group}),
        corrected=next((fact_row.standing(stored).corrected for stored in group if stored.correction), None),
    )


def _whose(group: Sequence[StoredFact[Project]]) -> str | None:
    """Whose the project is, if its name alone does not tell."""
    return None if any(is_own(stored.fact.name) for stored in group) else group[0].report.metadata.publisher


def _told_by_report(
    store: Store, group: Sequence[StoredFact[Project]], others: Sequence[Project], name: str
) -> list[Told]:
    """What each report says of the project, the newest first."""
    sections = speaking(store, group, others)
    facts: dict[str, list[StoredFact[Project]]] = {}
    for stored in group:
        facts.setdefault(stored.report.id, []).append(stored)
    reports = [report for report in store.reports() if report.id in facts or report.id in sections]
    return [
        Told(
            report.metadata.title,
            words.period(report.metadata.period),
            links.report(report.id),
            tuple(_said(stored, name, sections.get(report.id, ())) for stored in facts.get(report.id, ())),
            sections.get(report.id, ()),
        )
        for report in sorted(reports, key=_newest_first)
    ]


def _said(stored: StoredFact[Project], name: str, sections: Sequence[Speaking]) -> Said:
    """What a report says; nothing of what the project is called where that is its `name`."""
    project = stored.fact
    facts = {
        "Kallas": project.name if project.name != name else "",
        "Andra namn": ", ".join(project.aliases),
        "Ägare": project.owner,
        "Parter": ", ".join(project.partners),
        "Finansiärer": ", ".join(project.funders),
        "Belopp": "; ".join(write(amount, "SEK") for amount in project.amounts_sek),
        "Platser": ", ".join(project.places),
        "Projektets tid": words.period(project.period),
    }
    quoted = not any(_letters(project.quote) in _letters(section.quote) for section in sections)
    return Said(tuple((name, value) for name, value in facts.items() if value), fact_row.standing(stored), quoted)


def _letters(quote: str) -> str:
    """What a quote says, however its words are parted."""
    return "".join(filter(str.isalnum, quote))
