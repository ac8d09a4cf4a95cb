"""Nearest neighbours by FAISS."""

from pathlib import Path

import numpy as np
import pytest

from corpus.errors import VersionMismatch
from search.vectors import VectorIndex

#: Four unit vectors in the plane, at 0, 30, 60 and 90 degrees.
ANGLES = np.radians([0, 30, 60, 90])
VECTORS = np.stack([np.cos(ANGLES), np.sin(ANGLES)], axis=1).astype(np.float32)
NUMBERS = np.array([10, 11, 12, 13])
EAST = VECTORS[0]


def built() -> VectorIndex:
    return VectorIndex.build(NUMBERS, VECTORS)


def test_neighbours_come_nearest_first_with_their_cosine() -> None:
    found = built().search(EAST, 3)
    assert [n.number for n in found] == [10, 11, 12]
    # Cosines of 0, 30 and 60 degrees; 16-bit floats keep three decimals.
    assert [n.cosine for n in found] == pytest.approx([1.0, 0.866, 0.5], abs=1e-3)


def test_only_allowed_numbers_are_found() -> None:
    assert [n.number for n in built().search(EAST, 3, allowed=np.array([13, 12, 99]))] == [12, 13]
    assert built().search(EAST, 3, allowed=np.array([], dtype=np.int64)) == []


def test_cosines_of_named_passages() -> None:
    cosines = built().cosines(EAST, [12, 10, 77])
    assert cosines == pytest.approx({10: 1.0, 12: 0.5}, abs=1e-3)


def test_an_index_is_extended_and_read_again(tmp_path: Path) -> None:
    index = built().extended(np.array([20]), VECTORS[:1])
    index.write(tmp_path / "v.faiss")
    again = VectorIndex.read(tmp_path / "v.faiss")
    assert {n.number for n in again.search(EAST, 2)} == {10, 20}
    assert (len(again), again.dimensions, again.greatest()) == (5, 2, 20)


def test_an_empty_index_answers_nothing() -> None:
    index = VectorIndex.build(np.array([], dtype=np.int64), np.zeros((0, 2), dtype=np.float32))
    assert index.search(EAST, 5) == []
    assert index.greatest() == 0


def test_a_large_index_finds_the_same_by_cells() -> None:
    rng = np.random.default_rng(7)
    vectors = rng.normal(size=(2000, 16)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    numbers = np.arange(2000)
    exact, cells = VectorIndex.build(numbers, vectors), VectorIndex.build(numbers, vectors, exact_limit=100)
    for row in range(0, 2000, 200):
        assert exact.search(vectors[row], 1)[0].number == row
        assert cells.search(vectors[row], 1)[0].number == row
    assert cells.greatest() == 1999
    # A restricted search visits every cell.
    allowed = np.arange(0, 2000, 50)
    assert [n.number for n in cells.search(vectors[3], 5, allowed)] == [
        n.number for n in exact.search(vectors[3], 5, allowed)
    ]


def test_a_damaged_file_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "v.faiss").write_bytes(b"not an index")
    with pytest.raises(VersionMismatch, match="reindex"):
        VectorIndex.read(tmp_path / "v.faiss")
