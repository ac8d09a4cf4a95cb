"""Questions."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.routes.common import LONGEST, KnowledgeBase
from api.schemas.answers import Answer
from corpus.model import ReportKind
from search.query import Filters, parse_years

router = APIRouter(tags=["search"])

Question = Annotated[str, Query(description="Frågan, med vanliga ord.", examples=["bredband Övertorneå"])]
Hits = Annotated[int, Query(description="Antal träffar.", examples=[10])]
Years = Annotated[
    str | None, Query(max_length=LONGEST, description="År som rapportens period rör vid.", examples=["2017..2021"])
]
Publisher = Annotated[
    str | None, Query(max_length=LONGEST, description="Utgivare, hel eller del.", examples=["Region Norrbotten"])
]
Place = Annotated[
    str | None,
    Query(max_length=LONGEST, description="Kommun eller län som nämns i stycket.", examples=["Övertorneå"]),
]
Kind = Annotated[ReportKind | None, Query(description="Slag av rapport.", examples=["annual_report"])]


@router.get("/search", operation_id="search", summary="Sök stycken som svarar på en fråga")
def search(
    knowledge: KnowledgeBase,
    q: Question,
    k: Hits = 10,
    year: Years = None,
    publisher: Publisher = None,
    place: Place = None,
    kind: Kind = None,
) -> Answer:
    """Träffarna, de bästa först, var och en med citat, hänvisning och plats på sidan."""
    filters = Filters(parse_years(year) if year else None, publisher or None, place or None, kind)
    return Answer.of(knowledge.searcher.search(q, k, filters))
