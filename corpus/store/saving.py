"""What ingestion tells the store: is this file known, here is its reading, it could not be read."""

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from corpus.errors import BlockedContent, NotFound, StoreError
from corpus.model import Reading
from corpus.store import schema
from corpus.store.database import AnyRow, count_up
from corpus.store.identifiers import REPORT_DIGITS, report_id_for
from corpus.store.items import KINDS, PASSAGES, VersionRef
from corpus.store.moments import timestamp
from corpus.store.records import FileState, Known, StoredReport
from corpus.store.reports import load_report, version_ref
from corpus.store.standing_corrections import apply_all
from corpus.store.vectors import Vectors

_PATH, _VERSION, _FAILURE, _BLOCKED = schema.path.c, schema.version.c, schema.failure.c, schema.blocked.c
_P = schema.passage.c


@dataclass(frozen=True, slots=True)
class _Target:
    """Which version of which report a reading becomes.

    `replaced` is the key of an earlier reading of that version, `arrived` the commit that first brought its content in.
    """

    report_id: str
    version: int
    current: bool
    is_new: bool = False
    replaced: int | None = None
    arrived: int | None = None


class Saving(Vectors):
    """What ingestion asks and tells."""

    def known(self, path: str, content_hash: str, reader: str = "") -> Known:
        """What the store knows of the file with this content at this path.

        Args:
            path: as it will be given to `save`; make it absolute.
            content_hash: SHA-256 of the bytes in hex.
            reader: the version of the reading code; another one than before makes a kept report `outdated` and lets
                a failed file be tried again.
        """
        with self._reading() as connection:
            if _is_blocked(connection, content_hash):
                return Known("blocked")
            holders = _holders(connection, content_hash)
            at = _at(connection, path)
            failed = connection.execute(
                sa.select(_FAILURE.problems).where(
                    schema.failure.c.path == path, _FAILURE.content_hash == content_hash, _FAILURE.reader == reader
                )
            ).first()
            state, row = _judge(at, content_hash, holders, reader)
            if failed is not None and state in ("new", "changed"):
                state = "failed"
            report_id = row.report_id if row is not None else at.report_id if at is not None else None
            version = row.version if row is not None else None
            report = load_report(connection, version_ref(connection, report_id, version)) if report_id else None
        return Known(state, report, failed.problems if failed is not None and state == "failed" else ())

    def save(self, path: str, file: str, content_hash: str, reading: Reading, reader: str = "") -> StoredReport:
        """Keep a reading, all of it in one transaction.

        New content at a new path becomes a report; new content at a known path becomes that report's next version; a
        content that is kept already has its reading replaced. The original must be there (`files.keep`). What the
        metadata says afterwards (corrections made by hand are in force) is in what is returned: make the passages'
        context from that.

        Args:
            path: where the content was given.
            file: the path's base name.
            content_hash: SHA-256 of the bytes in hex.
            reading: what was read, with local ids.
            reader: the version of the reading code.

        Raises:
            BlockedContent: the content was removed.
            StoreBusy: another process is writing.
            StoreError: it could not be written, or the reading refers to something it does not have.
        """
        with self._changing() as connection:
            if _is_blocked(connection, content_hash):
                raise BlockedContent(
                    f"{file} har tagits bort ur kunskapsbasen och släpps inte in igen utan ”arsringar unblock”."
                )
            if not self.files.has(content_hash):
                raise StoreError(f"Originalet till {file} är inte sparat. Kör inläsningen igen.")
            target = _target(connection, path, content_hash)
            commit = count_up(connection, "commit")
            now = timestamp()
            _make_way(connection, target, commit)
            if target.is_new:
                connection.execute(sa.insert(schema.report).values(id=target.report_id, added_at=now))
            arrived = commit if target.arrived is None else target.arrived
            owner = _insert_version(connection, target, file, content_hash, reading, reader, now, arrived)
            _insert_parts(connection, owner, reading, commit)
            _note_path(connection, path, file, target.report_id, content_hash)
            self._to_sweep = self._to_sweep or not target.is_new
            return load_report(connection, owner)

    def link(self, path: str, file: str, content_hash: str) -> StoredReport:
        """Note that content that is kept already (`elsewhere`) also lies at this path.

        Raises:
            NotFound: it is not kept.
        """
        with self._changing() as connection:
            _, row = _judge(_at(connection, path), content_hash, _holders(connection, content_hash), "")
            if row is None:
                raise NotFound(f"Innehållet i {file} finns inte i kunskapsbasen.")
            _note_path(connection, path, file, row.report_id, content_hash)
            return load_report(connection, VersionRef(row.key, row.report_id, row.version))


def _judge(
    at: AnyRow | None, content_hash: str, holders: Sequence[AnyRow], reader: str
) -> tuple[FileState, AnyRow | None]:
    """The state of a file, and the version that has its content.

    Args:
        at: the row of its path.
        content_hash: its content.
        holders: versions that have this content, the best first.
        reader: the version of the reading code.
    """
    own = next((row for row in holders if at is not None and row.report_id == at.report_id), None)
    if own is not None and at is not None and at.content_hash != content_hash and not own.current:
        return "changed", None  # The file has gone back to what it was in a replaced version.
    row = own or next(iter(holders), None)
    if row is None:
        return ("new" if at is None else "changed"), None
    if row.reader != reader:
        return "outdated", row
    return ("unchanged" if at is not None and at.content_hash == content_hash else "elsewhere"), row


