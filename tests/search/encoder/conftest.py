"""The bundled model, made once a session the way a user's first run makes it: in a process that may not go outside."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from corpus.protocols import Encoder
from search.encoder.encoder import open_encoder

#: Runs first in the process: every way to another machine is written down and refused.
BLOCK_SOCKETS = """
import socket, sys
def refuse(*arguments, **named):
    print("OUTSIDE", arguments, file=sys.stderr, flush=True)
    raise OSError("no network in this test")
class Refused(socket.socket):
    connect = connect_ex = sendto = refuse
socket.socket = Refused
socket.getaddrinfo = socket.gethostbyname = socket.gethostbyname_ex = socket.create_connection = refuse
"""
FIRST_RUN = """
import json, sys
from pathlib import Path
from search.encoder.encoder import open_encoder
encoder = open_encoder(None, Path(sys.argv[1]))
query = encoder.encode_queries(["fiber till byarna"])
passage = encoder.encode_passages(["Fiber drogs till byarna."])
later = open_encoder(None, Path(sys.argv[1]))
assert (later.encode_queries(["fiber till byarna"]) == query).all()
Path(sys.argv[2]).write_text(json.dumps([encoder.model, encoder.dimensions, query.tolist(), passage.tolist()]))
"""


@dataclass(frozen=True, slots=True)
class FirstRun:
    """What a first run did: the cache it made, what it answered, what it printed, the home folder it had."""

    models: Path
    answer: list[object]
    output: str
    home: Path


def run_python(source: str, home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a program in a fresh process with its own home folder, without any proxy or hub setting of ours."""
    kept = {"PATH", "LANG", "LC_ALL", "SYSTEMROOT", "LD_LIBRARY_PATH"}
    environment = {name: value for name, value in os.environ.items() if name in kept} | {"HOME": str(home)}
    return subprocess.run(
        [sys.executable, "-c", source, *arguments], env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="session")
def first_run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FirstRun]:
    """A first run with sockets blocked and an empty home folder; its 700 MB are removed afterwards."""
    folder = tmp_path_factory.mktemp("encoder")
    home = folder / "home"
    home.mkdir()
    done = run_python(BLOCK_SOCKETS + FIRST_RUN, home, str(folder / "models"), str(folder / "answer.json"))
    assert done.returncode == 0, done.stderr
    answer = json.loads((folder / "answer.json").read_text(encoding="utf-8"))
    yield FirstRun(folder / "models", answer, done.stdout + done.stderr, home)
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def bundled(first_run: FirstRun) -> Encoder:
    """The bundled model in OpenVINO."""
    return open_encoder("e5", first_run.models, "openvino")


@pytest.fixture(scope="session")
def in_torch(first_run: FirstRun) -> Encoder:
    """The bundled model in PyTorch."""
    return open_encoder("e5", first_run.models, "torch")


@pytest.fixture(scope="session")
def data() -> Path:
    """Reference data."""
    return Path(__file__).parent / "data"


@pytest.fixture(scope="session")
def sentences(data: Path) -> list[str]:
    """Two hundred Swedish sentences, headings, table rows and questions in the genre."""
    return (data / "sentences.txt").read_text(encoding="utf-8").split("\n")[:-1]
