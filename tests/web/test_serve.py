"""`arsringar serve`: on the loopback address only, and a sentence where it cannot be."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError

import pytest

from api.commands.program import run
from corpus.settings import Settings
from tests.offline import closed_environment
from web import serve

COMMANDS = {"serve": serve.run}


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What `serve` says when it refuses; nothing on standard output, one line on standard error, status 2."""
    assert run(["serve", *arguments], COMMANDS) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    return said.err


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.10", "arsringar.example", "", "127.0.0.1.example"])
def test_an_address_that_others_reach_is_refused(capsys: pytest.CaptureFixture[str], host: str) -> None:
    assert "127.0.0.1" in refused(capsys, "--host", host)


@pytest.mark.parametrize("port", ["-1", "65536", "99999999999"])
def test_what_is_no_port_is_refused(capsys: pytest.CaptureFixture[str], port: str) -> None:
    assert "Porten ska vara 1–65535" in refused(capsys, "--port", port)


def test_a_taken_port_is_said_to_be(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = refused(capsys, "--port", str(port))
    assert f"Porten {port} på 127.0.0.1" in said
    assert "ett annat program svarar redan där" in said


@contextmanager
def serving(settings: Settings, host: str, environment: Mapping[str, str] | None = None) -> Iterator[str]:
    """The address that `serve` says it answers at, in a process of its own; it must end well on Ctrl-C."""
    command = [sys.executable, "-c", "from web.main import main; main()"]
    process = subprocess.Popen(
        [*command, "serve", "--host", host, "--port", "0", "--data", str(settings.data), "--model", "hash"],
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUTF8": "1", **(environment or {})},
    )
    assert process.stderr is not None
    try:
        said = process.stderr.readline()
        match = re.search(r"http://\S+", said)
        assert match, said
        yield match[0]
        process.send_signal(signal.SIGINT)
        rest = process.communicate(timeout=20)[1]
        assert (process.returncode, rest) == (0, "")
    finally:
        process.kill()
        process.wait()
        process.stderr.close()


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_it_says_its_address_and_answers_there(knowledge_base: Settings, host: str) -> None:
    with serving(knowledge_base, host) as address:
        with urllib.request.urlopen(f"{address}/api/v1/health", timeout=10) as answer:
            assert json.load(answer)["reports"] == 9
        with pytest.raises(HTTPError) as refused_:
            urllib.request.urlopen(f"{address}/api/v1/search?q={'a' * 100_000}", timeout=10)
        with refused_.value as answer:
            assert "för lång" in json.load(answer)["error"]["message"]


def test_it_serves_with_every_way_out_closed(knowledge_base: Settings, tmp_path: Path) -> None:
    with serving(knowledge_base, "127.0.0.1", closed_environment(tmp_path)) as address:
        for place in ("/", "/?q=bredband", "/rapporter", "/api/v1/search?q=bredband"):
            with urllib.request.urlopen(address + place, timeout=10) as answer:
                assert answer.status == 200
