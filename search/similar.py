"""From a passage to those that say nearly the same."""

from dataclasses import dataclass

from corpus.errors import NotFound
from corpus.store import Store, StoredPassage, StoredReport
from corpus.swedish.analysis import STOP_WORDS, Analyzer
from search.answers import Also, Hit
from search.coverage import Wanted, wanted
from search.generations import Generation
from search.hits import Hits
from search.query import Query
from search.rarity import rarity
from search.variety import fold
from search.windows import around

#: Neighbours that are read for each passage asked for: leaves room for twins and for what is shown together.
READ_AHEAD = 6


@dataclass(frozen=True, slots=True)
class Similar:
    """A passage, the reports that have nearly the same one (`also`), and other passages, the likest first.

    A hit's `score` is the cosine of the two passages; its quote is the sentence or row that has most of the passage's
    own words.
    """

    passage: StoredPassage
    report: StoredReport
    query: Query
    also: tuple[Also, ...]
    hits: tuple[Hit, ...]


def similar(store: Store, generation: Generation, analyzer: Analyzer, passage_id: str, k: int) -> Similar:
    """The `k` passages of all reports that are nearest to this one in meaning.

    Raises:
        NotFound: there is no such passage, or it stands in a replaced version.
    """
    own = store.passage(passage_id)
    if not own.current:
        raise NotFound("Stycket står i en ersatt version av rapporten, och söks inte. Öppna den gällande versionen.")
    query = _asking(own.passage.text, analyzer)
    vector = store.vectors(generation.manifest.model, [own.number])[0]
    near = {it.number: it.cosine for it in generation.vectors.search(vector, k * READ_AHEAD + 1)}
    reports = {report.id: report for report in store.reports()}
    found = store.passages([number for number in near if number != own.number])
    others = [passage for passage in found if passage.report_id in reports]
    alike, *rest = fold([own, *others], k + 1, lambda passage: around(store, passage))
    hits = Hits(store, analyzer, query, _worth(query, generation), reports)
    return Similar(
        passage=own,
        report=reports[own.report_id],
        query=query,
        also=tuple(hits.also(alike.also)),
        hits=tuple(hits.hit(rank, near[it.window.found.number], it) for rank, it in enumerate(rest, 1)),
    )


def _asking(text: str, analyzer: Analyzer) -> Query:
    """The passage's own words as a question; a question typed by hand may not be as long."""
    terms = analyzer.terms(text)
    content = tuple({term.forms[0]: term for term in terms if term.forms[0] not in STOP_WORDS}.values())
    return Query(text=text, terms=content, sought=text)


def _worth(query: Query, generation: Generation) -> Wanted:
    passages = len(generation.lexical)
    return wanted(query.terms, lambda form: rarity(generation.lexical.document_frequency(form), passages))
