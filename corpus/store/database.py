"""The database behind the store: connections, transactions, and faults told in a sentence.

Only this module, `erasure` and the backup copy in `migrations` know that the database is SQLite.
"""

import errno
import sqlite3
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, nullcontext
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from corpus.errors import NotFound, StoreBusy, StoreError
from corpus.files import OriginalFiles
from corpus.store import schema
from corpus.store.lock import WriterLock

FILE = "store.sqlite"
LOCK = "writer.lock"
#: A row, and a selection, of whichever columns.
AnyRow = sa.Row[*tuple[Any, ...]]
AnySelect = sa.Select[*tuple[Any, ...]]
FILES = "files"
#: How long a statement waits for another's transaction: longer than saving the largest report takes.
BUSY_SECONDS = 20
#: Bound values in one statement; SQLite allows 32 766, PostgreSQL 65 535.
MOST_VALUES = 10_000

# secure_delete: what is deleted is overwritten. synchronous=NORMAL: with a write-ahead log, a killed process loses
# nothing and a power cut at most the last transactions, never consistency.
_PRAGMAS = ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "secure_delete=ON", "cache_size=-32000")

#: What SQLite says, and what people are told.
_FAULTS: tuple[tuple[str, type[StoreError], str], ...] = (
    ("database or disk is full", StoreError, "Disken är full. Frigör utrymme och kör kommandot igen."),
    ("disk i/o error", StoreError, "Disken kunde inte läsas eller skrivas. Kontrollera disken och kör kommandot igen."),
    ("readonly database", StoreError, "Det går inte att skriva där. Ge skrivrättighet eller välj en annan mapp."),
    ("unable to open", StoreError, "Filen kan inte öppnas. Ge läs- och skrivrättighet eller välj en annan mapp."),
    ("database is locked", StoreBusy, "En annan process skriver. Vänta tills den är klar och försök igen."),
    (
        "not a database",
        StoreError,
        "Filen är inte en kunskapsbas. Välj en annan mapp med --data.",
    ),
    ("malformed", StoreError, "Filen är skadad. Återställ en säkerhetskopia eller läs in rapporterna på nytt."),
)
_ERRNO = {
    errno.ENOSPC: _FAULTS[0][2],
    errno.EDQUOT: _FAULTS[0][2],
    errno.EFBIG: _FAULTS[0][2],
    errno.EROFS: _FAULTS[2][2],
    errno.EACCES: _FAULTS[2][2],
    errno.EPERM: _FAULTS[2][2],
}


class Database:
    """A folder's database, the original files beside it, and the right to write both.

    Attributes:
        folder: the knowledge base's folder.
        files: the original files.
        identity: a random name made with the store, by which an index recognises it.
    """

    def __init__(self, folder: Path, engine: Engine, identity: str) -> None:
        self.folder = folder
        self.files = OriginalFiles(folder / FILES)
        self.identity = identity
        self._engine = engine
        self._lock = WriterLock(folder / LOCK)
        self._to_sweep = False
        self._view = threading.local()

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Let this thread see the database as it is now for the length of the block, whatever is written meanwhile.

        All that the thread reads within it is of one state, and takes one transaction instead of many.

        Raises:
            StoreError: the database cannot be read.
        """
        before = self._viewed
        with ExitStack() as stack:
            if before is None:
                with told(self.folder):
                    self._view.connection = stack.enter_context(self._engine.begin())
            try:
                yield
            finally:
                self._view.connection = before

    @property
    def _viewed(self) -> Connection | None:
        """What this thread reads by within `reading`."""
        connection: Connection | None = getattr(self._view, "connection", None)
        return connection

    @contextmanager
    def writing(self, owner: str) -> Iterator[None]:
        """Be the one writer for the length of the block; within it in the same thread, being it again is nothing.

        What a killed writer left (originals that no report refers to, a removal not finished) is cleared up first;
        vectors that have come out of use are deleted when the block ends well. Every method that writes becomes the
        writer for itself where it is not within such a block. A run of ingestion is one block, or its originals might
        be cleared away before their readings are saved, and equal texts not keep their vectors.

        Args:
            owner: what others are told, such as `arsringar ingest`.

        Raises:
            StoreBusy: another process or thread is the writer; the message names it.
            StoreError: the folder cannot be written.
        """
        with self._being_writer(owner, then=self._clear_up):
            yield

    @contextmanager
    def _being_writer(self, owner: str, then: Callable[[], None] = lambda: None) -> Iterator[None]:
        if self._lock.mine:
            yield
            return
        with ExitStack() as stack:
            with told(self.folder):
                stack.enter_context(self._lock.held(owner))
                then()
            yield
            if self._to_sweep:
                self._sweep()
                self._to_sweep = False

    @property
    def engine(self) -> Engine:
        """What opens transactions; for what works on the database as a whole."""
        return self._engine

    @contextmanager
    def borrowed(self) -> Iterator[sqlite3.Connection]:
        """A connection to the database as a whole, such as to copy it."""
        connection = self._engine.raw_connection()
        try:
            driver = connection.driver_connection
            assert isinstance(driver, sqlite3.Connection)
            yield driver
        finally:
            connection.close()

    @property
    def writer(self) -> str | None:
        """Who is the writer now, such as `arsringar ingest`; None where nobody is."""
        return self._lock.holder

    def faults(self) -> list[str]:
        """What the database finds wrong with itself, in its own words; takes about a second a gigabyte."""
        with self._reading() as connection:
            said = connection.exec_driver_sql("PRAGMA integrity_check(20)").scalars().all()
            dangling = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        tables = sorted({row[0] for row in dangling})
        return [line for line in said if line != "ok"] + [f"dangling reference in {table}" for table in tables]

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        """A transaction that sees the database as it is now, or as it was where `reading` began.

        What no database could hold (a number of 30 digits, half a character) is not found in it.
        """
        viewed = self._viewed
        try:
            with told(self.folder), self._engine.begin() if viewed is None else nullcontext(viewed) as connection:
                yield connection
        except (OverflowError, UnicodeEncodeError):
            raise NotFound("Det som söks finns inte i kunskapsbasen.") from None

    @contextmanager
    def _changing(self) -> Iterator[Connection]:
        """A transaction that writes, as the writer; all of it is kept, or nothing."""
        owner = Path(sys.argv[0]).name or "arsringar"
        with self._being_writer(owner), told(self.folder), begin_writing(self._engine) as it:
            count_up(it, "writes")
            yield it

    def _clear_up(self) -> None:
        """Clear up what a killed writer left."""
        raise NotImplementedError

    def _sweep(self) -> None:
        """Delete what has come out of use."""
        raise NotImplementedError


@contextmanager
def begin_writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that writes; it waits for another's at its beginning, not halfway."""
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        yield connection


