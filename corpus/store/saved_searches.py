"""Saved searches in the store: kept, listed, looked at, forgotten.

Like drafts they are no part of any report, and are written without being the one writer (`Database.writing`): a run of
ingestion takes minutes. Reading a report again leaves them, and what counts as new for them, as they are.
"""

import secrets
from datetime import UTC, datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from corpus.errors import LimitExceeded, NotFound
from corpus.saved_searches import SavedSearch, SearchRequest, checked
from corpus.store import schema
from corpus.store.database import AnyRow, Database, begin_writing, get_state, told

_S, _V = schema.saved_search.c, schema.version.c
#: Each is asked anew, on one page, when reports have come in.
MOST_SAVED = 30


class SavedSearches(Database):
    """What the store says of saved searches."""

    def saved_searches(self) -> list[SavedSearch]:
        """Every saved search, the latest saved first."""
        with self._reading() as connection:
            rows = connection.execute(sa.select(schema.saved_search)).all()
        return sorted(map(_saved, rows), key=lambda saved: (saved.created_at, saved.id), reverse=True)

    def saved_search(self, search_id: str) -> SavedSearch:
        """The saved search with this id.

        Raises:
            NotFound: there is none.
        """
        with self._reading() as connection:
            return _load(connection, search_id)

    def save_search(self, request: SearchRequest) -> SavedSearch:
        """Keep a search; all that is there now counts as seen. One that is kept already is left as it is.

        Raises:
            UsageError: it cannot be kept (`corpus.saved_searches.checked`).
            LimitExceeded: there are too many.
        """
        request = checked(request)
        now = datetime.now(UTC).isoformat(timespec="microseconds")
        with told(self.folder), begin_writing(self._engine) as connection:
            kept = [_saved(row) for row in connection.execute(sa.select(schema.saved_search))]
            same = next((saved for saved in kept if saved.request == request), None)
            if same is not None:
                return same
            if len(kept) >= MOST_SAVED:
                raise LimitExceeded(f"Det finns redan {MOST_SAVED} bevakningar. Ta bort någon av dem först.")
            first, last = request.years or (None, None)
            saved = SavedSearch(secrets.token_hex(6), request, now, now, _commit(connection))
            connection.execute(
                sa.insert(schema.saved_search).values(
                    id=saved.id,
                    query=request.query,
                    first_year=first,
                    last_year=last,
                    publisher=request.publisher,
                    place=request.place,
                    kind=request.kind,
                    project=request.project,
                    overlooked=request.overlooked,
                    created_at=now,
                    seen_at=now,
                    seen_commit=saved.seen_commit,
                )
            )
            return _load(connection, saved.id)

    def mark_seen(self, search_id: str, commit: int) -> SavedSearch:
        """Let everything that arrived up to a commit count as seen by this search's owner.

        Args:
            search_id: which.
            commit: the store's commit when what was looked at was found; never one that is yet to come.

        Raises:
            NotFound: there is no such search.
        """
        now = datetime.now(UTC).isoformat(timespec="microseconds")
        with told(self.folder), begin_writing(self._engine) as connection:
            before = _load(connection, search_id)
            seen = max(before.seen_commit, min(commit, _commit(connection)))
            its = sa.update(schema.saved_search).where(_S.id == search_id)
            connection.execute(its.values(seen_at=now, seen_commit=seen))
            return _load(connection, search_id)

    def forget_search(self, search_id: str) -> None:
        """Keep a saved search no longer.

        Raises:
            NotFound: there is no such search.
        """
        with told(self.folder), begin_writing(self._engine) as connection:
            _load(connection, search_id)
            connection.execute(sa.delete(schema.saved_search).where(_S.id == search_id))

    def arrived_since(self, commit: int) -> frozenset[str]:
        """Ids of the reports whose present content came in after a commit; having been read again is no arrival."""
        with self._reading() as connection:
            wanted = sa.select(_V.report_id).where(_V.current, _V.arrived > commit)
            return frozenset(connection.execute(wanted).scalars())


def _commit(connection: Connection) -> int:
    return int(get_state(connection, "commit") or 0)


def _load(connection: Connection, search_id: str) -> SavedSearch:
    row = connection.execute(sa.select(schema.saved_search).where(_S.id == search_id)).first()
    if row is None:
        raise NotFound(f"Det finns ingen bevakning med id ”{search_id[:100]}”. Den kan vara borttagen.")
    return _saved(row)


def _saved(row: AnyRow) -> SavedSearch:
    request = SearchRequest(
        query=row.query,
        years=None if row.first_year is None else (row.first_year, row.last_year),
        publisher=row.publisher,
        place=row.place,
        kind=row.kind,
        project=row.project,
        overlooked=row.overlooked,
    )
    return SavedSearch(row.id, request, row.created_at, row.seen_at, row.seen_commit)
