"""Which sentence or table row of a passage answers best."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from corpus.model import Passage
from corpus.swedish import sentences
from corpus.swedish.analysis import Analyzer, Term
from search.query import Query

#: What a compound's part is worth beside the whole word, in the index and in a sentence alike.
PART_WEIGHT = 0.5
#: A number in the sentence, where the question asks for one, is worth a third of all its words.
NUMBER_BONUS = 0.33
_NUMBER = re.compile(r"\d|\b(en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv)\b")


@dataclass(frozen=True, slots=True)
class Quote:
    """A verbatim stretch of a passage: characters `[start, end)` of its text.

    `row` counts the table's rows. `worth` is the share, by rarity, of the question's words that the stretch holds.
    """

    text: str
    start: int
    end: int
    row: int | None = None
    worth: float = 0.0


def term_weights(terms: tuple[Term, ...], rarity: Callable[[str], float]) -> dict[str, float]:
    """What finding each form of the query's words is worth: its rarity, and less for a compound's part."""
    weights: dict[str, float] = {}
    for term in terms:
        for rank, form in enumerate(term.forms):
            worth = rarity(form) * (PART_WEIGHT if rank else 1.0)
            weights[form] = max(worth, weights.get(form, 0.0))
    return weights


def best_quote(passage: Passage, query: Query, weights: dict[str, float], analyzer: Analyzer) -> Quote:
    """The sentence or row that holds most of what the question's words are worth; the first among equals."""
    best, best_score = Quote(passage.text, 0, len(passage.text)), -1.0
    for quote in candidates(passage):
        worth = _worth(quote.text, weights, analyzer)
        score = worth + NUMBER_BONUS * bool(query.wants_number and worth and _NUMBER.search(quote.text))
        if score > best_score:
            best, best_score = replace(quote, worth=worth), score
    return best


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


def _worth(text: str, weights: dict[str, float], analyzer: Analyzer) -> float:
    forms = {form for term in analyzer.terms(text) for form in term.forms}
    total = sum(weights.values()) or 1.0
    return sum(worth for form, worth in weights.items() if form in forms) / total
