"""Charts and pictures: where drawings and images cluster, with the text inside and around them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.layout.charts import charts_of
from ingest.layout.content import PageContent, PicturedText, Rectangle
from ingest.layout.lines import Line, is_raised
from ingest.layout.measures import Measures

#: Drawings this near each other, in points, are one picture.
NEAR = 9.0
#: Smallest picture in points; smaller ones are symbols and ornaments.
SMALLEST = 36.0
#: An image over this share of the page is a background.
BACKGROUND = 0.55
#: Small print this near a picture, in line pitches, belongs to it.
ATTACHED = 2.6
LONGEST_SUBTITLE = 120
LONGEST_LABEL = 20
#: How far, in points, the labels of an axis stand from it.
AXIS = 15.0
CAPTION = re.compile(
    r"^(?:diagram|figur|fig\.|bild|karta|graf|illustration|foto)\b[\s:.]*(?:[A-Z]?\d|:|\w)", re.IGNORECASE
)
SOURCE = re.compile(r"^(?:anm\.|anmärkning|källa|källor|not\.|notera|foto)\s*[:.]?\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PictureArea:
    """A picture on a page: its box, its caption's lines, the lines that stand inside it or belong to it."""

    page: int
    box: Rectangle
    caption: tuple[Line, ...]
    inside: tuple[Line, ...]

    @property
    def x0(self) -> float:
        """Left edge."""
        return self.box.x0

    @property
    def top(self) -> float:
        """Upper edge."""
        return self.box.top

    @property
    def x1(self) -> float:
        """Right edge."""
        return self.box.x1

    @property
    def bottom(self) -> float:
        """Lower edge."""
        return self.box.bottom


def pictures_of(
    page: PageContent, lines: Sequence[Line], tables: Sequence[Rectangle], measures: Measures
) -> list[PictureArea]:
    """The pictures of a page.

    Args:
        page: the page's drawings.
        lines: lines that are in no table and are no running lines.
        tables: places of tables.
        measures: what is normal in the document.
    """
    if not page.words:
        # A scanned page is one picture after the other; that it has no text is said elsewhere.
        return []
    charts = [c for c in charts_of(page) if not any(t.meets(c, -2.0) for t in tables)]
    areas = [a for a in _clusters(page, tables, charts) if _is_picture(a, page, lines, measures, charts)]
    left = list(lines)
    found = []
    for area in areas:
        inside = [
            line
            for line in left
            if area.holds((line.x0 + line.x1) / 2, (line.top + line.bottom) / 2, 2.0)
            or _is_axis(line, area, measures, drawn=any(area.meets(c) for c in charts))
        ]
        if any(area.meets(chart) for chart in charts):
            rows = [line for line in left if line not in inside and _may_attach(line, area)]
            inside += [line for line in rows if any(_is_beside(one, line) for one in inside)]
        inside = [line for line in inside if not _is_running_text(line, measures)]
        left = [line for line in left if line not in inside]
        reached = area
        for line in inside:
            reached = reached.union(line.box)
        attached = _attached(reached, left, measures)
        left = [line for line in left if line not in attached]
        captions = _caption([*attached, *inside])
        own = tuple(line for line in (*inside, *attached) if line not in captions)
        box = area
        for line in (*own, *captions):
            box = box.union(line.box)
        found.append(PictureArea(page.number, box, captions, tuple(sorted(own, key=lambda o: (o.top, o.x0)))))
    return found


def pictured_in(box: Rectangle, page: PageContent) -> list[PicturedText]:
    """What was recognised in the pictures of a page that lie in a box."""
    return [
        found
        for found in page.pictured
        if box.holds((found.box.x0 + found.box.x1) / 2, (found.box.top + found.box.bottom) / 2)
    ]


def _is_axis(line: Line, area: Rectangle, measures: Measures, *, drawn: bool) -> bool:
    """Whether a line is a row of labels along a chart's edge; those of a drawn chart may be as large as the body."""
    figures = sum(1 for c in line.text if c.isdigit() or c in " ,.-–%")
    small = drawn or line.size < 0.92 * measures.body_size
    return small and figures >= 0.8 * len(line.text) and area.meets(line.box, AXIS)


def _clusters(page: PageContent, tables: Sequence[Rectangle], charts: Sequence[Rectangle]) -> list[Rectangle]:
    """Boxes of drawings, images and charts that touch, those of tables and backgrounds left out."""
    whole = page.width * page.height
    parts = [box for box in page.images if box.width * box.height < BACKGROUND * whole]
    parts += [s.box for s in page.shapes if s.curved or s.points > 6 or s.color is not None]
    parts += [r for r in page.rulings if r.height > r.width]
    parts = [
        p
        for p in parts
        if p.width * p.height < BACKGROUND * whole
        and not any(t.holds((p.x0 + p.x1) / 2, (p.top + p.bottom) / 2, 2.0) for t in tables)
    ]
    clusters: list[Rectangle] = []
    parts += charts
    for part in sorted(parts, key=lambda r: (-r.width * r.height, r.top, r.x0)):
        clusters = absorb(clusters, part)
    return [c for c in clusters if c.width >= SMALLEST and c.height >= SMALLEST]


