from collections.abc import Callable

import pytest

from corpus.model import Figure, Period
from corpus.swedish.analysis import Analyzer
from search.timeline.measures import SAME, differences, likeness, measure_of
from tests.search.timeline.making import figure, span, year

JANUARY_TO_APRIL = span("2021-01-01", "2021-04-30")
DAY = span("2021-04-27", "2021-04-27")


@pytest.fixture(scope="module")
def alike(analyzer: Analyzer) -> Callable[[str, str], float]:
    return lambda one, other: likeness(measure_of(figure(1, one), analyzer), measure_of(figure(2, other), analyzer))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("antal ansökningar", "ansökningar"),
        ("sjukfrånvaro", "sjukfrånvaron"),
        ("andel nöjda resenärer", "andelen nöjda resenärer"),
        ("beviljat företagsstöd", "företagsstöd som beviljats"),
    ],
)
def test_one_measure_in_two_wordings_is_one(alike: Callable[[str, str], float], one: str, other: str) -> None:
    assert alike(one, other) >= SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ansökningar", "ansökningar som har bifallits"),
        ("påstigningar i Ljungmarkstrafiken", "resor med Ljungmarkstrafiken"),
        ("bredbandsutbyggnad", "andel av hushållen med tillgång till snabbt bredband"),
        ("antal e-tjänster", "andel ärenden som inleds digitalt"),
        ("sjukfrånvaro", "sjukfrånvaro, Män"),
        ("sjukfrånvaro, Kvinnor", "sjukfrånvaro, Män"),
    ],
)
def test_another_measure_is_another(alike: Callable[[str, str], float], one: str, other: str) -> None:
    assert alike(one, other) < SAME


def why(
    analyzer: Analyzer, one: Figure, other: Figure, periods: tuple[Period | None, Period | None] | None = None
) -> tuple[str, ...]:
    pair = (measure_of(one, analyzer), measure_of(other, analyzer))
    return differences(one, other, pair, periods or (one.period, other.period))


def test_the_same_of_two_years_may_be_subtracted(analyzer: Analyzer) -> None:
    one, other = (figure(n, "företagsbesök", period=year(n)) for n in (2019, 2020))
    assert why(analyzer, one, other) == ()


def test_a_speed_a_base_year_and_an_age_define_a_measure(analyzer: Analyzer) -> None:
    pairs = [
        ("hushåll med bredband", "hushåll med bredband om 100 Mbit/s"),
        ("minskade utsläpp sedan 2010", "minskade utsläpp sedan 2015"),
        ("invånare 16–84 år med god hälsa", "invånare 18 år och äldre med god hälsa"),
    ]
    for before, after in pairs:
        found = why(analyzer, figure(1, before, period=year(2020)), figure(2, after, period=year(2021)))
        assert found, (before, after)
        assert found[0].startswith("ändrad definition")
    speed = why(analyzer, figure(1, pairs[0][0], period=year(2020)), figure(2, pairs[0][1], period=year(2021)))
    assert speed == ("ändrad definition, hastighet: sägs inte mot 100 mbit/s",)


def test_a_definition_in_the_quote_counts(analyzer: Analyzer) -> None:
    quote = "78 procent av hushållen har tillgång till bredband om minst 100 Mbit/s."
    one = figure(78, "hushåll med tillgång till bredband", "percent", quote=quote, period=year(2020))
    other = figure(80, "hushåll med tillgång till bredband", "percent", period=year(2021))
    assert why(analyzer, one, other) == ("ändrad definition, hastighet: 100 mbit/s mot sägs inte",)


def test_unit_kind_and_place_must_agree(analyzer: Analyzer) -> None:
    one = figure(7100, "solceller", "m²", place="Boden", period=year(2021))
    other = figure(1090, "solceller", "MWh", place="Piteå", kind="target", period=year(2022))
    assert why(analyzer, one, other) == (
        "olika enhet: m² mot MWh",
        "olika slag: utfall mot mål",
        "olika plats: Boden mot Piteå",
    )


def test_four_months_never_stand_against_a_year(analyzer: Analyzer) -> None:
    one = figure(169, "ansökningar", period=year(2017))
    for period, basis, told in (
        (JANUARY_TO_APRIL, "period", "januari–april 2021 (4 månader)"),
        (DAY, "point", "läget den 27 april 2021"),
    ):
        other = figure(82, "ansökningar", period=period, basis=basis)  # type: ignore[arg-type]
        assert why(analyzer, one, other) == (f"olika tidsunderlag: hela 2017 mot {told}",)


def test_four_months_stand_against_the_same_four_months_only(analyzer: Analyzer) -> None:
    def over(first: str, last: str) -> Figure:
        return figure(1, "besök", period=span(first, last), basis="period")

    spring = over("2021-01-01", "2021-04-30")
    assert why(analyzer, over("2020-01-01", "2020-04-30"), spring) == ()
    assert why(analyzer, over("2020-05-01", "2020-08-31"), spring)
    assert why(analyzer, over("2020-01-01", "2020-06-30"), spring)
