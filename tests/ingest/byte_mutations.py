"""Damage to a file's bytes, whatever its format: what bad disks, broken downloads and careless tools do."""

import random
from collections.abc import Callable

#: Makes a damaged file of a whole one.
Mutation = Callable[[bytes, random.Random], bytes]


def flipped(content: bytes, draw: random.Random) -> bytes:
    """Bytes replaced by others."""
    changed = bytearray(content)
    for _ in range(draw.choice((1, 20, 300))):
        changed[draw.randrange(len(changed))] = draw.randrange(256)
    return bytes(changed)


def bits_flipped(content: bytes, draw: random.Random) -> bytes:
    """Single bits turned over."""
    changed = bytearray(content)
    for _ in range(draw.choice((1, 10, 100))):
        changed[draw.randrange(len(changed))] ^= 1 << draw.randrange(8)
    return bytes(changed)


def truncated(content: bytes, draw: random.Random) -> bytes:
    """The end cut off, often near the end, where the table of contents of the format stands."""
    end = draw.choice((draw.randrange(len(content)), len(content) - draw.randrange(1, 3000)))
    return content[: max(1, end)]


def beheaded(content: bytes, draw: random.Random) -> bytes:
    """The beginning cut off, but for its first bytes."""
    kept = draw.choice((8, 100))
    return content[:kept] + content[kept + draw.randrange(1, len(content) // 2) :]


def zeroed(content: bytes, draw: random.Random) -> bytes:
    """A range of zeros, as a disk leaves them."""
    start, end = stretch(content, draw)
    return content[:start] + bytes(end - start) + content[end:]


def removed(content: bytes, draw: random.Random) -> bytes:
    """A range left out."""
    start, end = stretch(content, draw)
    return content[:start] + content[end:]


def doubled(content: bytes, draw: random.Random) -> bytes:
    """A range that comes again somewhere."""
    start, end = stretch(content, draw)
    at = draw.randrange(len(content))
    return content[:at] + content[start:end] + content[at:]


def overwritten(content: bytes, draw: random.Random) -> bytes:
    """A range over which another was written."""
    start, end = stretch(content, draw)
    at = draw.randrange(len(content))
    return content[:at] + content[start:end] + content[at + end - start :]


def stretch(content: bytes, draw: random.Random) -> tuple[int, int]:
    """The borders of a range of up to 8 kB."""
    start = draw.randrange(len(content))
    return start, min(len(content), start + draw.choice((4, 64, 512, 8192)))


BYTE_MUTATIONS: tuple[Mutation, ...] = (
    flipped,
    bits_flipped,
    truncated,
    beheaded,
    zeroed,
    removed,
    doubled,
    overwritten,
)
