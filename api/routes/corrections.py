"""Facts corrected: mended, marked as wrong, taken back."""

from typing import Annotated, Any, TypeVar

from fastapi import APIRouter, Query

from api.knowledge import Knowledge
from api.routes.common import LONGEST, KnowledgeBase
from api.routes.facts import FactId
from api.schemas.common import ErrorShape, Shape
from api.schemas.facts import (
    COMMITMENT_SHAPE,
    FIGURE_SHAPE,
    PROJECT_SHAPE,
    FactShape,
    FoundCommitment,
    FoundFigure,
    FoundProject,
)
from api.schemas.patches import CommitmentPatch, FigurePatch, Patch, ProjectPatch

T = TypeVar("T")
F = TypeVar("F", bound=Shape)

_REFUSALS: dict[int | str, dict[str, Any]] = {
    403: {"model": ErrorShape, "description": "Anropet kom från en annan webbplats"},
    409: {"model": ErrorShape, "description": "Uppgiften är inte som den var, eller någon annan skriver just nu"},
}
Revision = Annotated[
    str | None,
    Query(max_length=LONGEST, description="Uppgiftens `revision` som den sågs; har den ändrats görs ingenting."),
]
router = APIRouter(tags=["corrections"], responses=_REFUSALS)


@router.patch("/figures/{fact}", operation_id="correctFigure", summary="Rätta en siffra")
def correct_figure(knowledge: KnowledgeBase, fact: FactId, patch: FigurePatch) -> FoundFigure:
    """Fälten som skickas rättas, också när rapporten läses in på nytt; `wrong` märker siffran som fel."""
    return _amended(knowledge, FIGURE_SHAPE, fact, patch)


@router.patch("/projects/{fact}", operation_id="correctProject", summary="Rätta ett projekt")
def correct_project(knowledge: KnowledgeBase, fact: FactId, patch: ProjectPatch) -> FoundProject:
    """Fälten som skickas rättas, också när rapporten läses in på nytt; `wrong` märker projektet som fel."""
    return _amended(knowledge, PROJECT_SHAPE, fact, patch)


@router.patch("/commitments/{fact}", operation_id="correctCommitment", summary="Rätta ett åtagande")
def correct_commitment(knowledge: KnowledgeBase, fact: FactId, patch: CommitmentPatch) -> FoundCommitment:
    """Fälten som skickas rättas, också när rapporten läses in på nytt; `wrong` märker åtagandet som fel."""
    return _amended(knowledge, COMMITMENT_SHAPE, fact, patch)


@router.delete("/figures/{fact}/correction", operation_id="takeBackFigure", summary="Ta tillbaka en siffras rättelse")
def take_back_figure(knowledge: KnowledgeBase, fact: FactId, revision: Revision = None) -> FoundFigure:
    """Siffran blir åter som den lästes."""
    return FIGURE_SHAPE.one(knowledge.store, knowledge.store.take_back(FIGURE_SHAPE.kind, fact, revision=revision))


@router.delete(
    "/projects/{fact}/correction", operation_id="takeBackProject", summary="Ta tillbaka ett projekts rättelse"
)
def take_back_project(knowledge: KnowledgeBase, fact: FactId, revision: Revision = None) -> FoundProject:
    """Projektet blir åter som det lästes."""
    return PROJECT_SHAPE.one(knowledge.store, knowledge.store.take_back(PROJECT_SHAPE.kind, fact, revision=revision))


@router.delete(
    "/commitments/{fact}/correction", operation_id="takeBackCommitment", summary="Ta tillbaka ett åtagandes rättelse"
)
def take_back_commitment(knowledge: KnowledgeBase, fact: FactId, revision: Revision = None) -> FoundCommitment:
    """Åtagandet blir åter som det lästes."""
    return COMMITMENT_SHAPE.one(
        knowledge.store, knowledge.store.take_back(COMMITMENT_SHAPE.kind, fact, revision=revision)
    )


def _amended(knowledge: Knowledge, shape: FactShape[T, F], fact: str, patch: Patch) -> F:
    amended = knowledge.store.amend(shape.kind, fact, patch.changes(), wrong=patch.wrong, revision=patch.revision)
    return shape.one(knowledge.store, amended)
