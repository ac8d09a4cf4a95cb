"""How much of a question a text holds, worked out by hand."""

import pytest

from corpus.swedish.analysis import Analyzer
from search.coverage import forms_of, wanted


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
def test_words_weigh_by_rarity(text: str, share: float, analyzer: Analyzer) -> None:
    rarity = {"bredband": 1.0, "övertorneå": 3.0}
    sought = wanted(analyzer.terms("bredband övertorneå kolonisation"), lambda form: rarity.get(form, 0.0))
    assert sought.share(forms_of(text, analyzer)) == pytest.approx(share)


@pytest.mark.parametrize(
    ("text", "share"),
    [("Bredbandsutbyggnaden går framåt.", 1.0), ("Utbyggnad av bredband pågår.", 1.0), ("Bredband finns.", 0.5)],
)
def test_a_compound_is_held_by_its_parts_only_together(text: str, share: float, analyzer: Analyzer) -> None:
    sought = wanted(analyzer.terms("bredbandsutbyggnad"), lambda form: 0.0)
    assert sought.share(forms_of(text, analyzer)) == pytest.approx(share)


def test_a_compound_that_the_corpus_lacks_is_worth_its_rarest_part(analyzer: Analyzer) -> None:
    rarity = {"bredband": 1.0, "utbyggnad": 2.0, "skola": 4.0}
    sought = wanted(analyzer.terms("bredbandsutbyggnad skola"), lambda form: rarity.get(form, 0.0))
    assert [word.worth for word in sought.words] == [2.0, 4.0]


def test_nothing_asked_for_is_held_by_nothing() -> None:
    assert wanted((), lambda form: 1.0).share({"bredband"}) == 0.0
