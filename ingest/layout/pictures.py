"""Charts and pictures: where drawings and images cluster, with the text inside and around them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import reduce

from ingest.layout.charts import charts_of
from ingest.layout.content import PageContent, PicturedText, Rectangle
from ingest.layout.lines import Line
from ingest.layout.measures import Measures
from ingest.layout.running_text import running_text
from ingest.layout.small_print import ATTACHED, CAPTION, SMALLER, caption_of, is_beside, may_attach, small_print

#: Drawings this near each other, in points, are one picture.
NEAR = 9.0
#: Smallest picture in points; smaller ones are symbols and ornaments.
SMALLEST = 36.0
#: An image over this share of the page is a background.
BACKGROUND = 0.55
#: Share of an image that must be free of running text for the rest to be its margin.
FREE = 0.4
#: How far, in points, the labels of an axis stand from it.
AXIS = 15.0


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

    @property
    def is_label(self) -> bool:
        """Never."""
        return False


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
    running = running_text(lines, measures)
    clear = replace(page, images=tuple(_clear(image, running) for image in page.images))
    areas = [a for a in _clusters(clear, tables, charts) if _is_picture(a, clear, lines, running, charts, measures)]
    left = list(lines)
    found = []
    for area in areas:
        inside = _inside(area, [line for line in left if line not in running], charts, measures)
        left = [line for line in left if line not in inside]
        reached = reduce(Rectangle.union, (line.box for line in inside), area)
        attached = small_print(reached, left, measures)
        left = [line for line in left if line not in attached]
        captions = caption_of([*attached, *inside])
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


def _inside(area: Rectangle, lines: Sequence[Line], charts: Sequence[Rectangle], measures: Measures) -> list[Line]:
    """The labels in a picture and along the edges of a chart."""
    drawn = any(area.meets(chart) for chart in charts)
    inside = [
        line
        for line in lines
        if area.holds((line.x0 + line.x1) / 2, (line.top + line.bottom) / 2, 2.0)
        or _is_axis(line, area, measures, drawn=drawn)
    ]
    if drawn:
        # The numbers along an axis stand outside what is drawn, and its unit above them further out yet.
        reached = reduce(Rectangle.union, (line.box for line in inside), area)
        rows = [line for line in lines if line not in inside and may_attach(line, reached)]
        inside += [line for line in rows if any(is_beside(one, line) for one in inside)]
    return inside


def _clear(image: Rectangle, running: Collection[Line]) -> Rectangle:
    """An image without its white margins under the running text above and below it, where most of it is free."""
    under = sorted((line.top, line.bottom) for line in running if image.holds((line.x0 + line.x1) / 2, line.bottom))
    edges = [image.top, *(edge for pair in under for edge in pair), image.bottom]
    top, bottom = max(zip(edges[::2], edges[1::2], strict=True), key=lambda gap: gap[1] - gap[0])
    return replace(image, top=top, bottom=bottom) if bottom - top > FREE * image.height else image


def _is_axis(line: Line, area: Rectangle, measures: Measures, *, drawn: bool) -> bool:
    """Whether a line is a row of labels along a chart's edge; those of a drawn chart may be as large as the body."""
    figures = sum(1 for c in line.text if c.isdigit() or c in " ,.-–%")
    small = drawn or line.size < SMALLER * measures.body_size
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
    area: Rectangle,
    page: PageContent,
    lines: Sequence[Line],
    running: Collection[Line],
    charts: Sequence[Rectangle],
    measures: Measures,
) -> bool:
    """Whether a cluster is a picture rather than a box around running text."""
    inside = [line for line in running if area.holds((line.x0 + line.x1) / 2, (line.top + line.bottom) / 2)]
    if sum(line.box.width for line in inside) > 2.0 * area.width:
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
