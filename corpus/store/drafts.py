"""Drafts in the store: begun, saved version by version, undone and redone, deleted.

They have no part in reports, passages or indexes, and are written without being the one writer (`Database.writing`):
a run of ingestion takes minutes, and what people write must be kept meanwhile. SQLite lets one transaction write after
the other.
"""

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from corpus.drafts import Draft, check
from corpus.errors import Conflict, LimitExceeded, NotFound
from corpus.store import schema
from corpus.store.database import AnyRow, Database, begin_writing, told
from corpus.store.draft_records import DraftUse, StoredDraft
from corpus.store.moments import timestamp

_DRAFT, _VERSION = schema.draft.c, schema.draft_version.c
#: Versions of one draft that are kept, the newest; a day of writing, saved every few seconds while somebody types.
MOST_VERSIONS = 1000
MOST_DRAFTS = 1000
_NOT_SEEN = (
    "Utkastet har ändrats sedan du öppnade det, av någon annan eller i ett annat fönster. Inget har skrivits över: "
    "öppna utkastet igen och gör ändringen där."
)


class Drafts(Database):
    """What the store says of drafts."""

    def drafts(self) -> list[StoredDraft]:
        """Every draft as it is now, the latest saved first."""
        with self._reading() as connection:
            rows = connection.execute(_current()).all()
            stored = [_stored(connection, row) for row in rows]
        return sorted(stored, key=lambda draft: (draft.saved_at, draft.id), reverse=True)

    def draft(self, draft_id: str, version: int | None = None) -> StoredDraft:
        """A draft as it is now, or at one of its versions.

        Raises:
            NotFound: there is no such draft, or no such version of it.
        """
        with self._reading() as connection:
            return _load(connection, draft_id, version)

    def begin_draft(self, draft: Draft) -> StoredDraft:
        """Keep a new draft.

        Raises:
            UsageError, LimitExceeded: it cannot be kept (`corpus.drafts.check`), or there are too many.
        """
        check(draft)
        draft_id, now = secrets.token_hex(6), timestamp()
        with self._drafting() as connection:
            if (connection.execute(sa.select(sa.func.count()).select_from(schema.draft)).scalar() or 0) >= MOST_DRAFTS:
                raise LimitExceeded(f"Det finns redan {MOST_DRAFTS} utkast. Ta bort något av dem först.")
            connection.execute(sa.insert(schema.draft).values(id=draft_id, created_at=now, current=1))
            _insert(connection, draft_id, 1, None, now, draft)
            return _load(connection, draft_id, None)

    def save_draft(self, draft_id: str, draft: Draft, seen: int) -> StoredDraft:
        """Keep a draft's next version; where nothing differs, none is made.

        Args:
            draft_id: which.
            draft: what it says from now on.
            seen: the version that the writer changed.

        Raises:
            NotFound: there is no such draft.
            Conflict: the draft is no longer at that version: somebody else has saved.
            UsageError, LimitExceeded: it cannot be kept (`corpus.drafts.check`).
        """
        check(draft)
        with self._drafting() as connection:
            now = _seen(connection, draft_id, seen)
            if now.draft == draft:
                return now
            latest = connection.execute(sa.select(sa.func.max(_VERSION.version)).where(_of(draft_id))).scalar_one()
            _insert(connection, draft_id, latest + 1, now.version, timestamp(), draft)
            _go_to(connection, draft_id, latest + 1)
            old = _VERSION.version <= latest + 1 - MOST_VERSIONS
            connection.execute(sa.delete(schema.draft_version).where(_of(draft_id), old))
            return _load(connection, draft_id, None)

    def undo_draft(self, draft_id: str, seen: int) -> StoredDraft:
        """Go back to the version before.

        Raises:
            NotFound: there is no such draft, or nothing to undo.
            Conflict: the draft is no longer at the version that was seen.
        """
        return self._step(draft_id, seen, lambda now: now.previous, "Det finns inget att ångra.")

    def redo_draft(self, draft_id: str, seen: int) -> StoredDraft:
        """Go on to the version that was undone.

        Raises:
            NotFound: there is no such draft, or nothing was undone.
            Conflict: the draft is no longer at the version that was seen.
        """
        return self._step(draft_id, seen, lambda now: now.following, "Det finns inget att göra om.")

    def delete_draft(self, draft_id: str, seen: int) -> None:
        """Delete a draft with all its versions.

        Raises:
            NotFound: there is no such draft.
            Conflict: the draft is no longer at the version that was seen.
        """
        with self._drafting() as connection:
            _seen(connection, draft_id, seen)
            connection.execute(sa.delete(schema.draft).where(_DRAFT.id == draft_id))

    def drafts_using(self, report_id: str) -> list[DraftUse]:
        """The drafts that borrow from a report, as they are now."""
        counted = (
            (
                stored,
                sum(1 for _, block in stored.draft.blocks() if block.origin and block.origin.report_id == report_id),
            )
            for stored in self.drafts()
        )
        return [DraftUse(stored.id, stored.draft.title, count) for stored, count in counted if count]

    def forget_in_draft(self, draft_id: str, report_id: str) -> None:
        """Take what was borrowed from a report out of every version of a draft, so that nothing of it is left.

        Raises:
            NotFound: there is no such draft.
        """
        with self._drafting() as connection:
            _load(connection, draft_id, None)
            rows = connection.execute(sa.select(_VERSION.version, _VERSION.content).where(_of(draft_id))).all()
            for version, draft in rows:
                changed = sa.update(schema.draft_version).where(_of(draft_id), _VERSION.version == version)
                connection.execute(changed.values(content=_without(draft, report_id)))

    def _step(self, draft_id: str, seen: int, where: Callable[[StoredDraft], int | None], nothing: str) -> StoredDraft:
        with self._drafting() as connection:
            target = where(_seen(connection, draft_id, seen))
            if target is None:
                raise NotFound(nothing)
            _go_to(connection, draft_id, target)
            return _load(connection, draft_id, None)

    @contextmanager
    def _drafting(self) -> Iterator[Connection]:
        """A transaction that writes drafts; all of it is kept, or nothing."""
        with told(self.folder), begin_writing(self._engine) as connection:
            yield connection


