"""Strategies, programmes and agendas that a report treats as undertakings: "det regionala skogsprogrammet"."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from corpus.swedish import places
from ingest.facts.projects import names, wording
from ingest.facts.projects.names import Found

_HEAD = r"(?:strategi|program|agenda|handlingsplan|transportplan|serviceplan|kulturplan|biblioteksplan)"
_ENDING = r"(?:n|en|met|et|er)?"
_YEARS = r"(?:\s(?:19|20)\d\d\s?[-–]\s?(?:19|20)?\d\d)"
_YEARS_HERE = re.compile(_YEARS)
#: "regionala", "Norrbottens", "stadens", "nationella": whose plan it is.
_WHOSE = (
    r"(?:[Rr]egional[at]?|[Nn]ationell[at]?|[Kk]ommunal[at]?|[Ll]änets|[Ss]tadens|[Kk]ommunens|[Rr]egionens"
    r"|[A-ZÅÄÖ][a-zåäö]+s(?:\s[Ss]tads)?)"
)
_FOR = r"(?P<for>\s(?:för|mot)\s)"
_ALONE, _END = r"(?<![\w-])", r"(?![\w-])"
_PLANS = tuple(
    re.compile(_ALONE + pattern)
    for pattern in (
        # With its owner: "det regionala skogsprogrammet".
        rf"(?P<name>{_WHOSE}\s(?:[a-zåäö]{{4,}}a\s)?[^\W\d_]{{3,}}{_HEAD}{_ENDING}){_FOR}?{_END}",
        rf"(?P<name>{_WHOSE}\s(?:agenda|handlingsplan|strategi|program|plan)){_FOR}",
        # With what it is for: "klusterprogram för Norrbotten", "handlingsplan för jämställd tillväxt".
        rf"(?P<name>[^\W\d_]{{4,}}{_HEAD}{_ENDING}){_FOR}(?=[A-ZÅÄÖ])",
        rf"(?P<name>[Hh]andlings(?:plan|program)(?:en|met)?){_FOR}",
        # With its years: "länstransportplan 2022–2033".
        rf"(?P<name>[^\W\d_]{{4,}}{_HEAD}{_ENDING}){_FOR}?(?={_YEARS})",
    )
)
#: What ends like a plan and is none, or one that only says how its owner works.
_NO_PLAN = re.compile(
    r"(?:tv|dator|köp|kommunikations|marknads\w*|tid|utköps|stimulans|stöd|ledar)-?(?:program|strategi)|penningpoliti",
    re.IGNORECASE,
)
#: Plans that say nothing without what they are for.
_BARE = re.compile(r"(?:^|\s)(?:handlings(?:plan|program)|strategi|program|agenda|plan)(?:en|n|met)?$", re.IGNORECASE)
#: What a plan is for is something; "arbetet med frågan" points back.
_POINTING = re.compile(
    r"(?:detta|dess|denna|arbetet|genomförande\w*|året|perioden|framtiden|sin|sitt|hur|vad|om|strategin|planen|programmet)\b"
    r"|\d"
)
_OWNER = re.compile(r"([A-ZÅÄÖ][a-zåäö]+?)s?\s")
_KINDS = frozenset("regional regionala regionalt nationell nationella nationellt kommunal kommunala kommunalt".split())
_PUBLIC = _KINDS | {"länet", "staden", "kommunen", "regionen"}
_ANY = re.compile(r"strategi|program|agenda|plan", re.IGNORECASE)
#: Headings of work to be done say at their end what comes of it: "Framtagande av regional hamnatlas", "… – hamnatlas".
_WORK = re.compile(
    r"(?:^(?:Fram(?:tagning|tagande)|Ta fram|(?:Utarbeta|Genomför|Upprätta|Inför|Etabler)\w*)\s(?:[a-zåäö]+\s){0,4}"
    r"|\s[-–—]\s)(?P<product>[a-zåäö]{8,})$"
)
_ENDINGS = r"(?:n|en|et|er|erna)?"
_TOLD_BY = re.compile(rf"([^\W\d_]*{_HEAD}){_ENDING}{_END}", re.IGNORECASE)
_OWNED = re.compile(rf"{_WHOSE}\s([a-zåäö]{{8,}}?){_ENDINGS}")
_CITED = re.compile(r"(?P<head>\w*(?:strategi|program|agenda|plan))(?:n|en|met)?(?P<rest>.*)$")
#: As it stands after a genitive ("regeringens nationella strategi"), else in the plural ("nationella program").
_OF_SOMEBODY = re.compile(r"(?:s|sin|vår|deras)\s$")
_UNENDED = re.compile(r"\w+a\s\w*(?:strategi|program|agenda|plan)(?!\w)")


def products(headings: Iterable[str]) -> frozenset[str]:
    """What a report's headings say that work shall lead to, without endings: compounds only."""
    found = (_WORK.search(heading) for heading in headings)
    words = {re.sub(f"{_ENDINGS}$", "", match["product"]) for match in found if match}
    return frozenset(word for word in words if wording.is_compound(word))


