import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from corpus.errors import StoreBusy
from corpus.store import Store
from corpus.store.lock import WriterLock
from tests.corpus.store.readings import keep, plain

HOLD = """
import sys, time
from pathlib import Path
from corpus.store.lock import WriterLock
with WriterLock(Path(sys.argv[1])).held("arsringar ingest"):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def holder(tmp_path: Path, root: Path) -> subprocess.Popen[str]:
    """Another process that holds the lock."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path / "lock")], cwd=root, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def end(process: subprocess.Popen[str]) -> None:
    process.send_signal(signal.SIGKILL)
    process.communicate()


def test_a_second_writer_is_told_who_the_first_is(holder: subprocess.Popen[str], tmp_path: Path) -> None:
    try:
        with pytest.raises(StoreBusy, match=rf"”arsringar ingest” \(process {holder.pid}, sedan 20\d\d-"):
            WriterLock(tmp_path / "lock").held("arsringar edit").__enter__()
    finally:
        end(holder)


def test_a_dead_owner_is_no_hindrance(holder: subprocess.Popen[str], tmp_path: Path) -> None:
    end(holder)
    assert (tmp_path / "lock").read_text("utf-8")  # It did not clear up.
    with WriterLock(tmp_path / "lock").held("arsringar edit"):
        assert "arsringar edit" in (tmp_path / "lock").read_text("utf-8")
    assert (tmp_path / "lock").read_text("utf-8") == ""


def test_two_stores_in_one_process_are_two_writers(store: Store) -> None:
    with Store.open(store.folder) as other, store.writing("den ena"):
        with pytest.raises(StoreBusy, match="den ena"), other.writing("den andra"):
            pass
        with pytest.raises(StoreBusy):
            other.unblock("0" * 64)
    with store.writing("igen"):
        pass


def test_a_writer_may_be_it_again(store: Store, inbox: Path) -> None:
    with store.writing("yttre"):
        with store.writing("inre"):
            keep(store, inbox, "a.txt", plain("ett"))
        assert "yttre" in (store.folder / "writer.lock").read_text("utf-8")
        keep(store, inbox, "b.txt", plain("två"))
    assert len(store.reports()) == 2


def test_another_thread_is_another_writer(store: Store) -> None:
    met: list[BaseException] = []

    def write() -> None:
        try:
            store.unblock("0" * 64)
        except StoreBusy as busy:
            met.append(busy)

    with store.writing("huvudtråden"):
        thread = threading.Thread(target=write)
        thread.start()
        thread.join()
    assert "huvudtråden" in str(met[0])


def test_an_error_within_lets_go_of_the_lock(store: Store) -> None:
    with pytest.raises(ValueError, match="eget fel"), store.writing("a"):
        raise ValueError("eget fel")
    with pytest.raises(FileNotFoundError), store.writing("b"):  # The caller's own faults pass as they are.
        Path("/finns/inte").stat()
    with store.writing("c"):
        pass
