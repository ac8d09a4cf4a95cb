"""Strategies, programmes and agendas that a report treats as undertakings: "det regionala skogsprogrammet"."""

import re
from collections.abc import Iterator

from corpus.swedish import places
from ingest.facts.projects import names
from ingest.facts.projects.names import Found

_HEAD = r"(?:strategi|program|agenda|handlingsplan|transportplan|serviceplan|kulturplan|biblioteksplan|strukturbild)"
_ENDING = r"(?:n|en|met|et|er)?"
_YEARS = r"(?:\s(?:19|20)\d\d\s?[-–]\s?(?:19|20)?\d\d)"
#: "regionala", "Norrbottens", "stadens", "nationella": whose plan it is.
_WHOSE = (
    r"(?:[Rr]egional[at]?|[Nn]ationell[at]?|[Kk]ommunal[at]?|[Ll]änets|[Ss]tadens|[Kk]ommunens|[Rr]egionens"
    r"|[A-ZÅÄÖ][a-zåäö]+s(?:\s[Ss]tads)?)"
)
#: A plan with its owner ("det regionala skogsprogrammet", "en regional elnätsanalys"); one with what it is for
#: ("klusterprogram för Norrbotten"); one with its years ("länstransportplan 2022–2033").
_PLANS = (
    re.compile(
        rf"(?<![\w-])(?P<name>{_WHOSE}\s(?:[a-zåäö]{{4,}}a\s)?(?:[^\W\d_]{{3,}}{_HEAD}{_ENDING}"
        rf"|strukturbild{_ENDING}))(?P<for>\sför\s)?(?![\w-])"
    ),
    re.compile(rf"(?<![\w-])(?P<name>[^\W\d_]{{4,}}{_HEAD}{_ENDING})(?P<for>\sför\s)(?=[A-ZÅÄÖ])"),
    re.compile(
        r"(?<![\w-])(?P<name>[Rr]egional[at]?\s[a-zåäö]{4,}analys(?:en)?)(?P<for>\sför\s(?=[A-ZÅÄÖ]))?(?![\w-])"
    ),
    re.compile(rf"(?<![\w-])(?P<name>[^\W\d_]{{4,}}{_HEAD}{_ENDING})(?P<for>\sför\s)?(?={_YEARS})"),
    re.compile(
        rf"(?<![\w-])(?P<name>[Hh]andlings(?:plan|program)(?:en|met)?|{_WHOSE}\s(?:agenda|handlingsplan|strategi))(?P<for>\sför\s)"
    ),
)
_NO_PLAN = re.compile(
    r"(?:tv|dator|köp|kommunikations|marknads\w*|tid|utköps|stimulans|stöd|ledar|frågeformulärs)-?(?:program|strategi)|penningpoliti",
    re.I,
)
#: Plans that say nothing without what they are for.
_BARE = re.compile(r"(?:^|\s)(?:handlings(?:plan|program)|strategi|program|agenda)(?:en|n|met)?$", re.IGNORECASE)


def plans(text: str) -> Iterator[Found]:
    """The plans that a sentence tells by whose they are, what they are for or which years they hold."""
    if not _ANY.search(text):
        return
    for pattern in _PLANS:
        for match in pattern.finditer(text):
            if _NO_PLAN.search(match["name"]) or not _is_ours(match["name"]):
                continue
            end = match.end("name")
            purpose = names.going_on(text, match.end()) if match["for"] else None
            if purpose:
                end = purpose
            elif _BARE.search(match["name"]):
                continue
            years = re.compile(_YEARS).match(text, end)
            end = years.end() if years else end
            written = names.tidy(text[match.start() : end])
            yield Found(written[:1].upper() + written[1:], match.start(), end)


def _is_ours(name: str) -> bool:
    """Whether a plan's owner, if it has one with a capital, is a Swedish place: Greece's programmes are no plans."""
    owner = _OWNER.match(name)
    return not owner or owner[1].lower() in _KINDS or places.lookup(owner[1]) is not None


_OWNER = re.compile(r"([A-ZÅÄÖ][a-zåäö]+?)s?\s")
_KINDS = frozenset(
    "regional regionala regionalt nationell nationella nationellt kommunal kommunala kommunalt länet".split()
) | {"staden", "kommunen", "regionen"}
_ANY = re.compile(r"strategi|program|agenda|plan|analys|strukturbild", re.IGNORECASE)


def head_of(name: str) -> str | None:
    """The compound that tells a plan ("skogsprogram"), without endings; None for what is no plan."""
    match = re.search(rf"([^\W\d_]*{_HEAD}){_ENDING}(?![\w-])", name, re.IGNORECASE)
    return match[1].lower() if match else None


def citation(name: str) -> str | None:
    """How a plan is cited that a sentence names in the definite: "Regionala skogsprogrammet", "Regionalt skogsprogram".

    None for what is no plan, or stands so already.
    """
    first, _, rest = name.partition(" ")
    found = _CITED.match(rest)
    if not found or first.lower() not in _KINDS:
        return None
    base = first.lower().rstrip("at")
    adjective = base + ("t" if found["head"].endswith("program") else "")
    return f"{adjective.capitalize()} {found['head']}{found['rest']}"


_CITED = re.compile(r"(?P<head>\w*(?:strategi|program|agenda|plan))(?:n|en|met)(?P<rest>.*)$")
