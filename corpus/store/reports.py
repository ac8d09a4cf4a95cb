"""Reports as they are kept: found, listed, named; their metadata with the corrections made by hand."""

import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from corpus.errors import AmbiguousName, NotFound
from corpus.model import Metadata
from corpus.store import schema
from corpus.store.corrections import Corrections, corrections_of
from corpus.store.database import AnyRow, AnySelect, Database, get_state
from corpus.store.items import VersionRef
from corpus.store.records import Counts, StoredReport

_PATH, _REPORT, _VERSION = schema.path.c, schema.report.c, schema.version.c


@dataclass(frozen=True, slots=True)
class _Listing:
    """The current reports as of a state of the store; listing them is most of what a search asks of the database."""

    writes: str | None
    reports: tuple[StoredReport, ...]


class Reports(Database):
    """What the store says of reports as wholes."""

    _listing: _Listing | None = None

    @property
    def commit_number(self) -> int:
        """Grows by one with each transaction that changes what can be found; 0 in a new store."""
        with self._reading() as connection:
            return int(get_state(connection, "commit") or 0)

    @property
    def change_number(self) -> int:
        """Grows by one with each transaction that changes anything of reports, corrections too; 0 in a new store."""
        with self._reading() as connection:
            return int(get_state(connection, "writes") or 0)

    def reports(
        self, *, years: tuple[int, int] | None = None, publisher: str | None = None, kind: str | None = None
    ) -> list[StoredReport]:
        """The current version of every report, by file and id.

        Args:
            years: first and last year; the report's period must touch them.
            publisher: the publisher's whole name, in whichever case.
            kind: one of `corpus.model.ReportKind`.
        """
        return [report for report in self._all_current() if _is_wanted(report.metadata, years, publisher, kind)]

    def report(self, report: str, version: int | None = None) -> StoredReport:
        """One version of the report with this id; the current one where `version` is None.

        Raises:
            NotFound: no such report, or no such version of it.
        """
        with self._reading() as connection:
            return load_report(connection, version_ref(connection, report, version))

    def versions(self, report: str) -> list[StoredReport]:
        """All versions of the report with this id, the newest first.

        Raises:
            NotFound: no such report.
        """
        with self._reading() as connection:
            version_ref(connection, report, None)
            found = _load(connection, sa.select(schema.version).where(_VERSION.report_id == report))
        return sorted(found, key=lambda stored: -stored.version)

    def resolve(self, reference: str) -> str:
        """The id of the report with this id, or with this base name (with or without its suffix).

        Raises:
            NotFound: there is none.
            AmbiguousName: several reports bear the name; the message lists their ids.
        """
        wanted = unicodedata.normalize("NFC", reference)
        with self._reading() as connection:
            if connection.execute(sa.select(_REPORT.id).where(_REPORT.id == wanted)).first():
                return wanted
            rows = connection.execute(
                sa.union(
                    sa.select(_PATH.file, _PATH.report_id),
                    sa.select(_VERSION.file, _VERSION.report_id).where(_VERSION.current),
                )
            ).all()
        names = [(unicodedata.normalize("NFC", row.file), row.report_id) for row in rows]
        for shorten in (str, _stem):
            ids: list[str] = sorted(
                {id_ for file, id_ in names if shorten(unicodedata.normalize("NFC", file)) == wanted}
            )
            if len(ids) > 1:
                message = f"Flera rapporter heter ”{reference[:200]}”. Ange id: {', '.join(ids)}."
                raise AmbiguousName(message, tuple(ids))
            if ids:
                return ids[0]
        raise NotFound(f"Det finns ingen rapport ”{reference[:200]}”. Kör ”arsringar list” för att se vilka som finns.")

    def _all_current(self) -> tuple[StoredReport, ...]:
        with self._reading() as connection:
            writes = get_state(connection, "writes")
            listing = self._listing
            if listing is None or listing.writes != writes:
                found = _load(connection, sa.select(schema.version).where(_VERSION.current))
                found.sort(key=lambda report: (report.file, report.id))
                self._listing = listing = _Listing(writes, tuple(found))
        return listing.reports


def version_ref(connection: Connection, report: str, version: int | None) -> VersionRef:
    """The version of the report with this id; the current one where `version` is None.

    Raises:
        NotFound: no such report, or no such version of it.
    """
    which = _VERSION.current if version is None else _VERSION.version == version
    wanted = sa.select(_VERSION.key, _VERSION.version).where(_VERSION.report_id == report, which)
    row = connection.execute(wanted).first()
    if row is None:
        name = f"”{report[:100]}”" if version is None else f"”{report[:100]}” i version {version}"
        raise NotFound(f"Det finns ingen rapport med id {name}. Kör ”arsringar list” för att se vilka som finns.")
    return VersionRef(row.key, report, row.version)


def load_report(connection: Connection, owner: VersionRef) -> StoredReport:
    """The report's version with its corrections."""
    return _load(connection, sa.select(schema.version).where(_VERSION.key == owner.key))[0]


def _load(connection: Connection, versions: AnySelect) -> list[StoredReport]:
    rows = connection.execute(versions).all()
    ids = {row.report_id for row in rows}
    only = _PATH.report_id.in_(ids) if len(ids) == 1 else sa.true()
    paths: defaultdict[str, list[AnyRow]] = defaultdict(list)
    for path in connection.execute(sa.select(schema.path).where(only).order_by(_PATH.path)):
        paths[path.report_id].append(path)
    only = _REPORT.id.in_(ids) if len(ids) == 1 else sa.true()
    added = {row.id: row.added_at for row in connection.execute(sa.select(schema.report).where(only))}
    edits = corrections_of(connection)
    return [_stored(row, paths[row.report_id], added[row.report_id], edits.get(row.report_id, {})) for row in rows]


def _stored(row: AnyRow, paths: Sequence[AnyRow], added_at: str, corrections: Corrections) -> StoredReport:
    metadata = Metadata(row.title, row.publisher, row.kind, row.period, row.registration_number, row.language)
    return StoredReport(
        id=row.report_id,
        version=row.version,
        current=row.current,
        file=next((path.file for path in paths if path.content_hash == row.content_hash), row.file),
        paths=tuple(path.path for path in paths),
        content_hash=row.content_hash,
        metadata=replace(metadata, **corrections),
        edited=tuple(sorted(corrections)),
        counts=Counts(*row.counts),
        problems=row.problems,
        added_at=added_at,
        read_at=row.read_at,
        reader=row.reader,
    )


def _is_wanted(metadata: Metadata, years: tuple[int, int] | None, publisher: str | None, kind: str | None) -> bool:
    period = metadata.period
    if years and not (period and period.start.year <= years[1] and years[0] <= period.end.year):
        return False
    if publisher and (metadata.publisher or "").casefold() != publisher.casefold():
        return False
    return kind is None or metadata.kind == kind


def _stem(file: str) -> str:
    stem, dot, _ = file.rpartition(".")
    return stem if dot and stem else file
