"""Which words of a text the question found."""

import pytest

from corpus.swedish.analysis import Analyzer
from search.highlights import highlights


@pytest.fixture(scope="module")
def analyzer() -> Analyzer:
    return Analyzer()


@pytest.mark.parametrize(
    ("question", "text", "found"),
    [
        ("bredband", "Bredbandsutbyggnaden går före bredbandet.", ["Bredbandsutbyggnaden", "bredbandet"]),
        ("Övertorneå", "Övertorneås andel", ["Övertorneås"]),
        ("1 675 Mkr", "Totalt 1 675 Mkr.", ["1 675", "Mkr"]),
        ("snö", "Med sno och is.", []),
    ],
)
def test_words_that_share_a_form_are_found(analyzer: Analyzer, question: str, text: str, found: list[str]) -> None:
    ranges = highlights(text, analyzer.terms(question), analyzer)
    assert [text[start:end] for start, end in ranges] == found
