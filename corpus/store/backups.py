"""Backups: one file that holds the database as it was at one moment and every original it speaks of."""

import hashlib
import json
import os
import secrets
import shutil
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from corpus.errors import NotFound, StoreBusy, StoreError, UnreadableFile, UsageError, VersionMismatch
from corpus.files import CHUNK_BYTES, hash_of
from corpus.store import schema
from corpus.store.database import FILE, FILES, begin_writing, get_state, set_state, told
from corpus.store.migrations import IDENTITY
from corpus.store.moments import timestamp
from corpus.store.store import Store

MANIFEST = "manifest.json"
#: Of the archive's layout; raised when an older program could not read it any more.
FORMAT = 1
#: Attempts at a moment in which no original is erased while it is copied.
ATTEMPTS = 3
#: Counters that must go on growing, lest a reader take the restored state for the one it knows.
_COUNTERS = ("writes", "commit")


@dataclass(frozen=True, slots=True)
class Backup:
    """What a backup holds.

    Attributes:
        format: of the archive's layout.
        schema: version of the database's schema.
        made_at: ISO 8601 in UTC.
        reports: how many reports it holds.
        originals: SHA-256 hashes of the original files, in order.
        database: SHA-256 of the database's file.
    """

    format: int
    schema: int
    made_at: str
    reports: int
    originals: tuple[str, ...]
    database: str


@dataclass(frozen=True, slots=True)
class Restored:
    """What was restored, and the ids of reports that had been removed here meanwhile and so were removed again."""

    backup: Backup
    removed_again: tuple[str, ...]


def back_up(store: Store, target: Path) -> Backup:
    """Write everything into one file while the store is in use; a file that is there is whole.

    The database holds corrections, blocks and whatever else people have made; indexes are built anew from it.

    Raises:
        UsageError: something that is no backup bears the name already, or there is no such folder.
        StoreBusy: reports were removed all the while.
        StoreError: the file cannot be written.
    """
    if target.is_dir() or (target.exists() and not _is_backup(target)):
        raise UsageError(f"”{target}” finns redan och är ingen säkerhetskopia. Välj ett annat namn.")
    if not target.absolute().parent.is_dir():
        raise UsageError(f"Mappen ”{target.absolute().parent}” finns inte. Skapa den först.")
    part = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    with _space_told(target):
        try:
            for _ in range(ATTEMPTS):
                made = _write(store, part)
                if made is not None:
                    part.replace(target)
                    return made
        finally:
            part.unlink(missing_ok=True)
    raise StoreBusy("Rapporter togs bort medan säkerhetskopian gjordes. Vänta tills det är klart och försök igen.")


def restore(folder: Path, source: Path, *, replace: bool = False) -> Restored:
    """Bring back what a backup holds, all of it or nothing; the whole file is checked before anything is changed.

    Content that was removed here since the backup was made is removed again: a backup is no way around a removal. The
    caller builds the indexes.

    Args:
        folder: the knowledge base's.
        source: the backup.
        replace: whether a knowledge base that is there may be replaced; a server over it sees the new state.

    Raises:
        UnreadableFile: it is no backup, or a damaged one.
        VersionMismatch: a newer version of the program made it.
        UsageError: there is a knowledge base already.
        StoreBusy: another process is writing.
        StoreError: the folder cannot be written.
    """
    exists = (folder / FILE).is_file()
    if exists and not replace:
        raise UsageError(
            f"Det finns redan en kunskapsbas i {folder.absolute()}. Ange en annan mapp med --data, eller --replace för "
            "att ersätta den."
        )
    with told(folder), _opened(source) as archive:
        backup = _checked(archive, source)
        folder.mkdir(parents=True, exist_ok=True)
        unpacked = Path(tempfile.mkdtemp(prefix=".restoring-", dir=folder))
        try:
            _unpack(archive, source, backup, unpacked)
            with Store.open(unpacked, create=False) as held:  # Brings an older schema up to date.
                return Restored(backup, _take_over(folder, held, backup))
        finally:
            shutil.rmtree(unpacked, ignore_errors=True)


def _write(store: Store, part: Path) -> Backup | None:
    """Write the archive; None where an original was erased meanwhile."""
    with tempfile.TemporaryDirectory(prefix=".backup-", dir=part.absolute().parent) as work:
        copy = Path(work) / FILE
        _copy_database(store, copy)
        with closing(sqlite3.connect(copy)) as connection:
            hashes = [row[0] for row in connection.execute("SELECT DISTINCT content_hash FROM version ORDER BY 1")]
            reports = connection.execute("SELECT count(*) FROM report").fetchone()[0]
        if not set(hashes).isdisjoint(store.blocked()):  # Removed since the copy, so that it must not be in a backup.
            return None
        hashes = [content_hash for content_hash in hashes if store.files.has(content_hash)]
        now = timestamp()
        backup = Backup(FORMAT, schema.SCHEMA_VERSION, now, reports, tuple(hashes), hash_of(copy))
        with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(MANIFEST, json.dumps(asdict(backup), indent=1))
            archive.write(copy, FILE)
            for content_hash in hashes:
                try:
                    archive.write(store.files.path(content_hash), f"{FILES}/{content_hash}", zipfile.ZIP_STORED)
                except (NotFound, FileNotFoundError):
                    return None
    with part.open("rb") as written:
        os.fsync(written.fileno())
    return backup


