"""What words say of how far something has come, today and at the year's end."""

import pytest

from ingest.facts.commitments.statuses import expected, today, told


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Ej påbörjad", "not_started"),
        ("Arbetet har inte startat", "not_started"),
        ("Bygget är försenat", "delayed"),
        ("Öppningen skjuts fram", "delayed"),
        ("Starten flyttas till 2027", "delayed"),
        ("Bron ska stå klar 2027, i stället för 2025", "delayed"),
        ("Bron öppnar 2027, två år senare än vad som sades", "delayed"),
        ("Av hamnens 31 chefer har tolv gått kursen", "partly"),
        ("Planen hann inte bli klar", "delayed"),
        ("Bron blir inte klar, den bedöms inte bli klar förrän 2027", "delayed"),
        ("Inte uppnått", "not_met"),
        ("Målet nåddes inte", "not_met"),
        ("Varken bron eller kajen nådde målet, målet är ej uppfyllt", "not_met"),
        ("Delvis uppnått", "partly"),
        ("Delvis", "partly"),
        ("Tre av sju kommuner har en plan", "partly"),
        ("Nästan klar", "started"),
        ("Uppnått", "done"),
        ("Målet är uppfyllt", "done"),
        ("Klart", "done"),
        ("Antagen", "done"),
        ("Åtgärdad", "done"),
        ("Arbetet pågår", "started"),
        ("Uppdraget genomförs tillsammans med andra", "started"),
        ("Projektet ska avslutas i vår", "started"),
        ("Påbörjat", "started"),
        ("Planeras", "planned"),
        ("Bron är grön", None),
        ("", None),
    ],
)
def test_words_tell_a_status(words: str, status: str | None) -> None:
    assert told(words) == status


@pytest.mark.parametrize(
    ("sentence", "now", "then"),
    [
        ("Målet är delvis uppnått.", "partly", None),
        ("Målet bedöms vara uppnått vid årets slut.", None, "done"),
        ("Målet är delvis uppnått och bedöms vara det även vid årets slut.", "partly", "partly"),
        ("Målet är delvis uppnått och väntas bli uppnått vid årets slut.", "partly", "done"),
        ("Målet bedöms vara delvis uppnått på helåret.", None, "partly"),
        ("Prognosen är att målet inte nås vid årsskiftet.", None, "not_met"),
        ("Målet bedöms vara uppnått.", "done", None),
    ],
)
def test_what_is_expected_is_told_apart_from_today(sentence: str, now: str | None, then: str | None) -> None:
    assert (today(sentence), expected(sentence)) == (now, then)
