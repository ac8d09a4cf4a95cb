"""Words of a passage as a place in its section or table."""

import pytest

from corpus.model import Passage
from search.spots import Spot, spot_of

#: Rows 3 and 4 of a table with a caption and a header.
ROWS = Passage("p2", "s1", "t1", 3, 5, "Tabell 1\nKommun\tAntal\nLuleå\t88\nÖvertorneå\t55", ("Bredband",))
#: Characters 100 to 126 of a section.
PROSE = Passage("p1", "s1", None, 100, 126, "Bredband når nästan alla. ", ("Bredband",))


def test_words_of_running_text_are_characters_of_the_section() -> None:
    assert spot_of(PROSE, 9, 12) == Spot("s1", None, 109, 112)


def test_words_past_the_end_stop_there() -> None:
    assert spot_of(PROSE, -5, 10_000) == Spot("s1", None, 100, 126)


@pytest.mark.parametrize("words", [(5, 5), (9, 3), (500, 600)])
def test_no_words_have_no_place(words: tuple[int, int]) -> None:
    assert spot_of(PROSE, *words) is None


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        ("Luleå\t88", (3, 4)),
        ("Övertorneå", (4, 5)),
        ("88\nÖver", (3, 5)),
        ("Antal\nLuleå", (3, 4)),
        ("Luleå\t88\n", (3, 4)),
    ],
)
def test_words_of_a_table_are_its_rows(words: str, rows: tuple[int, int]) -> None:
    start = ROWS.text.index(words)
    assert spot_of(ROWS, start, start + len(words)) == Spot(None, "t1", *rows)


def test_words_of_a_header_have_no_row() -> None:
    assert spot_of(ROWS, 0, len("Tabell 1\nKommun")) is None
