"""Running headers, footers and page numbers: found by what repeats at one height on many pages."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.layout.content import PageContent
from ingest.layout.lines import Line
from ingest.layout.measures import half_point
from ingest.layout.page_numbers import WHOLE, printed_numbers, whole_number
from ingest.layout.small_print import CAPTION, SOURCE, TABLE_NAME

#: Rows counted from the top and from the bottom of a page that may be running lines.
ROWS = 4
#: Share of the page's height from each end in which they stand.
ZONE = 0.16
#: How far, in points, a running line may stand higher or lower on another page.
DRIFT = 5.0
#: Share of the pages that must have a running line at a height for all that looks the same there to be one.
ROW_SHARE = 0.25
#: Distance, in font sizes, up to which a line is the next one of a paragraph, and how far, in points, its left edge
#: may differ.
NEXT_LINE = 1.6
SAME_EDGE = 3.0
#: So many pages must be numbered alike for the number of another page to be known by counting.
FEWEST_NUMBERS = 3
#: Height, in font sizes, of a caption of three lines.
CAPTION_HEIGHT = 4.5
#: Larger numbers are years and amounts.
MOST_PAGES = 999
NUMBERS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class RunningLines:
    """Per page, in the order of the pages: the lines that stay, those set aside, the printed page number."""

    kept: tuple[tuple[Line, ...], ...]
    aside: tuple[tuple[Line, ...], ...]
    printed: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class _Candidate:
    page: int
    line: Line
    key: str
    foot: bool
    height: float


def set_running_lines_aside(
    pages: Sequence[PageContent], lines: Sequence[Sequence[Line]], body_size: float
) -> RunningLines:
    """Part running lines from the rest.

    Args:
        pages: the pages of a document.
        lines: their lines, from top to bottom.
        body_size: size of the body in points.
    """
    found = [_candidates(i, page, own) for i, (page, own) in enumerate(zip(pages, lines, strict=True))]
    slots = _slots(found, len(pages))
    rows = _usual_rows(found, slots, len(pages))
    taken: list[set[Line]] = []
    for index in range(len(pages)):
        own = {c.line for c in found[index] if _is_running(c, slots) or _is_in_row(c, rows)}
        own = {line for line in own if half_point(line.size) < body_size or not _is_text(line, lines[index], own)}
        taken.append(own | _beyond(found[index], rows))
    _count_on(found, taken)
    kept = tuple(tuple(line for line in lines[i] if line not in own) for i, own in enumerate(taken))
    aside = tuple(tuple(line for line in lines[i] if line in own) for i, own in enumerate(taken))
    return RunningLines(kept, aside, printed_numbers(aside, pages))


def _count_on(found: Sequence[Sequence[_Candidate]], taken: Sequence[set[Line]]) -> None:
    """Take aside the page numbers that stand elsewhere on a few pages: they count with those of the other pages."""
    offsets = Counter(
        value - index
        for index, own in enumerate(taken)
        for value in {whole_number(line.text) for line in own}
        if value is not None
    )
    usual = max(offsets, key=lambda offset: (offsets[offset], -offset), default=0)
    if offsets[usual] >= FEWEST_NUMBERS:
        for index, candidates in enumerate(found):
            taken[index].update(c.line for c in candidates if whole_number(c.line.text) == index + usual)


def _is_text(line: Line, lines: Sequence[Line], own: set[Line]) -> bool:
    """Whether a line that many pages begin or end with is one of a paragraph: the next one is set just like it."""
    return any(
        other not in own
        and other.style == line.style
        and abs(other.x0 - line.x0) < SAME_EDGE
        and 0 < abs(other.baseline - line.baseline) < NEXT_LINE * line.size
        for other in lines
    )


def _beyond(candidates: Sequence[_Candidate], rows: Sequence["_Row"]) -> set[Line]:
    """What stands outside of a page's usual running lines, no larger: an address below a footer, a number above."""
    usual = [c for c in candidates if _is_in_row(c, rows) and any(ch.isalpha() for ch in c.line.text)]
    return {
        c.line
        for c in candidates
        if any(o.foot == c.foot and c.height < o.height and c.line.size <= o.line.size for o in usual)
    }


