"""From a PDF's own coordinates to points from the top left corner of the page as displayed."""

import ctypes
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from ingest.layout.content import Rectangle

#: Coordinates beyond this many points are a broken file's.
FARTHEST = 100_000.0
#: Left, top, right, bottom.
Sides = tuple[float, float, float, float]
NOWHERE = Rectangle(-FARTHEST, -FARTHEST, -FARTHEST, -FARTHEST)


@dataclass(frozen=True, slots=True)
class Frame:
    """A page's visible box in user space and its rotation in quarter turns clockwise."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int

    @property
    def width(self) -> float:
        """Width of the displayed page in points."""
        return self.right - self.left if self.turns % 2 == 0 else self.top - self.bottom

    @property
    def height(self) -> float:
        """Height of the displayed page in points."""
        return self.top - self.bottom if self.turns % 2 == 0 else self.right - self.left

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of user space as displayed."""
        match self.turns:
            case 0:
                return x - self.left, self.top - y
            case 1:
                return y - self.bottom, x - self.left
            case 2:
                return self.right - x, y - self.bottom
            case _:
                return self.top - y, self.right - x

    def box(self, left: float, bottom: float, right: float, top: float) -> Rectangle:
        """A box of user space as displayed, its sides in order; `NOWHERE` for one that is absurd."""
        sides = self.sides(left, bottom, right, top)
        return NOWHERE if sides is None else Rectangle(*sides)

    def sides(self, left: float, bottom: float, right: float, top: float) -> Sides | None:
        """The sides of a box of user space as displayed, in order; None for one that is absurd.

        Read for every character of a file, so that it makes no object.
        """
        ax, ay = self.point(left, bottom)
        bx, by = self.point(right, top)
        if ax > bx:
            ax, bx = bx, ax
        if ay > by:
            ay, by = by, ay
        if ax > -FARTHEST and bx < FARTHEST and ay > -FARTHEST and by < FARTHEST:
            return ax, ay, bx, by
        return None


def frame_of(page: pdfium.PdfPage) -> Frame:
    """The frame of a page.

    A page whose box is empty or absurd gets A4, so that its text is still read.
    """
    rectangle = raw.FS_RECTF()
    turns = max(0, raw.FPDFPage_GetRotation(page.raw)) % 4
    if raw.FPDF_GetPageBoundingBox(page.raw, ctypes.byref(rectangle)):
        left, right = sorted((rectangle.left, rectangle.right))
        bottom, top = sorted((rectangle.bottom, rectangle.top))
        if 1 < right - left < 20_000 and 1 < top - bottom < 20_000:
            return Frame(left, bottom, right, top, turns)
    return Frame(0.0, 0.0, 595.0, 842.0, turns)
