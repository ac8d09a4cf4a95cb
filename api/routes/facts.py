"""Figures, projects and commitments across reports: listed, downloaded, looked up."""

from dataclasses import replace
from typing import Annotated, Any, Literal, TypeVar

from fastapi import APIRouter, Depends, Path, Query
from starlette.responses import Response

from api import exports
from api.knowledge import Knowledge
from api.routes.common import AMBIGUOUS, GREATEST, LONGEST, KnowledgeBase, find
from api.routes.search import Years
from api.schemas.facts import (
    COMMITMENT_SHAPE,
    FIGURE_SHAPE,
    PROJECT_SHAPE,
    CommitmentPage,
    FigurePage,
    FoundCommitment,
    FoundFigure,
    FoundProject,
    ProjectPage,
)
from corpus.model import FigureKind, Status
from corpus.store import FactQuery
from corpus.store.items import COMMITMENTS, FIGURES, PROJECTS, Kind
from search.query import parse_years

T = TypeVar("T")

router = APIRouter(tags=["facts"], responses=AMBIGUOUS)

#: Facts that one answer may hold, and holds unless asked otherwise.
MOST, USUAL = 1000, 100
_FILES: dict[int | str, dict[str, Any]] = {
    200: {
        "content": {media: {} for media in exports.MEDIA_TYPES.values()},
        "description": "En sida av listan, eller en fil med hela",
    }
}

FactId = Annotated[str, Path(max_length=LONGEST, description="Uppgiftens id.", examples=["3f9a0b1c2d4e-1-f7"])]
Place = Annotated[str | None, Query(max_length=LONGEST, description="Platsens namn.", examples=["Övertorneå"])]
Actor = Annotated[str | None, Query(max_length=LONGEST, description="Del av aktörens namn.", examples=["region"])]
Format = Annotated[
    Literal["json", "csv", "xlsx"], Query(alias="format", description="Som JSON, eller hela listan som fil.")
]
Order = Annotated[Literal["asc", "desc"], Query(description="Stigande eller fallande.")]


def _common(
    knowledge: KnowledgeBase,
    report: Annotated[
        str | None, Query(max_length=LONGEST, description="Rapportens id eller filnamn.", examples=["3f9a0b1c2d4e"])
    ] = None,
    year: Years = None,
    publisher: Annotated[
        str | None, Query(max_length=LONGEST, description="Utgivarens hela namn.", examples=["Region Norrbotten"])
    ] = None,
    q: Annotated[
        str | None, Query(max_length=LONGEST, description="Ord som alla ska stå i uppgiften.", examples=["bredband"])
    ] = None,
    wrong: Annotated[
        Literal["exclude", "include"], Query(description="Om det som är märkt som fel ska komma med.")
    ] = "exclude",
    order: Order = "desc",
    limit: Annotated[int, Query(ge=1, le=MOST, description="Högst så många.", examples=[USUAL])] = USUAL,
    offset: Annotated[int, Query(ge=0, le=GREATEST, description="Så många hoppas över.", examples=[0])] = 0,
) -> FactQuery:
    """What every list can be limited to."""
    return FactQuery(
        reports=(find(knowledge.store, report).id,) if report else None,
        years=parse_years(year) if year else None,
        publisher=publisher,
        text=q,
        wrong=wrong == "include",
        descending=order == "desc",
        limit=limit,
        offset=offset,
    )


Common = Annotated[FactQuery, Depends(_common)]


@router.get("/figures", operation_id="listFigures", summary="Siffror", response_model=FigurePage, responses=_FILES)
def list_figures(
    knowledge: KnowledgeBase,
    common: Common,
    place: Place = None,
    unit: Annotated[str | None, Query(max_length=LONGEST, description="Enhet.", examples=["percent"])] = None,
    kind: Annotated[FigureKind | None, Query(description="Slag av siffra.", examples=["outcome"])] = None,
    sort: Annotated[Literal["year", "value", "measure", "place"], Query(description="Ordnas efter.")] = "year",
    given: Format = "json",
) -> Response | FigurePage:
    """Siffror ur gällande rapporter med sina citat; året är siffrans period, annars rapportens."""
    wanted = replace(common, place=place, unit=unit, kind=kind, sort=sort)
    if given != "json":
        return _file(knowledge, FIGURES, wanted, given)
    found = knowledge.store.find_facts(FIGURES, wanted)
    return FigurePage(
        total=found.total,
        limit=wanted.limit or 0,
        offset=wanted.offset,
        figures=FIGURE_SHAPE.of(knowledge.store, found.facts),
    )


