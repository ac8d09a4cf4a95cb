"""How far each passage of the knowledge base bears on a topic."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from corpus.store import StoredReport
from corpus.swedish.analysis import Analyzer
from search.coverage import Wanted, wanted
from search.filtering import restriction_of
from search.fusion import fuse
from search.generations import Generation
from search.lexical import WeightedTerm
from search.query import Filters, Query
from search.rarity import rarity
from search.searcher import Searcher

#: What a compound's part is worth beside the whole word in the index.
PART_WEIGHT = 0.5
#: Passages that either kind of evidence brings: all of a knowledge base of some hundred reports, so that a report that
#: says little is not crowded out by those that say much.
CANDIDATES = 60_000


@dataclass(frozen=True, slots=True)
class Ranked:
    """Passages by number: fused scores from 0 to 1 and cosines; and what the topic's words are worth."""

    scores: dict[int, float]
    cosines: dict[int, float]
    wanted: Wanted


def rank(
    searcher: Searcher, query: Query, filters: Filters, reports: Iterable[StoredReport], analyzer: Analyzer
) -> Ranked:
    """How far passages bear on a query, by both kinds of evidence; none where nothing has been indexed.

    Raises:
        UsageError: a filter is unknown.
        ModelError: the index was made with another model.
        VersionMismatch: the index is damaged or of another version.
    """
    generation = searcher.generation()
    if generation is None:
        return Ranked({}, {}, Wanted(()))
    restriction = restriction_of(query, filters, reports, analyzer)
    allowed = np.array(generation.lexical.numbers(restriction), dtype=np.int64) if restriction else None
    vector = searcher.vector_of(query)
    cosines = {near.number: near.cosine for near in generation.vectors.search(vector, CANDIDATES, allowed)}
    worded = dict(generation.lexical.search(_terms(query, generation), CANDIDATES, restriction))
    cosines |= generation.vectors.cosines(vector, worded.keys() - cosines.keys())
    return Ranked(fuse(cosines, worded), cosines, wanted(query.terms, lambda form: _worth(form, generation)))


def _terms(query: Query, generation: Generation) -> list[WeightedTerm]:
    weights: dict[str, float] = {}
    for term in query.terms:
        for place, form in enumerate(term.forms):
            weight = _worth(form, generation) * (PART_WEIGHT if place else 1.0)
            weights[form] = max(weight, weights.get(form, 0.0))
    whole = {term.forms[0] for term in query.terms}
    return [WeightedTerm(form, 1.0 if form in whole else PART_WEIGHT) for form, weight in weights.items() if weight]


def _worth(form: str, generation: Generation) -> float:
    return rarity(generation.lexical.document_frequency(form), len(generation.lexical))
