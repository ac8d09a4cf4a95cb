"""Hits as a page shows them: no report fills it alone."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from search.answers import Hit


@dataclass(frozen=True, slots=True)
class Shown:
    """A hit that is shown; `more` on the last of a report that has further hits, which are not."""

    hit: Hit
    more: bool = False


def spread(hits: Sequence[Hit], wanted: int, size: int, most: int) -> tuple[Shown, ...]:
    """At most `wanted` hits, no more than `most` of each `size` from one report.

    Where reports are too few, a page is shorter. Order is kept within a report and within each `size` hits; asking for
    more keeps those before as they were. Where all hits come from one report there is nothing to spread.

    Args:
        hits: the best first.
        wanted: how many to show.
        size: hits that are seen together.
        most: of these, the most from one report.
    """
    if len({hit.report.id for hit in hits}) < 2:
        return tuple(Shown(hit) for hit in hits[:wanted])
    left, chosen = list(hits), list[Hit]()
    for first in range(0, wanted, size):
        page, left = _page(left, min(size, wanted - first), most)
        chosen += page
    last = {hit.report.id: hit.rank for hit in chosen}
    hidden = {hit.report.id for hit in hits} & {hit.report.id for hit in left}
    return tuple(Shown(hit, hit.report.id in hidden and last[hit.report.id] == hit.rank) for hit in chosen)


def _page(hits: Sequence[Hit], size: int, most: int) -> tuple[list[Hit], list[Hit]]:
    """The next hits to be shown, and those left."""
    page, left, held = list[Hit](), list[Hit](), Counter[str]()
    for hit in hits:
        if len(page) < size and held[hit.report.id] < most:
            held[hit.report.id] += 1
            page.append(hit)
        else:
            left.append(hit)
    return page, left
