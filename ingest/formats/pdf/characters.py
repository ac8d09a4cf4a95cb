"""A page's characters as words, straight from pdfium.

Characters are taken in the order of the file and gathered into words by the file's own spaces and by geometry: a space
that pdfium only guessed counts where the pen really moved on between the glyphs. Its guesses are made on ink, before
which a hyphen seems to have a space, and its boxes of slanted glyphs overlap.
"""

import ctypes
import math
from collections.abc import Callable
from dataclasses import dataclass, field

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from ingest.formats.pdf.frames import Frame, Sides
from ingest.layout.content import Style, Word
from ingest.layout.symbols import plain_character

#: pdfium's stand-ins for a hyphen at a line's end.
LINE_END_HYPHENS = frozenset((0x02, 0xFFFE))
SOFT_HYPHEN = 0xAD
HYPHENS = frozenset((0x2D, SOFT_HYPHEN, 0x2010, 0x2011))
#: Gap, in font sizes, from which a guessed space is a space. Kerning stays under 0.08 in the 79 development files.
GUESSED_SPACE = 0.1
#: Gap from which two neighbours are two words although nothing stands between them.
WIDE_GAP = 0.35
#: How far the pen moves on, in font sizes, where pdfium rightly guesses a space, or where a text object ends and the
#: word's other glyphs stand closer by `LOOSER`: justified lines are written in pieces, some without their spaces. In
#: the 79 development files, right guesses have 0.24 and more, wrong ones up to 0.13; all 13 words that are parted where
#: an object ends were two.
MOVED_ON = 0.14
LOOSER = 0.08
#: Two letters whose pen stands at one place, within so many font sizes, are of one glyph.
SAME_PEN = 0.02
#: How far from the pen, in font sizes, a box begins that is the ink's: side bearings of letters are 0.05 to 0.1.
INK = 0.04
#: Widest gap that is a space within a line for certain.
WORD_SPACE = 0.6
#: Sizes in points that a broken file's are brought to.
SMALLEST_SIZE = 0.5
LARGEST_SIZE = 500.0
BOLD_NAMES = ("bold", "black", "heavy", "semibd", "demi", "-bd")
#: Names that say that a font is not bold, whatever weight is worked out from the thickness of its stems.
PLAIN_NAMES = ("regular", "roman", "book", "light")
ITALIC_NAMES = ("italic", "oblique", "-it", "kursiv")
ITALIC_FLAG = 1 << 6
FORCE_BOLD_FLAG = 1 << 18
#: Weights as OpenType counts them; files made by printing have absurd ones, which say nothing.
BOLD_WEIGHT = 600
HEAVIEST = 1000
#: Text drawn with both fill and stroke is a made-up bold.
FILL_AND_STROKE = 2


@dataclass(frozen=True, slots=True)
class _Run:
    """What all characters of one text object share."""

    style: Style
    mark: int
    upright: bool
    font: object = field(compare=False)
    em: float = field(compare=False)


