"""Running headers and footers that a conversion left in plain text: one line again and again with the page's number."""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from ingest.formats.text.lines import Line

_NUMBERED = re.compile(
    r"(?P<first>\d{1,4})\s+(?P<after>\D.*)|(?P<before>.*\D)\s*\b(?P<last>\d{1,4})\s?(?:[(\[/]\s?\d+[)\]]?)?"
)
#: A line that repeats less often, stands closer or is shorter may be a heading ("Kvartal 1").
MIN_REPEATS = 4
MIN_DISTANCE = 15
MIN_CHARACTERS = 12


def take_running_lines(lines: Sequence[Line]) -> tuple[list[Line], list[str]]:
    """Lines without running ones, and each of these once.

    A running line says the same every time but for a number that grows; it stands about once a page.
    """
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for at, line in enumerate(lines):
        found = _NUMBERED.fullmatch(line.text) if len(line.text) <= 120 else None
        if found:
            text = " ".join((found["after"] or found["before"]).split())
            if len(text) >= MIN_CHARACTERS:
                places[text].append((at, int(found["first"] or found["last"])))
    running = {text: of_text for text, of_text in places.items() if _runs(of_text)}
    gone = {at for of_text in running.values() for at, _ in of_text}
    return [line for at, line in enumerate(lines) if at not in gone], sorted(running)


def _runs(places: Sequence[tuple[int, int]]) -> bool:
    if len(places) < MIN_REPEATS or (places[-1][0] - places[0][0]) < MIN_DISTANCE * (len(places) - 1):
        return False
    return all(before[1] < after[1] for before, after in pairwise(places))
