"""Ingestion in a process of its own that is killed at a given moment."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil

from corpus.settings import Settings

COMMAND = "from web.main import main; main()"


def start(source: Path, settings: Settings, root: Path) -> "subprocess.Popen[bytes]":
    """Begin to ingest `source` as a user would, with the command."""
    arguments = ["--data", str(settings.data), "--model", settings.model, "ingest", "--jobs", str(settings.jobs)]
    environment = os.environ | {"ARSRINGAR_MODELS": str(settings.models)}
    return subprocess.Popen(
        [sys.executable, "-c", COMMAND, *arguments, str(source)],
        cwd=root,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def seconds_undisturbed(source: Path, settings: Settings, root: Path) -> float:
    """Ingest to the end; returns how long it took."""
    began = time.monotonic()
    assert start(source, settings, root).wait(600) == 0
    return time.monotonic() - began


def kill_after(seconds: float, source: Path, settings: Settings, root: Path) -> bool:
    """Ingest and kill the process after so long; returns whether it was still at work.

    Its workers must end by themselves, for nobody is left who could end them.
    """
    process = start(source, settings, root)
    try:
        process.wait(seconds)
        return False
    except subprocess.TimeoutExpired:
        workers = psutil.Process(process.pid).children(recursive=True)
        process.send_signal(signal.SIGKILL)
        process.wait()
    _, alive = psutil.wait_procs(workers, timeout=10)
    assert alive == [], "workers outlived the killed process"
    return True