def _copy_database(store: Store, copy: Path) -> None:
    """The database as it is at one moment, whoever writes meanwhile."""
    with store.borrowed() as original, closing(sqlite3.connect(copy)) as target:
        original.backup(target)


def _is_backup(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            return MANIFEST in archive.namelist()
    except (OSError, zipfile.BadZipFile):
        return False


@contextmanager
def _opened(source: Path) -> Iterator[zipfile.ZipFile]:
    try:
        archive = zipfile.ZipFile(source)
    except OSError as error:
        message = f"”{source}” kan inte läsas ({error.strerror or error}). Kontrollera sökvägen och rättigheterna."
        raise UnreadableFile(message, "unreadable") from error
    except zipfile.BadZipFile as error:
        raise _no_backup(source) from error
    with archive:
        yield archive


def _checked(archive: zipfile.ZipFile, source: Path) -> Backup:
    """The archive's own account of itself.

    Raises:
        UnreadableFile: there is none that can be read.
        VersionMismatch: a newer version of the program wrote it.
    """
    try:
        told_ = json.loads(archive.read(MANIFEST))
        backup = Backup(**{**told_, "originals": tuple(told_["originals"])})
        newer = backup.format > FORMAT or backup.schema > schema.SCHEMA_VERSION
    except (KeyError, TypeError, ValueError, zipfile.BadZipFile, OSError) as error:
        raise _no_backup(source) from error
    if newer:
        raise VersionMismatch(
            f"Säkerhetskopian ”{source.name}” är gjord av en nyare version av Årsringar. Uppdatera programmet."
        )
    return backup


def _unpack(archive: zipfile.ZipFile, source: Path, backup: Backup, into: Path) -> None:
    """Unpack what the account names, and nothing else, each file checked against its hash."""
    originals = into / FILES
    wanted = [(FILE, into / FILE, backup.database)]
    wanted += [(f"{FILES}/{one}", originals / one[:2] / one, one) for one in backup.originals]
    for name, path, content_hash in wanted:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            digest = hashlib.sha256()
            with archive.open(name) as packed, path.open("wb") as target:
                while chunk := packed.read(CHUNK_BYTES):
                    digest.update(chunk)
                    target.write(chunk)
        except (KeyError, EOFError, zipfile.BadZipFile, NotImplementedError) as error:
            raise _damaged(source, name) from error
        if digest.hexdigest() != content_hash:
            raise _damaged(source, name)
    with closing(sqlite3.connect(into / FILE)) as connection:
        try:
            sound = connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
        except sqlite3.DatabaseError:
            sound = False
    if not sound:
        raise _damaged(source, FILE)


def _take_over(folder: Path, held: Store, backup: Backup) -> tuple[str, ...]:
    """Make the unpacked state the folder's; returns what had been removed there and so goes again."""
    with Store.open(folder) as store, store.writing("arsringar restore"):
        blocked = set(store.blocked())
        _continue(held, store)
        for content_hash in backup.originals:
            if not store.files.has(content_hash):
                store.files.keep(held.files.path(content_hash))
        with held.borrowed() as source, store.borrowed() as target:
            source.backup(target)
    with Store.open(folder) as store, store.writing("arsringar restore"):
        store.block(blocked)
        again = tuple(
            report.id
            for report in store.reports()
            if any(version.content_hash in blocked for version in store.versions(report.id))
        )
        if again:
            store.remove(again)
    return again


def _continue(held: Store, store: Store) -> None:
    """Let the unpacked state bear the folder's name, and its counters go on from where the folder's stand."""
    with begin_writing(store.engine) as connection:
        counted = {name: int(get_state(connection, name) or 0) for name in _COUNTERS}
    with begin_writing(held.engine) as connection:
        for name, count in counted.items():
            set_state(connection, name, str(max(count, int(get_state(connection, name) or 0)) + 1))
        set_state(connection, IDENTITY, store.identity)


def _no_backup(source: Path) -> UnreadableFile:
    return UnreadableFile(f"”{source.name}” är ingen säkerhetskopia av Årsringar.", "not_a_backup")


def _damaged(source: Path, name: str) -> UnreadableFile:
    return UnreadableFile(
        f"Säkerhetskopian ”{source.name}” är skadad ({name[:20]}); inget har ändrats. Använd en annan.", "damaged"
    )


@contextmanager
def _space_told(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StoreError(
            f"Säkerhetskopian ”{target}” kunde inte skrivas ({error.strerror or error}). Välj en annan plats."
        ) from error
