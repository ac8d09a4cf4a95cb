"""Facts across reports: found, corrected, kept through new readings."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from corpus.errors import Conflict, NotFound, UsageError
from corpus.model import Figure, Metadata, Period, Reading
from corpus.store import FactQuery, Store
from corpus.store.items import COMMITMENTS, FIGURES, PROJECTS
from tests.corpus.store.readings import FIRST_HALF, keep, plain, rich

EARLIER = Period(date(2014, 1, 1), date(2019, 12, 31))


def with_figures(*figures: Figure, reading: Reading | None = None) -> Reading:
    made = reading or plain("ett")
    return replace(made, facts=replace(made.facts, figures=figures))


def values(store: Store, **wanted: object) -> list[float]:
    return [found.fact.value for found in store.find_facts(FIGURES, FactQuery(**wanted)).facts]  # type: ignore[arg-type]


@pytest.fixture
def filled(store: Store, inbox: Path) -> Store:
    """Three figures of 2021 or of no year in a report of 2021, one of 2014–2019 in a report of 2018."""
    keep(store, inbox, "a.pdf", rich(), "original")
    old = Figure("f1", "Ärenden: 7", 7, "count", measure="Ärenden", place="Övertorneå", period=EARLIER)
    reading = with_figures(old)
    metadata = Metadata("Uppföljning", "Region Syd", "follow_up", Period(date(2018, 1, 1), date(2018, 12, 31)))
    keep(store, inbox, "b.txt", replace(reading, report=replace(reading.report, metadata=metadata)))
    return store


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({}, [55, 88, 7]),
        ({"years": (2021, 2021)}, [55, 88]),
        ({"years": (2019, 2020)}, [7]),
        ({"years": (2018, 2021)}, [55, 88, 7]),
        ({"years": (2020, 2020)}, []),
        ({"publisher": "region nord"}, [55, 88]),
        ({"place": "övertorneå"}, [7]),
        ({"place": "torneå"}, []),
        ({"unit": "Percent"}, [55, 88]),
        ({"kind": "target"}, [55]),
        ({"text": "ÄRENDEN 7"}, [7]),
        ({"text": "ärenden 8"}, []),
        ({"text": "%"}, []),
        ({"sort": "value", "descending": False}, [7, 55, 88]),
        ({"offset": 1, "limit": 1}, [88]),
        ({"reports": ()}, []),
    ],
)
def test_figures_are_found_by_what_they_say(filled: Store, wanted: dict[str, object], found: list[float]) -> None:
    assert values(filled, **wanted) == found


def test_how_many_there_are_is_told_whatever_the_limit(filled: Store) -> None:
    found = filled.find_facts(FIGURES, FactQuery(limit=1))
    assert (found.total, len(found.facts)) == (3, 1)


def test_a_fact_without_a_period_is_of_its_report_s_as_corrected(filled: Store) -> None:
    filled.edit(filled.resolve("a"), {"period": Period(date(1999, 1, 1), date(1999, 12, 31))})
    assert values(filled, years=(1999, 1999)) == [88]
    filled.edit(filled.resolve("a"), {"period": None})
    assert values(filled, years=(1900, 2100)) == [55, 7]


def names(store: Store, **wanted: object) -> list[str]:
    return [found.fact.name for found in store.find_facts(PROJECTS, FactQuery(**wanted)).facts]  # type: ignore[arg-type]


def test_projects_are_found_by_place_actor_and_alias(filled: Store) -> None:
    assert names(filled, sort="name", descending=False) == ["Fibernätet", "Spår"]
    assert names(filled, place="boden") == ["Fibernätet"]
    assert names(filled, place="bode") == []
    assert names(filled, actor="luleå") == ["Fibernätet"]
    assert names(filled, text="nätet") == ["Fibernätet"]


def actions(store: Store, **wanted: object) -> list[str]:
    return [found.fact.action for found in store.find_facts(COMMITMENTS, FactQuery(**wanted)).facts]  # type: ignore[arg-type]


def test_commitments_are_found_by_status_and_actor(filled: Store) -> None:
    assert actions(filled) == ["nå 60", "nå"]
    assert actions(filled, status="partly") == ["nå 60"]
    assert actions(filled, status="none") == ["nå"]
    assert actions(filled, actor="REGION") == ["nå 60"]
    assert actions(filled, years=(2021, 2021)) == ["nå 60", "nå"]
    assert actions(filled, years=(2022, 2022)) == []


def test_only_current_versions_are_listed(store: Store, inbox: Path) -> None:
    keep(store, inbox, "a.txt", with_figures(Figure("f1", "ett", 1, "km")))
    keep(store, inbox, "a.txt", with_figures(Figure("f1", "två", 2, "km"), reading=plain("två")))
    assert values(store) == [2]


def test_a_mended_fact_is_found_by_what_it_says_now(filled: Store) -> None:
    id_ = f"{filled.resolve('b')}-1-f1"
    mended = filled.amend(FIGURES, id_, {"value": 9, "place": "Boden", "period": FIRST_HALF})
    assert (mended.fact.value, mended.fact.place, mended.fact.period) == (9.0, "Boden", FIRST_HALF)
    assert mended.correction is not None
    assert mended.correction.as_read == {"value": 7.0, "place": "Övertorneå", "period": EARLIER}
    assert mended.correction.corrected_at.endswith("+00:00")
    assert values(filled, place="Boden", years=(2021, 2021)) == [55, 9]
    assert filled.facts(filled.resolve("b")).figures[0].value == 9
    assert filled.fact(FIGURES, id_) == mended


def read_again(store: Store, inbox: Path) -> None:
    """The same file, in which now another figure is read first."""
    other = Figure("f1", "ett", 1, "km")
    keep(store, inbox, "b.txt", with_figures(other, Figure("f2", "Ärenden: 7", 7, "count", place="Kiruna")))


def replaced(store: Store, inbox: Path) -> None:
    """New content at the same path, with the same words in it."""
    figure = Figure("f1", "Ärenden: 7", 7, "count", place="Kiruna")
    keep(store, inbox, "b.txt", with_figures(figure, reading=plain("Ärenden: 7", "nytt")))


@pytest.mark.parametrize("again", [read_again, replaced])
def test_a_correction_is_kept_when_the_report_is_read_again(
    filled: Store, inbox: Path, again: Callable[[Store, Path], None]
) -> None:
    b = filled.resolve("b")
    filled.amend(FIGURES, f"{b}-1-f1", {"place": "Boden"})
    again(filled, inbox)
    (found,) = filled.find_facts(FIGURES, FactQuery(text="Ärenden")).facts
    assert found.fact.place == "Boden"
    assert found.correction is not None
    assert found.correction.as_read == {"place": "Kiruna"}
    assert filled.take_back(FIGURES, found.fact.id).fact.place == "Kiruna"


def test_what_is_marked_as_wrong_is_left_out_but_kept(filled: Store, inbox: Path) -> None:
    b = filled.resolve("b")
    marked = filled.amend(FIGURES, f"{b}-1-f1", {}, wrong=True)
    assert marked.correction is not None
    assert (marked.correction.wrong, marked.correction.as_read) == (True, {})
    read_again(filled, inbox)
    assert values(filled) == [55, 88, 1]
    assert values(filled, wrong=True) == [55, 88, 1, 7]
    assert [figure.value for figure in filled.facts(b).figures] == [1]
    assert [figure.value for figure in filled.facts(b, wrong=True).figures] == [1, 7]
    filled.take_back(FIGURES, f"{b}-1-f2")
    assert values(filled) == [55, 88, 1, 7]


def test_a_mark_and_a_mended_field_are_kept_apart(filled: Store) -> None:
    id_ = f"{filled.resolve('b')}-1-f1"
    filled.amend(FIGURES, id_, {"unit": "st"})
    filled.amend(FIGURES, id_, {"value": 8}, wrong=True)
    unmarked = filled.amend(FIGURES, id_, {"unit": "count"}, wrong=False)
    assert unmarked.correction is not None
    assert (unmarked.correction.wrong, unmarked.correction.as_read) == (False, {"value": 7.0})
    assert filled.amend(FIGURES, id_, {"value": 7}).correction is None


def test_facts_that_are_alike_word_for_word_are_told_apart(store: Store, inbox: Path) -> None:
    alike = [Figure(f"f{n}", "88 88", 88, "percent") for n in (1, 2)]
    report = keep(store, inbox, "a.txt", with_figures(*alike))
    store.amend(FIGURES, f"{report.id}-1-f2", {"measure": "Andel 2020"})
    keep(store, inbox, "a.txt", with_figures(*alike))
    assert [found.measure for found in store.facts(report.id).figures] == [None, "Andel 2020"]


def test_projects_and_commitments_are_corrected_too(filled: Store) -> None:
    a = filled.resolve("a")
    project = filled.amend(PROJECTS, f"{a}-1-j1", {"partners": ["Luleå", "Boden"], "amounts_sek": [3]})
    assert (project.fact.partners, project.fact.amounts_sek) == (("Luleå", "Boden"), (3.0,))
    assert project.correction is not None
    assert project.correction.as_read == {"partners": ("Luleå",), "amounts_sek": (1.5e6, 2.0)}
    assert filled.amend(COMMITMENTS, f"{a}-1-c1", {"status": None}).fact.status is None
    assert actions(filled, status="none") == ["nå 60", "nå"]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"quote": "annat"}, "”quote” kan inte rättas"),
        ({"value": None}, "value: Ett tal"),
        ({"value": float("nan")}, "value: Ett tal"),
        ({"value": True}, "value: Ett tal"),
        ({"kind": "guess"}, "kind: ”guess”"),
        ({"unit": " "}, "unit: En text"),
        ({"period": Period(date(2021, 2, 1), date(2021, 1, 1))}, "period: Perioden"),
    ],
)
def test_what_a_field_cannot_be_is_refused(filled: Store, changes: dict[str, object], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        filled.amend(FIGURES, f"{filled.resolve('b')}-1-f1", changes)
    assert values(filled) == [55, 88, 7]


def test_a_fact_that_has_come_to_bear_another_s_id_is_not_corrected(filled: Store, inbox: Path) -> None:
    id_ = f"{filled.resolve('b')}-1-f1"
    key = filled.fact(FIGURES, id_).key
    read_again(filled, inbox)
    with pytest.raises(Conflict):
        filled.amend(FIGURES, id_, {}, wrong=True, key=key)
    with pytest.raises(Conflict):
        filled.take_back(FIGURES, id_, key=key)
    assert values(filled) == [55, 88, 1, 7]


@pytest.mark.parametrize("id_", ["", "x", "0-1-f1", "{b}-1-f99", "{b}-2-f1"])
def test_a_fact_that_is_not_there_is_not_found(filled: Store, id_: str) -> None:
    with pytest.raises(NotFound):
        filled.fact(FIGURES, id_.format(b=filled.resolve("b")))
