import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from corpus.store import Finding, Store
from corpus.store.check import check
from corpus.store.database import FILE
from corpus.store.items import FIGURES
from tests.corpus.store.readings import MODEL, embed, keep, plain, rich


@pytest.fixture
def sound(store: Store, inbox: Path) -> Store:
    keep(store, inbox, "a.pdf", rich(), "original")
    keep(store, inbox, "b.txt", plain("ett"))
    keep(store, inbox, "b.txt", plain("ett", "två"))
    embed(store)
    return store


def whats(findings: list[Finding]) -> list[tuple[str, str]]:
    return [(finding.what, finding.where) for finding in findings]


def damage(store: Store, statement: str) -> None:
    with closing(sqlite3.connect(store.folder / FILE)) as connection, connection:
        connection.execute(statement)


def test_a_sound_store_has_no_findings(sound: Store) -> None:
    assert check(sound, MODEL) == []


def test_a_quote_that_is_not_on_its_page_is_found(sound: Store) -> None:
    id_ = sound.resolve("a")
    damage(sound, "UPDATE page SET text = replace(text, '55', '56')")
    (finding,) = check(sound, MODEL)
    assert (finding.what, finding.where) == ("quote", f"{id_}-1-f1")
    assert finding.message == "Citatet ”55 procent” återfinns inte i a.pdf på sidan 1."


@pytest.mark.parametrize(("kind", "local"), [("figure", "f1"), ("project", "j1"), ("commitment", "c1")])
def test_a_quote_of_any_fact_that_is_not_on_its_page_is_found(sound: Store, kind: str, local: str) -> None:
    damage(sound, f"UPDATE {kind} SET quote = 'Påhittat' WHERE id = '{local}'")
    assert whats(check(sound, MODEL)) == [("quote", f"{sound.resolve('a')}-1-{local}")]


def test_a_fact_that_was_marked_as_wrong_must_have_its_quote_too(sound: Store) -> None:
    id_ = f"{sound.resolve('a')}-1-f1"
    sound.amend(FIGURES, id_, {"value": 56}, wrong=True)
    assert check(sound, MODEL) == []
    damage(sound, "UPDATE figure SET quote = 'Påhittat' WHERE id = 'f1'")
    assert whats(check(sound, MODEL)) == [("quote", id_)]


def test_a_passage_that_is_not_its_section_s_is_found(sound: Store) -> None:
    damage(sound, "UPDATE passage SET text = text || '!'")
    found = whats(check(sound, MODEL))
    a, b = sound.resolve("a"), sound.resolve("b")
    assert [where for what, where in found if what == "passage"] == [
        f"{a}-1-p1", f"{a}-1-p2", f"{b}-2-p1", f"{b}-2-p2", f"{b}-1-p1",
    ]  # fmt: skip
    assert [where for what, where in found if what == "vector_text"] == [
        f"{a}-1-p1", f"{a}-1-p2", f"{b}-2-p1", f"{b}-2-p2",
    ]  # fmt: skip


def test_a_missing_vector_is_found(sound: Store) -> None:
    (stored, _) = sound.passages_of(sound.resolve("b"))
    damage(sound, f"DELETE FROM embedded WHERE number = {stored.number}")
    assert whats(check(sound, MODEL)) == [("vector_missing", stored.passage.id)]
    assert {finding.what for finding in check(sound, "annan modell")} == {"vector_missing"}


def test_a_vector_of_another_text_is_found(sound: Store) -> None:
    (stored, _) = sound.passages_of(sound.resolve("b"))
    sound.save_vectors(MODEL, {stored.number: "utan sammanhang"}, np.ones((1, 8), np.float32))
    assert whats(check(sound, MODEL)) == [("vector_text", stored.passage.id)]


def test_originals_that_are_gone_or_changed_are_found(sound: Store) -> None:
    a, b = sound.report(sound.resolve("a")), sound.report(sound.resolve("b"), 1)
    sound.files.erase(a.content_hash)
    sound.files.path(b.content_hash).write_text("annat")
    assert whats(check(sound, MODEL)) == [
        ("original_missing", f"{a.id} version 1"),
        ("original_changed", f"{b.id} version 1"),
    ]


def test_references_to_nothing_are_found(sound: Store) -> None:
    damage(sound, "UPDATE figure SET section_id = 's99' WHERE section_id IS NOT NULL")
    assert whats(check(sound, MODEL)) == [("database", "store.sqlite")]
