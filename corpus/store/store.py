"""The store's public face: opened, used, closed."""

from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy.engine import Engine

from corpus.errors import StoreError
from corpus.store import migrations, schema
from corpus.store.database import FILE, LOCK, engine_for, get_state, told
from corpus.store.drafts import Drafts
from corpus.store.failures import Failures
from corpus.store.lock import WriterLock
from corpus.store.removal import Removing
from corpus.store.saved_searches import SavedSearches


class Store(Removing, Failures, Drafts, SavedSearches):
    """The knowledge base in one folder; open it with `Store.open`, close it or use it as a context manager.

        store.sqlite         everything extracted, its versions and corrections, the vectors
        files/ab/ab12…       the original files by hash
        backups/             copies made before the schema was changed
        writer.lock          names the writer while there is one

    Any number of processes and threads may read, also while one writes. What it can do stands in one module for each
    noun: `Reports`, `Contents`, `FactLists`, `Passages`, `Vectors`, `Saving`, `Editing`,
    `Amending`, `Linking`, `Removing`, `Failures`, `Drafts`, `SavedSearches`.
    """

    @classmethod
    def open(cls, folder: Path, *, create: bool = True) -> Self:
        """Open the store, made if missing, brought up to date (after a backup copy) if older.

        Raises:
            StoreError: the folder cannot be used; or it holds no store and `create` is False.
            VersionMismatch: a newer version of the program made it.
            StoreBusy: it must be made or brought up to date, and another process is writing.
        """
        folder = folder.absolute()
        with told(folder):
            if not create and not (folder / FILE).is_file():
                raise StoreError(
                    f"Det finns ingen kunskapsbas i {folder}. Läs in rapporter med ”arsringar ingest”, eller ange en "
                    "annan mapp med --data."
                )
            folder.mkdir(parents=True, exist_ok=True)
            engine = engine_for(folder / FILE)
            try:
                return cls(folder, engine, _identity(engine, folder))
            except BaseException:
                engine.dispose()
                raise

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


def _identity(engine: Engine, folder: Path) -> str:
    """The store's name, after the store has been made or brought up to date where needed."""
    if migrations.version_of(engine, folder) != schema.SCHEMA_VERSION:
        with WriterLock(folder / LOCK).held("arsringar"):
            migrations.bring_up_to_date(engine, folder)
    with engine.begin() as connection:
        return get_state(connection, migrations.IDENTITY) or ""
