"""Contents pages: their entries are evidence for headings, never text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.layout.lines import Line

LEADER = re.compile(r"(?:\s*[.·…_]){4,}\s*")
ENTRY = re.compile(r"^(?P<title>.*?\S)(?:(?:\s*[.·…_]){3,}\s*|\s{1,})(?P<page>\d{1,4})$")
TITLE = re.compile(
    r"^(?:innehåll|innehållsförteckning|innehåll och disposition|contents|table of contents)\s*:?$", re.IGNORECASE
)
#: Share of a page's rows that must be entries.
ENTRY_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a contents page: its title, the page number printed beside it, its left edge in points."""

    title: str
    page: str
    x0: float
    bold: bool


@dataclass(frozen=True, slots=True)
class Contents:
    """The entries on a page, the lines they were read from, and the line that heads them."""

    entries: tuple[Entry, ...]
    lines: frozenset[Line]


def contents_of(lines: Sequence[Line], *, begun: bool) -> Contents:
    """The contents entries on a page.

    Args:
        lines: the page's lines from top to bottom, running lines set aside.
        begun: whether the page before was a contents page, so that this one may go on without a title.
    """
    rows = _rows(lines)
    texts = [" ".join(line.text for line in row) for row in rows]
    titled = next((i for i, text in enumerate(texts) if TITLE.match(text.strip())), None)
    leaders = sum(1 for text in texts if LEADER.search(text))
    if titled is None and not (begun or leaders >= 5):
        return Contents((), frozenset())
    start = 0 if titled is None else titled + 1
    numbered = [i for i in range(start, len(rows)) if ENTRY.match(texts[i].strip())]
    body = rows[start:]
    if len(numbered) < 2 or (len(numbered) < ENTRY_SHARE * len(body) and leaders < 3):
        return Contents((), frozenset())
    last = numbered[-1]
    return Contents(
        tuple(_entries(rows[start : last + 1])), frozenset(x for row in rows[start : last + 1] for x in row)
    )


def _rows(lines: Sequence[Line]) -> list[list[Line]]:
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda one: (one.baseline, one.x0)):
        if rows and line.baseline - rows[-1][0].baseline < 0.5 * line.size:
            rows[-1].append(line)
            rows[-1].sort(key=lambda one: one.x0)
        else:
            rows.append([line])
    return rows


def _entries(rows: Sequence[Sequence[Line]]) -> list[Entry]:
    """Entries, those over several rows joined."""
    found = []
    pending: list[str] = []
    left: float | None = None
    for row in rows:
        text = " ".join(line.text for line in row).strip()
        match = ENTRY.match(text)
        left = row[0].x0 if left is None else left
        if match is None:
            pending.append(text)
            if len(pending) > 3:
                pending, left = [], None
            continue
        title = LEADER.sub(" ", " ".join([*pending, match["title"]])).strip(" .–-■•▪")
        found.append(Entry(re.sub(r"\s+", " ", title), match["page"], left, row[0].style.bold))
        pending, left = [], None
    return found
