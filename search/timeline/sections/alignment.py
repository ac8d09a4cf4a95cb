"""Which sections of two reports are the same: by what their headings say, what they are about, where they stand.

Every pair of sections is rated, and the best pairs are taken first, each section once. What is left over is asked
whether it is a part of one that was taken: a section that was parted in two, or two that became one.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from search.timeline.measures import words_alike
from search.timeline.sections.profiles import Profile

Matrix = NDArray[np.float64]
#: Why two sections are held to be the same: their headings are (but for numbers and years), or say nearly the same;
#: what stands in them does; what stands below them does.
Reason = Literal["heading", "like_heading", "content", "below", "part"]
#: What likeness of headings, of words, of meaning, of the headings above, and nearness of place are worth. Chosen on
#: the invented region's reports (`corpus/reports/key/sections.json`).
HEADING, WORDS, MEANING, ABOVE, PLACE = 0.5, 0.25, 0.25, 0.1, 0.05
#: From this rate on two sections are one; a part of one needs so much of words and meaning alone.
SAME, PART = 0.36, 0.3
#: What each section below that is held to be the same adds, as a share of all below.
BELOW = 0.35
#: What the sections right before and after add where they are held to be the same, each.
BESIDE = 0.05
#: What a section adds as a part where the one above it is held to be the whole; any other part stands so near to it.
WITHIN, BESIDE_WHOLE = 0.15, 3
#: Headings that differ are never as good as the same heading.
LIKE_HEADING, SAME_ROLE, SEVERAL = 0.85, 0.7, 0.3


@dataclass(frozen=True, slots=True)
class Link:
    """Two sections that are one, how sure that is (0 to 1), and why."""

    before: str
    after: str
    rate: float
    reason: Reason


@dataclass(frozen=True, slots=True)
class Match:
    """Sections of the earlier report and those of the later that correspond: one to one, or parted, or joined.

    One side is empty where the other report has nothing of the kind.
    """

    before: tuple[str, ...]
    after: tuple[str, ...]
    rate: float = 0.0
    reason: Reason | None = None


def align(before: Sequence[Profile], after: Sequence[Profile]) -> tuple[Link, ...]:
    """The links between the sections of two reports, the surest first."""
    if not before or not after:
        return ()
    rates = _Rates(before, after)
    taken = _one_to_one(rates.all, rates)
    rates.linked_below = rates.below(taken)
    taken = _one_to_one(rates.all + BELOW * rates.linked_below + BESIDE * rates.beside(taken), rates)
    return (*taken, *_parts(rates, taken))


def closest(before: Sequence[Profile], after: Sequence[Profile], section: str) -> list[str]:
    """The later report's sections by how alike one of the earlier is to them, the likest first."""
    row = next(at for at, one in enumerate(before) if one.id == section)
    rates = _Rates(before, after).all[row] if after else np.zeros(0)
    return [after[at].id for at in np.argsort(-rates, kind="stable")]


def matches(before: Sequence[Profile], after: Sequence[Profile], links: Sequence[Link]) -> tuple[Match, ...]:
    """All sections of both reports in the order of the later; those that are gone follow what they followed."""
    together = _together(links)
    found = [_match(group, links, before, after) for group in together]
    held = {id_ for match in found for id_ in (*match.before, *match.after)}
    found += [Match((), (one.id,)) for one in after if one.id not in held]
    order = {one.id: at for at, one in enumerate(after)}
    found.sort(key=lambda match: order[match.after[0]])
    ending = {id_: at for at, match in enumerate(found) for id_ in match.before}
    placed: defaultdict[int, list[Match]] = defaultdict(list)
    last = -1
    for one in before:
        last = ending.get(one.id, last)
        if one.id not in held:
            placed[last].append(Match((one.id,), ()))
    return (*placed[-1], *(each for at, match in enumerate(found) for each in (match, *placed[at])))


def _together(links: Sequence[Link]) -> list[set[str]]:
    """The ids that links hold together, each in one set."""
    groups: dict[str, set[str]] = {}
    for link in links:
        joined = groups.get(link.before, {link.before}) | groups.get(link.after, {link.after})
        groups |= dict.fromkeys(joined, joined)
    return list({id(group): group for group in groups.values()}.values())


