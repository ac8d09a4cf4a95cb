"""A look at what was read of a page: blocks, their order, headings with levels, tables and set-aside lines."""

import io
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw

from corpus.errors import NotFound
from corpus.model import Box
from corpus.pictures import render_page
from corpus.settings import Settings
from ingest.document import Block, Heading, Note, Paragraph, Picture, TableBlock
from ingest.formats.pdf.reader import analysed
from ingest.layout.analysis import PageLayout
from ingest.layout.blocks import blocks_of
from ingest.layout.texts import box_on
from ingest.ocr.turning import as_displayed

SCALE = 1.6
COLORS: dict[type, str] = {
    Heading: "#c0182b",
    Paragraph: "#1f6fb2",
    TableBlock: "#1a8a3a",
    Picture: "#9a4fb5",
    Note: "#b07a00",
}
ASIDE = "#8a8a8a"


def draw_debug(path: Path, page: int, out: Path, settings: Settings) -> None:
    """Draw what was read of a page over its picture, as PNG.

    Args:
        path: a PDF file.
        page: the page, counted from 1.
        out: where the picture goes.
        settings: limits.

    Raises:
        NotFound: there is no such file or page.
        UnreadableFile: the file cannot be read.
    """
    if not path.is_file():
        message = f"{path.name}: filen finns inte. Kontrollera sökvägen."
        raise NotFound(message)
    image = Image.open(io.BytesIO(render_page(path, page, SCALE)))
    draw = ImageDraw.Draw(image)
    analysis, facts, _ = analysed(path.read_bytes(), path.name, settings)
    blocks = as_displayed(blocks_of(analysis, facts.bookmarks).blocks, [page.content for page in analysis.pages])
    for order, block in enumerate(_on_page(blocks, page), start=1):
        _draw_block(draw, block, order, page)
    if not analysis.pages[page - 1].content.turns:
        _draw_aside(draw, analysis.pages[page - 1])
    image.save(out, "PNG")


def _on_page(blocks: Sequence[Block], page: int) -> list[Block]:
    return [block for block in blocks if any(box.page == page for box in block.source.boxes)]


def _draw_block(draw: ImageDraw.ImageDraw, block: Block, order: int, page: int) -> None:
    color = COLORS[type(block)]
    boxes = [box for box in block.source.boxes if box.page == page]
    for box in boxes:
        _draw_box(draw, box, color, 2)
    if isinstance(block, TableBlock):
        for box in (box for source in block.row_sources for box in source.boxes if box.page == page):
            _draw_box(draw, box, color, 1)
    draw.text((boxes[0].x0 * SCALE + 2, max(0.0, boxes[0].top * SCALE - 11)), _label(block, order), fill=color)


def _draw_aside(draw: ImageDraw.ImageDraw, page: PageLayout) -> None:
    """Lines that were set aside: running lines, contents entries and stray labels."""
    for line in (*page.aside, *page.contents.lines, *page.labels):
        box = box_on(line.page, line.box)
        _draw_box(draw, box, ASIDE, 1)
        draw.line((box.x0 * SCALE, box.bottom * SCALE, box.x1 * SCALE, box.top * SCALE), fill=ASIDE)


def _draw_box(draw: ImageDraw.ImageDraw, box: Box, color: str, width: int) -> None:
    corners = (box.x0 * SCALE, box.top * SCALE, box.x1 * SCALE, box.bottom * SCALE)
    draw.rectangle(corners, outline=color, width=width)


def _label(block: Block, order: int) -> str:
    match block:
        case Heading(level=level):
            return f"{order} H{level}"
        case Paragraph(list_item=True):
            return f"{order} item"
        case TableBlock():
            return f"{order} table {len(block.rows)} x {len(block.header) or len(block.rows[0])}"
        case Note(mark=mark):
            return f"{order} note {mark}"
        case Picture():
            return f"{order} picture"
        case _:
            return str(order)
