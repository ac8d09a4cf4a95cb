"""How well search answers judged queries.

A judged query names the quotes that answer it, each with a grade (2 answers, 1 helps, 0 does neither). A hit counts
for a quote when it comes from the quote's report and its passage holds at least 70 percent of the quote's words in
order, so that other borders of passages do no harm.
"""

import json
import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import UsageError
from search.answers import Answer, Hit
from search.bootstrap import Difference, paired

#: Greatest grade; a gain doubles with each.
HIGHEST = 10
#: Share of a quote's words, in order, that a passage must hold.
ENOUGH = 0.7
DEPTH = 10


@dataclass(frozen=True, slots=True)
class Relevant:
    """A quote that answers (grade 2) or helps (grade 1)."""

    file: str
    quote: str
    grade: int


@dataclass(frozen=True, slots=True)
class Judged:
    """A query with what answers it; nothing does where `relevant` is empty."""

    id: str
    query: str
    relevant: tuple[Relevant, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """One query's figures, each between 0 and 1; None where the figure does not apply."""

    id: str
    query: str
    ndcg: float | None
    success_at_1: bool | None
    success_at_10: bool | None
    quote_at_1: bool | None
    confident: bool
    answerable: bool


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Means over the queries that have answers, the two kinds of confidence, and every query's own score."""

    queries: int
    ndcg_at_10: float | None
    success_at_1: float | None
    success_at_10: float | None
    quote_at_1: float | None
    abstains_when_unanswerable: float | None
    speaks_when_answerable: float | None
    scores: tuple[Score, ...]


#: What is measured, each as a query's own value; None where the measure does not apply to it.
MEASURES: Mapping[str, Callable[[Score], float | None]] = {
    "ndcg_at_10": lambda score: score.ndcg,
    "success_at_1": lambda score: score.success_at_1,
    "success_at_10": lambda score: score.success_at_10,
    "quote_at_1": lambda score: score.quote_at_1,
    "abstains_when_unanswerable": lambda score: None if score.answerable else not score.confident,
    "speaks_when_answerable": lambda score: score.confident if score.answerable else None,
}


def read_judged(path: Path) -> list[Judged]:
    """The judged queries in a JSON Lines file with `id`, `query` and `relevant` (`file`, `quote`, `grade`).

    Raises:
        UsageError: the file cannot be read, or a line is not of that form.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"Frågefilen {path} går inte att läsa. Den ska vara en läsbar fil i UTF-8.") from error
    return [_judged(line, f"{path.name}, rad {number}") for number, line in enumerate(lines, 1) if line.strip()]


def _judged(line: str, where: str) -> Judged:
    try:
        row = json.loads(line)
        graded = [
            Relevant(str(item["file"]), str(item["quote"]), int(item.get("grade", 2)))
            for item in row.get("relevant") or []
        ]
        if any(not 0 <= each.grade <= HIGHEST for each in graded):
            raise ValueError("no grade")
        return Judged(str(row["id"]), str(row["query"]), tuple(each for each in graded if each.grade))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        message = f"{where}: raden är inte ett JSON-objekt med id, query och relevant (file, quote, grade 0–{HIGHEST})."
        raise UsageError(message) from error


def evaluate(pairs: Iterable[tuple[Judged, Answer]]) -> Evaluation:
    """Score answers against their judgements."""
    scores = tuple(score(judged, answer) for judged, answer in pairs)
    means = {name: _mean(_values(measure, scores)) for name, measure in MEASURES.items()}
    return Evaluation(queries=len(scores), scores=scores, **means)


def compare(first: Sequence[Score], second: Sequence[Score]) -> dict[str, Difference]:
    """How much better the second of two settings did on the same queries, by each measure that applies to any.

    Raises:
        UsageError: they did not answer the same queries.
    """
    theirs = {(score.id, score.query): score for score in first}
    if len(theirs) != len(first) or [(score.id, score.query) for score in second] != list(theirs):
        raise UsageError("De två körningarna gäller inte samma frågor i samma ordning, så de går inte att jämföra.")
    found = {}
    for name, measure in MEASURES.items():
        before, after = _values(measure, first), _values(measure, second)
        if before and len(before) == len(after):
            found[name] = paired(before, after)
    return found


def score(judged: Judged, answer: Answer) -> Score:
    """One query's figures.

    nDCG has gains 2**grade - 1 and discounts log2(rank + 1) (Järvelin and Kekäläinen 2002), capped at 1, for a passage
    may hold several quotes.
    """
    if not judged.relevant:
        return Score(judged.id, judged.query, None, None, None, None, answer.confident, answerable=False)
    left, gains = list(judged.relevant), []
    for hit in answer.hits[:DEPTH]:
        got = [relevant for relevant in left if holds(hit, relevant)]
        gains.append(sum(2**relevant.grade - 1 for relevant in got))
        left = [relevant for relevant in left if relevant not in got]
    ideal = sorted((2**relevant.grade - 1 for relevant in judged.relevant), reverse=True)[:DEPTH]
    best = max(relevant.grade for relevant in judged.relevant)
    top = [relevant for relevant in judged.relevant if relevant.grade == best]
    return Score(
        id=judged.id,
        query=judged.query,
        ndcg=min(1.0, _discounted(gains) / _discounted(ideal)),
        success_at_1=any(holds(hit, relevant) for hit in answer.hits[:1] for relevant in top),
        success_at_10=any(holds(hit, relevant) for hit in answer.hits[:DEPTH] for relevant in top),
        quote_at_1=any(_quoted(hit, relevant) for hit in answer.hits[:1] for relevant in top),
        confident=answer.confident,
        answerable=True,
    )


def holds(hit: Hit, relevant: Relevant) -> bool:
    """Whether the hit's passage, in the right report, holds enough of the quote."""
    return _same_file(hit, relevant) and in_order(relevant.quote, hit.shown.text) >= ENOUGH


def _quoted(hit: Hit, relevant: Relevant) -> bool:
    quote = hit.quote or ""
    return _same_file(hit, relevant) and (
        in_order(relevant.quote, quote) >= 0.5 or (bool(quote) and in_order(quote, relevant.quote) >= 0.8)
    )


def _same_file(hit: Hit, relevant: Relevant) -> bool:
    files = {hit.report.file, *(also.file for also in hit.also)}
    return Path(relevant.file).stem.casefold() in {Path(file).stem.casefold() for file in files}


def in_order(wanted: str, text: str) -> float:
    """Share of `wanted`'s words that stand in `text` in the same order (longest common subsequence)."""
    first, second = _words(wanted), _words(text)
    if not first:
        return 0.0
    previous = [0] * (len(second) + 1)
    for word in first:
        current = [0]
        for column, other in enumerate(second):
            current.append(previous[column] + 1 if word == other else max(previous[column + 1], current[column]))
        previous = current
    return previous[-1] / len(first)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _discounted(gains: Sequence[float]) -> float:
    return sum(gain / math.log2(rank + 2) for rank, gain in enumerate(gains))


def _values(measure: Callable[[Score], float | None], scores: Iterable[Score]) -> list[float]:
    """A measure of those queries to which it applies."""
    return [float(value) for score in scores if (value := measure(score)) is not None]


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None
