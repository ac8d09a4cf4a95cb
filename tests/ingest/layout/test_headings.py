import pytest

from ingest.layout.headings import plain


@pytest.mark.parametrize(
    ("text", "words"),
    [("2.1 Mål och medel", "mål och medel"), ("■  Låg inflation", "låg inflation"), ("2023", "2023")],
)
def test_headings_are_compared_by_their_words(text: str, words: str) -> None:
    assert plain(text) == words