class CharacterReader:
    """Reads the words of one document's pages; keeps fonts and styles between pages."""

    def __init__(self) -> None:
        self._fonts: dict[int, tuple[str, bool, bool]] = {}
        self._styles: dict[Style, Style] = {}

    def words(self, page_text: pdfium.PdfTextPage, frame: Frame) -> tuple[list[Word], int]:
        """The words of a page in the order of the file, and the number of visible characters on it."""
        gatherer = _Gatherer(frame)
        handle = page_text.raw
        runs: dict[int, _Run] = {}
        box = raw.FS_RECTF()
        box_reference = ctypes.byref(box)
        x, y = ctypes.c_double(), ctypes.c_double()
        x_reference, y_reference = ctypes.byref(x), ctypes.byref(y)
        get_unicode, get_object = raw.FPDFText_GetUnicode, _text_object()
        get_box, get_origin = raw.FPDFText_GetLooseCharBox, raw.FPDFText_GetCharOrigin
        for index in range(max(0, raw.FPDFText_CountChars(handle))):
            code = get_unicode(handle, index)
            if code in LINE_END_HYPHENS:
                code = 0x2D
            address = get_object(handle, index)
            if not address:
                gatherer.guess_space()
                continue
            if code <= 0x20 or code == 0xA0 or 0x2000 <= code <= 0x200B or code in (0x202F, 0x3000):
                gatherer.space()
                continue
            run = runs.get(address)
            if run is None:
                run = runs[address] = self._run(handle, index, raw.FPDFText_GetTextObject(handle, index), frame)
            get_box(handle, index, box_reference)
            sides = frame.sides(box.left, box.bottom, box.right, box.top)
            if sides is not None:
                get_origin(handle, index, x_reference, y_reference)
                gatherer.add(code, run, sides, frame.point(x.value, y.value))
        return gatherer.finish()

    def _run(self, handle: object, index: int, owner: object, frame: Frame) -> _Run:
        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(handle, index, ctypes.byref(matrix))
        scale = math.hypot(matrix.c, matrix.d)
        size = abs(raw.FPDFText_GetFontSize(handle, index)) * (scale if scale > 0 else 1.0)
        angle = (math.degrees(math.atan2(matrix.b, matrix.a)) - 90 * frame.turns) % 360
        upright = min(angle, 360 - angle) < 20
        name, bold, italic = self._font(owner)
        bold = bold or raw.FPDFTextObj_GetTextRenderMode(owner) == FILL_AND_STROKE
        italic = italic or (abs(matrix.c) > 0.1 * scale and upright and frame.turns == 0)
        size = min(max(size, SMALLEST_SIZE), LARGEST_SIZE) if math.isfinite(size) else SMALLEST_SIZE
        style = Style(name, round(size, 1), bold, italic, _fill(owner))
        style = self._styles.setdefault(style, style)
        em = abs(raw.FPDFText_GetFontSize(handle, index)) * math.hypot(matrix.a, matrix.b)
        return _Run(style, raw.FPDFPageObj_GetMarkedContentID(owner), upright, raw.FPDFTextObj_GetFont(owner), em)

    def _font(self, owner: object) -> tuple[str, bool, bool]:
        font = raw.FPDFTextObj_GetFont(owner)
        if not font:
            return "", False, False
        address = ctypes.addressof(font.contents)
        known = self._fonts.get(address)
        if known is None:
            known = self._fonts[address] = _describe(font)
        return known


def _text_object() -> Callable[[object, int], int | None]:
    """The call for a character's text object, which gives the object as a number.

    As pypdfium2 declares it, it makes a pointer for every character, which takes as long as all its other calls.
    """
    call = raw.FPDFText_GetTextObject
    made: Callable[[object, int], int | None] = ctypes.cast(call, ctypes.CFUNCTYPE(ctypes.c_void_p, *call.argtypes))
    return made


def _describe(font: object) -> tuple[str, bool, bool]:
    """A font's name without its subset prefix, and whether it is bold and italic."""
    buffer = ctypes.create_string_buffer(256)
    length = raw.FPDFFont_GetBaseFontName(font, buffer, 256)
    name = buffer.value.decode("utf-8", "replace") if 0 < length <= 256 else ""
    name = name.split("+", 1)[-1]
    lowered = name.lower()
    flags = raw.FPDFFont_GetFlags(font)
    heavy = BOLD_WEIGHT <= raw.FPDFFont_GetWeight(font) <= HEAVIEST and not any(x in lowered for x in PLAIN_NAMES)
    bold = heavy or any(x in lowered for x in BOLD_NAMES)
    angle = ctypes.c_int()
    slanted = bool(raw.FPDFFont_GetItalicAngle(font, ctypes.byref(angle))) and angle.value != 0
    italic = slanted or any(x in lowered for x in ITALIC_NAMES) or (flags > 0 and bool(flags & ITALIC_FLAG))
    return name, bold or (flags > 0 and bool(flags & FORCE_BOLD_FLAG)), italic


def _fill(owner: object) -> int:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    found = raw.FPDFPageObj_GetFillColor(owner, red, green, blue, alpha)
    return (red.value << 16) | (green.value << 8) | blue.value if found else 0


