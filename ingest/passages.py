"""Passages: the stretches that are searched, cut so that none breaks a sentence or crosses a section's end."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from corpus.model import Box, Passage, Report, Section, Source, Span, Table
from corpus.swedish.sentences import split as split_sentences
from ingest.sections import printed_pages

#: Characters of a passage at most: three or four sentences, so that its vector tells of one thing. What is shown of a
#: hit is wider (search/windows.py). search/README.md has the measurements of other lengths.
PASSAGE_CHARACTERS = 450
#: A passage may begin with so small a share of the limit when what follows has to be cut anyway.
SMALL = 0.5


@dataclass(frozen=True, slots=True)
class _Unit:
    """Characters that stay together; `leads` says that a list follows which they introduce."""

    start: int
    end: int
    leads: bool = False


def passages(report: Report, limit: int = PASSAGE_CHARACTERS) -> tuple[Passage, ...]:
    """Every passage of a report in reading order: each section's running text, then its tables.

    Running text is covered whole but for white space, without overlap; ids are p1, p2, ….

    Args:
        report: the report as it was read.
        limit: characters of a passage at most. A table row longer than this is a passage of its own.
    """
    printed = printed_pages(report.pages)
    paths = _paths(report.sections)
    tables: dict[str | None, list[Table]] = {}
    for table in report.tables:
        tables.setdefault(table.section_id, []).append(table)
    found: list[Passage] = []
    for table in tables.get(None, ()):
        found += _table_passages(table, (), printed, limit)
    for section in report.sections:
        found += _text_passages(section, paths[section.id], printed, limit)
        for table in tables.get(section.id, ()):
            found += _table_passages(table, paths[section.id], printed, limit)
    return tuple(_numbered(found))


def stretches(text: str, limit: int = PASSAGE_CHARACTERS) -> list[tuple[int, int]]:
    """Borders `[start, end)` of the passages of a section's text.

    Paragraphs stay whole and small neighbours are merged where they fit; a list stays with the words that lead into it;
    a longer paragraph is cut between sentences into parts of like size, a longer sentence at a clause or word border.
    """
    closed: list[tuple[int, int]] = []
    current: list[_Unit] = []
    for group in _groups(text, limit):
        fits = not current or group[-1].end - current[0].start <= limit
        must_be_cut = group[-1].end - group[0].start > limit
        if fits or (must_be_cut and current[-1].end - current[0].start < SMALL * limit):
            current += group
        else:
            closed.append((current[0].start, current[-1].end))
            current = group
        if current[-1].end - current[0].start > limit:
            *full, current = _balanced(current, limit)
            closed += [(part[0].start, part[-1].end) for part in full]
    if current:
        closed.append((current[0].start, current[-1].end))
    return closed


def _groups(text: str, limit: int) -> Iterator[list[_Unit]]:
    """Paragraphs as lists of units; a list and its lead-in are one group."""
    lead: list[_Unit] = []
    paragraphs = list(_parts(text, 0, len(text), "\n\n"))
    for at, (start, end) in enumerate(paragraphs):
        following = paragraphs[at + 1] if at + 1 < len(paragraphs) else None
        leads = following is not None and text[end - 1] == ":" and _is_list(text, *following)
        units = [*lead, *_units(text, start, end, limit)]
        if leads:
            units[-1] = _Unit(units[-1].start, units[-1].end, leads=True)
            lead = units
        else:
            lead = []
            yield units


def _is_list(text: str, start: int, end: int) -> bool:
    return text.startswith("•", start) or "\n" in text[start:end] or text[start : start + 2].strip(".) ").isdigit()


def _units(text: str, start: int, end: int, limit: int) -> Iterator[_Unit]:
    """A paragraph whole if it fits, a list item by item, else sentence by sentence."""
    for low, high in _parts(text, start, end, "\n"):
        if high - low <= limit:
            yield _Unit(low, high)
            continue
        starts = sorted({low, *(low + first for first, _ in split_sentences(text[low:high]))})
        for first, last in pairwise([*starts, high]):
            yield from (_Unit(*piece) for piece in _cut(text, *_trimmed(text, first, last), limit))


def _cut(text: str, start: int, end: int, limit: int) -> Iterator[tuple[int, int]]:
    """A stretch in pieces within the limit, cut after a clause in the second half, else after a word."""
    while end - start > limit:
        window = text[start : start + limit + 1]
        at = max(window.rfind(border) + len(border) for border in (", ", "; ", ": ", " – "))
        if at < limit // 2:
            at = window.rfind(" ")
        at = at if at > 0 else limit
        low, high = _trimmed(text, start, start + at)
        yield low, high
        start, end = _trimmed(text, start + at, end)
    if start < end:
        yield start, end


def _balanced(units: list[_Unit], limit: int) -> list[list[_Unit]]:
    """Units parted into runs within the limit, of like size, never parted after a lead-in."""
    total = units[-1].end - units[0].start
    target = total / ceil(total / limit)
    runs = [[units[0]]]
    for unit in units[1:]:
        run = runs[-1]
        length = unit.end - run[0].start
        middle = length - (unit.end - unit.start) / 2
        if length <= limit and (middle <= target or run[-1].leads):
            run.append(unit)
        elif run[-1].leads and len(run) > 1 and unit.end - run[-1].start <= limit:
            runs.append([run.pop(), unit])
        else:
            runs.append([unit])
    return runs


def _parts(text: str, start: int, end: int, border: str) -> Iterator[tuple[int, int]]:
    """The stretches between borders, without white space at their ends; never empty ones."""
    while start < end:
        at = text.find(border, start, end)
        at = end if at < 0 else at
        low, high = _trimmed(text, start, at)
        if low < high:
            yield low, high
        start = at + len(border)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _paths(sections: Iterable[Section]) -> dict[str, tuple[str, ...]]:
    """The headings from the top down to each section's own."""
    paths: dict[str, tuple[str, ...]] = {}
    for section in sections:
        above = paths[section.parent_id] if section.parent_id is not None else ()
        paths[section.id] = (*above, section.heading) if section.heading else above
    return paths


