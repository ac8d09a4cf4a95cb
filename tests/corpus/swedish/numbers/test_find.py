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
        ("½ miljon kronor", "½ miljon kronor", 500_000, "SEK"),
        ("2½ år", "2½ år", 2.5, "years"),
        ("1/3 av kommunerna", "1/3", 33.3, "percent"),
        ("3/4 av länets skolor", "3/4", 75, "percent"),
        ("noll procent", "noll procent", 0, "percent"),
        ("35 kronor 50 öre", "35 kronor 50 öre", 35.5, "SEK"),
        ("35:50 kr", "35:50 kr", 35.5, "SEK"),
        ("3 400 tusen kronor", "3 400 tusen kronor", 3_400_000, "SEK"),
        ("1,2 mdkr", "1,2 mdkr", 1_200_000_000, "SEK"),
        ("500 KSEK", "500 KSEK", 500_000, "SEK"),
        ("12 MSEK", "12 MSEK", 12_000_000, "SEK"),
        ("EUR 500 000", "EUR 500 000", 500_000, "EUR"),
        ("€ 5 miljoner", "€ 5 miljoner", 5_000_000, "EUR"),
        ("34,5 ÅA", "34,5 ÅA", 34.5, "årsarbetare"),
        ("85 kvm", "85 kvm", 85, "m²"),
        ("450 ton koldioxid", "450 ton", 450, "ton"),
        ("130 GWh", "130 GWh", 130, "GWh"),
        ("6 ja-röster", "6", 6, "count"),
        ("5 EU-projekt", "5", 5, "count"),
        ("−7,4 procent", "−7,4 procent", -7.4, "percent"),
        ("till minus 0,25 procent", "minus 0,25 procent", -0.25, "percent"),
        ("+3,2 procent", "+3,2 procent", 3.2, "percent"),
        ("ett resultat på (4,5) mnkr", "(4,5) mnkr", -4_500_000, "SEK"),
        ("(1 234)", "(1 234)", -1234, None),
        ("5,1 procent2", "5,1 procent", 5.1, "percent"),
        ("en tiondels procentenhet", "en tiondels procentenhet", 0.1, "percentage_points"),
        ("av åtta) bolag", "åtta", 8, None),
        ("2021 Mkr", "2021 Mkr", 2_021_000_000, "SEK"),
        ("25 räntepunkter", "25 räntepunkter", 25, "räntepunkter"),
        ("50 räntepunkters sänkning", "50 räntepunkters", 50, "räntepunkter"),
        ("De 37 miljarderna fördelas", "37 miljarderna", 37_000_000_000, None),
        ("De 10 procenten högst belånade", "10 procenten", 10, "percent"),
        ("1,5 procentenhets lägre skuldkvot", "1,5 procentenhets", 1.5, "percentage_points"),
        ("3 graders förändring", "3 graders", 3, "°C"),
        ("40 ha mark", "40 ha", 40, "hektar"),
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
        ("0,5–1,0 %", "0,5–1,0 %", 0.5, 1.0, "percent"),
        ("5–7 mkr", "5–7 mkr", 5_000_000, 7_000_000, "SEK"),
        ("9 000-10 000 försök", "9 000-10 000", 9000, 10_000, "count"),
        ("mellan −1 och 2 procent", "−1 och 2 procent", -1, 2, "percent"),
        ("18–64 år", "18–64 år", 18, 64, "years"),
        (
            "tre till fyra tiondelar av en procentenhet",
            "tre till fyra tiondelar av en procentenhet",
            0.3,
            0.4,
            "percentage_points",
        ),
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
        ("6 kapitlet 4 §", "6 kapitlet 4 §", "reference", 6, None),
        ("Fax: 08 21 05 31 E-post", "Fax: 08 21 05 31", "reference", 8, None),
        ("oktober 2010 ha tyckt annat", "2010", "year", 2010, None),
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
        ("§§ 3 - 5", "§§ 3 - 5", "reference", 3, None),
        ("läsåret 2019/2020", "2019/2020", "period", 2019, 2020),
        ("slutet av år 2022 till dess", "2022", "year", 2022, None),
        ("år 2019.12 Därefter", "2019", "year", 2019, None),
        ("april 2012 Procent", "2012", "year", 2012, None),
        ("andra kvartalet 2012", "2012", "year", 2012, None),
        ("kvartal 2", "kvartal 2", "reference", 2, None),
        ("tertial 2", "tertial 2", "reference", 2, None),
        ("v. 12", "v. 12", "reference", 12, None),
        ("veckorna 12-14", "veckorna 12-14", "reference", 12, None),
        ("steg två", "steg två", "reference", 2, None),
        ("Agenda 2030", "Agenda 2030", "reference", 2030, None),
        ("Box 3100", "Box 3100", "reference", 3100, None),
        ("RS 2021/123", "2021/123", "reference", 2021, None),
        ("diarienummer ABC-2024-00009", "diarienummer ABC-2024-00009", "reference", 2024, None),
        ("nämndens handling 0412/22", "0412/22", "reference", 412, None),
        ("020-123 45 67", "020-123 45 67", "reference", 20, None),
        ("08 - 123 45 67", "08 - 123 45 67", "reference", 8, None),
        ("+46 8 465 004 00", "+46 8 465 004 00", "reference", 46, None),
        ("971 89 Luleå", "971 89", "reference", 971, None),
        ("Sid 11(28)", "Sid 11(28)", "reference", 11, None),
        ("sida 3 av 12", "sida 3 av 12", "reference", 3, None),
        ("19 [24]", "19 [24]", "reference", 19, None),
        ("Nämnden, rapport 4 (8)\n", "4 (8)", "reference", 4, None),
        ("10417.pdf", "10417", "reference", 10417, None),
        ("(se bilagan),17 medan", "17", "reference", 17, None),
        ("och 1) budget", "1", "reference", 1, None),
        ("20210427", "20210427", "date", 20210427, None),
        ("21-04-27", "21-04-27", "date", 20210427, None),
        ("den 3:e maj år 2022", "3:e maj år 2022", "date", 20220503, None),
        ("klockan 8-16", "klockan 8-16", "time", 8, 16),
        ("tid: 09:00", "09:00", "time", 9, None),
        ("mellan 9.30–15.00", "9.30–15.00", "time", 9.5, 15),
        ("Nämnden\n4 (8)\n", "4 (8)", "reference", 4, None),
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
        ("sammanlagt 750 Mkr", "sammanlagt"),
        ("strax under 2 procent", "strax under"),
        ("> 10 procent", ">"),
        ("±0,5 procent", "±"),
        ("+/- 3 procent", "±"),
        ("upp till 2 procent", "upp till"),
        ("komma upp till 2 procent", None),
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
    ("text", "read", "per"),
    [
        ("1 200 kr per invånare", "1 200 kr per invånare", "invånare"),
        ("12 kr/m³", "12 kr/m³", "m³"),
        ("0,5 mkr/år", "0,5 mkr/år", "år"),
        ("12 per 100 000 invånare", "12 per 100 000 invånare", "100 000 invånare"),
        ("3 mkr per mars", "3 mkr", None),
        ("3 mkr per automatik", "3 mkr", None),
    ],
)
def test_what_an_amount_is_counted_by(text: str, read: str, per: str | None) -> None:
    number = only(text)
    assert (text[number.start : number.end], number.per) == (read, per)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("10, 20 och 30 procent", [10, 20, 30]),
        ("178 istället för 177 procent", [178, 177]),
        ("8 och 10 procent", [8, 10]),
        ("från −0,2 till −0,4 procent", [-0.2, -0.4]),
    ],
)
def test_numbers_of_a_list_share_its_unit(text: str, values: list[float]) -> None:
    assert [(number.value, number.unit) for number in find(text)] == [(value, "percent") for value in values]


