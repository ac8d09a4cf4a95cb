import pytest

from corpus.errors import ModelError
from corpus.swedish import lexicon as module
from corpus.swedish.lexicon import lexicon


@pytest.mark.parametrize(
    ("form", "bases"),
    [
        ("kommunernas", ["kommun"]),
        ("museet", ["museum"]),
        ("ledde", ["leda"]),
        ("utbyggnad", ["utbyggnad"]),
        ("gatu", []),
        ("xyzzy", []),
    ],
)
def test_words_that_a_form_may_be_of(form: str, bases: list[str]) -> None:
    assert lexicon().bases(form) == bases


@pytest.mark.parametrize(
    ("form", "opener"), [("utvecklings", "utveckling"), ("arbets", "arbets"), ("gatu", "gatu"), ("region", "region")]
)
def test_what_a_compound_may_begin_with(form: str, opener: str) -> None:
    assert opener in lexicon().openers(form)


@pytest.mark.parametrize("form", ["utveckling", "kommuner", "xyzzy"])
def test_what_a_compound_may_not_begin_with(form: str) -> None:
    assert lexicon().openers(form) == []


def test_a_missing_word_list_is_said_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_PACKAGE", "no-such-package")
    with pytest.raises(ModelError, match="hunspell-sv"):
        lexicon.__wrapped__()
