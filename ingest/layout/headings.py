"""Which pieces are headings and of which level: by tags, bookmarks, numbering and style, in that order of trust."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from unicodedata import category

from ingest.layout.evidence import LONGEST, NUMBER, Evidence
from ingest.layout.measures import Measures, half_point
from ingest.layout.paragraphs import SENTENCE_END, Piece
from ingest.layout.small_print import CAPTION, SOURCE, TABLE_NAME
from ingest.layout.symbols import PLAIN_BULLETS

CHAPTER = re.compile(r"^(?:kapitel|kap\.|del|bilaga|appendix)\s+(?:\d+|[A-Z])\b", re.IGNORECASE)
#: A piece of more characters is running text; a look is one where more than this share of its characters are such.
LONG_PIECE = 170
RUNNING_SHARE = 0.6
#: How much smaller than the body, in points, a heading may be set.
SMALLER_BOLD = 2.0
SMALLER_PLAIN = 1.2
#: Signs that relate the two sides of a formula.
RELATIONS = frozenset("=≈≠≤≥")
QUOTES = "”“\"»«’'"
#: Verdicts of this trust come from tags.
TAGGED = 4
MOST_LINES = 5
#: A line of up to so many characters is short; so many of them, and so large a share of the pieces that look alike,
#: must stand above running text for the look to be a heading's.
SHORT = 90
FEWEST_STEADY = 3
STEADY_SHARE = 0.8

StyleKey = tuple[float, bool, bool, bool, int, str]


def family_of(font: str) -> str:
    """A font's name without its style and maker: "ArialMT" and "Arial-BoldMT" are one family."""
    return re.split(r"[-,]|MT$|PS$|PSMT$", font)[0]


@dataclass(frozen=True, slots=True)
class Verdict:
    """That a piece is a heading, and how its level is known, if it is."""

    explicit: int | None
    key: StyleKey
    trust: int
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Looks:
    """What the looks of a document's pieces are used for.

    `running` are those of running text, `tagged` those of headings that the tags name (what they forgot looks the
    same), `steady` those that only short lines above running text have.
    """

    running: frozenset[StyleKey] = frozenset()
    tagged: frozenset[StyleKey] = frozenset()
    steady: frozenset[StyleKey] = frozenset()


def style_key(piece: Piece) -> StyleKey:
    """The look of a piece as far as it tells headings apart."""
    style = piece.first.style
    letters = [c for c in piece.text if c.isalpha()]
    capitals = len(letters) > 3 and all(c.isupper() for c in letters)
    family = re.split(r"[-,]", style.font)[0]
    return (
        half_point(style.size),
        all(line.is_bold for line in piece.lines),
        style.italic,
        capitals,
        style.color,
        family,
    )


def judge(
    piece: Piece,
    evidence: Evidence,
    measures: Measures,
    looks: Looks,
    *,
    above_table: bool,
) -> Verdict | None:
    """Whether a piece is a heading.

    Args:
        piece: lines that belong together.
        evidence: what the file says of its headings.
        measures: what is normal in the document.
        looks: what looks are used for in the document.
        above_table: whether a table follows right below.

    Returns:
        None for anything else; a verdict without an explicit level where only the style speaks.
    """
    text = piece.text.strip()
    if not _may_be(text, piece):
        return None
    key = style_key(piece)
    element = piece.element
    number = NUMBER.match(text)
    if evidence.tagged and element is not None and element.heading is not None and element.table is None:
        return Verdict(element.heading or evidence.bookmark(piece), key, 4, bool(number))
    marked = evidence.bookmark(piece)
    if marked is not None:
        return Verdict(marked, key, 3, bool(number))
    plainness = _plainness(piece, key, measures, looks)
    if plainness >= 2 and key in looks.tagged:
        return Verdict(None, key, 2, bool(number))
    if evidence.tagged and element is not None and plainness < 3:
        # The tags name the headings; what they call a paragraph must look much like one to be one.
        plainness = min(plainness, 1)
    listed = evidence.entry(piece)
    if listed is not None and (plainness or number):
        return Verdict(number[1].count(".") + 1 if number else listed, key, 2, bool(number))
    if number and plainness >= (1 if "." in number[1] else 2) and not piece_is_item(piece, number[1], measures):
        return Verdict(number[1].count(".") + 1, key, 2, numbered=True)
    if plainness >= 2 and not (above_table and plainness < 3 and TABLE_NAME.match(text)):
        return Verdict(None, key, 1)
    return None


def _plainness(piece: Piece, key: StyleKey, measures: Measures, looks: Looks) -> int:
    """How plainly a piece looks like a heading: 0 not at all, 1 faintly, 2 enough, 3 plainly."""
    if key in looks.running:
        return 0
    own = _own_looks(piece, key, measures)
    return 2 if own == 1 and key in looks.steady else own


