"""Footnotes in wrapped plain text: their marks within the text, and their texts at the pages' ends."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.document import Note
from ingest.formats.text.lines import Layout, Line

#: A mark that the text runs into: after a word of at least three letters, or after punctuation.
_INLINE = re.compile(
    r"(?:(?<=[a-zåäöé]{3})|(?<=[A-ZÅÄÖ]{3})|(?<=[a-zåäöé]{3}[.,;:)”\"!?])|(?<=[a-zåäöé]{2}[.!?][)”\"]))"
    r"\s?(\d{1,3})(?=[\s.,;:)]|$)"
)
_ALONE = re.compile(r"\d{1,3}")
#: So many marks that count up from 1 are footnotes; fewer may be numbers of something else.
MIN_MARKS = 3
#: A missing mark or two do not end the count.
MAX_STEP = 2


@dataclass(frozen=True, slots=True)
class _Mark:
    at: int
    line: int
    start: int
    end: int
    number: int


@dataclass(frozen=True, slots=True)
class Noted:
    """Lines without footnotes; `notes` maps a line's number in the file to the notes whose marks stand in it."""

    lines: list[Line]
    notes: dict[int, tuple[Note, ...]]


def take_notes(lines: Sequence[Line], layout: Layout) -> Noted:
    """Take footnotes out of the flow of a wrapped text.

    A note's text stands where a page ends, after its mark on a line of its own or, where the mark was lost, on a line
    indented by two spaces that nothing parts from the line above. A mark stands within the text, or alone on a line
    with the sentence going on below it. Marks are believed when they count up.
    """
    if not layout.wrapped:
        return Noted(list(lines), {})
    kept, texts = _take_texts(lines)
    kept = _rejoined(kept)
    marks = _counting(_marks(kept))
    if len(marks) < MIN_MARKS and not texts:
        return Noted(list(lines), {})
    return _noted(kept, marks, _assigned(lines, marks, texts))


def _take_texts(lines: Sequence[Line]) -> tuple[list[Line], list[tuple[int, int | None, str]]]:
    """Lines without note texts, and these as (line in the file, number or None, text)."""
    kept: list[Line] = []
    texts: list[tuple[int, int | None, str]] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        following = lines[at + 1] if at + 1 < len(lines) else None
        alone = _ALONE.fullmatch(line.text) is not None and following is not None and following.gap == 0
        if alone and following is not None and line.gap > 0 and following.indent == 1:
            texts.append((line.number, int(line.text), following.text))
            at += 2
        elif line.indent == 2 and line.gap == 0 and _page_ends(lines, at):
            texts.append((line.number, None, line.text))
            at += 1
        else:
            kept.append(line)
            at += 1
    return kept, texts


def _page_ends(lines: Sequence[Line], at: int) -> bool:
    """Whether nothing but further notes follows on the page."""
    for line in lines[at + 1 :]:
        if line.page_start or line.gap > 0 or line.indent < 2:
            return line.page_start or line.indent == 1
    return True


def _rejoined(lines: Sequence[Line]) -> list[Line]:
    """Lines that a raised mark broke in three, as one: text, the mark alone, the sentence going on."""
    joined: list[Line] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        following = lines[at + 1] if at + 1 < len(lines) else None
        if not (_ALONE.fullmatch(line.text) and line.gap == 0 and joined and not line.page_start):
            joined.append(line)
            at += 1
            continue
        text, closed = joined[-1].text + line.text, line.closed
        at += 1
        if following is not None and following.gap <= 1 and (following.indent == 1 or following.text[:1] in ".,;:)"):
            text += ("" if following.text[:1] in ".,;:)" else " ") + following.text
            closed = following.closed
            at += 1
        joined[-1] = replace(joined[-1], text=text, closed=closed)
    return joined


def _marks(lines: Sequence[Line]) -> list[_Mark]:
    return [
        _Mark(at, line.number, found.start(), found.end(), int(found[1]))
        for at, line in enumerate(lines)
        for found in _INLINE.finditer(line.text)
        if found[0] == found[1] or found.end() == len(line.text)
    ]


def _counting(marks: Sequence[_Mark]) -> list[_Mark]:
    """The longest run of marks that counts up from 1 in steps of one, now and then two."""
    lengths = [0] * len(marks)
    before = [-1] * len(marks)
    longest: dict[int, int] = {}  # number: the mark of that number which ends the longest run so far
    for at, mark in enumerate(marks):
        earlier = max(
            (longest[n] for n in range(mark.number - MAX_STEP, mark.number) if n in longest),
            key=lambda index: lengths[index],
            default=-1,
        )
        if earlier < 0 and mark.number != 1:
            continue
        lengths[at], before[at] = (lengths[earlier] + 1, earlier) if earlier >= 0 else (1, -1)
        if mark.number not in longest or lengths[at] > lengths[longest[mark.number]]:
            longest[mark.number] = at
    last = max(longest.values(), key=lambda index: lengths[index], default=-1)
    run: list[_Mark] = []
    while last >= 0:
        run.append(marks[last])
        last = before[last]
    return run[::-1]


def _assigned(
    lines: Sequence[Line], marks: Sequence[_Mark], texts: Sequence[tuple[int, int | None, str]]
) -> dict[int, str]:
    """Texts by mark number; texts without their numbers go to the marks on their page, in order."""
    by_number = {number: text for _, number, text in texts if number is not None}
    starts = [line.number for line in lines if line.page_start]
    for place, number, text in texts:
        if number is not None:
            continue
        page = max((start for start in starts if start <= place), default=0)
        free = [mark.number for mark in marks if page <= mark.line < place and mark.number not in by_number]
        # A text that no mark is left for stays a note without one.
        by_number[free[0] if free else -1 - len(by_number)] = text
    return by_number


def _noted(lines: Sequence[Line], marks: Sequence[_Mark], texts: dict[int, str]) -> Noted:
    """Lines without their marks, and the notes by line."""
    notes: dict[int, list[Note]] = {}
    cleaned = list(lines)
    for mark in reversed(marks):
        line = cleaned[mark.at]
        cleaned[mark.at] = replace(line, text=line.text[: mark.start] + line.text[mark.end :])
        text = texts.pop(mark.number, "")
        notes.setdefault(line.number, []).insert(0, Note(str(mark.number), text))
    for number, text in sorted(texts.items()):
        last = lines[-1].number if lines else 0
        notes.setdefault(last, []).append(Note(str(number) if number > 0 else "*", text))
    return Noted(cleaned, {number: tuple(of_line) for number, of_line in notes.items()})
