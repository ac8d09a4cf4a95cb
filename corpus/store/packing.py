"""Places on pages as compact bytes: a report of 60 pages has 20 000 words, each with a box.

All integers are little-endian and 32 bits wide; coordinates are hundredths of a point, so what is read back is what
was given, rounded to two decimals.

Spans: empty for none, else the zlib-compressed columns start, end - start, page, x0, top, x1 - x0, bottom - top, each a
span long and each but the lengths and sizes as differences from the span before. Differences within a line are small,
which makes the bytes about a fourth of what they were.

Sources: for each source four integers (page or -1, bytes of the printed page's number or -1, how many pages, how many
boxes), preceded by how many sources there are; then all pages; then all boxes as page, x0, top, x1, bottom; then all
printed numbers in UTF-8.
"""

import zlib
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from corpus.model import Box, Source, Span

UNITS_PER_POINT = 100
#: A damaged file may place a word anywhere; what lies further away than this (70 metres) is moved here.
FARTHEST = 200_000.0
#: The fastest level: the differences leave little for a higher one to find.
COMPRESSION = 1
_INTEGER = np.dtype("<i4")

Integers = NDArray[np.int32]


def pack_spans(spans: Sequence[Span]) -> bytes:
    """The bytes of spans; see the module for their layout."""
    if not spans:
        return b""
    whole = np.array([(s.start, s.end, s.box.page) for s in spans], dtype=np.int64)
    points = _units(np.array([(s.box.x0, s.box.top, s.box.x1, s.box.bottom) for s in spans], dtype=np.float64))
    columns = (
        _differences(whole[:, 0]),
        whole[:, 1] - whole[:, 0],
        _differences(whole[:, 2]),
        _differences(points[:, 0]),
        _differences(points[:, 1]),
        points[:, 2] - points[:, 0],
        points[:, 3] - points[:, 1],
    )
    return zlib.compress(np.concatenate(columns).astype(_INTEGER).tobytes(), COMPRESSION)


def unpack_spans(packed: bytes, within: tuple[int, int] | None = None) -> tuple[Span, ...]:
    """The spans that `pack_spans` packed; only those that have a character `within` a stretch, where one is given."""
    if not packed:
        return ()
    columns = np.frombuffer(zlib.decompress(packed), dtype=_INTEGER).astype(np.int64).reshape(7, -1)
    start, page, x0, top = (np.cumsum(columns[i]) for i in (0, 2, 3, 4))
    end = start + columns[1]
    whole = np.stack([start, end, page, x0, top, x0 + columns[5], top + columns[6]])
    if within is not None:
        whole = whole[:, (end > within[0]) & (start < within[1])]
    starts, ends, pages = whole[:3].tolist()
    return tuple(map(Span, starts, ends, map(Box, pages, *(whole[3:] / UNITS_PER_POINT).tolist())))


def pack_sources(sources: Sequence[Source]) -> bytes:
    """The bytes of sources; see the module for their layout."""
    heads: list[int] = [len(sources)]
    pages: list[int] = []
    boxes: list[Box] = []
    printed: list[bytes] = []
    for source in sources:
        number = None if source.printed_page is None else source.printed_page.encode("utf-8", "replace")
        heads += (
            -1 if source.page is None else source.page,
            -1 if number is None else len(number),
            len(source.pages),
            len(source.boxes),
        )
        pages += source.pages
        boxes += source.boxes
        printed.append(number or b"")
    return np.array(heads + pages, dtype=_INTEGER).tobytes() + _pack_boxes(boxes) + b"".join(printed)


def unpack_sources(packed: bytes) -> tuple[Source, ...]:
    """The sources that `pack_sources` packed."""
    count = int.from_bytes(packed[:4], "little")
    heads = np.frombuffer(packed, _INTEGER, count * 4, 4).reshape(-1, 4).tolist()
    at = 4 + 16 * count
    page_count, box_count = sum(head[2] for head in heads), sum(head[3] for head in heads)
    pages = np.frombuffer(packed, _INTEGER, page_count, at).tolist()
    at += 4 * page_count
    boxes = list(_unpack_boxes(np.frombuffer(packed, _INTEGER, box_count * 5, at)))
    return tuple(_sources(heads, pages, boxes, packed[at + 20 * box_count :]))


def _sources(heads: list[list[int]], pages: list[int], boxes: list[Box], printed: bytes) -> Iterator[Source]:
    of_page = of_box = of_printed = 0
    for page, length, page_count, box_count in heads:
        number = None if length < 0 else printed[of_printed : of_printed + length].decode("utf-8")
        yield Source(
            None if page < 0 else page,
            number,
            tuple(pages[of_page : of_page + page_count]),
            tuple(boxes[of_box : of_box + box_count]),
        )
        of_page += page_count
        of_box += box_count
        of_printed += max(length, 0)


def _pack_boxes(boxes: Sequence[Box]) -> bytes:
    if not boxes:
        return b""
    points = _units(np.array([(b.x0, b.top, b.x1, b.bottom) for b in boxes], dtype=np.float64))
    page = np.array([[b.page] for b in boxes], dtype=np.int64)
    return np.hstack([page, points]).astype(_INTEGER).tobytes()


def _unpack_boxes(integers: Integers) -> Iterator[Box]:
    table = integers.reshape(-1, 5)
    return map(Box, table[:, 0].tolist(), *(table[:, 1:].T / UNITS_PER_POINT).tolist())


def _units(points: NDArray[np.float64]) -> NDArray[np.int64]:
    inside = np.clip(np.nan_to_num(points), -FARTHEST, FARTHEST)
    return np.rint(inside * UNITS_PER_POINT).astype(np.int64)


def _differences(column: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.diff(column, prepend=0)
