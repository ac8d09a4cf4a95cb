"""What the README tells newcomers to type, typed: its command lines and its HTTP requests, as they stand there."""

import json
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from api.commands.program import COMMANDS, run
from corpus.settings import Settings
from tests.web.conftest import serving
from web.app import create_app

SERVER = "http://127.0.0.1:8000"
COMMAND = ".venv/bin/arsringar"
REPORT = "Uppföljning av företagsstödet 2020\n\nUnder 2020 fick 12 företag stöd för att ställa om.\n"


@pytest.fixture(scope="module")
def readme(root: Path) -> str:
    return (root / "README.md").read_text(encoding="utf-8")


def typed(readme: str, program: str) -> list[list[str]]:
    """The lines that begin with a program, as a shell parts them."""
    lines = re.findall(rf"^    ({re.escape(program)} .*)$", readme, re.MULTILINE)
    return [shlex.split(line, comments=True) for line in lines]


def test_its_command_lines_do_what_they_say(
    readme: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "rapporter").mkdir()
    (tmp_path / "rapporter" / "stöd.txt").write_text(REPORT, encoding="utf-8")
    for name, value in (
        ("HOME", str(tmp_path)),
        ("ARSRINGAR_DATA", str(tmp_path / "data")),
        ("ARSRINGAR_MODEL", "hash"),
    ):
        monkeypatch.setenv(name, value)
    lines = [[str(Path(word).expanduser()) for word in line[1:]] for line in typed(readme, COMMAND)]
    assert [line[0] for line in lines] == ["ingest", "search", "serve"]
    assert run(lines[0]) == 0
    assert run(lines[1]) == 0
    assert "fick 12 företag stöd" in capsys.readouterr().out


def test_its_table_has_every_command(readme: str) -> None:
    rows = re.findall(r"^\| (`.+?) \|", readme, re.MULTILINE)
    named = {word for row in rows for word in re.findall(r"`([a-z][a-z-]*)", row)}
    assert named == {*COMMANDS, "serve"}


@pytest.fixture(scope="module")
def server(knowledge_base: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("readme") / "data"
    shutil.copytree(knowledge_base.data, folder)
    with serving(create_app(replace(knowledge_base, data=folder, jobs=1))) as at:
        yield at


def test_its_requests_are_answered(readme: str, server: str, samples: Path, tmp_path: Path) -> None:
    curl = shutil.which("curl")
    if curl is None:
        pytest.skip("curl is not installed to send the README's requests")
    shutil.copyfile(samples / "arsredovisning-2018.pdf", tmp_path / "rapport.pdf")

    def answered(line: list[str], **names: str) -> str:
        words = [word.replace(SERVER, server) for word in line[1:]]
        for name, value in names.items():
            words = [word.replace(name, value) for word in words]
        command = [curl, "--silent", "--show-error", "--fail", "--max-time", "120", *words]
        return subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, text=True).stdout

    search, compare, show, upload, events = typed(readme, "curl")
    hits: list[dict[str, Any]] = json.loads(answered(search))["hits"]
    assert len(hits) == 3
    assert "Övertorneå" in hits[0]["quote"]
    assert json.loads(answered(compare))["topic"] == "bredband"
    assert json.loads(answered(show))["report"]["file"] == "norrbotten-2017.pdf"
    job = json.loads(answered(upload))
    told = [json.loads(data) for data in re.findall(r"^data: (.+)$", answered(events, ID=job["id"]), re.MULTILINE)]
    assert told[-1]["done"]
    assert [file["result"]["status"] for file in told[-1]["files"]] == ["added"]
