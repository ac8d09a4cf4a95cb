from dataclasses import fields
from pathlib import Path

import pytest
import sqlalchemy as sa

from corpus.errors import NotFound, StoreError
from corpus.model import Facts, Metadata, Page, Reading, Report, Section
from corpus.store import Counts, Store, identifiers, schema
from corpus.store.items import KINDS, PASSAGES
from tests.corpus.store.readings import keep, plain, rich


def local(items: object, prefix: str) -> str:
    """The items' text without the prefix of their ids: two readings are equal if these are."""
    return repr(items).replace(prefix, "")


def test_all_that_was_read_comes_back(store: Store, inbox: Path) -> None:
    reading = rich()
    report = keep(store, inbox, "a.pdf", reading)
    prefix = f"{report.id}-1-"
    assert report.metadata == reading.report.metadata
    assert report.problems == reading.report.problems
    assert report.counts == Counts(2, 2, 2, 1, 2, 1, 2, 2, 2)
    assert tuple(store.pages(report.id)) == reading.report.pages
    assert local(tuple(store.sections(report.id)), prefix) == repr(reading.report.sections)
    assert local(tuple(store.tables(report.id)), prefix) == repr(reading.report.tables)
    assert local(tuple(store.illustrations(report.id)), prefix) == repr(reading.report.illustrations)
    assert local(tuple(store.footnotes(report.id)), prefix) == repr(reading.report.footnotes)
    assert local(store.facts(report.id), prefix) == repr(reading.facts)
    assert local(tuple(item.passage for item in store.passages_of(report.id)), prefix) == repr(reading.passages)


def test_ids_and_references_are_qualified(store: Store, inbox: Path) -> None:
    report = keep(store, inbox, "a.pdf", rich())
    section = store.sections(report.id)[1]
    assert (section.id, section.parent_id) == (f"{report.id}-1-s2", f"{report.id}-1-s1")
    commitment = store.facts(report.id).commitments[0]
    assert (commitment.section_id, commitment.table_id) == (f"{report.id}-1-s2", f"{report.id}-1-t1")
    assert store.section(section.id) == section
    assert store.table(f"{report.id}-1-t1") == store.tables(report.id)[0]


def test_sections_come_without_spans_on_request(store: Store, inbox: Path) -> None:
    report = keep(store, inbox, "a.pdf", rich())
    with_spans, without = store.sections(report.id)[1], store.sections(report.id, spans=False)[1]
    assert with_spans.spans
    assert without.spans == ()
    assert without.text == with_spans.text


def test_a_section_s_text_and_the_spans_of_a_stretch_come_alone(store: Store, inbox: Path) -> None:
    report = keep(store, inbox, "a.pdf", rich())
    section = store.sections(report.id)[1]
    first, *others = section.spans
    assert store.section_text(section.id) == section.text
    assert store.section_spans(section.id, first.start, first.end) == (first,)
    assert store.section_spans(section.id, first.start, len(section.text)) == (first, *others)
    assert store.section_spans(section.id, 0, 0) == ()
    for unknown in ("x-1-s1", f"{report.id}-1-s99", f"{report.id}-2-s2", "s2"):
        with pytest.raises(NotFound):
            store.section_text(unknown)
        with pytest.raises(NotFound):
            store.section_spans(unknown, 0, 1)


def test_pages_are_found_by_number(store: Store, inbox: Path) -> None:
    paged, unpaged = keep(store, inbox, "a.pdf", rich()), keep(store, inbox, "b.txt", plain("Text."))
    assert store.page(paged.id, 2).text == "Luleå 88\nFotnot"
    assert store.page(unpaged.id, None) == Page(None, None, 0, 0, "Text.")
    assert unpaged.counts.pages == 0
    for id_, number in ((paged.id, 3), (paged.id, None), (paged.id, 10**30), (unpaged.id, 1)):
        with pytest.raises(NotFound):
            store.page(id_, number)


@pytest.mark.parametrize("wrong", ["", "s1", "a-b", "a--s1", "a-1-", "a-x-s1", f"a-{10**20}-s1", "a-²-s1", "åäö-1-s1"])
def test_what_is_no_id_is_not_found(store: Store, wrong: str) -> None:
    with pytest.raises(NotFound):
        store.section(wrong)


def test_unknown_reports_and_versions_are_not_found(store: Store, inbox: Path) -> None:
    report = keep(store, inbox, "a.pdf", rich())
    for call in (store.report, store.sections, store.tables, store.facts, store.pages, store.passages_of):
        with pytest.raises(NotFound):
            call("0" * 12)
        with pytest.raises(NotFound):
            call(report.id, 2)
    with pytest.raises(NotFound):
        store.report(report.id, 10**30)


def test_a_reference_to_nothing_is_refused_whole(store: Store, inbox: Path) -> None:
    astray = Section("s1", "s9", 2, "Vilse", "Text.")
    with pytest.raises(StoreError):
        keep(store, inbox, "a.txt", Reading(Report(Metadata("T"), (), (astray,)), Facts(), ()))
    assert store.reports() == []
    assert store.commit_number == 0


def test_a_child_may_stand_before_its_parent(store: Store, inbox: Path) -> None:
    sections = (Section("s2", "s1", 2, "Barn", "b"), Section("s1", None, 1, "Förälder", "a"))
    report = keep(store, inbox, "a.txt", Reading(Report(Metadata("T"), (), sections), Facts(), ()))
    assert [section.heading for section in store.sections(report.id)] == ["Barn", "Förälder"]


def test_text_that_no_database_takes_keeps_its_length(store: Store, inbox: Path) -> None:
    report = keep(store, inbox, "a.txt", plain("ett\0två\ud800tre", title="\udcff"), content="x")
    assert store.sections(report.id)[0].text == "ett\ufffdtvå\ufffdtre"
    assert report.metadata.title == "\ufffd"


def test_every_field_of_the_domain_has_a_column() -> None:
    for kind in (*KINDS, PASSAGES):
        names = {field.name for field in fields(kind.type)}  # type: ignore[arg-type]  # every kind's type is a dataclass
        assert {column.name for column in kind.columns()} == names
    assert {field.name for field in fields(Metadata)} <= {column.name for column in schema.version.c}


def test_ids_are_as_short_as_they_can_be() -> None:
    content_hash = "0123456789abcdef" * 4
    assert identifiers.report_id_for(content_hash, set()) == "0123456789ab"
    assert identifiers.report_id_for(content_hash, {"0123456789ab", "0123456789abc"}) == "0123456789abcd"


def test_all_tables_can_be_made_in_postgresql() -> None:
    made: list[str] = []

    def take(statement: sa.ExecutableDDLElement, *more: object, **options: object) -> None:
        made.append(str(statement.compile(dialect=engine.dialect)))

    engine = sa.create_mock_engine("postgresql://", take)
    schema.metadata.create_all(engine, checkfirst=False)
    assert len([statement for statement in made if "CREATE TABLE" in statement]) == len(schema.metadata.tables)
