"""Who owns a project, who works in it and who pays for it, as sentences tell."""

import re
from dataclasses import dataclass

from ingest.facts.projects import names

_SMALL = (
    r"kommuner(?:na)?|kommuns?|län|stads?|tekniska|universitet|högskola|ekonomisk|förening|hamn|museum|landsting|museer"
    r"|regionala|utvecklingsfonden|socialfonden|strukturfond(?:en)?|fonden|kulturråd|lokaltrafik|handelskammare"
    r"|för(?=\s(?:konst|litteratur|dans|film|musik))|konst|litteratur|dans|film|musik"
)
#: One actor: words with capitals and what belongs to them; or a definite noun for one.
_ACTOR = (
    rf"(?:[A-ZÅÄÖ][\w:&/-]*(?:\s(?:[A-ZÅÄÖ][\w&/-]*|i(?=\s[A-ZÅÄÖ])|(?:{_SMALL})(?!\w)))*"
    r"|regionen|kommunen|länsstyrelsen|universitetet|länets\skommuner|kommunerna(?:\si\slänet)?|staten|regeringen"
    r"|[a-zåäö]{4,}vården|[a-zåäö]{4,}föreningarna)"
)
_SHORT = r"(?:\s\([A-ZÅÄÖ]+\))?"
_LIST = rf"(?P<actors>{_ACTOR}{_SHORT}(?:,\s{_ACTOR}{_SHORT})*(?:\s(?:och|samt)\s{_ACTOR})*)"
_OWNERS = (
    re.compile(rf"(?:drivs|leds|ägs)\sav\s{_LIST}"),
    re.compile(rf"(?:projektägare\s(?:är|var)|(?:är|var))\s{_LIST}\sprojektägare"),
    re.compile(rf"{_LIST}\s(?:är|var)\s(?:projektägare|byggherre|huvudman)"),
    re.compile(r"(?:projektägare|huvudman)\s(?:är|var)\s" + _LIST),
    re.compile(rf"{_LIST}\s(?:driver|leder)(?!\w)"),
    re.compile(rf"^{_LIST}\shar\s(?:[^.]*\s)?(?:genomfört|startat|startat\supp|drivit)\s(?:ett\s)?\w*projekt"),
    re.compile(rf"Bakom\sprojektet\sstår\s{_LIST}"),
    re.compile(rf"(?P<actors>{_ACTOR})s\s[a-zåäö]*projekt\s"),
)
_PARTNERS = (
    re.compile(rf"(?:[Tt]illsammans|[Ii]\s(?:nära\s)?sam(?:arbete|verkan))(?:\smed)?\s{_LIST}"),
    re.compile(rf"(?:projekt|samarbete|samverkan)\smellan\s{_LIST}"),
    re.compile(rf"med\s{_LIST}\ssom\s\w*\s?partner"),
)
_FUNDERS = (
    re.compile(
        rf"(?:finansiera[st]|finansierats|bekostas|bekostats)\s(?:av|genom|med)\s{_LIST}(?:\stillsammans\smed\s(?P<more>{_ACTOR}(?:,\s{_ACTOR})*(?:\soch\s{_ACTOR})?))?"
    ),
    re.compile(rf"(?:finansiering|medel|stöd|pengar)\s(?:av|från)\s{_LIST}"),
    re.compile(
        rf"{_LIST}\s(?:har\s)?(?:även\s)?(?:bland\san+at\s)?(?:med)?(?:finansiera[tr]|finansierade|beviljat|beviljade)(?!\w)"
    ),
    re.compile(rf"beviljades\s[^.]{{0,60}}\sav\s{_LIST}"),
    re.compile(rf"kommer\sfrån\s{_LIST}"),
)
_AND = re.compile(r"\s\([A-ZÅÄÖ]+\)(?:,\s|\soch\s)?|,\s|\s(?:och|samt)\s")


@dataclass(frozen=True, slots=True)
class Roles:
    """The actors that a text names, by what they do."""

    owners: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    funders: tuple[str, ...] = ()


def roles(text: str, publisher: str | None) -> Roles:
    """Who a sentence about one project says owns it, takes part in it and pays for it.

    Args:
        text: the sentence.
        publisher: whose report it is: "regionen" in it is that region.
    """
    return Roles(*(_found(patterns, text, publisher) for patterns in (_OWNERS, _PARTNERS, _FUNDERS)))


def listed(cell: str, publisher: str | None) -> tuple[str, ...]:
    """The actors of a table's cell."""
    parts = (names.tidy(part) for part in re.split(r"[,;\n]|\smed flera", cell))
    return tuple(_in_full(part, publisher) for part in parts if part)


def _found(patterns: tuple[re.Pattern[str], ...], text: str, publisher: str | None) -> tuple[str, ...]:
    found: list[str] = []
    for pattern in patterns:
        for match in pattern.finditer(text):
            more = match.groupdict().get("more")
            actors = _AND.split(match["actors"]) + (_AND.split(more) if more else [])
            found += [_in_full(names.tidy(actor), publisher) for actor in actors]
    return tuple(dict.fromkeys(actor for actor in found if _is_actor(actor)))


def _in_full(actor: str, publisher: str | None) -> str:
    """Find "regionen" is the region whose report it is, and "kommunen" the municipality."""
    kind = {"regionen": "Region", "kommunen": "kommun"}.get(actor.lower())
    return publisher if kind and publisher and kind in publisher else actor


def _is_actor(actor: str) -> bool:
    return len(actor) > 1 and actor.split()[0] not in _NO_ACTORS


_NO_ACTORS = frozenset(
    "Det Den De I Under Projektet Programmet Som Vi Detta Ett En Satsningen Arbetet Inom För Med".split()
)
