"""Each form of promise, what only looks like it, and how the report's voice decides."""

import pytest

from ingest.facts.commitments.guards import Setting, Voice
from ingest.facts.commitments.promises import promise_of


def form(
    sentence: str, *, ahead: bool = False, voice: Voice = "own", year: int = 2025
) -> tuple[str, str | None] | None:
    """The form and status of a sentence's promise."""
    found = promise_of(sentence, Setting(ahead, voice, year))
    return (found.form, found.status) if found else None


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Regionen ska bygga en bro över sundet.", ("shall", "planned")),
        ("Regionen kommer att bygga en bro över sundet.", ("will", "planned")),
        ("Kajen kommer därför att rivas av hamnen.", ("will", "planned")),
        ("Regionen kommer fortsatt att fortsätta arbetet.", ("will", "planned")),
        ("Nämnden avser fortsätta arbetet med kajen.", ("plan", "planned")),
        ("Nämnden avser också att laga kajen.", ("plan", "planned")),
        ("Målet är att kajen håller i hundra år.", ("aim", None)),
        ("Ambitionen är att kajen lagas.", ("aim", None)),
        ("Hamnens uppgift är att ta emot färjor.", ("task", None)),
        ("Nämnden har beslutat att laga kajen.", ("decided", "planned")),
        ("Hamnchefen får i uppdrag att laga kajen.", ("assigned", "planned")),
        ("Nämnden har gett hamnen i uppdrag att laga kajen.", ("assigned", "planned")),
        ("Leden beräknas vara klar i maj.", ("expect", "planned")),
        ("Arbetet med att laga kajen fortsätter.", ("ongoing", "started")),
        ("Arbetet med att ta fram en hamnplan har påbörjats.", ("ongoing", "started")),
        ("Gruppen träffas 4 ggr/år i hamnen.", ("ongoing", "started")),
        ("Av 12 bryggor har 9 genomgått renovering.", ("share", "partly")),
        ("Bygget av bron har försenats av isen.", ("delay", "delayed")),
        ("Målet om fem bryggor nåddes inte under året.", ("outcome", "not_met")),
        ("Nämnden rekommenderas att laga kajen.", ("advice", None)),
        ("Nämnden anser att kajen är trasig, och ska därför laga den.", ("shall", "planned")),
        ("Färjan har nya motorer, som kommer att bytas av hamnen.", ("will", "planned")),
    ],
)
def test_each_form_of_promise_is_heard(sentence: str, found: tuple[str, str | None]) -> None:
    assert form(sentence) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "Ska regionen bygga en bro över sundet?",
        "Regionen byggde en bro över sundet.",
        "Regionen kommer från ett möte och ville bygga.",
        "Färjorna kommer flera gånger om dagen.",
        "Nämnden beslutade att inte laga kajen.",
        "Pengarna räcker så att målet inte kommer att nås.",
        "Av planen framgår även om kajen ska lagas.",
        "Det är möjligt att regionen ska bygga en bro.",
        "Kanske ska regionen bygga en bro över sundet.",
        "I hamnlagen finns krav på att kajen ska lagas.",
        "Enligt förordningen ska kajen lagas varje år.",
        "Vad som ska göras är oklart för alla.",
        "Hamnen ska skapa goda förutsättningar för handel.",
        "Resandet kommer att öka i hela länet.",
        "I regionen kommer isen att fortsätta växa.",
        "Budgeten i hamnen inte kommer att nyttjas helt.",
        "När det gäller frågan “Nämnden rekommenderas att laga kajen” är den löst.",
        "Hos länsstyrelsen får de som kommer från hamnen kurser för att öva.",
        "Vi vet att man avser att laga kajen.",
        "Många företag planerar att lämna hamnen.",
        "Medarbetarna planerar och utför sitt arbete själva.",
        "De rekommenderar att alla dricker vatten.",
        "Läget i hamnen diskuteras regelbundet av alla.",
        "Arbetet försenades av isen men slutfördes i maj.",
        "Nyttan avser att mäta hur många som reser.",
        "Dagens depå från 1974 rymmer inte fler bussar.",
        "Basåret har ändrats från 2015 till 2025 i planen.",
    ],
)
def test_what_tells_asks_supposes_or_rules_is_no_promise(sentence: str) -> None:
    assert form(sentence) is None


def test_a_law_is_told_from_words_that_only_end_like_one() -> None:
    assert form("Skollagen anger att huvudmannen ska laga skolan.") is None
    assert form("Bolagen ska laga kajen tillsammans.") == ("shall", "planned")


@pytest.mark.parametrize(
    ("sentence", "ahead", "own", "rules", "chances"),
    [
        ("Nämnden ska se till att kajen lagas.", False, True, False, False),
        ("Kajen ska lagas under 2026.", True, True, True, True),
        ("Vägar kommer att stängas av hamnen.", False, True, True, False),
        ("Vi kommer att återkomma med en plan.", False, True, True, True),
        ("Arbetet pågår med att laga kajen.", False, True, False, False),
        ("Arbetet med att ta fram en plan pågår.", False, True, True, False),
        ("Nämnden beslutade att laga kajen.", False, True, False, True),
        ("Nämnden beslutade om en ny kaj.", False, True, False, False),
        ("Revisorns uppgift är att granska hamnen.", False, True, False, False),
        ("Vi är långt från målet på 2 procent här.", False, True, False, False),
        ("Målet är nått i hela hamnen nu.", False, True, True, False),
        ("Nämnden rekommenderas att laga kajen.", False, True, True, True),
    ],
)
def test_the_reports_voice_decides_what_it_promises(
    sentence: str, ahead: bool, own: bool, rules: bool, chances: bool
) -> None:
    voices: tuple[Voice, ...] = ("own", "rules", "chances")
    assert [form(sentence, ahead=ahead, voice=voice) is not None for voice in voices] == [own, rules, chances]


def test_a_present_tense_promises_beside_its_time() -> None:
    assert form("Under 2026 lagas kajen av hamnen.", ahead=True) == ("present", "planned")
    assert form("En förstudie genomförs under 2025 av hamnen.") == ("present", "planned")
    assert form("En förstudie genomförs under 2024 av hamnen.") is None
    assert form("I slutet av 2026 bedöms hamnens skuld vara låg.", ahead=True) is None
    assert form("När allt står klart i slutet av 2026 har kajen lagats.", ahead=True) == ("present", "planned")


def test_the_status_is_the_promises_own() -> None:
    """Not that of the thing before "som", of a clause put in between, nor of other work than the goal's."""
    assert form("Ett mått, som visar hur många kajer som påbörjats, ska tas fram av hamnen.") == ("shall", "planned")
    assert form("Hamnen har startat försök med en båt som kommer att provköras i Vik.") == ("will", "planned")
    assert form("Andelen ärenden som inleds på nätet är under målet på 80 procent.") == ("aim", None)