def running_styles(pieces: Sequence[Piece], measures: Measures) -> frozenset[StyleKey]:
    """The looks in which most of the text stands in long pieces, or in items no larger than the body."""
    long: Counter[StyleKey] = Counter()
    whole: Counter[StyleKey] = Counter()
    balance: Counter[StyleKey] = Counter()
    for piece in pieces:
        key = style_key(piece)
        is_item = piece.marker and not key[1] and key[0] < measures.largest_body + 1.0
        is_long = len(piece.text) > LONG_PIECE or is_item
        whole[key] += len(piece.text)
        balance[key] += 1 if is_long else -1
        if is_long:
            long[key] += len(piece.text)
    # Bold leads may outweigh the bold headings that look like them; many short pieces are headings all the same.
    return frozenset(k for k in whole if long[k] > RUNNING_SHARE * whole[k] and (not k[1] or balance[k] >= 0))


def steady_styles(pages: Sequence[Sequence[object]], running: frozenset[StyleKey]) -> frozenset[StyleKey]:
    """The looks that short lines above running text have, and hardly anything else.

    Args:
        pages: what stands on each page, in reading order.
        running: the looks of running text.
    """
    heads: Counter[StyleKey] = Counter()
    whole: Counter[StyleKey] = Counter()
    for entities in pages:
        for one, following in pairwise([*entities, None]):
            if isinstance(one, Piece) and (key := style_key(one)) not in running:
                whole[key] += 1
                above = isinstance(following, Piece) and (following.marker or style_key(following) in running)
                short = len(one.lines) == 1 and len(one.text) <= SHORT and not SENTENCE_END.search(one.text)
                heads[key] += above and short and not one.marker
    return frozenset(k for k in whole if heads[k] >= FEWEST_STEADY and heads[k] >= STEADY_SHARE * whole[k])


def tagged_styles(pieces: Sequence[Piece]) -> frozenset[StyleKey]:
    """The looks of pieces that the tags call headings."""
    return frozenset(style_key(p) for p in pieces if p.element is not None and p.element.heading is not None)


def piece_is_item(piece: Piece, number: str, measures: Measures) -> bool:
    """Whether a numbered piece is a list's item rather than a numbered heading."""
    return "." not in number and piece.first.size <= measures.largest_body + 0.9 and not piece.first.is_bold


def _may_be(text: str, piece: Piece) -> bool:
    letters = sum(1 for c in text if c.isalpha())
    if letters < 2 or len(text) > LONGEST or len(piece.lines) > MOST_LINES or _is_formula(piece):
        return False
    if (CAPTION.match(text) and re.match(r"\w+\.?\s*[A-Z]?\d", text)) or SOURCE.match(text) or TABLE_NAME.match(text):
        return False
    # A pull quote ends with its full stop inside the quotation marks.
    bare = text.rstrip(QUOTES)
    sentence = bare[-1:] == "." and not bare[:-1].isdigit() and (len(text) > 30 or text[0].islower())
    if text[-1:] in ",;" or sentence:
        return False
    return letters > 0.4 * len(text.replace(" ", ""))


def _is_formula(piece: Piece) -> bool:
    """Whether a sign that relates two sides stands in a piece, or a mark by itself that has no letter to combine with.

    Word writes the signs and letters of formulas as characters of scripts that have nothing to do with them.
    """
    words = [word.text for line in piece.lines for word in line.words]
    return any(word in RELATIONS or (len(word) == 1 and category(word) in ("Mc", "Mn")) for word in words)


def _own_looks(piece: Piece, key: StyleKey, measures: Measures) -> int:
    """How plainly a piece looks like a heading by itself, as `_plainness` counts."""
    size, bold, italic, capitals, color, _ = key
    body = measures.body_size
    if size < body - (SMALLER_BOLD if bold else SMALLER_PLAIN):
        return 0
    larger = size >= measures.largest_body + 1.0
    # Bold labels in a chart stand side by side and make four lines, but not larger ones.
    short = len(piece.lines) <= (4 if bold and larger else 3) and len(piece.text) <= 160
    if larger and short:
        return 3
    if size >= body + 1.0 and bold and short:
        return 3
    if bold and not measures.body_bold and short:
        return 2
    alone = len(piece.lines) == 1 and len(piece.text) <= 90 and not SENTENCE_END.search(piece.text)
    spaced = piece.gap == 0.0 or piece.gap > 1.15 * measures.pitch(size)
    if (
        alone
        and spaced
        and ((italic and not measures.body_italic) or (capitals and size >= body - 0.5) or (size >= body + 0.5))
    ):
        return 2
    if spaced and alone and color != measures.body_color and size >= body - 0.5:
        return 1
    other = key[5] != family_of(measures.body_font)
    return 1 if spaced and short and other and not SENTENCE_END.search(piece.text) else 0


def strip_bullet(text: str) -> str:
    """A heading without the bullet that decorates it."""
    return text[1:].strip() if text[:1] in PLAIN_BULLETS else text
