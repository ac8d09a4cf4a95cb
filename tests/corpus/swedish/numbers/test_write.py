import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.swedish.numbers import find, header_unit, write, write_whole
from corpus.swedish.numbers.units import Unit

UNITS = [
    "SEK",
    "EUR",
    "percent",
    "percentage_points",
    "years",
    "km",
    "Mbit/s",
    "hektar",
    "weeks",
    "hours",
    "MWh",
    "årsarbetare",
    "m²",
]


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (1_675_000_000, "SEK", "1\u2009675 mnkr"),
        (7_500_000, "SEK", "7,5 mnkr"),
        (640_000_000_000, "SEK", "640 mdkr"),
        (12_340_000_000, "EUR", "12,34 miljarder euro"),
        (12_345_000_000, "SEK", "12\u2009345 mnkr"),
        (1_219_580, "SEK", "1\u2009219\u2009580 kronor"),
        (1, "SEK", "1 krona"),
        (2_500_000, "EUR", "2,5 miljoner euro"),
        (9.35, "percent", "9,35 procent"),
        (-0.5, "percent", "−0,5 procent"),
        (1, "percentage_points", "1 procentenhet"),
        (3, "percentage_points", "3 procentenheter"),
        (4068, "count", "4\u2009068"),
        (100, "Mbit/s", "100 Mbit/s"),
        (12, None, "12"),
        (-0.0, None, "0"),
    ],
)
def test_written(value: float, unit: str | None, expected: str) -> None:
    assert write(value, unit) == expected


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=3).map(float), st.sampled_from(UNITS))
def test_what_is_written_is_read_back(value: float, unit: str) -> None:
    text = write(value, unit)
    (number,) = find(text)
    assert (number.start, number.end, number.unit) == (0, len(text), unit)
    assert number.value == pytest.approx(value, rel=1e-12, abs=1e-9)


@pytest.mark.parametrize(
    ("whole", "expected"),
    [
        ((1675e6, None, "SEK", "ca"), "ca 1\u2009675 mnkr"),
        ((10, 12, "years", None), "10–12 år"),
        ((900e3, 1.2e6, "SEK", None), "900\u2009000 kronor–1,2 mnkr"),
        ((40, None, "count", "ett fyrtiotal"), "ett fyrtiotal (40)"),
        ((55, None, None, None), "55"),
    ],
)
def test_a_number_is_written_with_its_range_and_reservation(
    whole: tuple[float, float | None, str | None, str | None], expected: str
) -> None:
    assert write_whole(*whole) == expected


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Budget (tkr)", Unit("SEK", 1e3)),
        ("Utfall 2020, mnkr", Unit("SEK", 1e6)),
        ("Belopp i miljoner kronor", Unit("SEK", 1e6)),
        ("Andel, %", Unit("percent")),
        ("År", None),
        ("Antal", Unit("count")),
        ("Antal per år", Unit("count")),
        ("Andel (%)", Unit("percent")),
        ("(mnkr)", Unit("SEK", 1e6)),
        ("tkr", Unit("SEK", 1e3)),
        ("Belopp i tusental kronor", Unit("SEK", 1e3)),
        ("Mkr om inget annat anges", Unit("SEK", 1e6)),
        ("Nettokostnad, kr/inv", Unit("SEK", 1, "inv")),
        ("Kostnad (kr per elev)", Unit("SEK", 1, "elev")),
        ("Antal årsarbetare", Unit("årsarbetare")),
        ("", None),
    ],
)
def test_units_of_headers(header: str, expected: Unit | None) -> None:
    assert header_unit(header) == expected
