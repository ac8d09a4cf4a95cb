"""What hits have in common, counted by hand."""

from search.facets import Facet, facets
from search.mentioned import Mentioned
from tests.search.hits import hit

PROJECTS = Mentioned(["Fiberlyftet", "Nära mat", "Nära Mat", "projektet", "Regionala skogsprogrammet", "Yh Nord"])
HITS = [
    hit(1, "a", "Fiberlyftet når Övertorneå.", years=(2021, 2021)),
    hit(2, "b", "I Luleå och Övertorneå.", years=(2019, 2021), publisher=None, kind="plan"),
    hit(3, "a", "Skolorna lagar Nära Mat.", path=("Övertorneå kommun",), years=(2021, 2021)),
    hit(4, "c", "Projektet i Märsta gick bra.", years=None, publisher="Boden"),
]


def test_values_are_counted_by_hits() -> None:
    found = facets(HITS, PROJECTS)
    assert found["year"] == [Facet("2021", 3), Facet("2020", 1), Facet("2019", 1)]
    assert found["publisher"] == [Facet("Region Norrbotten", 2), Facet("Boden", 1)]
    assert found["kind"] == [Facet("annual_report", 3), Facet("plan", 1)]
    assert found["place"] == [Facet("Övertorneå", 3), Facet("Luleå", 1)]
    assert found["project"] == [Facet("Fiberlyftet", 1), Facet("Nära Mat", 1)]


def test_no_hits_have_nothing() -> None:
    assert {tuple(found) for found in facets([], PROJECTS).values()} == {()}


def test_names_are_found_in_the_forms_they_take() -> None:
    assert PROJECTS.names("Det regionala skogsprogrammets mål") == {"Regionala skogsprogrammet"}
    assert PROJECTS.names("Yh Nord är en skola") == {"Yh Nord"}
    assert PROJECTS.names("projektet i norra Sverige, nära maten") == frozenset()
