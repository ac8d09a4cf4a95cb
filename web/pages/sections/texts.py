"""The same section in two reports side by side: words, amounts, and the ways on from there."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from starlette.requests import Request

from api.knowledge import Knowledge
from corpus.model import Section
from corpus.store import Store, StoredReport, identifiers
from search.timeline.comparison import Side
from search.timeline.sections.alignment import Match
from search.timeline.sections.comparer import Half, SectionsCompared
from search.timeline.sections.steps import Step, StepKind
from web import links, words
from web.answer import Answer, Elsewhere
from web.pages.compare.changes import SideView, changes, side_view
from web.pages.references import named
from web.pages.sections import choice, rows
from web.pages.sections.outline import Head, head
from web.pages.tree import heading

#: Sections of the other report that are offered where none is the same.
OFFERED = 5
#: Other reports that the section can be set against from here.
MOST_OTHERS = 8
#: What a unit became is told by its step's kind, or as one of these where it stands in another section of the other
#: report.
_Told = StepKind | Literal["left", "joined"]
#: How many units became what, in the order in which it is told: one, several.
_COUNTED: tuple[tuple[_Told, str, str], ...] = (
    ("same", "oförändrad", "oförändrade"),
    ("changed", "ändrad", "ändrade"),
    ("rewritten", "omskriven", "omskrivna"),
    ("gone", "borttagen", "borttagna"),
    ("new", "ny", "nya"),
    ("moved_to", "flyttad", "flyttade"),
    ("left", "flyttad till ett annat avsnitt", "flyttade till ett annat avsnitt"),
    ("joined", "flyttad hit från ett annat avsnitt", "flyttade hit från ett annat avsnitt"),
)


@dataclass(frozen=True, slots=True)
class HalfView:
    """One column: the report, the section's headings with the way to them, and what is above."""

    report: Head
    path: str
    sections: tuple[tuple[str, str], ...]
    replaced: str | None


@dataclass(frozen=True, slots=True)
class LoneFigure:
    """A figure that stands in one of the texts only."""

    side: SideView
    measure: str | None


def respond(knowledge: Knowledge, request: Request) -> Answer | Elsewhere:
    """The comparison that the address names; or the way there from a section and another report.

    Raises:
        NotFound: a section, its report or its version is gone.
        UsageError: the address names no sections that can be compared.
    """
    asked = request.query_params
    section, against = asked.get("avsnitt", ""), asked.get("mot", "")
    if section and not against:
        return Elsewhere(links.compare_reports(after=_report_of(knowledge.store, section).id))
    if section:
        return _found(knowledge, section, named(knowledge.store, against))
    before, after = asked.getlist("fran"), asked.getlist("till")
    if not before and not after:
        return Elsewhere(links.compare_reports())
    compared = knowledge.section_comparer.sections(before, after)
    return Answer("sections.html", _values(knowledge, compared))


def _found(knowledge: Knowledge, section: str, other: StoredReport) -> Answer | Elsewhere:
    """The comparison with the section's counterpart in another report; a choice where there is none."""
    own = knowledge.store.section(section)
    report = _report_of(knowledge.store, section)
    match = knowledge.section_comparer.counterpart(section, other)
    if match.after:
        return Elsewhere(_compared(match, report, other))
    near = knowledge.section_comparer.candidates(section, other, OFFERED)
    everything = knowledge.store.sections(other.id, other.version, spans=False)

    def offers(sections: Sequence[Section]) -> list[tuple[str, str]]:
        return [
            (heading(one), _compared(Match((section,), (one.id,)), report, other)) for one in sections if heading(one)
        ]

    values: dict[str, object] = {
        "heading": heading(own),
        "report": head(report),
        "href": links.report(report.id, section=section, page=own.source.page),
        "other": head(other),
        "near": offers(near),
        "all": offers(everything),
        "whole": _reports(report, other),
    }
    return Answer("no_counterpart.html", values)


