"""The table of places: municipalities, counties, towns, and the names they go by.

The files in `data/` give names and codes as Statistics Sweden (SCB) publishes them; see `data/README.md`.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Literal

PlaceKind = Literal["municipality", "county", "town"]


@dataclass(frozen=True, slots=True)
class Place:
    """A place with SCB's code: four digits a municipality, two a county; a town has its municipality's and its name."""

    name: str
    kind: PlaceKind
    code: str
    county_code: str


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Places by every name they are looked up by (case-folded), and counties by the beginnings of "X län"."""

    places: tuple[Place, ...]
    names: dict[str, Place]
    counties: dict[str, Place]


@dataclass(frozen=True, slots=True)
class WrittenName:
    """A name as running text has it, in the nominative or genitive, in capitals or not; `name` is its nominative."""

    written: str
    name: str
    place: Place


#: Other names of counties and municipalities.
ALIASES = {
    "04": ("Sörmland",),
    "23": ("Jämtland Härjedalen", "Jämtland/Härjedalen", "Jämtland-Härjedalen"),
    "2080": ("Falu kommun", "Falu"),
}


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The table, read once."""
    names: dict[str, Place] = {}
    counties: dict[str, Place] = {}
    for row in _rows("towns.csv"):
        code = row["municipality"]
        names[row["name"].casefold()] = Place(row["name"], "town", f"{code}:{row['name']}", code[:2])
    for row in _rows("counties.csv"):
        place = Place(row["name"], "county", row["code"], row["code"])
        for name in (row["name"], row["county_name"], row["region_name"], *ALIASES.get(row["code"], ())):
            names[name.casefold()] = place
        bare = row["county_name"].removesuffix(" län")
        for name in {bare, row["name"].removesuffix(" län"), bare.removesuffix("s"), *ALIASES.get(row["code"], ())}:
            counties[name] = counties[name.upper()] = place
    for row in _rows("municipalities.csv"):
        place = Place(row["name"], "municipality", row["code"], row["code"][:2])
        written = (row["name"], f"{row['name']} kommun", f"{genitive(row['name'])} kommun")
        for name in (*written, *_other_names(place)):
            names[name.casefold()] = place
    places = sorted(set(names.values()), key=lambda place: (place.code, place.name))
    return Gazetteer(tuple(places), names, counties)


def genitive(name: str) -> str:
    """A name's genitive: "Luleås", "Västerås"."""
    return name if name[-1] in "sxz" else name + "s"


@lru_cache(maxsize=1)
def written_names() -> dict[str, tuple[WrittenName, ...]]:
    """The first word of a name → the names that begin with it, longest first."""
    starting: dict[str, list[WrittenName]] = {}
    for name, place in _bare_names():
        for written in dict.fromkeys((name, genitive(name), name.upper(), genitive(name).upper())):
            starting.setdefault(written.split()[0].split("-")[0].split("/")[0], []).append(
                WrittenName(written, name, place)
            )
    return {
        first: tuple(sorted(names, key=lambda one: (-len(one.written), one.place.kind == "county", one.place.code)))
        for first, names in starting.items()
    }


def _bare_names() -> list[tuple[str, Place]]:
    """Every name in the nominative with its place; the county of "X län" goes by its beginning."""
    table = gazetteer()
    named = {(place.name, place) for place in table.places if not place.name.endswith(" län")}
    named |= {(name, place) for place in table.places for name in _other_names(place)}
    named |= {(name, place) for name, place in table.counties.items() if not name.isupper()}
    named.add(("Västra Götalandsregionen", table.names["västra götaland"]))
    return sorted(named, key=lambda pair: (pair[0], pair[1].code))


def _other_names(place: Place) -> Iterator[str]:
    yield from ALIASES.get(place.code, ())
    if "-" in place.name:
        yield place.name.replace("-", " ")


def _rows(table: str) -> list[dict[str, str]]:
    source = resources.files("corpus.swedish") / "data" / table
    return list(csv.DictReader(source.read_text(encoding="utf-8").splitlines()))
