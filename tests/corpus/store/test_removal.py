import shutil
import signal
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from corpus.errors import NotFound, StoreBusy
from corpus.model import Facts, Figure, Problem
from corpus.store import Store, erasure
from corpus.store.items import FIGURES
from corpus.store.migrations import back_up
from tests.corpus.store.readings import MODEL, embed, keep, plain, rich

SECRET = "Hemligstämplad mening om Källarvalvet"


def holding(folder: Path, *needles: str) -> list[str]:
    """Files that hold any of the texts in their bytes, as UTF-8 or UTF-16."""
    signs = [needle.encode(code) for needle in needles for code in ("utf-8", "utf-16-le")]
    return sorted(
        str(path.relative_to(folder))
        for path in folder.rglob("*")
        if path.is_file() and any(sign in path.read_bytes() for sign in signs)
    )


def fill(store: Store, inbox: Path) -> str:
    """Several reports, one with the secret in two versions; returns its id."""
    for n in range(5):
        keep(store, inbox, f"annan{n}.txt", plain(*(f"Mening {n} {m} " * 30 for m in range(40))))
    secrets = [f"{SECRET} nummer {m}. " * 20 for m in range(60)]
    told = Facts(figures=(Figure("f1", SECRET, 1.0, "km"), Figure("f2", SECRET, 2.0, "km")))
    report = keep(store, inbox, "hemlig-rapport.txt", replace(plain(*secrets, title="Hemlig titel"), facts=told))
    store.amend(FIGURES, f"{report.id}-1-f1", {"measure": "Hemligt mått"})
    store.amend(FIGURES, f"{report.id}-1-f2", {}, wrong=True)
    embed(store)
    keep(store, inbox, "hemlig-rapport.txt", plain(*secrets[:20], "nytt", title="Hemlig titel"))
    embed(store)
    store.edit(report.id, {"publisher": "Hemlig utgivare"})
    store.record_failure(
        str(inbox / "hemlig-rapport.txt"), "hemlig-rapport.txt", "f" * 64, [Problem("x", "Hemligt problem")]
    )
    return report.id


NEEDLES = (SECRET, "Hemlig titel", "Hemlig utgivare", "hemlig-rapport", "Hemligt problem", "Hemligt mått")


def test_nothing_is_left_in_any_byte(store: Store, inbox: Path) -> None:
    id_ = fill(store, inbox)
    back_up(store._engine, store.folder / "backups", 1)
    hashes = {version.content_hash for version in store.versions(id_)}
    found = holding(store.folder, *NEEDLES)
    assert any(name.startswith("backups") for name in found)
    assert any(name.startswith("files") for name in found)
    assert any(name.startswith("store.sqlite") for name in found)
    removed = store.remove([id_])
    assert holding(store.folder, *NEEDLES, id_ + "-") == []
    assert set(removed.content_hashes) == hashes == set(store.blocked())
    assert len(store.reports()) == 5
    assert store.failures() == []
    with store._engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT * FROM fact_correction").all() == []


def test_nothing_is_left_after_closing_either(data: Path, inbox: Path) -> None:
    with Store.open(data) as store:
        store.remove([fill(store, inbox)])
    assert holding(data, *NEEDLES) == []


def test_a_backup_that_does_not_hold_it_stays(store: Store, inbox: Path) -> None:
    keep(store, inbox, "annan.txt", plain("annat"))
    before = back_up(store._engine, store.folder / "backups", 1)
    store.remove([fill(store, inbox)])
    assert before.exists()


def test_vectors_that_others_use_stay(store: Store, inbox: Path) -> None:
    one, two = keep(store, inbox, "a.txt", plain("ett", "två")), keep(store, inbox, "b.txt", plain("ett", "tre"))
    embed(store)
    numbers = [stored.number for stored in store.passages_of(two.id)]
    before = store.vectors(MODEL, numbers)
    removed = store.remove([one.id])
    assert np.array_equal(store.vectors(MODEL, numbers), before)
    assert len(removed.numbers) == 2
    store.remove([two.id])
    third = keep(store, inbox, "c.txt", plain("ett", "fyra"))
    assert len(embed(store)) == 2  # The vector of "ett" went with the last that used it.
    assert third.current


def test_unblocked_content_is_let_in_again(store: Store, inbox: Path) -> None:
    report = keep(store, inbox, "a.txt", rich())
    store.remove([report.id])
    store.unblock(report.content_hash)
    assert store.blocked() == []
    again = keep(store, inbox, "a.txt", rich())
    assert (again.id, again.version, again.edited) == (report.id, 1, ())
    with pytest.raises(NotFound):
        store.unblock(report.content_hash)


def test_one_unknown_id_and_nothing_is_removed(store: Store, inbox: Path) -> None:
    report = keep(store, inbox, "a.txt", plain("ett"))
    with pytest.raises(NotFound):
        store.remove([report.id, "0" * 12])
    assert len(store.reports()) == 1
    assert store.remove([]).ids == ()


def test_a_removal_is_a_commit(store: Store, inbox: Path) -> None:
    report = keep(store, inbox, "a.txt", plain("ett"))
    assert store.remove([report.id]).commit_number == store.commit_number == 2


def test_a_reader_that_stays_is_named_and_the_next_writer_goes_on(
    store: Store, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    id_ = fill(store, inbox)
    monkeypatch.setattr(erasure.overwrite, "__defaults__", (0.1,))
    with store._engine.connect() as reader:
        reader.exec_driver_sql("SELECT * FROM section").fetchone()
        with pytest.raises(StoreBusy, match="läser ännu det gamla"):
            store.remove([id_])
        assert [report.id for report in store.reports() if report.id == id_] == []
    with store.writing("nästa"):
        pass
    assert holding(store.folder, *NEEDLES) == []


def test_a_reader_that_soon_ends_is_waited_for(store: Store, inbox: Path) -> None:
    id_ = fill(store, inbox)
    reader = store._engine.connect()
    reader.exec_driver_sql("SELECT * FROM section").fetchone()
    timer = threading.Timer(0.3, reader.close)
    timer.start()
    store.remove([id_])
    timer.join()
    assert holding(store.folder, *NEEDLES) == []


REMOVE = """
import os, signal, sys
from pathlib import Path
from corpus.store import Store, erasure
from corpus.store.items import FIGURES

def die(*arguments):
    os.kill(os.getpid(), signal.SIGKILL)

setattr(erasure, {"rows": "erase_copies", "files": "overwrite"}[sys.argv[3]], die)
store = Store.open(Path(sys.argv[1]))
store.remove([sys.argv[2]])
"""


@pytest.mark.parametrize("moment", ["rows", "files"])
def test_a_killed_removal_is_finished_by_the_next_writer(data: Path, inbox: Path, root: Path, moment: str) -> None:
    with Store.open(data) as store:
        id_ = fill(store, inbox)
        back_up(store._engine, data / "backups", 1)
    done = subprocess.run([sys.executable, "-c", REMOVE, str(data), id_, moment], cwd=root, check=False)
    assert done.returncode == -signal.SIGKILL
    assert holding(data, *NEEDLES) != []
    with Store.open(data) as store:
        with store.writing("nästa"):
            pass
        assert holding(data, *NEEDLES) == []
        assert len(store.reports()) == 5


def test_a_copied_folder_is_a_store_of_its_own(data: Path, inbox: Path, tmp_path: Path) -> None:
    with Store.open(data) as store:
        id_ = fill(store, inbox)
    shutil.copytree(data, tmp_path / "copy")
    with Store.open(tmp_path / "copy") as copy:
        copy.remove([id_])
    with Store.open(data) as store:
        assert store.report(id_).version == 2