@contextmanager
def told(folder: Path) -> Iterator[None]:
    """Turn faults of the database and the disk into a `StoreError` with a sentence about the folder."""
    try:
        yield
    except (sa.exc.DBAPIError, sqlite3.Error) as fault:
        said = str(getattr(fault, "orig", None) or fault)
        kind, sentence = next(
            ((kind, sentence) for sign, kind, sentence in _FAULTS if sign in said.lower()),
            (StoreError, f"Databasen svarade: {said}."),
        )
        raise kind(f"Kunskapsbasen i {folder} kunde inte användas. {sentence}") from fault
    except sa.exc.TimeoutError as fault:
        raise StoreBusy(f"Kunskapsbasen i {folder} har för många läsare just nu. Försök igen.") from fault
    except OSError as fault:
        sentence = _ERRNO.get(fault.errno or 0, f"Systemet svarade: {fault.strerror or fault}.")
        raise StoreError(f"Kunskapsbasen i {folder} kunde inte användas. {sentence}") from fault


def engine_for(path: Path) -> Engine:
    """An engine whose transactions are real ones: a consistent view for readers, an early lock for the writer."""
    engine = sa.create_engine(sa.URL.create("sqlite", database=str(path)), connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: DBAPIConnection, entry: ConnectionPoolEntry) -> None:
    # The driver would begin transactions only before writing statements, and then commit before some of them.
    connection.isolation_level = None  # sqlite3's own setting
    # SQLite's own knows only ASCII letters: "Övertorneå" would not be found in "övertorneå".
    connection.create_function("lower", 1, _lower, deterministic=True)
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _lower(text: str | None) -> str | None:
    return None if text is None else str(text).lower()


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def get_state(connection: Connection, name: str) -> str | None:
    """A single value of the store; None where it was never set."""
    return connection.execute(sa.select(schema.state.c.value).where(schema.state.c.name == name)).scalar()


def set_state(connection: Connection, name: str, value: str) -> None:
    """Set a single value of the store."""
    connection.execute(sa.delete(schema.state).where(schema.state.c.name == name))
    connection.execute(sa.insert(schema.state).values(name=name, value=value))


def count_up(connection: Connection, name: str) -> int:
    """Raise a counter of the store by one; returns what it is then."""
    number = int(get_state(connection, name) or 0) + 1
    set_state(connection, name, str(number))
    return number


def chunks(values: list[Any]) -> Iterator[list[Any]]:
    """The values in pieces that one statement can bind."""
    for first in range(0, len(values), MOST_VALUES):
        yield values[first : first + MOST_VALUES]
