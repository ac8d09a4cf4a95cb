import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.swedish.unbroken import unbroken


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Region\nSkåne", "Region Skåne"),
        ("Region \r\n\r\n Skåne", "Region Skåne"),
        ("Över-\ntorneå", "Övertorneå"),
        ("Över\u00adtorneå", "Övertorneå"),
        ("Över\u0002\ntorneå", "Övertorneå"),
        ("Umeå-\nLuleå", "Umeå-Luleå"),
        ("Luleå-\noch Bodenområdet", "Luleå- och Bodenområdet"),
        ("Umeå -\nLuleå", "Umeå - Luleå"),
        ("två  blanka och en\ttabb", "två  blanka och en\ttabb"),
        ("", ""),
    ],
)
def test_line_ends_are_undone(text: str, expected: str) -> None:
    assert unbroken(text).text == expected


@given(st.lists(st.sampled_from([*"aÅ- \n\r\u00ad\u0002", "och ", "1"]), max_size=40).map("".join))
def test_every_letter_stood_where_it_says(text: str) -> None:
    flat = unbroken(text)
    for at, char in enumerate(flat.text):
        if not char.isspace():
            assert text[flat.origin(at)] == char
