"""Folders made once, whatever happens on the way."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from corpus.errors import ModelError
from search.encoder.cache import made_once

HALF_MADE = """
import sys, time
from pathlib import Path
from search.encoder.cache import made_once
def make(folder):
    (folder / "first").write_text("half")
    print("making", flush=True)
    time.sleep(600)
made_once(Path(sys.argv[1]), make)
"""


def write_whole(folder: Path) -> None:
    (folder / "first").write_text("whole")


def test_a_folder_is_made_once(tmp_path: Path) -> None:
    target = tmp_path / "models" / "one"
    assert made_once(target, write_whole) == target
    (target / "first").write_text("kept")
    made_once(target, write_whole)
    assert (target / "first").read_text() == "kept"


def test_a_killed_process_leaves_nothing_that_is_used(tmp_path: Path) -> None:
    target = tmp_path / "one"
    with subprocess.Popen([sys.executable, "-c", HALF_MADE, str(target)], stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stdout.readline() == b"making\n"
        os.kill(process.pid, signal.SIGKILL)
    assert not target.exists()
    assert len(list(tmp_path.glob(".making-*"))) == 1
    made_once(target, write_whole)
    assert (target / "first").read_text() == "whole"
    assert list(tmp_path.glob(".making-*")) == []


def test_a_failure_leaves_nothing(tmp_path: Path) -> None:
    def fail(folder: Path) -> None:
        write_whole(folder)
        raise ModelError("skadad")

    with pytest.raises(ModelError, match="skadad"):
        made_once(tmp_path / "one", fail)
    assert [path.name for path in tmp_path.iterdir()] == [".lock"]


def test_the_second_of_two_waits_for_the_first(tmp_path: Path) -> None:
    began, may_finish, made = threading.Event(), threading.Event(), []

    def make_slowly(folder: Path) -> None:
        made.append(folder)
        began.set()
        may_finish.wait(30)
        write_whole(folder)

    target = tmp_path / "one"
    first = threading.Thread(target=made_once, args=(target, make_slowly))
    first.start()
    began.wait(30)
    second = threading.Thread(target=made_once, args=(target, make_slowly))
    second.start()
    may_finish.set()
    first.join(30)
    second.join(30)
    assert len(made) == 1
    assert (target / "first").read_text() == "whole"


def test_a_cache_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "models").write_text("en fil, ingen mapp")
    with pytest.raises(ModelError, match=r"models.*ARSRINGAR_MODELS"):
        made_once(tmp_path / "models" / "one", write_whole)
