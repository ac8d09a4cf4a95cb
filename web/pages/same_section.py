"""Samma avsnitt andra år: the section under the same heading in the publisher's other reports."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.model import Section
from corpus.store import Heading, Store, StoredReport
from search.timeline.sections.profiles import heading_key
from web import links, words
from web.pages.tree import path

#: Headings above a section that are compared where several of a report bear its own.
_ABOVE = 3


@dataclass(frozen=True, slots=True)
class OtherYear:
    """The same section in another report, and where the two are set against each other."""

    said: str
    href: str
    compare: str


def other_years(
    store: Store, report: StoredReport, sections: Sequence[Section], section: Section
) -> tuple[OtherYear, ...]:
    """The section in other reports of the publisher and kind, the newest first; nothing for one without a heading."""
    metadata, wanted = report.metadata, heading_key(section.heading)
    if not wanted or not metadata.publisher:
        return ()
    others = [
        other
        for other in store.reports(publisher=metadata.publisher)
        if other.id != report.id and other.metadata.period
    ]
    above = [heading_key(one.heading) for one in path(sections, section)][-_ABOVE:]
    headings = store.headings([other.id for other in others])
    found = ((other, _best(headings.get(other.id, ()), wanted, above)) for other in others)
    dated = sorted(((other, one) for other, one in found if one), key=lambda pair: _when(pair[0]))
    return tuple(
        OtherYear(
            f"{words.period(other.metadata.period)}: {other.metadata.title}",
            links.report(other.id, section=one.id, page=one.page),
            links.counterpart(section.id, other.id),
        )
        for other, one in dated
    )


def _best(headings: Iterable[Heading], wanted: tuple[str, ...], above: Sequence[tuple[str, ...]]) -> Heading | None:
    """The heading of the same words; of several, that under most of the same headings, and the first."""
    held = list(headings)
    by_id = {one.id: one for one in held}
    same = [one for one in held if heading_key(one.text) == wanted]

    def shared(one: Heading) -> int:
        count, parent = 0, by_id.get(one.parent_id or "")
        while parent is not None:
            count += heading_key(parent.text) in above
            parent = by_id.get(parent.parent_id or "")
        return count

    return max(same, key=shared, default=None)


def _when(report: StoredReport) -> tuple[int, str]:
    period = report.metadata.period
    return -(period.end.toordinal() if period else 0), report.id
