"""Texts cut into marked and unmarked parts."""

from hypothesis import given
from hypothesis import strategies as st

from web.fragments import Fragment, cut


def test_the_words_asked_for_are_marked() -> None:
    assert cut("Bredband i Luleå når 88 procent.", [(11, 16), (21, 23)]) == (
        Fragment("Bredband i "),
        Fragment("Luleå", marked=True, begins=True),
        Fragment(" når "),
        Fragment("88", marked=True, begins=True),
        Fragment(" procent."),
    )


def test_a_range_cut_by_the_stretch_s_edge_begins_before_it() -> None:
    assert cut("en två tre", [(0, 6)], 3, 10) == (Fragment("två", marked=True), Fragment(" tre"))
    assert cut("en två tre", [(7, 10)], 0, 6) == (Fragment("en två"),)
    assert cut("en två tre", [(3, 10)], 0, 6) == (Fragment("en "), Fragment("två", marked=True, begins=True))


RANGES = st.lists(st.integers(0, 40), max_size=8, unique=True).map(
    lambda ends: list(zip(sorted(ends)[::2], sorted(ends)[1::2], strict=False))
)


@given(st.text(max_size=40), RANGES, st.integers(0, 40), st.integers(0, 40))
def test_no_character_is_lost_or_doubled(text: str, ranges: list[tuple[int, int]], start: int, end: int) -> None:
    parts = cut(text, ranges, start, min(end, len(text)))
    assert "".join(part.text for part in parts) == text[start : min(end, len(text))]
    assert sum(len(part.text) for part in parts if part.marked) == sum(
        any(first <= at < last for first, last in ranges) for at in range(start, min(end, len(text)))
    )