def _is_pictures(line: Line, lines: Sequence[Line]) -> bool:
    """Whether a line names a picture or a table, or stands under the name: charts stand at one height on many pages."""
    if CAPTION.match(line.text) or SOURCE.match(line.text) or TABLE_NAME.match(line.text):
        return True
    return any(
        0 < line.baseline - other.baseline < CAPTION_HEIGHT * line.size
        and abs(other.x0 - line.x0) < SAME_EDGE
        and CAPTION.match(other.text)
        for other in lines
    )


def _candidates(index: int, page: PageContent, lines: Sequence[Line]) -> list[_Candidate]:
    """The first and last rows of a page, each fragment of a row by itself."""
    rows = sorted({round(line.baseline) for line in lines})
    heads, feet = set(rows[:ROWS]), set(rows[-ROWS:])
    found = []
    for line in lines:
        row = round(line.baseline)
        if _is_pictures(line, lines):
            continue
        if row in heads and line.baseline < ZONE * page.height:
            found.append(_Candidate(index, line, _key(line.text, index), foot=False, height=line.baseline))
        elif row in feet and line.baseline > (1 - ZONE) * page.height:
            found.append(_Candidate(index, line, _key(line.text, index), foot=True, height=page.height - line.baseline))
    return found


def _key(text: str, page: int) -> str:
    """What must repeat of a line: its words and form; of a bare number, how far it is from the page's own.

    Rows of figures stand at one height on many pages too. What says how many pages there are is a page's number.
    """
    first = NUMBERS.search(text)
    counted = WHOLE.match(text)
    if first is not None and not any(c.isalpha() for c in text) and not (counted and counted[2]):
        return text if int(first[0]) > MOST_PAGES else f"{int(first[0]) - page}{text[first.end() :]}"
    return re.sub(r"\s+", " ", NUMBERS.sub("#", text)).strip().casefold()


def _slots(found: Sequence[Sequence[_Candidate]], pages: int) -> dict[tuple[bool, str], list[float]]:
    """For each text that repeats, the heights at which it does so on enough pages."""
    heights: defaultdict[tuple[bool, str], list[tuple[float, int]]] = defaultdict(list)
    for candidates in found:
        for one in candidates:
            heights[one.foot, one.key].append((one.height, one.page))
    needed = 2 if pages <= 4 else 3
    slots: dict[tuple[bool, str], list[float]] = {}
    for key, places in heights.items():
        for height, _ in places:
            near = {page for other, page in places if abs(other - height) <= DRIFT}
            if len(near) >= needed:
                slots.setdefault(key, []).append(height)
    return slots


def _is_running(one: _Candidate, slots: dict[tuple[bool, str], list[float]]) -> bool:
    return any(abs(height - one.height) <= DRIFT for height in slots.get((one.foot, one.key), ()))


@dataclass(frozen=True, slots=True)
class _Row:
    """A height at which many pages have a running line, and how it looks there."""

    foot: bool
    height: float
    size: float
    font: str


def _usual_rows(
    found: Sequence[Sequence[_Candidate]], slots: dict[tuple[bool, str], list[float]], pages: int
) -> list[_Row]:
    """Heights and looks of running lines on a good share of the pages: there, chapters' names may stand only once."""
    where: defaultdict[tuple[bool, int, float, str], set[int]] = defaultdict(set)
    for candidates in found:
        for one in candidates:
            if _is_running(one, slots):
                style = one.line.style
                where[one.foot, round(one.height), style.size, style.font].add(one.page)
    return [
        _Row(foot, float(height), size, font)
        for (foot, height, size, font), on in sorted(where.items())
        if len(on) >= max(3, ROW_SHARE * pages)
    ]


def _is_in_row(one: _Candidate, rows: Sequence[_Row]) -> bool:
    style = one.line.style
    return any(
        row.foot == one.foot and abs(row.height - one.height) <= 2 and row.size == style.size and row.font == style.font
        for row in rows
    )
