"""Running headers and footers that a conversion left in plain text: one line again and again with the page's number."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.formats.text.lines import Line

_NUMBERED = re.compile(
    r"(?P<first>\d{1,4})\s+(?P<after>\D.*)|(?P<before>.*\D)\s*\b(?P<last>\d{1,4})\s?(?:[(\[/]\s?\d+[)\]]?)?"
)
#: A line that repeats less often, stands closer or is shorter may be a heading ("Kvartal 1").
MIN_REPEATS = 4
MIN_DISTANCE = 15
MIN_CHARACTERS = 12
#: A longer line is text.
MAX_CHARACTERS = 120
#: So many lines at a page's top and bottom may be running lines.
EDGE_LINES = 2
_PAGE = re.compile(r"(?:sida|sid\.?|s\.)?\s*[-–]?\s*\d{1,4}\s*(?:[(\[/]\s*\d{1,4}\s*[)\]]?)?\s*[-–]?", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")


def take_running_lines(lines: Sequence[Line]) -> tuple[list[Line], list[str]]:
    """Lines without running ones, and each of these once.

    A running line says the same every time but for a number that grows; it stands about once a page.
    """
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for at, line in enumerate(lines):
        found = _NUMBERED.fullmatch(line.text) if len(line.text) <= MAX_CHARACTERS else None
        if found:
            text = " ".join((found["after"] or found["before"]).split())
            if len(text) >= MIN_CHARACTERS:
                places[text].append((at, int(found["first"] or found["last"])))
    running = {text: of_text for text, of_text in places.items() if _runs(of_text)}
    gone = {at for of_text in running.values() for at, _ in of_text}
    edges, at_edges = _at_edges(lines)
    return _without(lines, gone | edges), sorted({*running, *at_edges})


def _at_edges(lines: Sequence[Line]) -> tuple[set[int], set[str]]:
    """Places of the lines at the edges of pages that only number them, or that many pages have; and the latter's texts.

    Only a file that marks its pages with form feeds tells where these are.
    """
    starts = [at for at, line in enumerate(lines) if line.fed]
    if not starts:
        return set(), set()
    places: dict[str, list[int]] = defaultdict(list)
    gone: set[int] = set()
    for start, end in pairwise([0, *starts, len(lines)]):
        for at in {*range(start, min(start + EDGE_LINES, end)), *range(max(start, end - EDGE_LINES), end)}:
            if len(lines[at].text) <= MAX_CHARACTERS and not lines[at].text.endswith((".", "?", "!")):
                places[" ".join(_DIGITS.sub("0", lines[at].text).split())].append(at)
        gone |= {at for at in (start, end - 1) if start < end and _PAGE.fullmatch(lines[at].text)}
    common = {text: of_text for text, of_text in places.items() if len(of_text) > max(1, len(starts) / 2)}
    texts = {" ".join(lines[of_text[0]].text.split()) for of_text in common.values()}
    gone |= {at for of_text in common.values() for at in of_text}
    if 2 * sum(len(lines[at].text) for at in gone) > sum(len(line.text) for line in lines):
        return set(), set()  # Pages of little else are lists.
    return gone, {text for text in texts if any(map(str.isalpha, text))}


def _without(lines: Sequence[Line], gone: set[int]) -> list[Line]:
    """Lines without some; what comes after one at a page's start begins the page instead."""
    kept: list[Line] = []
    begins = False
    for at, line in enumerate(lines):
        begins = begins or line.page_start
        if at not in gone:
            kept.append(
                replace(line, page_start=True, gap=max(1, line.gap)) if begins and not line.page_start else line
            )
            begins = False
    return kept


def _runs(places: Sequence[tuple[int, int]]) -> bool:
    if len(places) < MIN_REPEATS or (places[-1][0] - places[0][0]) < MIN_DISTANCE * (len(places) - 1):
        return False
    return all(before[1] < after[1] for before, after in pairwise(places))
