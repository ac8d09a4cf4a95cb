"""Passages that say nearly the same."""

from api.schemas.answers import PASSAGE_LIMIT, Also, Hit, HitReport
from api.schemas.common import Shape
from search import similar


class SimilarPassages(Shape):
    """A passage, the reports that have nearly the same (`also`), and other passages, the likest first.

    A hit's score is the cosine of the two passages.
    """

    passage_id: str
    report: HitReport
    section_path: list[str]
    page: int | None
    printed_page: str | None
    pages: list[int]
    passage: str
    also: list[Also]
    hits: list[Hit]

    @classmethod
    def of(cls, found: similar.Similar) -> "SimilarPassages":
        """The shape of what was found."""
        own = found.passage.passage
        return cls(
            passage_id=own.id,
            report=HitReport.of(found.report),
            section_path=list(own.section_path),
            page=own.source.page,
            printed_page=own.source.printed_page,
            pages=list(own.source.pages),
            passage=own.text[:PASSAGE_LIMIT],
            also=[Also.model_validate(also) for also in found.also],
            hits=[Hit.of(hit) for hit in found.hits],
        )
