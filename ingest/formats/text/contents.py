"""Contents pages in plain text: evidence for headings, never text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.formats.text.lines import Line

HEADING = re.compile(r"(?:innehåll|innehållsförteckning|table of contents)\s*:?", re.IGNORECASE)
#: An entry led to its page by dots, a tab or wide space.
_LED = re.compile(r"(?P<text>\S.*?)(?:\s*(?:\.\s?){3,}\s*|\s*…+\s*|\.*\t+\s*|\s{3,})(?P<page>\d{1,4}|[ivxl]+)$")
#: An entry whose leader was lost; believed only below a contents heading.
_BARE = re.compile(r"(?P<text>\S.*?[^\d\s,.:])\s(?P<page>\d{1,3})$")
_DOTS = re.compile(r"(?:\.\s?){3}|…")
#: An entry is no longer, leader and all.
MAX_CHARACTERS = 300
#: So many entries in a row make a contents page.
MIN_ENTRIES = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a contents page."""

    text: str
    page: int | None
    indent: int


def take_contents(lines: Sequence[Line]) -> tuple[list[Line], list[Entry]]:
    """Lines without the contents pages, and the entries of these.

    A contents page is a run of at least `MIN_ENTRIES` lines that end in page numbers that never fall; an entry's text
    may begin on a line above. A heading that says "Innehåll" belongs to it. Where neither that nor leading dots tell a
    contents page from a table, most of its entries are headings further on.
    """
    last = {_words(line.text): at for at, line in enumerate(lines) if "\t" not in line.text and line.table is None}
    kept: list[Line] = []
    entries: list[Entry] = []
    at = 0
    while at < len(lines):
        headed = HEADING.fullmatch(lines[at].text) is not None
        end, found = _run(lines, at + headed, headed=headed)
        dotted = sum(_DOTS.search(line.text) is not None for line in lines[at:end])
        texts = [_words(entry.text) for entry in found]
        announced = sum(text != "" and last.get(text, 0) >= end for text in texts)
        if len(found) >= MIN_ENTRIES and (headed or 2 * max(dotted, announced) >= len(found)):
            entries += found
            at = end
        else:
            end = max(end, at + 1) if not headed else at + 1
            kept += lines[at:end]
            at = end
    return kept, entries


def _words(text: str) -> str:
    return " ".join(re.findall(r"[^\W\d]\w*", text.casefold()))


def _run(lines: Sequence[Line], start: int, *, headed: bool) -> tuple[int, list[Entry]]:
    """Entries from a line on, and where they end."""
    found: list[Entry] = []
    waiting: list[Line] = []
    at = end = start
    while at < len(lines) and len(waiting) < 3:
        line = lines[at]
        match = _entry(line.text, headed=headed)
        at += 1
        if match is None:
            if not headed:
                break
            waiting.append(line)
            continue
        page = int(match["page"]) if match["page"].isdigit() else None
        last = next((entry.page for entry in reversed(found) if entry.page is not None), 0)
        if page is not None and page < (last or 0):
            break
        text = " ".join([*(above.text for above in waiting), match["text"].rstrip(" .")])
        found.append(Entry(" ".join(text.split()), page, line.indent))
        waiting = []
        end = at
    return end, found


def _entry(text: str, *, headed: bool) -> re.Match[str] | None:
    if len(text) > MAX_CHARACTERS or not (text[-1].isdigit() or text[-1] in "ivxl"):
        return None
    return _LED.fullmatch(text) or (_BARE.fullmatch(text) if headed else None)
