"""Backup and restore: everything that people have made comes back, bad files change nothing, removal stays removal."""

import json
import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_api
from api.commands.program import run
from api.knowledge import Knowledge
from corpus.settings import Settings
from corpus.store import FactQuery, Store
from corpus.store.items import FIGURES
from tests.api.commands.conftest import Call
from tests.library import HERE

#: What a restored store has of its own: its name, and counters that go on.
OWN = ("identity", "writes", "commit")
Rows = dict[str, list[tuple[Any, ...]]]


def rows(base: Path) -> Rows:
    """Everything in the database, table by table."""
    with sqlite3.connect(base / "store.sqlite") as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        found = {name: sorted(connection.execute(f"SELECT * FROM {name}"), key=repr) for name in tables}
    found["state"] = [row for row in found["state"] if row[0] not in OWN]
    return found


@pytest.fixture
def touched(base: Path, call: Call) -> Path:
    """The base with a report mended, a figure mended, and a report removed."""
    with Store.open(base) as store:
        first, second, *_ = store.reports()
        (figure, *_) = store.find_facts(FIGURES, FactQuery(limit=1)).facts
        store.amend(FIGURES, figure.fact.id, {"place": "Kiruna"})
    assert call("edit", first.id, "--title", "Broarnas bok").status == 0
    removed = next(one for one in (second, first) if one.id != figure.report.id)
    assert call("remove", removed.id).status == 0
    return base


def test_all_comes_back_in_another_folder_and_is_found(touched: Path, call: Call, tmp_path: Path) -> None:
    copy = tmp_path / "kopia.zip"
    made = call("backup", copy, "--json")
    assert made.status == 0
    assert (made.json["reports"], made.json["originals"]) == (3, 3)
    assert made.json["bytes"] == copy.stat().st_size
    other = tmp_path / "annan"
    assert call("--data", other, "restore", copy, "--json").json["removed_again"] == []
    assert rows(other) == rows(touched)
    with Store.open(touched) as before, Store.open(other) as after:
        assert list(after.files.hashes()) == list(before.files.hashes())
        assert after.blocked() == before.blocked() != []
    assert call("--data", other, "verify").status == 0
    question = call("search", "bredband", "--json").json
    again = call("--data", other, "search", "bredband", "--json").json
    assert [hit["quote"] for hit in again["hits"]] == [hit["quote"] for hit in question["hits"]] != []
    assert not list(tmp_path.glob(".*"))


def test_a_server_goes_on_while_it_is_backed_up_and_sees_what_is_restored(
    base: Path, call: Call, tmp_path: Path
) -> None:
    copy = tmp_path / "kopia.zip"
    with (
        Knowledge.open(Settings(data=base, model="hash")) as knowledge,
        TestClient(create_api(knowledge), base_url=HERE) as site,
    ):
        reports = len(site.get("/reports").json()["reports"])
        with knowledge.store.writing("uppladdning"):
            assert call("backup", copy).status == 0
            assert call("restore", copy, "--replace").status == 2  # Somebody writes.
        found = site.get("/search?q=bredband").json()["hits"]
        report = found[0]["report"]["id"]
        assert call("edit", report, "--title", "Annan titel").status == 0
        assert site.get(f"/reports/{report}").json()["report"]["title"] == "Annan titel"
        commit = knowledge.store.commit_number
        assert call("restore", copy, "--replace").status == 0
        assert knowledge.store.commit_number > commit  # No reader takes the new state for the one it knows.
        with Store.open(base) as store:
            assert store.identity == knowledge.store.identity
            other = next(one.id for one in store.reports() if one.id != report)
        assert call("edit", other, "--title", "En helt annan titel").status == 0
        titles = {one["id"]: one["title"] for one in site.get("/reports").json()["reports"]}
        assert (titles[other], titles[report]) == ("En helt annan titel", found[0]["report"]["title"])
        assert len(site.get("/reports").json()["reports"]) == reports
        assert site.get(f"/reports/{report}").json()["report"]["title"] == found[0]["report"]["title"]
        assert site.get("/search?q=bredband").json()["hits"][0]["quote"] == found[0]["quote"]
    assert call("verify").status == 0


