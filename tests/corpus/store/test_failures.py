import hashlib
from pathlib import Path

import pytest

from corpus.errors import NotFound
from corpus.model import Problem
from corpus.store import Failure, Store
from tests.corpus.store.readings import keep, plain

DAMAGED = Problem("damaged", "Filen är skadad.")


def fail(store: Store, path: str, content: str) -> Failure:
    return store.record_failure(path, Path(path).name, hashlib.sha256(content.encode()).hexdigest(), [DAMAGED])


def test_a_failure_is_known_by_its_content_and_put_aside_wherever_that_lies(store: Store) -> None:
    first, _, other = fail(store, "/a.pdf", "x"), fail(store, "/b.pdf", "x"), fail(store, "/c.pdf", "y")
    # printf x | sha256sum
    assert first.id == "2d711642b726"
    assert store.dismiss_failure(first.id).dismissed_at
    assert [bool(one.dismissed_at) for one in store.failures()] == [True, True, False]
    store.dismiss_failure(first.id, dismissed=False)
    assert not any(one.dismissed_at for one in store.failures())
    assert store.failure(other.id).path == "/c.pdf"


def test_the_same_content_stays_aside_when_it_fails_again_and_another_does_not(store: Store) -> None:
    store.dismiss_failure(fail(store, "/a.pdf", "x").id)
    assert fail(store, "/a.pdf", "x").dismissed_at
    assert fail(store, "/upload/a.pdf", "x").dismissed_at
    assert fail(store, "/a.pdf", "y").dismissed_at is None
    assert [one.path for one in store.failures() if one.dismissed_at] == ["/upload/a.pdf"]


def test_content_that_is_kept_at_last_is_no_failure_at_any_path(store: Store, inbox: Path) -> None:
    fail(store, str(inbox / "old.pdf"), "x")
    other = fail(store, str(inbox / "other.pdf"), "y")
    keep(store, inbox, "new.pdf", plain("läst"), "x")
    assert store.failures() == [other]


def test_what_is_no_failure_cannot_be_put_aside(store: Store) -> None:
    with pytest.raises(NotFound):
        store.dismiss_failure("2d711642b726")


def test_a_reader_sees_it_while_another_process_writes(store: Store) -> None:
    failure = fail(store, "/a.pdf", "x")
    with Store.open(store.folder) as other, other.writing("arsringar ingest"):
        assert store.dismiss_failure(failure.id).dismissed_at
