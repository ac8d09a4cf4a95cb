import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.swedish.numbers import Number, find


def only(text: str) -> Number:
    numbers = find(text)
    assert len(numbers) == 1, numbers
    return numbers[0]


@pytest.mark.parametrize(
    ("text", "read", "value", "unit"),
    [
        ("1 675 Mkr", "1 675 Mkr", 1_675_000_000, "SEK"),
        ("1\u00a0675\u00a0Mkr", "1\u00a0675\u00a0Mkr", 1_675_000_000, "SEK"),
        ("1\u2009675\u2009mnkr", "1\u2009675\u2009mnkr", 1_675_000_000, "SEK"),
        ("7,5 mkr", "7,5 mkr", 7_500_000, "SEK"),
        ("9.6 mkr", "9.6 mkr", 9_600_000, "SEK"),
        ("2,3 miljoner kronor", "2,3 miljoner kronor", 2_300_000, "SEK"),
        ("40 206 690", "40 206 690", 40_206_690, None),
        ("1.219.580:-", "1.219.580:-", 1_219_580, "SEK"),
        ("750 tkr", "750 tkr", 750_000, "SEK"),
        ("två miljoner kronor", "två miljoner kronor", 2_000_000, "SEK"),
        ("en miljard", "en miljard", 1_000_000_000, None),
        ("en och en halv miljard kronor", "en och en halv miljard kronor", 1_500_000_000, "SEK"),
        ("en halv miljon kr", "en halv miljon kr", 500_000, "SEK"),
        ("2,5 miljoner euro", "2,5 miljoner euro", 2_500_000, "EUR"),
        ("9,35 procent", "9,35 procent", 9.35, "percent"),
        ("tre procentenheter", "tre procentenheter", 3, "percentage_points"),
        ("85%", "85%", 85, "percent"),
        ("–0,5 procent", "–0,5 procent", -0.5, "percent"),
        ("100-procentig", "100-procentig", 100, "percent"),
        ("100 Mbit/s", "100 Mbit/s", 100, "Mbit/s"),
        ("12 km", "12 km", 12, "km"),
        ("tre år", "tre år", 3, "years"),
        ("treårigt projekt", "treårigt", 3, "years"),
        ("tjugofem företag", "tjugofem", 25, "count"),
        ("tvåhundrafemtio personer", "tvåhundrafemtio personer", 250, "count"),
        ("16 kommuner", "16", 16, "count"),
        ("fyra gånger", "fyra gånger", 4, "count"),
        ("hälften av kommunerna", "hälften", 50, "percent"),
        ("var tredje ansökan", "var tredje", 33.3, "percent"),
        ("två tredjedelar", "två tredjedelar", 66.7, "percent"),
        ("18 av dessa", "18", 18, None),
    ],
)
def test_amounts(text: str, read: str, value: float, unit: str | None) -> None:
    number = only(text)
    assert (text[number.start : number.end], number.value, number.unit, number.form) == (read, value, unit, "amount")


@pytest.mark.parametrize(
    ("text", "read", "low", "high", "unit"),
    [
        ("10-12 resenärer", "10-12", 10, 12, "count"),
        ("40–50 procent", "40–50 procent", 40, 50, "percent"),
        ("5 % – 10 %", "5 % – 10 %", 5, 10, "percent"),
        ("mellan 10 och 12 mkr", "10 och 12 mkr", 10_000_000, 12_000_000, "SEK"),
        ("två till tre veckor", "två till tre veckor", 2, 3, "weeks"),
        ("4 000–5 000 kr", "4 000–5 000 kr", 4000, 5000, "SEK"),
    ],
)
def test_ranges(text: str, read: str, low: float, high: float, unit: str) -> None:
    number = only(text)
    assert (text[number.start : number.end], number.value, number.value_max, number.unit) == (read, low, high, unit)


