"""The paired bootstrap, against values worked out by hand."""

import pytest

from search.bootstrap import Difference, paired


def test_two_queries_of_which_one_gains() -> None:
    """Drawn twice from (0, 1), the mean is 0, 1/2, 1 in 1/4, 1/2, 1/4 of all cases; p is twice 1/4."""
    found = paired([0.0, 0.0], [0.0, 1.0])
    assert (found.queries, found.first, found.second, found.difference) == (2, 0.0, 0.5, 0.5)
    assert (found.low, found.high) == (0.0, 1.0)
    assert found.p == pytest.approx(0.5, abs=0.02)


def test_three_that_gain_and_one_that_loses() -> None:
    """The mean is at most 0 where the loser is drawn at least twice of four times: 1 - .75^4 - 4 * .25 * .75^3."""
    found = paired([0.2, 0.3, 0.4, 1.0], [1.2, 1.3, 1.4, 0.0])
    assert found.difference == pytest.approx(0.5)
    assert found.p == pytest.approx(2 * 0.2617, abs=0.02)
    assert found.high == pytest.approx(1.0)
    # P(mean <= -1/2) = P(at least three times) = 4 * .25^3 * .75 + .25^4 = .051 > .025; P(mean <= -1) = .004.
    assert found.low == pytest.approx(-0.5)


def test_the_interval_leaves_out_a_fortieth_at_each_end() -> None:
    """Of three queries of which one loses, it is drawn thrice in 1/27 of all cases: above 1/40, below 1/20."""
    assert paired([0.0, 0.0, 1.0], [1.0, 1.0, 0.0]).low == -1.0


def test_equal_settings_do_not_differ() -> None:
    assert paired([0.5, 0.25, 1.0], [0.5, 0.25, 1.0]) == Difference(
        queries=3, first=7 / 12, second=7 / 12, difference=0.0, low=0.0, high=0.0, p=1.0
    )


def test_a_gain_with_every_query_is_no_chance() -> None:
    found = paired([0.0] * 5, [0.1] * 5)
    assert [found.low, found.high] == pytest.approx([0.1, 0.1])
    assert found.p == pytest.approx(2 / 10_001)


def test_the_other_way_round_is_the_mirror_image() -> None:
    one, other = paired([0.0, 0.5, 1.0], [1.0, 0.5, 0.75]), paired([1.0, 0.5, 0.75], [0.0, 0.5, 1.0])
    assert (other.difference, other.low, other.high) == pytest.approx((-one.difference, -one.high, -one.low))
    assert other.p == one.p


def test_one_seed_gives_one_result() -> None:
    values = ([0.1, 0.9, 0.4], [0.3, 0.2, 0.8])
    assert paired(*values) == paired(*values)
    assert paired(*values, rounds=2_500).p == pytest.approx(paired(*values).p, abs=0.05)
