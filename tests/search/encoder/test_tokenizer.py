"""The tokenizer by hand, over a vocabulary small enough to see; the real one is checked in test_bundled."""

import unicodedata

import pytest
from tokenizers import Tokenizer

from search.encoder import tokenizer
from search.encoder.e5s1 import Vocabulary

PIECES = (
    ("<s>", 0.0),
    ("<pad>", 0.0),
    ("</s>", 0.0),
    ("<unk>", 0.0),
    ("▁", -3.0),
    ("▁å", -2.0),
    ("r", -2.5),
    ("▁år", -4.0),
    ("s", -2.5),
    ("fi", -3.0),
    ("...", -3.0),
)
RULES = {"\t": " ", "\x07": "", "ﬁ": "fi", "…": "...", "\u2581": " "}


@pytest.fixture
def small() -> Tokenizer:
    return tokenizer.build(Vocabulary(PIECES, start=0, end=2, padding=1, unknown=3, normalisation=RULES))


def pieces(small: Tokenizer, text: str) -> list[str]:
    return list(small.encode(text).tokens)


def test_the_likeliest_chain_is_taken(small: Tokenizer) -> None:
    """▁år alone costs 4, ▁å + r costs 4.5; års is then ▁år + s."""
    assert pieces(small, "års") == ["<s>", "▁år", "s", "</s>"]


def test_decomposed_letters_are_composed(small: Tokenizer) -> None:
    assert pieces(small, unicodedata.normalize("NFD", "år")) == ["<s>", "▁år", "</s>"]


def test_the_files_own_rules_hold(small: Tokenizer) -> None:
    """A tab is a space and a bell is nothing, which NFKC would leave; ligatures and dots are NFKC's."""
    assert pieces(small, "år\tår") == pieces(small, "år år") == pieces(small, "år▁år")
    assert pieces(small, "å\x07r") == ["<s>", "▁år", "</s>"]
    assert pieces(small, "årﬁ…") == ["<s>", "▁år", "fi", "...", "</s>"]


def test_space_around_and_between_does_not_matter(small: Tokenizer) -> None:
    assert pieces(small, "  år   års ") == pieces(small, "år års")


def test_a_run_of_unknown_letters_is_one_piece(small: Tokenizer) -> None:
    assert small.encode("år日本").ids == [0, 7, 3, 2]
