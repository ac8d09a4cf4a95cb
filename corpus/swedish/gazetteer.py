"""The table of places: municipalities, counties, towns, and the names they go by.

The files in `data/` give names and codes as Statistics Sweden (SCB) publishes them; see `data/README.md`.
"""

import csv
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


#: Other names of counties and municipalities.
ALIASES = {"04": ("Sörmland",), "23": ("Jämtland Härjedalen",), "2080": ("Falu kommun",), "2023": ("Malung Sälen",)}


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
            counties[name] = place
    for row in _rows("municipalities.csv"):
        place = Place(row["name"], "municipality", row["code"], row["code"][:2])
        written = (row["name"], f"{row['name']} kommun", f"{genitive(row['name'])} kommun")
        for name in (*written, *ALIASES.get(row["code"], ())):
            names[name.casefold()] = place
    places = sorted(set(names.values()), key=lambda place: (place.code, place.name))
    return Gazetteer(tuple(places), names, counties)


def genitive(name: str) -> str:
    """A name's genitive: "Luleås", "Västerås"."""
    return name if name[-1] in "sxz" else name + "s"


def _rows(table: str) -> list[dict[str, str]]:
    source = resources.files("corpus.swedish") / "data" / table
    return list(csv.DictReader(source.read_text(encoding="utf-8").splitlines()))