def _target(connection: Connection, path: str, content_hash: str) -> _Target:
    """Which version of which report the content at this path becomes."""
    at = _at(connection, path)
    state, row = _judge(at, content_hash, _holders(connection, content_hash), "")
    if row is not None:
        return _Target(row.report_id, row.version, row.current, replaced=row.key, arrived=row.arrived)
    if state == "changed" and at is not None:
        newest = connection.execute(
            sa.select(sa.func.max(_VERSION.version)).where(_VERSION.report_id == at.report_id)
        ).scalar()
        return _Target(at.report_id, (newest or 0) + 1, True)
    alike = schema.report.c.id.startswith(content_hash[:REPORT_DIGITS], autoescape=True)
    taken = set(connection.execute(sa.select(schema.report.c.id).where(alike)).scalars())
    return _Target(report_id_for(content_hash, taken), 1, True, is_new=True)


def _make_way(connection: Connection, target: _Target, commit: int) -> None:
    """Let the version that the target replaces go, and its passages depart from the indexes."""
    if target.is_new:
        return
    ours = _VERSION.report_id == target.report_id
    going = _VERSION.key == target.replaced if target.replaced is not None else ours & _VERSION.current
    depart(connection, going & _VERSION.current, commit)
    if target.replaced is not None:
        connection.execute(sa.delete(schema.version).where(_VERSION.key == target.replaced))
        return
    replaced = sa.select(_P.number).join(schema.version, _P.version_key == _VERSION.key).where(going)
    connection.execute(sa.delete(schema.embedded).where(schema.embedded.c.number.in_(replaced)))
    connection.execute(sa.update(schema.version).where(ours).values(current=False))


def depart(connection: Connection, versions: sa.ColumnElement[bool], commit: int) -> None:
    """Note that the passages of these versions are no longer searched from this commit on."""
    going = (
        sa.select(_P.number, sa.literal(commit)).join(schema.version, _P.version_key == _VERSION.key).where(versions)
    )
    connection.execute(sa.insert(schema.departed).from_select(["number", "commit_number"], going))


def _insert_version(
    connection: Connection,
    target: _Target,
    file: str,
    content_hash: str,
    reading: Reading,
    reader: str,
    now: str,
    arrived: int,
) -> VersionRef:
    metadata = reading.report.metadata
    made = connection.execute(
        sa.insert(schema.version)
        .values(
            content_hash=content_hash,
            report_id=target.report_id,
            version=target.version,
            current=target.current,
            file=file,
            read_at=now,
            reader=reader,
            title=metadata.title,
            publisher=metadata.publisher,
            kind=metadata.kind,
            period=metadata.period,
            registration_number=metadata.registration_number,
            language=metadata.language,
            problems=reading.report.problems,
            counts=_counts(reading),
            arrived=arrived,
        )
        .returning(_VERSION.key)
    )
    return VersionRef(made.scalar_one(), target.report_id, target.version)


def _insert_parts(connection: Connection, owner: VersionRef, reading: Reading, commit: int) -> None:
    for kind in KINDS:
        kind.insert(connection, owner, reading)
    PASSAGES.insert(connection, owner, reading, arrived=commit, changed=commit)
    apply_all(connection, owner.report_id)


def _counts(reading: Reading) -> tuple[int, ...]:
    """The fields of `Counts`, in order."""
    report, facts = reading.report, reading.facts
    return (
        sum(page.number is not None for page in report.pages),
        len(report.sections),
        len(reading.passages),
        len(report.tables),
        len(report.illustrations),
        len(report.footnotes),
        len(facts.projects),
        len(facts.figures),
        len(facts.commitments),
    )


def _at(connection: Connection, path: str) -> AnyRow | None:
    return connection.execute(sa.select(schema.path).where(schema.path.c.path == path)).first()


def _holders(connection: Connection, content_hash: str) -> Sequence[AnyRow]:
    """The versions that have this content: current ones first, then the newest, then by report."""
    return connection.execute(
        sa.select(
            _VERSION.key, _VERSION.report_id, _VERSION.version, _VERSION.current, _VERSION.reader, _VERSION.arrived
        )
        .where(_VERSION.content_hash == content_hash)
        .order_by(_VERSION.current.desc(), _VERSION.version.desc(), _VERSION.report_id)
    ).all()


def _is_blocked(connection: Connection, content_hash: str) -> bool:
    return (
        connection.execute(sa.select(schema.blocked).where(_BLOCKED.content_hash == content_hash)).first() is not None
    )


def _note_path(connection: Connection, path: str, file: str, report_id: str, content_hash: str) -> None:
    connection.execute(sa.delete(schema.path).where(schema.path.c.path == path))
    connection.execute(
        sa.insert(schema.path).values(path=path, report_id=report_id, content_hash=content_hash, file=file)
    )
    # What lies here is kept now, and what this content said elsewhere is settled too.
    connection.execute(
        sa.delete(schema.failure).where((schema.failure.c.path == path) | (_FAILURE.content_hash == content_hash))
    )
