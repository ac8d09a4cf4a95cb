"""What hits have in common: how many come from which year, publisher and kind, and name which place and project."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from corpus.swedish.places import find
from search.answers import Hit
from search.mentioned import Mentioned

FacetKind = Literal["year", "publisher", "kind", "place", "project"]
_Values = Callable[[Hit], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Facet:
    """A value and how many of the hits have it."""

    value: str
    hits: int


def facets(hits: Sequence[Hit], projects: Mentioned) -> dict[FacetKind, list[Facet]]:
    """The values of each kind, those of most hits first, equals by their name; years the latest first.

    A report's period of several years counts for each of them. Places and projects are those that the passage or its
    headings name.
    """

    def named(hit: Hit) -> Iterable[str]:
        return projects.names(_read(hit))

    values: dict[FacetKind, _Values] = {**_VALUES, "project": named}
    counted = {kind: Counter(value for hit in hits for value in read(hit)) for kind, read in values.items()}
    return {
        kind: [Facet(value, number) for value, number in sorted(counts.items(), key=_ORDERS.get(kind, _most_first))]
        for kind, counts in counted.items()
    }


def _read(hit: Hit) -> str:
    return "\n".join((*hit.passage.section_path, hit.passage.text))


def _years(hit: Hit) -> Iterable[str]:
    period = hit.report.metadata.period
    return map(str, range(period.start.year, period.end.year + 1)) if period else ()


def _publisher(hit: Hit) -> Iterable[str]:
    return (hit.report.metadata.publisher,) if hit.report.metadata.publisher else ()


def _kind(hit: Hit) -> Iterable[str]:
    return (hit.report.metadata.kind,)


def _places(hit: Hit) -> Iterable[str]:
    """Municipalities and counties, by which a search can be limited."""
    named = (mention.place for mention in find(_read(hit)))
    return {place.name for place in named if place.kind != "town"}


_VALUES: Mapping[FacetKind, _Values] = {
    "year": _years,
    "publisher": _publisher,
    "kind": _kind,
    "place": _places,
}


def _most_first(counted: tuple[str, int]) -> tuple[int, str]:
    return -counted[1], counted[0]


def _latest_first(counted: tuple[str, int]) -> tuple[int, str]:
    return -int(counted[0]), ""


_ORDERS: Mapping[FacetKind, Callable[[tuple[str, int]], tuple[int, str]]] = {"year": _latest_first}
