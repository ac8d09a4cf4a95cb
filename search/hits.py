"""Hits made of what was found: what is shown, the words that answer best, their proof and their citation."""

from collections.abc import Iterable, Mapping
from itertools import islice

from corpus.store import Store, StoredPassage, StoredReport
from corpus.swedish.analysis import Analyzer
from search.answers import Also, Hit, Shown
from search.citations import cite
from search.coverage import Wanted
from search.evidence import Quotable, places_in, quotables
from search.proof import Proof, prove
from search.query import Query
from search.variety import Folded
from search.windows import head

#: Sentences that are tried before one is quoted that cannot be found again on its page.
TRIED = 3


class Hits:
    """Makes the hits of one question.

    Args:
        store: where the passages are kept.
        analyzer: what the index was made with.
        query: the question.
        wanted: what its words are worth.
        reports: the current reports by id.
    """

    def __init__(
        self, store: Store, analyzer: Analyzer, query: Query, wanted: Wanted, reports: Mapping[str, StoredReport]
    ) -> None:
        self._store, self._analyzer = store, analyzer
        self._query, self._wanted = query, wanted
        self._reports = reports

    def hit(self, rank: int, score: float, item: Folded) -> Hit:
        """The hit of a passage and its twins."""
        window = item.window
        chosen, proof = self._proved(quotables(window, self._query, self._wanted, self._analyzer))
        report, passage = self._reports[chosen.stored.report_id], chosen.stored.passage
        return Hit(
            rank=rank,
            score=round(score, 6),
            report=report,
            passage=passage,
            quote=chosen.quote.text,
            start=chosen.quote.start,
            shown=Shown(window.text, window.offset(chosen.stored, chosen.quote.start), window.pages, window.rows),
            source=proof.source,
            citation=cite(report.metadata, passage.section_path, proof.source),
            verified=proof.verified,
            also=tuple(self.also(item.also)),
            ocr=proof.ocr,
            missing_places=self._missing_places(report, window.found, chosen),
        )

    def also(self, twins: Iterable[StoredPassage]) -> Iterable[Also]:
        """Where nearly the same stands."""
        for twin in twins:
            report = self._reports[twin.report_id]
            yield Also(report.id, report.file, report.metadata.period, twin.passage.source.page)

    def _proved(self, best: Iterable[Quotable]) -> tuple[Quotable, Proof]:
        """The best that is found again on its page; the very best where none of the first is, or none can be."""
        tried = []
        for chosen in islice(best, TRIED):
            proof = prove(self._store, chosen.stored, chosen.quote)
            tried.append((chosen, proof))
            if proof.verified or proof.ocr:
                return chosen, proof
        return tried[0]

    def _missing_places(self, report: StoredReport, found: StoredPassage, chosen: Quotable) -> tuple[str, ...]:
        """The places asked for that neither the passage nor its headings name; of a table, neither row nor header."""
        if not self._query.places:
            return ()
        passage = found.passage
        said = passage.text if passage.table_id is None else head(passage)
        told = places_in("\n".join((report.metadata.title, *passage.section_path, said, chosen.quote.text)))
        return tuple(place.name for place in self._query.places if place.code not in told)
