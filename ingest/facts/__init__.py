"""What is extracted from a report besides its text: numbers, projects, promises, each with the report's own words."""

from corpus.model import Facts, Report
from ingest.facts.commitments import commitments
from ingest.facts.figures import figures
from ingest.facts.projects import projects
from ingest.facts.statements import Statements


def facts(report: Report) -> Facts:
    """The facts of a report as it was read, with local ids in reading order."""
    said = Statements(report)
    return Facts(projects(report, said), figures(report, said), commitments(report, said))
