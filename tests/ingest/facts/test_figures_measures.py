"""What a number of running text measures: told by its sentence, or by the heading where the sentence only points."""

from datetime import date

import pytest

from corpus.model import Figure, Metadata, Page, Period, Report, Section
from ingest.facts.figures import figures

YEAR = Period(date(2021, 1, 1), date(2021, 12, 31), "2021")


def read(text: str, heading: str = "Bredband") -> tuple[Figure, ...]:
    """The figures of a report for 2021 with one section."""
    section = Section("s1", None, 1, heading, text)
    return figures(Report(Metadata("Rapport", period=YEAR), (Page(None, None, 0, 0, text),), (section,)))


def measures(text: str, heading: str = "Bredband") -> list[str | None]:
    """What its figures measure."""
    return [figure.measure for figure in read(text, heading)]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        # The subject of what is, lies or rose to so much.
        ("Arbetslösheten är 7,4 procent.", "arbetslöshet"),
        ("Enligt prognosen väntas arbetslösheten bli 7,4 procent.", "arbetslöshet"),
        ("Styrräntan ligger kvar på 4 procent.", "styrräntan"),
        ("Prognosen är nu att tillväxten i Kina blir 6 procent.", "tillväxten i Kina"),
        ("I december var den genomsnittliga räntan 2,3 procent.", "genomsnittliga räntan"),
        ("De felaktiga utbetalningarna bedöms uppgå till 18 miljarder kronor.", "felaktiga utbetalningarna"),
        ("Årets resultat, som uppgick till 5 mnkr, var bra.", "årets resultat"),
        # The object of what is raised or lowered by so much, and to so much.
        ("Direktionen höjde styrräntan med 0,25 procentenheter.", "höjning av styrräntan"),
        ("Svensk export ökade enligt mätningen med 5 procent.", "ökning av Svensk export"),
        ("Utsläppen från transporter minskade med 12 procent.", "minskning av Utsläppen från transporter"),
        # The noun that a preposition joins to the number.
        ("Nämnden redovisar en engångskostnad på 250 tkr.", "engångskostnad"),
        ("Avtal tecknades i december med en kostnad om 6,5 miljoner kronor.", "kostnad"),
        ("Projektet har nått sitt mål, till en kostnad av 38 miljoner kronor.", "kostnad"),
        ("Staten ger ett stöd om 5 miljoner kronor.", "stöd"),
        # What is counted, and what is said of it.
        ("Totalt har 169 ansökningar lämnats.", "ansökningar"),
        ("138 ansökningar bifölls av nämnden.", "ansökningar som bifölls av nämnden"),
        ("Med fem ja-röster mot sex nej-röster beslutade nämnden om avslag.", "ja-röster"),
        ("Fyra av sju mål nåddes under året.", "mål som nåddes"),
        ("Åtta av länets fjorton kommuner fick stöd.", "kommuner"),
        ("De sexton kommunerna och en region deltog.", "kommuner"),
        # Shares.
        ("66 procent av de anställda hanterar datorer.", "andel av anställda som hanterar datorer"),
        ("Drygt hälften av hushållen saknar en fast anslutning.", "andel av hushållen som saknar en fast anslutning"),
        ("Nu har 80 procent av hushållen tillgång till fiber.", "andel av hushållen med tillgång till fiber"),
        ("Bolaget ägs till 60 procent av kommunen.", "bolaget"),
        ("Var tredje ansökan får avslag.", "andel ansökan"),
        # Money that is given, set aside or spent.
        ("Under året har 232 mnkr beviljats i projektstöd till näringen.", "beviljat projektstöd till näringen"),
        ("Regionen satsar 7,5 mkr på de gröna näringarna.", "satsning på gröna näringarna"),
        ("Projektet beräknas omsätta 130 miljoner kronor.", "omsättning, Projektet"),
        ("Kostnaden blev 3,4 mnkr lägre än budget.", "avvikelse mot budget, Kostnaden"),
        # Where it stands or turns is not what it is.
        ("Prognosen för styrräntan når en topp på 3,65 procent.", "prognosen för styrräntan"),
        ("Inflationen ligger en bra bit under 2 procent.", "inflation"),
        ("Inflationen ligger några tiondelar under 2 procent.", "inflation"),
        ("Inflationen har varit hög och steg i februari till 2,9 procent.", "inflation"),
        ("Belåningsgraden är ganska stabil runt 50 procent.", "belåningsgrad"),
        ("Prisökningarna är överlag nära 2 procent.", "prisökningar"),
        ("Inflationen utvecklas i linje med vårt inflationsmål på 2 procent.", "vårt inflationsmål"),
        ("Han förespråkade en sänkning av räntan med 0,25 procentenheter.", "sänkning av räntan"),
        ("Tre ledamöter reserverade sig mot beslutet.", "ledamöter som reserverade sig mot beslutet"),
        ("Löneavtal för 2 700 anställda löper ut i vår.", "anställda"),
        # Labels.
        ("Finansiering av nätet: Kommunalt: ca 750 Mkr.", "finansiering av nätet, Kommunalt"),
    ],
)
def test_the_sentence_tells_what_is_measured(text: str, measure: str) -> None:
    assert measures(text)[0] == measure


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I Luleå har 88 procent fiber, och i Boden 55 procent.", ["fiber", "fiber"]),
        ("Räntan sänktes från 4 till 3,5 procent.", ["räntan"]),
        ("Vi mötte 287 företag, varav 30 i inlandet.", ["företag", "företag"]),
    ],
)
def test_a_number_shares_what_the_one_before_it_measures(text: str, expected: list[str]) -> None:
    found = measures(text)
    assert [(measure or "").split(":")[0] for measure in found[: len(expected)]] == expected


def test_the_heading_tells_where_the_sentence_only_points() -> None:
    assert measures("18 av dessa är nya.", "Företagsstöd till inlandet") == ["Företagsstöd till inlandet"]


@pytest.mark.parametrize("heading", ["Bengt Berg:", "§2. Läget", "Sammanfattning", "Karin Lind"])
def test_a_heading_that_names_a_speaker_or_a_part_tells_nothing(heading: str) -> None:
    assert measures("Den väntas bli 7,6 procent.", heading) == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Den väntas bli 7,6 procent.",
        "Nämnden fattade beslut om att fördela 90 miljoner kronor.",
        "Samma månad ett år tidigare var siffran 4,1 procent.",
        "Det ska gälla precis, mer precist 9 procent.",
    ],
)
def test_nothing_is_better_than_a_wrong_measure(text: str) -> None:
    assert measures(text, "Sammanfattning") == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Inflationen ligger långt under 2 procent.",
        "Styrräntan toppar kring 2 procent.",
        "Inflationen väntas falla tillbaka mot 1 procent.",
        "Arbetslösheten har sjunkit lite grann sedan vårt möte, från 7,3 till 7,2 procent.",
        "Räntan lämnas oförändrad på 4 procent.",
        "Köpen närmar sig snarare 5 mdkr.",
    ],
)
def test_a_measure_is_a_noun_phrase_and_never_a_verb_or_an_adverb(text: str) -> None:
    assert set(measures(text)) <= {
        "inflation", "inflationen", "styrräntan", "arbetslösheten", "arbetslöshet", "räntan", "köpen",
    }  # fmt: skip
