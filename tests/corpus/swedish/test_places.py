import csv
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


def test_mentions_marked_by_hand_in_real_reports(shared: Path) -> None:
    """A row of the list: file, page (0: a text file), offset in the page as pypdfium2 reads it, code or nothing."""
    right = wrong = missed = 0
    with (Path(__file__).parent / "data" / "places.csv").open(encoding="utf-8") as rows:
        marked = [(row["file"], int(row["page"]), int(row["offset"]), row["code"]) for row in csv.DictReader(rows)]
    texts = {(file, page): _page_text(shared, file, page) for file, page, _, _ in marked}
    found = {key: {m.start: m.place.code for m in find(text)} for key, text in texts.items()}
    for file, page, offset, code in marked:
        code_found = found[file, page].get(offset, "")
        right += bool(code) and code_found == code
        wrong += bool(code_found) and code_found != code
        missed += bool(code) and code_found != code
    assert len(marked) >= 300
    assert right / (right + wrong) >= 0.97
    assert right / (right + missed) >= 0.95


def _page_text(shared: Path, file: str, page: int) -> str:
    if page == 0:
        return (shared / "seeds" / file).read_text(encoding="utf-8")
    with pypdfium2.PdfDocument(shared / "pdf" / file) as document:
        return str(document[page - 1].get_textpage().get_text_bounded())
