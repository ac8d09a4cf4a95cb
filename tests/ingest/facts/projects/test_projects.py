"""The projects that reports name: which are found, and by which name."""

import pytest

from tests.ingest.facts.projects.reading import names, only, read


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # After the word for it, in the definite, in a compound, after a genitive, in quotes.
        ("Projektet Fiber i glesbygd har nått nio byar.", "Fiber i glesbygd"),
        ("Regionen deltar i länsstyrelsens projekt Arbete och lust.", "Arbete och lust"),
        ("Kommunen driver projektet ”På väg mot trygga kommuner” i år.", "På väg mot trygga kommuner"),
        ("Kompetenssatsningen Vårdsprånget förlängs till våren.", "Vårdsprånget"),
        ("I rådgivningskampanjen Sjö med variation lyftes fisket fram.", "Sjö med variation"),
        ("Projektet, Dans i byn, drivs av kulturskolan.", "Dans i byn"),
        ("I samverkansprojektet Smarta städer prövas ny belysning.", "Smarta städer"),
        # By what is said of it, as it is called, as an example.
        ("Grön ort är ett samverkansprojekt mellan två kommuner.", "Grön ort"),
        ("Etableringen av Grön park är ett initiativ från kommunen.", "Grön park"),
        ("Ett samarbete kallat ”Norra spåret” har inletts.", "Norra spåret"),
        ("Satsningen, som kallas Bussteget, nådde 200 elever.", "Bussteget"),
        # By what is done in it, by its life, by its number.
        ("Inom Innovationsarena Nordsjö prövas tre tjänster.", "Innovationsarena Nordsjö"),
        ("Stödet gavs inom Nystart fiske, och 40 företag fick del av det.", "Nystart fiske"),
        ("I Cykelsprånget deltar nio skolor.", "Cykelsprånget"),
        ("Cykelsprånget avslutades i december.", "Cykelsprånget"),
        ("Cykelsprånget har fått en ny omgång och projektet växer.", "Cykelsprånget"),
        ("En ansökan om Cykelsprånget 3 lämnas in i vår.", "Cykelsprånget 3"),
        ("I mars bildades därför Elforum Nordsjö, där tre bolag ingår.", "Elforum Nordsjö"),
        # By what is built, begun or tried.
        ("Havsbanan ska byggas i två etapper.", "Havsbanan"),
        ("En förstudie om torvbruk i norr har inletts.", "Förstudie om torvbruk i norr"),
        ("I höst inleds ett nytt marin-biologiskt inventeringsprojekt.", "Marin-biologiskt inventeringsprojekt"),
        ("Programmet The Sea Health Initiative prövas i år.", "The Sea Health Initiative"),
    ],
)
def test_what_a_sentence_tells_of_as_an_undertaking_is_one(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Projektet har nått nio byar.",
        "I projektet Region Norrbotten med flera.",
        "Nämnden följer lagen ”Kommunallagen” och granskar ”Bolaget AB”.",
        "Utvecklingen av Greklands låneprogram är oviss.",
        "Den 5 maj möttes alla i kommunens projekt.",
        # A compound that is no name: of its kind, indefinite, at an address, after what only opens a sentence.
        "I Havslagen anges vad som gäller, och projektet väntar.",
        "Granskningsarbetet avslutas med en rapport.",
        "Gruvverksamhet startar när malm hittas.",
        "Lagret finns på Hamnkajen 8.",
        "Blankett finns i Deklarationsbilaga 2.",
        "Prisutvecklingen avslutas inte här.",
        # What is done and has no name; what is part of it; a clause after a colon.
        "Inrättandet av en samordnare är en satsning på barn.",
        "Medlen till Havsbyn är en del av regeringens satsning på fiske.",
        "Målen för samarbetsprojektet: Köerna ska kapas i vår.",
        # Bodies and numbers of the registry.
        "Arbetet sker inom FN:s miljöprogram Unep varje år.",
        "Regeringsuppdrag N2013/01162 redovisas i mars.",
        "Det är inom Havsverket som ett program för sjöfart inrättas.",
    ],
)
def test_bodies_laws_kinds_and_clauses_are_no_projects(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Projekten Havsfamn och Förfamn får stöd.", ["Havsfamn", "Förfamn"]),
        ("Projektet Skola och lust får stöd.", ["Skola och lust"]),
        ("Regionen arbetar i två projekt. Fiskekollen som räknar öring.", ["Fiskekollen"]),
        ("Regionen arbetar som förr. Fiskekollen som räknar öring.", []),
    ],
)
def test_several_projects_are_told_apart(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Projektet Grön ort löper i tre år.", "Grön ort"),
        ("Projektet Grön ort som kommunen driver växer.", "Grön ort"),
        ("Projektet Ny Form! möter dansare.", "Ny Form!"),
        ("Projektet Centrum för ungas företagande öppnar.", "Centrum för ungas företagande"),
        ("Inom ramen för projektet Havslyftet, ska kommunen pröva.", "Havslyftet"),
        ("Initiativet Grön ort 2017–2020 har nått målet.", "Grön ort 2017–2020"),
        ("Projektet Resa ihop – En väg för alla startade.", "Resa ihop – En väg för alla"),
    ],
)
def test_a_name_ends_where_the_sentence_goes_on(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    ("text", "aliases"),
    [
        ("Projektet Fiber i glesbygd (FIG) växer.", ("FIG",)),
        ("Projektet Fiber i glesbygd (EU) växer.", ()),
        ("Projektet Grön arena Lomby, i dagligt tal GAL, är öppet.", ("GAL",)),
        ("Bylyftet, det vill säga projektet Fiber i glesbygd, växer.", ("Bylyftet",)),
        ("Projektet ”Grön ort – vi bor ihop” startade.", ("Grön ort", "vi bor ihop")),
    ],
)
def test_what_else_it_is_called_is_an_alias(text: str, aliases: tuple[str, ...]) -> None:
    assert only(text).aliases == aliases


