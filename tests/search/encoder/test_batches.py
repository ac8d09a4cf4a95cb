"""Which texts are encoded together."""

from hypothesis import given
from hypothesis import strategies as st

from search.encoder.batches import plan


def test_texts_of_like_length_are_together() -> None:
    """Budget 20: the 9 and the 8 fill 18 padded places, a third would need 27; then 4, 3 and 2 fill 12."""
    assert plan([3, 9, 2, 8, 4], 20) == [[1, 3], [4, 0, 2]]


def test_a_text_beyond_the_budget_is_alone() -> None:
    assert plan([5, 50, 5], 20) == [[1], [0, 2]]


def test_ties_keep_the_order_given() -> None:
    assert plan([4, 4, 4], 8) == [[0, 1], [2]]


@given(st.lists(st.integers(1, 600)), st.integers(1, 4096))
def test_every_text_is_in_one_batch_within_the_budget(lengths: list[int], budget: int) -> None:
    batches = plan(lengths, budget)
    assert sorted(number for batch in batches for number in batch) == list(range(len(lengths)))
    for batch in batches:
        assert len(batch) == 1 or len(batch) * max(lengths[number] for number in batch) <= budget
