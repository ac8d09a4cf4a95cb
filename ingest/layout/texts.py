"""Lines put together as running text, each word with its place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.model import Box, Span
from ingest.layout.content import Rectangle, Word
from ingest.layout.hyphens import SOFT, Vocabulary, join
from ingest.layout.lines import Line, is_raised, joined

#: What a raised 2 or 3 belongs to: square and cubic metres, never notes.
POWERED = frozenset(("m", "km", "dm", "cm", "mm"))
INNER_SOFT = re.compile(f"(?<=\\w){SOFT}(?=\\w)")


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A text whose words have places; `marks` are the note marks that stood in it, in order."""

    text: str
    spans: tuple[Span, ...] = ()
    marks: tuple[str, ...] = ()


def box_on(page: int, area: Rectangle) -> Box:
    """A rectangle as a box on a page, rounded to hundredths of a point."""
    return Box(page, round(area.x0, 2), round(area.top, 2), round(area.x1, 2), round(area.bottom, 2))


def compose(
    lines: Sequence[Line], vocabulary: Vocabulary, notes: frozenset[tuple[int, str]] = frozenset()
) -> PlacedText:
    """Lines rejoined as one text.

    Args:
        lines: lines in reading order.
        vocabulary: the document's words, to tell soft hyphens from hard ones.
        notes: (page, mark) of the footnotes there are; their raised marks are left out of the text.
    """
    text = ""
    placed: list[tuple[int, int, Box]] = []
    marks: list[str] = []
    soft = False
    for line in lines:
        words = _without_marks(line, notes, marks)
        if not words:
            continue
        text, space = join(text, words[0].text, vocabulary, soft=soft)
        placed = [(start, min(end, len(text)), box) for start, end, box in placed]
        text += space
        for at, word in enumerate(words):
            if at and not _one_word(words[at - 1], word, line):
                text += " "
            start = len(text)
            text += word.text.replace(SOFT, "") if at + 1 < len(words) else INNER_SOFT.sub("", word.text)
            placed.append((start, len(text), box_on(line.page, word.box)))
        soft = words[-1].soft_end
    if text.endswith(SOFT):
        text = text[:-1]
        placed = [(start, min(end, len(text)), box) for start, end, box in placed]
    spans = tuple(Span(start, end, box) for start, end, box in placed if end > start)
    return PlacedText(text, spans, tuple(marks))


def _without_marks(line: Line, notes: frozenset[tuple[int, str]], marks: list[str]) -> list[Word]:
    """A line's words without the raised marks of notes, which are added to `marks`."""
    kept: list[Word] = []
    for word in line.words:
        bare = word.text.strip(".,;:)")
        unit = bool(kept) and kept[-1].text in POWERED and bare in ("2", "3") and joined(kept[-1], word)
        if is_raised(word, line) and (line.page, bare) in notes and not unit:
            marks.append(bare)
            continue
        kept.append(word)
    return kept


def _one_word(a: Word, b: Word, line: Line) -> bool:
    """Whether two neighbours are one word; a raised number after a word is not, a raised unit ("m²") is."""
    if not joined(a, b):
        # After a mark that was left out, what ends the sentence stands a mark's width away.
        return b.text[0] in ".,;:!?)" and not a.spaced
    raised = is_raised(b, line) and b.text[:1].isdigit()
    return not raised or (len(a.text) <= 3 and a.text.isalpha())


def cut(placed: PlacedText, start: int) -> PlacedText:
    """The text from a character on, white space stripped; its spans move along."""
    while start < len(placed.text) and placed.text[start].isspace():
        start += 1
    spans = tuple(Span(max(0, s.start - start), s.end - start, s.box) for s in placed.spans if s.end > start)
    return PlacedText(placed.text[start:], spans, placed.marks)


def chain(a: PlacedText, b: PlacedText, vocabulary: Vocabulary) -> PlacedText:
    """Two texts as one, as a paragraph that goes on in the next column or on the next page."""
    text, space = join(a.text, b.text, vocabulary)
    kept = tuple(Span(s.start, min(s.end, len(text)), s.box) for s in a.spans if s.start < len(text))
    offset = len(text) + len(space)
    moved = tuple(Span(s.start + offset, s.end + offset, s.box) for s in b.spans)
    return PlacedText(text + space + b.text, kept + moved, a.marks + b.marks)