def test_a_name_that_another_place_tells_in_full_is_the_full_one() -> None:
    text = "Projektet Platsutveckling Lomby under ombyggnad växer."
    more = ("Bilaga", "Bland projekt märks satsningen ”Platsutveckling Lomby under ombyggnad”.")
    assert names(text, "Utveckling", more) == ["Platsutveckling Lomby under ombyggnad"]


def test_one_project_in_many_places_is_one_and_alike_ones_are_not() -> None:
    text = "Projektet Barn i rörelse växer. I projektet Unga i rörelse deltar tio. Barn i rörelses mål nås."
    assert names(text) == ["Barn i rörelse", "Unga i rörelse"]


def test_ids_follow_the_order_of_the_text_and_quotes_are_its_words() -> None:
    first, second = read("Projektet Fiberbyn växer. I projektet Resa ihop deltar två.")
    assert (first.id, second.id) == ("j1", "j2")
    assert first.quote == "Projektet Fiberbyn växer."
    assert second.section_id == "s1"


def test_a_heading_names_the_project_that_its_section_speaks_of() -> None:
    assert names("Nu har projektet nått nio byar.", "Fiber i glesbygd") == ["Fiber i glesbygd"]
    assert names("Nu har nio byar nåtts.", "Fiber i glesbygd") == []
    assert names("Nu har projektet nått nio byar.", "Ett projekt i tre faser") == []
    assert names("Nu har projektet nått nio byar.", "Sammanfattning av året") == []


@pytest.mark.parametrize("name", ["Rävgruppen", "Björknämnden", "Lyktskolan", "Silvermuseet", "Renmarknaden"])
def test_what_is_named_after_its_kind_is_no_project_though_it_ends(name: str) -> None:
    assert names(f"{name} avslutades i december.") == []
    assert names("Rävbryggan avslutades i december.") == ["Rävbryggan"]
