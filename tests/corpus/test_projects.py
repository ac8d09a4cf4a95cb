"""When two names name one project."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.model import Project
from corpus.projects import keys, name_of, names_of, same_name, same_project

NAMES = st.lists(
    st.sampled_from("Grön kust Fiber Lomby 2030 Matlyftet unga i rörelse Kompetens och lust".split()),
    min_size=1,
    max_size=5,
).map(" ".join)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Projektet Barn i rörelse", "Barn i rörelse"),
        ("”Norra spåret”", "norra spåret"),
        ("Grön-kust", "Grön kust"),
        ("Matlyftets", "Matlyftet"),
        ("samverkansprojektet Matlyftet", "Matlyftet"),
        ("Utvecklingsstrategin Lomby 2030", "Lomby 2030"),
        ("Regionala serviceprogrammet", "Regionalt serviceprogram"),
        ("Interreg Nord", "Interreg Nord 2014–2020"),
        ("Interreg Nord 2014-20", "Interreg Nord 2014–2020"),
        ("Destination Building", "Destination Building in Swedish Lapland"),
        ("Smarta byar", "Smarta byar i Norrbotten"),
    ],
)
def test_one_project_written_in_two_ways_is_one(left: str, right: str) -> None:
    assert same_name(left, right)
    assert same_name(right, left)
    assert keys(left) & keys(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Barn i rörelse", "Unga i rörelse"),
        ("Grön kust", "Gröna kusten"),
        ("Digital agenda 2015", "Digital agenda 2020"),
        ("Agenda 2030", "Strategi 2030"),
        ("Interreg Nord 2014–2020", "Interreg Nord 2021–2027"),
        ("Matlyftet", "Matlyftet 2"),
        ("Matlyftet", "Matlyftet senior"),
        ("Fiber etapp I", "Fiber etapp II"),
        ("Smarta byar i Norrbotten", "Smarta byar i Västerbotten"),
        ("projektet", "projektet"),
        ("strategin", "den nya strategin"),
        ("Fonden", "fonden"),
        ("regionala programmet", "det regionala programmet"),
    ],
)
def test_alike_names_and_names_of_kinds_are_not_one(left: str, right: str) -> None:
    assert not same_name(left, right)
    assert not same_name(right, left)


@given(NAMES, NAMES)
def test_sameness_goes_both_ways_and_shares_a_key(left: str, right: str) -> None:
    assert same_name(left, right) == same_name(right, left)
    if same_name(left, right):
        assert keys(left) & keys(right)


@given(NAMES)
def test_a_name_is_itself_whatever_stands_around_it(name: str) -> None:
    for written in (name, f"”{name}”", name.upper(), f" {name} ", name.replace(" ", "  ")):
        assert same_name(name, written)


def test_a_name_that_only_tells_the_kind_names_nothing() -> None:
    assert name_of("det nya regionala programmet").is_bare
    assert not name_of("regionala skogsprogrammet").is_bare
    assert name_of("regionala skogsprogrammet").is_plain
    assert not name_of("regionala skogsprogrammet 2030").is_plain
    assert names_of(Project("j1", "Matlyftet", "…", aliases=("projektet", "ML"))) == ("Matlyftet", "ML")


def project(name: str, *aliases: str) -> Project:
    return Project("j1", name, "…", aliases=aliases)


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        (project("Fiber i byarna", "Bylyftet"), project("Bylyftet"), True),
        (project("Fiber i byarna", "Fibernätet"), project("Bylyftet", "Fibernätet"), True),
        (project("Norra innovationer", "NIS"), project("Nätverk i samverkan", "NIS"), False),
        (project("Fiber i byarna", "projektet"), project("Bylyftet", "projektet"), False),
        (project("Nord 2014–2020", "Nordprogrammet"), project("Nord 2021–2027", "Nordprogrammet"), False),
    ],
)
def test_an_alias_makes_one_project_unless_anyone_may_have_it(left: Project, right: Project, same: bool) -> None:
    assert same_project(left, right) is same
    assert same_project(right, left) is same