def _match(group: set[str], links: Sequence[Link], before: Sequence[Profile], after: Sequence[Profile]) -> Match:
    best = max((link for link in links if link.before in group), key=lambda link: link.rate)
    own, its = (tuple(one.id for one in side if one.id in group) for side in (before, after))
    return Match(own, its, best.rate, best.reason)


class _Rates:
    """How alike each section of the earlier report is to each of the later, feature by feature."""

    def __init__(self, before: Sequence[Profile], after: Sequence[Profile]) -> None:
        self.before, self.after = before, after
        self.heading = _headings(before, after)
        self.words = _words(before, after)
        self.meaning = _meaning(before, after)
        self.above = _above(before, after, self.heading)
        self.near = 1 - np.abs(np.subtract.outer([one.at for one in before], [one.at for one in after]))
        self.content = (WORDS * self.words + MEANING * self.meaning) / (WORDS + MEANING)
        said = np.outer([not one.is_empty for one in before], [not one.is_empty for one in after])
        self.all = (
            HEADING * self.heading
            + (WORDS + MEANING) * np.where(said, self.content, 0)
            + ABOVE * self.above
            + PLACE * self.near
        )
        self.linked_below = np.zeros_like(self.all)

    def below(self, links: Iterable[Link]) -> Matrix:
        """The share of the sections below two that are linked with each other."""
        parents = ({one.id: one.parent_id for one in self.before}, {one.id: one.parent_id for one in self.after})
        counts = tuple(Counter(side.values()) for side in parents)
        rows = {one.id: at for at, one in enumerate(self.before)}
        columns = {one.id: at for at, one in enumerate(self.after)}
        shared = np.zeros_like(self.all)
        for link in links:
            above = parents[0][link.before], parents[1][link.after]
            if above[0] is not None and above[1] is not None:
                shared[rows[above[0]], columns[above[1]]] += 2 / (counts[0][above[0]] + counts[1][above[1]])
        return shared

    def beside(self, links: Iterable[Link]) -> Matrix:
        """How many of the sections right before and right after two are linked with each other, 0 to 2."""
        shared = np.zeros_like(self.all)
        rows, columns = ({one.id: at for at, one in enumerate(side)} for side in (self.before, self.after))
        for link in links:
            shared[rows[link.before], columns[link.after]] = 1
        beside = np.zeros_like(shared)
        beside[1:, 1:] += shared[:-1, :-1]
        beside[:-1, :-1] += shared[1:, 1:]
        return beside


def _headings(before: Sequence[Profile], after: Sequence[Profile]) -> Matrix:
    """How alike the headings are; what a report has several times ("Bedömning") says little of which section it is."""
    rates = np.array([[_heading(one, other) for other in after] for one in before], dtype=float)
    several = np.logical_or.outer(_is_several(before), _is_several(after))
    return np.where(several, SEVERAL * rates, rates)


def _is_several(profiles: Sequence[Profile]) -> list[bool]:
    times = Counter(one.key for one in profiles)
    return [times[one.key] > 1 and one.role is None for one in profiles]


def _heading(one: Profile, other: Profile) -> float:
    if one.key == other.key:
        return 1.0
    if one.role and other.role:
        return SAME_ROLE if one.role == other.role else 0.0
    return LIKE_HEADING * words_alike(one.heading, other.heading)


def _above(before: Sequence[Profile], after: Sequence[Profile], headings: Matrix) -> Matrix:
    """How alike the headings right above are; two at the top have the same above them."""
    rows = {one.id: at for at, one in enumerate(before)}
    columns = {one.id: at for at, one in enumerate(after)}

    def rate(one: Profile, other: Profile) -> float:
        if one.parent_id is None or other.parent_id is None:
            return float(one.parent_id == other.parent_id)
        return float(headings[rows[one.parent_id], columns[other.parent_id]])

    return np.array([[rate(one, other) for other in after] for one in before], dtype=float)


