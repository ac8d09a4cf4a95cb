"""The projects of a report: named undertakings, with everything the report says of each put together."""

from corpus.model import Project, Report
from ingest.facts.projects.gathering import gathered
from ingest.facts.statements import Statements

__all__ = ["projects"]


def projects(report: Report, said: Statements | None = None) -> tuple[Project, ...]:
    """The projects of a report in the order in which it first names them, ids j1, j2, ….

    Args:
        report: the report.
        said: its sentences, where they are parted already.
    """
    return gathered(said or Statements(report))
