"""A knowledge base of small reports, and the command line to ask it with."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from api.commands.program import run
from tests.ingest.small_reports import write_reports

COMMAND = "from web.main import main; main()"


@dataclass(frozen=True, slots=True)
class Called:
    """What a command wrote and its exit status."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """Standard output as one JSON document."""
        read: dict[str, Any] = json.loads(self.out)
        return read


Call = Callable[..., Called]


@pytest.fixture(scope="session")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with small reports."""
    return write_reports(tmp_path_factory.mktemp("reports"), 4)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory, reports: Path) -> Path:
    """A knowledge base of them; not to be changed."""
    folder = tmp_path_factory.mktemp("made") / "data"
    assert run(["--data", str(folder), "--model", "hash", "ingest", str(reports)]) == 0
    return folder


@pytest.fixture
def base(made: Path, tmp_path: Path) -> Path:
    """A copy of it that a test may change."""
    shutil.copytree(made, tmp_path / "base")
    return tmp_path / "base"


@pytest.fixture
def call(base: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Call:
    """Run a command on `base` in this process."""
    monkeypatch.setenv("ARSRINGAR_DATA", str(base))
    monkeypatch.setenv("ARSRINGAR_MODEL", "hash")

    def called(*arguments: object) -> Called:
        capfd.readouterr()
        status = run([str(argument) for argument in arguments])
        written = capfd.readouterr()
        return Called(status, written.out, written.err)

    return called


def call_apart(
    base: Path,
    *arguments: object,
    root: Path,
    before: tuple[str, ...] = (),
    environment: Mapping[str, str] | None = None,
    prepare: Callable[[], None] | None = None,
) -> Called:
    """Run a command on `base` in a process of its own.

    Args:
        base: the knowledge base.
        arguments: of the command.
        root: the checkout.
        before: put before Python, such as `setpriv …`.
        environment: variables besides this process's own.
        prepare: called in the process before Python begins.
    """
    done = subprocess.run(
        [*before, sys.executable, "-c", COMMAND, *(str(argument) for argument in arguments)],
        cwd=root,
        env=os.environ | {"ARSRINGAR_DATA": str(base), "ARSRINGAR_MODEL": "hash"} | dict(environment or {}),
        preexec_fn=prepare,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    return Called(done.returncode, done.stdout, done.stderr)
