"""Municipalities, counties and towns that a text mentions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from corpus.swedish.gazetteer import ALIASES, Place, PlaceKind, gazetteer, genitive

__all__ = ["Mention", "Place", "PlaceKind", "find", "lookup", "places"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Characters `[start, end)` of a text name a place; "kommun", "län" and "Region" belong to the mention."""

    start: int
    end: int
    place: Place


#: Names that are also common words, surnames or first names: mentioned only where the words around them say so.
_AMBIGUOUS = frozenset(
    "Ale Berg Dorotea Eda Falkenberg Flen Gustavsberg Hjo Kil Kinda Kinna Klippan Köping Lund Mark "
    "Mora Nora Norberg Sala Salem Sunne Säter Trosa Vara Vilhelmina Ydre Åre Älvdalen Ljusdal Deje Särö Slite".split()
)
_WORD = re.compile(r"(?<![^\W_])[A-ZÅÄÖ][^\W\d_]+")
#: Words before a name that make it a place.
_LOCAL = re.compile(
    r"(?<![^\W_])(?:[Ii]|[Tt]ill|[Ff]rån|[Vv]id|[Uu]tanför|[Rr]unt|[Kk]ring|[Nn]ära|[Ii]nom|om"
    r"|\w*(?:orten|staden|kommunen|kommunerna|samhället|byn))[ \u00a0]$"
)
#: Words after a name in the genitive that make it a place.
_SEATS = re.compile(r"[ \u00a0](?:universitet|tingsrätt|stad|centrum|centralort|tätort|flygplats|station)")
#: What joins a name to other words of a company's or court's name, or makes it half a compound.
_COMPANY = re.compile(r"\s{0,8}&|- ")
_KOMMUN = re.compile(r"[ \u00a0](?:[Kk]ommun(?:en)?s?|[Ss]tads?)(?![^\W_])")
_COUNTY = re.compile(r"[ \u00a0][Ll]än(?:et)?s?(?![^\W_])")
_REGION = re.compile(r"(?<![^\W_])Region[ \u00a0]$")
#: What parts the members of a list of places.
_LISTED = re.compile(r"(?:,|[ \u00a0](?:och|samt|eller|till|respektive|–|-)|[–/-])?[ \u00a0\n]?")
_LONGEST_JOINT = 14
_BEFORE = 24


def find(text: str) -> list[Mention]:
    """The places that a text mentions, in order, none inside another."""
    candidates = list(_candidates(text))
    sure = [certain for _, certain in candidates]
    # A list of places vouches for its members: "Ale, Kungälv och Mark".
    for order in (range(1, len(candidates)), range(len(candidates) - 2, -1, -1)):
        step = order.step
        for at in order:
            left, right = sorted((at, at - step))
            if sure[at - step] and not sure[at] and _in_one_list(text, candidates[left][0], candidates[right][0]):
                sure[at] = True
    return [mention for (mention, _), certain in zip(candidates, sure, strict=True) if certain]


def lookup(name: str) -> Place | None:
    """The place of a name as people write it: "Luleå", "Luleå kommun", "Norrbottens län", "Region Norrbotten"."""
    return gazetteer().names.get(" ".join(name.split()).casefold())


def places() -> tuple[Place, ...]:
    """Every place of the tables, by code."""
    return gazetteer().places


def _in_one_list(text: str, left: Mention, right: Mention) -> bool:
    between = text[left.end : right.start]
    return len(between) <= _LONGEST_JOINT and _LISTED.fullmatch(between) is not None


def _candidates(text: str) -> Iterator[tuple[Mention, bool]]:
    """Possible mentions in order, each with whether it is certain."""
    starters = _starters()
    done = 0
    for match in _WORD.finditer(text):
        start = match.start()
        if start < done or match[0] not in starters:
            continue
        for name, place in starters[match[0]]:
            if text.startswith(name, start) and _closes(text, start + len(name)):
                mention, sure = _mention(text, start, start + len(name), place)
                done = mention.end
                yield mention, sure
                break


def _closes(text: str, end: int) -> bool:
    """Whether a name may end here: no letter follows, nor a hyphen and a small letter ("Luleå-bor")."""
    following = text[end : end + 2]
    if following[:1].isalnum() or following[:1] == "_":
        return False
    return not (following[:1] in ("-", "‐", "‑") and following[1:].islower())


def _mention(text: str, start: int, end: int, place: Place) -> tuple[Mention, bool]:
    """The mention of a place at `[start, end)` with the words that belong to it, and whether it is certain."""
    before = text[max(0, start - _BEFORE) : start]
    county = gazetteer().counties.get(text[start:end]) if place.kind != "town" else None
    if county:
        region, suffix = _REGION.search(before), _COUNTY.match(text, end)
        if region or suffix:
            begin = start - len(region[0]) if region else start
            return Mention(begin, suffix.end() if suffix else end, county), True
    kommun = _KOMMUN.match(text, end) if place.kind == "municipality" else None
    if kommun:
        return Mention(start, kommun.end(), place), True
    mention = Mention(start, end, place)
    if place.name not in _AMBIGUOUS:
        return mention, True
    if _COMPANY.match(text, end):
        return mention, False
    seat = end - start > len(place.name) and _SEATS.match(text, end)
    return mention, bool(seat or _LOCAL.search(before))


@lru_cache(maxsize=1)
def _starters() -> dict[str, tuple[tuple[str, Place], ...]]:
    """First word of a name → the names that begin with it, longest first, genitives among them."""
    starters: dict[str, list[tuple[str, Place]]] = {}
    for name, place in _written_names():
        first = _WORD.match(name)
        if first:
            starters.setdefault(first[0], []).append((name, place))
    return {
        first: tuple(sorted(names, key=lambda pair: (-len(pair[0]), pair[1].kind == "county", pair[1].code)))
        for first, names in starters.items()
    }


def _written_names() -> Iterator[tuple[str, Place]]:
    """Every name as it is written in running text, in the nominative and the genitive, with its place."""
    table = gazetteer()
    named = {(place.name, place) for place in table.places if not place.name.endswith(" län")}
    named |= {(name, place) for place in table.places for name in ALIASES.get(place.code, ())}
    named |= set(table.counties.items())
    named.add(("Västra Götalandsregionen", table.names["västra götaland"]))
    for name, place in sorted(named, key=lambda pair: (pair[0], pair[1].code)):
        yield name, place
        yield genitive(name), place