def absorb(clusters: list[Rectangle], part: Rectangle) -> list[Rectangle]:
    """Clusters of pictures with a part added; those that it ties together become one."""
    touching = [c for c in clusters if c.meets(part, NEAR)]
    if len(touching) == 1 and touching[0].holds(part.x0, part.top) and touching[0].holds(part.x1, part.bottom):
        return clusters
    merged = part
    for cluster in touching:
        merged = merged.union(cluster)
    return [c for c in clusters if c not in touching] + [merged]


def _is_picture(
    area: Rectangle, page: PageContent, lines: Sequence[Line], measures: Measures, charts: Sequence[Rectangle]
) -> bool:
    """Whether a cluster is a picture rather than a box around running text."""
    inside = [line for line in lines if area.holds((line.x0 + line.x1) / 2, (line.top + line.bottom) / 2)]
    running = sum(line.box.width for line in inside if _is_running_text(line, measures))
    if running > 2.0 * area.width:
        return False
    drawn = [s for s in page.shapes if (s.curved or s.points > 6) and area.meets(s.box)]
    imaged = any(area.meets(image) and image.width > 20 and image.height > 20 for image in page.images)
    painted = [s for s in page.shapes if s.color is not None and area.meets(s.box)]
    charted = any(area.meets(chart) for chart in charts)
    named = len(painted) > 1 and any(_names(line, area, measures) for line in lines)
    return imaged or bool(drawn) or charted or named


def _names(line: Line, area: Rectangle, measures: Measures) -> bool:
    """Whether a line is the caption of a drawing: bars alone might be shaded cells."""
    reach = Rectangle(area.x0, area.top, area.x1, area.bottom)
    return bool(CAPTION.match(line.text)) and reach.meets(line.box, ATTACHED * measures.pitch(line.size))


def _is_running_text(line: Line, measures: Measures) -> bool:
    return line.size >= 0.9 * measures.body_size and len(line.text) > 30


def _attached(area: Rectangle, lines: Sequence[Line], measures: Measures) -> list[Line]:
    """Captions and small print directly above and below a picture."""
    found: list[Line] = []
    above = [line for line in lines if line.bottom <= area.top + 3]
    for downwards in (True, False):
        edge = area.bottom if downwards else area.top
        ordered = sorted(lines, key=lambda line: line.top if downwards else -line.bottom)
        # Below its small print, or below the labels of a picture named above, the next picture's caption stands.
        small = any(CAPTION.match(o.text) and area.meets(o.box, ATTACHED * measures.pitch(o.size)) for o in above)
        for line in ordered:
            gap = line.top - edge if downwards else edge - line.bottom
            if found and line not in found and _is_beside(found[-1], line) and _may_attach(line, area):
                found.append(line)
                continue
            if gap < -3 or line in found:
                continue
            rest = downwards and _is_rest(found, line)
            if not rest and min(line.x1, area.x1 + 20) - max(line.x0, area.x0 - 20) < 0.6 * line.box.width:
                continue
            reach = ATTACHED * max(measures.pitch(line.size), line.size)
            is_small = line.size < 0.92 * measures.body_size
            named = bool(CAPTION.match(line.text) or SOURCE.match(line.text))
            if gap > reach or _is_note(line):
                break
            belongs = named or rest or (is_small and _may_attach(line, area))
            second = not downwards and len(line.text) <= LONGEST_SUBTITLE and _is_named_above(line, ordered, measures)
            if not (belongs or second):
                break
            if downwards and small and CAPTION.match(line.text) and found:
                break
            found.append(line)
            if not downwards and CAPTION.match(line.text):
                break
            small = small or (is_small and len(line.text) > LONGEST_LABEL)
            edge = line.bottom if downwards else line.top
    return found


def _is_beside(last: Line, line: Line) -> bool:
    """Whether a line is another label of a row of them."""
    return abs(line.size - last.size) < 0.5 and abs(line.baseline - last.baseline) < 1


def _is_rest(found: Sequence[Line], line: Line) -> bool:
    """Whether a line is the next one of a caption below a picture."""
    last = found[-1] if found else None
    if last is None or not any(CAPTION.match(one.text) for one in found[-2:]):
        return False
    return last.style == line.style and 0 < line.baseline - last.baseline < 1.45 * line.size and line.x0 < last.x0 + 60


def _is_named_above(line: Line, upwards: Sequence[Line], measures: Measures) -> bool:
    """Whether a line is the second one of a caption: the caption's name stands at most two lines above it."""
    last = line
    for other in upwards[upwards.index(line) + 1 :][:2]:
        if last.top - other.bottom > 0.8 * measures.pitch(line.size):
            return False
        if CAPTION.match(other.text):
            return True
        last = other
    return False


def _may_attach(line: Line, area: Rectangle) -> bool:
    return line.x0 > area.x0 - 25 and line.x1 < area.x1 + 60


def _is_note(line: Line) -> bool:
    """Whether a line begins with a raised mark, as a footnote does."""
    return is_raised(line.words[0], line) and line.words[0].text[:1].isdigit()


def _caption(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The caption: the line that names the picture and the lines in its style that follow it."""
    ordered = sorted(lines, key=lambda line: (line.top, line.x0))
    for at, line in enumerate(ordered):
        if CAPTION.match(line.text):
            caption = [line]
            for following in ordered[at + 1 :]:
                near = following.baseline - caption[-1].baseline < 1.6 * following.size
                same = following.style.bold == line.style.bold and following.style.italic == line.style.italic
                if not (near and same and abs(following.size - line.size) < 0.6) or SOURCE.match(following.text):
                    break
                caption.append(following)
            return tuple(caption)
    return ()
