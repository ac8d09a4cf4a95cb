"""Who owns a project, who works in it and who pays for it, as sentences and tables tell."""

import re
from dataclasses import dataclass

from ingest.facts.projects import names, wording

#: Words in small letters that may stand within a body's name.
_SMALL = (
    r"kommuner(?:na)?|kommuns?|län|stads?|tekniska|universitet|högskola|ekonomisk|förening|hamn|museum|landsting|museer"
    r"|regionala|utvecklingsfonden|socialfonden|strukturfond(?:en)?|fonden|kulturråd|lokaltrafik|handelskammare"
    r"|för(?=\s(?:konst|litteratur|dans|film|musik))|konst|litteratur|dans|film|musik"
)
#: One actor: words with capitals and what belongs to them; or a definite noun for one.
_ACTOR = (
    rf"(?:[A-ZÅÄÖ][\w:&/]*-\soch\s[a-zåäö]+|[A-ZÅÄÖ][\w:&/-]*(?:\s(?:[A-ZÅÄÖ][\w&/-]*|i(?=\s[A-ZÅÄÖ])|(?:{_SMALL})(?!\w)))*"
    r"|regionen|kommunen|länsstyrelsen|universitetet|länets\skommuner|kommunerna(?:\si\slänet)?|staten|regeringen"
    r"|(?:[a-zåäö]{4,}(?:vården|föreningarna|företagen|skolorna|myndigheten)(?!\w)))"
)
#: Money that has a name of its own.
_FUND = rf"(?:{_ACTOR}|(?:[a-zåäö]+\s)?[\w-]+medel(?!\w)|1:1-anslaget|[Aa]nslag(?:et)?\s1:1)"
_SHORT = r"(?:\s\([A-ZÅÄÖ]+\))?"


def _several(one: str) -> str:
    return rf"(?P<actors>{one}{_SHORT}(?:,\s{one}{_SHORT})*(?:,?\s(?:och|samt)\s{one}{_SHORT})*)"


