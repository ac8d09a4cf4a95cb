import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

from corpus.store import Store
from corpus.store.check import check
from tests.corpus.store.readings import MODEL, embed, keep, plain

#: Saves and replaces reports without end.
SAVE = """
import itertools, sys
from pathlib import Path
from corpus.store import Store
from tests.corpus.store.readings import embed, keep, plain
data, inbox = map(Path, sys.argv[1:])
with Store.open(data) as store, store.writing("test"):
    print("ready", flush=True)
    for n in itertools.count():
        keep(store, inbox, f"{n % 7}.txt", plain(*(f"mening {n} {m} " * 20 for m in range(30))))
        embed(store)
        if n % 5 == 4:
            store.remove([store.reports()[0].id])
"""


def test_readers_see_whole_reports_while_one_writes(store: Store, inbox: Path) -> None:
    seen: list[tuple[int, int]] = []
    stop = threading.Event()

    def read() -> None:
        with Store.open(store.folder) as reader:
            while not stop.is_set():
                for report in reader.reports():
                    stored = reader.report(report.id)
                    texts = {section.text.split()[1] for section in reader.sections(stored.id, stored.version)}
                    seen.append((len(texts), stored.counts.sections))

    keep(store, inbox, "a.txt", plain(*(f"version 0 {m}" for m in range(20))))
    threads = [threading.Thread(target=read) for _ in range(2)]
    for thread in threads:
        thread.start()
    with store.writing("test"):
        for n in range(1, 12):
            keep(store, inbox, "a.txt", plain(*(f"version {n} {m}" for m in range(20))))
            embed(store)
    stop.set()
    for thread in threads:
        thread.join()
    assert seen
    assert set(seen) == {(1, 20)}


def test_within_one_view_a_thread_sees_one_state_and_others_see_what_is_new(store: Store, inbox: Path) -> None:
    keep(store, inbox, "a.txt", plain("ett"))
    others: list[int] = []
    with Store.open(store.folder) as reader:
        with reader.reading():
            assert len(reader.reports()) == 1
            keep(store, inbox, "b.txt", plain("två"))
            with reader.reading():
                assert len(reader.reports()) == 1
            assert len(reader.reports()) == 1
            other = threading.Thread(target=lambda: others.append(len(reader.reports())))
            other.start()
            other.join()
        assert others == [2]
        assert len(reader.reports()) == 2


def test_a_reader_is_not_held_up_by_a_writer(store: Store, inbox: Path) -> None:
    keep(store, inbox, "a.txt", plain("ett"))
    with store._changing() as connection, Store.open(store.folder) as reader:
        connection.exec_driver_sql("DELETE FROM report")
        began = time.monotonic()
        assert len(reader.reports()) == 1
        assert time.monotonic() - began < 2
        connection.exec_driver_sql("ROLLBACK")
        connection.exec_driver_sql("BEGIN")


def test_one_store_serves_many_threads(store: Store, inbox: Path) -> None:
    report = keep(store, inbox, "a.txt", plain(*(f"mening {m}" for m in range(50))))
    found: list[int] = []

    def read() -> None:
        found.extend(len(store.sections(report.id)) + len(store.passages_of(report.id)) for _ in range(10))

    threads = [threading.Thread(target=read) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [100] * 120


def test_a_writer_killed_at_any_moment_leaves_a_whole_store(data: Path, inbox: Path, root: Path) -> None:
    chance = random.Random(3)
    for _ in range(4):
        process = subprocess.Popen(
            [sys.executable, "-c", SAVE, str(data), str(inbox)], cwd=root, stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        time.sleep(chance.uniform(0.05, 0.7))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        with Store.open(data) as store:
            with store.writing("nästa"):
                embed(store)
            assert check(store, MODEL) == []
            wanted = {version.content_hash for report in store.reports() for version in store.versions(report.id)}
            assert set(store.files.hashes()) == wanted
