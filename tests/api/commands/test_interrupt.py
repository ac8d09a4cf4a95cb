"""Ctrl-C: a sentence, no trace, no process left behind, and the next run finishes."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil

from tests.api.commands.conftest import COMMAND, call_apart
from tests.ingest.small_reports import write_reports


def heed_interrupts() -> None:
    """What a shell starts in the background ignores Ctrl-C, and so does all that it starts: the suite, perhaps."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_an_interrupted_run_says_so_and_ends_its_workers(tmp_path: Path, root: Path) -> None:
    source = write_reports(tmp_path / "in", 40)
    environment = os.environ | {"ARSRINGAR_DATA": str(tmp_path / "data"), "ARSRINGAR_MODEL": "hash"}
    process = subprocess.Popen(
        [sys.executable, "-c", COMMAND, "ingest", str(source)],
        cwd=root,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
        preexec_fn=heed_interrupts,
    )
    deadline = time.monotonic() + 60
    while not (workers := psutil.Process(process.pid).children(recursive=True)) and time.monotonic() < deadline:
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGINT)  # A terminal sends it to the workers as well.
    out, err = process.communicate(timeout=60)
    assert process.returncode == 1, err
    assert out == ""
    assert "Avbrutet" in err.splitlines()[-1]
    assert "Traceback" not in err
    assert psutil.wait_procs(workers, timeout=10)[1] == []
    again = call_apart(tmp_path / "data", "ingest", source, root=root)
    assert again.status == 0
    assert "0 misslyckade" in again.out
