"""Whether the corpus answers, worked out by hand."""

import pytest

from corpus.swedish.analysis import Analyzer
from search.confidence import coverage
from search.evidence import term_weights


@pytest.fixture(scope="module")
def analyzer() -> Analyzer:
    return Analyzer()


@pytest.mark.parametrize(
    ("text", "share"),
    [
        # "bredband" is worth 1, "övertorneå" 3, and "kolonisation", which the corpus lacks, as much as the rarest: 3.
        ("Bredband saknas.", 1 / 7),
        ("Övertorneå har bredband.", 4 / 7),
        ("Ingenting av det.", 0.0),
    ],
)
def test_coverage_weighs_words_by_rarity(text: str, share: float, analyzer: Analyzer) -> None:
    terms = analyzer.terms("bredband övertorneå kolonisation")
    rarity = {"bredband": 1.0, "övertorneå": 3.0}
    weights = term_weights(tuple(terms), lambda form: rarity.get(form, 0.0))
    assert coverage(terms, weights, text, analyzer) == pytest.approx(share)


@pytest.mark.parametrize(
    ("text", "share"),
    [("Bredbandsutbyggnaden går framåt.", 1.0), ("Utbyggnad av bredband pågår.", 1.0), ("Bredband finns.", 0.5)],
)
def test_a_compound_is_held_by_its_parts_only_together(text: str, share: float, analyzer: Analyzer) -> None:
    terms = analyzer.terms("bredbandsutbyggnad")
    assert coverage(terms, {}, text, analyzer) == pytest.approx(share)