def plans(text: str, made: frozenset[str] = frozenset()) -> Iterator[Found]:
    """The plans that a sentence tells by whose they are, what they are for or which years they hold.

    Args:
        text: the sentence.
        made: what the report's headings say that work shall lead to (`products`): told by whose they are.
    """
    wanted = _PLANS if _ANY.search(text) else ()
    if any(word in text for word in made):
        wanted = (*wanted, _made(made))
    for pattern in wanted:
        for match in pattern.finditer(text):
            end = _end(text, match)
            if end and not _NO_PLAN.search(match["name"]) and _is_ours(match["name"]):
                written = names.tidy(text[match.start() : end])
                if _UNENDED.match(written):
                    if not _OF_SOMEBODY.search(text, 0, match.start()):
                        continue
                    written = citation(written) or written
                yield Found(written[:1].upper() + written[1:], match.start(), end)


@lru_cache(maxsize=64)
def _made(words: frozenset[str]) -> re.Pattern[str]:
    """What finds things by whose they are: "en regional hamnatlas"."""
    return re.compile(rf"{_ALONE}(?P<name>{_WHOSE}\s(?:{'|'.join(sorted(words))}){_ENDINGS}){_FOR}?{_END}")


def head_of(name: str) -> str | None:
    """The compound that tells a plan ("skogsprogram"), without endings; None for what is no plan."""
    match = _TOLD_BY.search(name) or _OWNED.fullmatch(name)
    return match[1].lower() if match else None


def citation(name: str) -> str | None:
    """How a plan is cited that a sentence names in the definite: "Regionala skogsprogrammet", "Regionalt skogsprogram".

    None for what is no plan, or stands so already.
    """
    first, _, rest = name.partition(" ")
    found = _CITED.match(rest)
    if not found or first.lower() not in _KINDS or not first.endswith("a"):
        return None
    neuter = "t" if found["head"].endswith("program") else ""
    return f"{first.removesuffix('a')}{neuter} {found['head']}{found['rest']}"


def _end(text: str, match: re.Match[str]) -> int | None:
    """Where a plan's name ends, with what it is for and its years; None where these are wanted and lacking."""
    end = match.end("name")
    if match["for"] and not _POINTING.match(text, match.end("for")):
        end = names.going_on(text, match.end("for")) or end
    if end == match.end("name") and _BARE.search(match["name"]):
        return None
    years = _YEARS_HERE.match(text, end)
    return years.end() if years else end


def _is_ours(name: str) -> bool:
    """Whether a plan's owner, if it has one with a capital, is a Swedish place: Greece's programmes are no plans."""
    owner = _OWNER.match(name)
    return not owner or owner[1].lower() in _PUBLIC or places.lookup(owner[1]) is not None
