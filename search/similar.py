"""From a passage to those that say nearly the same."""

from dataclasses import dataclass

from corpus.errors import NotFound
from corpus.store import Store, StoredPassage, StoredReport
from corpus.swedish.analysis import STOP_WORDS, Analyzer
from search.answers import Also, Hit
from search.citations import cite
from search.evidence import Quote, best_quote, term_weights
from search.generations import Generation
from search.proof import prove
from search.query import Query
from search.rarity import rarity
from search.variety import fold

#: Neighbours that are read for each passage asked for: leaves room for folding twins.
READ_AHEAD = 3


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
    passages = len(generation.lexical)
    weights = term_weights(query.terms, lambda form: rarity(generation.lexical.document_frequency(form), passages))
    vector = store.vectors(generation.manifest.model, [own.number])[0]
    near = {it.number: it.cosine for it in generation.vectors.search(vector, k * READ_AHEAD + 1)}
    found = store.passages([number for number in near if number != own.number])
    reports = {report.id: report for report in store.reports()}
    alike, *others = fold([own, *(passage for passage in found if passage.report_id in reports)])
    return Similar(
        passage=own,
        report=reports[own.report_id],
        query=query,
        also=tuple(_also(twin, reports[twin.report_id]) for twin in alike.also),
        hits=tuple(
            _hit(
                store,
                rank,
                near[it.passage.number],
                it.passage,
                best_quote(it.passage.passage, query, weights, analyzer),
                reports[it.passage.report_id],
                tuple(_also(twin, reports[twin.report_id]) for twin in it.also),
            )
            for rank, it in enumerate(others[:k], 1)
        ),
    )


def _asking(text: str, analyzer: Analyzer) -> Query:
    """The passage's own words as a question; a question typed by hand may not be as long."""
    terms = analyzer.terms(text)
    content = tuple({term.forms[0]: term for term in terms if term.forms[0] not in STOP_WORDS}.values())
    return Query(text=text, terms=content, sought=text)


def _hit(
    store: Store,
    rank: int,
    cosine: float,
    stored: StoredPassage,
    quote: Quote,
    report: StoredReport,
    also: tuple[Also, ...],
) -> Hit:
    proof = prove(store, stored, quote)
    citation = cite(report.metadata, stored.passage.section_path, proof.source)
    return Hit(
        rank=rank,
        score=round(cosine, 6),
        report=report,
        passage=stored.passage,
        quote=quote.text,
        start=quote.start,
        source=proof.source,
        citation=citation,
        verified=proof.verified,
        also=also,
        ocr=proof.ocr,
    )


def _also(stored: StoredPassage, report: StoredReport) -> Also:
    return Also(report.id, report.file, report.metadata.period, stored.passage.source.page)
