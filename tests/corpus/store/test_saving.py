import hashlib
from pathlib import Path

import pytest

from corpus.errors import BlockedContent, NotFound, StoreError
from corpus.files import hash_of
from corpus.model import Problem
from corpus.store import FileState, Store, StoredReport
from tests.corpus.store.readings import keep, plain


def state(store: Store, inbox: Path, name: str, content: str, reader: str = "") -> FileState:
    """What the store knows of a file that holds this content."""
    return store.known(str(inbox / name), hashlib.sha256(content.encode()).hexdigest(), reader).state


def save(store: Store, inbox: Path, name: str, content: str, reader: str = "") -> StoredReport:
    return keep(store, inbox, name, plain(content), content, reader)


def test_a_report_s_id_is_the_beginning_of_its_first_content_s_hash(store: Store, inbox: Path) -> None:
    report = save(store, inbox, "a.txt", "ett")
    # printf ett | sha256sum
    assert report.id == hashlib.sha256(b"ett").hexdigest()[:12]
    assert save(store, inbox, "a.txt", "två").id == report.id


def test_known_content_at_its_path_is_unchanged(store: Store, inbox: Path) -> None:
    assert state(store, inbox, "a.txt", "ett") == "new"
    save(store, inbox, "a.txt", "ett")
    assert state(store, inbox, "a.txt", "ett") == "unchanged"
    assert state(store, inbox, "a.txt", "två") == "changed"
    assert state(store, inbox, "b.txt", "ett") == "elsewhere"
    assert state(store, inbox, "b.txt", "två") == "new"


def test_changed_content_is_a_new_version_and_the_old_one_stays(store: Store, inbox: Path) -> None:
    first = save(store, inbox, "a.txt", "ett")
    second = save(store, inbox, "a.txt", "två")
    assert (second.id, second.version, second.current) == (first.id, 2, True)
    old, new = store.report(first.id, 1), store.report(first.id)
    assert not old.current
    assert new == second
    assert [report.version for report in store.versions(first.id)] == [2, 1]
    assert store.reports() == [second]
    assert store.sections(first.id, 1)[0].text == "ett"
    assert store.sections(first.id)[0].id == f"{first.id}-2-s1"
    assert store.files.path(old.content_hash).read_text("utf-8") == "ett"


def test_the_same_content_elsewhere_is_the_same_report(store: Store, inbox: Path) -> None:
    report = save(store, inbox, "b.txt", "ett")
    linked = store.link(str(inbox / "a.txt"), "a.txt", report.content_hash)
    assert linked.id == report.id
    assert linked.paths == (str(inbox / "a.txt"), str(inbox / "b.txt"))
    assert state(store, inbox, "a.txt", "ett") == "unchanged"
    assert len(store.reports()) == 1
    with pytest.raises(NotFound):
        store.link(str(inbox / "c.txt"), "c.txt", "0" * 64)


def test_a_report_s_file_does_not_depend_on_the_order_of_paths(store: Store, inbox: Path, tmp_path: Path) -> None:
    first = save(store, inbox, "b.txt", "ett")
    one = store.link(str(inbox / "a.txt"), "a.txt", first.content_hash)
    with Store.open(tmp_path / "other") as other:
        save(other, inbox, "a.txt", "ett")
        two = other.link(str(inbox / "b.txt"), "b.txt", first.content_hash)
    assert (one.id, one.file, one.paths) == (two.id, two.file, two.paths) == (one.id, "a.txt", one.paths)


def test_a_path_that_has_moved_on_does_not_name_the_old_version(store: Store, inbox: Path) -> None:
    save(store, inbox, "a.txt", "ett")
    report = store.link(str(inbox / "b.txt"), "b.txt", hashlib.sha256(b"ett").hexdigest())
    save(store, inbox, "a.txt", "två")
    assert store.report(report.id, 1).file == "b.txt"
    assert store.report(report.id, 2).file == "a.txt"
    assert state(store, inbox, "b.txt", "ett") == "unchanged"  # Its file is as it was, though a newer version exists.


def test_a_file_that_goes_back_is_a_version_again(store: Store, inbox: Path) -> None:
    save(store, inbox, "a.txt", "ett")
    save(store, inbox, "a.txt", "två")
    assert state(store, inbox, "a.txt", "ett") == "changed"
    again = save(store, inbox, "a.txt", "ett")
    assert (again.version, again.current) == (3, True)
    assert state(store, inbox, "a.txt", "ett") == "unchanged"
    assert [report.current for report in store.versions(again.id)] == [True, False, False]


def test_a_path_that_gets_another_report_s_content_becomes_its(store: Store, inbox: Path) -> None:
    first, second = save(store, inbox, "a.txt", "ett"), save(store, inbox, "b.txt", "två")
    assert state(store, inbox, "a.txt", "två") == "elsewhere"
    assert len(store.link(str(inbox / "a.txt"), "a.txt", second.content_hash).paths) == 2
    assert store.report(first.id).paths == ()
    assert store.report(first.id).file == "a.txt"


