"""Sections of two reports side by side."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from api.routes.common import AMBIGUOUS, LONGEST, KnowledgeBase, find
from api.schemas.sections import ReportsComparison, SectionsComparison
from corpus.errors import NotFound, UsageError

router = APIRouter(tags=["compare"])

Earlier = Annotated[
    str, Query(max_length=LONGEST, description="Den tidigare rapportens id eller filnamn.", examples=["3f9a0b1c2d4e"])
]
Later = Annotated[
    str, Query(max_length=LONGEST, description="Den senare rapportens id eller filnamn.", examples=["8d2c1b0a9f3e"])
]
EarlierSections = Annotated[
    tuple[str, ...],
    Query(description="Avsnitt i den tidigare rapporten; flera som hör ihop.", examples=["3f9a0b1c2d4e-1-s9"]),
]
LaterSections = Annotated[tuple[str, ...], Query(description="Avsnitt i den senare rapporten; flera som hör ihop.")]
Against = Annotated[
    str | None,
    Query(max_length=LONGEST, description="I stället för `after`: rapporten där samma avsnitt söks."),
]


@router.get(
    "/compare/reports",
    operation_id="compareReports",
    summary="Jämför två rapporter avsnitt för avsnitt",
    response_model=ReportsComparison,
    responses=AMBIGUOUS,
)
def compare_reports(knowledge: KnowledgeBase, before: Earlier, after: Later) -> ReportsComparison:
    """Avsnitten paras efter rubrik och innehåll: samma, ändrade, delade, sammanslagna, borta, nya."""
    store = knowledge.store
    return ReportsComparison.of(knowledge.section_comparer.reports(find(store, before), find(store, after)))


@router.get(
    "/compare/sections",
    operation_id="compareSections",
    summary="Jämför samma avsnitt i två rapporter, ord för ord",
    response_model=SectionsComparison,
    responses=AMBIGUOUS,
)
def compare_sections(
    knowledge: KnowledgeBase, before: EarlierSections, after: LaterSections = (), against: Against = None
) -> Response:
    """Mening för mening vad som är lika, ändrat, borta, nytt och flyttat, och hur talen ändrats."""
    if bool(after) == bool(against):
        raise UsageError("Ange antingen avsnitten i den senare rapporten (after) eller bara rapporten (against).")
    if against:
        match = knowledge.section_comparer.counterpart(before[0], find(knowledge.store, against))
        if not match.after:
            raise NotFound("Avsnittet har ingen motsvarighet i den andra rapporten.")
        before, after = match.before, match.after
    compared = knowledge.section_comparer.sections(before, after)
    return Response(SectionsComparison.of(compared).to_json(), media_type="application/json")
