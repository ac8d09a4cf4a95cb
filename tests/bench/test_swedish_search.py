"""BM25 over lemmas and compound parts beside Snowball's stems: one index engine, the same passages and words."""

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import snowballstemmer

from corpus.context import contextualise
from corpus.model import Passage, Source
from corpus.settings import Settings
from corpus.store import Counts, StoredReport
from corpus.swedish.analysis import Analyzer, Term
from corpus.swedish.compounds import Splitter
from ingest.reading import read
from search.answers import Answer, Hit, Shown
from search.evaluate import DEPTH, evaluate, read_judged
from search.evidence import PART_WEIGHT
from search.lexical import LexicalDocument, LexicalIndex, WeightedTerm, Word, write_index
from search.query import Query, understand

LONGEST = 1000
#: Judged questions by the folder of the reports that they are asked of.
QUESTIONS = {
    "seeds": "seed_queries_dev.jsonl",
    "pdf": "pdf_queries_dev.jsonl",
    "eval/swequad": "swequad_dev.jsonl",
}
Forms = Callable[[str, Term], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Row:
    """A passage, its report, and the text that is indexed: the passage with its headings."""

    report: StoredReport
    passage: Passage
    text: str


@pytest.fixture(scope="module")
def analyzer() -> Analyzer:
    return Analyzer()


def rows(folder: Path) -> list[Row]:
    """All passages of all reports in a folder, as ingestion makes them."""
    found = []
    for path in sorted(path for path in folder.iterdir() if path.suffix in {".pdf", ".txt"}):
        reading = read(path, path.name, Settings())
        metadata = reading.report.metadata
        report = StoredReport(path.name, 1, True, path.name, (), "", metadata, (), Counts(), (), "", "", "")
        found += [
            Row(report, passage, contextualise(metadata.title, passage.section_path, passage.text))
            for passage in reading.passages
        ]
    return found


def variants() -> dict[str, Forms]:
    """Names of the ways to index a word, ours and Snowball's first; the others were weighed and left out."""
    stem = snowballstemmer.stemmer("swedish").stemWord
    splitter = Splitter()

    def stemmed(text: str, term: Term) -> tuple[str, ...]:
        word = text[term.start : term.end].lower()
        return term.forms if word[0].isdigit() else (stem(word),)

    return {
        "ours": lambda _, term: term.forms,
        "Snowball": stemmed,
        "lemmas alone": lambda _, term: term.forms[:1],
        "stemmed": lambda _, term: tuple(dict.fromkeys(map(stem, term.forms))),
        "split twice": lambda _, term: tuple(
            dict.fromkeys([*term.forms, *(part for form in term.forms[1:] for part in splitter.parts(form))])
        ),
    }


def answers(rows: list[Row], queries: list[Query], forms: Forms, analyzer: Analyzer, folder: Path) -> Iterator[Answer]:
    """What BM25 alone finds for each question when words have these forms."""
    folder.mkdir()
    write_index(folder, (document(number, row.text, forms, analyzer) for number, row in enumerate(rows)))
    index = LexicalIndex.read(folder)
    for query in queries:
        worth: dict[str, float] = {}
        for term in query.terms:
            for rank, form in enumerate(forms(query.text, term)):
                worth[form] = max(worth.get(form, 0.0), PART_WEIGHT if rank else 1.0)
        found = index.search([WeightedTerm(form, weight) for form, weight in worth.items()], DEPTH)
        yield Answer(query, tuple(hit(rank, rows[number]) for rank, (number, _) in enumerate(found)), True, None, 0.0)


def document(number: int, text: str, forms: Forms, analyzer: Analyzer) -> LexicalDocument:
    words = tuple(Word(term.position, forms(text, term)) for term in analyzer.terms(text))
    return LexicalDocument(number, "", words, frozenset(), frozenset())


def hit(rank: int, row: Row) -> Hit:
    shown = Shown(row.passage.text, 0)
    return Hit(rank, 0.0, row.report, row.passage, "", 0, shown, Source(), "", verified=False)


def measured(shared: Path, folder: str, analyzer: Analyzer, scratch: Path) -> Iterator[tuple[str, list[float]]]:
    """For each answerable question of a folder: its intent, and nDCG@10 of every variant."""
    path = shared / "eval" / "dev" / QUESTIONS[folder]
    intents = {row["id"]: row["intent"] for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())}
    judged = read_judged(path)
    queries = [understand(one.query, analyzer, LONGEST) for one in judged]
    passages = rows(shared / folder)
    columns = [
        evaluate(zip(judged, answers(passages, queries, forms, analyzer, scratch / name), strict=True)).scores
        for name, forms in variants().items()
    ]
    for scores in zip(*columns, strict=True):
        if scores[0].answerable:
            yield intents[scores[0].id], [score.ndcg or 0.0 for score in scores]


@pytest.mark.bench
def test_lemmas_and_compounds_beside_snowball(shared: Path, analyzer: Analyzer, tmp_path: Path) -> None:
    found: dict[str, list[list[float]]] = {"compounds": [], "others": [], "SweQUAD": []}
    for folder in QUESTIONS:
        scratch = tmp_path / folder.replace("/", "-")
        scratch.mkdir()
        for intent, scores in measured(shared, folder, analyzer, scratch):
            found[{"compound": "compounds", "swequad": "SweQUAD"}.get(intent, "others")].append(scores)
    gains = {}
    sys.stdout.write(f"\n{'nDCG@10, BM25 alone':20}{'questions':>10}{''.join(f'{name:>14}' for name in variants())}\n")
    for kind, rows_of_scores in found.items():
        means = [sum(column) / len(column) for column in zip(*rows_of_scores, strict=True)]
        gains[kind] = means[0] - means[1]
        sys.stdout.write(f"{kind:20}{len(rows_of_scores):10}{''.join(f'{mean:14.3f}' for mean in means)}\n")
    assert gains["compounds"] >= 0.10
    assert gains["others"] >= -0.01
    assert gains["SweQUAD"] >= -0.01
