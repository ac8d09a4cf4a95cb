"""Words gathered into lines; lines never cross the space between two columns or cells."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.layout.content import Rectangle, Style, Word
from ingest.layout.symbols import PLAIN_BULLETS

#: Words whose baselines lie closer than this share of the font size share a line; raised marks lie within it.
SAME_LINE = 0.5
#: A note's mark may stand higher, in font sizes of the line, than other words of the line.
MARK_RAISED = 0.7
MARK_SHAPE = re.compile(r"[\d*†‡]{1,3}[.,;:)]?$")
#: Gap in font sizes up to which words that follow each other in the file stay on one line.
WORD_GAP = 1.3
#: The same where the file has a space between them: justified lines.
SPACED_GAP = 2.6
#: Gap up to which pieces that do not follow each other in the file are one line.
PIECE_GAP = 0.7
#: Gap up to which a bullet or number is tied to the text after it.
MARKER_GAP = 5.0
#: A label has at most so many characters.
LONGEST_LABEL = 40
#: Gap below which two words are one, where the file has no space between them.
GLUE = 0.13
#: Sizes of small capitals as shares of the large ones: made by shrinking, they have 0.7 to 0.8 of them.
SMALLEST_CAPITALS = 0.6
LARGEST_CAPITALS = 0.9
MARKER = re.compile(
    r"(?:[•●○◦▪■□▫◾◼‣⁃➢➤❖∙·►▶✓→–—o*-]|\(?\d{1,2}[.)]|\(?[a-zåäö][.)]|§ ?\d+[a-z]?\.?|\d{1,2}(?:\.\d{1,2}){0,4}\.?)$"
)


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one baseline, from left to right. `style` is the one that most of its characters have."""

    page: int
    words: tuple[Word, ...]
    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    baseline: float
    style: Style

    @property
    def box(self) -> Rectangle:
        """The line's rectangle."""
        return Rectangle(self.x0, self.top, self.x1, self.bottom)

    @property
    def size(self) -> float:
        """Font size of most of the line."""
        return self.style.size

    @property
    def is_label(self) -> bool:
        """Whether it is a few words that end with a colon."""
        return self.text.endswith(":") and len(self.text) <= LONGEST_LABEL

    @property
    def is_bold(self) -> bool:
        """Whether every word is bold, marks and bullets aside."""
        return all(w.style.bold for w in self.words if any(c.isalnum() for c in w.text) and not is_raised(w, self))


def is_raised(word: Word, line: "Line") -> bool:
    """Whether a word is a superscript on its line."""
    return word.style.size < 0.85 * line.size and word.baseline < line.baseline - 0.12 * line.size


def make_line(page: int, words: Sequence[Word]) -> Line:
    """A line of words that are in order."""
    weights: Counter[Style] = Counter()
    for word in words:
        weights[word.style] += len(word.text)
    style = max(weights, key=lambda s: (weights[s], s.size))
    if (large := _large_capitals(words, style)) is not None:
        style = large
    body = [w for w in words if w.style.size >= 0.85 * style.size] or list(words)
    baseline = max(set(baselines := [w.baseline for w in body]), key=baselines.count)
    return Line(
        page,
        tuple(words),
        join_words(words),
        min(w.x0 for w in words),
        min(w.top for w in body),
        max(w.x1 for w in words),
        max(w.bottom for w in body),
        baseline,
        style,
    )


def _large_capitals(words: Sequence[Word], style: Style) -> Style | None:
    """The style of the large capitals where most of a line is in small ones; it tells the line's size."""
    large = max((w.style for w in words if w.text[0].isalpha()), key=lambda s: s.size, default=style)
    if not SMALLEST_CAPITALS * large.size < style.size < LARGEST_CAPITALS * large.size:
        return None
    # Some files call the small capitals small letters, so that it also tells that capitals begin words with them.
    capitals = all(c.isupper() for w in words for c in w.text if c.isalpha())
    initials = [(a, b) for a, b in pairwise(words) if a.style == large and len(a.text) == 1 and a.text.isupper()]
    begun = bool(initials) and all(joined(a, b) and _is_shrunk(b.style, style) for a, b in initials)
    return large if _is_shrunk(style, large) and (capitals or begun) else None


