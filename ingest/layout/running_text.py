"""Lines of running text on a page, as told from labels, captions and small print of pictures."""

from collections.abc import Iterator, Sequence

from ingest.layout.lines import Line
from ingest.layout.measures import Measures
from ingest.layout.small_print import CAPTION, SOURCE

#: Lines of running text have more characters than this, and at least this share of the body's size.
SHORTEST = 30
SMALLEST = 0.9
#: So many smaller lines under each other are running text too: leads and fact boxes are set small.
FEWEST_SMALL = 4
#: How far, in points, the left edges of lines under each other may differ, and their distance in font sizes.
SAME_EDGE = 2.0
NEXT_LINE = 1.9


def running_text(lines: Sequence[Line], measures: Measures) -> frozenset[Line]:
    """The lines that are running text, the short last ones of their paragraphs with them."""
    found: set[Line] = set()
    for run in _runs(lines):
        large = next((i for i, line in enumerate(run) if _is_long(line) and _is_large(line, measures)), None)
        if large is not None:
            found.update(line for line in run[large:] if _is_large(line, measures))
        elif _is_small_text(run):
            found.update(run)
    return frozenset(found)


def _runs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines of one style under each other."""
    run: list[Line] = []
    for line in sorted(lines, key=lambda one: (round(one.x0), one.baseline)):
        if run and not _is_next(run[-1], line):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _is_next(last: Line, line: Line) -> bool:
    step = line.baseline - last.baseline
    return line.style == last.style and abs(line.x0 - last.x0) < SAME_EDGE and 0 < step < NEXT_LINE * line.size


def _is_long(line: Line) -> bool:
    return len(line.text) > SHORTEST


def _is_large(line: Line, measures: Measures) -> bool:
    return line.size >= SMALLEST * measures.body_size


def _is_small_text(run: Sequence[Line]) -> bool:
    long = sum(1 for line in run if _is_long(line))
    return long >= FEWEST_SMALL and not any(CAPTION.match(line.text) or SOURCE.match(line.text) for line in run)
