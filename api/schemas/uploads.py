"""Uploads: the files, how far each has come, what became of it."""

from pydantic import BaseModel, ConfigDict, Field

from api.schemas.common import Shape
from api.schemas.ingestion import EXAMPLE as INGESTED
from api.schemas.ingestion import IngestedFile
from api.schemas.patches import PeriodPatch
from api.uploads.job import FileStage, Job, UploadedFile
from corpus.model import Period


class Upload(Shape):
    """A file of an upload."""

    number: int = Field(description="From 1, in the order in which the files came.")
    file: str = Field(description="Base name.")
    size: int = Field(description="Bytes.")
    stage: FileStage
    pages_done: int
    pages: int = Field(description="0 before the reading has come to pages, and for formats without pages.")
    percent: int = Field(description="About how much of the work is done.")
    can_be_retried: bool
    result: IngestedFile | None = Field(description="What became of it; null before it was read.")

    @classmethod
    def of(cls, file: UploadedFile) -> "Upload":
        """The shape of a file."""
        return cls(
            number=file.number,
            file=file.name,
            size=file.size,
            stage=file.stage,
            pages_done=file.done,
            pages=file.pages,
            percent=file.percent,
            can_be_retried=file.can_be_retried,
            result=IngestedFile.of(file.result) if file.result else None,
        )


class UploadJob(Shape):
    """An upload: its files are read one after the other and can be found once all are."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "3f9a0b1c2d4e",
                    "done": True,
                    "message": None,
                    "files": [
                        {
                            "number": 1,
                            "file": "delarsrapport-2021.pdf",
                            "size": 1204311,
                            "stage": "settled",
                            "pages_done": 26,
                            "pages": 26,
                            "percent": 100,
                            "can_be_retried": False,
                            "result": INGESTED,
                        }
                    ],
                }
            ]
        }
    )

    id: str
    done: bool
    message: str | None = Field(description="Why it waits or stopped, in Swedish; null while all is well.")
    files: list[Upload]

    @classmethod
    def of(cls, job: Job) -> "UploadJob":
        """The shape of an upload as it is now."""
        files = [Upload.of(file) for file in job.files]
        return cls(id=job.id, done=all(file.stage == "settled" for file in files), message=job.message, files=files)


class UploadJobs(Shape):
    """The uploads that the server remembers, the newest first."""

    jobs: list[UploadJob]


class ReportPatch(BaseModel):
    """What is said of a report: the fields that are sent are corrected, null for "none"; the others stay."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"title": "Årsredovisning 2021", "publisher": "Region Norrbotten"}]},
    )

    title: str | None = None
    publisher: str | None = None
    kind: str | None = None
    period: PeriodPatch | None = None
    registration_number: str | None = None
    clear: list[str] = Field(default=[], description="Fields whose corrections are taken back.")

    def changes(self) -> dict[str, object]:
        """The fields that were sent, as the domain has them."""
        sent = {name: getattr(self, name) for name in self.model_fields_set - {"clear"}}
        if self.period is not None:
            sent["period"] = Period(self.period.start, self.period.end, self.period.text)
        return sent
