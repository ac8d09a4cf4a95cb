"""Making sure that what was removed is in no byte: free pages, the write-ahead log, backup copies."""

import sqlite3
import time
from collections.abc import Collection
from pathlib import Path

from sqlalchemy.engine import Engine

from corpus.errors import StoreBusy

#: How long readers that still see what was removed are waited for.
PATIENCE_SECONDS = 30.0
_TRY_MILLISECONDS = 100
_CHUNK_BYTES = 1 << 20


def overwrite(engine: Engine, patience: float = PATIENCE_SECONDS) -> None:
    """Write the database anew without what was deleted, and empty its log.

    Raises:
        StoreBusy: a reader has held on to the old state for longer than `patience` seconds.
    """
    deadline = time.monotonic() + patience
    borrowed = engine.raw_connection()
    try:
        connection = borrowed.driver_connection
        assert isinstance(connection, sqlite3.Connection)
        connection.execute("VACUUM")
        connection.execute(f"PRAGMA busy_timeout={_TRY_MILLISECONDS}")
        while connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
            if time.monotonic() > deadline:
                raise StoreBusy(
                    "Rapporten är borttagen, men en annan process läser ännu det gamla, så att spår finns kvar på "
                    "disken. Stäng den och kör kommandot igen."
                )
    finally:
        borrowed.invalidate()  # Its patience is shorter than that of the others.
        borrowed.close()


def erase_copies(folder: Path, hashes: Collection[str]) -> list[Path]:
    """Delete the backup copies that hold any content with these hashes; returns which.

    Whatever its schema, a copy that holds a report holds the hash of its content as text.
    """
    signs = [content_hash.encode("ascii") for content_hash in hashes]
    gone = [copy for copy in sorted(folder.glob("*")) if copy.is_file() and _holds(copy, signs)]
    for copy in gone:
        copy.unlink()
    return gone


def _holds(path: Path, signs: Collection[bytes]) -> bool:
    longest = max(map(len, signs), default=0)
    tail = b""
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK_BYTES):
            window = tail + chunk
            if any(sign in window for sign in signs):
                return True
            tail = window[-longest:] if longest else b""
    return False
