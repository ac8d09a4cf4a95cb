"""Which sentence or table row of what is shown answers best."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from corpus.model import Passage
from corpus.store import StoredPassage
from corpus.swedish import sentences
from corpus.swedish.analysis import Analyzer, Term
from corpus.swedish.places import find
from search.coverage import Wanted, forms_of
from search.numbers_asked import Fitting, fitting
from search.query import Query
from search.windows import Window

#: What a compound's part is worth beside the whole word in the index.
PART_WEIGHT = 0.5
#: A sentence of a neighbouring passage is quoted only where it holds so much more. Judged first quotes that answer, on
#: report texts: .74 at 0.1, .79 at 0.3 (.76 at 0.5 and where neighbours are never quoted).
FROM_NEIGHBOUR = 0.3
#: A heading or a scrap that holds the words is a poorer answer than a sentence that does.
SCRAP, SCRAP_CHARACTERS = 0.1, 40
#: A row that names the places asked for comes before all that do not.
NAMED_IN_ROW = 1.0


@dataclass(frozen=True, slots=True)
class Quote:
    """A verbatim stretch of a passage: characters `[start, end)` of its text; `row` counts the table's rows."""

    text: str
    start: int
    end: int
    row: int | None = None


@dataclass(frozen=True, slots=True)
class Quotable:
    """A stretch that may be quoted, the passage that it stands in, and how well it answers."""

    stored: StoredPassage
    quote: Quote
    worth: float


def term_weights(terms: tuple[Term, ...], rarity: Callable[[str], float]) -> dict[str, float]:
    """What finding each form of the query's words is worth: its rarity, and less for a compound's part."""
    weights: dict[str, float] = {}
    for term in terms:
        for rank, form in enumerate(term.forms):
            worth = rarity(form) * (PART_WEIGHT if rank else 1.0)
            weights[form] = max(worth, weights.get(form, 0.0))
    return weights


def quotables(window: Window, query: Query, wanted: Wanted, analyzer: Analyzer) -> list[Quotable]:
    """The sentences or rows of a window, the one that answers best first; of equals that of the passage found."""
    numbers = fitting(query)
    codes = frozenset(place.code for place in query.places)
    found: list[Quotable] = []
    for stored in sorted(window.passages, key=lambda stored: stored.number != window.found.number):
        far = 0.0 if stored.number == window.found.number else FROM_NEIGHBOUR
        for quote in candidates(stored.passage):
            worth = _worth(quote, wanted.share(forms_of(quote.text, analyzer)), numbers, codes)
            found.append(Quotable(stored, quote, worth - far))
    if not found:  # A table that is all header.
        text = window.found.passage.text
        found = [Quotable(window.found, Quote(text, 0, len(text)), 0.0)]
    return sorted(found, key=lambda quotable: -quotable.worth)


def candidates(passage: Passage) -> Iterator[Quote]:
    """The stretches of a passage that can be quoted: a table's rows, or a text's sentences."""
    if passage.table_id is not None:
        yield from _rows(passage)
        return
    for start, end in sentences.split(passage.text):
        # A bullet is the reader's mark, not the report's word.
        start += len(passage.text[start:end]) - len(passage.text[start:end].removeprefix("• "))
        if end > start:
            yield Quote(passage.text[start:end], start, end)


def _rows(passage: Passage) -> Iterator[Quote]:
    lines = passage.text.split("\n")
    first = len(lines) - (passage.end - passage.start)
    start = sum(len(line) + 1 for line in lines[:first])
    for row, line in enumerate(lines[first:], passage.start):
        if line.strip():
            yield Quote(line, start, start + len(line), row)
        start += len(line) + 1


def _worth(quote: Quote, share: float, numbers: Fitting | None, codes: frozenset[str]) -> float:
    worth = share
    if numbers is not None and (share or numbers.alone) and numbers.pattern.search(quote.text):
        worth += numbers.worth
    if quote.row is None:
        return worth - SCRAP * (len(quote.text) < SCRAP_CHARACTERS)
    return worth + NAMED_IN_ROW * bool(codes and codes <= places_in(quote.text))


def places_in(text: str) -> frozenset[str]:
    """The codes of the places that a text names."""
    return frozenset(mention.place.code for mention in find(text))
