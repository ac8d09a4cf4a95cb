"""Reports: one, its contents, the list of all."""

from collections.abc import Iterable
from typing import TypeVar

from pydantic import AliasPath, ConfigDict, Field
from pydantic.config import JsonDict

from api.schemas.common import Period, Problem, Shape
from api.schemas.contents import Commitment, Figure, Footnote, Illustration, Project, Section, Table
from corpus.model import ReportKind
from corpus.store import Failure, Store, StoredReport

S = TypeVar("S", bound=Shape)

EXAMPLE: JsonDict = {
    "id": "3f9a0b1c2d4e",
    "file": "delarsrapport-2021.pdf",
    "title": "Delårsrapport april 2021",
    "publisher": "Region Norrbotten",
    "kind": "interim_report",
    "period": {"start": "2021-01-01", "end": "2021-04-30", "text": "januari–april 2021"},
    "registration_number": "01234-2021",
    "pages": 26,
    "language": "sv",
    "version": 1,
    "edited": ["title"],
}


def _said(name: str) -> AliasPath:
    """Where a kept report has what it says of itself."""
    return AliasPath("metadata", name)


def _counted(name: str) -> AliasPath:
    """Where a kept report has how much it holds; a format without pages has 0 of them."""
    return AliasPath("counts", name)


class Report(Shape):
    """What a report is; `edited` names the fields that were corrected by hand."""

    model_config = ConfigDict(json_schema_extra={"examples": [EXAMPLE]})

    id: str
    file: str = Field(description="Base name of the file.")
    title: str = Field(validation_alias=_said("title"))
    publisher: str | None = Field(validation_alias=_said("publisher"))
    kind: ReportKind = Field(validation_alias=_said("kind"))
    period: Period | None = Field(validation_alias=_said("period"))
    registration_number: str | None = Field(validation_alias=_said("registration_number"))
    pages: int = Field(validation_alias=_counted("pages"))
    language: str = Field(validation_alias=_said("language"))
    version: int
    edited: list[str]


class ListedReport(Report):
    """A report in the list: what it is, how much it holds, where it came from, and its problems."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                EXAMPLE
                | {
                    "paths": ["/rapporter/delarsrapport-2021.pdf"],
                    "sections": 40,
                    "passages": 120,
                    "tables": 12,
                    "projects": 9,
                    "figures": 88,
                    "commitments": 31,
                    "problems": [],
                    "added_at": "2026-02-01T09:30:00+00:00",
                }
            ]
        }
    )

    paths: list[str]
    sections: int = Field(validation_alias=_counted("sections"))
    passages: int = Field(validation_alias=_counted("passages"))
    tables: int = Field(validation_alias=_counted("tables"))
    projects: int = Field(validation_alias=_counted("projects"))
    figures: int = Field(validation_alias=_counted("figures"))
    commitments: int = Field(validation_alias=_counted("commitments"))
    problems: list[Problem]
    added_at: str


class FailedFile(Shape):
    """A file that could not be read; `dismissed_at` is when somebody put it aside, null while nobody has."""

    id: str
    file: str
    path: str
    problems: list[Problem]
    dismissed_at: str | None


class FailureList(Shape):
    """Files that could not be read, by path; the same content at several paths has one id."""

    failures: list[FailedFile]


class ReportList(Shape):
    """All current reports, by file; and the files that could not be read."""

    reports: list[ListedReport]
    failures: list[FailedFile]

    @classmethod
    def of(cls, reports: list[StoredReport], failures: list[Failure]) -> "ReportList":
        """The shape of what the store holds."""
        return cls(
            reports=[ListedReport.model_validate(report) for report in reports],
            failures=[FailedFile.model_validate(failure) for failure in failures],
        )


class SectionList(Shape):
    """A report's sections in reading order."""

    sections: list[Section]

    @classmethod
    def of(cls, store: Store, report: StoredReport) -> "SectionList":
        """The shape of the sections of a version of a report."""
        at = (report.id, report.version)
        return cls(sections=_shapes(Section, store.sections(*at, spans=False), store.recognised_pages(*at)))


class ReportEdited(Shape):
    """A report after its correction."""

    report: Report


class ReportContents(Shape):
    """A report and all that was read from it."""

    report: Report
    sections: list[Section]
    tables: list[Table]
    illustrations: list[Illustration]
    footnotes: list[Footnote]
    projects: list[Project]
    figures: list[Figure]
    commitments: list[Commitment]

    @classmethod
    def of(cls, store: Store, report: StoredReport) -> "ReportContents":
        """The shape of a version of a report and its contents."""
        at = (report.id, report.version)
        facts = store.facts(*at)
        recognised = store.recognised_pages(*at)
        return cls(
            report=Report.model_validate(report),
            sections=_shapes(Section, store.sections(*at, spans=False), recognised),
            tables=_shapes(Table, store.tables(*at), recognised),
            illustrations=[Illustration.model_validate(picture) for picture in store.illustrations(*at)],
            footnotes=_shapes(Footnote, store.footnotes(*at), recognised),
            projects=_shapes(Project, facts.projects, recognised),
            figures=_shapes(Figure, facts.figures, recognised),
            commitments=_shapes(Commitment, facts.commitments, recognised),
        )


def _shapes(shape: type[S], parts: Iterable[object], recognised: frozenset[int]) -> list[S]:
    """The shapes of a report's parts; those on `recognised` pages say so."""
    return [shape.model_validate(part, context=recognised) for part in parts]
