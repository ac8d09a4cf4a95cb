"""Projects of several reports that are one undertaking."""

import pytest

from corpus.model import Project
from corpus.undertakings import Told, same

NORTH, SOUTH = "Region Nord", "Region Syd"


def told(name: str, *aliases: str, by: str | None = NORTH) -> Told:
    return Told(Project("j1", name, "…", aliases=aliases), by)


@pytest.mark.parametrize(
    ("projects", "groups"),
    [
        ([told("Grön kust"), told("Matlyftet"), told("Projektet Grön kust")], [(0, 2), (1,)]),
        ([told("Grön kust", by=NORTH), told("grön kust", by=SOUTH)], [(0, 1)]),
        ([told("Bylyftet"), told("Fiber i byarna"), told("Fiber i byarna", "Bylyftet")], [(0, 1, 2)]),
        ([told("Barn i rörelse"), told("Unga i rörelse")], [(0,), (1,)]),
        ([told("Digital arena Lomby", "DAL"), told("DAL")], [(0, 1)]),
    ],
)
def test_shared_names_make_one_undertaking(projects: list[Told], groups: list[tuple[int, ...]]) -> None:
    assert same(projects) == groups


def test_what_anyones_plan_is_called_is_its_publishers_own() -> None:
    plans = [told("Regional utvecklingsstrategi", by=by) for by in (NORTH, SOUTH, NORTH)]
    assert same(plans) == [(0, 2), (1,)]


def test_an_abbreviation_that_two_projects_share_joins_neither() -> None:
    one, other = told("Norra innovationer", "NIS"), told("Nätverk i samverkan", "NIS")
    assert same([one, told("NIS"), other]) == [(0,), (1,), (2,)]
    assert same([told("Norra innovationer", "NIS"), told("NIS", by=SOUTH)]) == [(0,), (1,)]


def test_periods_of_a_programme_are_undertakings_of_their_own() -> None:
    first, second = told("Interreg Nord 2014–2020"), told("Interreg Nord 2021–2027")
    assert same([first, told("Interreg Nord"), first]) == [(0, 1, 2)]
    assert same([first, told("Interreg Nord"), second, second]) == [(0,), (1,), (2, 3)]


def test_periods_are_not_joined_over_an_alias() -> None:
    first = told("Nord 2014–2020", "Nordprogrammet")
    second = told("Nord 2021–2027", "Nordprogrammet")
    assert same([first, second, told("Nordprogrammet")]) == [(0,), (1,), (2,)]


def test_groups_of_two_periods_are_not_joined_by_what_both_share_names_with() -> None:
    first = told("Kustens program 2014–2020", "Alfalyftet")
    bridge = told("Alfalyftet", "Betalyftet")
    second = told("Fjällens program 2021–2027", "Betalyftet")
    assert same([first, bridge, second]) == [(0, 1), (2,)]
    assert same([first, bridge, told("Fjällens program", "Betalyftet")]) == [(0, 1, 2)]


def test_names_of_kinds_join_nothing() -> None:
    assert same([told("Matlyftet", "projektet"), told("Grön kust", "projektet")]) == [(0,), (1,)]
