"""Municipalities, counties and towns in a text.

The tables in `data/` give names and codes as Statistics Sweden (SCB) publishes them; see `data/README.md`.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal

PlaceKind = Literal["municipality", "county", "town"]


@dataclass(frozen=True, slots=True)
class Place:
    """A place with SCB's code: four digits a municipality, two a county."""

    name: str
    kind: PlaceKind
    code: str
    county_code: str


@dataclass(frozen=True, slots=True)
class Mention:
    """Characters `[start, end)` of a text name a place; "kommun", "län" and "Region" belong to the mention."""

    start: int
    end: int
    place: Place


#: Names that are also common words, surnames or first names: mentioned only where something around them says so.
_AMBIGUOUS = frozenset(
    "Ale Berg Boden Borgholm Dorotea Eda Ed Falkenberg Flen Habo Hjo Kil Kinda Klippan Köping Lund Mark Mora Nora "
    "Norberg Sala Salem Skara Solna Sunne Säter Tanum Trosa Täby Vara Vilhelmina Ydre Åre Älvdalen Malå Ljusdal".split()
) - {"Boden", "Borgholm", "Flen", "Hjo", "Skara", "Solna", "Täby", "Malå", "Tanum", "Ydre", "Habo", "Sunne", "Säter"}
_WORD = re.compile(r"[A-ZÅÄÖ][^\W\d_]+")
_LOCAL = re.compile(
    r"\b(?:[Ii]|[Tt]ill|[Ff]rån|[Ff]ör|[Vv]id|[Uu]tanför|[Rr]unt|[Kk]ring|[Mm]ellan|[Hh]os|[Nn]ära|[Gg]enom|[Öö]ver|"
    r"[Nn]orr om|[Ss]öder om|[Öö]ster om|[Vv]äster om|[Ss]amt|[Oo]rten|[Ss]taden|[Kk]ommunen|[Kk]ommunerna)\s$"
)
_KOMMUN = re.compile(r"\s(?:[Kk]ommun(?:en)?s?|[Ss]tads?)\b")
_COUNTY = re.compile(r"\s[Ll]än(?:et)?s?\b")
_REGION = re.compile(r"\bRegion\s$")
#: How far from an ambiguous name a certain one counts as evidence, in characters.
_NEAR = 120


def find(text: str) -> list[Mention]:
    """The places that a text mentions, in order, none inside another."""
    certain: list[Mention] = []
    unsure: list[Mention] = []
    for mention, sure in _candidates(text):
        (certain if sure else unsure).append(mention)
    if not unsure:
        return certain
    kept = [mention for mention in unsure if any(_near(mention, other) for other in certain)]
    return sorted(certain + kept, key=lambda mention: mention.start)


def lookup(name: str) -> Place | None:
    """The place of a name as people write it: "Luleå", "Luleå kommun", "Norrbottens län", "Region Norrbotten"."""
    words = " ".join(name.split())
    return _names().get(words.casefold())


def places() -> tuple[Place, ...]:
    """Every place of the tables, by code."""
    return tuple(sorted(set(_names().values()), key=lambda place: (place.code, place.name)))


def _near(one: Mention, other: Mention) -> bool:
    return max(one.start, other.start) - min(one.end, other.end) < _NEAR


def _candidates(text: str) -> Iterator[tuple[Mention, bool]]:
    """Possible mentions in order, each with whether it is certain."""
    starters = _starters()
    done = 0
    for match in _WORD.finditer(text):
        start = match.start()
        if start < done or match[0] not in starters:
            continue
        if start and (text[start - 1].isalnum() or text[start - 1] == "_"):
            continue
        for name, place in starters[match[0]]:
            if text.startswith(name, start) and _closes(text, start + len(name)):
                mention, sure = _mention(text, start, start + len(name), name, place)
                done = mention.end
                yield mention, sure
                break


def _closes(text: str, end: int) -> bool:
    """Whether a name may end here: no letter follows, nor a hyphen that makes it part of a compound."""
    following = text[end : end + 2]
    if not following or not (following[0].isalnum() or following[0] == "_"):
        return not (following[:1] in "-‐‑" and following[1:2].islower()) if following else True
    return False


def _mention(text: str, start: int, end: int, name: str, place: Place) -> tuple[Mention, bool]:
    """The mention of `name` at `[start, end)` with the words that belong to it, and whether it is certain."""
    before = text[max(0, start - 14) : start]
    region = _REGION.search(before)
    county = _COUNTY.match(text, end)
    county_place = _county_of(name)
    if county_place and (county or region):
        stop = county.end() if county else end
        return Mention(start - len(region[0]) if region else start, stop, county_place), True
    kommun = _KOMMUN.match(text, end)
    if kommun and place.kind == "municipality":
        return Mention(start, kommun.end(), place), True
    sure = place.name not in _AMBIGUOUS or bool(_LOCAL.search(before))
    return Mention(start, end, place), sure


@cache
def _county_of(name: str) -> Place | None:
    """The county whose "X län" or "Region X" begins with this form of a name."""
    for key in (f"{name} län", f"region {name}", f"region {name} län", f"{name}s län"):
        place = _names().get(key.casefold())
        if place and place.kind == "county":
            return place
    return None


@cache
def _names() -> dict[str, Place]:
    """Every name that a place is looked up by, in case-folded form."""
    names: dict[str, Place] = {}
    for row in _rows("counties.csv"):
        place = Place(row["name"], "county", row["code"], row["code"])
        for name in (row["name"], row["county_name"], row["region_name"]):
            names[name.casefold()] = place
    for row in _rows("municipalities.csv"):
        place = Place(row["name"], "municipality", row["code"], row["code"][:2])
        for name in (row["name"], f"{row['name']} kommun", f"{_genitive(row['name'])} kommun"):
            names[name.casefold()] = place
    return names


@cache
def _starters() -> dict[str, tuple[tuple[str, Place], ...]]:
    """First word of a name → the names that begin with it, longest first, genitives among them."""
    starters: dict[str, list[tuple[str, Place]]] = {}
    for place in set(_names().values()):
        for name in {place.name, _genitive(place.name), *_extra_names(place)}:
            first = _WORD.match(name)
            if first:
                starters.setdefault(first[0], []).append((name, place))
    return {
        first: tuple(sorted(names, key=lambda pair: (-len(pair[0]), pair[1].kind != "municipality", pair[1].code)))
        for first, names in starters.items()
    }


def _extra_names(place: Place) -> tuple[str, ...]:
    """Other names of a county: the one in its region's name."""
    extra = {"04": ("Sörmland", "Sörmlands"), "14": ("Västra Götalandsregionen", "Västra Götalandsregionens")}
    return extra.get(place.code, ())


def _genitive(name: str) -> str:
    return name if name[-1] in "sxz" else name + "s"


def _rows(table: str) -> list[dict[str, str]]:
    source = resources.files("corpus.swedish") / "data" / table
    return list(csv.DictReader(source.read_text(encoding="utf-8").splitlines()))
