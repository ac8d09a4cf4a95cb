"""The search that one writes in a day: chunks of fixed length, Snowball BM25 beside e5, two weights."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
import snowballstemmer

from corpus.model import Passage, Report, Source
from corpus.protocols import Encoder
from corpus.store import Counts, StoredReport
from corpus.swedish.analysis import Analyzer
from search.answers import Answer, Hit, Shown
from search.lexical import LexicalDocument, LexicalIndex, WeightedTerm, Word, write_index
from search.query import understand

CHUNK = 900
DENSE, LEXICAL = 0.7, 0.3
CANDIDATES = 100
LONGEST = 1000


class PlainHybrid:
    """Finds chunks of pages' plain text; it knows no headings, tables, lemmas, compounds or places.

    Args:
        reports: by the paths of their originals; only their pages' texts are used.
        folder: is made, for the word index.
        encoder: makes the vectors.
        analyzer: parts texts into words, whose forms are then left out.
    """

    def __init__(self, reports: Mapping[Path, Report], folder: Path, encoder: Encoder, analyzer: Analyzer) -> None:
        self._encoder, self._analyzer = encoder, analyzer
        self._stem = snowballstemmer.stemmer("swedish").stemWord
        self._chunks = list(_chunks(reports))
        self._vectors = encoder.encode_passages([passage.text for _, passage in self._chunks])
        folder.mkdir()
        write_index(folder, (self._document(at, passage.text) for at, (_, passage) in enumerate(self._chunks)))
        self._index = LexicalIndex.read(folder)

    def search(self, question: str, k: int = 10) -> Answer:
        """The `k` best chunks; of each the whole is its quote."""
        query = understand(question, self._analyzer, LONGEST)
        cosines = self._vectors @ self._encoder.encode_queries([query.text])[0]
        terms = [WeightedTerm(self._form(query.sought, term.start, term.end), 1.0) for term in query.terms]
        worded = dict(self._index.search(terms, CANDIDATES))
        near = {int(at): float(cosines[at]) for at in np.argsort(-cosines)[:CANDIDATES]}
        near |= {at: float(cosines[at]) for at in worded}
        least, greatest, top = min(near.values()), max(near.values()), max(worded.values(), default=1.0)
        scores = {
            at: DENSE * (cosine - least) / (greatest - least) + LEXICAL * worded.get(at, 0.0) / top
            for at, cosine in near.items()
        }
        best = sorted(scores, key=lambda at: (-scores[at], at))[:k]
        hits = tuple(self._hit(rank, scores[at], at) for rank, at in enumerate(best, 1))
        return Answer(query, hits, confident=True, suggestion=None, seconds=0.0)

    def _form(self, text: str, start: int, end: int) -> str:
        return str(self._stem(text[start:end].lower()))

    def _document(self, number: int, text: str) -> LexicalDocument:
        words = (Word(t.position, (self._form(text, t.start, t.end),)) for t in self._analyzer.terms(text))
        return LexicalDocument(number, "", tuple(words), frozenset(), frozenset())

    def _hit(self, rank: int, score: float, at: int) -> Hit:
        report, passage = self._chunks[at]
        shown = Shown(passage.text, 0, passage.source.pages)
        return Hit(rank, score, report, passage, passage.text, 0, shown, passage.source, "", verified=False)


def _chunks(reports: Mapping[Path, Report]) -> Iterator[tuple[StoredReport, Passage]]:
    """Every 900 characters of every page's text."""
    for path, report in reports.items():
        stored = StoredReport(path.name, 1, True, path.name, (), "", report.metadata, (), Counts(), (), "", "", "")
        for page in report.pages:
            pages = () if page.number is None else (page.number,)
            for start in range(0, len(page.text), CHUNK):
                text = page.text[start : start + CHUNK]
                if text.strip():
                    source = Source(page.number, None, pages)
                    yield stored, Passage("", None, None, start, start + len(text), text, (), source)
