import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.swedish.sentences import split


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["Regionen gav stöd till bl.a. Boden och Kalix.", "Stödet var 2,5 mkr. per år."],
        ["Se kap. 4 och s. 14 samt S. 14 i bilagan.", "Där står mer."],
        ["Mötet hölls den 1. maj kl. 10.30 i Luleå.", "Alla kom."],
        ["Kostnaden blev 3 mkr.", "Resten sparas."],
        ["Fler bor i Norrbotten1.", "Det märks."],
        ["Så ser det ut i länet.5", "Ett skäl är avstånden."],
        ["A. Lindgren och B.-O. Karlsson talade.", "Sedan åt man."],
        ["”Vi ska bygga mer!” sade ordföranden.", "Hon log."],
        ["Det är bra (se avsnitt 3.2).", "”Nu kör vi.”", "Sedan blev det tyst."],
        ["Vad gör vi nu?", "Vi väntar …", "Sedan går vi."],
        ["Åren t.o.m. 2017 var goda, dvs. bättre än väntat.", "Nu är det 2018."],
        ["Där finns böcker, filmer m.m.", "Detta lånas ut."],
        ["Stödet gick till FN.", "Men det räckte inte."],
        ["Priset var 10 kr.", "60 procent betalade."],
        ["Här är den vi talade med.", "Sedan gick vi."],
        ["Avtalet löper till 15 jan. 2020 och inte längre."],
        ["Det hände år 2017.", "Sedan dess har inget hänt."],
        ["Det omfattar ex. Piteå, resp. Älvsbyn.", "Övriga väntar."],
        ["Skrivelsen ang. Boden gäller ca. 5 mkr. per år, enl. bil. 3.", "Den bereds."],
        ["Kl. 13.00 öppnade mötet.", "Nr. 5 drogs fr.o.m. 2018 och s.k. Norrtåg o.s.v. nämndes."],
        ["Enligt 3 kap. 5 §.", "Enligt 4 § gäller annat."],
        ["Vi ska 1) bygga; 2) riva.", "Sedan vilar vi."],
        ["Läs på www.regionen.se.", "Där står 9,5 procent.", "3,2 procent var nya."],
        ["A. B. Svensson och E. O. Berg talade.", "Mer står i bilaga B.", "Alla log."],
        ["Tabell 4. Antal resor per län.", "Den visar tabell 4.", "Resorna ökade."],
        ["Anm. Uppgifterna är preliminära.", "Källa: regionen."],
        ["Stödet växte fram till 2014.15", "Nu minskar det."],
        ["”Vi växer.”5", "Det märks i avsnitt 5.2.1 Personal."],
        ["Så blev det.", "af Klercker höll med."],
        ["Bilen är röd.", "Han sålde sin bil.", "Den var ny."],
    ],
)
def test_sentences_end_where_they_should(parts: list[str]) -> None:
    assert sentences(" ".join(parts)) == parts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rubrik utan punkt\n\nText följer. Mer", ["Rubrik utan punkt", "Text följer.", "Mer"]),
        (
            "Målen är:\n• fler bussar\n• bättre vägar\n• billigare",
            ["Målen är:", "• fler bussar", "• bättre vägar", "• billigare"],
        ),
        ("1. Mål ett\n2. Mål två", ["1. Mål ett", "2. Mål två"]),
        ("a) första saken\nb) andra saken", ["a) första saken", "b) andra saken"]),
        ("En rad som slutar\nmitt i en mening.", ["En rad som slutar\nmitt i en mening."]),
        ("Mål\tUtfall\n85 %\t80 %", ["Mål\tUtfall", "85 %\t80 %"]),
        ("  \n\n ", []),
        ("", []),
    ],
)
def test_lines_and_lists(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@given(st.text(alphabet=st.sampled_from(list("aB1 .!?\n\t•-–”(§:,åÖ")), max_size=200))
def test_ranges_are_stripped_ordered_and_cover_all_text(text: str) -> None:
    ranges = split(text)
    assert "".join("".join(text[start:end].split()) for start, end in ranges) == "".join(text.split())
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in ranges)
    assert ranges == sorted(ranges)


@pytest.mark.parametrize(
    "text",
    [
        "." * 20_000,
        "a. " * 10_000,
        "\n" * 20_000,
        "1.\n" * 7_000,
        "(" * 20_000,
        ".1" * 10_000,
        " " * 20_000,
        "\n " * 10_000,
        "a" * 20_000 + ".",
        "“ " * 9_000,
    ],
)
def test_no_input_is_slow(text: str) -> None:
    began = time.process_time()
    split(text)
    assert time.process_time() - began < 1.0