def _compared(match: Match, own: StoredReport, other: StoredReport) -> str:
    """The address of a comparison, the earlier report first."""
    first = choice.in_order(own, other)[0]
    sides = (match.before, match.after) if first.id == own.id else (match.after, match.before)
    return links.compare_sections(*sides)


def _reports(one: StoredReport, other: StoredReport) -> str:
    before, after = choice.in_order(one, other)
    return links.compare_reports(before.id, after.id)


def _report_of(store: Store, section: str) -> StoredReport:
    wanted = identifiers.parse(section)
    return store.report(wanted.report_id, wanted.version)


def _values(knowledge: Knowledge, compared: SectionsCompared) -> dict[str, object]:
    before, after = compared.before, compared.after
    counted = Counter(_told(step, compared) for step in compared.steps)
    amounts = compared.amounts
    same = bool(compared.steps) and set(counted) == {"same"}
    return {
        "halves": (_half(before, after.report), _half(after, before.report)),
        "rows": rows.rows(compared),
        "same": same,
        "empty": not compared.steps,
        "counted": ", ".join(
            f"{words.count(counted[kind])} {one if counted[kind] == 1 else many}"
            for kind, one, many in _COUNTED
            if counted[kind]
        ),
        "changes": changes(amounts.changes),
        "restated": changes(amounts.restated),
        "lone": [
            (half.report.metadata.title, when(half), [_lone(side) for side in sides])
            for half, sides in ((before, amounts.gone), (after, amounts.new))
        ],
        "untold": not (before.report.current and after.report.current),
        "whole": links.compare_reports(before.report.id, after.report.id),
        "address": links.compare_sections(_ids(before), _ids(after)),
        "others": _others(knowledge.store.reports(), compared),
        "neighbours": _neighbours(knowledge, compared),
    }


def _told(step: Step, compared: SectionsCompared) -> _Told:
    """What a step is counted as."""
    if compared.elsewhere(step) is None:
        return step.kind
    return "left" if step.kind == "gone" else "joined"


def _half(half: Half, other: StoredReport) -> HalfView:
    report = half.report
    version = None if report.current else report.version
    return HalfView(
        report=head(report),
        path=" › ".join(half.path),
        sections=tuple(
            (heading(one), links.report(report.id, section=one.id, page=one.source.page, version=version))
            for one in half.sections
        ),
        replaced=None if report.current else links.compare_reports(*(one.id for one in choice.in_order(report, other))),
    )


def when(half: Half) -> str:
    """A side by its report's time, or its title."""
    return words.period(half.report.metadata.period) or half.report.metadata.title


def _lone(side: Side) -> LoneFigure:
    return LoneFigure(side_view(side), side.figure.measure)


def _ids(half: Half) -> tuple[str, ...]:
    return tuple(section.id for section in half.sections)


def _others(reports: Sequence[StoredReport], compared: SectionsCompared) -> list[tuple[str, str]]:
    """The later section against the same in the publisher's other reports, those nearest in time, the newest first."""
    after, section = compared.after.report, compared.after.sections[0].id
    siblings = [one for one in choice.siblings(reports, after) if one.id != compared.before.report.id]
    return [
        (words.period(report.metadata.period) or report.metadata.title, links.counterpart(section, report.id))
        for report in choice.nearest(siblings, after, MOST_OTHERS)
    ]


def _neighbours(knowledge: Knowledge, compared: SectionsCompared) -> tuple[tuple[str, str] | None, ...]:
    """The pairs before and after this one in the two reports; none where this is none of their pairs."""
    pairs = [
        pair
        for pair in knowledge.section_comparer.reports(compared.before.report, compared.after.report).pairs
        if pair.before and pair.after and pair.outcome != "empty"
    ]
    mine = _ids(compared.before), _ids(compared.after)
    at = next((at for at, pair in enumerate(pairs) if (pair.match.before, pair.match.after) == mine), None)
    if at is None:
        return None, None
    return tuple(
        (heading(pair.after[0]), links.compare_sections(pair.match.before, pair.match.after)) if pair else None
        for pair in (pairs[at - 1] if at else None, pairs[at + 1] if at + 1 < len(pairs) else None)
    )
