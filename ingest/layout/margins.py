"""Right edges of text that is narrower than its column, such as below a box over the full width of a page."""

from collections.abc import Sequence
from itertools import chain

from ingest.layout.lines import Line
from ingest.layout.measures import Measures

#: A gap over this many usual pitches ends a stretch of text; a blank line between paragraphs does not.
APART = 2.2
#: Running text has at least so many lines, is so many font sizes wide (about fifty characters), and this share of its
#: lines end within this share of its width from its right edge; lists of names and addresses do not. Of the 79
#: development files these values rejoin eleven paragraphs, and join none that are two.
FEWEST = 5
NARROWEST = 22.0
FULL_LINES = 0.6
RAGGED = 0.12


def right_edges(lines: Sequence[Line], right: float, measures: Measures) -> list[float]:
    """For each line of a column the right edge of the text that it stands in.

    Args:
        lines: the column's lines, from top to bottom.
        right: the column's own right edge, which is that of all that is not plainly narrower running text.
        measures: what is normal in the document.
    """
    stretches: list[list[Line]] = []
    for line in lines:
        last = stretches[-1][-1] if stretches else None
        near = last is not None and 0 < line.baseline - last.baseline < APART * measures.pitch(line.size)
        if last is not None and near and last.style == line.style:
            stretches[-1].append(line)
        else:
            stretches.append([line])
    return list(chain.from_iterable([_right_edge(stretch, right)] * len(stretch) for stretch in stretches))


def _right_edge(stretch: Sequence[Line], right: float) -> float:
    edge = max(line.x1 for line in stretch)
    width = edge - min(line.x0 for line in stretch)
    full = sum(1 for line in stretch if line.x1 > edge - RAGGED * width)
    running = len(stretch) >= FEWEST and width > NARROWEST * stretch[0].size and full >= FULL_LINES * len(stretch)
    return edge if running else right
