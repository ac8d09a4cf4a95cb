"""Pictures of pages, with words marked."""

from collections.abc import Callable, Mapping, Sequence
from typing import Annotated

from fastapi import APIRouter, Path, Query
from starlette.requests import Request
from starlette.responses import Response

from api.guard import CACHE_CONTROL
from api.routes.common import AMBIGUOUS, GREATEST, LONGEST, KnowledgeBase, Reference, Version, etag, find, has_current
from corpus import pictures
from corpus.errors import NotFound
from corpus.model import Box
from corpus.store import Store, StoredPassage, StoredReport
from corpus.store.identifiers import parse
from search import spots

router = APIRouter(prefix="/reports", tags=["reports"], responses=AMBIGUOUS)

#: Goes into entity tags; raised when pictures of the same page come to look otherwise.
STYLE = 1


@router.get(
    "/{reference}/pages/{page}.png",
    operation_id="getPagePicture",
    summary="Bild av en sida, med ord markerade",
    response_class=Response,
    responses={200: {"content": {"image/png": {}}, "description": "Sidan som bild"}},
)
def get_page_picture(
    knowledge: KnowledgeBase,
    request: Request,
    reference: Reference,
    page: Annotated[int, Path(ge=1, le=GREATEST, description="Filens sida, från 1.", examples=[14])],
    passage: Annotated[str | None, Query(max_length=LONGEST, description="Id för stycket som orden står i.")] = None,
    section: Annotated[
        str | None, Query(max_length=LONGEST, description="Id för avsnittet som orden står i, i stället för styckets.")
    ] = None,
    table: Annotated[
        str | None, Query(max_length=LONGEST, description="Id för tabellen som raderna står i, i stället för styckets.")
    ] = None,
    start: Annotated[
        int,
        Query(ge=0, le=GREATEST, description="Ordens första tecken i stycket eller avsnittet; tabellens rad, från 0."),
    ] = 0,
    end: Annotated[int, Query(ge=0, le=GREATEST, description="Tecknet efter ordens sista; raden efter den sista.")] = 0,
    fact: Annotated[
        str | None, Query(max_length=LONGEST, description="Id för uppgiften vars ord markeras, i stället för styckets.")
    ] = None,
    scale: Annotated[
        float, Query(ge=0.25, le=4, allow_inf_nan=False, description="Bildpunkter per punkt (1/72 tum).")
    ] = 2,
    version: Version = None,
) -> Response:
    """Sidan som PNG. Utan stycke eller uppgift markeras inget; orden markeras där de står på just den här sidan."""
    report = find(knowledge.store, reference, version)
    knowledge.store.page(report.id, page, report.version)  # There may be none.
    named = {"fact": fact, "section": section, "table": table, "passage": passage}
    found = next((_MARKED[kind](knowledge.store, report, id_, start, end) for kind, id_ in named.items() if id_), ())
    boxes = tuple(box for box in found if box.page == page)
    headers = {"ETag": etag(report.content_hash, page, scale, boxes, STYLE), "Cache-Control": CACHE_CONTROL}
    if has_current(request.headers, headers["ETag"]):
        return Response(status_code=304, headers=headers)
    picture = pictures.render_page(knowledge.original(report.content_hash), page, scale, boxes)
    return Response(picture, media_type="image/png", headers=headers)


def _of_passage(store: Store, report: StoredReport, passage: str, start: int, end: int) -> Sequence[Box]:
    spot = spots.spot_of(_passage(store, report, passage).passage, start, end)
    return spots.boxes_of(store, spot) if spot else ()


def _of_section(store: Store, report: StoredReport, section: str, start: int, end: int) -> Sequence[Box]:
    _see_that_it_has(report, section, "inget avsnitt")
    return spots.boxes_of(store, spots.Spot(section, None, start, end))


def _of_table(store: Store, report: StoredReport, table: str, start: int, end: int) -> Sequence[Box]:
    _see_that_it_has(report, table, "ingen tabell")
    return spots.boxes_of(store, spots.Spot(None, table, start, end))


def _of_fact(store: Store, report: StoredReport, fact: str, start: int, end: int) -> Sequence[Box]:
    stored = store.any_fact(fact)
    if (stored.report.id, stored.report.version) != (report.id, report.version):
        raise NotFound(f"Rapporten {report.file} har ingen uppgift ”{fact}”.")
    boxes: Sequence[Box] = stored.fact.source.boxes
    return boxes


#: What may be marked, by the parameter that names it.
_MARKED: Mapping[str, Callable[[Store, StoredReport, str, int, int], Sequence[Box]]] = {
    "fact": _of_fact,
    "section": _of_section,
    "table": _of_table,
    "passage": _of_passage,
}


def _see_that_it_has(report: StoredReport, qualified: str, nothing: str) -> None:
    at = parse(qualified)
    if (at.report_id, at.version) != (report.id, report.version):
        raise NotFound(f"Rapporten {report.file} har {nothing} ”{qualified}”.")


def _passage(store: Store, report: StoredReport, wanted: str) -> StoredPassage:
    for stored in store.passages_of(report.id, report.version):
        if stored.passage.id == wanted:
            return stored
    raise NotFound(f"Rapporten {report.file} har inget stycke ”{wanted}”. Den kan ha lästs in på nytt: sök igen.")
