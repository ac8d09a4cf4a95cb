"""Lines of one column parted into paragraphs, list items and headings, by gaps, indents, styles and tags."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.layout.content import Element
from ingest.layout.lines import Line
from ingest.layout.margins import right_edges
from ingest.layout.measures import Measures
from ingest.layout.symbols import PLAIN_BULLETS

#: A gap over this many usual pitches parts paragraphs.
GAP = 1.22
#: Two sizes that differ by more points are two styles.
SIZE_STEP = 0.6
#: Indent in font sizes from which a line begins a paragraph.
INDENT = 0.7
#: Room in font sizes that must be left on a line after the next line's first word would have fitted.
ROOM = 1.0
#: How far, in points, the lines of an item may stand from where its text begins.
HANGING = 3.0
#: A line that ends before this share of its column, with a capital letter on the next one, was broken off by hand.
BROKEN_OFF = 0.5
#: A heading's line that ends before this share of its column is its last one.
HALF_EMPTY = 0.6
#: Sentences torn between two tags in one column, from which the tags are no paragraphs.
FEWEST_TORN = 3
NUMBERED = re.compile(r"^(?:\(?\d{1,3}[.)]|\(?[a-zåäö][.)]|[ivx]{1,4}[.)])\s+\S")
COUNTED = re.compile(r"^\(?(\d{1,3})[.)]\s")
NUMBERED_HEADING = re.compile(r"^\d{1,2}(?:\.\d{1,2})*\.?\s")
DASHED = re.compile(r"^[–—-]\s+\w|^o\s+\S")
SENTENCE_END = re.compile(r"[.!?:…][”\"')\]]*\s*\d{0,2}$")


@dataclass(slots=True)
class Piece:
    """Lines that belong together; what they are is decided later."""

    lines: list[Line]
    element: Element | None = None
    marker: bool = False
    gap: float = 0.0
    flow: int = 0
    tail: Element | None = None

    @property
    def first(self) -> Line:
        """The first line."""
        return self.lines[0]

    @property
    def last(self) -> Line:
        """The last line."""
        return self.lines[-1]

    @property
    def text(self) -> str:
        """The lines' text with spaces between; hyphens unmended."""
        return " ".join(line.text for line in self.lines)


ElementOf = Callable[[Line], Element | None]


def is_marked(line: Line) -> bool:
    """Whether a line begins with a bullet or a list number."""
    text = line.text
    return text[:1] in PLAIN_BULLETS or bool(NUMBERED.match(text) or DASHED.match(text))


def pieces_of(lines: Sequence[Line], right: float, measures: Measures, element_of: ElementOf) -> list[Piece]:
    """Part the lines of a column, from top to bottom, into pieces.

    Args:
        lines: the column's lines.
        right: the column's right edge in points.
        measures: what is normal in the document.
        element_of: the tagged element that a line stands in, None where tags are missing or not trusted.
    """
    pieces: list[Piece] = []
    edges = right_edges(lines, right, measures)
    elements = [element_of(line) for line in lines]
    torn = _are_torn(lines, elements, measures)
    for at, line in enumerate(lines):
        element = None if torn else elements[at]
        following = lines[at + 1] if at + 1 < len(lines) else None
        if pieces and _goes_on(pieces[-1], line, following, edges[at], measures, element):
            pieces[-1].lines.append(line)
            pieces[-1].tail = element
            continue
        gap = line.baseline - pieces[-1].last.baseline if pieces else 0.0
        pieces.append(Piece([line], elements[at], is_marked(line), gap, tail=element))
    return pieces


def _are_torn(lines: Sequence[Line], elements: Sequence[Element | None], measures: Measures) -> bool:
    """Whether tags part lines rather than paragraphs: files are put together of well and of badly tagged ones."""
    torn = whole = 0
    for (last, a), (line, b) in pairwise(zip(lines, elements, strict=True)):
        if a is None or b is None or not _is_plain(a) or not _is_plain(b):
            continue
        close = 0 < line.baseline - last.baseline <= GAP * measures.pitch(line.size)
        if a.number == b.number:
            whole += 1
        elif close and line.style == last.style and line.text[:1].islower() and not SENTENCE_END.search(last.text):
            torn += 1
    return torn >= FEWEST_TORN and torn > whole


def _is_plain(element: Element) -> bool:
    """Whether an element is running text."""
    return element.heading is element.item is element.table is element.note is None


def _goes_on(
    piece: Piece, line: Line, following: Line | None, right: float, measures: Measures, element: Element | None
) -> bool:
    last = piece.last
    gap = line.baseline - last.baseline
    if _is_label(piece, line):
        return True
    if piece.tail is not None and element is not None:
        if piece.tail.number != element.number or _is_broken_off(last, line, right):
            return False
        return not is_marked(line) or line.x0 > piece.first.x0 + line.size
    if abs(gap) < 0.5 * last.size:
        return abs(line.size - last.size) < SIZE_STEP
    if gap <= 0 or abs(line.size - last.size) > SIZE_STEP or gap > GAP * measures.pitch(line.size):
        return False
    if is_marked(line) and not _is_wrapped(piece, line, right):
        return False
    if _style_breaks(piece, line):
        return False
    if piece.marker:
        return line.x0 > piece.first.x0 - 2 and (_hangs(piece, line) or not _room_left(last, line, right))
    return not _begins(piece, line, following, right)