@pytest.mark.parametrize(
    ("text", "read", "form", "value", "last"),
    [
        ("2014-2020", "2014-2020", "period", 2014, 2020),
        ("2020/21", "2020/21", "period", 2020, 2021),
        ("1990-talet", "1990-talet", "period", 1990, 1999),
        ("1600-talet", "1600-talet", "period", 1600, 1699),
        ("år 2017", "2017", "year", 2017, None),
        ("anslag 1:1", "1:1", "reference", 1, None),
        ("§ 5", "§ 5", "reference", 5, None),
        ("5 kap. 3 §", "5 kap. 3 §", "reference", 5, None),
        ("5 540-12", "5 540-12", "reference", 5, None),
        ("s. 14", "s. 14", "reference", 14, None),
        ("avsnitt 4.2", "avsnitt 4.2", "reference", 4, None),
        ("4.2.1", "4.2.1", "reference", 4, None),
        ("version 2.0", "version 2.0", "reference", 2, None),
        ("prop. 2020/21:45", "prop. 2020/21:45", "reference", 2020, None),
        ("232100-0222", "232100-0222", "reference", 232100, None),
        ("den 27 april 2021", "27 april 2021", "date", 20210427, None),
        ("den 1. maj", "1. maj", "date", 501, None),
        ("21-22 april 2021", "21-22 april 2021", "date", 20210421, 20210422),
        ("2021-04-27", "2021-04-27", "date", 20210427, None),
        ("27/4 2021", "27/4 2021", "date", 20210427, None),
        ("kl. 10.30", "kl. 10.30", "time", 10.5, None),
        ("2:a", "2:a", "ordinal", 2, None),
        ("enligt 2025 års plan", "2025", "year", 2025, None),
        ("till den 15 september.", "15 september", "date", 915, None),
        ("den 3 jan. 2020", "3 jan. 2020", "date", 20200103, None),
        ("målen nås.2 Det", "2", "reference", 2, None),
        ("1. Nämnden", "1", "reference", 1, None),
        ("§ 71/2024", "§ 71/2024", "reference", 71, None),
    ],
)
def test_what_is_no_amount(text: str, read: str, form: str, value: float, last: float | None) -> None:
    number = only(text)
    found = (text[number.start : number.end], number.form, number.value, number.value_max, number.unit)
    assert found == (read, form, value, last, None)


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("ca 750 Mkr", "ca"),
        ("Ca. 750 Mkr", "Ca"),
        ("drygt 40 procent", "drygt"),
        ("upp till 12 km", "upp till"),
        ("mer än tre miljoner kronor", "mer än"),
        ("minst ett år", "minst"),
        ("under 60 procent", "under"),
        ("under tre år", None),
        ("ett 40-tal deltagare", "ett 40-tal"),
        ("Ett tiotal uppdrag", "Ett tiotal"),
        ("750 Mkr", None),
        ("över de fyra områdena", None),
    ],
)
def test_qualifiers_stand_as_written(text: str, qualifier: str | None) -> None:
    assert only(text).qualifier == qualifier


def test_from_and_to_are_two_numbers_of_one_unit() -> None:
    numbers = find("ökade från 60 till 80 procent")
    assert [(number.value, number.value_max, number.unit) for number in numbers] == [
        (60, None, "percent"),
        (80, None, "percent"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "covid-19",
        "i Norrbotten1",
        "CO2",
        "40x100",
        "ett företag",
        "ett år av oro",
        "tusentals",
        "en",
        "E4",
        "N609-4635/23",
    ],
)
def test_what_is_no_number(text: str) -> None:
    assert find(text) == []


ALPHABET = [*"0123456789 ,.:-–/%§kramlionsetvåhundx\n\t\u00a0\u2009", " kr", " mkr", " till ", " en ", "2014", "kap. "]


@given(st.lists(st.sampled_from(ALPHABET), max_size=60).map("".join))
def test_nothing_is_read_twice_and_nothing_raises(text: str) -> None:
    numbers = find(text)
    assert all(number.start < number.end <= len(text) for number in numbers)
    assert all(left.end <= right.start for left, right in pairwise(numbers))


@pytest.mark.parametrize(
    "piece",
    ["1", "1 ", "1 000 ", "1.", "1-", "1,1", "en ", "två", "hundra", "§", "s. ", "2014-", "ca ", " ", "1:", "tusen"],
)
def test_no_input_is_slow(piece: str) -> None:
    began = time.process_time()
    find(piece * (30_000 // len(piece)))
    assert time.process_time() - began < 1.5