@router.get("/projects", operation_id="listProjects", summary="Projekt", response_model=ProjectPage, responses=_FILES)
def list_projects(
    knowledge: KnowledgeBase,
    common: Common,
    place: Place = None,
    actor: Actor = None,
    sort: Annotated[Literal["year", "name", "owner"], Query(description="Ordnas efter.")] = "year",
    given: Format = "json",
) -> Response | ProjectPage:
    """Projekt, en gång för varje gällande rapport som nämner dem; aktören äger, deltar i eller finansierar dem."""
    wanted = replace(common, place=place, actor=actor, sort=sort)
    if given != "json":
        return _file(knowledge, PROJECTS, wanted, given)
    found = knowledge.store.find_facts(PROJECTS, wanted)
    return ProjectPage(
        total=found.total,
        limit=wanted.limit or 0,
        offset=wanted.offset,
        projects=PROJECT_SHAPE.of(knowledge.store, found.facts),
    )


@router.get(
    "/commitments", operation_id="listCommitments", summary="Åtaganden", response_model=CommitmentPage, responses=_FILES
)
def list_commitments(
    knowledge: KnowledgeBase,
    common: Common,
    place: Place = None,
    status: Annotated[
        Status | Literal["none"] | None,
        Query(description="Status; `none` där rapporten inte ger någon.", examples=["done"]),
    ] = None,
    actor: Actor = None,
    sort: Annotated[Literal["year", "status", "actor", "due"], Query(description="Ordnas efter.")] = "year",
    given: Format = "json",
) -> Response | CommitmentPage:
    """Vad någon sagt sig göra eller sikta mot, ur gällande rapporter; året är rapportens period."""
    wanted = replace(common, place=place, status=status, actor=actor, sort=sort)
    if given != "json":
        return _file(knowledge, COMMITMENTS, wanted, given)
    found = knowledge.store.find_facts(COMMITMENTS, wanted)
    return CommitmentPage(
        total=found.total,
        limit=wanted.limit or 0,
        offset=wanted.offset,
        commitments=COMMITMENT_SHAPE.of(knowledge.store, found.facts),
    )


@router.get("/figures/{fact}", operation_id="getFigure", summary="En siffra")
def get_figure(knowledge: KnowledgeBase, fact: FactId) -> FoundFigure:
    """Siffran som den är nu, också om den är märkt som fel."""
    return FIGURE_SHAPE.one(knowledge.store, knowledge.store.fact(FIGURES, fact))


@router.get("/projects/{fact}", operation_id="getProject", summary="Ett projekt i en rapport")
def get_project(knowledge: KnowledgeBase, fact: FactId) -> FoundProject:
    """Projektet som det är nu, också om det är märkt som fel."""
    return PROJECT_SHAPE.one(knowledge.store, knowledge.store.fact(PROJECTS, fact))


@router.get("/commitments/{fact}", operation_id="getCommitment", summary="Ett åtagande")
def get_commitment(knowledge: KnowledgeBase, fact: FactId) -> FoundCommitment:
    """Åtagandet som det är nu, också om det är märkt som fel."""
    return COMMITMENT_SHAPE.one(knowledge.store, knowledge.store.fact(COMMITMENTS, fact))


def _file(knowledge: Knowledge, kind: Kind[T], wanted: FactQuery, file_format: exports.FileFormat) -> Response:
    """The whole list as a file to save, whatever page of it was asked for."""
    name = kind.table.name
    facts = knowledge.store.find_facts(kind, replace(wanted, offset=0, limit=exports.MOST_ROWS)).facts
    body = "".join(exports.as_csv(name, facts)).encode() if file_format == "csv" else exports.as_xlsx(name, facts)
    headers = {"Content-Disposition": f'attachment; filename="{exports.FILES[name]}.{file_format}"'}
    return Response(body, media_type=exports.MEDIA_TYPES[file_format], headers=headers)
