import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.swedish.analysis import Analyzer

SENTENCE = "Regionens bredbandsutbyggnad kostade 40 206 690 kronor i Övertorneås kommun. "


@pytest.fixture(scope="module")
def analyzer() -> Analyzer:
    return Analyzer()


def forms(analyzer: Analyzer, text: str) -> set[str]:
    return {form for term in analyzer.terms(text) for form in term.forms}


def test_terms(analyzer: Analyzer) -> None:
    terms = analyzer.terms("Bredbandsutbyggnaden i Övertorneås kommun kostade 40 206 690 kr.")
    assert [(term.position, term.forms) for term in terms] == [
        (0, ("bredbandsutbyggnad", "bredband", "utbyggnad")),
        (1, ("i",)),
        (2, ("övertorneå",)),
        (3, ("kommun",)),
        (4, ("kosta",)),
        (5, ("40206690",)),
        (6, ("kr",)),
    ]
    assert (terms[5].start, terms[5].end) == (50, 60)


def test_a_compound_and_its_paraphrase_find_each_other(analyzer: Analyzer) -> None:
    shared = forms(analyzer, "bredbandsutbyggnad") & forms(analyzer, "utbyggnad av bredband")
    assert shared == {"bredband", "utbyggnad"}


@pytest.mark.parametrize(
    "number", ["40 206 690", "40\u00a0206\u00a0690", "40\u2009206\u2009690", "40\u202f206\u202f690"]
)
def test_numbers_are_one_whatever_their_spaces(analyzer: Analyzer, number: str) -> None:
    assert forms(analyzer, number) == {"40206690"}


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("EU:s", ("eu",)),
        ("IT-chefer", ("it-chef", "it", "chef")),
        ("100-procentigt", ("100-procentig", "100", "procentig")),
        ("snö", ("snö",)),
        ("Kultur-enheten", ("kultur-enhet", "kultur", "enhet", "kulturenhet")),
    ],
)
def test_hyphens_and_colons(analyzer: Analyzer, word: str, expected: tuple[str, ...]) -> None:
    assert [term.forms for term in analyzer.terms(word)] == [expected]


def test_stop_words_can_be_left_out_and_still_take_a_place() -> None:
    terms = Analyzer(drop_stop_words=True).terms("utbyggnad av bredband")
    assert [(term.position, term.forms[0]) for term in terms] == [(0, "utbyggnad"), (2, "bredband")]


@given(st.text(max_size=300))
def test_any_text_gives_terms_in_order_within_it(analyzer: Analyzer, text: str) -> None:
    terms = analyzer.terms(text)
    assert terms == analyzer.terms(text)
    assert all(0 <= term.start < term.end <= len(text) and term.forms for term in terms)
    assert all(left.end <= right.start for left, right in pairwise(terms))
    assert [term.position for term in terms] == list(range(len(terms)))


def test_twenty_thousand_words_a_second(analyzer: Analyzer) -> None:
    text = SENTENCE * 500
    analyzer.terms(SENTENCE)
    began = time.process_time()
    count = len(analyzer.terms(text))
    assert count / (time.process_time() - began) > 20_000
