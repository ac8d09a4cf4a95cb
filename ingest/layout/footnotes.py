"""Footnotes at the foot of a page or column, by size, mark and separator."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from ingest.layout.content import PageContent, Rectangle
from ingest.layout.lines import Line, is_raised
from ingest.layout.measures import Measures

#: Notes are set smaller than this share of the body.
SMALLER = 0.94
#: A note's first line has at least this many letters; the labels of a chart's axis have none.
FEWEST_LETTERS = 3
MARK = re.compile(r"^(\d{1,3}|\*{1,3}|†|‡|[a-z])(?=$|[.)]?\s)\s*[.)]?\s*")
RAISED = re.compile(r"^(?:\d{1,3}|\*{1,3}|†|‡)$")
#: Separators are at most this share of the page's width, and at most this far above the note, in points.
SEPARATOR_ABOVE = 26.0


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
    rulings = [r for r in page.rulings if not any(t.meets(r, 3.0) for t in tables)]
    page = replace(page, rulings=tuple(rulings))
    raised = {w.text.strip(".,;:") for line in lines for w in line.words if is_raised(w, line)}
    starts = []
    for line in lines:
        mark = _mark(line, raised, page)
        if (
            mark
            and line.top > 0.3 * page.height
            and (
                line.size < SMALLER * measures.body_size
                or (_has_separator(line, page) and line.size <= measures.largest_body)
            )
            and _is_foot(line, lines, measures, page)
        ):
            starts.append((line, mark))
    notes: list[NoteLines] = []
    taken: set[Line] = set()
    ordered = sorted(starts, key=lambda s: (round(s[0].x0 / 100), s[0].baseline))
    firsts = {line for line, _ in ordered}
    for line, mark in ordered:
        own = [line, *_continuations(line, lines, firsts, measures)]
        taken.update(own)
        notes.append(NoteLines(mark, tuple(own)))
    return Notes(tuple(notes), frozenset(taken))


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
            notes.append(NoteLines(match[1], tuple(own)))
        elif is_raised(first, own[0]) and RAISED.match(first.text):
            notes.append(NoteLines(first.text, tuple(own)))
    return Notes(tuple(notes), frozenset(line for note in notes for line in note.lines))


def _mark(line: Line, raised: set[str], page: PageContent) -> str | None:
    """The mark that a note's first line begins with, where it can be trusted."""
    first = line.words[0]
    if sum(1 for c in line.text if c.isalpha()) < FEWEST_LETTERS:
        return None
    if is_raised(first, line) and RAISED.match(first.text):
        return first.text
    match = MARK.match(line.text)
    if match is None or len(line.text) <= match.end():
        return None
    if match[1] in raised or (match[1].isdigit() and _has_separator(line, page)):
        return match[1]
    return None


def _has_separator(line: Line, page: PageContent) -> bool:
    return any(
        r.width > 40
        and r.height < 3
        and 0 < line.baseline - r.bottom < 120
        and r.x0 < line.x0 + 10
        and r.x1 > line.x0 + 20
        for r in page.rulings
    )


def _is_foot(line: Line, lines: Sequence[Line], measures: Measures, page: PageContent) -> bool:
    """Whether nothing but small print stands below."""
    column = Rectangle(line.x0, line.bottom, line.x1, 10_000)
    return all(
        other.size < SMALLER * measures.body_size
        or other.x0 > column.x1
        or other.x1 < column.x0
        or _has_separator(other, page)
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
