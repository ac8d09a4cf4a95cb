"""Projects of several reports that are the same undertaking: those that share a name."""

from collections.abc import Iterable, Sequence

from corpus.model import Project


def same(projects: Iterable[Project]) -> list[tuple[int, ...]]:
    """The positions of projects that are one undertaking, grouped in the order of their first.

    Names and aliases count as the same in whichever case; names that are only alike do not.
    """
    group_of: dict[str, int] = {}
    groups: dict[int, list[int]] = {}
    for position, project in enumerate(projects):
        names = names_of(project)
        met = sorted({group_of[name] for name in names if name in group_of})
        into = met[0] if met else position
        joined = [member for number in met for member in groups.pop(number)]
        groups[into] = sorted([*joined, position])
        if len(met) > 1:
            group_of = {name: into if number in met else number for name, number in group_of.items()}
        group_of |= dict.fromkeys(names, into)
    return [tuple(groups[number]) for number in sorted(groups)]


def names_of(project: Project) -> Sequence[str]:
    """The project's name and aliases as they are compared."""
    return [" ".join(name.casefold().split()) for name in (project.name, *project.aliases)]
