"""Bad input: one clear sentence, the right exit status, and nothing that is stored changes."""

import os
import resource
import shutil
import subprocess
from pathlib import Path

import pytest

from corpus.settings import Settings
from tests.api.commands.conftest import Call, call_apart
from tests.ingest.bad_files import BAD_FILES, readable_pdf, write_bad_files
from tests.ingest.snapshots import snapshot


def state(base: Path) -> dict[str, object]:
    """Everything that the knowledge base answers."""
    return snapshot(Settings(data=base, model="hash"), ("bredband Övertorneå",))


def assert_sentence(text: str) -> None:
    """One line, a sentence, no trace."""
    assert text.strip().endswith("."), text
    assert "Traceback" not in text
    assert len(text.strip().splitlines()) == 1, text


def test_every_bad_file_is_told_with_its_code_and_changes_nothing(call: Call, base: Path, tmp_path: Path) -> None:
    before = state(base)
    done = call("ingest", write_bad_files(tmp_path / "bad"), "--json")
    assert done.status == 1
    assert {report["file"]: report["problems"][0]["code"] for report in done.json["reports"]} == {
        name: code for name, _, code in BAD_FILES
    }
    for report in done.json["reports"]:
        assert report["status"] == "failed"
        assert report["id"] is None
        assert report["file"] in report["problems"][0]["message"]
        assert_sentence(report["problems"][0]["message"])
    assert "Traceback" not in done.err
    assert state(base) == before
    assert len(list((base / "files").glob("??/*"))) == 4


def test_a_good_file_among_bad_ones_is_kept(call: Call, tmp_path: Path) -> None:
    folder = write_bad_files(tmp_path / "bad")
    (folder / "bra.pdf").write_bytes(readable_pdf(("Kommunen har byggt bredband i Boden.",)))
    done = call("ingest", folder, "--json", "--jobs", "1")
    assert done.status == 1
    assert done.json["totals"]["added"] == 1
    assert done.json["totals"]["failed"] == len(BAD_FILES)
    assert call("show", "bra", "--json").json["report"]["pages"] == 1


def test_a_text_of_300_megabytes_is_refused_before_it_is_read(call: Call, base: Path, tmp_path: Path) -> None:
    before = state(base)
    with (tmp_path / "stor.txt").open("wb") as file:
        file.truncate(300_000_000)  # Sparse: it takes no room on the disk.
    done = call("ingest", tmp_path / "stor.txt", "--json")
    assert done.status == 1
    (problem,) = done.json["reports"][0]["problems"]
    assert problem["code"] == "limit_exceeded"
    assert "300 MB" in problem["message"]
    assert_sentence(problem["message"].replace(". Dela", ", dela"))
    assert done.json["totals"]["seconds"] < 60
    assert state(base) == before


def test_a_missing_path_is_wrong_usage_and_among_others_a_failure(call: Call, reports: Path, tmp_path: Path) -> None:
    alone = call("ingest", tmp_path / "borta.pdf")
    assert alone.status == 2
    assert "borta.pdf" in alone.err
    assert alone.out == ""
    among = call("ingest", tmp_path / "borta.pdf", reports, "--json")
    assert among.status == 1
    assert among.json["totals"]["unchanged"] == 4
    assert among.json["totals"]["failed"] == 1


def without_rights() -> tuple[str, ...]:
    """What to put before a command so that file permissions hold for it, also where the tests run as root."""
    if os.geteuid() != 0:
        return ()
    if not shutil.which("setpriv"):
        pytest.skip("the tests run as root, and there is no setpriv to drop its rights with")
    capabilities = "-dac_override,-dac_read_search"
    return ("setpriv", f"--bounding-set={capabilities}", f"--inh-caps={capabilities}", "--")


def test_a_folder_without_rights_is_told(base: Path, root: Path, tmp_path: Path) -> None:
    before = state(base)
    (tmp_path / "in" / "last").mkdir(parents=True)
    (tmp_path / "in" / "last" / "a.txt").write_text("Kommunen har byggt bredband.")
    (tmp_path / "in" / "last").chmod(0)
    done = call_apart(base, "ingest", tmp_path / "in", "--json", before=without_rights(), root=root)
    (tmp_path / "in" / "last").chmod(0o700)
    assert done.status == 1, done.err
    (report,) = done.json["reports"]
    assert report["problems"][0]["code"] == "unreadable_folder"
    assert str(tmp_path / "in" / "last") in report["problems"][0]["message"]
    assert state(base) == before


def test_a_knowledge_base_without_rights_is_told(base: Path, root: Path, reports: Path) -> None:
    for path in (base, base / "store.sqlite"):
        path.chmod(0o500 if path.is_dir() else 0o400)
    done = call_apart(base, "ingest", reports, before=without_rights(), root=root)
    base.chmod(0o700)
    (base / "store.sqlite").chmod(0o600)
    assert done.status == 2
    assert done.out == ""
    assert str(base) in done.err
    assert "Traceback" not in done.err


