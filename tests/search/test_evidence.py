"""The sentence or row that answers best."""

import pytest

from corpus.model import Passage
from corpus.swedish.analysis import Analyzer
from search.evidence import best_quote, candidates, term_weights
from search.highlights import highlights
from search.query import understand

TEXT = (
    "Länet bygger ut bredband. Längst har Ljungby kommit med 91 procent. "
    "Lägst är andelen i Övertorneå, där 55 procent har snabbt bredband.\n\n• Skolor får fiber först\n• Vägar byggs om"
)


@pytest.fixture(scope="module")
def analyzer() -> Analyzer:
    return Analyzer()


def passage(text: str, table: bool = False, start: int = 0, end: int | None = None) -> Passage:
    return Passage("p1", "s1", "t1" if table else None, start, len(text) if end is None else end, text, ("Bredband",))


def quoted(question: str, text: str, analyzer: Analyzer) -> str:
    query = understand(question, analyzer, 200)
    weights = term_weights(query.terms, lambda form: 1.0)
    quote = best_quote(passage(text), query, weights, analyzer)
    assert text[quote.start : quote.end] == quote.text
    return quote.text


def test_the_sentence_with_most_of_the_words(analyzer: Analyzer) -> None:
    assert quoted("bredband Övertorneå", TEXT, analyzer).startswith("Lägst är andelen")
    assert quoted("bredband i länet", TEXT, analyzer) == "Länet bygger ut bredband."


def test_a_bullet_is_not_quoted(analyzer: Analyzer) -> None:
    assert quoted("fiber till skolor", TEXT, analyzer) == "Skolor får fiber först"


def test_a_question_for_a_number_takes_the_sentence_that_has_one(analyzer: Analyzer) -> None:
    text = "Stöd gavs till företag. Stöd gavs till 35 företag."
    assert quoted("stöd till företag", text, analyzer) == "Stöd gavs till företag."
    assert quoted("hur många företag fick stöd", text, analyzer) == "Stöd gavs till 35 företag."


def test_rows_of_a_table_are_quoted_with_their_number() -> None:
    text = "Tabell 1\nKommun\tAndel\nLjungby\t91\nÖvertorneå\t55"
    rows = list(candidates(passage(text, table=True, start=4, end=6)))
    assert [(row.text, row.row) for row in rows] == [("Ljungby\t91", 4), ("Övertorneå\t55", 5)]
    assert [text[row.start : row.end] for row in rows] == ["Ljungby\t91", "Övertorneå\t55"]


def test_a_quote_is_worth_its_share_of_the_question_by_rarity(analyzer: Analyzer) -> None:
    query = understand("bredband Övertorneå", analyzer, 200)
    weights = term_weights(query.terms, lambda form: {"bredband": 1.0, "övertorneå": 3.0}.get(form, 0.0))
    assert best_quote(passage("Övertorneå växer."), query, weights, analyzer).worth == pytest.approx(0.75)
    assert best_quote(passage("Skolan i byn stängs."), query, weights, analyzer).worth == 0.0


def test_a_part_of_a_compound_weighs_half(analyzer: Analyzer) -> None:
    terms = analyzer.terms("bredbandsutbyggnad")
    weights = term_weights(tuple(terms), lambda form: 2.0)
    assert weights["bredbandsutbyggnad"] == 2.0
    assert weights["bredband"] == weights["utbyggnad"] == 1.0


def test_words_that_share_a_form_are_marked_whole(analyzer: Analyzer) -> None:
    text = "Bredbandsutbyggnaden i Övertorneås byar"
    marks = highlights(text, analyzer.terms("bredband Övertorneå"), analyzer)
    assert [text[start:end] for start, end in marks] == ["Bredbandsutbyggnaden", "Övertorneås"]
