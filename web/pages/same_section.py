"""Samma avsnitt andra år: the section under the same heading in the publisher's other reports."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.model import Section
from corpus.store import Heading, Store, StoredReport
from web import links, words
from web.pages.tree import path

_NUMBERING = re.compile(r"^\s*(?:\d+(?:\.\d+)*\.?|[A-Z]\.)\s+")
_YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d(?:\s?[-–]\s?(?:(?:19|20)?\d\d))?(?!\d)")
_WORD = re.compile(r"\w+")
#: Headings above a section that are compared where several of a report bear its own.
_ABOVE = 3


@dataclass(frozen=True, slots=True)
class OtherYear:
    """The same section in another report."""

    said: str
    href: str


def key(heading: str) -> tuple[str, ...]:
    """What a heading is known by from year to year: its words without its number and without years."""
    return tuple(_WORD.findall(_YEARS.sub(" ", _NUMBERING.sub("", heading)).casefold()))


def other_years(
    store: Store, report: StoredReport, sections: Sequence[Section], section: Section
) -> tuple[OtherYear, ...]:
    """The section in other reports of the publisher and kind, the newest first; nothing for one without a heading."""
    metadata, wanted = report.metadata, key(section.heading)
    if not wanted or not metadata.publisher:
        return ()
    others = [
        other
        for other in store.reports(publisher=metadata.publisher)
        if other.id != report.id and other.metadata.period
    ]
    above = [key(one.heading) for one in path(sections, section)][-_ABOVE:]
    headings = store.headings([other.id for other in others])
    found = ((other, _best(headings.get(other.id, ()), wanted, above)) for other in others)
    dated = sorted(((other, one) for other, one in found if one), key=lambda pair: _when(pair[0]))
    return tuple(
        OtherYear(
            f"{words.period(other.metadata.period)}: {other.metadata.title}",
            links.report(other.id, section=one.id, page=one.page),
        )
        for other, one in dated
    )


def _best(headings: Iterable[Heading], wanted: tuple[str, ...], above: Sequence[tuple[str, ...]]) -> Heading | None:
    """The heading of the same words; of several, that under most of the same headings, and the first."""
    held = list(headings)
    by_id = {one.id: one for one in held}
    same = [one for one in held if key(one.text) == wanted]

    def shared(one: Heading) -> int:
        count, parent = 0, by_id.get(one.parent_id or "")
        while parent is not None:
            count += key(parent.text) in above
            parent = by_id.get(parent.parent_id or "")
        return count

    return max(same, key=shared, default=None)


def _when(report: StoredReport) -> tuple[int, str]:
    period = report.metadata.period
    return -(period.end.toordinal() if period else 0), report.id
