"""The other ends of links that people made: statements that were not read for the topic, brought in beside it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from corpus.store import HandLink, Store, StoredReport
from corpus.store.items import COMMITMENTS
from corpus.swedish.analysis import Analyzer
from search.coverage import Wanted
from search.evidence import candidates
from search.timeline.events import key_for, key_of
from search.timeline.promises import Said, said_of
from search.timeline.ranking import Ranked
from search.timeline.statements import flat, read, shares


class Ends:
    """Finds statements by what they are known by; a report of a hundred pages takes a twentieth of a second.

    Args:
        store: where the reports are.
        reports: those that are compared, by their ids: what others say is not brought in.
        analyzer: what the statements are made ready with.
    """

    def __init__(self, store: Store, reports: Iterable[StoredReport], analyzer: Analyzer) -> None:
        self._store = store
        self._reports = {report.id: report for report in reports}
        self._analyzer = analyzer

    def beside(self, said: Sequence[Said], links: Sequence[HandLink]) -> list[Said]:
        """What links of belonging lead to from what was said, and on from there; nothing that is among it already."""
        known = {key_of(one) for one in said}
        tried: set[str] = set()
        found: list[Said] = []
        while missing := self._missing(links, known, tried):
            tried.update(key for keys in missing.values() for key in keys)
            fresh = [one for report, keys in missing.items() for one in self._said(report, keys)]
            known.update(map(key_of, fresh))
            found += fresh
        return found

    def _missing(
        self, links: Sequence[HandLink], known: Collection[str], tried: Collection[str]
    ) -> Mapping[str, set[str]]:
        """By report, what is linked to something known and is not known itself."""
        wanted: defaultdict[str, set[str]] = defaultdict(set)
        for link in links:
            ends = ((link.anchor, link.anchor_report_id, link.event), (link.event, link.report_id, link.anchor))
            for key, report, other in ends:
                new = key not in known and key not in tried and report in self._reports
                if link.verdict == "same" and other in known and report and new:
                    wanted[report].add(key)
        return wanted

    def _said(self, report: str, keys: Collection[str]) -> list[Said]:
        """The statements of a report that are known by these keys."""
        numbers = [number for key, number, _ in _keys(self._store, report) if key in keys]
        statements = read(self._store, self._analyzer, Ranked({}, {}, Wanted(())), list(dict.fromkeys(numbers)))
        return [one for one in said_of(statements, self._reports, self._analyzer) if key_of(one) in keys]


def words_of(store: Store, report: str, keys: Collection[str]) -> dict[str, str]:
    """The sentences or table rows of a report that are known by these keys, as far as its current version has them.

    Raises:
        NotFound: there is no such report.
    """
    return {key: text for key, _, text in _keys(store, report) if key in keys}


def _keys(store: Store, report: str) -> Iterator[tuple[str, int, str]]:
    """What each statement of a report is known by, the number of its passage, and its words."""
    passages = store.passages_of(report)
    sections = [stored.passage.section_id for stored in passages if stored.passage.section_id]
    promises: defaultdict[str | None, list[tuple[str, str]]] = defaultdict(list)
    for fact in store.facts_in(COMMITMENTS, sections):
        promises[fact.fact.section_id].append((flat(fact.fact.quote), fact.fact.action))
    for stored in passages:
        for quote in candidates(stored.passage):
            text = flat(quote.text)
            yield key_for(report, text, ""), stored.number, quote.text
            for words, action in promises[stored.passage.section_id]:
                if shares(words, text):
                    yield key_for(report, text, action), stored.number, quote.text
