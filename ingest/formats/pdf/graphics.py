"""A page's drawings, straight from pdfium: thin lines as rulings, painted areas and outlines as shapes, images."""

import ctypes
from dataclasses import dataclass, field

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from ingest.formats.pdf.frames import Frame
from ingest.layout.content import Rectangle, Shape

#: A painted or stroked box thinner than this is a line.
THIN = 2.5
#: Shorter lines are dashes of a pattern or parts of a picture.
SHORTEST = 3.0
#: More objects than this on one page are a drawing; the rest of it adds nothing that a reader needs.
MOST_OBJECTS = 20_000
MOST_SEGMENTS = 400
DEEPEST_FORM = 6
DEEPEST_CLIP = 12
#: A larger shape is no status symbol, in points.
LARGEST_DOT = 24.0
WHITE = 0xFFFFFF

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(slots=True)
class Drawings:
    """What a page's drawing objects come to."""

    rulings: list[Rectangle] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
    images: list[Rectangle] = field(default_factory=list)


def drawings_of(page: pdfium.PdfPage, frame: Frame) -> Drawings:
    """All drawings of a page, forms opened up."""
    found = Drawings()
    budget = [MOST_OBJECTS]
    handle = page.raw
    for index in range(raw.FPDFPage_CountObjects(handle)):
        _take(raw.FPDFPage_GetObject(handle, index), IDENTITY, frame, found, budget, 0)
        if budget[0] <= 0:
            break
    return found


def _take(item: object, outer: Matrix, frame: Frame, found: Drawings, budget: list[int], depth: int) -> None:
    budget[0] -= 1
    kind = raw.FPDFPageObj_GetType(item)
    if kind == raw.FPDF_PAGEOBJ_PATH:
        _take_path(item, outer, frame, found)
    elif kind == raw.FPDF_PAGEOBJ_IMAGE:
        area = _bounds(item, outer, frame)
        # The lines of an organisation chart may be images, too.
        if area is not None and max(area.width, area.height) > 4:
            found.images.append(_clipped(area, frame))
    elif kind == raw.FPDF_PAGEOBJ_FORM and depth < DEEPEST_FORM:
        inner = _compose(_matrix(item), outer)
        for index in range(raw.FPDFFormObj_CountObjects(item)):
            _take(raw.FPDFFormObj_GetObject(item, index), inner, frame, found, budget, depth + 1)
            if budget[0] <= 0:
                return


def _take_path(item: object, outer: Matrix, frame: Frame, found: Drawings) -> None:
    fill_mode, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(item, fill_mode, stroke)
    filled, stroked = bool(fill_mode.value), bool(stroke.value)
    area = _bounds(item, outer, frame) if filled or stroked else None
    if area is None or not area.meets(Rectangle(0, 0, frame.width, frame.height)):
        return
    color = _fill_color(item) if filled else None
    if filled and min(area.width, area.height) <= THIN:
        _add_ruling(area, color, found)
        return
    count = raw.FPDFPath_CountSegments(item)
    curved = count > MOST_SEGMENTS
    if not curved and (stroked or count > 6):
        lines, curved = _segments(item, count, _compose(_matrix(item), outer), frame)
        if stroked and not curved:
            stroke_color = _stroke_color(item)
            for line in lines:
                if min(line.width, line.height) <= THIN:
                    _add_ruling(line, stroke_color, found)
    if color is not None and not curved and max(area.width, area.height) < LARGEST_DOT:
        curved = _is_clipped_round(item)
    if color is not None or curved or not stroked or count > 2:
        # Curves of charts may begin or end far outside of what their chart shows.
        seen = _cut_out(item, area, outer, frame) if curved else area
        if seen.x0 <= seen.x1 and seen.top <= seen.bottom:
            found.shapes.append(Shape(_clipped(seen, frame), color, curved, count))


def _cut_out(item: object, area: Rectangle, outer: Matrix, frame: Frame) -> Rectangle:
    """What is seen of an area through the paths that clip an object; of no extent where that is nothing."""
    clip = raw.FPDFPageObj_GetClipPath(item)
    across, down = ctypes.c_float(), ctypes.c_float()
    for path in range(min(DEEPEST_CLIP, raw.FPDFClipPath_CountPaths(clip))):
        points = []
        for index in range(min(MOST_SEGMENTS, raw.FPDFClipPath_CountPathSegments(clip, path))):
            raw.FPDFPathSegment_GetPoint(raw.FPDFClipPath_GetPathSegment(clip, path, index), across, down)
            points.append(frame.point(*_apply(outer, across.value, down.value)))
        if points:
            xs, ys = [x for x, _ in points], [y for _, y in points]
            area = Rectangle(
                max(area.x0, min(xs)), max(area.top, min(ys)), min(area.x1, max(xs)), min(area.bottom, max(ys))
            )
    return area


def _is_clipped_round(item: object) -> bool:
    """Whether a path is cut out along a curve: some files draw a dot as a square that a circle clips."""
    clip = raw.FPDFPageObj_GetClipPath(item)
    return any(
        raw.FPDFPathSegment_GetType(raw.FPDFClipPath_GetPathSegment(clip, path, index)) == raw.FPDF_SEGMENT_BEZIERTO
        for path in range(max(0, raw.FPDFClipPath_CountPaths(clip)))
        for index in range(min(MOST_SEGMENTS, raw.FPDFClipPath_CountPathSegments(clip, path)))
    )


def _add_ruling(area: Rectangle, color: int | None, found: Drawings) -> None:
    if color != WHITE and max(area.width, area.height) >= SHORTEST:
        found.rulings.append(area)


def _segments(item: object, count: int, matrix: Matrix, frame: Frame) -> tuple[list[Rectangle], bool]:
    """A path's straight pieces as rectangles, and whether it has any other."""
    lines: list[Rectangle] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    here = start = (0.0, 0.0)
    for index in range(count):
        segment = raw.FPDFPath_GetPathSegment(item, index)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_BEZIERTO:
            return lines, True
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        there = frame.point(*_apply(matrix, x.value, y.value))
        if kind == raw.FPDF_SEGMENT_LINETO:
            lines.append(_span(here, there))
        else:
            start = there
        here = there
        if raw.FPDFPathSegment_GetClose(segment):
            lines.append(_span(here, start))
            here = start
    return lines, any(min(line.width, line.height) > THIN for line in lines)


def _span(a: tuple[float, float], b: tuple[float, float]) -> Rectangle:
    return Rectangle(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))


def _bounds(item: object, outer: Matrix, frame: Frame) -> Rectangle | None:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not raw.FPDFPageObj_GetBounds(item, left, bottom, right, top):
        return None
    if outer is IDENTITY:
        return frame.box(left.value, bottom.value, right.value, top.value)
    corners = [_apply(outer, x, y) for x in (left.value, right.value) for y in (bottom.value, top.value)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return frame.box(min(xs), min(ys), max(xs), max(ys))


def _clipped(area: Rectangle, frame: Frame) -> Rectangle:
    return Rectangle(max(0.0, area.x0), max(0.0, area.top), min(frame.width, area.x1), min(frame.height, area.bottom))


def _matrix(item: object) -> Matrix:
    matrix = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(item, matrix):
        return IDENTITY
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _compose(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def _apply(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _fill_color(item: object) -> int | None:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not raw.FPDFPageObj_GetFillColor(item, red, green, blue, alpha):
        return None
    return (red.value << 16) | (green.value << 8) | blue.value


def _stroke_color(item: object) -> int | None:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not raw.FPDFPageObj_GetStrokeColor(item, red, green, blue, alpha):
        return None
    return (red.value << 16) | (green.value << 8) | blue.value
