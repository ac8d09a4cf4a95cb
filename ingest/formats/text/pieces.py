"""Pieces: the lines of a plain text put together to paragraphs, headings and list items, not yet told apart."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.formats.text.hyphens import Mender
from ingest.formats.text.lines import CLOSED_END, SENTENCE_END, Layout, Line, starts_lower

BULLET = re.compile(r"(?:[-–—•●▪◦*·‣➢►✓\uf000-\uf0ff]\s*(?=[^\W_])|o\s(?=[A-ZÅÄÖ]))")
_LETTERED = re.compile(r"(?:\((?:[a-zåäö]|\d{1,2}|[ivx]{1,4})|[a-zåäö]|\d{1,2}|[ivx]{1,4})\)\s+(?=\S)")
_NUMBER = re.compile(r"(?P<number>\d{1,2})[.)]?\s+(?=\S)")
#: Words that make a sentence of a line; a heading closed by a full stop holds none.
VERBS = re.compile(
    r"(?i)är|var|vara|har|hade|ska|skall|kan|kunde|kommer|kom|blir|blev|finns|fanns|får|fick|görs|gjordes|sker|skedde"
    r"|bör|måste|vill|ville|pågår|gäller|innebär|visar|omfattar|redovisas|ingår|saknas|krävs|syftar|leder|ger|gav|står"
    r"|ligger|väntas|bedöms|beräknas|löper|följer|fortsätter|\w{3,}(?:ades?|ats|erar|eras|erats|erades)"
)
#: An item of a numbered list has no more lines than this.
MAX_ITEM_LINES = 8
#: A line over this share of the width that is left open goes on in one that begins with a figure.
HALF_FULL = 0.7
#: An unwrapped line at least this long is a paragraph, which a page's end may break.
PARAGRAPH_CHARACTERS = 90


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines that belong together.

    `raw` keeps line ends and wide spaces, which may part cells; `text` is the lines rejoined; `number` is set for an
    item of a numbered list.
    """

    lines: tuple[Line, ...]
    raw: str
    text: str
    item: bool = False
    number: int | None = None

    @property
    def first(self) -> Line:
        """The first line."""
        return self.lines[0]

    @property
    def ends_sentence(self) -> bool:
        """Whether the text is closed by a full stop or the like."""
        return SENTENCE_END.search(self.text) is not None

    @property
    def is_closed(self) -> bool:
        """Whether the text is closed by any mark: a stop, a colon, a semicolon."""
        return CLOSED_END.search(self.text) is not None


def pieces_of(lines: Sequence[Line], layout: Layout, mender: Mender) -> list[Piece]:
    """Put lines together."""
    numbered = _numbered(lines, layout)
    known = _neighbours(lines)
    lettered = {line.number for line in lines if _LETTERED.match(line.text)}
    lettered = lettered if len(lettered) > 1 else set()
    pieces: list[list[Line]] = []
    for at, line in enumerate(lines):
        following = lines[at + 1] if at + 1 < len(lines) else None
        begins = at in numbered or BULLET.match(line.text) is not None or line.number in lettered
        if pieces and not begins and _goes_on(pieces[-1], line, following, layout, known, mender):
            pieces[-1].append(line)
        else:
            pieces.append([line])
    numbers = {id(lines[at]): number for at, number in numbered.items()}
    made = [_piece(group, numbers.get(id(group[0])), layout, mender) for group in pieces]
    made = [replace(piece, item=True) if piece.first.number in lettered else piece for piece in made]
    return _with_plain_items(made, layout)


def _with_plain_items(pieces: list[Piece], layout: Layout) -> list[Piece]:
    """Pieces of an unwrapped text with those marked that are items without a bullet: two or more in small letters."""
    if layout.wrapped or not pieces:
        return pieces
    small = [not piece.item and "\t" not in piece.raw and starts_lower(piece.text) for piece in pieces]
    beside = [a or b for a, b in zip([False, *small[:-1]], [*small[1:], False], strict=True)]
    return [
        replace(piece, item=True) if is_small and has_neighbour else piece
        for piece, is_small, has_neighbour in zip(pieces, small, beside, strict=True)
    ]


def _piece(group: Sequence[Line], number: int | None, layout: Layout, mender: Mender) -> Piece:
    text = group[0].text
    for line in group[1:]:
        text = mender.join(text, line.text)
    text = mender.mend_inline(" ".join(text.replace("\u00ad", "").split()))
    bullet = BULLET.match(text)
    lost_bullet = layout.double and group[0].indent == 1 and group[0].gap > 0 and not group[0].page_start
    item = bullet is not None or number is not None or lost_bullet
    if bullet is not None:
        text = text[bullet.end() :]
    return Piece(tuple(group), "\n".join(line.text for line in group), text, item, number)


