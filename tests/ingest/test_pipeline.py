"""Files in, a knowledge base out: what is done with each file, and that all of it can be found afterwards."""

import errno
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from corpus.context import contextualise
from corpus.errors import StoreError, UsageError
from corpus.protocols import Vectors
from corpus.settings import Settings
from corpus.store import Store
from ingest.pipeline import complete, ingest
from ingest.results import IngestResult, Step
from search.encoder.hashing import HashingEncoder
from tests.ingest.readers import read

SETTINGS = Settings(jobs=2, page_seconds=2.0, worker_megabytes=400, max_text_bytes=100_000)
ENCODER = HashingEncoder()


class CountingPublisher:
    """Counts how often it is asked, as a stand-in for indexes."""

    def __init__(self) -> None:
        self.times = 0

    def publish(self) -> None:
        """Count."""
        self.times += 1


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "data") as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three reports."""
    made = tmp_path / "in"
    made.mkdir()
    (made / "a.txt").write_text("Kommunen har byggt bredband.")
    (made / "b.txt").write_text("Regionen har rustat vägar.")
    (made / "c.txt").write_text("Nämnden har anställt lärare.")
    return made


def run(store: Store, *paths: Path, settings: Settings = SETTINGS) -> IngestResult:
    """Ingest with the test readers."""
    return ingest(paths, store, ENCODER, CountingPublisher(), settings, reader=read)


def test_a_file_that_is_given_up_costs_the_others_nothing(store: Store, folder: Path) -> None:
    """Whether it is being read, waits, or is one of two with the same content."""
    for name in ("hang.txt", "hang too.txt"):
        (folder / name).write_text("HANG", encoding="utf-8")
    settings = Settings(jobs=1, page_seconds=60.0)
    unwanted = {str(folder / name) for name in ("hang.txt", "hang too.txt", "c.txt")}
    result = ingest(
        [folder], store, ENCODER, CountingPublisher(), settings, reader=read, is_given_up=unwanted.__contains__
    )
    added = {"a.txt": "added", "b.txt": "added"}
    assert statuses(result) == {**added, "c.txt": "failed", "hang too.txt": "failed", "hang.txt": "failed"}
    assert {problem.code for report in result.reports for problem in report.problems} == {"cancelled"}
    assert store.failures() == []
    assert len(list(store.files.hashes())) == 2
    assert statuses(ingest([folder / "c.txt"], store, ENCODER, CountingPublisher(), settings, reader=read)) == {
        "c.txt": "added"
    }


def test_the_pages_of_each_file_are_told_as_they_are_read(store: Store, folder: Path) -> None:
    (folder / "a.txt").write_text("SLOW", encoding="utf-8")
    steps: list[Step] = []
    ingest([folder], store, ENCODER, CountingPublisher(), SETTINGS, steps.append, read)
    told = [(step.pages.path, step.pages.done, step.pages.pages) for step in steps if step.pages]
    assert told == [(str(folder / "a.txt"), done, 4) for done in (1, 2, 3, 4)]


def statuses(result: IngestResult) -> dict[str, str]:
    """Each file's status."""
    return {report.file: report.status for report in result.reports}


def unencoded(store: Store) -> int:
    return sum(map(len, store.passages_without_vectors(ENCODER.model)))


def test_files_are_added_encoded_and_then_unchanged(store: Store, folder: Path) -> None:
    first = run(store, folder)
    assert statuses(first) == {"a.txt": "added", "b.txt": "added", "c.txt": "added"}
    assert first.passages == 3
    assert [report.metadata.title for report in store.reports()] == ["a", "b", "c"]
    assert unencoded(store) == 0
    commit = store.commit_number
    second = run(store, folder)
    assert statuses(second) == {"a.txt": "unchanged", "b.txt": "unchanged", "c.txt": "unchanged"}
    assert [report.id for report in second.reports] == [report.id for report in first.reports]
    assert second.passages == 0
    assert store.commit_number == commit


def test_vectors_are_those_of_title_and_text(store: Store, folder: Path) -> None:
    run(store, folder)
    for stored in store.passages_of(store.resolve("b.txt")):
        text = contextualise("b", (), "Regionen har rustat vägar.")
        assert store.vectors(ENCODER.model, [stored.number])[0] == pytest.approx(
            ENCODER.encode_passages([text])[0], abs=1e-3
        )


def test_changed_content_at_a_known_path_is_a_new_version(store: Store, folder: Path) -> None:
    before = run(store, folder).reports[0].id
    (folder / "a.txt").write_text("Kommunen har byggt fiber.")
    result = run(store, folder)
    assert statuses(result) == {"a.txt": "updated", "b.txt": "unchanged", "c.txt": "unchanged"}
    assert result.reports[0].id == before
    assert [report.version for report in store.versions(str(before))] == [2, 1]


def test_the_same_content_elsewhere_is_the_same_report(store: Store, folder: Path) -> None:
    run(store, folder)
    (folder / "z.txt").write_text("Kommunen har byggt bredband.")
    result = run(store, folder)
    assert statuses(result)["z.txt"] == "unchanged"
    assert result.reports[-1].id == result.reports[0].id
    assert len(store.reports()) == 3


def test_twins_in_one_run_are_one_report_known_by_the_first_path(store: Store, folder: Path) -> None:
    (folder / "0.txt").write_text("Kommunen har byggt bredband.")
    result = run(store, folder)
    assert statuses(result)["0.txt"] == "added"
    assert statuses(result)["a.txt"] == "unchanged"
    assert store.report(store.resolve("0.txt")).paths == (str(folder / "0.txt"), str(folder / "a.txt"))


