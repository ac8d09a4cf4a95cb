from dataclasses import replace

import pytest

from ingest.layout.content import Style, Word
from ingest.layout.lines import is_raised
from tests.ingest.layout.sheets import BODY, BOLD, SMALL, typed, typed_lines


def test_words_with_a_columns_width_between_them_are_two_lines() -> None:
    lines = typed_lines(typed("till vänster", 50, 100), typed("till höger", 300, 100))
    assert [line.text for line in lines] == ["till vänster", "till höger"]


def test_a_word_in_two_styles_is_one_word() -> None:
    first = replace(typed("Risk", 50, 100)[0], spaced=False)
    second = typed("er", first.x1, 100)[0]
    assert typed_lines([first, second])[0].text == "Risker"


def test_a_number_far_left_belongs_to_its_heading() -> None:
    lines = typed_lines(typed("2.1", 50, 100), typed("Verksamheten", 85, 100))
    assert [line.text for line in lines] == ["2.1 Verksamheten"]


def test_a_chart_label_does_not_belong_to_the_text_beside_it() -> None:
    lines = typed_lines(typed("12", 50, 100, SMALL), typed("Verksamheten", 100, 100, replace(BODY, size=12.0)))
    assert len(lines) == 2


def test_a_small_word_above_the_baseline_is_raised() -> None:
    body = typed("stödet", 50, 100)[0]
    mark = replace(typed("3", body.x1, 96, SMALL)[0])
    line = typed_lines([replace(body, spaced=False), mark])[0]
    assert [is_raised(word, line) for word in line.words] == [False, True]


def test_a_mark_that_stands_high_belongs_to_its_line() -> None:
    body = typed("efter krisen.", 50, 100)
    high = typed("1", body[-1].x1 + 0.3, 94.8, replace(BODY, size=6.5))
    lines = typed_lines([*body, *high, *typed("En stor del", high[0].x1 + 3, 100)])
    assert [line.text for line in lines] == ["efter krisen. 1 En stor del"]


def test_a_small_line_close_above_another_is_a_line_of_its_own() -> None:
    assert (
        len(typed_lines(typed("Källa: budgeten", 50, 94.8, replace(BODY, size=6.5)), typed("En stor del", 50, 100)))
        == 2
    )


def shrunk(*pieces: str, small: Style) -> list[Word]:
    """Words in small capitals: the first letter of each piece is large."""
    words: list[Word] = []
    x = 50.0
    for piece in pieces:
        first = replace(typed(piece[0], x, 100, BOLD)[0], spaced=False)
        rest = typed(piece[1:], first.x1, 100, small)[0]
        words += [first, rest]
        x = rest.x1 + 5
    return words


@pytest.mark.parametrize("pieces", [("MÅLUPPFYLLELSE",), ("Ekonomi", "Och", "Mål")])
def test_small_capitals_are_as_large_as_their_large_ones(pieces: tuple[str, ...]) -> None:
    (line,) = typed_lines(shrunk(*pieces, small=replace(BOLD, size=7.0)))
    assert (line.size, line.text) == (BOLD.size, " ".join(pieces))


def test_small_letters_after_a_large_initial_of_another_font_are_as_they_are() -> None:
    (line,) = typed_lines(shrunk("Ekonomi", small=replace(BODY, size=7.0)))
    assert line.size == 7.0
