import csv
import re
import time
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.swedish.places import find, lookup, places


def found(text: str) -> list[tuple[str, str, str]]:
    return [(text[mention.start : mention.end], mention.place.name, mention.place.code) for mention in find(text)]


def test_the_table_is_whole() -> None:
    kinds = Counter(place.kind for place in places())
    assert (kinds["municipality"], kinds["county"]) == (290, 21)
    counties = {place.code for place in places() if place.kind == "county"}
    assert {place.code[:2] for place in places() if place.kind == "municipality"} == counties
    assert all(place.code[:2] == place.county_code for place in places())
    codes = [place.code for place in places()]
    assert len(codes) == len(set(codes))


def test_counties_have_as_many_municipalities_as_scb_says() -> None:
    members = Counter(place.county_code for place in places() if place.kind == "municipality")
    assert members == dict(
        zip(
            "01 03 04 05 06 07 08 09 10 12 13 14 17 18 19 20 21 22 23 24 25".split(),
            (26, 8, 9, 13, 13, 8, 12, 1, 5, 33, 6, 49, 16, 12, 10, 15, 10, 7, 8, 15, 14),
            strict=True,
        )
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Övertorneås bredband", [("Övertorneås", "Övertorneå", "2518")]),
        ("i Bodens kommun och Luleå kommun", [("Bodens kommun", "Boden", "2582"), ("Luleå kommun", "Luleå", "2580")]),
        ("Region Norrbotten gav", [("Region Norrbotten", "Norrbotten", "25")]),
        ("i Norrbottens län", [("Norrbottens län", "Norrbotten", "25")]),
        (
            "Stockholms län och Stockholm",
            [("Stockholms län", "Stockholms län", "01"), ("Stockholm", "Stockholm", "0180")],
        ),
        ("Region Jönköpings län", [("Region Jönköpings län", "Jönköpings län", "06")]),
        ("sträckan Umeå-Luleå", [("Umeå", "Umeå", "2480"), ("Luleå", "Luleå", "2580")]),
        (
            "Upplands-Bro och Upplands Väsby",
            [("Upplands-Bro", "Upplands-Bro", "0139"), ("Upplands Väsby", "Upplands Väsby", "0114")],
        ),
        ("Västra Götalandsregionen", [("Västra Götalandsregionen", "Västra Götaland", "14")]),
        ("Falu kommuns plan", [("Falu kommuns", "Falun", "2080")]),
        ("Mark & Miljödomstolen", []),
        (
            "ÖVERTORNEÅ KOMMUN, REGION NORRBOTTEN",
            [("ÖVERTORNEÅ KOMMUN", "Övertorneå", "2518"), ("REGION NORRBOTTEN", "Norrbotten", "25")],
        ),
        ("MARKS KOMMUN OM MARK OCH VATTEN", [("MARKS KOMMUN", "Mark", "1463")]),
        ("Region\nSkåne", [("Region\nSkåne", "Skåne", "12")]),
        ("Göteborgs \nStad", [("Göteborgs \nStad", "Göteborg", "1480")]),
        (
            "Över-\ntorneå och Väster\u00adbotten",
            [("Över-\ntorneå", "Övertorneå", "2518"), ("Väster\u00adbotten", "Västerbotten", "24")],
        ),
        ("Upplands-\nBro", [("Upplands-\nBro", "Upplands-Bro", "0139")]),
        ("Västra\nGötalands-\nregionen", [("Västra\nGötalands-\nregionen", "Västra Götaland", "14")]),
        ("Luleås och Bodens kommuner", [("Luleås", "Luleå", "2580"), ("Bodens", "Boden", "2582")]),
        (
            "i Stockholms, Uppsala och Södermanlands län",
            [
                ("Stockholms", "Stockholms län", "01"),
                ("Uppsala", "Uppsala län", "03"),
                ("Södermanlands län", "Södermanland", "04"),
            ],
        ),
        ("Örebro, Örebro län", [("Örebro", "Örebro", "1880"), ("Örebro län", "Örebro län", "18")]),
        ("Länsstyrelsen i Uppsala", [("Uppsala", "Uppsala län", "03")]),
        ("Stockholms stad", [("Stockholms stad", "Stockholm", "0180")]),
        ("Region Jämtland Härjedalen", [("Region Jämtland Härjedalen", "Jämtland", "23")]),
        (
            "i Norrbotten1 och Norrbottens län7.",
            [("Norrbotten", "Norrbotten", "25"), ("Norrbottens län", "Norrbotten", "25")],
        ),
        ("Falu lasarett och falu rödfärg", [("Falu", "Falun", "2080")]),
        ("Luleå tekniska universitet", [("Luleå", "Luleå", "2580")]),
        ("Göteborgsregionen och norrbottningar", []),
        ("Luleåbor i Luleåområdet", []),
        ("kiruna luleå", []),
    ],
)
def test_mentions(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Mark är dyrt.",
        "Vara eller inte vara.",
        "Utredaren Anna Lund svarade.",
        "Peter Berg och Nora Falkenberg talade.",
        "Sala in pengar.",
        "Forskaren Karin Åre skrev.",
        "Projektet Ljusdal Energi AB nämns inte av Eva Mora.",
        "enligt Lund (2019)",
        "Anna Lund, Luleåbo",
        "en fråga om Berg",
        "Ett brev om Mark & Miljö.",
    ],
)
def test_ambiguous_names_alone_are_no_places(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Studenterna i Lund bor bra.", ["Lund"]),
        ("Mark kommun och Vara kommun", ["Mark", "Vara"]),
        ("kommunerna Ale, Kungälv och Mark", ["Ale", "Kungälv", "Mark"]),
        ("från Mora till Orsa", ["Mora", "Orsa"]),
        ("skidorten Åre", ["Åre"]),
        ("strax norr om Lund", ["Lund"]),
        ("i centrala Falkenberg", ["Falkenberg"]),
        ("Marks och Vara kommuner", ["Mark", "Vara"]),
        ("sträckan Lund-Malmö", ["Lund", "Malmö"]),
        ("Mora lasarett", ["Mora"]),
        ("Anna Lund, Luleå", ["Luleå"]),
        ("Åre, Krokom och Östersund", ["Åre", "Krokom", "Östersund"]),
    ],
)
def test_ambiguous_names_with_evidence_are_places(text: str, names: list[str]) -> None:
    assert [name for _, name, _ in found(text)] == names


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Luleå", "2580"),
        ("luleå kommun", "2580"),
        ("Bodens kommun", "2582"),
        ("Norrbotten", "25"),
        ("Norrbottens län", "25"),
        ("Region Norrbotten", "25"),
        ("Stockholm", "0180"),
        ("Stockholms län", "01"),
        ("Västra Götalandsregionen", "14"),
        ("Sörmland", "04"),
        ("Lulea", None),
        ("", None),
    ],
)
def test_lookup(name: str, code: str | None) -> None:
    place = lookup(name)
    assert (place.code if place else None) == code


