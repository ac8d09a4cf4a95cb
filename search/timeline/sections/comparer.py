"""Compares reports section by section, and one section with its like."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from corpus.errors import NotFound, UsageError
from corpus.model import Section
from corpus.store import Store, StoredReport, identifiers
from corpus.store.items import FIGURES
from corpus.swedish.analysis import Analyzer
from search.timeline.comparison import Side
from search.timeline.sections.alignment import Match, closest
from search.timeline.sections.amounts import Amounts, amounts_of
from search.timeline.sections.elsewhere import Elsewhere, elsewhere
from search.timeline.sections.reading import Reading, ReadReport
from search.timeline.sections.steps import Step, steps
from search.timeline.sections.units import Spot, Unit

#: Sections of one report that may be set together against those of the other.
MOST_SECTIONS = 20
#: What became of a section: the same words, other words, parted or joined, only in one of the reports; or no words of
#: its own in either.
Outcome = Literal["same", "changed", "parted", "joined", "gone", "new", "empty"]


@dataclass(frozen=True, slots=True)
class Pair:
    """Sections of two reports that correspond, what became of them, and how much of the words still stands.

    `kept` is the share of the units of both that are the same in both, 0 to 1; 0 where there is none.
    """

    match: Match
    outcome: Outcome
    before: tuple[Section, ...]
    after: tuple[Section, ...]
    kept: float


@dataclass(frozen=True, slots=True)
class ReportsCompared:
    """Two reports section by section, in the order of the later."""

    before: StoredReport
    after: StoredReport
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Half:
    """One side of a comparison: the report, its sections, and the headings above the first."""

    report: StoredReport
    sections: tuple[Section, ...]
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SectionsCompared:
    """The same section in two reports: what became of its words and of its amounts.

    `moved` says of units that stand in another section of the other report where they are.
    """

    before: Half
    after: Half
    steps: tuple[Step, ...]
    moved: Mapping[Spot, Elsewhere]
    amounts: Amounts

    def elsewhere(self, step: Step) -> Elsewhere | None:
        """Where what one report only has stands in another section of the other, if it does."""
        unit = step.before or step.after
        return self.moved.get(unit.spot) if unit else None


class SectionComparer:
    """Compares sections; several threads may ask at once.

    Args:
        store: where reports are.
        analyzer: what tells words.
        model: names what made the vectors; asked when they are first needed.
    """

    def __init__(self, store: Store, analyzer: Analyzer, model: Callable[[], str]) -> None:
        self._store, self._analyzer = store, analyzer
        self._reading = Reading(store, analyzer, model)

    def reports(self, before: StoredReport, after: StoredReport) -> ReportsCompared:
        """Two reports section by section.

        Raises:
            UsageError: they are one.
        """
        _refuse_same(before, after)
        old, new = self._reading.read(before), self._reading.read(after)
        return ReportsCompared(before, after, tuple(_pair(match, old, new) for match in old.matches(new)))

    def counterpart(self, section: str, other: StoredReport) -> Match:
        """The sections of another report that correspond to this one, which is the match's earlier side.

        Its later side is empty where there are none.

        Raises:
            NotFound: there is no such section.
            UsageError: the other report is the section's own.
        """
        own = self._of((section,))
        _refuse_same(own.report, other)
        theirs = self._reading.read(other)
        return next(match for match in own.matches(theirs) if section in match.before)

    def candidates(self, section: str, other: StoredReport, most: int) -> tuple[Section, ...]:
        """The sections of another report that are nearest to this one, the nearest first.

        Raises:
            NotFound: there is no such section.
        """
        own, theirs = self._of((section,)), self._reading.read(other)
        near = closest(own.profiles, theirs.profiles, section)
        return tuple(theirs.by_id[id_] for id_ in near[:most])

    def sections(self, before: Sequence[str], after: Sequence[str]) -> SectionsCompared:
        """What became of sections: those of one report (qualified ids) against those of another, or of its versions.

        Raises:
            NotFound: a section, its report or its version is gone.
            UsageError: there are none or too many on a side, or a side's are of several reports.
        """
        old, new = self._of(before), self._of(after)
        _refuse_same(old.report, new.report)
        became = steps(old.units(before), new.units(after), self._analyzer)
        gone = [step.before for step in became if step.kind == "gone" and step.before]
        come = [step.after for step in became if step.kind == "new" and step.after]
        moved = elsewhere(gone, old, new, after) | elsewhere(come, new, old, before)
        amounts = amounts_of(self._figures(old, before), self._figures(new, after), became, self._analyzer)
        return SectionsCompared(_half(old, before), _half(new, after), became, moved, amounts)

    def _of(self, sections: Sequence[str]) -> ReadReport:
        """The report that sections are of."""
        if not 0 < len(sections) <= MOST_SECTIONS:
            raise UsageError(f"Ange ett avsnitt på var sida, eller upp till {MOST_SECTIONS} som hör ihop.")
        wanted = [identifiers.parse(section) for section in sections]
        if len({(one.report_id, one.version) for one in wanted}) > 1:
            raise UsageError("Avsnitten på en sida måste stå i samma rapport.")
        report = self._reading.read(self._store.report(wanted[0].report_id, wanted[0].version))
        for section in sections:
            if section not in report.by_id:
                raise NotFound("Avsnittet finns inte i rapporten. Den kan ha lästs in på nytt: välj avsnitt igen.")
        return report

    def _figures(self, read: ReadReport, sections: Sequence[str]) -> list[Side]:
        """The figures of sections in reading order; a replaced version's are not compared."""
        if not read.report.current:
            return []
        return [Side(stored.fact, stored.report) for stored in self._store.facts_in(FIGURES, sections)]


def _refuse_same(before: StoredReport, after: StoredReport) -> None:
    if (before.id, before.version) == (after.id, after.version):
        raise UsageError("Det är samma rapport på båda sidor. Välj en annan att ställa den mot.")


def _half(read: ReadReport, sections: Sequence[str]) -> Half:
    wanted = set(sections)
    shown = tuple(section for section in read.sections if section.id in wanted)
    path: list[str] = []
    parent = shown[0].parent_id
    while parent is not None:
        path.insert(0, read.by_id[parent].heading)
        parent = read.by_id[parent].parent_id
    return Half(read.report, shown, tuple(path))


def _pair(match: Match, old: ReadReport, new: ReadReport) -> Pair:
    before, after = old.units(match.before), new.units(match.after)
    return Pair(
        match,
        _outcome(match, before, after),
        tuple(old.by_id[id_] for id_ in match.before),
        tuple(new.by_id[id_] for id_ in match.after),
        _kept(before, after),
    )


def _outcome(match: Match, before: Sequence[Unit], after: Sequence[Unit]) -> Outcome:
    if not match.before:
        return "new"
    if not match.after:
        return "gone"
    if not before and not after:
        return "empty"
    if len(match.before) != len(match.after):
        return "parted" if len(match.after) > len(match.before) else "joined"
    return "same" if _keys(before) == _keys(after) else "changed"


def _kept(before: Sequence[Unit], after: Sequence[Unit]) -> float:
    both = set(_keys(before)) & set(_keys(after))
    all_ = set(_keys(before)) | set(_keys(after))
    return len(both) / len(all_) if all_ else 0.0


def _keys(units: Iterable[Unit]) -> list[str]:
    return [unit.key for unit in units]
