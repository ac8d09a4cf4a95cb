"""Pages and pictures whose text is in no text layer: found, read by Tesseract where it is here, and told of."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import pypdfium2 as pdfium
from PIL import Image

from corpus.model import Problem
from corpus.settings import Settings
from ingest.heartbeat import page_read
from ingest.layout.content import PageContent, PicturedText, Rectangle
from ingest.layout.pictures import absorb
from ingest.ocr.hocr import ReadLine, confidence
from ingest.ocr.outcomes import UNSURE, NotRead, Outcome, absence, problem
from ingest.ocr.tesseract import RESOLUTION, Tesseract, find_tesseract
from ingest.ocr.words import words_of
from ingest.ocr.written import LOOKED_AT, looks_written

#: Pages with fewer visible characters have no text layer worth the name where an image covers them.
FEWEST_CHARACTERS = 1
#: An image over this share of a page that has no more characters than this is a scan with a stamp or a page number.
WHOLE_PAGE = 0.85
STAMP = 150
#: Such a page is read as a scan if that brings so many times the characters; else it is a photograph with a title.
MORE = 3
#: Smallest share of a page of a picture that may hold text, and words of the text layer over it that are its text.
SMALLEST = 0.03
COVERED = 3
#: Fewest characters that are a picture's text; fewer are signs in it.
FEWEST_READ = 30
#: Most dots of a picture that is read: A2 at `RESOLUTION`. A larger page is read more coarsely.
MOST_DOTS = 36_000_000
POINTS = 72


@dataclass(frozen=True, slots=True)
class _Recognised:
    """What was read on a page, the dots a point that it was read at, and how the page was turned for it."""

    lines: Sequence[ReadLine]
    dots: float
    turns: int = 0


class ScanReader:
    """Reads what is only pictured on the pages of one open document.

    Args:
        document: the open document.
        name: its base name, for messages.
        settings: whether to recognise text, and the time for a page.
    """

    def __init__(self, document: pdfium.PdfDocument, name: str, settings: Settings) -> None:
        self._document = document
        self._name = name
        self._settings = settings

    def complete(self, page: PageContent) -> tuple[PageContent, list[Problem]]:
        """The page with what could be recognised in its pictures, and what is to be said of it."""
        if page.characters < FEWEST_CHARACTERS:
            return self._scan(page) if page.images or page.shapes else (page, [])
        scanned = page.characters <= STAMP and any(_share(image, page) >= WHOLE_PAGE for image in page.images)
        areas = [Rectangle(0, 0, page.width, page.height)] if scanned else _bare_areas(page)
        written = [area for area in areas if self._is_written(page, area, page_wide=scanned)]
        if not written:
            return page, []
        return self._scan(page) if scanned else self._pictures(page, written)

    @cached_property
    def _tesseract(self) -> Tesseract | None:
        return find_tesseract(self._settings)

    def _scan(self, page: PageContent) -> tuple[PageContent, list[Problem]]:
        """A page that is one picture, read; its few characters stay where there is not much more."""
        try:
            found = self._recognise(page)
        except NotRead as error:
            return page, [problem(self._name, page.number, "page", error.outcome)]
        read = _as_page(page, found)
        if read.characters <= MORE * page.characters:
            return page, [] if page.characters else [problem(self._name, page.number, "page", "empty")]
        sure = confidence(found.lines)
        return read, [problem(self._name, page.number, "page", "read" if sure >= UNSURE else "unsure", sure)]

    def _recognise(self, page: PageContent) -> _Recognised:
        """What stands on a page; where little is certain, it is tried whether the page is turned.

        Raises:
            NotRead: nothing was read.
        """
        dots, seconds, alive = _dots(page), self._settings.page_seconds, self._alive(page)
        tesseract, picture = self._reader(), self._picture(page, dots)
        upright = _Recognised(tesseract.read(picture, seconds, alive), dots)
        if confidence(upright.lines) >= UNSURE:
            return upright
        try:
            turns = tesseract.turns(picture, seconds, alive)
            lines = tesseract.read(picture.rotate(-90 * turns, expand=True), seconds, alive) if turns else []
        except NotRead:
            return upright
        return max(upright, _Recognised(lines, dots, turns), key=lambda found: confidence(found.lines))

    def _pictures(self, page: PageContent, areas: Sequence[Rectangle]) -> tuple[PageContent, list[Problem]]:
        """A page with text on which pictures hold more; one problem for each outcome."""
        dots, alive = _dots(page), self._alive(page)
        read: list[PicturedText] = []
        outcomes: dict[Outcome, float] = {}
        try:
            tesseract, picture = self._reader(), self._picture(page, dots)
            for area in areas:
                lines = tesseract.read(_cut(picture, area, dots), self._settings.page_seconds, alive)
                text, sure = "\n".join(line.text for line in lines), confidence(lines)
                if len(text) >= FEWEST_READ:
                    read.append(PicturedText(area, text))
                    outcome: Outcome = "read" if sure >= UNSURE else "unsure"
                    outcomes[outcome] = min(sure, outcomes.get(outcome, sure))
        except NotRead as error:
            outcomes[error.outcome] = 0.0
        told = [problem(self._name, page.number, "picture", outcome, sure) for outcome, sure in outcomes.items()]
        return replace(page, pictured=tuple(read)), told

    def _alive(self, page: PageContent) -> Callable[[], None]:
        """What tells whoever watches that the page is being read, and not done: now and whenever it is called."""
        pages = len(self._document)
        page_read(page.number - 1, pages)
        return lambda: page_read(page.number - 1, pages)

    def _reader(self) -> Tesseract:
        if self._tesseract is None:
            raise NotRead(absence(self._settings))
        return self._tesseract

    def _is_written(self, page: PageContent, area: Rectangle, *, page_wide: bool) -> bool:
        dots = LOOKED_AT / POINTS
        try:
            return looks_written(_cut(self._picture(page, dots), area, dots), page=page_wide)
        except NotRead:
            return False

    def _picture(self, page: PageContent, dots: float) -> Image.Image:
        """The page in grey at so many dots a point.

        Raises:
            NotRead: pdfium cannot draw it.
        """
        try:
            drawn = self._document[page.number - 1]
            try:
                bitmap = drawn.render(scale=dots, grayscale=True)
                try:
                    picture: Image.Image = bitmap.to_pil()
                    return picture.convert("L")
                finally:
                    bitmap.close()
            finally:
                drawn.close()
        except pdfium.PdfiumError:
            raise NotRead("failed") from None


def _as_page(page: PageContent, found: _Recognised) -> PageContent:
    """A page made of what was recognised; what is drawn on it is the letters themselves, or specks."""
    words = words_of(found.lines, found.dots)
    turned = found.turns % 2 == 1
    return PageContent(
        number=page.number,
        width=page.height if turned else page.width,
        height=page.width if turned else page.height,
        words=words,
        characters=sum(len(word.text) for word in words),
        text="\n".join(line.text for line in found.lines),
        label=page.label,
        ocr=True,
        turns=found.turns,
    )


def _bare_areas(page: PageContent) -> list[Rectangle]:
    """Where a page has large pictures, those that touch taken together, over which no text of its own stands."""
    areas: list[Rectangle] = []
    for image in page.images:
        areas = absorb(areas, image)
    return [
        area
        for area in areas
        if _share(area, page) >= SMALLEST
        and sum(1 for w in page.words if area.holds((w.x0 + w.x1) / 2, (w.top + w.bottom) / 2)) < COVERED
    ]


def _share(area: Rectangle, page: PageContent) -> float:
    return area.width * area.height / (page.width * page.height)


def _dots(page: PageContent) -> float:
    """Dots a point at which a page is read."""
    return min(RESOLUTION / POINTS, math.sqrt(MOST_DOTS / (page.width * page.height)))


def _cut(picture: Image.Image, area: Rectangle, dots: float) -> Image.Image:
    """The part of a page's picture that an area takes up."""
    left, top = max(0, int(area.x0 * dots)), max(0, int(area.top * dots))
    right, bottom = min(picture.width, math.ceil(area.x1 * dots)), min(picture.height, math.ceil(area.bottom * dots))
    return picture.crop((left, top, max(right, left + 1), max(bottom, top + 1)))
