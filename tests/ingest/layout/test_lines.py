from dataclasses import replace

from ingest.layout.lines import is_raised
from tests.ingest.layout.sheets import BODY, SMALL, typed, typed_lines


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
