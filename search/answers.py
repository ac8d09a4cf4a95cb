"""What an answer is made of."""

from dataclasses import dataclass

from corpus.model import Passage, Period, Source
from corpus.store import StoredReport
from search.query import Query


@dataclass(frozen=True, slots=True)
class Also:
    """A report that holds nearly the same passage, folded into a hit."""

    report_id: str
    file: str
    period: Period | None
    page: int | None


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that answers, with the words that answer best.

    `quote` is verbatim, the characters of `passage.text` from `start` on, and `source` is its place; where it could not
    be found again in the page's own text, `verified` is false. `ocr` says that the passage stands on a page whose text
    was recognised in its picture; a quote from there is never verified, for there is no second reader. `score` lies
    between 0 and 1 and is comparable within one answer only.
    """

    rank: int
    score: float
    report: StoredReport
    passage: Passage
    quote: str
    start: int
    source: Source
    citation: str
    verified: bool
    also: tuple[Also, ...] = ()
    ocr: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """The hits for a question, best first; `confident` is false where nothing in the corpus answers."""

    query: Query
    hits: tuple[Hit, ...]
    confident: bool
    suggestion: str | None
    seconds: float
