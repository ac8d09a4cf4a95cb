"""Municipalities, counties and towns that a text mentions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.swedish.gazetteer import Place, PlaceKind, WrittenName, gazetteer, written_names
from corpus.swedish.unbroken import unbroken

__all__ = ["Mention", "Place", "PlaceKind", "find", "lookup", "places"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Characters `[start, end)` of a text name a place; "kommun", "län" and "Region" belong to the mention."""

    start: int
    end: int
    place: Place


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A possible mention.

    `sure`: whether it is one; `named`: whether it seems a person's surname, so that no list vouches for it;
    `says_county`: whether "län" stands after it; `county`: which county it would then be.
    """

    mention: Mention
    sure: bool
    named: bool = False
    says_county: bool = False
    county: Place | None = None


#: Names that are also common words, surnames or first names: mentioned only where the words around them say so.
_AMBIGUOUS = frozenset(
    "Ale Berg Dorotea Eda Falkenberg Falu Flen Gustavsberg Hjo Kil Kinda Kinna Klippan Köping Lund Mark "
    "Mora Nora Norberg Sala Salem Sunne Säter Trosa Vara Vilhelmina Ydre Åre Älvdalen Ljusdal Deje Särö Slite".split()
)
_WORD = re.compile(r"(?<![^\W_])[A-ZÅÄÖ][^\W\d_]+")
_BLANK = "[ \u00a0]"
#: No letter follows; a footnote's digit may.
_END = r"(?![^\W\d_])"
#: Words before a name that make it a place.
_LOCAL = re.compile(
    rf"(?<![^\W_])(?:(?:[Ii]|[Tt]ill|[Ff]rån|[Vv]id|[Uu]tanför|[Rr]unt|[Kk]ring|[Nn]ära|[Ii]nom"
    rf"|(?:[Nn]orr|[Ss]öder|[Öö]ster|[Vv]äster|[Nn]ord\w{{2,5}}|[Ss]yd\w{{2,5}}) om|mellan){_BLANK}"
    rf"(?:(?:centrala|norra|södra|östra|västra|hela){_BLANK})?"
    rf"|\w*(?:orten|staden|kommunen|kommunerna|samhället|byn){_BLANK}|(?:[Cc]entrala){_BLANK})$"
)
#: Heads of the names of authorities and institutions, which a town's name, in whichever case, begins.
_SEATS = re.compile(
    rf"{_BLANK}(?:[Uu]niversitet|[Tt]ingsrätt|[Ss]tad|[Cc]entrum|[Cc]entralort|[Tt]ätort|[Ff]lygplats|[Ss]tation"
    rf"|[Ll]asarett|[Ss]jukhus|[Ss]tift|[Dd]omkyrk|[Ff]örsamling|[Gg]ymnasi|[Kk]onserthus|[Gg]ruva)"
)
#: What joins a name to other words of a company's or court's name, or makes it half a compound.
_COMPANY = re.compile(r" ?&|- ")
_KOMMUN = re.compile(rf"{_BLANK}(?:[Kk]ommun(?:en)?s?|[Ss]tads?|KOMMUN(?:EN)?S?|STADS?){_END}")
#: "Marks och Vara kommuner": the noun is no part of the mention.
_KOMMUNER = re.compile(rf"{_BLANK}(?:kommuner(?:na)?s?|KOMMUNER(?:NA)?S?){_END}")
_COUNTY = re.compile(rf"{_BLANK}(?:[Ll]än(?:et)?s?|LÄN(?:ET)?S?){_END}")
_REGION = re.compile(rf"(?<![^\W_])(?:[Rr]egion|REGION){_BLANK}$")
#: Authorities of a county, whose names are no part of the mention.
_OF_COUNTY = re.compile(
    rf"(?<![^\W_])(?:[Ll]änsstyrelsen|[Ll]andstinget|[Ll]änstrafiken|[Rr]egionen|[Rr]egionförbundet)"
    rf"(?:{_BLANK}i)?{_BLANK}$"
)
#: A word with a capital before a name is a first name, unless it only begins a sentence about places.
_FIRST_NAME = re.compile(
    rf"(?<![^\W_])(?!(?:Både|Även|Också|Varken|Kommunerna|Städerna|Orterna|Region|Mellan)\b)"
    rf"[A-ZÅÄÖ](?:[^\W\d_]{{1,20}}|\.){_BLANK}$"
)
#: What parts the members of a list of places.
_LISTED = re.compile(rf"(?:,|{_BLANK}(?:och|samt|eller|till|respektive|–|-)|[–/-])?{_BLANK}?")
#: The characters of " respektive " and two to spare.
_LONGEST_JOINT = 14
#: How far before a name the words that tell about it are looked for: the longest ("nordvästra om centrala") have 23.
_BEFORE = 32


def find(text: str) -> list[Mention]:
    """The places that a text mentions, in order, none inside another; they may go over line ends."""
    flat = unbroken(text)
    candidates = list(_candidates(flat.text))
    # A list of places vouches for its members ("Ale, Kungälv och Mark"), and shares its "län".
    for order in (range(1, len(candidates)), range(len(candidates) - 2, -1, -1)):
        for at in order:
            left, right = sorted((at, at - order.step))
            if _in_one_list(flat.text, candidates[left].mention, candidates[right].mention):
                candidates[at] = _vouched(candidates[at], candidates[at - order.step], backwards=order.step < 0)
    return [
        replace(one.mention, start=flat.origin(one.mention.start), end=flat.origin(one.mention.end - 1) + 1)
        for one in candidates
        if one.sure
    ]


def lookup(name: str) -> Place | None:
    """The place of a name as people write it: "Luleå", "Luleå kommun", "Norrbottens län", "Region Norrbotten"."""
    return gazetteer().names.get(" ".join(name.split()).casefold())


def places() -> tuple[Place, ...]:
    """Every place of the tables, by code."""
    return gazetteer().places


def _vouched(candidate: _Candidate, neighbour: _Candidate, backwards: bool) -> _Candidate:
    """A member of a list as its neighbour shows it: "Uppsala" is a county in "Uppsala och Stockholms län"."""
    if backwards and neighbour.says_county and candidate.county and candidate.county != neighbour.mention.place:
        mention = Mention(candidate.mention.start, candidate.mention.end, candidate.county)
        return replace(candidate, mention=mention, sure=True, says_county=True)
    return replace(candidate, sure=candidate.sure or (neighbour.sure and not candidate.named))


def _in_one_list(text: str, left: Mention, right: Mention) -> bool:
    between = text[left.end : right.start]
    return len(between) <= _LONGEST_JOINT and _LISTED.fullmatch(between) is not None


def _candidates(text: str) -> Iterator[_Candidate]:
    """Possible mentions in order, none inside another."""
    starting = written_names()
    done = 0
    for match in _WORD.finditer(text):
        start = match.start()
        if start < done:
            continue
        for name in starting.get(match[0], ()):
            if text.startswith(name.written, start) and _closes(text, start + len(name.written)):
                candidate = _candidate(text, start, name, done)
                done = candidate.mention.end
                yield candidate
                break


def _closes(text: str, end: int) -> bool:
    """Whether a name may end here: no letter follows, nor a hyphen and a small letter ("Luleå-bor")."""
    following = text[end : end + 2]
    if following[:1].isalpha() or following[:1] == "_":
        return False
    return not (following[:1] in ("-", "‐", "‑") and following[1:].islower())


def _candidate(text: str, start: int, name: WrittenName, floor: int) -> _Candidate:
    """The mention of a name at `start` with the words that belong to it; those before `floor` are another's."""
    end = start + len(name.written)
    before = text[max(floor, start - _BEFORE) : start]
    county = gazetteer().counties.get(name.written) if name.place.kind != "town" else None
    kommun = _KOMMUN.match(text, end) if name.place.kind == "municipality" else None
    if kommun:
        return _Candidate(Mention(start, kommun.end(), name.place), sure=True)
    if county:
        region, suffix = _REGION.search(before), _COUNTY.match(text, end)
        if region or suffix or _OF_COUNTY.search(before):
            begin = start - len(region[0]) if region else start
            mention = Mention(begin, suffix.end() if suffix else end, county)
            return _Candidate(mention, sure=True, says_county=bool(suffix))
    sure = name.name not in _AMBIGUOUS or _has_evidence(text, end, name, before)
    named = _FIRST_NAME.search(before) is not None
    return _Candidate(Mention(start, end, name.place), sure, named, county=county)


def _has_evidence(text: str, end: int, name: WrittenName, before: str) -> bool:
    """Whether the words around an ambiguous name make it a place."""
    if _KOMMUNER.match(text, end):
        return True
    if _COMPANY.match(text, end) or name.written.isupper():
        return False
    return bool(_SEATS.match(text, end) or _LOCAL.search(before))