def _goes_on(
    group: Sequence[Line],
    line: Line,
    following: Line | None,
    layout: Layout,
    known: frozenset[tuple[str, str]],
    mender: Mender,
) -> bool:
    """Whether a line continues the piece before it."""
    last = group[-1]
    if "\t" in line.text or "\t" in last.text or line.table != last.table or line.marked or last.marked:
        return False
    if line.table is not None:
        return False  # A row.
    if not layout.wrapped:
        return _continues_paragraph(last, line, following)
    if last.closed and SENTENCE_END.search(last.text):
        return False
    if layout.double and line.gap == 0 and line.indent == 0:
        return True  # Glued lines: a heading of several lines, a cell, a line broken by a raised mark.
    if layout.double and line.indent == 1 and line.gap > 0 and not line.page_start:
        return False  # An item whose bullet was lost.
    if (
        layout.double
        and len(group) > 1
        and group[-1].gap == 0
        and group[-1].indent == 0
        and not starts_lower(line.text)
    ):
        return False
    if line.gap > 0 and not layout.double and not line.page_start:
        return layout.is_full(last, line) and starts_lower(line.text) and not SENTENCE_END.search(last.text)
    if not layout.is_full(last, line):
        goes_on = starts_lower(line.text) or (line.text[0].isdigit() and len(last.text) > HALF_FULL * layout.width)
        return goes_on and not CLOSED_END.search(last.text)
    if starts_lower(line.text):
        return True
    if (SENTENCE_END.search(last.text) or len(group) == 1) and _looks_like_heading(line, following, layout):
        return False
    return len(group) > 1 or not _begins_anew(last, line, known, mender)


def _continues_paragraph(last: Line, line: Line, following: Line | None) -> bool:
    """Whether a page's end broke a paragraph of an unwrapped text here: left open, it goes on in small letters."""
    if CLOSED_END.search(last.text) or not starts_lower(line.text) or BULLET.match(last.text) or line.gap == 0:
        return False
    if last.text.endswith(("-", "\u00ad")):
        return True
    one_of_a_list = following is not None and starts_lower(following.text) and len(line.text) < PARAGRAPH_CHARACTERS
    return len(last.text) >= PARAGRAPH_CHARACTERS and not one_of_a_list


def _looks_like_heading(line: Line, following: Line | None, layout: Layout) -> bool:
    """Whether a line after a full one that ends a sentence stands for itself: left open, with a beginning below."""
    if following is None or CLOSED_END.search(line.text) or line.text.endswith((",", "-")):
        return False
    if layout.double and following.gap == 0 and following.indent == 0:
        return True  # Lines of one heading have no blank line between them in a double-spaced text; a paragraph's have.
    return not starts_lower(following.text) and not layout.is_full(line, following)


def _begins_anew(last: Line, line: Line, known: frozenset[tuple[str, str]], mender: Mender) -> bool:
    """Whether a line in capitals after an open-ended first line begins a paragraph, the line before being a heading.

    A word that is written small elsewhere has its capital from beginning a sentence; a name may stand anywhere, but not
    where it would have followed the line's last word as it does elsewhere.
    """
    if last.text.endswith((",", "-", "–", "(")) or (last.last_word, line.first_word) in known:
        return False
    if any(VERBS.fullmatch(word) for word in last.text.split()):
        return False  # Few headings so long have a verb; most sentences have it in their first line.
    return line.first_word.isalpha() and mender.has_small(line.first_word)


def _neighbours(lines: Sequence[Line]) -> frozenset[tuple[str, str]]:
    """Pairs of words that stand side by side within a line."""
    return frozenset(
        (one.strip("\"”“'()[].,;:!?"), two.strip("\"”“'()[].,;:!?"))
        for line in lines
        for one, two in pairwise(line.text.split())
        if two[:1].isupper()
    )


def _numbered(lines: Sequence[Line], layout: Layout) -> dict[int, int]:
    """Lines that begin items of numbered lists: the numbers count from 1, with nothing between the items."""
    found: dict[int, int] = {}
    for at, line in enumerate(lines):
        if at in found or _number(line) != 1:
            continue
        run = [at]
        while (after := _next_item(lines, run[-1], len(run) + 1, layout)) is not None:
            run.append(after)
        if len(run) > 1:
            found.update({place: number for number, place in enumerate(run, start=1)})
    return found


def _next_item(lines: Sequence[Line], at: int, number: int, layout: Layout) -> int | None:
    for place in range(at + 1, min(at + 1 + MAX_ITEM_LINES, len(lines))):
        if _number(lines[place]) == number:
            return place
        if not layout.wrapped or not (lines[place].gap == 0 or layout.is_full(lines[place - 1], lines[place])):
            return None
    return None


def _number(line: Line) -> int | None:
    match = _NUMBER.match(line.text) if "\t" not in line.text else None
    return int(match["number"]) if match else None
