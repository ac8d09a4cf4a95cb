"""Whether the corpus answers, worked out by hand."""

import math

import pytest

from corpus.swedish.analysis import Analyzer
from search.confidence import BY_WORDS, ENOUGH, confidence, is_everyday
from search.coverage import wanted
from search.query import understand

E5 = "intfloat/multilingual-e5-small#0123456789ab"


@pytest.fixture(scope="module")
def analyzer() -> Analyzer:
    return Analyzer()


def sure(question: str, text: str, cosine: float, analyzer: Analyzer, model: str = E5) -> float:
    query = understand(question, analyzer, 200)
    return confidence(query, wanted(query.terms, lambda form: 1.0), text, cosine, model, analyzer)


@pytest.mark.parametrize(
    ("question", "everyday"),
    [
        ("färre åker buss och tåg", True),
        ("Hur får tonåringar vara med", True),
        ("laddstolpar elbilar", False),
        ("laddstolpar för elbilar i Jokkmokk", False),
        ("Konst i farten", False),
    ],
)
def test_everyday_words_are_told_from_keywords_and_names(question: str, everyday: bool, analyzer: Analyzer) -> None:
    assert is_everyday(question, analyzer) == everyday


def test_the_odds_are_those_of_the_rule(analyzer: Analyzer) -> None:
    # Of two keywords one is missing: 30 * 0.86 - 5 * 0.5 - 24.3 = -1.
    assert sure("laddstolpar elbilar", "Elbilar finns.", 0.86, analyzer) == pytest.approx(1 / (1 + math.e))
    # In everyday words the same costs 2 * 0.5: half a unit more than even.
    assert sure("åker färre elbilar och bussar", "Färre elbilar.", 0.86, analyzer) > 0.5


def test_a_missing_keyword_silences_and_nearness_speaks(analyzer: Analyzer) -> None:
    assert sure("laddstolpar elbilar", "Kultur i länet.", 0.86, analyzer) < ENOUGH
    assert sure("laddstolpar elbilar", "Laddstolpar för elbilar.", 0.82, analyzer) >= ENOUGH
    assert sure("laddstolpar elbilar", "Laddstolpar för elbilar.", 0.75, analyzer) < ENOUGH


def test_a_model_of_unknown_cosines_is_judged_by_words_alone(analyzer: Analyzer) -> None:
    text = "Laddstolpar för elbilar."
    assert sure("laddstolpar elbilar", text, 0.1, analyzer, "hash#0") == pytest.approx(
        1 / (1 + math.exp(-BY_WORDS.base))
    )
    assert sure("laddstolpar elbilar", "Kultur.", 0.9, analyzer, "hash#0") < ENOUGH
