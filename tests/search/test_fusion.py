"""Fusion of the two kinds of evidence, worked out by hand."""

import pytest

from search.fusion import fuse


def test_cosines_are_spread_and_bm25_is_divided_by_its_greatest() -> None:
    fused = fuse({1: 0.90, 2: 0.85, 3: 0.80}, {2: 8.0, 3: 4.0}, lexical_weight=0.4)
    # 1: 0.6*1 + 0.4*0; 2: 0.6*0.5 + 0.4*1; 3: 0.6*0 + 0.4*0.5
    assert fused == pytest.approx({1: 0.6, 2: 0.7, 3: 0.2})


def test_one_candidate_and_none() -> None:
    assert fuse({}, {}) == {}
    assert fuse({5: 0.8}, {}, lexical_weight=0.5) == {5: 0.0}
