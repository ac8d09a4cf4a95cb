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
class Shown:
    """What a reader sees of a hit: the passage that was found and what stands around it.

    Attributes:
        text: a stretch of the section's text, or a table's caption and header and then some of its rows.
        start: where the quote begins in it.
        pages: every page that it touches, counted from 1, in order.
        rows: how many of its last lines are rows of a table; None for running text.
    """

    text: str
    start: int
    pages: tuple[int, ...] = ()
    rows: int | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that answers, with the words that answer best.

    `passage` is the one that holds the quote: `quote` is verbatim, the characters of `passage.text` from `start` on,
    and `source` is its place; where it could not be found again in the page's own text, `verified` is false, and it is
    not to be shown as a quote. `ocr` says that the passage stands on a page whose text was recognised in its picture; a
    quote from there is never verified, for there is no second reader. `missing_places` are places that the question
    names and what was found does not. `score` lies between 0 and 1 and is comparable within one answer only.
    """

    rank: int
    score: float
    report: StoredReport
    passage: Passage
    quote: str
    start: int
    shown: Shown
    source: Source
    citation: str
    verified: bool
    also: tuple[Also, ...] = ()
    ocr: bool = False
    missing_places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """The hits for a question, best first; `confident` is false where nothing in the corpus answers."""

    query: Query
    hits: tuple[Hit, ...]
    confident: bool
    suggestion: str | None
    seconds: float
