"""Projects of several reports that are the same undertaking, by the names that `corpus.projects` holds for the same."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.model import Project
from corpus.projects import is_own, is_telling, keys, name_of, names_of, same_name, same_project

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A project as one report speaks of it, and who published that report."""

    project: Project
    publisher: str | None = None

    @property
    def period(self) -> tuple[int, int] | None:
        """The years that its name gives."""
        return name_of(self.project.name).period


def same(told: Sequence[Told]) -> list[tuple[int, ...]]:
    """The positions of projects that are one undertaking, grouped in the order of their first.

    Names that anyone's plan or project may have ("regional utvecklingsstrategi", an abbreviation) are the same in
    reports of one publisher only. A programme's periods are undertakings of their own; where there are several, a
    project that gives none belongs to neither.
    """
    groups = _Groups(told)
    by_name: dict[Key, list[int]] = {}
    by_short: dict[Key, list[int]] = {}
    for position, one in enumerate(told):
        for name in names_of(one.project):
            index = by_name if is_telling(name) or name == one.project.name else by_short
            for key in keys(name):
                index.setdefault(key, []).append(position)
    for members in by_name.values():
        for part in _by_period(told, members):
            groups.join(part)
    for key, holders in by_short.items():
        bearers = [at for at in by_name.get(key, ()) if at not in holders]
        if len(groups.of(holders)) == 1:
            groups.join([*holders, *bearers])
    return groups.all()


class _Groups:
    """Positions of projects, joined bit by bit."""

    def __init__(self, told: Sequence[Told]) -> None:
        self._told = told
        self._first = list(range(len(told)))
        self._members = {position: [position] for position in range(len(told))}

    def join(self, positions: Iterable[int]) -> None:
        """Join those of the positions that are one undertaking."""
        heads: list[int] = []
        for position in positions:
            head = next((head for head in heads if _are_one(self._told[head], self._told[position])), None)
            if head is None:
                heads.append(position)
            else:
                self._unite(head, position)

    def of(self, positions: Iterable[int]) -> set[int]:
        """The groups of the positions, by their first members."""
        return {self._first[position] for position in positions}

    def all(self) -> list[tuple[int, ...]]:
        """The groups, in the order of their first members."""
        return [tuple(sorted(self._members[first])) for first in sorted(self._members)]

    def _unite(self, one: int, other: int) -> None:
        into, gone = sorted((self._first[one], self._first[other]))
        if into == gone or len(self._periods(into) | self._periods(gone)) > 1:
            return
        for member in self._members.pop(gone):
            self._first[member] = into
            self._members[into].append(member)

    def _periods(self, first: int) -> set[tuple[int, int]]:
        return {period for member in self._members[first] if (period := self._told[member].period)}


def _are_one(left: Told, right: Told) -> bool:
    """Whether two reports speak of one undertaking; other publishers' only by a name that is nobody else's."""
    if not same_project(left.project, right.project):
        return False
    if left.publisher == right.publisher:
        return True
    shared = ((a, b) for a in names_of(left.project) for b in names_of(right.project) if is_own(a) and is_own(b))
    return any(same_name(a, b) for a, b in shared)


def _by_period(told: Sequence[Told], members: Sequence[int]) -> list[list[int]]:
    """Members that a name may join: all, or where they give several periods those of each."""
    parts: dict[tuple[int, int] | None, list[int]] = {}
    for member in members:
        parts.setdefault(told[member].period, []).append(member)
    dated = [period for period in parts if period]
    return list(parts.values()) if len(dated) > 1 else [list(members)]