def _numbered(found: Iterable[Passage]) -> Iterator[Passage]:
    for number, p in enumerate(found, start=1):
        yield Passage(f"p{number}", p.section_id, p.table_id, p.start, p.end, p.text, p.section_path, p.source)


def _text_passages(
    section: Section, path: tuple[str, ...], printed: dict[int, str | None], limit: int
) -> Iterator[Passage]:
    starts = [span.start for span in section.spans]
    ends = [span.end for span in section.spans]
    for start, end in stretches(section.text, limit):
        spans = section.spans[bisect_right(ends, start) : bisect_left(starts, end)]
        source = _source_of(spans, printed) if spans else section.source
        yield Passage("", section.id, None, start, end, section.text[start:end], path, source)


def _table_passages(
    table: Table, path: tuple[str, ...], printed: dict[int, str | None], limit: int
) -> Iterator[Passage]:
    """Rows as many as fit below the caption and the header, which every passage repeats."""
    head = [" ".join(table.caption.split())] if table.caption else []
    head += [_line(table.header)] if table.header else []
    lines = [_line(row) for row in table.rows]
    for start, end in _row_runs(lines, sum(len(line) + 1 for line in head), limit):
        text = "\n".join([*head, *lines[start:end]])
        if text.strip():
            source = _joined(table.row_sources[start:end], printed) if table.row_sources[start:end] else table.source
            yield Passage("", table.section_id, table.id, start, end, text, path, source)


def _row_runs(lines: Sequence[str], head: int, limit: int) -> Iterator[tuple[int, int]]:
    start, length = 0, head
    for at, line in enumerate(lines):
        if at > start and length + len(line) > limit:
            yield start, at
            start, length = at, head
        length += len(line) + 1
    yield start, len(lines)


def _line(cells: Iterable[str]) -> str:
    return "\t".join(" ".join(cell.split()) for cell in cells)


def _source_of(spans: Sequence[Span], printed: dict[int, str | None]) -> Source:
    """The place of words: their pages, and one box a line."""
    pages = tuple(sorted({span.box.page for span in spans}))
    first = spans[0].box.page
    return Source(first, printed.get(first), pages, tuple(_lines_of(span.box for span in spans)))


def _joined(sources: Sequence[Source], printed: dict[int, str | None]) -> Source:
    """The place of several rows together."""
    pages = tuple(sorted({page for source in sources for page in source.pages}))
    first = next((source.page for source in sources if source.page is not None), None)
    boxes = tuple(box for source in sources for box in source.boxes)
    return Source(first, printed.get(first) if first is not None else None, pages, boxes)


def _lines_of(boxes: Iterable[Box]) -> Iterator[Box]:
    """Word boxes merged while they stand on one line: same page, at least half of the lower height shared."""
    current: Box | None = None
    for box in boxes:
        if current is not None and _on_one_line(current, box):
            current = Box(
                box.page,
                min(current.x0, box.x0),
                min(current.top, box.top),
                max(current.x1, box.x1),
                max(current.bottom, box.bottom),
            )
            continue
        if current is not None:
            yield current
        current = box
    if current is not None:
        yield current


def _on_one_line(a: Box, b: Box) -> bool:
    shared = min(a.bottom, b.bottom) - max(a.top, b.top)
    return a.page == b.page and shared >= 0.5 * min(a.bottom - a.top, b.bottom - b.top)
