"""What people said of links, put into force over what the program found."""

from collections.abc import Iterable, Sequence

from corpus.store import HandLink
from search.timeline.comparison import Judged
from search.timeline.events import key_of
from search.timeline.promises import Said
from search.timeline.threads import Strand, in_order


def put_in_force(strands: list[Strand], said: Sequence[Said], links: Iterable[HandLink]) -> dict[str, Judged]:
    """Cut and join as people said.

    A cut commitment becomes a thread of its own; an added one leaves the thread that it was in. A link whose ends are
    not both among what was said waits until they are.

    Args:
        strands: the threads, which are changed.
        said: all that was said, also what only links brought in.
        links: what people said.

    Returns:
        By their keys, the events that people confirmed or added.
    """
    known = {key_of(one): one for one in said}
    judged: dict[str, Judged] = {}
    waiting = [link for link in links if link.anchor in known and link.event in known]
    while waiting:
        # What something is added to may itself be added to something, and must then stand there first; a ring of links
        # has no beginning.
        added = {link.event for link in waiting if link.verdict == "same"}
        ready = [link for link in waiting if link.anchor not in added] or waiting
        for link in ready:
            _put(strands, known[link.anchor], known[link.event], link, judged)
        waiting = [link for link in waiting if link not in ready]
    return judged


def _put(strands: list[Strand], anchor: Said, event: Said, link: HandLink, judged: dict[str, Judged]) -> None:
    """Put a link in force; a commitment that links alone brought in begins a thread."""
    strand = _holding(strands, anchor)
    if strand is None and anchor.commitment and link.verdict == "same":
        strand = Strand(anchor)
        strands.append(strand)
    if strand is None:
        return
    if link.verdict == "apart":
        _cut(strands, strand, event)
    elif event in strand.members:
        judged[link.event] = Judged("confirmed", link)
    else:
        _leave(strands, event)
        strand.members = in_order([*strand.members, event])
        judged[link.event] = Judged("added", link)


def _holding(strands: Sequence[Strand], one: Said) -> Strand | None:
    return next((strand for strand in strands if one in strand.members), None)


def _cut(strands: list[Strand], strand: Strand, event: Said) -> None:
    if event not in strand.members or len(strand.members) < 2:
        return
    strand.members.remove(event)
    if event.commitment:
        strands.append(Strand(event))
    if not any(member.commitment for member in strand.members):
        strands.remove(strand)


def _leave(strands: list[Strand], event: Said) -> None:
    strand = _holding(strands, event)
    if strand is None:
        return
    strand.members.remove(event)
    if not any(member.commitment for member in strand.members):
        strands.remove(strand)
