"""The container of the weights, written here by hand as its description says."""

import contextlib
import struct
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.errors import ModelError
from search.encoder import e5s1

PIECES = [("<s>", 0.0), ("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0), ("▁å", -1.5)]


def container() -> bytes:
    """Two tensors: three floats, and one block of 32 weights of four bits with scale 0.5."""
    words = [piece.encode() for piece, _ in PIECES]
    ends = np.cumsum([0, *map(len, words)])
    head = b"E5S1" + struct.pack("<I7ifi", 1, 32, 1, 2, 64, 6, 16, 2, 1e-12, 32)
    head += struct.pack("<i4iQ", len(PIECES), 0, 2, 1, 3, ends[-1])
    head += ends.astype("<u4").tobytes() + np.array([score for _, score in PIECES], "<f4").tobytes() + b"".join(words)
    rules = struct.pack("<IBII", ord("ﬁ"), 2, ord("f"), ord("i")) + struct.pack("<IB", 0x7F, 0)
    head += struct.pack("<iI", 2, len(rules)) + rules
    floats = np.array([1.0, -2.0, 0.25], "<f4").tobytes()
    block = np.array([0.5], "<f2").tobytes() + bytes([0x80 + 9] + [0x88] * 14 + [0xF0])
    names = [(b"emb.x", 0, 3, floats), (b"l0.q.w", 1, 32, block)]
    start = len(head) + 4 + sum(2 + len(name) + 21 for name, *_ in names)
    directory = struct.pack("<i", len(names))
    for name, kind, count, raw in names:
        directory += struct.pack("<H", len(name)) + name + struct.pack("<BIQQ", kind, count, start, len(raw))
        start += len(raw)
    return head + directory + floats + block


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "liten.bin"
    path.write_bytes(container())
    return path


def test_every_part_is_read(file: Path) -> None:
    read = e5s1.read(file)
    assert read.shape == e5s1.Shape(32, 1, 2, 64, 6, 16, 2, float(np.float32(1e-12)))
    assert read.vocabulary.pieces == tuple(PIECES)
    assert (read.vocabulary.start, read.vocabulary.end, read.vocabulary.padding, read.vocabulary.unknown) == (
        0,
        2,
        1,
        3,
    )
    assert read.vocabulary.normalisation == {"ﬁ": "fi", "\x7f": ""}
    assert read.tensors["emb.x"].tolist() == [1.0, -2.0, 0.25]


def test_four_bit_weights_are_low_halves_then_high_halves(file: Path) -> None:
    """First byte 0x89: low 9 is +1 step, high 8 is none; last byte 0xF0: low 0 is -8 steps, high 15 is +7; step 0.5."""
    weights = e5s1.read(file).tensors["l0.q.w"]
    expected = np.zeros(32)
    expected[[0, 15, 31]] = 0.5, -4.0, 3.5
    assert weights.dtype == np.float32
    assert weights.tolist() == expected.tolist()


def test_a_file_cut_anywhere_is_refused_by_name(file: Path) -> None:
    whole = container()
    for length in range(len(whole)):
        file.write_bytes(whole[:length])
        with pytest.raises(ModelError, match=r"liten\.bin.*Installera om"):
            e5s1.read(file)


@given(st.lists(st.tuples(st.integers(0, len(container()) - 1), st.integers(0, 255)), min_size=1, max_size=4))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_damage_is_refused_or_read_but_never_a_crash(file: Path, damage: list[tuple[int, int]]) -> None:
    content = bytearray(container())
    for position, value in damage:
        content[position] = value
    file.write_bytes(content)
    with contextlib.suppress(ModelError):
        e5s1.read(file)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ((0, b"GGUF"), "börjar inte som"),
        ((4, struct.pack("<I", 9)), "version 9"),
        ((8, struct.pack("<i", -32)), "mått är orimliga"),
        ((16, struct.pack("<i", 5)), "stämmer inte med varandra"),
        ((44, struct.pack("<i", 2_000_000_000)), "antalet ordbitar är orimligt"),
        ((48, struct.pack("<i", 77)), "särskilt tecken"),
    ],
)
def test_the_message_says_what_is_wrong(file: Path, change: tuple[int, bytes], said: str) -> None:
    content = bytearray(container())
    content[change[0] : change[0] + len(change[1])] = change[1]
    file.write_bytes(content)
    with pytest.raises(ModelError, match=said):
        e5s1.read(file)


def test_a_weight_that_is_no_number_is_refused(file: Path) -> None:
    content = container()
    file.write_bytes(content[:-18] + np.array([np.nan], "<f2").tobytes() + content[-16:])
    with pytest.raises(ModelError, match=r"l0\.q\.w innehåller annat än tal"):
        e5s1.read(file)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"saknad\.bin kan inte läsas"):
        e5s1.read(tmp_path / "saknad.bin")
