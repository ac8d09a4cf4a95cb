"""The pool: a bad file costs itself only."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from corpus.model import Problem, Reading
from corpus.settings import Settings
from ingest.reader import Task
from ingest.worker import Outcome, Work
from ingest.workers import Workers
from tests.ingest.readers import read

SETTINGS = Settings(jobs=2, page_seconds=2.0, worker_megabytes=400)


def outcomes(folder: Path, texts: dict[str, str], settings: Settings = SETTINGS) -> dict[str, Outcome]:
    """What became of files with these names and texts."""
    before = set(threading.enumerate())
    with Workers(read, settings) as workers:
        for name, text in texts.items():
            (folder / name).write_text(text, encoding="utf-8")
            workers.submit(Task(folder / name, name))
        found = [workers.outcome(60.0) for _ in texts]
    assert set(threading.enumerate()) <= before
    return {outcome.task.name: outcome for outcome in found if outcome is not None}


def test_bad_files_fail_alone_each_with_its_own_code(tmp_path: Path) -> None:
    texts = {
        "a.txt": "Kommunen har byggt bredband.",
        "crash.txt": "CRASH",
        "grow.txt": "GROW",
        "hang.txt": "HANG",
        "hang2.txt": "HANG2",
        "refuse.txt": "REFUSE",
        "stumble.txt": "STUMBLE",
        "z.txt": "Regionen har byggt vägar.",
    }
    found = outcomes(tmp_path, texts)
    codes = {
        name: outcome.result.code if isinstance(outcome.result, Problem) else None for name, outcome in found.items()
    }
    assert codes == {
        "a.txt": None,
        "crash.txt": "crashed",
        "grow.txt": "out_of_memory",
        "hang.txt": "timeout",
        "hang2.txt": "timeout",
        "refuse.txt": "encrypted",
        "stumble.txt": "internal_error",
        "z.txt": None,
    }
    for name, outcome in found.items():
        if isinstance(outcome.result, Problem):
            assert name in outcome.result.message
    problem = found["hang2.txt"].result
    assert isinstance(problem, Problem)
    assert problem.page == 2
    reading = found["z.txt"].result
    assert isinstance(reading, Reading)
    assert reading.report.sections[0].text == "Regionen har byggt vägar."


def test_a_slow_file_that_shows_signs_of_life_is_let_finish(tmp_path: Path) -> None:
    found = outcomes(tmp_path, {"slow.txt": "SLOW"}, Settings(jobs=1, page_seconds=1.0))
    assert isinstance(found["slow.txt"].result, Reading)
    assert found["slow.txt"].seconds > 1.5


def test_leaving_early_ends_the_processes(tmp_path: Path) -> None:
    (tmp_path / "hang.txt").write_text("HANG", encoding="utf-8")
    before = set(threading.enumerate())
    with Workers(read, Settings(jobs=1)) as workers:
        workers.submit(Task(tmp_path / "hang.txt", "hang.txt"))
        assert workers.outcome(1.5) is None
    assert set(threading.enumerate()) <= before


@pytest.mark.parametrize(
    ("started", "size", "done", "pages", "seconds"),
    [
        (False, 0, 0, 0, 180.0),
        (True, 0, 0, 0, 10.0),
        (True, 1_000_000, 0, 0, 110.0),
        (True, 1_000_000, 3, 400, 10.0),
        (True, 1_000_000, 400, 400, 210.0),
    ],
)
def test_patience_follows_what_is_known_of_the_file(
    started: bool, size: int, done: int, pages: int, seconds: float
) -> None:
    work = Work(Task(Path("a.pdf"), "a.pdf"), size, 0.0, 0.0, started, done, pages)
    assert work.patience(Settings(page_seconds=10.0)) == pytest.approx(seconds)


def test_a_reader_that_prints_does_not_reach_standard_output(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    outcomes(tmp_path, {"a.txt": "PRINT och sedan text"}, Settings(jobs=1))
    assert capfd.readouterr().out == ""


#: Ends the main thread as Ctrl-C does that comes after the pool has begun and before its block has.
INTERRUPTED = """
from corpus.settings import Settings
from ingest.workers import Workers
from tests.ingest.readers import read
Workers(read, Settings()).__enter__()
raise KeyboardInterrupt
"""


def test_a_pool_that_is_never_left_ends_with_the_main_thread(root: Path) -> None:
    ended = subprocess.run([sys.executable, "-c", INTERRUPTED], cwd=root, capture_output=True, timeout=30, check=False)
    assert ended.returncode != 0
    assert b"KeyboardInterrupt" in ended.stderr
