"""Printed page numbers: among the numbers in running lines, those that run with the pages."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.layout.content import PageContent
from ingest.layout.lines import Line

WHOLE = re.compile(
    r"^(?:(?:sida|sid|s|page)\.?\s*)?[-–—|]?\s*(\d{1,4})\s*[-–—|]?(?:\s*(?:\(|\[|/|av|of)\s*(\d{1,4})\s*[)\]]?)?$",
    re.IGNORECASE,
)
AT_END = re.compile(r"(?:^|[\s|–-])(\d{1,4})(?:\s*[(\[/]\s*\d{1,4}\s*[)\]]?)?$")
AT_START = re.compile(r"^(\d{1,4})(?:\s*[(\[/]\s*\d{1,4}\s*[)\]]?)?(?=\s)")
#: Pages within which another page must count on. Two-sided files number every second page in a place of its own, and
#: pages of pictures bear no number.
NEARBY = 3


@dataclass(frozen=True, slots=True)
class _Number:
    """A number in a running line; `rank` is lower the less else stands in the line."""

    value: int
    text: str
    rank: int


def printed_numbers(aside: Sequence[Sequence[Line]], pages: Sequence[PageContent]) -> tuple[str | None, ...]:
    """The page number that each page bears; the file's label where none bears any and labels differ from counting.

    A footer holds years, register numbers and dates too: a page number is known by the pages near it counting on with
    the same offset. Of several that do, the offset that most pages share is taken.

    Args:
        aside: the running lines of each page.
        pages: the pages.
    """
    found = [_numbers(lines) for lines in aside]
    places: defaultdict[int, set[int]] = defaultdict(set)
    for at, numbers in enumerate(found):
        for number in numbers:
            places[number.value - at].add(at)
    printed = [_chosen(at, numbers, places) for at, numbers in enumerate(found)]
    labelled = any(page.label not in (None, str(page.number)) for page in pages)
    if labelled and not any(printed):
        return tuple(page.label for page in pages)
    return tuple(printed)


def whole_number(text: str) -> int | None:
    """The page number that a line is, if it is nothing else: "7", "Sida 7", "7 (12)"."""
    match = WHOLE.match(text.strip())
    return int(match[1]) if match else None


def _numbers(lines: Sequence[Line]) -> list[_Number]:
    found = []
    for line in lines:
        text = line.text.strip()
        if match := WHOLE.match(text):
            found.append(_Number(int(match[1]), match[1], 0))
            continue
        found += [_Number(int(match[1]), match[1], 1) for match in (AT_END.search(text), AT_START.match(text)) if match]
    return found


def _chosen(at: int, numbers: Sequence[_Number], places: dict[int, set[int]]) -> str | None:
    """The number that runs with the pages; one that is all of a running line and counts from 1 needs no others."""
    running = [
        n for n in numbers if any(0 < abs(other - at) <= NEARBY for other in places[n.value - at]) or _is_count(n, at)
    ]
    best = min(running, key=lambda n: (-len(places[n.value - at]), n.rank, n.value), default=None)
    return best.text if best is not None else None


def _is_count(number: _Number, at: int) -> bool:
    return number.rank == 0 and number.value == at + 1
