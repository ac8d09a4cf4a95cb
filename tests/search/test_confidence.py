"""Whether the corpus answers, worked out by hand."""

import math

import pytest

from corpus.swedish.analysis import Analyzer
from search.confidence import BY_WORDS, ENOUGH, confidence, manner_of
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
    ("question", "manner"),
    [
        ("färre åker buss och tåg", "phrase"),
        ("kurser på hemorten för den som vet hur", "phrase"),
        ("Hur får tonåringar vara med", "question"),
        ("i vilka byar finns det bredband", "question"),
        ("får tonåringar vara med?", "question"),
        ("laddstolpar elbilar", "keywords"),
        ("laddstolpar för elbilar i Jokkmokk", "keywords"),
        ("Konst i farten", "keywords"),
        ("hur gick det för Konst i farten?", "keywords"),
    ],
)
def test_how_a_question_is_put(question: str, manner: str, analyzer: Analyzer) -> None:
    assert manner_of(question, analyzer) == manner


def test_the_odds_are_those_of_the_rule(analyzer: Analyzer) -> None:
    # Of two keywords one is missing: 30 * 0.86 - 5 * 0.5 - 24.3 = -1.
    assert sure("laddstolpar elbilar", "Elbilar finns.", 0.86, analyzer) == pytest.approx(1 / (1 + math.e))
    # Of four everyday words one is missing: 30 * 0.86 - 2 / 4 - 24.3 = 1; in a whole question 3 / 4 are taken off.
    text = "Färre elbilar, många bussar."
    assert sure("åker med färre elbilar och bussar", text, 0.86, analyzer) == pytest.approx(1 / (1 + math.exp(-1)))
    assert sure("hur åker färre elbilar och bussar", text, 0.86, analyzer) == pytest.approx(1 / (1 + math.exp(-0.75)))


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
