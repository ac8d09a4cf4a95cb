"""What is new for a saved search."""

import threading
from dataclasses import dataclass

from corpus.errors import ArsringarError
from corpus.saved_searches import SavedSearch
from corpus.store import Store
from search.answers import Hit
from search.query import Filters
from search.searcher import Searcher

#: The best hits of a search, among which what is new is looked for.
LOOKED_AT = 20
#: Answers that are remembered until something comes in: as many as there can be saved searches.
REMEMBERED = 30


@dataclass(frozen=True, slots=True)
class News:
    """The hits of a saved search in reports that came in since it was last looked at, the best first.

    `commit` is the store's, of which it is told: what somebody has looked at who has seen this. Where the search can
    no longer be asked, `error` says why.
    """

    saved: SavedSearch
    hits: tuple[Hit, ...]
    commit: int
    error: str | None = None


class Watcher:
    """Tells what is new; threads share it.

    A search is asked only where reports have come in since it was last looked at, and only once for each state of the
    store.
    """

    def __init__(self, store: Store, searcher: Searcher) -> None:
        self._store = store
        self._searcher = searcher
        self._remembered: dict[tuple[SavedSearch, int], News] = {}
        self._remembering = threading.Lock()

    def news(self, saved: SavedSearch) -> News:
        """What is new for one search; nothing where it has no sure answer."""
        commit = self._store.commit_number
        arrived = self._store.arrived_since(saved.seen_commit)
        if not arrived:
            return News(saved, (), commit)
        key = (saved, commit)
        with self._remembering:
            known = self._remembered.get(key)
        if known is None:
            known = self._asked(saved, arrived, commit)
            with self._remembering:
                kept = [(its, news) for its, news in self._remembered.items() if its[1] == commit]
                self._remembered = dict([*kept[-REMEMBERED + 1 :], (key, known)])
        return known

    def _asked(self, saved: SavedSearch, arrived: frozenset[str], commit: int) -> News:
        request = saved.request
        limits = Filters(request.years, request.publisher, request.place, request.kind, request.project)
        try:
            answer = self._searcher.search(request.query, LOOKED_AT, limits, request.overlooked)
        except ArsringarError as error:
            return News(saved, (), commit, error.message)
        new = (
            hit
            for hit in answer.hits
            if hit.report.id in arrived or any(other.report_id in arrived for other in hit.also)
        )
        return News(saved, tuple(new) if answer.confident else (), commit)
