import unicodedata
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from corpus.errors import AmbiguousName, NotFound, UsageError
from corpus.model import Metadata, Period, Reading, ReportKind
from corpus.store import Store
from tests.corpus.store.readings import keep, plain


def about(text: str, publisher: str | None, kind: ReportKind, period: Period | None) -> Reading:
    reading = plain(text)
    metadata = Metadata("Rapport", publisher, kind, period)
    return replace(reading, report=replace(reading.report, metadata=metadata))


def year(number: int) -> Period:
    return Period(date(number, 1, 1), date(number, 12, 31))


@pytest.fixture
def shelf(store: Store, inbox: Path) -> Store:
    keep(store, inbox, "c.txt", about("c", "Region Nord", "annual_report", year(2019)))
    keep(store, inbox, "b.txt", about("b", "Region Nord", "interim_report", year(2021)))
    broken = Period(date(2019, 9, 1), date(2020, 8, 31))
    keep(store, inbox, "a.txt", about("a", "Kommunen", "annual_report", broken))
    keep(store, inbox, "d.txt", about("d", None, "other", None))
    return store


def files(store: Store, **filters: object) -> list[str]:
    return [report.file for report in store.reports(**filters)]  # type: ignore[arg-type]  # the tests' own filters


def test_reports_come_by_file(shelf: Store) -> None:
    assert files(shelf) == ["a.txt", "b.txt", "c.txt", "d.txt"]


def test_filters_narrow(shelf: Store) -> None:
    assert files(shelf, years=(2020, 2020)) == ["a.txt"]
    assert files(shelf, years=(2019, 2020)) == ["a.txt", "c.txt"]
    assert files(shelf, years=(2022, 2030)) == []
    assert files(shelf, publisher="region nord") == ["b.txt", "c.txt"]
    assert files(shelf, publisher="Region") == []
    assert files(shelf, kind="annual_report", years=(2019, 2019)) == ["a.txt", "c.txt"]


def test_a_listing_is_as_new_as_the_store(shelf: Store, inbox: Path) -> None:
    assert len(shelf.reports()) == 4
    with Store.open(shelf.folder) as other:
        keep(other, inbox, "e.txt", plain("e"))
        assert [report.file for report in shelf.reports()][-1] == "e.txt"
        other.edit(other.resolve("e"), {"title": "Ny"})
        assert shelf.reports()[-1].metadata.title == "Ny"
        other.link("/aa/0.txt", "0.txt", other.reports()[-1].content_hash)
        assert shelf.reports()[0].file == "0.txt"
        other.remove([shelf.resolve("0.txt")])
        assert len(shelf.reports()) == 4


def test_a_report_is_known_by_id_and_base_name(shelf: Store) -> None:
    id_ = shelf.reports()[0].id
    assert shelf.resolve(id_) == shelf.resolve("a.txt") == shelf.resolve("a") == id_
    for wrong in ("", "A.txt", "a.pdf", id_[:11], ".txt", "\udcff", "x" * 10_000):
        with pytest.raises(NotFound):
            shelf.resolve(wrong)


def test_a_name_that_several_bear_is_refused_with_their_ids(shelf: Store, inbox: Path) -> None:
    (inbox / "sub").mkdir()
    other = keep(shelf, inbox / "sub", "a.txt", plain("ett annat"))
    with pytest.raises(AmbiguousName) as caught:
        shelf.resolve("a.txt")
    assert other.id in caught.value.message
    assert shelf.reports()[0].id in caught.value.message


def test_a_name_with_suffix_comes_before_one_without(store: Store, inbox: Path) -> None:
    first, second = keep(store, inbox, "a.b", plain("1")), keep(store, inbox, "a.b.txt", plain("2"))
    assert store.resolve("a.b") == first.id
    assert store.resolve("a.b.txt") == second.id
    third = keep(store, inbox, ".dold", plain("3"))
    assert store.resolve(".dold") == third.id


def test_a_name_written_as_a_mac_does_is_the_same_name(store: Store, inbox: Path) -> None:
    report = keep(store, inbox, unicodedata.normalize("NFD", "Övertorneå.txt"), plain("x"))
    assert store.resolve("Övertorneå") == report.id


def test_corrections_are_in_force_and_marked(shelf: Store) -> None:
    id_ = shelf.resolve("a")
    edited = shelf.edit(id_, {"title": " Års\nrapport ", "period": year(2018), "publisher": None, "kind": "audit"})
    assert edited.metadata == Metadata("Års rapport", None, "audit", year(2018))
    assert edited.edited == ("kind", "period", "publisher", "title")
    assert shelf.report(id_) == edited
    assert files(shelf, kind="audit", years=(2018, 2018)) == ["a.txt"]


def test_corrections_can_be_withdrawn(shelf: Store) -> None:
    id_ = shelf.resolve("a")
    before = shelf.report(id_)
    shelf.edit(id_, {"title": "Ny", "kind": "audit"})
    assert shelf.edit(id_, {}, ["title"]).edited == ("kind",)
    assert shelf.edit(id_, {}, ["kind", "title"]) == before


def test_corrections_survive_new_versions_and_readings(store: Store, inbox: Path) -> None:
    report = keep(store, inbox, "a.txt", plain("ett"), reader="1")
    store.edit(report.id, {"title": "Rätt titel"})
    assert keep(store, inbox, "a.txt", plain("ett"), reader="2").metadata.title == "Rätt titel"
    new = keep(store, inbox, "a.txt", plain("två"))
    assert (new.version, new.metadata.title, new.edited) == (2, "Rätt titel", ("title",))
    assert store.report(report.id, 1).metadata.title == "Rätt titel"


@pytest.mark.parametrize(
    "changes",
    [
        {"id": "x"},
        {"title": ""},
        {"title": None},
        {"title": "x" * 501},
        {"title": 7},
        {"kind": "roman"},
        {"kind": None},
        {"period": "2021"},
        {"period": Period(date(2021, 2, 1), date(2021, 1, 1))},
        {"publisher": "Bra", "kind": "roman"},
    ],
)
def test_what_cannot_be_is_refused_whole(shelf: Store, changes: dict[str, object]) -> None:
    before = shelf.reports()
    with pytest.raises(UsageError):
        shelf.edit(shelf.resolve("a"), changes)
    assert shelf.reports() == before


def test_a_correction_that_changes_nothing_is_no_commit(shelf: Store) -> None:
    id_, commit = shelf.resolve("a"), shelf.commit_number
    shelf.edit(id_, {}, ["title"])
    assert shelf.commit_number == commit
    shelf.edit(id_, {"kind": "audit"})
    assert shelf.commit_number == commit + 1
    with pytest.raises(NotFound):
        shelf.edit("0" * 12, {"kind": "audit"})
