"""Commitments linked to what later reports say of them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from search.timeline.promises import Said, Weights, likeness

#: From this closeness on a commitment belongs to a thread, a sentence that tells what became of something does, and any
#: other sentence. Chosen on the invented region's threads (`corpus/reports/key/threads.json`).
LINKED, TOLD, FOLLOWED = 0.5, 0.4, 0.8
_FOLLOW_UPS = frozenset({"done", "not_met", "delayed"})
#: So close must two commitments of one report's running text be to be one; a row of its goal table and a sentence need
#: no more than `LINKED`, for a report tells of a goal in both.
TWICE = 0.75
#: What standing under the same heading, naming the same year or the same number adds to the likeness of words; and what
#: standing under different headings takes, the less the more alike the words, where neither is a row of a goal table.
SAME_HEADING, OTHER_HEADING = 0.08, 0.3
SAME_DUE, SAME_NUMBER = 0.03, 0.12
#: A number that two things said share tells something only where their words do too.
ALIKE = 0.2
#: What a goal that says only its number and year ("Målet är 75 procent 2022.") gains where a promise has both.
BARE_GOAL = 0.4
#: Of a sentence that leans on the one before, how close that one is counts this much.
LEANING = 0.3


class Strand:
    """What was said of one promise, in order, gathered bit by bit."""

    def __init__(self, first: Said) -> None:
        self.members = [first]

    def closeness(self, one: Said, scale: "Scale") -> float:
        """How much a thing said is of this promise.

        By its words, as it is of the most like of the promise's first and its latest commitments (sentences that only
        follow up tell of other things too, and nothing is held against them); by the headings, numbers and years that
        the promise has had.
        """
        promised = [member for member in self.members if member.commitment]
        near = max(scale.closeness(member, one) for member in (*promised[:2], *promised[-6:]))
        near += SAME_HEADING * any(member.heading == one.heading for member in promised)
        shared = any(member.numbers & one.numbers for member in promised)
        dated = any(member.dues & one.dues for member in promised)
        if one.is_bare and shared and dated:
            near += BARE_GOAL
        return near + SAME_DUE * dated + SAME_NUMBER * (near >= ALIKE and shared)


class Scale:
    """Measures how alike the words of two things said are, each pair once; `weights` is what words tell."""

    def __init__(self, said: Sequence[Said]) -> None:
        self.weights = Weights.of(said)
        self._known: dict[tuple[int, int], float] = {}

    def closeness(self, member: Said, one: Said) -> float:
        """How much two things said are of one promise by their words, less where they stand under other headings."""
        pair = (id(member), id(one))
        if pair not in self._known:
            near = likeness(member, one, self.weights)
            apart = member.heading != one.heading and not (member.is_goal or one.is_goal)
            self._known[pair] = near - OTHER_HEADING * max(0.0, 1 - near) * apart
        return self._known[pair]


def strands_of(said: Sequence[Said], scale: Scale) -> list[Strand]:
    """Promises with all that was said of them, publisher by publisher; `said` is in order of time and reading."""
    by_publisher: defaultdict[str | None, defaultdict[str, list[Said]]] = defaultdict(lambda: defaultdict(list))
    for one in said:
        by_publisher[one.report.metadata.publisher][one.report.id].append(one)
    return [strand for reports in by_publisher.values() for strand in _of_publisher(list(reports.values()), scale)]


def _of_publisher(reports: Sequence[Sequence[Said]], scale: Scale) -> list[Strand]:
    strands: list[Strand] = []
    for its in reports:
        left = _assign(its, strands, scale)
        for one in left:
            if one.commitment is None:
                continue
            fresh = [strand for strand in strands if strand.members[0].report.id == one.report.id]
            near = max(fresh, key=lambda strand: strand.closeness(one, scale), default=None)
            if near and _may_join(near, one) and near.closeness(one, scale) >= _needed_twice(near, one):
                near.members.append(one)
            else:
                strands.append(Strand(one))
    return strands


def _assign(its: Sequence[Said], strands: Sequence[Strand], scale: Scale) -> list[Said]:
    """Let what a report says join the strands that it follows, the surest first; what is left over follows none."""
    by_key = {one.key: at for at, one in enumerate(its)}
    close = [[strand.closeness(one, scale) for strand in strands] for one in its]
    pairs = [
        (worth, number, at)
        for at, one in enumerate(its)
        for number, own in enumerate(close[at])
        for worth in [_with_previous(own, one, close, by_key, number)]
        if worth >= _needed(one)
    ]
    taken: dict[int, int] = {}
    for _, number, at in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if at not in taken and _may_join(strands[number], its[at]):
            taken[at] = number
            strands[number].members.append(its[at])
    for strand in strands:
        strand.members = in_order(strand.members)
    return [one for at, one in enumerate(its) if at not in taken]


def _may_join(strand: Strand, one: Said) -> bool:
    """Two rows of one report's goal tables are two goals; 1 Gbit/s is another goal than 100 Mbit/s."""
    if one.is_goal and any(member.is_goal and member.report.id == one.report.id for member in strand.members):
        return False
    defined = {mark for member in strand.members if member.commitment for mark in member.defined}
    return not (defined and one.defined) or not defined.isdisjoint(one.defined)


def _with_previous(
    own: float, one: Said, close: Sequence[Sequence[float]], by_key: Mapping[str, int], number: int
) -> float:
    """A sentence's closeness to a strand, and that of the sentence that it leans on."""
    at = by_key.get(one.previous) if one.leans else None
    return own if at is None else max(own, (1 - LEANING) * own + LEANING * close[at][number])


def _needed(one: Said) -> float:
    """How close a thing said must be to belong to a strand."""
    if one.commitment and one.commitment.status not in _FOLLOW_UPS:
        return LINKED
    return TOLD if one.tells or one.commitment else FOLLOWED


def _needed_twice(strand: Strand, one: Said) -> float:
    """How close a thing said must be to what the same report says before."""
    goals = {member.is_goal for member in strand.members}
    return LINKED if one.is_goal not in goals else TWICE


def in_order(said: Sequence[Said]) -> list[Said]:
    """Things said by their reports' times and in reading order."""
    return sorted(said, key=lambda one: (one.report.metadata.period is None, _end(one), one.order))


def _end(one: Said) -> str:
    period = one.report.metadata.period
    return period.end.isoformat() if period else ""
