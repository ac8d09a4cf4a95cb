"""Reports of one or several sections, and what is found in them."""

from corpus.model import Metadata, Page, Project, Report, Section, Table
from ingest.facts.projects import projects

PUBLISHER = "Region Nord"


def read(
    text: str, heading: str = "Utveckling", *more: tuple[str, str], tables: tuple[Table, ...] = ()
) -> tuple[Project, ...]:
    """The projects of a report whose sections have these headings and texts."""
    parts = ((heading, text), *more)
    sections = tuple(Section(f"s{n}", None, 1, head, body) for n, (head, body) in enumerate(parts, 1))
    lines = [line for part in parts for line in part] + [" ".join(row) for table in tables for row in table.rows]
    page = Page(None, None, 0, 0, "\n".join(lines))
    return projects(Report(Metadata("Rapport", PUBLISHER), (page,), sections, tables))


def names(text: str, heading: str = "Utveckling", *more: tuple[str, str]) -> list[str]:
    """The names of the projects."""
    return [project.name for project in read(text, heading, *more)]


def only(text: str, heading: str = "Utveckling", *more: tuple[str, str]) -> Project:
    """The one project."""
    (project,) = read(text, heading, *more)
    return project


def table(header: str, *rows: str) -> Table:
    """A table whose cells are parted by bars."""
    return Table("t1", "s1", None, tuple(header.split("|")), tuple(tuple(row.split("|")) for row in rows))
