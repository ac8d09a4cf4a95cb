"""What people said of links, put into force over what the program found."""

from collections.abc import Iterable, Sequence

from corpus.store import HandLink
from search.timeline.comparison import LinkState
from search.timeline.events import key_of
from search.timeline.promises import Said
from search.timeline.threads import Strand, in_order


def put_in_force(strands: list[Strand], said: Sequence[Said], links: Iterable[HandLink]) -> dict[str, LinkState]:
    """Cut and join as people said.

    A cut commitment becomes a thread of its own; an added one leaves the thread that it was in. Links of what is not
    compared here wait until it is.

    Args:
        strands: the threads, which are changed.
        said: all that was said.
        links: what people said.

    Returns:
        For the keys of events that people confirmed or added, which of the two.
    """
    known = {key_of(one): one for one in said}
    states: dict[str, LinkState] = {}
    for link in links:
        anchor, event = known.get(link.anchor), known.get(link.event)
        strand = _holding(strands, anchor)
        if anchor is None or event is None or strand is None:
            continue
        if link.verdict == "apart":
            _cut(strands, strand, event)
        elif event in strand.members:
            states[link.event] = "confirmed"
        else:
            _leave(strands, event)
            strand.members = in_order([*strand.members, event])
            states[link.event] = "added"
    return states


def _holding(strands: Sequence[Strand], one: Said | None) -> Strand | None:
    return next((strand for strand in strands if one in strand.members), None) if one else None


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
