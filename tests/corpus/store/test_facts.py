"""Facts across reports: found, corrected, kept through new readings."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from corpus.errors import Conflict, NotFound, UsageError
from corpus.model import Commitment, Figure, Metadata, Period, Reading, Status
from corpus.store import FactQuery, StatusCount, Store
from corpus.store.fact_conditions import STATUS_ORDER
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
        ({"place": "Övertorneå kommun"}, [7]),
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


def test_what_became_comes_before_what_is_expected_however_far_ahead(store: Store, inbox: Path) -> None:
    def years(first: int, last: int) -> Period:
        return Period(date(first, 1, 1), date(last, 12, 31))

    figures = (
        Figure("f1", "tills vidare", 1, "km", period=years(2021, 2027)),
        Figure("f2", "då", 2, "km", period=years(2019, 2019)),
        Figure("f3", "väntat", 3, "km", period=years(2040, 2040), kind="forecast"),
        Figure("f4", "nu", 4, "km", period=years(2021, 2021)),
        Figure("f5", "utan år", 5, "km"),
    )
    metadata = Metadata("Årsredovisning", "Region Nord", "annual_report", years(2021, 2021))
    reading = with_figures(*figures)
    keep(store, inbox, "a.txt", replace(reading, report=replace(reading.report, metadata=metadata)))
    assert values(store, sort="latest") == [4, 5, 2, 3, 1]


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


def with_commitments(*commitments: Commitment, title: str = "Uppföljning", year: int = 2021) -> Reading:
    made = plain(title)
    metadata = Metadata(title, "Region Syd", "follow_up", Period(date(year, 1, 1), date(year, 12, 31)))
    facts = replace(made.facts, commitments=commitments)
    return replace(made, report=replace(made.report, metadata=metadata), facts=facts)


@pytest.mark.parametrize(
    ("quote", "place", "named"),
    [
        ("Åres liftar ska byggas om.", "Åre", True),
        ("De kommande åren ska liftarna byggas om.", "Åre", False),
        ("Tågen ska vara i tid.", "vara", False),
        ("Tågen till Vara ska gå i tid.", "vara", True),
        ("Tågen till Boden, Luleå och Kiruna ska gå i tid.", "luleå kommun", True),
        ("Storlunds skola ska byggas ut.", "lunds", False),
        ("Bygden Lillby ska få fiber.", "lillby", True),
        ("Bygden Lillbyn ska få fiber.", "lillby", False),
    ],
)
def test_a_commitment_names_a_place_in_its_words(
    store: Store, inbox: Path, quote: str, place: str, named: bool
) -> None:
    keep(store, inbox, "a.txt", with_commitments(Commitment("c1", quote, "bygga")))
    assert len(actions(store, place=place)) == named


def test_statuses_sort_from_planned_to_what_became_and_none_comes_last(store: Store, inbox: Path) -> None:
    given: list[Status | None] = ["done", None, "planned", "delayed"]
    made = (Commitment(f"c{n}", f"ord {n}", str(status), status=status) for n, status in enumerate(given))
    keep(store, inbox, "a.txt", with_commitments(*made))
    assert actions(store, sort="status", descending=False) == ["planned", "delayed", "done", "None"]
    assert actions(store, sort="status") == ["done", "delayed", "planned", "None"]
    assert set(STATUS_ORDER) == set(get_args(Status))


def test_texts_sort_by_the_swedish_alphabet(store: Store, inbox: Path) -> None:
    places = ("Åre", "Övertorneå", "Arjeplog", "Älvsbyn", "Ystad", "arvika")
    figures = (Figure(f"f{n}", place, n, "km", place=place) for n, place in enumerate(places))
    keep(store, inbox, "a.txt", with_figures(*figures))
    found = store.find_facts(FIGURES, FactQuery(sort="place", descending=False)).facts
    assert [one.fact.place for one in found] == ["Arjeplog", "arvika", "Ystad", "Åre", "Älvsbyn", "Övertorneå"]


def test_facts_of_one_period_come_newest_report_first_and_a_long_period_by_its_end(store: Store, inbox: Path) -> None:
    for name, year in (("a.txt", 2019), ("b.txt", 2021)):
        keep(store, inbox, name, with_commitments(Commitment("c1", name, f"av {year}"), title=name, year=year))
    assert actions(store, sort="due") == ["av 2021", "av 2019"]
    spans = [
        Period(date(first, 1, 1), date(last, 12, 31)) for first, last in ((2014, 2020), (2019, 2019), (2020, 2020))
    ]
    keep(store, inbox, "c.txt", with_figures(*(Figure(f"f{n}", "x", n, "km", period=s) for n, s in enumerate(spans))))
    assert values(store) == [2, 0, 1]
    assert values(store, descending=False) == [1, 0, 2]


def test_rows_of_goal_tables_can_be_asked_for_alone(filled: Store) -> None:
    assert actions(filled, goals=True) == ["nå 60"]


def test_statuses_are_counted_by_the_report_s_years(filled: Store, inbox: Path) -> None:
    made = [Commitment(f"c{n}", f"ord {n}", "x", status="done") for n in (1, 2)]
    keep(filled, inbox, "c.txt", with_commitments(*made, year=2019))
    in_2021 = [StatusCount(2021, 2021, None, 1), StatusCount(2021, 2021, "partly", 1)]
    assert filled.count_statuses(FactQuery()) == [StatusCount(2019, 2019, "done", 2), *in_2021]
    assert filled.count_statuses(FactQuery(publisher="Region Nord")) == in_2021
    filled.amend(COMMITMENTS, f"{filled.resolve('c')}-1-c1", {}, wrong=True)
    assert filled.count_statuses(FactQuery(years=(2019, 2019))) == [StatusCount(2019, 2019, "done", 1)]


def test_facts_are_found_by_the_names_in_their_words(filled: Store) -> None:
    assert [one.fact.value for one in filled.facts_that_name(FIGURES, ["ärenden", "55 PROCENT"])] == [55, 7]
    assert filled.facts_that_name(FIGURES, ["%", "finns inte"]) == []


def test_the_values_of_a_column_are_those_that_stand_now(filled: Store) -> None:
    assert filled.fact_values(FIGURES, "place") == ("Boden", "Övertorneå")
    assert filled.fact_values(PROJECTS, "places") == ("Boden",)
    filled.amend(FIGURES, f"{filled.resolve('b')}-1-f1", {"place": "Kiruna"})
    assert filled.fact_values(FIGURES, "place") == ("Boden", "Kiruna")
    filled.amend(FIGURES, f"{filled.resolve('b')}-1-f1", {}, wrong=True)
    assert filled.fact_values(FIGURES, "place") == ("Boden",)


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
    revision = filled.fact(FIGURES, id_).revision
    read_again(filled, inbox)
    with pytest.raises(Conflict, match="lästs in på nytt"):
        filled.amend(FIGURES, id_, {}, wrong=True, revision=revision)
    with pytest.raises(Conflict, match="lästs in på nytt"):
        filled.take_back(FIGURES, id_, revision=revision)
    assert values(filled) == [55, 88, 1, 7]


def test_a_fact_that_somebody_corrected_meanwhile_is_not_corrected(filled: Store) -> None:
    id_ = f"{filled.resolve('b')}-1-f1"
    seen = filled.fact(FIGURES, id_)
    mended = filled.amend(FIGURES, id_, {"place": "Boden"}, revision=seen.revision)
    with pytest.raises(Conflict, match="Någon har rättat"):
        filled.amend(FIGURES, id_, {"value": 8}, revision=seen.revision)
    again = filled.amend(FIGURES, id_, {"place": "Kiruna"}, revision=mended.revision)
    assert len({seen.revision, mended.revision, again.revision}) == 3
    assert filled.take_back(FIGURES, id_, revision=again.revision).revision == seen.revision


@pytest.mark.parametrize("id_", ["", "x", "0-1-f1", "{b}-1-f99", "{b}-2-f1"])
def test_a_fact_that_is_not_there_is_not_found(filled: Store, id_: str) -> None:
    with pytest.raises(NotFound):
        filled.fact(FIGURES, id_.format(b=filled.resolve("b")))
