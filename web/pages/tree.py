"""A report's sections as the tree that its contents list shows."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from corpus.model import Section
from corpus.names import PREAMBLE


@dataclass(frozen=True, slots=True)
class Node:
    """A heading in the contents list."""

    heading: str
    href: str
    current: bool
    children: tuple["Node", ...]


def tree(sections: Sequence[Section], current: str | None, address: Callable[[Section], str]) -> tuple[Node, ...]:
    """The contents list with sections at the address given, the current one marked."""
    children: dict[str | None, list[Section]] = defaultdict(list)
    for section in sections:
        children[section.parent_id].append(section)

    def nodes(parent: str | None) -> tuple[Node, ...]:
        return tuple(
            Node(heading(section), address(section), section.id == current, nodes(section.id))
            for section in children[parent]
        )

    return nodes(None)


def heading(section: Section) -> str:
    """The section's heading, or a name for one that has none."""
    return section.heading or PREAMBLE


def path(sections: Sequence[Section], section: Section) -> tuple[Section, ...]:
    """The sections above this one, from the top."""
    by_id = {other.id: other for other in sections}
    above: list[Section] = []
    parent = by_id.get(section.parent_id or "")
    while parent is not None:
        above.insert(0, parent)
        parent = by_id.get(parent.parent_id or "")
    return tuple(above)