def test_a_file_that_may_grow_no_further_stops_the_run_in_words(base: Path, root: Path, tmp_path: Path) -> None:
    """Stands for a full disk where none can be mounted: every write past the limit fails."""
    before = state(base)
    (tmp_path / "stor.md").write_text("# Rapport\n\n" + "Kommunen har byggt bredband. " * 60_000)
    limit = 1_000_000
    done = call_apart(
        base,
        "ingest",
        tmp_path / "stor.md",
        root=root,
        prepare=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
    )
    assert done.status == 2
    assert "Traceback" not in done.err
    assert str(base) in done.err
    assert state(base) == before


def test_a_full_disk_stops_the_run_in_words(made: Path, root: Path, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=4m", "none", str(disk)], capture_output=True, check=False
    )
    if mounted.returncode != 0:
        pytest.skip("no small disk can be mounted here; the limit on file sizes is tested instead")
    try:
        base = disk / "base"
        shutil.copytree(made, base)
        before = state(base)
        (tmp_path / "stor.md").write_text("# Rapport\n\n" + "Kommunen har byggt bredband. " * 200_000)
        done = call_apart(base, "ingest", tmp_path / "stor.md", root=root)
        assert done.status == 2
        assert "Traceback" not in done.err
        assert state(base) == before
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_two_reports_with_one_base_name_are_told_apart_by_id(call: Call, tmp_path: Path) -> None:
    for folder, text in (("a", "Kommunen har byggt bredband."), ("b", "Regionen har rustat vägar.")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "rapport.txt").write_text(text)
    added = call("ingest", tmp_path / "a", tmp_path / "b", "--json").json["reports"]
    refused = call("show", "rapport.txt")
    assert refused.status == 2
    for report in added:
        assert report["id"] in refused.err
        assert call("show", report["id"], "--json").status == 0


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("search", "x" * 100_000), "100000"),
        (("search", ""), "tom"),
        (("search", "bredband", "-k", "0"), "0"),
        (("search", "bredband", "-k", "-3"), "-3"),
        (("search", "bredband", "-k", "1000000"), "1000000"),
        (("search", "bredband", "-k", "många"), "-k"),
        (("search", "bredband", "--year", "i fjol"), "i fjol"),
        (("search", "bredband", "--kind", "dikt"), "dikt"),
        (("search", "bredband", "--place", "Atlantis"), "Atlantis"),
        (("search",), "fråga"),
        (("search", "--queries", "finns-inte.jsonl"), "finns-inte.jsonl"),
        (("show", "finns-inte"), "finns-inte"),
        (("show", "rapport-2015", "--version", "9"), "9"),
        (("edit", "rapport-2015"), "ändras"),
        (("edit", "rapport-2015", "--kind", "dikt"), "dikt"),
        (("edit", "rapport-2015", "--period", "2021"), "2021"),
        (("edit", "finns-inte", "--title", "X"), "finns-inte"),
        (("remove", "finns-inte"), "finns-inte"),
        (("remove", "rapport-2015", "finns-inte"), "finns-inte"),
        (("unblock", "0123456789"), "0123456789"),
        (("evaluate", "finns-inte.jsonl"), "finns-inte.jsonl"),
        (("ingest",), "SÖKVÄG"),
        (("ingest", ".", "--jobs", "0"), "0"),
        (("list", "--model", "hash"), "--model"),
        (("sök", "bredband"), "arsringar"),
        (("search", "bredband", "--frobnicate"), "--frobnicate"),
    ],
)
def test_wrong_usage_is_a_sentence_and_status_2(
    call: Call, base: Path, arguments: tuple[str, ...], word: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    before = state(base)
    done = call(*arguments)
    assert done.status == 2
    assert done.out == ""
    assert_sentence(done.err)
    assert word in done.err
    assert state(base) == before


def test_a_setting_that_cannot_be_read_is_told(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARSRINGAR_JOBS", "två")
    done = call("list")
    assert done.status == 2
    assert "ARSRINGAR_JOBS" in done.err


def test_without_a_knowledge_base_there_is_a_sentence(call: Call, tmp_path: Path) -> None:
    for arguments in (("list",), ("search", "x"), ("show", "x"), ("verify",), ("remove", "x")):
        done = call("--data", tmp_path / "ingen", *arguments)
        assert done.status == 2
        assert "arsringar ingest" in done.err
    assert not (tmp_path / "ingen").exists()


def test_an_error_that_nobody_foresaw_is_a_sentence_too(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*arguments: object, **options: object) -> None:
        raise ZeroDivisionError("hoppsan")

    monkeypatch.setattr("corpus.store.Store.open", broken)
    done = call("list")
    assert done.status == 2
    assert_sentence(done.err)
    assert "ARSRINGAR_DEBUG=1" in done.err