def _without(draft: Draft, report_id: str) -> Draft:
    kept = (
        replace(heading, blocks=tuple(b for b in heading.blocks if not (b.origin and b.origin.report_id == report_id)))
        for heading in draft.headings
    )
    return replace(draft, headings=tuple(kept))


def _of(draft_id: str) -> sa.ColumnElement[bool]:
    return _VERSION.draft_id == draft_id


def _current() -> sa.Select[*tuple[object, ...]]:
    """Every draft joined to the version at which it is."""
    joined = schema.draft.join(
        schema.draft_version, sa.and_(_VERSION.draft_id == _DRAFT.id, _VERSION.version == _DRAFT.current)
    )
    return sa.select(_DRAFT.created_at, *schema.draft_version.c).select_from(joined)


def _load(connection: Connection, draft_id: str, version: int | None) -> StoredDraft:
    wanted = _current().where(_DRAFT.id == draft_id)
    if version is not None:
        joined = schema.draft.join(schema.draft_version, _VERSION.draft_id == _DRAFT.id)
        its = (_DRAFT.id == draft_id, _VERSION.version == version)
        wanted = sa.select(_DRAFT.created_at, *schema.draft_version.c).select_from(joined).where(*its)
    row = connection.execute(wanted).first()
    if row is None:
        raise NotFound("Utkastet finns inte, eller så har det tagits bort. Se listan över utkast.")
    return _stored(connection, row)


def _stored(connection: Connection, row: AnyRow) -> StoredDraft:
    """A version as it is handed out: undoing skips what is no longer kept, redoing takes the latest that was undone."""
    its = _VERSION.draft_id == row.draft_id
    before = sa.select(_VERSION.version).where(its, _VERSION.version == row.parent)
    after = sa.select(sa.func.max(_VERSION.version)).where(its, _VERSION.parent == row.version)
    return StoredDraft(
        id=row.draft_id,
        version=row.version,
        previous=connection.execute(before).scalar(),
        following=connection.execute(after).scalar(),
        created_at=row.created_at,
        saved_at=row.saved_at,
        draft=row.content,
    )


def _seen(connection: Connection, draft_id: str, seen: int) -> StoredDraft:
    now = _load(connection, draft_id, None)
    if now.version != seen:
        raise Conflict(_NOT_SEEN)
    return now


def _insert(
    connection: Connection, draft_id: str, version: int, parent: int | None, saved_at: str, draft: Draft
) -> None:
    values = {"draft_id": draft_id, "version": version, "parent": parent, "saved_at": saved_at, "content": draft}
    connection.execute(sa.insert(schema.draft_version).values(values))


def _go_to(connection: Connection, draft_id: str, version: int) -> None:
    connection.execute(sa.update(schema.draft).where(_DRAFT.id == draft_id).values(current=version))
