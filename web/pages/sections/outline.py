"""Two reports section by section: which are the same, changed, parted, joined, new, gone."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from starlette.requests import Request

from api.knowledge import Knowledge
from corpus import names
from corpus.errors import UsageError
from corpus.model import Section
from corpus.store import StoredReport
from search.timeline.sections.comparer import Outcome, Pair
from web import links, words
from web.answer import Answer
from web.pages.references import named
from web.pages.sections import choice
from web.pages.tree import heading

#: In how many sections something became of them, in the order in which it is told: one, several.
_COUNTED: tuple[tuple[Outcome, str, str], ...] = (
    ("changed", "ändrat", "ändrade"),
    ("same", "oförändrat", "oförändrade"),
    ("parted", "delat", "delade"),
    ("joined", "sammanslaget", "sammanslagna"),
    ("gone", "borttaget", "borttagna"),
    ("new", "nytt", "nya"),
    ("empty", "utan egen text", "utan egen text"),
)
#: From this share on it is told how much stands unchanged.
_TOLD = 0.1
#: Other reports that the later can be set against from here.
MOST_OTHERS = 8


@dataclass(frozen=True, slots=True)
class SectionLink:
    """A section in its report."""

    heading: str
    href: str
    level: int


@dataclass(frozen=True, slots=True)
class PairRow:
    """Sections that correspond, and where they are set against each other; nothing where one side is empty."""

    before: tuple[SectionLink, ...]
    after: tuple[SectionLink, ...]
    outcome: str
    code: str
    reason: str | None
    kept: str | None
    href: str | None


def respond(knowledge: Knowledge, request: Request) -> Answer:
    """The two reports that the address names, or the form that chooses them.

    Raises:
        NotFound: there is no such report.
        AmbiguousName: several reports bear the name.
    """
    store = knowledge.store
    first, last = (request.query_params.get(name, "") for name in ("fran", "till"))
    everything = store.reports()
    values: dict[str, object] = {
        "groups": choice.groups(everything),
        "first": first,
        "last": last,
        "error": None,
        "before": None,
    }
    if not first or not last:
        return Answer("by_section.html", values)
    before, after = named(store, first), named(store, last)
    values |= {"first": before.id, "last": after.id}
    try:
        compared = knowledge.section_comparer.reports(before, after)
    except UsageError as error:
        return Answer("by_section.html", values | {"error": error.message}, 422)
    counted = Counter(pair.outcome for pair in compared.pairs)
    values |= {
        "before": head(before),
        "after": head(after),
        "rows": [_row(pair, before, after) for pair in compared.pairs],
        "counted": ", ".join(
            f"{counted[code]} {one if counted[code] == 1 else many}" for code, one, many in _COUNTED if counted[code]
        ),
        "turned": links.compare_reports(after.id, before.id) if choice.ends(before) > choice.ends(after) else None,
        "others": _others(everything, before, after),
    }
    return Answer("by_section.html", values)


@dataclass(frozen=True, slots=True)
class Head:
    """A report at the head of its column."""

    title: str
    when: str
    href: str


def head(report: StoredReport) -> Head:
    """A report by its time and title."""
    when = words.period(report.metadata.period)
    version = None if report.current else report.version
    return Head(report.metadata.title, when or report.metadata.title, links.report(report.id, version=version))


def _others(reports: Sequence[StoredReport], before: StoredReport, after: StoredReport) -> list[tuple[str, str]]:
    """The later report against its siblings nearest in time, the newest first."""
    siblings = [report for report in choice.siblings(reports, after) if report.id != before.id]
    return [
        (words.period(report.metadata.period) or report.metadata.title, links.compare_reports(first.id, last.id))
        for report in choice.nearest(siblings, after, MOST_OTHERS)
        for first, last in [choice.in_order(report, after)]
    ]


def _row(pair: Pair, before: StoredReport, after: StoredReport) -> PairRow:
    met = bool(pair.before and pair.after and pair.outcome != "empty")
    told = pair.outcome != "same" and pair.kept >= _TOLD
    return PairRow(
        before=tuple(_link(before, section) for section in pair.before),
        after=tuple(_link(after, section) for section in pair.after),
        outcome=names.OUTCOMES[pair.outcome],
        code=pair.outcome,
        reason=names.REASONS[pair.match.reason] if pair.match.reason not in (None, "heading") else None,
        kept=f"{round(100 * pair.kept)} % oförändrat" if told else None,
        href=links.compare_sections(pair.match.before, pair.match.after) if met else None,
    )


def _link(report: StoredReport, section: Section) -> SectionLink:
    href = links.report(report.id, section=section.id, page=section.source.page)
    return SectionLink(heading(section), href, section.level)
