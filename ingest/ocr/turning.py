"""Places on a page that was set upright to be read, back on the page as it is displayed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.model import Box, Source
from ingest.document import Block, Paragraph, TableBlock
from ingest.layout.content import PageContent


@dataclass(frozen=True, slots=True)
class Turned:
    """How a page was turned, in quarter turns clockwise, and its size as read."""

    turns: int
    width: float
    height: float

    def back(self, box: Box) -> Box:
        """The box as it lies on the displayed page."""
        ax, ay = self._point(box.x0, box.top)
        bx, by = self._point(box.x1, box.bottom)
        return Box(box.page, *(round(side, 2) for side in (min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))))

    def _point(self, x: float, y: float) -> tuple[float, float]:
        match self.turns:
            case 1:
                return y, self.width - x
            case 2:
                return self.width - x, self.height - y
            case _:
                return self.height - y, x


def as_displayed(blocks: Sequence[Block], pages: Sequence[PageContent]) -> tuple[Block, ...]:
    """The blocks with their places as the pages are displayed."""
    turned = {page.number: Turned(page.turns, page.width, page.height) for page in pages if page.turns}
    return tuple(_block(block, turned) for block in blocks) if turned else tuple(blocks)


def _block(block: Block, turned: Mapping[int, Turned]) -> Block:
    block = replace(block, source=_source(block.source, turned))
    match block:
        case Paragraph(spans=spans):
            return replace(block, spans=tuple(replace(span, box=_box(span.box, turned)) for span in spans))
        case TableBlock(row_sources=sources):
            return replace(block, row_sources=tuple(_source(source, turned) for source in sources))
        case _:
            return block


def _source(source: Source, turned: Mapping[int, Turned]) -> Source:
    return replace(source, boxes=tuple(_box(box, turned) for box in source.boxes))


def _box(box: Box, turned: Mapping[int, Turned]) -> Box:
    page = turned.get(box.page)
    return page.back(box) if page else box