def test_twins_under_two_suffixes_are_read_each_by_its_own_if_the_first_fails(store: Store, folder: Path) -> None:
    for name in ("x.md", "y.txt"):
        (folder / name).write_text("REFUSE")
    result = run(store, folder)
    messages = {report.file: report.problems[0].message for report in result.reports if report.problems}
    assert messages == {"x.md": "”x.md” är krypterad.", "y.txt": "”y.txt” är krypterad."}
    assert len(list(store.files.hashes())) == 3


def test_one_base_name_in_two_folders_is_two_reports(store: Store, folder: Path) -> None:
    (folder / "sub").mkdir()
    (folder / "sub" / "a.txt").write_text("Något helt annat.")
    result = run(store, folder)
    assert [report.status for report in result.reports] == ["added"] * 4
    assert len({report.id for report in result.reports}) == 4


def test_bad_files_are_told_and_the_others_kept(store: Store, folder: Path) -> None:
    for name in ("HANG", "GROW", "CRASH", "REFUSE", "STUMBLE"):
        (folder / f"{name}.txt").write_text(name)
    (folder / "long.txt").write_text("x" * 100_001)
    result = run(store, folder, folder / "borta.txt")
    codes = {report.file: report.problems[0].code for report in result.reports if report.status == "failed"}
    assert codes == {
        "HANG.txt": "timeout",
        "GROW.txt": "out_of_memory",
        "CRASH.txt": "crashed",
        "REFUSE.txt": "encrypted",
        "STUMBLE.txt": "internal_error",
        "long.txt": "limit_exceeded",
        "borta.txt": "not_found",
    }
    assert len(store.reports()) == 3
    assert len(list(store.files.hashes())) == 3


def test_a_file_at_fault_is_remembered_and_one_that_met_a_limit_is_tried_again(store: Store, folder: Path) -> None:
    for name in ("REFUSE", "HANG"):
        (folder / f"{name}.txt").write_text(name)
    run(store, folder)
    assert [failure.file for failure in store.failures()] == ["REFUSE.txt"]
    result = run(store, folder)
    again = {report.file: (report.problems[0].code, report.seconds > 0) for report in result.reports if report.problems}
    assert again == {"REFUSE.txt": ("encrypted", False), "HANG.txt": ("timeout", True)}


def test_removed_content_is_blocked(store: Store, folder: Path) -> None:
    removed = run(store, folder).reports[0].id
    store.remove([str(removed)])
    result = run(store, folder)
    assert statuses(result) == {"a.txt": "blocked", "b.txt": "unchanged", "c.txt": "unchanged"}
    assert "arsringar unblock" in result.reports[0].problems[0].message
    assert len(store.reports()) == 2


def test_another_edition_of_the_reading_code_reads_anew(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = run(store, folder)
    monkeypatch.setattr("ingest.pipeline.edition", lambda: "another")
    second = run(store, folder)
    assert [report.status for report in second.reports] == ["updated"] * 3
    assert [report.id for report in second.reports] == [report.id for report in first.reports]
    assert len(store.versions(str(first.reports[0].id))) == 1


def test_a_run_finishes_what_an_earlier_one_left(store: Store, folder: Path) -> None:
    class Killed(Exception):
        """Stands for the end of the process."""

    class DyingEncoder(HashingEncoder):
        def encode_passages(self, texts: Sequence[str]) -> Vectors:
            raise Killed

    with pytest.raises(Killed):
        ingest([folder], store, DyingEncoder(), CountingPublisher(), SETTINGS, reader=read)
    assert unencoded(store) == 3
    publisher = CountingPublisher()
    result = ingest([folder], store, ENCODER, publisher, SETTINGS, reader=read)
    assert set(statuses(result).values()) == {"unchanged"}
    assert unencoded(store) == 0
    assert publisher.times == 1


def test_a_corrected_title_is_encoded_anew(store: Store, folder: Path) -> None:
    run(store, folder)
    store.edit(store.resolve("a.txt"), {"title": "Bredbandsrapport"})
    assert unencoded(store) == 1
    complete(store, ENCODER, CountingPublisher())
    (stored,) = store.passages_of(store.resolve("a.txt"))
    text = contextualise("Bredbandsrapport", (), "Kommunen har byggt bredband.")
    assert store.vectors(ENCODER.model, [stored.number])[0] == pytest.approx(
        ENCODER.encode_passages([text])[0], abs=1e-3
    )


def test_a_full_disk_is_the_stores_error_and_keeps_what_is_there(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(store, folder / "a.txt")

    def full(source: Path, limit: int | None = None) -> str:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(store.files, "keep", full)
    with pytest.raises(StoreError, match="Det går inte att skriva"):
        run(store, folder)
    assert [report.file for report in store.reports()] == ["a.txt"]


def test_a_file_that_changes_between_two_looks_is_not_kept(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ingest.plan.hash_of", lambda path: "0" * 64)
    result = run(store, folder / "a.txt")
    assert [report.problems[0].code for report in result.reports] == ["changed"]
    assert store.reports() == []


def test_steps_are_told_to_the_end(store: Store, folder: Path) -> None:
    steps: list[Step] = []
    ingest([folder], store, ENCODER, CountingPublisher(), SETTINGS, steps.append, reader=read)
    assert [(step.stage, step.done, step.total) for step in steps if step.result] == [
        ("reading", 1, 3),
        ("reading", 2, 3),
        ("reading", 3, 3),
    ]
    assert (steps[-1].stage, steps[-1].done) == ("publishing", 1)


def test_no_jobs_at_all_is_wrong_usage(store: Store, folder: Path) -> None:
    with pytest.raises(UsageError):
        run(store, folder, settings=Settings(jobs=0))
