"""Pictures of a PDF's pages with places marked on them.

pdfium is not safe across threads: every picture is made under one lock a process.
"""

import io
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image, ImageChops, ImageDraw

from corpus.errors import NotFound, UnreadableFile
from corpus.model import Box

#: Most pixels of a picture; larger scales are brought down to it.
MOST_PIXELS = 16_000_000
WHITE = (255, 255, 255)
FILL = (255, 233, 140)
EDGE = (206, 150, 20)
#: How far, in points, a mark reaches beyond its box.
MARGIN = 1.0
#: How far, in points, a part of a page reaches above and below what is marked: some lines.
AROUND = 40.0
#: Colours of a part: letters with their soft edges need few, and the file is a third as large.
COLOURS = 64


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a page as PNG, and its size in pixels."""

    png: bytes
    width: int
    height: int


@lru_cache(maxsize=1)
def pdfium_lock() -> threading.Lock:
    """The lock under which this process calls pdfium from more than one thread."""
    return threading.Lock()


def render_page(path: Path, page: int, scale: float, boxes: Sequence[Box] = ()) -> bytes:
    """A page as PNG, boxes on it marked as with a yellow pen, with a darker edge.

    Args:
        path: a PDF file.
        page: the page, counted from 1.
        scale: pixels a point.
        boxes: places to mark; those on other pages are left out.

    Raises:
        NotFound: there is no such file or page.
        UnreadableFile: the file or the page is damaged.
    """
    return _png(_page(path, page, scale, boxes))


def render_part(path: Path, page: int, scale: float, boxes: Sequence[Box]) -> Part:
    """The part of a page around what is marked on it, in few colours; the whole page where nothing is.

    Args:
        path: a PDF file.
        page: the page, counted from 1.
        scale: pixels a point.
        boxes: places to mark; those on other pages are left out.

    Raises:
        NotFound: there is no such file or page.
        UnreadableFile: the file or the page is damaged.
    """
    image = _page(path, page, scale, boxes)
    here = [box for box in boxes if box.page == page]
    part = image.crop(_around(here, image)) if here else image
    part = part.quantize(COLOURS, dither=Image.Dither.NONE)
    return Part(_png(part), part.width, part.height)


def _around(boxes: Sequence[Box], image: Image.Image) -> tuple[int, int, int, int]:
    """What to cut out of a page's picture, in pixels: all its width, so that lines are whole."""
    scale = _scale(image)
    top = max(0, round((min(box.top for box in boxes) - AROUND) * scale))
    bottom = min(image.height, round((max(box.bottom for box in boxes) + AROUND) * scale))
    # Boxes may lie outside the page.
    return (0, top, image.width, bottom) if top < bottom else (0, 0, image.width, image.height)


def _page(path: Path, page: int, scale: float, boxes: Sequence[Box]) -> Image.Image:
    with pdfium_lock():
        image = _render(path, page, scale)
    marked = _marked(image, _scale(image), [box for box in boxes if box.page == page])
    marked.info["points"] = image.info["points"]
    return marked


def _scale(image: Image.Image) -> float:
    """Pixels a point of a page's picture."""
    return float(image.width / max(1.0, image.info["points"]))


def _png(image: Image.Image) -> bytes:
    stream = io.BytesIO()
    image.save(stream, "PNG", optimize=image.mode == "P")
    return stream.getvalue()


def _render(path: Path, page: int, scale: float) -> Image.Image:
    if not path.is_file():
        message = f"{path.name}: filen finns inte kvar. Läs in rapporten igen."
        raise NotFound(message)
    try:
        document = pdfium.PdfDocument(path)
        try:
            if not 1 <= page <= len(document):
                message = f"{path.name}: sidan {page} finns inte, filen har {len(document)} sidor."
                raise NotFound(message)
            sheet = document[page - 1]
            width, height = sheet.get_size()
            fitting = min(scale, (MOST_PIXELS / max(1.0, width * height)) ** 0.5)
            image: Image.Image = sheet.render(scale=fitting).to_pil().convert("RGB")
            image.info["points"] = width
            return image
        finally:
            document.close()
    except pdfium.PdfiumError:
        message = f"{path.name}, sidan {page}: sidan kan inte visas, filen är skadad. Hämta den på nytt från källan."
        raise UnreadableFile(message, reason="damaged") from None


def _marked(image: Image.Image, scale: float, boxes: Sequence[Box]) -> Image.Image:
    if not boxes:
        return image
    # Multiplied, yellow leaves ink black; laid over, it would grey it.
    layer = Image.new("RGB", image.size, WHITE)
    draw = ImageDraw.Draw(layer)
    for box in boxes:
        left, top = (box.x0 - MARGIN) * scale, (box.top - MARGIN) * scale
        right, bottom = (box.x1 + MARGIN) * scale, (box.bottom + MARGIN) * scale
        if right > left and bottom > top:
            draw.rectangle((left, top, right, bottom), fill=FILL, outline=EDGE, width=max(1, round(scale / 2)))
    return ImageChops.multiply(image, layer)
