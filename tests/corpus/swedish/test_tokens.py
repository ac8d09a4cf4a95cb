from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.swedish.tokens import tokenize


def texts(text: str) -> list[str]:
    return [token.text for token in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("EU:s IT-chefer", ["EU:s", "IT-chefer"]),
        ("ett 100-procentigt mål", ["ett", "100-procentigt", "mål"]),
        ("t.ex. bl.a. Boden", ["t.ex.", "bl.a.", "Boden"]),
        ("i Norrbotten1. Nästa", ["i", "Norrbotten", "1", ".", "Nästa"]),
        ("CO2 och A4", ["CO2", "och", "A4"]),
        ("och/eller (85%)", ["och", "/", "eller", "(", "85", "%", ")"]),
        ("7,5 mkr 2014-2020", ["7,5", "mkr", "2014", "-", "2020"]),
        ("covid-19-medlen", ["covid-19-medlen"]),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_kinds() -> None:
    assert [token.kind for token in tokenize("85 procent!")] == ["number", "word", "symbol"]


@given(st.text())
def test_tokens_hold_every_character_but_white_space_once(text: str) -> None:
    tokens = tokenize(text)
    assert all(token.text == text[token.start : token.end] for token in tokens)
    assert [left.end <= right.start for left, right in pairwise(tokens)] == [True] * max(0, len(tokens) - 1)
    assert "".join(token.text for token in tokens) == "".join(text.split())
