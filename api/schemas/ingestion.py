"""What ingestion tells."""

from pydantic import ConfigDict, Field
from pydantic.config import JsonDict

from api.schemas.common import Problem, Shape
from ingest.results import FileResult, FileStatus, IngestResult

EXAMPLE: JsonDict = {
    "id": "3f9a0b1c2d4e",
    "file": "delarsrapport-2021.pdf",
    "path": "/rapporter/delarsrapport-2021.pdf",
    "status": "added",
    "problems": [{"code": "no_text_layer", "message": "Sidan 3 saknar textlager och kan inte läsas.", "page": 3}],
    "pages": 26,
    "sections": 40,
    "passages": 120,
    "tables": 12,
    "projects": 9,
    "figures": 88,
    "commitments": 31,
    "seconds": 4.2,
}


class IngestedFile(Shape):
    """What became of one file."""

    model_config = ConfigDict(json_schema_extra={"examples": [EXAMPLE]})

    id: str | None = Field(description="The report's id; null where no report was kept.")
    file: str = Field(description="Base name.")
    path: str
    status: FileStatus
    problems: list[Problem]
    pages: int
    sections: int
    passages: int
    tables: int
    projects: int
    figures: int
    commitments: int
    seconds: float

    @classmethod
    def of(cls, result: FileResult) -> "IngestedFile":
        """The shape of a file's result."""
        counts = result.counts
        return cls(
            id=result.id,
            file=result.file,
            path=result.path,
            status=result.status,
            problems=[Problem.model_validate(problem) for problem in result.problems],
            pages=counts.pages,
            sections=counts.sections,
            passages=counts.passages,
            tables=counts.tables,
            projects=counts.projects,
            figures=counts.figures,
            commitments=counts.commitments,
            seconds=round(result.seconds, 2),
        )


class IngestTotals(Shape):
    """The run as a whole; pages and passages are those read in it."""

    added: int
    updated: int
    unchanged: int
    failed: int
    blocked: int
    pages: int
    passages: int
    seconds: float


class IngestRun(Shape):
    """A run: its files by path, and totals."""

    reports: list[IngestedFile]
    totals: IngestTotals

    @classmethod
    def of(cls, result: IngestResult) -> "IngestRun":
        """The shape of a run's result."""
        tally = result.tally()
        totals = IngestTotals(
            added=tally["added"],
            updated=tally["updated"],
            unchanged=tally["unchanged"],
            failed=tally["failed"],
            blocked=tally["blocked"],
            pages=result.pages,
            passages=result.passages,
            seconds=round(result.seconds, 2),
        )
        return cls(reports=[IngestedFile.of(report) for report in result.reports], totals=totals)
