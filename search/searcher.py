"""From a question to cited passages."""

import threading
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial

import numpy as np

from corpus.errors import NotFound, UsageError
from corpus.protocols import Encoder, Vectors
from corpus.settings import Settings
from corpus.store import Store, StoredPassage, StoredReport
from corpus.store.items import PROJECTS
from corpus.swedish.analysis import Analyzer
from search.answers import Also, Answer, Hit
from search.citations import cite
from search.confidence import is_confident
from search.encoder.identity import require_same_model
from search.evidence import PART_WEIGHT, Quote, best_quote, term_weights
from search.filtering import restriction_of
from search.fusion import fuse
from search.generations import Generation, Generations
from search.lexical import WeightedTerm
from search.proof import prove
from search.query import Filters, Query, understand
from search.rarity import rarity
from search.similar import Similar, similar
from search.suggestions import Suggester
from search.variety import Folded, fold

#: Passages that each kind of index brings; more did not move the ten best on the judged development queries.
CANDIDATES = 100
#: Fused candidates whose text is read, for each hit asked for: leaves room for folding twins.
READ_AHEAD = 3
#: A passage that does not name the place asked for keeps this share of its score.
WITHOUT_PLACE = 0.6
#: So does a table's: a sentence explains itself, a row needs its header. From 1 to 0.9 nDCG@10 on the judged
#: development queries does not move (.861 and .860 on report texts, .602 and .602 on PDFs); at 0.8 it begins to fall.
IN_TABLE = 0.9
#: Share of the score that the passage's best sentence or row earns by itself. nDCG@10 at 0, .1, .2, .3 on the judged
#: development queries: two report texts .860 .847 .843 .831; 79 PDFs .602 .615 .615 .589; SweQUAD .881 .887 .893 .896.
QUOTE_WEIGHT = 0.2


@dataclass(frozen=True, slots=True)
class _Ranked:
    """Numbers of candidate passages with fused scores, best first, and what the query's forms are worth."""

    scores: dict[int, float]
    best_cosine: float
    weights: dict[str, float]


@dataclass(frozen=True, slots=True)
class _Opened:
    """A generation and what is made over it; threads share it, and it never changes."""

    generation: Generation
    suggester: Suggester


