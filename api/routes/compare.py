"""Comparisons: one thing through the years, and the links that people make in it."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from api import comparison_files, exports
from api.proof import comparisons, page
from api.routes.common import KnowledgeBase
from api.routes.proofs import answer, ways_to_comparison
from api.routes.search import Kind, Place, Publisher, Years
from api.schemas.comparisons import Comparison
from api.schemas.threads import LinkChange
from search.query import Filters, parse_years

router = APIRouter(tags=["compare"])

TopicText = Annotated[str, Query(description="Ämne, projekt, plats eller mått.", examples=["bredband"])]
By = Annotated[Literal["year", "place"], Query(description="Ordna raderna efter tid, eller efter plats och tid.")]
Format = Annotated[
    Literal["json", "csv", "xlsx", "html"],
    Query(description="Svar som JSON, raderna som CSV, en arbetsbok, eller ett underlag som HTML."),
]
_FILES: dict[int | str, dict[str, Any]] = {
    200: {
        "content": {media: {} for media in (*exports.MEDIA_TYPES.values(), page.MEDIA_TYPE)},
        "description": "Jämförelsen, eller en fil med den",
    }
}


@router.get(
    "/compare",
    operation_id="compare",
    summary="Jämför vad rapporterna säger om ett ämne, år för år",
    response_model=Comparison,
    responses=_FILES,
)
def compare(
    request: Request,
    knowledge: KnowledgeBase,
    topic: TopicText,
    year: Years = None,
    publisher: Publisher = None,
    place: Place = None,
    kind: Kind = None,
    by: By = "year",
    format: Format = "json",  # noqa: A002  # the parameter's public name
) -> Response | dict[str, object]:
    """En rad per rapport och tid; tystnad, saknade rapporter och oläsbara sidor hålls isär."""
    filters = Filters(parse_years(year) if year else None, publisher or None, place or None, kind)
    compared = knowledge.comparer.compare(topic, filters, by)
    if format == "json":
        return Response(Comparison.of(compared).to_json(), media_type="application/json")
    if format == "html":
        ways = ways_to_comparison(request, topic, filters, by)
        return answer(comparisons.proof_of(knowledge.store, compared, filters, ways))
    base = str(request.base_url).rstrip("/")

    def address(report: str, page: int | None) -> str:
        return f"{base}/reports/{report}/file" + (f"#page={page}" if page else "")

    content = comparison_files.as_file(compared, format, address)
    name = f"{comparison_files.FILE_NAME}.{format}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=exports.MEDIA_TYPES[format], headers=headers)


@router.post(
    "/compare/links", operation_id="judgeLink", summary="Bekräfta, klipp eller lägg till en länk", status_code=204
)
def judge_link(knowledge: KnowledgeBase, change: LinkChange) -> None:
    """Säg att en händelse hör till ett åtagande eller inte gör det; null tar tillbaka. Överlever ny inläsning."""
    knowledge.store.judge_link(change.anchor, change.event, change.report_id, change.verdict, change.anchor_report_id)
