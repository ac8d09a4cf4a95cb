"""Domain objects as the JSON of contracts.md: one rendering, used by the command line and by HTTP alike."""

from api.schemas.answers import Also, Answer, Hit, HitReport, QueryUnderstood
from api.schemas.common import Box, ErrorBody, ErrorShape, Period, Problem, Shape, Source
from api.schemas.contents import Commitment, Figure, Footnote, Illustration, Project, Section, Table
from api.schemas.ingestion import IngestedFile, IngestRun, IngestTotals
from api.schemas.reports import FailedFile, ListedReport, Report, ReportContents, ReportEdited, ReportList
from api.schemas.upkeep import Blocked, EvaluationRun, Findings, QueryScore, Removed, RemovedReport, VerifyFinding

__all__ = [
    "Also",
    "Answer",
    "Blocked",
    "Box",
    "Commitment",
    "ErrorBody",
    "ErrorShape",
    "EvaluationRun",
    "FailedFile",
    "Figure",
    "Findings",
    "Footnote",
    "Hit",
    "HitReport",
    "Illustration",
    "IngestRun",
    "IngestTotals",
    "IngestedFile",
    "ListedReport",
    "Period",
    "Problem",
    "Project",
    "QueryScore",
    "QueryUnderstood",
    "Removed",
    "RemovedReport",
    "Report",
    "ReportContents",
    "ReportEdited",
    "ReportList",
    "Section",
    "Shape",
    "Source",
    "Table",
    "VerifyFinding",
]