def test_what_was_removed_since_is_not_brought_back(base: Path, call: Call, tmp_path: Path) -> None:
    copy = tmp_path / "kopia.zip"
    call("backup", copy)
    with Store.open(base) as store:
        gone = store.reports()[0]
    assert call("remove", gone.id).status == 0
    restored = call("restore", copy, "--replace", "--json").json
    assert restored["removed_again"] == [gone.id]
    with Store.open(base) as store:
        assert gone.id not in [report.id for report in store.reports()]
        assert store.blocked() == [gone.content_hash]
        assert not store.files.has(gone.content_hash)


def test_a_backup_may_be_made_anew_but_overwrites_nothing_else(base: Path, call: Call, tmp_path: Path) -> None:
    copy = tmp_path / "kopia.zip"
    assert [call("backup", copy).status for _ in range(2)] == [0, 0]
    report = tmp_path / "rapport.pdf"
    report.write_bytes(b"%PDF-1.7")
    for target in (report, tmp_path, tmp_path / "finns-inte" / "kopia.zip"):
        refused = call("backup", target)
        assert (refused.status, refused.out, refused.err.count("\n")) == (2, "", 1), target
    assert report.read_bytes() == b"%PDF-1.7"


def test_there_must_be_something_to_back_up(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["--data", str(tmp_path / "tom"), "backup", str(tmp_path / "kopia.zip")]) == 2
    assert "Det finns ingen kunskapsbas" in capfd.readouterr().err
    assert not (tmp_path / "kopia.zip").exists()


def test_a_base_that_is_there_is_replaced_only_where_that_is_said(base: Path, call: Call, tmp_path: Path) -> None:
    call("backup", tmp_path / "kopia.zip")
    before = rows(base)
    refused = call("restore", tmp_path / "kopia.zip")
    assert refused.status == 2
    assert "--replace" in refused.err
    assert rows(base) == before


def _cut(whole: bytes) -> bytes:
    return whole[: len(whole) // 2]


def _spoilt(whole: bytes) -> bytes:
    at = whole.index(b"SQLite") if b"SQLite" in whole else len(whole) // 3
    return whole[:at] + bytes(64) + whole[at + 64 :]


@pytest.mark.parametrize("spoil", [_cut, _spoilt, lambda whole: b"", lambda whole: b"%PDF-1.7 no zip"])
def test_a_spoilt_file_changes_nothing(base: Path, call: Call, tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    copy = tmp_path / "kopia.zip"
    call("backup", copy)
    copy.write_bytes(spoil(copy.read_bytes()))
    before = rows(base)
    refused = call("restore", copy, "--replace")
    assert (refused.status, refused.out, refused.err.count("\n")) == (2, "", 1)
    assert "kopia.zip" in refused.err
    assert rows(base) == before
    assert not list(base.glob(".restoring-*"))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"format": 99}, "nyare version"),
        ({"schema": 99}, "nyare version"),
        ({"originals": ["0" * 64]}, "skadad"),
        ({"database": "0" * 64}, "skadad"),
        ({"originals": 7}, "ingen säkerhetskopia"),
        ({"more": 1}, "ingen säkerhetskopia"),
    ],
)
def test_a_file_that_is_not_what_it_says_is_refused(
    base: Path, call: Call, tmp_path: Path, change: dict[str, object], said: str
) -> None:
    call("backup", tmp_path / "kopia.zip")
    with zipfile.ZipFile(tmp_path / "kopia.zip") as good, zipfile.ZipFile(tmp_path / "annan.zip", "w") as bad:
        for name in good.namelist():
            content = good.read(name)
            if name == "manifest.json":
                content = json.dumps(json.loads(content) | change).encode()
            bad.writestr(name, content)
    refused = call("--data", tmp_path / "ny", "restore", tmp_path / "annan.zip")
    assert refused.status == 2
    assert said in refused.err
    assert not (tmp_path / "ny" / "store.sqlite").exists()


def test_a_file_that_is_not_there_is_said_to_be(call: Call, tmp_path: Path) -> None:
    for missing in (tmp_path / "finns-inte.zip", tmp_path):
        refused = call("--data", tmp_path / "ny", "restore", missing)
        assert (refused.status, refused.err.count("\n")) == (2, 1)
