"""What is normal in a document: the body's font and size, the pitch of its lines, its margins."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from ingest.layout.lines import Line

#: Pitch in font sizes where a document has too few lines to tell.
USUAL_PITCH = 1.25
#: Share of a document's characters from which a size is one of its bodies'.
BODY_SHARE = 0.08


@dataclass(frozen=True, slots=True)
class Measures:
    """The document's own normal.

    `pitches` leads from a font size, rounded to half a point, to the usual distance of baselines in points.
    `largest_body` is the largest size that a good share of the plain text has: files are often put together of several
    documents.
    """

    body_size: float = 11.0
    body_font: str = ""
    body_bold: bool = False
    body_italic: bool = False
    body_color: int = 0
    pitches: dict[float, float] = field(default_factory=dict)
    largest_body: float = 11.0

    def pitch(self, size: float) -> float:
        """The usual distance between two lines of a paragraph of this size, in points."""
        return self.pitches.get(half_point(size)) or size * (
            self.pitches.get(half_point(self.body_size), self.body_size * USUAL_PITCH) / self.body_size
        )


def half_point(size: float) -> float:
    """A size rounded to half a point."""
    return round(size * 2) / 2


def measure(pages: Sequence[Sequence[Line]]) -> Measures:
    """Measure a document from all its lines."""
    styles: Counter[tuple[float, str, bool, bool, int]] = Counter()
    sizes: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            style = line.style
            sizes[half_point(style.size)] += len(line.text)
            key = (half_point(style.size), style.font, style.bold, style.italic, style.color)
            styles[key] += len(line.text)
    if not styles:
        return Measures()
    body = max(sizes, key=lambda s: (sizes[s], s))
    _, font, bold, italic, color = max((key for key in styles if key[0] == body), key=lambda key: (styles[key], key))
    plain: Counter[float] = Counter()
    for (size, _, is_bold, _, _), count in styles.items():
        if not is_bold:
            plain[size] += count
    usual = [size for size, count in plain.items() if count >= BODY_SHARE * sizes.total()]
    return Measures(body, font, bold, italic, color, _pitches(pages), max([body, *usual]))


def _pitches(pages: Sequence[Sequence[Line]]) -> dict[float, float]:
    """For each size the most usual distance from a line to the next one below it in its column."""
    distances: dict[float, Counter[float]] = {}
    for lines in pages:
        for a, b in pairwise(_stacked(lines)):
            size = half_point(a.size)
            gap = b.baseline - a.baseline
            beside = min(a.x1, b.x1) - max(a.x0, b.x0)
            if size == half_point(b.size) and beside > 0 and 0.8 * size < gap < 2.4 * size:
                distances.setdefault(size, Counter())[half_point(gap)] += 1
    return {size: _typical(counts) for size, counts in distances.items() if counts.total() >= 3}


def _stacked(lines: Sequence[Line]) -> list[Line]:
    """Lines column by column as far as their left edges tell."""
    return sorted(lines, key=lambda line: (round(line.x0 / 40), line.baseline))


def _typical(counts: Counter[float]) -> float:
    """The most usual distance; among nearly as usual ones the smallest, since paragraph gaps are larger."""
    most = max(counts.values())
    return median(sorted(gap for gap, count in counts.items() if count >= 0.6 * most)[:1])
