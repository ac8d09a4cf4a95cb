"""A search that somebody wants to ask again: its question and what it is limited to."""

from dataclasses import dataclass, fields

from corpus.errors import UsageError
from corpus.model import ReportKind

#: Most characters of a question, and of each of the other texts.
LONGEST_QUERY, LONGEST = 1000, 255
#: Most understandings that are taken back.
MOST_OVERLOOKED = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRequest:
    """A question, its limits, and the keys of what was understood of it and taken back.

    `years` bound the reports' periods, both ends included.
    """

    query: str
    years: tuple[int, int] | None = None
    publisher: str | None = None
    place: str | None = None
    kind: ReportKind | None = None
    project: str | None = None
    overlooked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search that is watched.

    Attributes:
        id: twelve hex digits.
        request: what it asks.
        created_at: when it was saved, ISO 8601 in UTC.
        seen_at: when what it finds was last looked at, ISO 8601 in UTC.
        seen_commit: the store's commit at that time: content that arrived later is new.
    """

    id: str
    request: SearchRequest
    created_at: str
    seen_at: str
    seen_commit: int


def checked(request: SearchRequest) -> SearchRequest:
    """The request with its white space collapsed.

    Raises:
        UsageError: there is no question, a text is too long, or too much is taken back.
    """
    query = " ".join(request.query.split())
    if not 1 <= len(query) <= LONGEST_QUERY:
        raise UsageError(f"En bevakning behöver en fråga med 1–{LONGEST_QUERY} tecken.")
    texts = [value for field in fields(request) if isinstance(value := getattr(request, field.name), str)]
    if any(len(text) > LONGEST for text in texts if text is not request.query):
        raise UsageError(f"En begränsning är för lång: högst {LONGEST} tecken.")
    if len(request.overlooked) > MOST_OVERLOOKED or any(len(key) > LONGEST_QUERY for key in request.overlooked):
        raise UsageError("För mycket i frågan är bortsett från. Skriv om frågan i stället.")
    return SearchRequest(
        query=query,
        years=request.years,
        publisher=request.publisher or None,
        place=request.place or None,
        kind=request.kind,
        project=request.project or None,
        overlooked=tuple(dict.fromkeys(request.overlooked)),
    )
