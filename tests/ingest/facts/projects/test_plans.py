"""Strategies, programmes and plans: as undertakings, and as mere mentions."""

import pytest

from tests.ingest.facts.projects.reading import names, only


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Det regionala skogsprogrammet togs fram under året.", "Regionala skogsprogrammet"),
        ("I maj antogs regeringens nationella strategi mot sjukdom.", "Nationell strategi mot sjukdom"),
        (
            "Handlingsplanen för kvinnor, fred och säkerhet 2016–2020 följs upp.",
            "Handlingsplanen för kvinnor, fred och säkerhet 2016–2020",
        ),
        ("En handlingsplan för att förebygga våld har antagits.", "Handlingsplan för att förebygga våld"),
        ("Ett klusterprogram för Norrbotten tas fram.", "Klusterprogram för Norrbotten"),
        ("Arbetet med länstransportplan 2022–2033 pågår.", "Länstransportplan 2022–2033"),
        ("En handlingsplan för samverkan och en riktad satsning finns.", "Handlingsplan för samverkan"),
        ("Ett regionalt program för trygghet lyfts främst i planen.", "Regionalt program för trygghet"),
        ("I ett regionalt program för trygghet lyfts vikten av att dela.", "Regionalt program för trygghet"),
    ],
)
def test_a_plan_is_named_by_whose_it_is_and_what_it_is_for(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Nämnden ansvarar för länets utvecklingsstrategi och för trafiken.",
        "Införandet av nationella vårdprogram är ett exempel.",
        "En handlingsplan för hur bristen ska mötas saknas.",
        "En nationell plan för att hela landet ska fungera saknas.",
        "En handlingsplan för strategin har antagits.",
        "En handlingsplan för detta har antagits.",
        "Styrelsens kommunikationsstrategi för medlemmar antogs.",
    ],
)
def test_a_plan_that_is_only_mentioned_or_has_no_name_is_none(text: str) -> None:
    assert names(text) == []


def test_a_plan_with_a_title_is_called_by_both() -> None:
    strategy = only("Den regionala utvecklingsstrategin, Lomby 2030, aktualiseras i höst.")
    assert strategy.name == "Lomby 2030"
    assert "Regionala utvecklingsstrategin" in strategy.aliases


def test_what_a_heading_sets_out_to_make_is_an_undertaking() -> None:
    text = "Arbetet med en regional hamnatlas har börjat, och två möten har ägt rum."
    assert names(text, "Framtagande av hamnatlas") == ["Regional hamnatlas"]
    assert names(text, "Naturen nyttjas väl – hamnatlas") == ["Regional hamnatlas"]
    assert names(text, "Hamnar") == []


def test_a_plan_is_one_in_the_definite_and_the_indefinite() -> None:
    text = "Ett regionalt skogsprogram tas fram. Det regionala skogsprogrammet väntas bli klart i maj."
    assert len(names(text)) == 1
