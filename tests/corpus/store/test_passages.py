from pathlib import Path

import numpy as np
import pytest

from corpus.context import contextualise
from corpus.errors import ModelError, NotFound
from corpus.store import Changes, Store
from tests.corpus.store.readings import MODEL, embed, keep, plain, vectors_of


def numbers(store: Store) -> list[int]:
    return [stored.number for batch in store.current_passages(2) for stored in batch]


def test_passages_come_as_asked_for_and_those_gone_are_left_out(store: Store, inbox: Path) -> None:
    keep(store, inbox, "a.txt", plain("ett", "två", "tre"))
    first, second, third = numbers(store)
    assert [stored.passage.text for stored in store.passages([third, 10**6, first, third])] == ["tre", "ett", "tre"]
    assert store.passages([]) == []
    assert store.passages(np.array([second]).tolist())[0].passage.id.endswith("-1-p2")


def test_only_current_versions_are_searched(store: Store, inbox: Path) -> None:
    report = keep(store, inbox, "a.txt", plain("ett", "två"))
    old = numbers(store)
    keep(store, inbox, "a.txt", plain("två", "tre"))
    assert [stored.passage.text for stored in store.passages_of(report.id)] == ["två", "tre"]
    assert set(old).isdisjoint(numbers(store))
    assert [(stored.current, stored.version) for stored in store.passages(old)] == [(False, 1), (False, 1)]
    assert [stored.passage.text for stored in store.passages_of(report.id, 1)] == ["ett", "två"]


def test_changes_since_lead_from_any_commit_to_now(store: Store, inbox: Path) -> None:
    seen = {0: set(numbers(store))}
    first = keep(store, inbox, "a.txt", plain("ett", "två"))
    seen[1] = set(numbers(store))
    second = keep(store, inbox, "b.txt", plain("fyra"))
    seen[2] = set(numbers(store))
    keep(store, inbox, "a.txt", plain("ett", "tre"))
    seen[3] = set(numbers(store))
    store.remove([second.id])
    seen[4] = set(numbers(store))
    keep(store, inbox, "a.txt", plain("ett", "tre"), reader="2")  # The same version, read again.
    now = set(numbers(store))
    assert store.commit_number == 5
    for commit, before in seen.items():
        changes = store.changes_since(commit)
        assert changes is not None
        assert (before - set(changes.removed)) | set(changes.added) == now
        assert set(changes.added).isdisjoint(before)
    assert store.changes_since(5) == Changes((), ())
    assert store.changes_since(6) is None
    assert store.changes_since(-1) is None
    assert first.id == store.reports()[0].id


def test_a_new_title_changes_passages_where_they_are(store: Store, inbox: Path) -> None:
    report = keep(store, inbox, "a.txt", plain("ett", "två"))
    both = tuple(numbers(store))
    embed(store)
    store.edit(report.id, {"kind": "audit"})
    assert store.changes_since(1) == Changes((), ())
    assert list(store.passages_without_vectors(MODEL)) == []
    store.edit(report.id, {"title": "Ny titel"})
    assert store.changes_since(2) == Changes(both, both)
    assert store.changes_since(0) == Changes(both, ())
    assert embed(store) == {"Ny titel › Rubrik 1\nett", "Ny titel › Rubrik 2\ntvå"}


def test_a_number_is_never_used_again(store: Store, inbox: Path) -> None:
    report = keep(store, inbox, "a.txt", plain("ett", "två"))
    before = numbers(store)
    store.remove([report.id])
    keep(store, inbox, "b.txt", plain("tre"))
    assert min(numbers(store)) > max(before)


def test_vectors_come_back_in_half_precision(store: Store, inbox: Path) -> None:
    keep(store, inbox, "a.txt", plain("ett", "två"))
    first, second = numbers(store)
    assert sum(len(batch) for batch in store.passages_without_vectors(MODEL, 1)) == 2
    texts = {second: "två", first: "ett"}
    made = vectors_of(["två", "ett"])
    store.save_vectors(MODEL, texts, made)
    back = store.vectors(MODEL, [first, second, first])
    assert back.dtype == np.float32
    assert back == pytest.approx(made[[1, 0, 1]], abs=0.0005)
    assert list(store.passages_without_vectors(MODEL)) == []
    assert [batch[0].number for batch in store.passages_without_vectors("annan", 1)] == [first, second]
    ((found, matrix),) = store.current_vectors(MODEL)
    assert found == (first, second)
    assert matrix == pytest.approx(back[:2])
    assert [found for found, _ in store.current_vectors(MODEL, 1)] == [(first,), (second,)]


def test_equal_texts_are_encoded_once(store: Store, inbox: Path) -> None:
    keep(store, inbox, "a.txt", plain("ett", "två"))
    assert len(embed(store)) == 2
    keep(store, inbox, "b.txt", plain("ett", "tre"))
    assert embed(store) == {"Delårsrapport › Rubrik 2\ntre"}


def test_a_new_version_keeps_the_vectors_of_what_stands_as_it_stood(store: Store, inbox: Path) -> None:
    with store.writing("test"):
        keep(store, inbox, "a.txt", plain("ett", "två"))
        embed(store)
        keep(store, inbox, "a.txt", plain("ett", "tre"))
        assert embed(store) == {"Delårsrapport › Rubrik 2\ntre"}
        keep(store, inbox, "a.txt", plain("ett", "tre"), reader="2")
        assert embed(store) == set()


def test_vectors_out_of_use_go_when_the_writer_is_done(store: Store, inbox: Path) -> None:
    with store.writing("test"):
        keep(store, inbox, "a.txt", plain("ett"))
        embed(store)
        keep(store, inbox, "a.txt", plain("två"))
        embed(store)
    (stored,) = store.passages_of(store.resolve("a"))
    again = contextualise("Delårsrapport", ("Rubrik 1",), "ett")
    assert store.reuse_vectors(MODEL, {stored.number: again}) == {stored.number}


def test_models_are_kept_apart(store: Store, inbox: Path) -> None:
    keep(store, inbox, "a.txt", plain("ett"))
    (number,) = numbers(store)
    store.save_vectors("a", {number: "ett"}, np.ones((1, 4), np.float32))
    store.save_vectors("b", {number: "ett"}, np.zeros((1, 2), np.float32))
    assert store.vectors("a", [number]).tolist() == [[1, 1, 1, 1]]
    assert store.vectors("b", [number]).tolist() == [[0, 0]]


def test_vectors_that_do_not_fit_are_refused(store: Store, inbox: Path) -> None:
    keep(store, inbox, "a.txt", plain("ett"))
    (number,) = numbers(store)
    store.save_vectors("a", {number: "ett"}, np.ones((1, 4), np.float32))
    for wrong in (np.ones((2, 4), np.float32), np.ones((1, 5), np.float32), np.ones(4, np.float32)):
        with pytest.raises(ModelError):
            store.save_vectors("a", {number: "ett"}, wrong)
    with pytest.raises(NotFound):
        store.save_vectors("a", {number + 1: "två"}, np.ones((1, 4), np.float32))
    with pytest.raises(NotFound):
        store.vectors("a", [number, number + 1])
    assert store.vectors("a", []).shape == (0, 4)
    assert store.vectors("okänd", []).shape == (0, 0)
