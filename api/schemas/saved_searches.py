"""Saved searches, and what is new for each."""

from pydantic import ConfigDict, Field

from api.schemas.answers import Hit
from api.schemas.common import Shape
from corpus.model import ReportKind
from corpus.saved_searches import LONGEST, LONGEST_QUERY, MOST_OVERLOOKED, SearchRequest
from search.query import parse_years, written_years
from search.watching import News


class SearchToSave(Shape):
    """A question and what it is limited to, as for `/search`."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"query": "bredband i glesbygd", "year": "2021..2025"}]}
    )

    query: str = Field(max_length=LONGEST_QUERY)
    year: str | None = Field(default=None, max_length=LONGEST)
    publisher: str | None = Field(default=None, max_length=LONGEST)
    place: str | None = Field(default=None, max_length=LONGEST)
    kind: ReportKind | None = None
    project: str | None = Field(default=None, max_length=LONGEST)
    overlooked: list[str] = Field(
        default=[],
        max_length=MOST_OVERLOOKED,
        description="What was understood of the question and is taken back: `place:Luleå`, `year:2019–2021`, …",
    )

    def request(self) -> SearchRequest:
        """What is to be kept.

        Raises:
            UsageError: the years cannot be read.
        """
        return SearchRequest(
            query=self.query,
            years=parse_years(self.year) if self.year else None,
            publisher=self.publisher,
            place=self.place,
            kind=self.kind,
            project=self.project,
            overlooked=tuple(self.overlooked),
        )


class Seen(Shape):
    """Up to which state of the knowledge base a search was looked at."""

    model_config = ConfigDict(extra="forbid")

    commit: int = Field(ge=0, le=10**9, description="The `commit` of the answer that was looked at.")


class SavedSearch(Shape):
    """A search that is watched, and the hits in reports that came in since it was last looked at, the best first."""

    id: str
    query: str
    year: str | None
    publisher: str | None
    place: str | None
    kind: ReportKind | None
    project: str | None
    overlooked: list[str]
    created_at: str
    seen_at: str
    commit: int = Field(description="The state of the knowledge base; give it back to mark what is new as seen.")
    new: list[Hit]
    error: str | None = Field(description="Why the search cannot be asked any more, or null.")

    @classmethod
    def of(cls, news: News) -> "SavedSearch":
        """The shape of a saved search with its news."""
        saved, request = news.saved, news.saved.request
        return cls(
            id=saved.id,
            query=request.query,
            year=written_years(request.years) if request.years else None,
            publisher=request.publisher,
            place=request.place,
            kind=request.kind,
            project=request.project,
            overlooked=list(request.overlooked),
            created_at=saved.created_at,
            seen_at=saved.seen_at,
            commit=news.commit,
            new=[Hit.of(hit) for hit in news.hits],
            error=news.error,
        )


class SavedSearches(Shape):
    """Every saved search, the latest saved first."""

    saved_searches: list[SavedSearch]