def test_a_comparison_in_a_cell_is_no_page() -> None:
    assert [(number.value, number.form) for number in find("31 (34)")] == [(31, "amount"), (34, "amount")]


def test_no_unit_is_shared_over_a_lone_comma() -> None:
    assert [number.unit for number in find("av 34, 5 procent")] == [None, "percent"]


def test_a_reference_is_shared() -> None:
    assert [number.form for number in find("riksväg 26 och 64")] == ["reference", "reference"]
    assert [number.form for number in find("bilaga 2 och 3 kommuner")] == ["reference", "amount"]


def test_brackets_beside_a_number_are_no_minus() -> None:
    assert [number.value for number in find("34 (31) procent")] == [34, 31]


@pytest.mark.parametrize(
    "text",
    [
        "covid-19",
        "5G och 3G/4G",
        "A4",
        "G20",
        "några tusen",
        "flera hundra",
        "F–3",
        "tre- eller sexmånaders",
        "se www.exempel.se/2021/05-3",
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


PIECES = (
    *("1", "1 ", "1 000 ", "1.", "1-", "1,1", "en ", "två", "hundra", "§", "s. ", "2014-", "ca ", " ", "1:", "tusen"),
    *("(1) ", "1(1)\n", "1 [", "1 och ", "1, ", "− ", "½", "1/", "0-", "kr ", "www.", "+46 ", "1 per ", "(", "\n"),
)


@pytest.mark.parametrize("piece", PIECES)
def test_no_input_is_slow(piece: str) -> None:
    began = time.process_time()
    find(piece * (50_000 // len(piece)))
    assert time.process_time() - began < 3
