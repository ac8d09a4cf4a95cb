"""Questions."""

from typing import Annotated

from fastapi import APIRouter, Path, Query

from api.routes.common import LONGEST, KnowledgeBase
from api.schemas.answers import Answer
from api.schemas.similar import SimilarPassages
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
Project = Annotated[
    str | None, Query(max_length=LONGEST, description="Projekt som nämns i stycket.", examples=["Norrbotniabanan"])
]
Report = Annotated[str | None, Query(max_length=LONGEST, description="Rapportens id eller filnamn.")]
PassageId = Annotated[
    str, Path(max_length=LONGEST, description="Styckets id (`passage_id`).", examples=["3f9a0b1c2d4e-1-p41"])
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
    project: Project = None,
    report: Report = None,
) -> Answer:
    """Träffarna, de bästa först, var och en med citat, hänvisning och plats på sidan."""
    filters = Filters(
        years=parse_years(year) if year else None,
        publisher=publisher or None,
        place=place or None,
        kind=kind,
        project=project or None,
        report=knowledge.store.resolve(report) if report else None,
    )
    return Answer.of(knowledge.searcher.search(q, k, filters))


@router.get("/passages/{passage}/similar", operation_id="similarPassages", summary="Stycken som liknar ett stycke")
def similar_passages(knowledge: KnowledgeBase, passage: PassageId, k: Hits = 10) -> SimilarPassages:
    """Rapporter som har nästan samma stycke, och andra stycken, de mest lika först."""
    return SimilarPassages.of(knowledge.searcher.similar(passage, k))
