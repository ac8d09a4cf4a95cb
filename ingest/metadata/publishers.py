"""Who publishes a report, found by the forms that names of Swedish public bodies have."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import log2

from ingest.metadata.evidence import Clue, Place

_NAME = r"[A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ][a-zåäöé]+)?"
_REGIONS = "Jämtland Härjedalen|Jönköpings län|Kalmar län|Örebro län|Västra Götaland"
#: Forms of names, and how sure one is that a body so named publishes reports of this kind.
FORMS: tuple[tuple[str, float], ...] = (
    (rf"Region (?:{_REGIONS}|{_NAME})|Västra Götalandsregionen|Landstinget (?:i )?{_NAME}", 1.0),
    (rf"{_NAME} (?:kommun|[Ss]tad)", 1.0),
    (rf"Länsstyrelsen (?:i )?{_NAME}(?: Götalands)?(?: län)?", 0.9),
    (r"(?i:Sveriges riksbank|Riksbanken|Riksrevisionen|Statskontoret|Arbetsförmedlingen|Försäkringskassan)", 1.0),
    (r"(?i:Statistiska centralbyrån|Lantmäteriet|Trafikanalys|Tillväxtanalys|Konjunkturinstitutet|Riksgälden)", 0.9),
    (r"Myndigheten för [a-zåäö]+(?:,? (?:och )?[a-zåäö]+){0,3}|Post- och telestyrelsen|Kronofogdemyndigheten", 0.8),
    (r"[A-ZÅÄÖ][a-zåäö]{3,}(?:verket|myndigheten|inspektionen|styrelsen|ombudsmannen)", 0.6),
    (rf"(?:{_NAME} )+universitet|Högskolan i {_NAME}|{_NAME} högskola", 0.5),
    (rf"Kommunförbundet {_NAME}|{_NAME} kommunalförbund|Sametinget|Sveriges Kommuner och Regioner", 0.6),
)
_COMPILED = tuple((re.compile(rf"(?<![\w-])(?P<name>{form})s?(?![\w-])"), worth) for form, worth in FORMS)
#: An auditing body of its own within a municipality or region.
AUDITORS = re.compile(r"\b((?:Stads|Kommun|Region|Landstings)revisionen)s?\b")
_LOCAL = re.compile(r"kommun$|stad$|^Region |regionen$|^Landstinget ", re.IGNORECASE)
#: Names that one body bears side by side.
SAME = {"riksbanken": "Sveriges riksbank"}
#: Words that look like the first half of a name but are none: "Vår kommun", "Nämnder styrelsen".
NO_NAME = frozenset(
    {
        *("Alla", "Annan", "Den", "Denna", "Din", "Egen", "En", "Er", "Ett", "Hela", "Ingen", "Kranskommun"),
        *("Respektive", "Samma", "Sin", "Som", "Varje", "Vilken", "Vår", "Värd"),
        *("Kommunstyrelsen", "Regionstyrelsen", "Landstingsstyrelsen", "Styrelsen", "Länsstyrelsen"),
        *("Bolagsstyrelsen", "Årsstyrelsen", "Högskolestyrelsen", "Direktionsstyrelsen"),
    }
)
#: What a mention is worth for standing where it stands.
WEIGHTS = {
    Place.TITLE: 8.0,
    Place.FRONT: 6.0,
    Place.AUTHOR: 10.0,
    Place.PROPERTY: 4.0,
    Place.COVER: 3.0,
    Place.NAME: 3.0,
    Place.OPENING: 1.0,
    Place.HEADING: 0.5,
    Place.BODY: 0.4,
}


def find_publisher(clues: Sequence[Clue]) -> str | None:
    """The body that is named most, weighed by where; None where no name has a known form.

    A mention counts by the logarithm of its number in a place, so that a body spoken of throughout does not outweigh
    the one on the cover. An auditor that is named above the text is added to the body it audits.
    """
    counts: dict[Place, dict[str, int]] = {place: defaultdict(int) for place in Place}
    worths: dict[str, float] = {}
    for clue in clues:
        for name, worth in _mentions(clue.text):
            counts[clue.place][name] += 1
            worths[name] = max(worth, worths.get(name, 0.0))
    _without_genitives(counts, worths)
    scores = {
        name: worth * sum(WEIGHTS[place] * log2(1 + counts[place].get(name, 0)) for place in Place)
        for name, worth in worths.items()
    }
    above = [clue.text for clue in clues if clue.place in (Place.TITLE, Place.FRONT, Place.AUTHOR)]
    cover = [clue.text for clue in clues if clue.place is Place.COVER][:3]
    auditor = AUDITORS.search("\n".join((*above, *cover)))
    if auditor is not None:
        # An auditor names many bodies, but belongs to a municipality or region.
        scores = {name: score for name, score in scores.items() if _LOCAL.search(name)} or scores
    best = max(scores, key=lambda name: (scores[name], name), default=None)
    return ", ".join(filter(None, (best, auditor[1] if auditor else None))) or None


def _mentions(text: str) -> Iterator[tuple[str, float]]:
    for pattern, worth in _COMPILED:
        for found in pattern.finditer(text):
            name = found["name"]
            if name not in NO_NAME and not (_LOCAL.search(name) and name.split()[0] in NO_NAME):
                yield SAME.get(name.lower(), _cased(name)), worth


def _cased(name: str) -> str:
    """A name set in capitals or with a slip of the shift key, as its form is commonly written."""
    return "Sveriges riksbank" if name.lower() == "sveriges riksbank" else name


def _without_genitives(counts: dict[Place, dict[str, int]], worths: dict[str, float]) -> None:
    """Count "Region Norrlands" as Region Norrland where that form stands too, or no ending but the genitive fits."""
    for name in [name for name in worths if name.startswith("Region ") and name.endswith("s")]:
        plain = name[:-1]
        if plain not in worths and not name.endswith(("ands", "rgs", "ottens", "nas")):
            continue
        worths[plain] = max(worths.get(plain, 0.0), worths.pop(name))
        for of_place in counts.values():
            of_place[plain] += of_place.pop(name, 0)
