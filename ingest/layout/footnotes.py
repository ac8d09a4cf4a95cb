"""Footnotes at the foot of a page or column, by size, mark and separator."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from ingest.layout.content import PageContent, Rectangle, Word
from ingest.layout.lines import Line, is_raised
from ingest.layout.measures import Measures

#: Notes are set smaller than this share of the body.
SMALLER = 0.94
#: Notes stand below this share of the page's height.
HIGHEST = 0.3
#: A note's first line has at least this many letters; the labels of a chart's axis have none.
FEWEST_LETTERS = 3
MARK = re.compile(r"^(\d{1,3}|\*{1,3}|†|‡|[a-z])(?=$|[.)]?\s)\s*[.)]?\s*")
RAISED = re.compile(r"^(?:\d{1,3}|\*{1,3}|†|‡)$")
#: A separator stands at most this far above the first note, and its last note at most so far below it, in points.
SEPARATOR_ABOVE = 26.0
SEPARATED = 120.0
#: A number of more digits is a mark only where the page calls it.
MOST_DIGITS = 2
#: How far, in points, the first lines of two notes under each other may stand apart to the side.
ALIGNED = 3.0


@dataclass(frozen=True, slots=True)
class NoteLines:
    """A note's mark and its lines; the mark is the first word of the first line."""

    mark: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes of a page and all lines that they take."""

    notes: tuple[NoteLines, ...]
    lines: frozenset[Line]


def notes_of(
    page: PageContent,
    lines: Sequence[Line],
    measures: Measures,
    tables: Sequence[Rectangle],
    tagged: Callable[[Line], int | None],
) -> Notes:
    """Find the footnotes among a page's lines, tables and running lines left out.

    Args:
        page: the page, for its separators.
        lines: its lines.
        measures: what is normal in the document.
        tables: places of tables, whose lines are no separators.
        tagged: the number of the tagged note that a line stands in, None where it stands in none.
    """
    named = _tagged_notes(lines, tagged)
    if named.notes:
        return named
    separators = _separators(page, lines, tables)
    raised = {_bare(w) for line in lines for w in line.words if is_raised(w, line)}
    called = {_bare(w) for line in lines for w in line.words[1:] if is_raised(w, line)}
    starts = []
    for line in lines:
        mark = _mark(line, raised, separators)
        small = line.size < SMALLER * measures.body_size
        # What is set like running text is a note only where the text calls it.
        large = mark in called and line.size <= measures.largest_body and _is_below(line, separators)
        # Files made from web pages set notes under their paragraphs: there, a raised mark that is called tells.
        certain = small and mark in called and is_raised(line.words[0], line)
        low = line.top > HIGHEST * page.height and (small or large)
        if mark and (certain or (low and _is_foot(line, lines, measures, separators))):
            starts.append((line, mark))
    notes: list[NoteLines] = []
    taken: set[Line] = set()
    ordered = sorted(starts, key=lambda s: (round(s[0].x0 / 100), s[0].baseline))
    firsts = {line for line, _ in ordered}
    for line, mark in ordered:
        own = [line, *_continuations(line, lines, firsts, measures)]
        taken.update(own)
        notes += _parted(NoteLines(mark, tuple(own)))
    return Notes(tuple(notes), frozenset(taken))


def _bare(word: Word) -> str:
    return word.text.strip(".,;:")


def _parted(note: NoteLines) -> list[NoteLines]:
    """A note, and those after it whose marks count on from its own at the same left edge."""
    notes = [note]
    for at, line in enumerate(note.lines[1:], start=1):
        last = notes[-1]
        match = MARK.match(line.text)
        following = str(int(last.mark) + 1) if last.mark.isdigit() else ""
        if match and match[1] == following and abs(line.x0 - note.lines[0].x0) < ALIGNED:
            start = at - len(note.lines)
            notes[-1:] = [replace(last, lines=last.lines[:start]), NoteLines(following, note.lines[at:])]
    return notes


def _tagged_notes(lines: Sequence[Line], tagged: Callable[[Line], int | None]) -> Notes:
    """Notes as the tag tree has them."""
    held: dict[int, list[Line]] = {}
    for line in lines:
        number = tagged(line)
        if number is not None:
            held.setdefault(number, []).append(line)
    notes = []
    for own in held.values():
        first = own[0].words[0]
        match = MARK.match(own[0].text)
        # What has no mark is running text that strayed into a note's element.
        if match is not None:
            notes += _parted(NoteLines(match[1], tuple(own)))
        elif is_raised(first, own[0]) and RAISED.match(first.text):
            notes += _parted(NoteLines(first.text, tuple(own)))
    return Notes(tuple(notes), frozenset(line for note in notes for line in note.lines))


def _mark(line: Line, raised: set[str], separators: Sequence[Rectangle]) -> str | None:
    """The mark that a note's first line begins with, where it can be trusted."""
    first = line.words[0]
    if sum(1 for c in line.text if c.isalpha()) < FEWEST_LETTERS:
        return None
    if is_raised(first, line) and RAISED.match(first.text):
        return first.text
    match = MARK.match(line.text)
    if match is None or len(line.text) <= match.end():
        return None
    separated = match[1].isdigit() and len(match[1]) <= MOST_DIGITS and _is_below(line, separators)
    return match[1] if match[1] in raised or separated else None


def _separators(page: PageContent, lines: Sequence[Line], tables: Sequence[Rectangle]) -> list[Rectangle]:
    """Rulings of no table right below which a line begins with a mark."""
    found = []
    for ruling in page.rulings:
        if ruling.width <= 40 or ruling.height >= 3 or any(t.meets(ruling, 3.0) for t in tables):
            continue
        below = [line for line in lines if line.baseline > ruling.bottom and _is_under(line, ruling)]
        first = min(below, key=lambda line: line.baseline, default=None)
        if first is not None and first.top - ruling.bottom < SEPARATOR_ABOVE and MARK.match(first.text):
            found.append(ruling)
    return found


def _is_under(line: Line, ruling: Rectangle) -> bool:
    return ruling.x0 < line.x0 + 10 and ruling.x1 > line.x0 + 20


def _is_below(line: Line, separators: Sequence[Rectangle]) -> bool:
    return any(0 < line.baseline - r.bottom < SEPARATED and _is_under(line, r) for r in separators)


def _is_foot(line: Line, lines: Sequence[Line], measures: Measures, separators: Sequence[Rectangle]) -> bool:
    """Whether nothing but small print and other notes stand below."""
    column = Rectangle(line.x0, line.bottom, line.x1, 10_000)
    return all(
        other.size < SMALLER * measures.body_size
        or other.x0 > column.x1
        or other.x1 < column.x0
        or _is_below(other, separators)
        for other in lines
        if other.baseline > line.baseline + 1
    )


def _continuations(first: Line, lines: Sequence[Line], firsts: set[Line], measures: Measures) -> list[Line]:
    """The lines of a note after its first one."""
    found: list[Line] = []
    last = first
    below = sorted((o for o in lines if o.baseline > first.baseline + 1), key=lambda o: o.baseline)
    for other in below:
        if other in firsts and abs(other.x0 - first.x0) < 60:
            break
        near = other.baseline - last.baseline < 1.9 * max(measures.pitch(last.size), last.size)
        beside = other.x0 < max(first.x1, last.x1) and other.x1 > first.x0 - 5
        if not near:
            break
        if beside and other.size < max(SMALLER * measures.body_size, first.size + 0.6):
            found.append(other)
            last = other
    return found
