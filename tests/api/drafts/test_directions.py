"""Which way numbers go by the words around them; the number meant stands in angle brackets."""

import pytest

from api.drafts.directions import direction, direction_of, is_where_it_began


@pytest.mark.parametrize(
    ("said", "way"),
    [
        ("Nämnden redovisar ett underskott på <9,8 miljoner kronor>, och 2023 ser inte lättare ut.", -1),
        ("Nämnden redovisar ett överskott på <2,1 miljoner kronor>.", 1),
        ("Kostnaden uppgick till <452,1 miljoner kronor>, vilket är 9,8 miljoner kronor högre än budget.", 0),
        ("Kostnaden uppgick till 452,1 miljoner kronor, vilket är <9,8 miljoner kronor> högre än budget.", 1),
        ("Kostnaden blev 419,7, vilket är <11,9 miljoner kronor> lägre än budget.", -1),
        ("Slutkostnaden blev 55,8 miljoner kronor, <1,2 miljoner kronor> under budget.", -1),
        ("Andelen sjönk till <93 procent>.", -1),
        ("Över <80 procent> nåddes under året.", 0),
        ("Gästnätterna ökade till <1 012 000>, en minskning i takt.", 1),
        ("Antalet minskade. I år var det <12>.", 0),
        ("Sjukfrånvaron minskade med 2 procent och resorna ökade med <9 procent>", 1),
        ("Resor\tökade\t<9>", 0),
        ("• Kostnaden minskade\n• <12> tjänster", 0),
    ],
)
def test_the_nearest_word_of_the_clause_says_which_way(said: str, way: int) -> None:
    start, end = said.index("<"), said.index(">") - 1
    assert direction(said.replace("<", "").replace(">", ""), start, end) == way


@pytest.mark.parametrize(
    ("measure", "way"),
    [("minskning av långa frånvaron", -1), ("ökning av gästnätter", 1), ("kollektivtrafikens underskott", -1), ("", 0)],
)
def test_a_measure_may_go_one_way(measure: str, way: int) -> None:
    assert direction_of(measure) == way


def test_what_a_change_began_from_is_told_from_what_it_came_to() -> None:
    said = "Tiden har minskat från 61 till 38 dagar."
    assert is_where_it_began(said, said.index("61"))
    assert not is_where_it_began(said, said.index("38"))