class Searcher:
    """Answers questions from the current index generation, reopened whenever a newer one is published.

    Several threads may ask at once; the encoder is used by one at a time.
    """

    def __init__(self, store: Store, encoder: Encoder, analyzer: Analyzer, settings: Settings) -> None:
        self._store = store
        self._encoder = encoder
        self._analyzer = analyzer
        self._settings = settings
        self._generations = Generations(store.folder / "index")
        self._opened: _Opened | None = None
        self._opening = threading.Lock()
        self._encoding = threading.Lock()

    def search(self, text: str, k: int = 10, filters: Filters | None = None, overlooked: Iterable[str] = ()) -> Answer:
        """The `k` passages that answer best.

        Args:
            text: the question.
            k: how many hits.
            filters: what the search is limited to.
            overlooked: keys of what was understood of the question and taken back by the asker.

        Raises:
            UsageError: the question is empty or too long, a filter is unknown, or `k` is not between 1 and the
                setting `max_hits`.
            ModelError: the index was made with another model.
            VersionMismatch: the index is damaged or of another version.
        """
        began = time.perf_counter()
        self._require_possible(k)
        query = understand(text, self._analyzer, self._settings.max_query_characters, overlooked)
        opened = self._open()
        if opened is None or not len(opened.generation.vectors):
            return Answer(query, (), confident=False, suggestion=None, seconds=time.perf_counter() - began)
        ranked = self._rank(query, opened.generation, filters or Filters())
        hits = self._hits(query, ranked, k)
        return Answer(
            query=query,
            hits=hits,
            confident=is_confident(query.terms, ranked.best_cosine, ranked.weights, hits, self._analyzer),
            suggestion=opened.suggester.suggest(query),
            seconds=time.perf_counter() - began,
        )

    def similar(self, passage_id: str, k: int = 10) -> Similar:
        """The `k` passages nearest in meaning to one of the corpus' own.

        Raises:
            UsageError: `k` is not between 1 and the setting `max_hits`.
            NotFound: there is no such passage, or it stands in a replaced version.
            ModelError: the index was made with another model.
            VersionMismatch: the index is damaged or of another version.
        """
        self._require_possible(k)
        opened = self._open()
        if opened is None:
            raise NotFound("Det finns inget index att söka i. Kör ”arsringar reindex”.")
        return similar(self._store, opened.generation, self._analyzer, passage_id, k)

    def understood(self, text: str) -> Query:
        """The question as a search understands it.

        Raises:
            UsageError: it is empty or too long.
        """
        return understand(text, self._analyzer, self._settings.max_query_characters)

    def generation(self) -> Generation | None:
        """The current generation of the indexes; None where nothing has been indexed.

        Raises:
            ModelError: it was made with another model.
            VersionMismatch: it is damaged or of another version.
        """
        opened = self._open()
        return opened.generation if opened and len(opened.generation.vectors) else None

    def vector_of(self, query: Query) -> Vectors:
        """A question's vector, shape (dimensions,)."""
        with self._encoding:
            vector: Vectors = self._encoder.encode_queries([query.sought])[0]
            return vector

    def _require_possible(self, k: int) -> None:
        if not 1 <= k <= self._settings.max_hits:
            raise UsageError(f"Antalet träffar ska vara 1–{self._settings.max_hits}, inte {k}.")

    def _open(self) -> _Opened | None:
        with self._opening:
            if self._opened is None or self._opened.generation.name != self._generations.current():
                self._opened = None
                generation = self._generations.open()
                if generation is not None:
                    require_same_model(self._encoder.model, generation.manifest.model)
                    # Not a method of this object: a circle of references would keep a closed index's files mapped.
                    names = partial(self._store.fact_values, PROJECTS, "name")
                    self._opened = _Opened(generation, Suggester(generation.lexical, names))
            return self._opened

    def _rank(self, query: Query, generation: Generation, filters: Filters) -> _Ranked:
        restriction = restriction_of(query, filters, self._store.reports(), self._analyzer)
        allowed = np.array(generation.lexical.numbers(restriction), dtype=np.int64) if restriction else None
        vector = self.vector_of(query)
        near = generation.vectors.search(vector, CANDIDATES, allowed)
        passages = len(generation.lexical)
        weights = term_weights(query.terms, lambda form: rarity(generation.lexical.document_frequency(form), passages))
        whole = {term.forms[0] for term in query.terms}
        terms = [WeightedTerm(form, 1.0 if form in whole else PART_WEIGHT) for form in weights]
        worded = dict(generation.lexical.search(terms, CANDIDATES, restriction))
        cosines = {neighbour.number: neighbour.cosine for neighbour in near}
        cosines |= generation.vectors.cosines(vector, worded.keys() - cosines.keys())
        scores = self._weigh_places(query, generation, fuse(cosines, worded))
        return _Ranked(scores, max(cosines.values(), default=0.0), weights)

    def _weigh_places(self, query: Query, generation: Generation, scores: dict[int, float]) -> dict[int, float]:
        """Let passages that name the places asked for come before those that do not."""
        if not query.places:
            return scores
        codes = [place.code for place in query.places]
        naming = generation.lexical.naming(codes, scores)
        return {number: score * (1.0 if number in naming else WITHOUT_PLACE) for number, score in scores.items()}

    def _hits(self, query: Query, ranked: _Ranked, k: int) -> tuple[Hit, ...]:
        best = sorted(ranked.scores, key=lambda number: -ranked.scores[number])[: k * READ_AHEAD]
        # A passage that was removed since the index was made is simply gone; equal scores go by id.
        found = self._store.passages(best)
        quotes = {p.number: best_quote(p.passage, query, ranked.weights, self._analyzer) for p in found}
        scores = {p.number: _score(ranked.scores[p.number], p, quotes[p.number]) for p in found}
        stored = sorted(found, key=lambda p: (-scores[p.number], p.passage.id))
        reports = {report.id: report for report in self._store.reports()}
        folded = fold([passage for passage in stored if passage.report_id in reports])[:k]
        return tuple(
            self._hit(rank, scores[item.passage.number], item, quotes[item.passage.number], reports)
            for rank, item in enumerate(folded, 1)
        )

    def _hit(self, rank: int, score: float, item: Folded, quote: Quote, reports: Mapping[str, StoredReport]) -> Hit:
        stored = item.passage
        report = reports[stored.report_id]
        proof = prove(self._store, stored, quote)
        return Hit(
            rank=rank,
            score=round(score, 6),
            report=report,
            passage=stored.passage,
            quote=quote.text,
            start=quote.start,
            source=proof.source,
            citation=cite(report.metadata, stored.passage.section_path, proof.source),
            verified=proof.verified,
            also=tuple(_also(twin, reports[twin.report_id]) for twin in item.also),
            ocr=proof.ocr,
        )


def _score(fused: float, stored: StoredPassage, quote: Quote) -> float:
    """The fused score, weighed with what the best sentence or row holds of the question by itself."""
    in_table = IN_TABLE if stored.passage.table_id else 1.0
    return (1 - QUOTE_WEIGHT) * fused * in_table + QUOTE_WEIGHT * quote.worth


def _also(stored: StoredPassage, report: StoredReport) -> Also:
    return Also(report.id, report.file, report.metadata.period, stored.passage.source.page)
