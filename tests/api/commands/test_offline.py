"""With every way out closed, the program works: nothing reaches for the network or looks up a host."""

from pathlib import Path

import pytest

from corpus.settings import load
from tests.api.commands.conftest import call_apart
from tests.offline import closed_environment


@pytest.mark.parametrize("model", ["hash", "e5"])
def test_ingest_and_search_reach_for_nothing(model: str, tmp_path: Path, reports: Path, root: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    environment = {"HOME": str(home), "ARSRINGAR_MODEL": model, "ARSRINGAR_MODELS": str(load().models)}
    base = tmp_path / "data"
    for arguments in (("ingest", reports), ("search", "bredband Övertorneå"), ("verify",)):
        done = call_apart(base, *arguments, root=root, environment=closed_environment(tmp_path) | environment)
        assert done.status == 0, done.err
        assert "the network was reached for" not in done.err
    assert list(home.iterdir()) == []


def test_the_closing_closes(tmp_path: Path, root: Path) -> None:
    closed = closed_environment(tmp_path, "socket.create_connection(('192.0.2.1', 80))\n")
    done = call_apart(tmp_path / "data", "list", root=root, environment=closed)
    assert "the network was reached for" in done.err
