"""Every section that speaks of a project, in whichever report: where one of its names stands."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from corpus.mentions import Finder
from corpus.model import Project, Section, Table
from corpus.names import PREAMBLE
from corpus.projects import is_own, names_of
from corpus.store import Store, StoredFact, StoredReport
from corpus.swedish.sentences import split
from web import links


@dataclass(frozen=True, slots=True)
class Speaking:
    """A section that speaks of the project: the headings down to its own, its first words that name it."""

    path: str
    href: str
    quote: str


def speaking(
    store: Store, group: Sequence[StoredFact[Project]], others: Iterable[Project]
) -> Mapping[str, tuple[Speaking, ...]]:
    """The sections that speak of a project, in reading order, by their report's id.

    Args:
        store: the knowledge base.
        group: the project as each report has it.
        others: all other projects; where a longer name of theirs stands, this project is not named.
    """
    names = [name for stored in group for name in names_of(stored.fact)]
    rivals = [name for project in others for name in names_of(project)]
    near, far = Finder(names, rivals), Finder(filter(is_own, names), rivals)
    publishers = {stored.report.metadata.publisher for stored in group}
    found: dict[str, list[Section]] = {}
    for report_id, section in store.sections_with(near.beginnings):
        found.setdefault(report_id, []).append(section)
    reports = [report for report in store.reports() if report.id in found]
    finders = [(report, near if report.metadata.publisher in publishers else far) for report in reports]
    told = ((report.id, _of_report(store, report, found[report.id], finder)) for report, finder in finders)
    return {report_id: sections for report_id, sections in told if sections}


def _of_report(store: Store, report: StoredReport, sections: Iterable[Section], finder: Finder) -> tuple[Speaking, ...]:
    tables: dict[str | None, list[Table]] = {}
    for table in store.tables(report.id):
        tables.setdefault(table.section_id, []).append(table)
    quotes = [(section, _quote(section, tables.get(section.id, ()), finder)) for section in sections]
    said = [(section, quote) for section, quote in quotes if quote is not None]
    if not said:
        return ()
    headings = _paths(store.sections(report.id, spans=False))
    return tuple(
        Speaking(" › ".join(headings[section.id]) or PREAMBLE, links.report(report.id, section=section.id), quote)
        for section, quote in said
    )


def _quote(section: Section, tables: Iterable[Table], finder: Finder) -> str | None:
    """The section's first sentence or row that names the project; empty where its heading does, None where none do."""
    for start, end in split(section.text):
        if finder.find(section.text[start:end]):
            return section.text[start:end].removeprefix("• ")
    for row in (row for table in tables for row in table.rows):
        if any(finder.find(cell) for cell in row):
            return " · ".join(cell for cell in row if cell)
    return "" if finder.find(section.heading) else None


def _paths(sections: Iterable[Section]) -> dict[str, tuple[str, ...]]:
    """The headings from the top down to each section's own, by its id."""
    paths: dict[str, tuple[str, ...]] = {}
    for section in sections:
        above = paths.get(section.parent_id or "", ())
        paths[section.id] = (*above, section.heading) if section.heading else above
    return paths