def _is_broken_off(last: Line, line: Line, right: float) -> bool:
    """Whether a line break within an element is the author's own: lists of names are often set so."""
    short = last.x1 < last.x0 + BROKEN_OFF * (right - last.x0)
    return short and line.text[:1].isupper() and last.text[-1:].isalpha() and abs(line.x0 - last.x0) < line.size


def _is_label(piece: Piece, line: Line) -> bool:
    """Whether a line is the text beside a label: right of it, on its first line or on one of its lines."""
    last = piece.last
    beside = line.x0 > max(one.x1 for one in piece.lines) and line.baseline < last.baseline + 0.5 * last.size
    label = len(piece.text) < 60 and ((last.is_bold and not line.is_bold) or last.text.endswith(":"))
    return beside and label and line.baseline > piece.first.baseline - 0.5 * last.size


def _is_wrapped(piece: Piece, line: Line, right: float) -> bool:
    """Whether a line that begins with a number like "2013." or "19)", or with a dash, is the middle of a sentence."""
    last = piece.last
    dashed = DASHED.match(line.text) and not piece.marker and line.x0 < last.x0 + 0.5 * line.size
    if piece.marker and _counts_on(piece.first, line):
        return False
    return (
        bool(NUMBERED.match(line.text) or dashed)
        and not SENTENCE_END.search(last.text)
        and last.text[-1:] != ":"
        and last.x1 > right - 0.15 * (right - last.x0)
    )


def _counts_on(first: Line, line: Line) -> bool:
    """Whether a line begins with the number after an item's own, right below it."""
    numbers = [int(match[1]) if (match := COUNTED.match(one.text)) else 0 for one in (first, line)]
    return 0 < numbers[0] == numbers[1] - 1 and abs(line.words[0].x1 - first.words[0].x1) < line.size


def _hangs(piece: Piece, line: Line) -> bool:
    """Whether a line stands under an item's text, clear of its marker, and goes on with it."""
    words = piece.first.words
    hanging = len(words) > 1 and words[1].x0 > words[0].x0 + 0.8 * line.size
    return hanging and abs(line.x0 - words[1].x0) < HANGING and not line.text[:1].isupper()


def _style_breaks(piece: Piece, line: Line) -> bool:
    """Whether a heading ends or begins between two lines."""
    last = piece.last
    if last.is_bold and line.words[0].style.bold and not _ends(last) and not line.is_bold:
        # A bold lead of more than a line ends within this one.
        return False
    if last.is_bold != line.is_bold:
        wraps = last.text[-1:] not in ".:" and line.text[:1].islower() and len(last.text) > 60
        return not wraps
    plain = last.style.color == line.style.color or not (last.is_bold or last.size > line.size + 0.4)
    all_italic = all(w.style.italic for w in last.words)
    now_italic = all(w.style.italic for w in line.words)
    if len(piece.lines) == 1 and all_italic and not now_italic and len(last.text) < 70 and not last.text.endswith("-"):
        return not line.text[:1].islower()
    return not plain


def _begins(piece: Piece, line: Line, following: Line | None, right: float) -> bool:
    """Whether a line begins a new paragraph by its indent or by the room that the line before it left."""
    last = piece.last
    step = INDENT * line.size
    left = min(one.x0 for one in piece.lines[1:]) if len(piece.lines) > 1 else None
    indented = line.x0 > (left if left is not None else last.x0) + step
    if indented and line.x0 < last.x0 + 5 * line.size:
        back = (
            following is None
            or following.x0 < line.x0 - 0.5 * step
            or following.baseline > line.baseline + 2 * line.size
        )
        if (left is not None or piece.first.x0 <= line.x0 - step) and (back or _ends(last)):
            return _ends(last) or _room_left(last, line, right)
    if not _room_left(last, line, right):
        return False
    if not line.is_bold:
        return _ends(last) or line.text[:1].isupper()
    if line.x0 > piece.first.x0 + line.size and NUMBERED_HEADING.match(piece.first.text):
        return False
    # A heading may break early, but hardly with much room left and a new word in capitals after it.
    return line.text[:1].isupper() and last.x1 < last.x0 + HALF_EMPTY * (right - last.x0)


def _ends(line: Line) -> bool:
    return bool(SENTENCE_END.search(line.text))


def _room_left(last: Line, line: Line, right: float) -> bool:
    """Whether the next line's first word would have fitted on the line before."""
    first = line.words[0]
    needed = first.x1 - first.x0 + ROOM * line.size
    return last.x1 + needed + 0.25 * line.size < right - ROOM * line.size and not last.text.endswith("-")