_LIST, _FUNDS = _several(_ACTOR), _several(_FUND)
_OWNERS = (
    re.compile(rf"(?:drivs|leds|ägs)\sav\s{_LIST}"),
    re.compile(rf"(?:projektägare\s(?:är|var)|(?:är|var))\s{_LIST}\sprojektägare"),
    re.compile(rf"{_LIST}\s(?:är|var)\s(?:projektägare|byggherre|huvudman)"),
    re.compile(rf"(?:projektägare|huvudman)\s(?:är|var)\s{_LIST}"),
    re.compile(rf"{_LIST}\s(?:driver|leder)(?!\w)"),
    re.compile(rf"(?<!\w)som\s{_LIST}\s(?:startade|startat|drev|ledde|äger)(?!\w)"),
    re.compile(rf"^{_LIST}\shar\s(?:[^.]*\s)?(?:genomfört|startat|startat\supp|drivit)\s(?:ett\s)?\w*projekt"),
    re.compile(rf"Bakom\sprojektet\sstår\s{_LIST}"),
    re.compile(rf"(?P<actors>{_ACTOR})s\s[a-zåäö]*projekt\s"),
)
_PARTNERS = (
    re.compile(rf"(?:[Tt]illsammans|[Ii]\s(?:nära\s)?sam(?:arbete|verkan))(?:\smed)?\s{_LIST}"),
    re.compile(rf"(?:projekt|samarbete|samverkan)\smellan\s{_LIST}"),
    re.compile(rf"med\s{_LIST}\ssom\s\w*\s?partner"),
    re.compile(rf"(?:drivs|leds|ägs)\sav\s{_ACTOR}{_SHORT}\smed\s{_LIST}"),
    re.compile(rf"(?:startade|startat|drev|driver|ledde|leder)\smed\s{_LIST}"),
    re.compile(rf"(?<!\w)där\s(?:även\s|också\s)?{_LIST}\s(?:också\s)?(?:ingår|medverkar|deltar)(?!\w)"),
    re.compile(rf"(?<!där\s){_LIST}\s(?:medverkar|deltar|ingår)\s(?:också\s|även\s)?i(?!\w)"),
)
_FUNDERS = (
    re.compile(
        rf"(?:finansiera[st]|finansierats|bekostas|bekostats|betalas|betalats)\s(?:av|genom|med)\s{_FUNDS}"
        rf"(?:\stillsammans\smed\s(?P<more>{_ACTOR}(?:,\s{_ACTOR})*(?:\soch\s{_ACTOR})?))?"
    ),
    re.compile(rf"(?:finansiering|medel|stöd|pengar|bidrag|kronor|mkr|tkr)\s(?:av|från|ur)\s{_FUNDS}"),
    re.compile(
        rf"{_LIST}\s(?:har\s)?(?:även\s)?(?:bland\san+at\s)?(?:med)?(?:finansiera[tr]|finansierade|beviljat|beviljade)(?!\w)"
    ),
    re.compile(
        rf"(?:beviljades|beviljats|fick|fått)\s[^.]{{0,80}}(?:kronor|mkr|tkr|medel|stöd)\s[^.]{{0,40}}?(?:av|från)\s{_FUNDS}"
    ),
    re.compile(rf"kommer\sfrån\s{_FUNDS}"),
)
_AND = re.compile(r"\s\([A-ZÅÄÖ]+\)(?:,\s|\s(?:och|samt)\s)?|,\s(?:(?:och|samt)\s)?|(?<!-)\s(?:och|samt)\s")
#: Cells that tell where something is or for whom: "Kontor i Lomby", "Små företag".
_NO_BODY = re.compile(r"(?P<first>[A-ZÅÄÖ]?[a-zåäö]+)\s(?:(?:i|på|för|till|med|från)\s.*|[a-zåäö]+(?:\s[a-zåäö]+)*)$")
#: "Högskolan i Lomby" is a body, "Kontor i Lomby" is none.
_DEFINITE = re.compile(r"(?:n|et|na|erna|orna)$")
_CELLS = re.compile(r"[,;\n]|\smed flera|\sm\.\s?fl\.?")
#: Who is meant by what a report calls its publisher: the word, and what stands in the publisher's own name.
_THEMSELVES = {"regionen": "Region", "kommunen": "kommun"}
#: Papers and plans do nothing.
_PAPER = re.compile(r"(?:avtal|lag|plan|program|strategi|projekt)(?:et|en|met|n)?$")
#: Words with a capital that begin a sentence and tell of no actor.
_NO_ACTORS = frozenset(
    "Det Den De I Under Projektet Programmet Som Vi Detta Ett En Satsningen Arbetet Inom För Med Här Där Även Båda Alla"
    " Initiativet Samarbetet Strategin".split()
)


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
    """The actors of a table's cell; none where it tells of places or of whom the project is for."""
    whole = names.tidy(cell)
    told = _NO_BODY.match(whole)
    if told and wording.is_common(told["first"]) and not (_DEFINITE.search(told["first"]) and names.is_body(whole)):
        return ()
    parts = (names.tidy(part) for part in _CELLS.split(cell))
    return tuple(_in_full(part, publisher) for part in parts if part)


def distinct(actors: list[str], without: str | None = None) -> tuple[str, ...]:
    """The actors, each once whatever its capitals, in order; one of them left out on demand."""
    first: dict[str, str] = {}
    for actor in actors:
        first.setdefault(actor.casefold(), actor)
    if without:
        first.pop(without.casefold(), None)
    return tuple(first.values())


def _found(patterns: tuple[re.Pattern[str], ...], text: str, publisher: str | None) -> tuple[str, ...]:
    found: list[str] = []
    for pattern in patterns:
        for match in pattern.finditer(text):
            more = match.groupdict().get("more")
            actors = _AND.split(match["actors"]) + (_AND.split(more) if more else [])
            found += [_in_full(names.tidy(actor), publisher) for actor in actors]
    return distinct([actor for actor in found if _is_actor(actor)])


def _in_full(actor: str, publisher: str | None) -> str:
    """An actor by its own name: "regionen" is the region whose report it is, "kommunen" the municipality."""
    own = _THEMSELVES.get(actor.lower())
    return publisher if own and publisher and own in publisher else actor


def _is_actor(actor: str) -> bool:
    return len(actor) > 1 and actor.split()[0] not in _NO_ACTORS and not _PAPER.search(actor)
