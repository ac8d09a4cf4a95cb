"""The projects of a report: named undertakings, with everything the report says of each put together."""

from corpus.model import Project, Report
from ingest.facts.projects.gathering import gathered

__all__ = ["projects"]


def projects(report: Report) -> tuple[Project, ...]:
    """The projects of a report in the order in which it first names them, ids j1, j2, …."""
    return gathered(report)
