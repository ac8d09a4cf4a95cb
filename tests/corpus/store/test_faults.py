"""Disks and folders that fail: one sentence, and what was there is there."""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import event

from corpus.errors import StoreError
from corpus.store import Store
from corpus.store.check import check
from corpus.store.database import FILE, told
from tests.corpus.store.readings import MODEL, embed, keep, plain

NOBODY = 65_534


@pytest.fixture
def foreign() -> Iterator[Path]:
    """A folder in which the test may not write: the test runs as somebody else where it would be allowed all."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Store.open(folder / "data") as store:
            path = folder / "a.txt"
            path.write_text("ett")
            store.save(str(path), "a.txt", store.files.keep(path), plain("ett"))
        for path in [folder, *folder.rglob("*")]:
            path.chmod(0o555 if path.is_dir() else 0o444)
        if os.geteuid() == 0:
            os.seteuid(NOBODY)
        try:
            yield folder
        finally:
            if os.getuid() == 0:
                os.seteuid(0)
            for path in [folder, *folder.rglob("*")]:
                path.chmod(0o755)


def test_a_folder_without_rights_is_refused_in_a_sentence(foreign: Path) -> None:
    for folder in (foreign / "data", foreign / "ny"):
        with pytest.raises(StoreError) as caught:
            Store.open(folder)
        assert str(folder) in caught.value.message
        assert "mapp" in caught.value.message
        assert "\n" not in caught.value.message


def test_a_folder_that_is_a_file_is_refused_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    with pytest.raises(StoreError, match=r"Kunskapsbasen i .* kunde inte användas"):
        Store.open(tmp_path / "data")


def test_a_full_disk_changes_nothing(store: Store, inbox: Path) -> None:
    keep(store, inbox, "a.txt", plain("ett"))
    embed(store)
    before = store.reports()
    with closing(sqlite3.connect(store.folder / FILE)) as connection:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
    store._engine.dispose()
    most = f"PRAGMA max_page_count={pages + 3}"
    event.listen(store._engine, "connect", lambda connection, entry: connection.execute(most))
    with pytest.raises(StoreError, match="Disken är full"):
        keep(store, inbox, "b.txt", plain(*(f"{n} " * 2000 for n in range(100))))
    assert store.reports() == before
    with pytest.raises(StoreError, match="Disken är full"):
        keep(store, inbox, "a.txt", plain(*(f"{n} " * 2000 for n in range(100))))
    assert store.reports() == before
    assert store.commit_number == 1
    assert check(store, MODEL) == []


def test_a_damaged_file_is_told_of(data: Path, inbox: Path) -> None:
    with Store.open(data) as store:
        keep(store, inbox, "a.txt", plain("ett " * 5000))
    raw = bytearray((data / FILE).read_bytes())
    raw[4096 * 4 :] = b"\x55" * (len(raw) - 4096 * 4)
    (data / FILE).write_bytes(raw)
    with pytest.raises(StoreError, match="skadad"), Store.open(data) as store:
        store.sections(store.reports()[0].id)


def test_the_system_s_faults_are_told_in_swedish(tmp_path: Path) -> None:
    for fault, words in (
        (OSError(28, "No space left on device"), "Disken är full"),
        (OSError(30, "Read-only file system"), "skriva"),
        (PermissionError(13, "Permission denied"), "skriva"),
        (OSError(5, "Input/output error"), "Input/output error"),
        (sqlite3.OperationalError("disk I/O error"), "Disken kunde inte"),
        (sqlite3.OperationalError("attempt to write a readonly database"), "skriva"),
    ):
        with pytest.raises(StoreError, match=words), told(tmp_path):
            raise fault


def test_a_locked_database_is_busy(store: Store, inbox: Path) -> None:
    store._engine.dispose()
    event.listen(store._engine, "connect", lambda connection, entry: connection.execute("PRAGMA busy_timeout=50"))
    with closing(sqlite3.connect(store.folder / FILE, isolation_level=None)) as stranger:
        stranger.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="En annan process skriver"):
            keep(store, inbox, "a.txt", plain("ett"))
        assert store.reports() == []
        stranger.execute("ROLLBACK")
    keep(store, inbox, "a.txt", plain("ett"))
