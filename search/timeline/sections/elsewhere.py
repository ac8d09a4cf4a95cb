"""Words that left a section for another, or came from another: looked for in the rest of the other report."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from corpus.swedish.analysis import STOP_WORDS
from search.timeline.sections.likeness import likeness
from search.timeline.sections.reading import Place, ReadReport
from search.timeline.sections.steps import MOVED
from search.timeline.sections.units import Spot, Unit

#: Fewer words may stand in any section.
LEAST_WORDS = 6
#: Units that are held against one; those that share most of its words.
MOST_CANDIDATES = 5


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Where a unit stands in the other report: in which section, and in which words."""

    section_id: str
    heading: str
    unit: Unit


def elsewhere(
    units: Iterable[Unit], own: ReadReport, other: ReadReport, without: Collection[str]
) -> dict[Spot, Elsewhere]:
    """For those units that moved to or from another section, by their `id`: where they are in the other report.

    What stands in both reports elsewhere too ("Påhittad rapport för demonstration") was not moved.

    Args:
        units: what one report's section has and the other's has not.
        own: the report that they stand in.
        other: the report that is searched.
        without: the sections of it that were compared already.
    """
    found: dict[Spot, Elsewhere] = {}
    for unit in units:
        if len(unit.words) < LEAST_WORDS or unit.cells:
            continue
        twin = _twin(unit, other, without)
        if twin is not None and _twin(unit, own, (unit.section_id,)) is None:
            section = other.by_id[twin.section_id]
            found[unit.spot] = Elsewhere(section.id, section.heading, twin)
    return found


def _twin(unit: Unit, report: ReadReport, without: Collection[str]) -> Unit | None:
    """The unit of a report that says the same or nearly, outside these sections."""
    counted: Counter[Place] = Counter()
    for word in set(unit.words):
        if word not in STOP_WORDS:
            counted.update(place for place in report.places.get(word, ()) if place.section_id not in without)
    near = sorted(counted.items(), key=lambda one: -one[1])[:MOST_CANDIDATES]
    rated = [(likeness(unit, candidate), candidate) for place, _ in near for candidate in [report.unit(place)]]
    rate, best = max(rated, key=lambda pair: pair[0], default=(0.0, None))
    return best if best is not None and rate >= MOVED and len(best.words) >= LEAST_WORDS else None
