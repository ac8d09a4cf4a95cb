"""Removal: a report leaves no trace but the hash of its content, which is not let in again."""

from collections.abc import Collection, Iterable

import sqlalchemy as sa

from corpus.errors import NotFound
from corpus.store import erasure, schema
from corpus.store.database import begin_writing, count_up, get_state, set_state, told
from corpus.store.links import Linking
from corpus.store.migrations import BACKUPS
from corpus.store.records import Removal
from corpus.store.reports import version_ref
from corpus.store.saving import depart
from corpus.store.vectors import sweep

_VERSION, _PATH, _BLOCKED, _LINK = schema.version.c, schema.path.c, schema.blocked.c, schema.hand_link.c
#: Set while rows are gone but bytes may remain, so that a killed removal is finished by the next writer.
PENDING = "erasure_pending"


class Removing(Linking):
    """Takes reports out, and clears up."""

    def remove(self, reports: Iterable[str], keep_links: Collection[tuple[str, str]] = ()) -> Removal:
        """Erase reports with all their versions from every byte of the store, and block their content.

        Rows, vectors, originals, corrections, failures at their paths, backup copies that hold them, free pages and the
        log. The index is the caller's: publish a new generation and prune the older ones before saying that it is
        done. A removal that is killed is finished by the next writer.

        Args:
            reports: ids.
            keep_links: the anchors and events of hand-made links that are kept, of those with an end in one of the
                reports: keys, no words. They are in force again when the report is let in and read again.

        Raises:
            NotFound: no such report; then nothing is removed.
            StoreBusy: another process is writing; or one is reading what was removed (it is then gone, but not yet
                every byte of it: the next writer goes on).
        """
        ids = tuple(sorted(set(reports)))
        with self.writing("arsringar remove"):
            removal = self._delete(ids, keep_links)
            self._erase(removal.content_hashes)
        return removal

    def blocked(self) -> list[str]:
        """Hashes of content that was removed and is not let in, in order."""
        with self._reading() as connection:
            return list(connection.execute(sa.select(_BLOCKED.content_hash).order_by(_BLOCKED.content_hash)).scalars())

    def block(self, content_hashes: Iterable[str]) -> None:
        """Let content with these hashes in no more, whether or not it is here."""
        with self._changing() as connection:
            held = set(connection.execute(sa.select(_BLOCKED.content_hash)).scalars())
            new = sorted(set(content_hashes) - held)
            if new:
                connection.execute(sa.insert(schema.blocked), [{"content_hash": hash_} for hash_ in new])

    def unblock(self, content_hash: str) -> None:
        """Let removed content in again; a file's is `corpus.files.hash_of`.

        Raises:
            NotFound: it is not blocked.
        """
        with self._changing() as connection:
            gone = connection.execute(sa.delete(schema.blocked).where(_BLOCKED.content_hash == content_hash))
            if not gone.rowcount:
                raise NotFound("Innehållet är inte spärrat.")

    def _delete(self, ids: tuple[str, ...], keep_links: Collection[tuple[str, str]]) -> Removal:
        with self._changing() as connection:
            for report_id in ids:
                version_ref(connection, report_id, None)
            ours = _VERSION.report_id.in_(ids)
            hashes = set(connection.execute(sa.select(_VERSION.content_hash).where(ours)).scalars())
            numbers = connection.execute(
                sa.select(schema.passage.c.number)
                .join(schema.version, schema.passage.c.version_key == _VERSION.key)
                .where(ours)
                .order_by(schema.passage.c.number)
            ).scalars()
            removed = tuple(numbers)
            commit = count_up(connection, "commit")
            depart(connection, ours & _VERSION.current, commit)
            paths = sa.select(_PATH.path).where(_PATH.report_id.in_(ids))
            failed = schema.failure.c
            connection.execute(
                sa.delete(schema.failure).where(failed.path.in_(paths) | failed.content_hash.in_(hashes))
            )
            linked = _LINK.report_id.in_(ids) | _LINK.anchor_report_id.in_(ids)
            kept = sa.tuple_(_LINK.anchor, _LINK.event).in_(sorted(keep_links))
            connection.execute(sa.delete(schema.hand_link).where(linked, ~kept))
            connection.execute(sa.delete(schema.report).where(schema.report.c.id.in_(ids)))
            connection.execute(sa.delete(schema.blocked).where(_BLOCKED.content_hash.in_(hashes)))
            if hashes:
                connection.execute(sa.insert(schema.blocked), [{"content_hash": hash_} for hash_ in sorted(hashes)])
            sweep(connection)
            set_state(connection, PENDING, "1")
        return Removal(ids, tuple(sorted(hashes)), removed, commit)

    def _erase(self, hashes: Iterable[str]) -> None:
        """Bring what rows no longer say out of every byte."""
        with told(self.folder):
            for content_hash in hashes:
                self.files.erase(content_hash)
            erasure.erase_copies(self.folder / BACKUPS, set(hashes))
            erasure.overwrite(self._engine)
            with begin_writing(self._engine) as connection:
                set_state(connection, PENDING, "")

    def _clear_up(self) -> None:
        with begin_writing(self._engine) as connection:
            wanted = set(connection.execute(sa.select(_VERSION.content_hash)).scalars())
            pending = get_state(connection, PENDING)
        self.files.clear(wanted)
        if pending:
            self._erase(self.blocked())

    def _sweep(self) -> None:
        with told(self.folder), begin_writing(self._engine) as connection:
            sweep(connection)
