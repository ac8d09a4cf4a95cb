"""From a question to cited passages."""

import os
import threading
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial

import numpy as np

from corpus.context import contextualise
from corpus.errors import NotFound, UsageError
from corpus.protocols import Encoder, Vectors
from corpus.settings import Settings
from corpus.store import Store, StoredPassage, StoredReport
from corpus.store.items import PROJECTS
from corpus.swedish.analysis import Analyzer
from search.answers import Answer
from search.confidence import ENOUGH, confidence
from search.coverage import Wanted, wanted
from search.encoder.identity import require_same_model
from search.evidence import PART_WEIGHT, term_weights
from search.filtering import restriction_of
from search.fusion import fuse
from search.generations import Generation, Generations
from search.hits import Hits
from search.lexical import WeightedTerm
from search.query import Filters, Query, understand
from search.rarity import rarity
from search.similar import Similar, similar
from search.suggestions import Suggester
from search.variety import Folded, fold
from search.windows import around
from search.years import missing

#: Passages that each kind of index brings; more did not move the ten best on the judged development queries.
CANDIDATES = 100
#: Fused candidates whose text is read, for each hit asked for: leaves room for twins and for what is shown together.
READ_AHEAD = 6
#: What a scrap (a heading's rest, a row by itself) loses: it has few words, and so all of them agree. nDCG@10 on the
#: judged PDFs without this .685, with it .696; the other lists do not move.
SCRAP, SCRAP_CHARACTERS = 0.2, 80
#: What a passage loses that has nothing of the years asked for, and half as much for their months: of fourteen judged
#: questions on PDFs that name years, four are answered better and none worse (nDCG@10 .686 to .716). At 0.2 it is .753,
#: but one on report texts is worse.
OTHER_TIMES = 0.1


@dataclass(frozen=True, slots=True)
class Ranked:
    """Numbers of candidate passages with fused scores; `naming` are those that name every place asked for."""

    scores: dict[int, float]
    cosines: dict[int, float]
    naming: set[int]
    wanted: Wanted

    def best(self, most: int) -> list[int]:
        """The first `most`; those that name the places come before all others."""
        return sorted(self.scores, key=lambda number: (number not in self.naming, -self.scores[number]))[:most]


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
        # More at once than there are processors only get in each other's way: eight took 11 times as long as one.
        self._places = threading.BoundedSemaphore(os.cpu_count() or 1)

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
        with self._places:
            return self._answer(text, k, filters or Filters(), overlooked)

    def _answer(self, text: str, k: int, filters: Filters, overlooked: Iterable[str]) -> Answer:
        began = time.perf_counter()
        self._require_possible(k)
        query = understand(text, self._analyzer, self._settings.max_query_characters, overlooked)
        opened = self._open()
        if opened is None or not len(opened.generation.vectors):
            return Answer(query, (), confident=False, suggestion=None, seconds=time.perf_counter() - began)
        ranked = self._rank(query, opened.generation, filters)
        with self._store.reading():
            reports = {report.id: report for report in self._store.reports()}
            folded = self._folded(query, ranked, reports, k)
            found = Hits(self._store, self._analyzer, query, ranked.wanted, reports)
            hits = tuple(found.hit(rank, score, item) for rank, (score, item) in enumerate(folded, 1))
        return Answer(
            query=query,
            hits=hits,
            confident=bool(folded) and self._is_confident(query, ranked, folded[0][1].window.found, reports),
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

    def _rank(self, query: Query, generation: Generation, filters: Filters) -> Ranked:
        restriction = restriction_of(query, filters, self._store.reports(), self._analyzer)
        allowed = np.array(generation.lexical.numbers(restriction), dtype=np.int64) if restriction else None
        vector = self.vector_of(query)
        near = generation.vectors.search(vector, CANDIDATES, allowed)
        passages = len(generation.lexical)

        def worth(form: str) -> float:
            return rarity(generation.lexical.document_frequency(form), passages)

        weights = term_weights(query.terms, worth)
        whole = {term.forms[0] for term in query.terms}
        terms = [WeightedTerm(form, 1.0 if form in whole else PART_WEIGHT) for form in weights]
        worded = dict(generation.lexical.search(terms, CANDIDATES, restriction))
        cosines = {neighbour.number: neighbour.cosine for neighbour in near}
        cosines |= generation.vectors.cosines(vector, worded.keys() - cosines.keys())
        scores = fuse(cosines, worded)
        return Ranked(scores, cosines, self._naming(query, generation, scores), wanted(query.terms, worth))

    def _naming(self, query: Query, generation: Generation, numbers: Iterable[int]) -> set[int]:
        """Those of the passages that name every place asked for, or whose headings do."""
        if not query.places:
            return set()
        return generation.lexical.naming([place.code for place in query.places], numbers)

    def _folded(
        self, query: Query, ranked: Ranked, reports: Mapping[str, StoredReport], k: int
    ) -> list[tuple[float, Folded]]:
        """The `k` best with their scores, each thing once."""
        # A passage that was removed since the index was made is simply gone; equal scores go by id.
        found = [p for p in self._store.passages(ranked.best(k * READ_AHEAD)) if p.report_id in reports]
        scores = {p.number: _score(ranked.scores[p.number], query, reports[p.report_id], p) for p in found}
        stored = sorted(found, key=lambda p: (p.number not in ranked.naming, -scores[p.number], p.passage.id))
        folded = fold(stored, k, lambda passage: around(self._store, passage))
        return [(scores[item.window.found.number], item) for item in folded]

    def _is_confident(
        self, query: Query, ranked: Ranked, first: StoredPassage, reports: Mapping[str, StoredReport]
    ) -> bool:
        title = reports[first.report_id].metadata.title
        text = contextualise(title, first.passage.section_path, first.passage.text)
        cosine = ranked.cosines[first.number]
        return confidence(query, ranked.wanted, text, cosine, self._encoder.model, self._analyzer) >= ENOUGH


def _score(fused: float, query: Query, report: StoredReport, stored: StoredPassage) -> float:
    """The fused score, less for a scrap and for a passage of other years than those asked for."""
    passage = stored.passage
    loss = SCRAP * (len(passage.text) < SCRAP_CHARACTERS)
    return max(0.0, fused - loss - OTHER_TIMES * missing(query, report.metadata, passage))
