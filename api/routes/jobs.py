"""Uploads: files sent, watched, given up, tried again."""

import asyncio
from collections.abc import AsyncIterator
from typing import Annotated, Any

from fastapi import APIRouter, Path
from starlette.requests import Request
from starlette.responses import StreamingResponse

from api.routes.common import GREATEST, LONGEST, KnowledgeBase
from api.schemas.common import ErrorShape
from api.schemas.uploads import UploadJob, UploadJobs
from api.uploads.job import Job
from api.uploads.jobs import Jobs
from api.uploads.receiving import FIELD, receive

#: Seconds between two looks at an upload that is watched: short enough for a bar to seem to move.
LOOK = 0.25
#: Looks without a change after which the stream says that it is alive, lest something in between close it.
QUIET = 60

router = APIRouter(prefix="/jobs", tags=["jobs"])

JobId = Annotated[str, Path(max_length=LONGEST, description="Uppladdningens id.", examples=["3f9a0b1c2d4e"])]
Number = Annotated[int, Path(ge=1, le=GREATEST, description="Filens nummer i uppladdningen.", examples=[1])]
_FORM = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": [FIELD],
                    "properties": {FIELD: {"type": "array", "items": {"type": "string", "format": "binary"}}},
                }
            }
        },
    }
}
_REFUSALS: dict[int | str, dict[str, Any]] = {
    403: {"model": ErrorShape, "description": "Anropet kom från en annan webbplats"},
    409: {"model": ErrorShape, "description": "Filen är redan inläst eller väntar"},
    413: {"model": ErrorShape, "description": "Fler filer eller byte än inställningarna tillåter"},
}


@router.post(
    "",
    operation_id="upload",
    summary="Ladda upp rapporter",
    status_code=202,
    openapi_extra=_FORM,
    responses={403: _REFUSALS[403], 413: _REFUSALS[413]},
)
async def upload(knowledge: KnowledgeBase, request: Request) -> UploadJob:
    """Filer i fältet `filer` tas emot och läses i bakgrunden; följ dem med `events`."""
    return UploadJob.of(await receive(request, knowledge.jobs, knowledge.settings))


@router.get("", operation_id="listUploads", summary="Uppladdningar")
def list_jobs(knowledge: KnowledgeBase) -> UploadJobs:
    """De som servern minns, den senaste först."""
    return UploadJobs(jobs=[UploadJob.of(job) for job in knowledge.jobs.all()])


@router.get("/{job}", operation_id="getUpload", summary="En uppladdning")
def get_job(knowledge: KnowledgeBase, job: JobId) -> UploadJob:
    """Hur långt varje fil har kommit."""
    return UploadJob.of(knowledge.jobs.get(job))


@router.get(
    "/{job}/events",
    operation_id="watchUpload",
    summary="Följ en uppladdning",
    response_class=StreamingResponse,
    responses={200: {"content": {"text/event-stream": {}}, "description": "Ett objekt för varje ändring"}},
)
def watch_job(knowledge: KnowledgeBase, job: JobId) -> StreamingResponse:
    """Server-sent events: `change` med uppladdningen som JSON vid varje ändring, till sist `done`."""
    jobs = knowledge.jobs
    return StreamingResponse(_events(jobs, jobs.get(job)), media_type="text/event-stream")


@router.post("/{job}/files/{number}/retry", operation_id="retryFile", summary="Läs en fil igen", responses=_REFUSALS)
def retry(knowledge: KnowledgeBase, job: JobId, number: Number) -> UploadJob:
    """En fil som inte blev inläst får ett nytt försök."""
    return UploadJob.of(knowledge.jobs.retry(job, number))


@router.delete("/{job}/files/{number}", operation_id="cancelFile", summary="Avbryt en fil", responses=_REFUSALS)
def cancel(knowledge: KnowledgeBase, job: JobId, number: Number) -> UploadJob:
    """Filen läses inte; är den redan inläst händer ingenting."""
    found = knowledge.jobs.get(job)
    found.cancel(number)
    return UploadJob.of(found)


@router.delete("/{job}", operation_id="cancelUpload", summary="Avbryt en uppladdning", responses=_REFUSALS)
def cancel_all(knowledge: KnowledgeBase, job: JobId) -> UploadJob:
    """De filer som inte är inlästa läses inte."""
    found = knowledge.jobs.get(job)
    found.cancel()
    return UploadJob.of(found)


async def _events(jobs: Jobs, job: Job) -> AsyncIterator[str]:
    """The upload at once, then after each change, until nothing more happens."""
    seen, quiet = -1, 0
    while not jobs.closing:
        changes = job.changes
        if changes != seen:
            now = UploadJob.of(job)
            seen, quiet = changes, 0
            yield f"event: {'done' if now.done else 'change'}\ndata: {now.to_json(indent=None)}\n\n"
            if now.done:
                return
        quiet += 1
        if quiet % QUIET == 0:
            yield ": väntar\n\n"
        await asyncio.sleep(LOOK)
