from ingest.layout.headings import Verdict
from ingest.layout.levels import levels_of

LARGE = (16.0, True, False, False, 0, "Serif")
BOLD = (10.0, True, False, False, 0, "Serif")
ITALIC = (10.0, False, True, False, 0, "Serif")


def test_styles_without_numbers_stand_below_more_prominent_ones() -> None:
    verdicts = [Verdict(1, LARGE, 2, numbered=True), Verdict(None, BOLD, 1), Verdict(None, ITALIC, 1)]
    assert levels_of(verdicts, [False] * 3) == [1, 2, 3]


def test_an_explicit_level_stands() -> None:
    verdicts = [Verdict(2, BOLD, 4), Verdict(3, BOLD, 4), Verdict(None, BOLD, 1), Verdict(2, BOLD, 4)]
    assert levels_of(verdicts, [False] * 4) == [2, 3, 2, 2]


def test_a_heading_that_another_of_its_style_follows_heads_those_after_it() -> None:
    verdicts = [
        Verdict(1, LARGE, 2, numbered=True),
        Verdict(None, ITALIC, 1),
        Verdict(None, ITALIC, 1),
        Verdict(None, ITALIC, 1),
        Verdict(1, LARGE, 2, numbered=True),
        Verdict(None, ITALIC, 1),
    ]
    assert levels_of(verdicts, [False, False, True, False, False, False]) == [1, 2, 3, 3, 1, 2]


def test_a_heading_without_number_before_the_first_chapter_is_a_chapter() -> None:
    verdicts = [Verdict(None, BOLD, 1), Verdict(1, LARGE, 2, numbered=True), Verdict(2, BOLD, 2, numbered=True)]
    assert levels_of(verdicts, [False] * 3) == [1, 1, 2]


def test_levels_that_contradict_the_sizes_change_places() -> None:
    chapter, name = Verdict(3, LARGE, 4), Verdict(2, BOLD, 4)
    assert levels_of([name, chapter, name, name, chapter], [False] * 5) == [3, 2, 3, 3, 2]
    # One heading may be set otherwise than meant.
    assert levels_of([name, chapter, name], [False] * 3) == [2, 3, 2]
