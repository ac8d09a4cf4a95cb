"""Reports read for comparing their sections, and kept until something in the store changes."""

from collections import OrderedDict, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from corpus.model import Section, Table
from corpus.store import Store, StoredReport
from corpus.swedish.analysis import Analyzer
from search.timeline.sections.alignment import Match, align, matches
from search.timeline.sections.profiles import Profile, profiles_of
from search.timeline.sections.units import Unit, Written, written

#: Reports that are kept; a large one takes a few megabytes.
KEPT = 24


class ReadReport:
    """One version of a report: its sections as they are compared, and what they are known by."""

    def __init__(self, store: Store, report: StoredReport, analyzer: Analyzer, model: Callable[[], str]) -> None:
        self._store, self._analyzer, self._model = store, analyzer, model
        self.report = report
        self.sections: tuple[Section, ...] = tuple(store.sections(report.id, report.version, spans=False))
        self.by_id: Mapping[str, Section] = {section.id: section for section in self.sections}
        self._matches: dict[tuple[str, int], tuple[Match, ...]] = {}

    @cached_property
    def profiles(self) -> tuple[Profile, ...]:
        """What each section is known by, in reading order."""
        return profiles_of(self._store, self.report, self._analyzer, self._model())

    @cached_property
    def written(self) -> Mapping[str, Written]:
        """Each section's text in units, by its id."""
        tables: defaultdict[str | None, list[Table]] = defaultdict(list)
        for table in self._store.tables(self.report.id, self.report.version):
            tables[table.section_id].append(table)
        return {section.id: written(section, tables[section.id]) for section in self.sections}

    @cached_property
    def places(self) -> Mapping[str, tuple["Place", ...]]:
        """Where each word stands: the units that have it."""
        found: defaultdict[str, list[Place]] = defaultdict(list)
        for one in self.written.values():
            for at, unit in enumerate(one.units):
                for word in set(unit.words):
                    found[word].append(Place(one.section.id, at))
        return {word: tuple(places) for word, places in found.items()}

    def matches(self, later: "ReadReport") -> tuple[Match, ...]:
        """The sections that correspond to those of a later report; found once."""
        key = later.report.id, later.report.version
        if key not in self._matches:
            links = align(self.profiles, later.profiles)
            self._matches[key] = matches(self.profiles, later.profiles, links)
        return self._matches[key]

    def unit(self, place: "Place") -> Unit:
        """The unit at a place."""
        return self.written[place.section_id].units[place.at]

    def units(self, sections: Sequence[str]) -> tuple[Unit, ...]:
        """The units of these sections in reading order."""
        wanted = set(sections)
        return tuple(unit for one in self.sections if one.id in wanted for unit in self.written[one.id].units)


@dataclass(frozen=True, slots=True)
class Place:
    """A unit of a section, counted from 0."""

    section_id: str
    at: int


class Reading:
    """Reads reports, the latest kept; several threads may ask at once."""

    def __init__(self, store: Store, analyzer: Analyzer, model: Callable[[], str]) -> None:
        self._store, self._analyzer, self._model = store, analyzer, model
        self._kept: tuple[int, OrderedDict[tuple[str, int], ReadReport]] = (-1, OrderedDict())

    def read(self, report: StoredReport) -> ReadReport:
        """The report as it is compared."""
        change, kept = self._store.change_number, self._kept
        if kept[0] != change:
            kept = self._kept = (change, OrderedDict())
        key = report.id, report.version
        found = kept[1].get(key) or ReadReport(self._store, report, self._analyzer, self._model)
        kept[1][key] = found
        while len(kept[1]) > KEPT:
            kept[1].popitem(last=False)
        return found