def test_another_edition_of_the_reader_reads_again_in_place(store: Store, inbox: Path) -> None:
    first = save(store, inbox, "a.txt", "ett", reader="1")
    assert state(store, inbox, "a.txt", "ett", "1") == "unchanged"
    assert state(store, inbox, "a.txt", "ett", "2") == "outdated"
    again = keep(store, inbox, "a.txt", plain("ett", "mer"), "ett", reader="2")
    assert (again.id, again.version, again.counts.sections) == (first.id, 1, 2)
    assert again.added_at == first.added_at
    assert state(store, inbox, "a.txt", "ett", "2") == "unchanged"
    assert len(store.versions(first.id)) == 1


def test_a_replaced_version_read_again_stays_replaced(store: Store, inbox: Path) -> None:
    save(store, inbox, "a.txt", "ett", reader="1")
    store.link(str(inbox / "b.txt"), "b.txt", hashlib.sha256(b"ett").hexdigest())
    current = save(store, inbox, "a.txt", "två", reader="2")
    assert state(store, inbox, "b.txt", "ett", "2") == "outdated"
    again = save(store, inbox, "b.txt", "ett", reader="2")
    assert (again.version, again.current) == (1, False)
    assert store.report(current.id).version == 2


def test_saving_twice_is_saving_once(store: Store, inbox: Path) -> None:
    first, second = save(store, inbox, "a.txt", "ett"), save(store, inbox, "a.txt", "ett")
    assert (first.id, first.version, first.counts) == (second.id, second.version, second.counts)
    assert len(store.passages_of(first.id)) == 1


def test_a_collision_of_ids_gets_a_longer_one(store: Store, inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hashes = iter(["0123456789ab" + "c" * 52, "0123456789ab" + "d" * 52, "0123456789ab" + "de" * 26])
    monkeypatch.setattr(store.files, "has", lambda content_hash: True)
    ids = [store.save(f"/{n}", f"{n}", content_hash, plain("x")).id for n, content_hash in enumerate(hashes)]
    assert ids == ["0123456789ab", "0123456789abd", "0123456789abde"]


def test_the_original_must_be_there(store: Store) -> None:
    with pytest.raises(StoreError):
        store.save("/a", "a", "0" * 64, plain("ett"))


def test_a_failure_is_remembered_until_something_changes(store: Store, inbox: Path) -> None:
    problem = Problem("encrypted", "Filen är låst.")
    path, content_hash = str(inbox / "a.pdf"), hashlib.sha256(b"x").hexdigest()
    failure = store.record_failure(path, "a.pdf", content_hash, [problem], "1")
    assert store.failures() == [failure]
    known = store.known(path, content_hash, "1")
    assert (known.state, known.problems, known.report) == ("failed", (problem,), None)
    assert store.known(path, content_hash, "2").state == "new"
    assert store.known(path, "0" * 64, "1").state == "new"
    assert store.known(str(inbox / "b.pdf"), content_hash, "1").state == "new"
    keep(store, inbox, "a.pdf", plain("läst"), "x")
    assert store.failures() == []


def test_a_failure_at_a_known_path_leaves_the_report(store: Store, inbox: Path) -> None:
    report = save(store, inbox, "a.txt", "ett")
    content_hash = hashlib.sha256(b"trasig").hexdigest()
    store.record_failure(str(inbox / "a.txt"), "a.txt", content_hash, [Problem("damaged", "Trasig.")])
    known = store.known(str(inbox / "a.txt"), content_hash)
    assert known.state == "failed"
    assert known.report == store.report(report.id)
    assert state(store, inbox, "a.txt", "ett") == "unchanged"


def test_removed_content_is_blocked_and_not_saved(store: Store, inbox: Path) -> None:
    report = save(store, inbox, "a.txt", "ett")
    store.remove([report.id])
    assert state(store, inbox, "a.txt", "ett") == "blocked"
    with pytest.raises(BlockedContent):
        save(store, inbox, "b.txt", "ett")
    assert store.reports() == []


def test_commits_count_what_can_be_found(store: Store, inbox: Path) -> None:
    assert store.commit_number == 0
    report = save(store, inbox, "a.txt", "ett")
    assert store.commit_number == 1
    store.link(str(inbox / "b.txt"), "b.txt", report.content_hash)
    store.record_failure("/c", "c", "0" * 64, [])
    assert store.commit_number == 1
    save(store, inbox, "a.txt", "två")
    assert store.commit_number == 2


def test_file_names_that_are_no_text_can_be_kept(store: Store, inbox: Path) -> None:
    (inbox / "a.txt").write_text("ett")
    report = store.save("/x/\udce5.txt", "\udce5.txt", store.files.keep(inbox / "a.txt"), plain("ett"))
    assert report.file == "\ufffd.txt"
    assert store.known("/x/\udce5.txt", report.content_hash).state == "unchanged"
    assert hash_of(inbox / "a.txt") == report.content_hash