def _is_shrunk(style: Style, other: Style) -> bool:
    """Whether two styles are one but for their size and the font's name, which may say that capitals are small."""
    return replace(style, size=other.size, font=other.font) == other and style.font[:8] == other.font[:8]


def joined(a: Word, b: Word) -> bool:
    """Whether two neighbours on a line are one word."""
    return not a.spaced and b.x0 - a.x1 < GLUE * max(a.style.size, b.style.size)


def join_words(words: Sequence[Word]) -> str:
    """The text of neighbouring words."""
    if not words:
        return ""
    parts = [words[0].text]
    for a, b in pairwise(words):
        parts.append(b.text if joined(a, b) else " " + b.text)
    return "".join(parts)


def lines_of(page: int, words: Iterable[Word]) -> list[Line]:
    """Gather a page's upright words, given in the order of the file, into lines from top to bottom."""
    pieces = _merge(_pieces([w for w in words if w.upright]))
    made = [make_line(page, piece) for piece in pieces]
    return sorted(made, key=lambda line: (round(line.baseline, 1), line.x0))


def _pieces(words: Sequence[Word]) -> list[list[Word]]:
    """Runs of words that follow each other in the file and on the page."""
    pieces: list[list[Word]] = []
    for word in words:
        if pieces and _continues(pieces[-1][-1], word):
            pieces[-1].append(word)
        else:
            pieces.append([word])
    return pieces


def _continues(a: Word, b: Word) -> bool:
    size = max(a.style.size, b.style.size)
    if not _aligned(a, b):
        return False
    limit = SPACED_GAP if a.spaced else WORD_GAP
    return -0.4 * size < b.x0 - a.x1 < limit * size


def _aligned(a: Word, b: Word) -> bool:
    """Whether two words share a line as far as their baselines tell."""
    low, high = (a, b) if a.baseline >= b.baseline else (b, a)
    is_mark = high.style.size < 0.85 * low.style.size and MARK_SHAPE.match(high.text) is not None
    limit = MARK_RAISED if is_mark else SAME_LINE
    return low.baseline - high.baseline <= limit * max(a.style.size, b.style.size)


def _merge(pieces: list[list[Word]]) -> list[list[Word]]:
    """Put pieces of one line together that the file holds apart."""
    pieces.sort(key=lambda p: (p[0].baseline, p[0].x0))
    merged: list[list[Word]] = []
    row: list[list[Word]] = []
    for piece in pieces:
        if row and abs(piece[0].baseline - row[0][0].baseline) > SAME_LINE * min(_size(piece), _size(row[0])):
            merged += _merge_row(row)
            row = []
        row.append(piece)
    return merged + _merge_row(row)


def _merge_row(row: list[list[Word]]) -> list[list[Word]]:
    row.sort(key=lambda p: p[0].x0)
    merged: list[list[Word]] = []
    for piece in row:
        if merged and _belongs(merged[-1], piece):
            merged[-1] = sorted(merged[-1] + piece, key=lambda w: w.x0)
        else:
            merged.append(piece)
    return merged


def _belongs(left: Sequence[Word], right: Sequence[Word]) -> bool:
    size = max(_size(left), _size(right))
    gap = right[0].x0 - max(w.x1 for w in left)
    if gap < -0.5 * size and right[-1].x1 > max(w.x1 for w in left) + size:
        return False
    if gap < PIECE_GAP * size:
        return _aligned(left[-1], right[0])
    text = join_words(left)
    is_marker = bool(MARKER.match(text)) or text in PLAIN_BULLETS
    alike = 0.8 < left[0].style.size / max(0.1, right[0].style.size) < 1.25 or text in PLAIN_BULLETS
    return is_marker and alike and gap < MARKER_GAP * size


def _size(words: Sequence[Word]) -> float:
    return max(w.style.size for w in words)
