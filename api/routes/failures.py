"""Files that could not be read: listed, put aside, brought back, read again."""

from typing import Annotated, Any

from fastapi import APIRouter, Path

from api.routes.common import LONGEST, KnowledgeBase
from api.schemas.common import ErrorShape
from api.schemas.reports import FailedFile, FailureList
from api.schemas.uploads import UploadJob
from api.uploads.again import read_again

_REFUSALS: dict[int | str, dict[str, Any]] = {
    403: {"model": ErrorShape, "description": "Anropet kom från en annan webbplats"}
}
router = APIRouter(prefix="/failures", tags=["failures"], responses=_REFUSALS)

FailureId = Annotated[str, Path(max_length=LONGEST, description="Filens id i listan.", examples=["3f9a0b1c2d4e"])]


@router.get("", operation_id="listFailures", summary="Filer som inte gick att läsa")
def list_failures(knowledge: KnowledgeBase) -> FailureList:
    """Också de som lagts åt sidan: de har `dismissed_at`."""
    return FailureList(failures=[FailedFile.model_validate(failure) for failure in knowledge.store.failures()])


@router.put("/{failure}/dismissal", operation_id="dismissFailure", summary="Lägg en fil åt sidan")
def dismiss_failure(knowledge: KnowledgeBase, failure: FailureId) -> FailedFile:
    """Filen räknas inte längre som något att åtgärda, och läggs inte fram igen om samma innehåll misslyckas på nytt."""
    return FailedFile.model_validate(knowledge.store.dismiss_failure(failure))


@router.delete("/{failure}/dismissal", operation_id="bringBackFailure", summary="Ta fram en fil igen")
def bring_back_failure(knowledge: KnowledgeBase, failure: FailureId) -> FailedFile:
    """Filen räknas åter som något att åtgärda."""
    return FailedFile.model_validate(knowledge.store.dismiss_failure(failure, dismissed=False))


@router.post("/{failure}/retry", operation_id="retryFailure", summary="Läs en fil igen", status_code=202)
def retry_failure(knowledge: KnowledgeBase, failure: FailureId) -> UploadJob:
    """Filen läses på nytt om den ligger kvar; går det bra försvinner den ur listan. Följ uppladdningen med `events`."""
    return UploadJob.of(read_again(knowledge.jobs, knowledge.store.failure(failure)))
