"""What is understood of a question."""

import pytest

from corpus.errors import UsageError
from corpus.swedish.analysis import Analyzer
from search.query import parse_years, understand

LONGEST = 200


@pytest.fixture(scope="module")
def analyzer() -> Analyzer:
    return Analyzer()


def test_places_and_content_words(analyzer: Analyzer) -> None:
    query = understand("Hur går det med bredband i Övertorneå?", analyzer, LONGEST)
    assert [place.code for place in query.places] == ["2518"]
    assert [term.forms[0] for term in query.terms][-2:] == ["bredband", "övertorneå"]
    assert "i" not in {term.forms[0] for term in query.terms}


def test_a_question_of_function_words_alone_keeps_them(analyzer: Analyzer) -> None:
    assert [term.forms[0] for term in understand("till och från", analyzer, LONGEST).terms] == ["till", "och", "från"]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("sjukfrånvaro 2019", (2019,)),
        ("stöd 2019–2021", (2019, 2020, 2021)),
        ("stöd 2019 - 2021 och 2024", (2019, 2020, 2021, 2024)),
        ("dnr RS 2021/123", ()),
        ("12017 kronor", ()),
    ],
)
def test_years(text: str, years: tuple[int, ...], analyzer: Analyzer) -> None:
    assert understand(text, analyzer, LONGEST).years == years


def test_phrases_in_every_kind_of_quotation_mark(analyzer: Analyzer) -> None:
    query = understand('”nära vård” "ny teknik" “a b” bredband', analyzer, LONGEST)
    assert query.phrases == ("nära vård", "ny teknik", "a b")


@pytest.mark.parametrize(
    ("text", "wants"),
    [
        ("hur många fick stöd", True),
        ("Vad kostade bron", True),
        ("andel kvinnor", True),
        ("vem leder projektet", False),
    ],
)
def test_a_question_that_asks_for_a_number(text: str, wants: bool, analyzer: Analyzer) -> None:
    assert understand(text, analyzer, LONGEST).wants_number is wants


def test_decomposed_letters_are_the_same_question(analyzer: Analyzer) -> None:
    assert understand("o\u0308vertornea\u030a", analyzer, LONGEST).text == "övertorneå"


@pytest.mark.parametrize("text", ["", "   ", "\n\t"])
def test_an_empty_question_is_refused(text: str, analyzer: Analyzer) -> None:
    with pytest.raises(UsageError, match="tom"):
        understand(text, analyzer, LONGEST)


def test_a_long_question_is_refused(analyzer: Analyzer) -> None:
    with pytest.raises(UsageError, match="100000 tecken, högst 200"):
        understand("å" * 100_000, analyzer, LONGEST)


@pytest.mark.parametrize(
    ("text", "years"), [("2017..2021", (2017, 2021)), ("2017-2021", (2017, 2021)), (" 2017 ", (2017, 2017))]
)
def test_bounds_of_years(text: str, years: tuple[int, int]) -> None:
    assert parse_years(text) == years


@pytest.mark.parametrize("text", ["2021..2017", "i fjol", "", "20171"])
def test_bounds_that_are_none(text: str) -> None:
    with pytest.raises(UsageError, match=r"2017\.\.2021"):
        parse_years(text)
