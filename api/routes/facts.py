"""Figures, projects and commitments across reports: listed, downloaded, looked up."""

from dataclasses import replace
from typing import Annotated, Any, TypeVar

from fastapi import APIRouter, Path, Query
from starlette.responses import Response

from api import exports
from api.fact_limits import CommitmentLimits, FactLimits, FigureLimits, ProjectLimits
from api.knowledge import Knowledge
from api.routes.common import AMBIGUOUS, LONGEST, KnowledgeBase
from api.schemas.common import Shape
from api.schemas.facts import (
    COMMITMENT_SHAPE,
    FIGURE_SHAPE,
    PROJECT_SHAPE,
    CommitmentPage,
    FactShape,
    FigurePage,
    FoundCommitment,
    FoundFigure,
    FoundProject,
    ProjectPage,
)

T = TypeVar("T")
F = TypeVar("F", bound=Shape)

router = APIRouter(tags=["facts"], responses=AMBIGUOUS)

_FILES: dict[int | str, dict[str, Any]] = {
    200: {
        "content": {media: {} for media in exports.MEDIA_TYPES.values()},
        "description": "En sida av listan, eller en fil med hela",
    }
}

FactId = Annotated[str, Path(max_length=LONGEST, description="Uppgiftens id.", examples=["3f9a0b1c2d4e-1-f7"])]


@router.get("/figures", operation_id="listFigures", summary="Siffror", response_model=FigurePage, responses=_FILES)
def list_figures(knowledge: KnowledgeBase, limits: Annotated[FigureLimits, Query()]) -> Response | dict[str, object]:
    """Siffror ur gällande rapporter med sina citat; året är siffrans period, annars rapportens."""
    return _listed(knowledge, FIGURE_SHAPE, limits, "figures")


@router.get("/projects", operation_id="listProjects", summary="Projekt", response_model=ProjectPage, responses=_FILES)
def list_projects(knowledge: KnowledgeBase, limits: Annotated[ProjectLimits, Query()]) -> Response | dict[str, object]:
    """Projekt, en gång för varje gällande rapport som nämner dem; aktören äger, deltar i eller finansierar dem."""
    return _listed(knowledge, PROJECT_SHAPE, limits, "projects")


@router.get(
    "/commitments", operation_id="listCommitments", summary="Åtaganden", response_model=CommitmentPage, responses=_FILES
)
def list_commitments(
    knowledge: KnowledgeBase, limits: Annotated[CommitmentLimits, Query()]
) -> Response | dict[str, object]:
    """Vad någon sagt sig göra eller sikta mot, ur gällande rapporter; året är rapportens period."""
    return _listed(knowledge, COMMITMENT_SHAPE, limits, "commitments")


@router.get("/figures/{fact}", operation_id="getFigure", summary="En siffra")
def get_figure(knowledge: KnowledgeBase, fact: FactId) -> FoundFigure:
    """Siffran som den är nu, också om den är märkt som fel."""
    return FIGURE_SHAPE.one(knowledge.store, knowledge.store.fact(FIGURE_SHAPE.kind, fact))


@router.get("/projects/{fact}", operation_id="getProject", summary="Ett projekt i en rapport")
def get_project(knowledge: KnowledgeBase, fact: FactId) -> FoundProject:
    """Projektet som det är nu, också om det är märkt som fel."""
    return PROJECT_SHAPE.one(knowledge.store, knowledge.store.fact(PROJECT_SHAPE.kind, fact))


@router.get("/commitments/{fact}", operation_id="getCommitment", summary="Ett åtagande")
def get_commitment(knowledge: KnowledgeBase, fact: FactId) -> FoundCommitment:
    """Åtagandet som det är nu, också om det är märkt som fel."""
    return COMMITMENT_SHAPE.one(knowledge.store, knowledge.store.fact(COMMITMENT_SHAPE.kind, fact))


def _listed(
    knowledge: Knowledge, shape: FactShape[T, F], limits: FactLimits, name: str
) -> Response | dict[str, object]:
    """A page of the list, its facts under their name; or the whole list as a file, whatever page was asked for."""
    wanted = limits.query(knowledge.store)
    if limits.format == "json":
        found = knowledge.store.find_facts(shape.kind, wanted)
        at = {"total": found.total, "limit": limits.limit, "offset": limits.offset}
        return {**at, name: shape.of(knowledge.store, found.facts)}
    kind = shape.kind.table.name
    facts = knowledge.store.find_facts(shape.kind, replace(wanted, offset=0, limit=exports.MOST_ROWS)).facts
    body = exports.as_file(kind, facts, limits.format)
    headers = {"Content-Disposition": f'attachment; filename="{exports.FILES[kind]}.{limits.format}"'}
    return Response(body, media_type=exports.MEDIA_TYPES[limits.format], headers=headers)
