"""What uses a report: looked up before it is removed."""

from collections.abc import Sequence

from api.removal import LinkEnd, LinkUse, Uses
from corpus.errors import NotFound
from corpus.store import Store
from search.timeline.ends import words_of


def uses_of(store: Store, report: str) -> Uses:
    """What uses the report with this id."""
    links = store.links_using(report)
    ends = [end for link in links for end in ((link.anchor_report_id, link.anchor), (link.report_id, link.event))]
    found = {one: _ends(store, one, [key for of, key in ends if of == one]) for one, _ in ends}
    return Uses(
        drafts=tuple(store.drafts_using(report)),
        links=tuple(
            LinkUse(link, found[link.anchor_report_id][link.anchor], found[link.report_id][link.event])
            for link in links
        ),
    )


def _ends(store: Store, report: str | None, keys: Sequence[str]) -> dict[str, LinkEnd]:
    """What a report says under these keys."""
    try:
        words = words_of(store, report, keys) if report else {}
        file = store.report(report).file if report else None
    except NotFound:
        words, file = {}, None
    return {key: LinkEnd(words.get(key), file) for key in keys}
