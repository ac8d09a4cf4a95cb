import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.layout.hyphens import ends_with_hyphen, join, vocabulary_of

WORDS = vocabulary_of(
    [
        "Bostadsmarknaden växer och BNP-tillväxten ökar.",
        "E-hälsotjänster finns, och Covid-19-stödet är slut. En RUS-indikator.",
        "Det är en RUS-indikator till.",
    ]
)


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("på bostads-", "marknaden i", "på bostadsmarknaden i"),  # in the vocabulary as one word
        ("att BNP-", "tillväxten är", "att BNP-tillväxten är"),  # an acronym keeps its hyphen
        ("små-", "och medelstora", "små- och medelstora"),  # a suspended form keeps hyphen and space
        ("drift-", "eller stöd", "drift- eller stöd"),
        ("åren 2014-", "2020 var", "åren 2014-2020 var"),  # figures keep it
        ("kollek-", "tivtrafiken", "kollektivtrafiken"),  # unknown, lower case: soft
        ("Borlänge-", "Malungfors", "Borlänge-Malungfors"),  # a capital after it
        ("soft\u00ad", "mjuk", "softmjuk"),  # a soft hyphen of the file's own
        ("kollek\u2010", "tivet", "kollektivet"),  # WeasyPrint's hyphen
        ("en mening.", "En till", "en mening. En till"),
        ("en lång -", "tankstreck", "en lång - tankstreck"),
        ("och/", "eller", "och/eller"),
        ("nya RUS-", "indikatorn", "nya RUS-indikatorn"),
    ],
)
def test_two_lines_become_one(before: str, after: str, whole: str) -> None:
    text, space = join(before, after, WORDS)
    assert text + space + after == whole


def test_a_known_soft_hyphen_is_mended_even_where_the_words_say_otherwise() -> None:
    assert join("BNP-", "tillväxt", WORDS, soft=True) == ("BNP", "")


def test_cut_words_do_not_enter_the_vocabulary() -> None:
    words = vocabulary_of(["hela bostads-", "marknaden"])
    assert words.count("bostads") == 0
    assert words.count("marknaden") == 1


TEXT = st.text(st.sampled_from(string.ascii_lowercase + "åäöÅÄÖ0123456789 .,-/\u00ad"), max_size=30)


@given(TEXT, TEXT)
def test_joining_never_loses_anything_but_a_hyphen(before: str, after: str) -> None:
    text, space = join(before, after, WORDS)
    assert space in ("", " ")
    assert text in (before, before[:-1])
    if text != before:
        assert before[-1] in "-\u2010\u2011\u00ad"


@given(TEXT, TEXT)
def test_lines_without_a_hyphen_are_parted_by_a_space(before: str, after: str) -> None:
    if before and after and not ends_with_hyphen(before) and before[-1] not in "/\u00ad":
        assert join(before, after, WORDS) == (before, " ")
