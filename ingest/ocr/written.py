"""Whether a picture plainly holds text, told from its pixels in milliseconds and without reading it."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

#: Dots an inch at which a picture is looked at: body text is then 6 to 12 dots high.
LOOKED_AT = 100
#: Width in dots of the upright strips that a picture is cut into, so that columns and boxes are looked at one by one.
STRIP = 60
#: Difference in brightness (of 255) of two neighbouring dots that is an edge; soft photographs and shadows have less.
EDGE = 50
#: Edges in a row of a strip that letters bring, and the most that the space between two lines has.
LETTERS = 5
BETWEEN = 1
#: Rows of a line in which letters are dense, and the height in dots of all of it: type of 12 points at most.
LOWEST = 3
HIGHEST = 18
#: Pieces of lines, a strip wide, from which a picture plainly holds text, and how many a square inch has at least. In
#: the development files, tables have 2.1 to 4.3 on a square inch, boxes of an organisation 1.9, charts up to 1.9 with
#: one exception, and photographs up to 1.0; of those that fill a page, up to 0.6: there, much may be empty.
PLAINLY = 20
DENSE = 1.8
PAGE_DENSE = 0.9

Counts = NDArray[np.int64]


def looks_written(picture: Image.Image, *, page: bool = False) -> bool:
    """Whether a grey picture, at `LOOKED_AT` dots an inch, plainly holds text; it may be a whole `page`."""
    pieces = written_pieces(picture)
    return pieces >= max(PLAINLY, (PAGE_DENSE if page else DENSE) * picture.width * picture.height / LOOKED_AT**2)


def written_pieces(picture: Image.Image) -> int:
    """How many pieces of lines, a strip wide, seem to stand in a grey picture."""
    dots = np.asarray(picture, dtype=np.int16)
    edges = np.abs(np.diff(dots, axis=1)) > EDGE
    return sum(_lines(edges[:, left : left + STRIP].sum(axis=1)) for left in range(0, edges.shape[1], STRIP))


def _lines(edges: Counts) -> int:
    """Lines in a strip, from the edges in each of its rows: dense for a line's height, with nothing above and below."""
    found = 0
    height = dense = 0
    for count in (*edges, 0):
        if count > BETWEEN:
            height += 1
            dense += int(count >= LETTERS)
        else:
            found += int(dense >= LOWEST and height <= HIGHEST)
            height = dense = 0
    return found
