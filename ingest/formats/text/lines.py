"""The lines of a plain text, and how the text is laid out: wrapped or not, single- or double-spaced."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

#: Lines ending so end a sentence, or something that stands for one.
SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*\d{0,2}$")
#: Lines ending so leave nothing open, though no sentence ends.
CLOSED_END = re.compile(r"[.!?:;…][\"”’')\]]*\d{0,2}$")
#: At least so many empty lines in a row are a page's end in a double-spaced text.
PAGE_GAP = 3
#: A text wider than this is not wrapped: its lines are paragraphs.
MAX_WRAPPED_WIDTH = 140
#: Nor does much of a wrapped text stand in lines that go far past its width: at most this share of its characters.
OUTLIER = 1.3
MAX_OUTLIERS = 0.15
#: A line is full when the next word would have gone past this share of the width; letters differ in breadth.
FULL = 0.86
#: Words between asterisks, as conversions mark what was slanted or bold; a lone asterisk is a note's mark.
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3})(?=[\w\"”“'«])([^*\n]*[\w.!?)\"”»])\1(?![\w*])")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank.

    `gap` counts the blank lines before it, `empty` those of them that follow each other without even a space, `indent`
    its leading spaces. `closed` says that more blanks stand at its end than at those of other lines: the author's last
    one before the paragraph's end, which a line that only wraps has not. `page_start` says that a page begins here,
    `forced` that it seems to be the author's will, and `fed` that a form feed says so. `table` is set for rows of one
    drawn table, `marked` is the level of a heading that is underlined.
    """

    number: int
    text: str
    gap: int
    indent: int
    page_start: bool = False
    empty: int = 0
    forced: bool = False
    closed: bool = False
    fed: bool = False
    table: int | None = None
    marked: int = 0

    @property
    def first_word(self) -> str:
        """The first word without punctuation around it."""
        return self.text.split(maxsplit=1)[0].strip("\"”“’'()[].,;:!?")

    @property
    def last_word(self) -> str:
        """The last word without punctuation around it."""
        return self.text.rsplit(maxsplit=1)[-1].strip("\"”“’'()[].,;:!?")


@dataclass(frozen=True, slots=True)
class Layout:
    """How lines follow each other.

    `wrapped`: paragraphs run over several lines of at most about `width` characters. `double`: a blank line follows
    every line, so blank lines part nothing.
    """

    wrapped: bool
    double: bool
    width: float

    def is_full(self, line: Line, following: Line) -> bool:
        """Whether the line had no room for the next one's first word, so that it goes on there."""
        word = following.text.split(maxsplit=1)[0]
        return len(line.text) + 1 + len(word) > FULL * self.width


def starts_lower(text: str) -> bool:
    """Whether text begins in the middle of a sentence: its first letter is small and no digit comes before it."""
    for character in text:
        if character.isalpha():
            return character.islower()
        if character.isdigit() or character == "#":
            return False
    return False


def without_emphasis(text: str) -> str:
    """A text without the asterisks that stand for slanted or bold letters."""
    return _EMPHASIS.sub(r"\2", text)


def lines_of(text: str) -> list[Line]:
    """The lines of a text that are not blank."""
    lines: list[Line] = []
    blanks: list[str] = []
    usual = _usual_trail(text)
    for number, raw in enumerate(text.split("\n")):
        bare = raw.replace("\f", "").replace("\u00a0", " ")
        stripped = bare.strip(" \u200b\ufeff") if "\t" in bare else bare.strip()
        if not stripped.strip():
            blanks.append(raw)
            continue
        indent = len(bare) - len(bare.lstrip(" "))
        page = "\f" in raw or any("\f" in blank for blank in blanks)
        # An author's page break leaves an empty paragraph, which is a space or two, before the page's end.
        forced = any(blanks[:2])
        closed = _trail(raw) > usual
        lines.append(Line(number, stripped, len(blanks), indent, page, _longest_run(blanks), forced, closed, page))
        blanks = []
    return lines


def _trail(raw: str) -> int:
    return len(raw) - len(raw.rstrip(" "))


def _usual_trail(text: str) -> int:
    """How many blanks most lines end in: a conversion may leave one at the end of each."""
    trails = Counter(_trail(raw) for raw in text.split("\n") if raw.strip())
    return max(trails, key=lambda trail: (trails[trail], -trail), default=0)


def _longest_run(blanks: Sequence[str]) -> int:
    return max((len(list(run)) for empty, run in groupby(blanks, key=lambda raw: not raw) if empty), default=0)


def measure(lines: Sequence[Line]) -> Layout:
    """How a text is laid out, told from its line lengths, blank lines, and how lines end and go on."""
    lines = [line for line in lines if line.table is None]
    plain = [line for line in lines if "\t" not in line.text]
    if len(plain) < 4:
        return Layout(wrapped=False, double=False, width=0.0)
    lengths = sorted(len(line.text) for line in plain)
    width = float(lengths[int(0.9 * (len(lengths) - 1))])
    long = [(a, b) for a, b in pairwise(lines) if len(a.text) >= 0.6 * width and "\t" not in a.text + b.text]
    open_ended = [(a, b) for a, b in long if not CLOSED_END.search(a.text)]
    going_on = [b for _, b in open_ended if starts_lower(b.text)]
    wrapped = (
        width <= MAX_WRAPPED_WIDTH
        and sum(length for length in lengths if length > OUTLIER * width) <= MAX_OUTLIERS * sum(lengths)
        and len(open_ended) >= max(3, 0.35 * len(long))
        and len(going_on) >= 0.4 * len(open_ended)
    )
    spaced = sum(b.gap >= 1 for b in going_on)
    return Layout(wrapped=wrapped, double=wrapped and spaced > 0.5 * len(going_on), width=width)


def with_pages(lines: Sequence[Line], layout: Layout) -> list[Line]:
    """Lines with the starts of pages marked.

    In a double-spaced text a page ends in several blank lines, or its last line and the next page's first have none
    between them and the latter is indented by the space that the page break became.
    """
    if not layout.double:
        return list(lines)
    marked: list[Line] = []
    for line in lines:
        glued = line.gap == 0 and line.indent == 1 and bool(marked) and not marked[-1].text.isdigit()
        begins = line.page_start or line.empty >= PAGE_GAP or glued
        marked.append(replace(line, page_start=begins, forced=begins and (glued or line.forced)))
    return marked