def _words(before: Sequence[Profile], after: Sequence[Profile]) -> Matrix:
    """Cosines of words weighed by how few of the sections have them."""
    both = [*before, *after]
    found = Counter(form for one in both for form in one.words)
    columns = {form: at for at, form in enumerate(found)}
    weights = np.array([math.log((len(both) + 1) / count) for count in found.values()])
    table = np.zeros((len(both), len(columns)))
    for row, one in enumerate(both):
        for form, count in one.words.items():
            table[row, columns[form]] = 1 + math.log(max(1.0, count))
    table *= weights
    lengths = np.linalg.norm(table, axis=1, keepdims=True)
    table /= np.where(lengths, lengths, 1)
    return np.asarray(table[: len(before)] @ table[len(before) :].T, dtype=float)


def _meaning(before: Sequence[Profile], after: Sequence[Profile]) -> Matrix:
    """Cosines of what the vectors have beyond what all of them share; words' where a section has no vector."""
    both = [*before, *after]
    held = [one.vector for one in both if one.vector is not None]
    if not held:
        return _words(before, after)
    mean = np.mean(held, axis=0)
    rows = np.array([mean * 0 if one.vector is None else one.vector - mean for one in both])
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    rows /= np.where(lengths, lengths, 1)
    cosines = np.asarray(rows[: len(before)] @ rows[len(before) :].T, dtype=float)
    return np.asarray(np.maximum(0, cosines), dtype=float)


def _one_to_one(rates: Matrix, of: _Rates) -> list[Link]:
    """The best pairs first, each section once; of equals that which comes first."""
    order = np.argsort(-rates, axis=None, kind="stable")
    links: list[Link] = []
    rows: set[int] = set()
    columns: set[int] = set()
    for row, column in zip(*np.unravel_index(order, rates.shape), strict=True):
        if rates[row, column] < SAME:
            break
        if row not in rows and column not in columns:
            rows.add(row)
            columns.add(column)
            links.append(_link(of, int(row), int(column), float(rates[row, column])))
    return links


def _link(of: _Rates, row: int, column: int, rate: float) -> Link:
    one, other = of.before[row], of.after[column]
    reasons: dict[Reason, float] = {
        "like_heading": HEADING * of.heading[row, column],
        "content": (WORDS + MEANING) * of.content[row, column],
        "below": BELOW * of.linked_below[row, column],
    }
    reason: Reason = "heading" if one.key == other.key else max(reasons, key=lambda name: reasons[name])
    return Link(one.id, other.id, min(1.0, rate), reason)


def _parts(rates: _Rates, taken: Sequence[Link]) -> list[Link]:
    """Sections that are left over and are a part of one that was taken, by what they say."""
    forth = _sides(rates.before, rates.after, taken)
    back = _sides(rates.after, rates.before, [Link(link.after, link.before, link.rate, link.reason) for link in taken])
    found = [(row, column) for row, column in _wholes(rates.content, *forth)]
    found += [(row, column) for column, row in _wholes(rates.content.T, *back)]
    return [
        Link(rates.before[row].id, rates.after[column].id, float(rates.content[row, column]), "part")
        for row, column in found
    ]


def _sides(
    own: Sequence[Profile], other: Sequence[Profile], taken: Sequence[Link]
) -> tuple[Sequence[Profile], Mapping[int, int]]:
    """One report's sections, and for each of the other's that was taken the one that it was taken for, by place."""
    rows, columns = ({one.id: at for at, one in enumerate(side)} for side in (own, other))
    return own, {columns[link.after]: rows[link.before] for link in taken}


def _wholes(content: Matrix, own: Sequence[Profile], taken: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """The sections of one report that were not taken and are a part, each with the section of the other it is of."""
    several, held = _is_several(own), set(taken.values())
    for row, one in enumerate(own):
        if row in held or one.is_empty or several[row]:
            continue
        rated = [
            (content[row, column] + WITHIN * (own[at].id == one.parent_id), -column)
            for column, at in taken.items()
            if own[at].id == one.parent_id or abs(at - row) <= BESIDE_WHOLE
        ]
        rate, column = max(rated, default=(0.0, 0))
        if rate >= PART:
            yield row, -column
