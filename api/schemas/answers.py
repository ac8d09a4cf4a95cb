"""Answers to questions."""

from pydantic import ConfigDict, Field
from pydantic.config import JsonDict

from api.schemas.common import Box, Period, Shape
from corpus.model import ReportKind
from corpus.store import StoredReport
from search import answers
from search.query import Query

#: Characters of a passage that are given (contracts.md).
PASSAGE_LIMIT = 1500

EXAMPLE: JsonDict = {
    "query": {"text": "bredband Övertorneå", "places": ["Övertorneå"], "years": [], "phrases": [], "suggestion": None},
    "confident": True,
    "seconds": 0.021,
    "hits": [
        {
            "rank": 1,
            "score": 0.83,
            "report": {
                "id": "3f9a0b1c2d4e",
                "file": "delarsrapport-2021.pdf",
                "title": "Delårsrapport april 2021",
                "publisher": "Region Norrbotten",
                "period": {"start": "2021-01-01", "end": "2021-04-30", "text": "januari–april 2021"},
                "kind": "interim_report",
            },
            "section_path": ["Regional utveckling", "Bredband"],
            "page": 14,
            "printed_page": "12",
            "pages": [14],
            "passage": "Utbyggnaden fortsätter. Lägst är andelen i Övertorneå, 55 procent.",
            "quote": "Lägst är andelen i Övertorneå, 55 procent.",
            "citation": "Region Norrbotten (2021). Delårsrapport april 2021, s. 12",
            "verified": True,
            "boxes": [{"page": 14, "x0": 70.9, "top": 212.4, "x1": 301.2, "bottom": 226.1}],
            "also": [{"file": "delarsrapport-2021-slutlig.pdf", "period": None, "page": 14}],
            "ocr": False,
            "missing_places": [],
            "passage_id": "3f9a0b1c2d4e-1-p41",
        }
    ],
}


class QueryUnderstood(Shape):
    """The question, and what was understood of it."""

    text: str
    places: list[str]
    years: list[int]
    phrases: list[str]
    suggestion: str | None = Field(description="Another spelling that the corpus knows, or null.")

    @classmethod
    def of(cls, query: Query, suggestion: str | None) -> "QueryUnderstood":
        """The shape of a question."""
        return cls(
            text=query.text,
            places=[place.name for place in query.places],
            years=list(query.years),
            phrases=list(query.phrases),
            suggestion=suggestion,
        )


class HitReport(Shape):
    """The report that a hit stands in."""

    id: str
    file: str
    title: str
    publisher: str | None
    period: Period | None
    kind: ReportKind

    @classmethod
    def of(cls, report: StoredReport) -> "HitReport":
        """The shape of a report where something of it is shown."""
        said = report.metadata
        return cls(
            id=report.id,
            file=report.file,
            title=said.title,
            publisher=said.publisher,
            period=Period.model_validate(said.period) if said.period else None,
            kind=said.kind,
        )


class Also(Shape):
    """A report that holds nearly the same passage, folded into a hit."""

    file: str
    period: Period | None
    page: int | None


class Hit(Shape):
    """A passage that answers; `page` and `boxes` are the quote's, `pages` the passage's."""

    rank: int
    score: float
    report: HitReport
    section_path: list[str]
    page: int | None
    printed_page: str | None
    pages: list[int]
    passage: str
    quote: str
    citation: str
    verified: bool = Field(description="The quote was found again by another reader of the file.")
    boxes: list[Box]
    also: list[Also]
    ocr: bool = Field(description="Text of the passage was recognised in a picture; a quote of it is never verified.")
    missing_places: list[str] = Field(description="Places of the question that neither passage nor headings name.")
    passage_id: str = Field(description="Under which passages like it are asked for: `/passages/{id}/similar`.")

    @classmethod
    def of(cls, hit: answers.Hit) -> "Hit":
        """The shape of a hit."""
        return cls(
            rank=hit.rank,
            score=hit.score,
            report=HitReport.of(hit.report),
            section_path=list(hit.passage.section_path),
            page=hit.source.page,
            printed_page=hit.source.printed_page,
            pages=list(hit.shown.pages),
            passage=hit.shown.text[:PASSAGE_LIMIT],
            quote=hit.quote,
            citation=hit.citation,
            verified=hit.verified,
            boxes=[Box.model_validate(box) for box in hit.source.boxes],
            also=[Also.model_validate(also) for also in hit.also],
            ocr=hit.ocr,
            missing_places=list(hit.missing_places),
            passage_id=hit.passage.id,
        )


class Answer(Shape):
    """The hits for a question, best first; `confident` is false where nothing in the corpus answers."""

    model_config = ConfigDict(json_schema_extra={"examples": [EXAMPLE]})

    query: QueryUnderstood
    confident: bool
    seconds: float
    hits: list[Hit]

    @classmethod
    def of(cls, answer: answers.Answer) -> "Answer":
        """The shape of an answer."""
        return cls(
            query=QueryUnderstood.of(answer.query, answer.suggestion),
            confident=answer.confident,
            seconds=round(answer.seconds, 4),
            hits=[Hit.of(hit) for hit in answer.hits],
        )