class _Gatherer:
    """Gathers characters into words."""

    def __init__(self, frame: Frame) -> None:
        self._lowest = frame.height + LARGEST_SIZE
        self._edges = (frame.width + 1, frame.height + 1)
        self._words: list[Word] = []
        self._letters: list[str] = []
        self._run: _Run | None = None
        self._left = self._right = self._top = self._bottom = self._baseline = 0.0
        self._guessed = False
        self._soft = False
        self._characters = 0
        self._pen = 0.0
        self._code = 0
        self._owner: _Run | None = None
        self._loosest = 0.0
        self._in_ligature = False

    def space(self) -> None:
        """The file has a space here."""
        self._close(spaced=True)

    def guess_space(self) -> None:
        """The library thinks that there is a space or a line's end here."""
        self._guessed = True

    def add(self, code: int, run: _Run, sides: Sides, origin: tuple[float, float]) -> None:
        """Add a character with its loose box and origin on the displayed page."""
        left, top, right, bottom = sides
        pen, baseline = origin
        rightmost, undermost = self._edges
        if not -1 <= baseline <= self._lowest:
            return
        if right < -1 or left > rightmost or bottom < -1 or top > undermost:
            return
        self._characters += 1
        if self._letters:
            moved = self._moved(pen, left) if run.upright else 0.0
            if self._moved_on(code, run, moved, left - pen):
                self._close(spaced=True)
            elif not self._follows(run, left, top, baseline):
                self._close(spaced=False)
        self._guessed = False
        if not self._letters:
            self._run, self._baseline, self._soft, self._loosest = run, baseline, False, 0.0
            self._left, self._right, self._top, self._bottom = left, right, top, bottom
        else:
            self._widen(sides, moved)
        self._soft = code == SOFT_HYPHEN
        self._in_ligature = self._owner is not None and abs(pen - self._pen) < SAME_PEN * run.style.size
        self._pen, self._code, self._owner = pen, code, run
        self._letters.append(plain_character(code, run.style.font))

    def _widen(self, sides: Sides, moved: float) -> None:
        """Let the word's box hold one more character; plain comparisons, for most change but one side."""
        left, top, right, bottom = sides
        if left < self._left:
            self._left = left
        if right > self._right:
            self._right = right
        if top < self._top:
            self._top = top
        if bottom > self._bottom:
            self._bottom = bottom
        if moved > self._loosest:
            self._loosest = moved

    def finish(self) -> tuple[list[Word], int]:
        """The words gathered, and the number of characters seen on the page."""
        self._close(spaced=False)
        return self._words, self._characters

    def _moved(self, pen: float, left: float) -> float:
        """How far the pen stands beyond the end of the last glyph, in points.

        That glyph's own width tells only where pdfium guesses a space: letters of a ligature share a glyph, and for
        them, as for glyphs of unknown width, the boxes tell.
        """
        last, between = self._owner, left - self._right
        if last is None or not self._guessed or self._in_ligature:
            return between
        width = ctypes.c_float()
        known = raw.FPDFFont_GetGlyphWidth(last.font, self._code, 1.0, width) and width.value > 0
        return max(between, pen - self._pen - width.value * last.em) if known else between

    def _moved_on(self, code: int, run: _Run, moved: float, bearing: float) -> bool:
        """Whether the pen moved on by a space's width where pdfium guesses one, or where a text object ends.

        A box that begins apart from the pen is the ink's alone, as of capitals that stand for small letters: between
        such boxes there is always a gap, and where each glyph is an object of its own it would part every letter.
        """
        last = self._owner
        size = run.style.size
        if last is None or last != run or not MOVED_ON * size <= moved < WORD_SPACE * size:
            return False
        letters = chr(code).isalnum() and self._code not in HYPHENS and bearing < INK * size
        return self._guessed or (last is not run and letters and moved >= self._loosest + LOOSER * size)

    def _follows(self, run: _Run, left: float, top: float, baseline: float) -> bool:
        before = self._run
        if before is None or self._soft or (before is not run and before != run):
            return False
        size = run.style.size
        if not run.upright:
            return not self._guessed and top < self._bottom + size and self._top - size < top
        if abs(baseline - self._baseline) > 0.1 * size + 0.2:
            return False
        gap = left - self._right
        # The letters of a ligature all stand in its box.
        return (
            (-1.6 if left >= self._left - 0.1 else -0.6) * size
            < gap
            < (GUESSED_SPACE if self._guessed else WIDE_GAP) * size
        )

    def _close(self, *, spaced: bool) -> None:
        self._guessed = False
        if not self._letters:
            return
        run = self._run
        letters, self._letters = self._letters, []
        if run is None:
            return
        size = run.style.size
        upright = run.upright
        top = self._baseline - 0.78 * size if upright else self._top
        bottom = self._baseline + 0.22 * size if upright else self._bottom
        text = "".join(letters)
        if not text:
            return
        self._words.append(
            Word(
                text,
                self._left,
                top,
                self._right,
                bottom,
                self._baseline,
                run.style,
                run.mark,
                spaced,
                self._soft,
                upright,
            )
        )
