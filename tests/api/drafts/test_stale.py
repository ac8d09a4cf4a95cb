"""Stale words: those marked by hand in the sample reports, and what only looks stale."""

import itertools
import time

import pytest

from api.drafts.stale import find
from tests.api.drafts.gold import read, score

NAMES = ("Kompetensbryggan 2", "Kolarctic CBC", "Tillväxtspår med Norrbotniabanan", "Interreg Nord")


@pytest.mark.parametrize("name", ["stale-2023.txt", "stale-norrbotten.txt"])
def test_what_was_marked_by_hand_is_found_and_little_else(name: str) -> None:
    found = [(gold, [(mark.start, mark.end) for mark in find(gold.text, NAMES)]) for gold in read(name)]
    result = score(found)
    assert result.recall >= 0.95, result.missed
    assert result.precision >= 0.85, result.extra


@pytest.mark.parametrize(
    "words",
    [
        "Enligt 3 kap. 5 § lagen (2010:630) om regionalt utvecklingsansvar, SFS 2017:583 och prop. 2020/21:45.",
        "Fastställd § 30, dnr RUN 2024/33. Se s. 14, tabell 3 och avsnitt 4.2, kl. 10.30, telefon 0920-284 000.",
        "Agenda 2030, Digital agenda 2020, RUS Norrbotten 2030 och Vision 2030 anger riktningen.",
        "Programmen Kolarctic CBC 2014-2020 och Interreg Nord 2014–2020 samt regionalfondsprogrammet 2021–2027.",
        "En handlingsplan för klimatet och miljön 2017–2020 och en kulturplan som omfattar åren 2022–2025.",
        "Inom Kompetensbryggan 2 (2021–2024) och på E10 byggs 100 Mbit/s för dem som är 18 år och äldre.",
        "Anslag 1:1 hör till utgiftsområde 19. Var och en fick plats; en tredje part hjälpte till.",
        "Region Norrbotten och Region Värmland möttes. Maj Eriksson, Umeå, tackade.",
    ],
)
def test_names_programme_periods_and_law_numbers_are_never_marked(words: str) -> None:
    assert [mark.text for mark in find(words, NAMES)] == []


@pytest.mark.parametrize(
    ("words", "marks"),
    [
        ("I nuläget pågår 138 ansökningar och tolv projekt.", ["phrase I nuläget", "count 138", "count tolv"]),
        (
            "Arbetet har inletts och hittills har 1 675 Mkr betalats för första gången.",
            ["phrase har inletts", "phrase hittills", "amount 1 675 Mkr", "phrase för första gången"],
        ),
        ("Regiondirektör Anna Berg (S) talade.", ["person Regiondirektör Anna Berg (S)"]),
        ("Ordförande: Anna-Karin af Berg", ["person Ordförande: Anna-Karin af Berg"]),
        ("Karim Lindestad, ordförande i nämnden", ["person Karim Lindestad, ordförande"]),
        ("Den 3 mars 2023 beviljades 12,5 procent.", ["date Den 3 mars 2023", "percent 12,5 procent"]),
        ("Klart sommaren 2026 eller i oktober 2027.", ["date sommaren 2026", "date i oktober 2027"]),
        ("Under 2014–2020 satsas 5 miljoner euro.", ["year 2014–2020", "amount 5 miljoner euro"]),
        (
            "Kommun\t2021\t2022\nÄlvhamra\t91\t-277,5",
            ["year 2021", "year 2022", "count 91", "count -277,5"],
        ),
        ("", []),
        ("Luleå 2021", ["year 2021"]),
    ],
)
def test_each_sort_of_stale_words_is_marked(words: str, marks: list[str]) -> None:
    assert [f"{mark.kind} {mark.text}" for mark in find(words)] == marks


def test_a_name_with_a_number_is_a_count_where_it_is_no_name() -> None:
    assert [mark.text for mark in find("Kompetensbryggan 2 gav 2 platser.", NAMES)] == ["2"]
    assert [mark.start for mark in find("Kompetensbryggan 2 gav 2 platser.", NAMES)] == [23]


def test_marks_are_in_order_apart_and_verbatim() -> None:
    for gold in read("stale-2023.txt"):
        marks = find(gold.text)
        assert all(left.end <= right.start for left, right in itertools.pairwise(marks))
        assert all(gold.text[mark.start : mark.end] == mark.text for mark in marks)
        assert len({mark.key for mark in marks}) == len(marks)


def test_a_period_after_any_word_that_begins_a_sentence_is_marked() -> None:
    assert [mark.text for mark in find("Satsningen 2014–2020 är slut. Investeringarna 2021–2023 blev klara.")] == [
        "2014–2020",
        "2021–2023",
    ]


@pytest.mark.parametrize(
    "words", ["a" * 200_000, "Region Luleå " * 15_000, "program " * 25_000, "Anna Berg, " * 15_000]
)
def test_the_time_grows_with_the_length_only(words: str) -> None:
    began = time.process_time()
    assert find(words, NAMES) == []
    assert time.process_time() - began < 5
