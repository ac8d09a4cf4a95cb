"""Sections found by words that stand in them."""

from dataclasses import replace
from pathlib import Path

from corpus.model import Section, Table
from corpus.store import Store
from tests.corpus.store.readings import keep, plain


def found(store: Store, *words: str) -> list[str]:
    return [section.heading for _, section in store.sections_with(words)]


def test_headings_texts_and_tables_are_looked_through_in_current_versions(store: Store, inbox: Path) -> None:
    made = plain("ett")
    sections = (
        Section("s1", None, 1, "Grön kust", ""),
        Section("s2", None, 1, "Klimat", "I Grön kust mäts elbehovet."),
        Section("s3", None, 1, "Bilaga", "Alla insatser."),
        Section("s4", None, 1, "Annat", "Kusten är grön."),
    )
    table = Table("t1", "s3", None, ("Projekt", "År"), (("Grön kust", "2021"),))
    later = replace(made, report=replace(made.report, sections=sections, tables=(table,)), passages=())
    keep(store, inbox, "a.txt", later, "första")
    assert found(store, "Grön kust") == ["Grön kust", "Klimat", "Bilaga"]
    assert found(store, "Grön kust", "Kusten") == ["Grön kust", "Klimat", "Bilaga", "Annat"]
    assert found(store, "grön kust") == []
    assert found(store) == []
    keep(store, inbox, "a.txt", made, "andra")
    assert found(store, "Grön kust") == []
