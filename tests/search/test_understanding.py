"""What in a question is more than a word, and what becomes of it when it is taken back."""

import pytest

from corpus.errors import UsageError
from corpus.swedish.analysis import Analyzer
from search.query import understand
from search.understanding import understood


@pytest.fixture(scope="module")
def analyzer() -> Analyzer:
    return Analyzer()


def keys(text: str) -> list[str]:
    return [it.key for it in understood(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("bredband i Övertorneå 2019–2021", ["place:Övertorneå", "year:2019–2021"]),
        ("bredband 2019 - 2021", ["year:2019–2021"]),
        ("bredband 2021-2019", ["year:2021", "year:2019"]),
        ("Luleå och Luleå kommun", ["place:Luleå"]),
        ("under förra mandatperioden", []),
        ('"nära vård" -"ny teknik" -vatten', ["phrase:nära vård", "without:ny teknik", "without:vatten"]),
        ("bredband -Luleå", ["without:Luleå"]),
        ("vatten- och avlopp, resultat -25 mkr - nytt", []),
        ("vård -e-hälsa", ["without:e-hälsa"]),
    ],
)
def test_what_is_understood(text: str, expected: list[str]) -> None:
    assert keys(text) == expected


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Hur många resor gjordes", True),
        ("hur mycket kostade bron", True),
        ("vad kostar en plats", True),
        ("Vad är kostnaden för färjan", True),
        ("vilken andel har bredband", True),
        ("antalet besökare", True),
        ("hur stor betydelse har kulturen", False),
        ("hur långt har arbetet kommit", False),
        ("vad säger planen om kostnader", False),
        ("hur arbetar regionen", False),
    ],
)
def test_a_question_that_asks_for_a_number(text: str, asks: bool) -> None:
    assert any(it.kind == "number" for it in understood(text)) is asks


def test_words_that_are_not_wanted_are_no_part_of_what_is_sought(analyzer: Analyzer) -> None:
    query = understand('fiber -Luleå -"ny teknik" i byar', analyzer, 200)
    assert (query.text, query.sought) == ('fiber -Luleå -"ny teknik" i byar', "fiber i byar")
    assert query.without == ("Luleå", "ny teknik")
    assert query.places == ()
    assert [term.forms[0] for term in query.terms] == ["fiber", "by"]


def test_a_span_s_inner_years_stand_with_its_first(analyzer: Analyzer) -> None:
    query = understand("stöd 2018–2021", analyzer, 200)
    assert query.years == (2018, 2019, 2020, 2021)
    assert [term.forms for term in query.terms[1:]] == [("2018", "2019", "2020"), ("2021",)]


def test_what_is_taken_back_is_told_but_not_used(analyzer: Analyzer) -> None:
    text = 'hur många "nya jobb" i Luleå 2019–2021 -vatten'
    taken_back = ["place:Luleå", "year:2019–2021", "phrase:nya jobb", "number:hur många", "without:vatten"]
    query = understand(text, analyzer, 200, taken_back)
    assert sorted(it.key for it in query.understood if not it.used) == sorted(taken_back)
    assert (query.places, query.years, query.phrases, query.without, query.wants_number) == ((), (), (), (), False)
    assert query.sought == 'hur många "nya jobb" i Luleå -vatten'
    assert "2019" not in {term.forms[0] for term in query.terms}


def test_a_year_alone_is_sought_though_it_is_taken_back(analyzer: Analyzer) -> None:
    query = understand("2021 -vatten", analyzer, 200, ["year:2021"])
    assert (query.years, query.sought) == ((), "2021")


def test_taking_back_what_is_not_there_changes_nothing(analyzer: Analyzer) -> None:
    assert understand("bredband", analyzer, 200, ["place:Luleå", "x"]) == understand("bredband", analyzer, 200)


def test_a_question_of_unwanted_words_alone_is_refused(analyzer: Analyzer) -> None:
    with pytest.raises(UsageError, match="bara vad som inte ska vara med"):
        understand("-vatten", analyzer, 200)
    assert understand("-vatten", analyzer, 200, ["without:vatten"]).without == ()