@given(
    st.lists(
        st.sampled_from(["Luleå", "s", " ", "kommun", "Region ", "Norrbotten", "län", "-", "Mark", "i ", ".", "X"])
    ).map("".join)
)
def test_mentions_never_overlap(text: str) -> None:
    mentions = find(text)
    assert all(0 <= mention.start < mention.end <= len(text) for mention in mentions)
    assert all(left.end <= right.start for left, right in pairwise(mentions))


def test_a_megabyte_a_second() -> None:
    mentions = "I Luleå kommun och Norrbottens län byggs bredband; Mark nämns av Anders Berg. "
    text = (mentions + "Arbetet fortsätter enligt planen och följs upp varje år av regionens nämnder. " * 8) * 1000
    find("Luleå")
    began = time.process_time()
    assert len(find(text)) == 2000
    assert len(text.encode()) / (time.process_time() - began) > 1_000_000


def test_mentions_marked_by_hand_in_real_text(shared: Path) -> None:
    """A row of the list: file, page (0: a text file), offset, code or nothing; without offset a page without a place.

    PDF pages and files of `eval` were marked from end to end, so what is found there and not marked is wrong; in the
    rest only the marked words count: in `seeds` every place of two long stretches, in `nlp` names that are ambiguous.
    """
    with (Path(__file__).parent / "data" / "places.csv").open(encoding="utf-8") as rows:
        marked = [(row["file"], int(row["page"]), row["offset"], row["code"]) for row in csv.DictReader(rows)]
    right = wrong = missed = 0
    for file, page in dict.fromkeys((file, page) for file, page, _, _ in marked):
        codes = {int(offset): code for *where, offset, code in marked if where == [file, page] and offset}
        found_codes = {mention.start: mention.place.code for mention in find(_text(shared, file, page))}
        whole = file.startswith(("pdf/", "eval/"))
        for offset in codes.keys() | (found_codes if whole else ()):
            code, code_found = codes.get(offset, ""), found_codes.get(offset, "")
            right += bool(code) and code_found == code
            wrong += bool(code_found) and code_found != code
            missed += bool(code) and code_found != code
    assert right + missed >= 300
    assert right / (right + wrong) >= 0.97
    assert right / (right + missed) >= 0.95


def _text(shared: Path, file: str, page: int) -> str:
    """A page as pypdfium2 reads it, a text, or a treebank's words as running text."""
    if page:
        with pypdfium2.PdfDocument(shared / file) as document:
            return str(document[page - 1].get_textpage().get_text_bounded())
    text = (shared / file).read_text(encoding="utf-8")
    if not file.startswith("nlp/"):
        return text
    column = 1 if file.endswith(".iob2") else 0
    lines = (line.split() for line in text.splitlines() if line.strip() and not line.startswith("#"))
    joined = " ".join(line[column] for line in lines)
    return re.sub(r" ([,.;:!?)])", r"\1", joined).replace("( ", "(")
