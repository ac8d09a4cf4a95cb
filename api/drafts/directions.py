"""Which way a number goes by the words around it: "ett underskott på 9,8", "9,8 högre än budget", "sjönk till 93"."""

import re
from typing import Literal

#: Up or more, down or less, or neither said.
Direction = Literal[1, -1, 0]

#: What one is measured against.
_GOAL = r"(?:budget(?:en)?|mål(?:et|nivån)?|kalkyl(?:en)?|plan(?:en)?|prognos(?:en)?|ram(?:en)?|tak(?:et)?)"
_UP = (
    r"överskott\w*|vinst(?:en|er)?|ök(?:a|ar|ade|at|as|ades|ning\w*|ande)|högre|fler|mer\sän|större|steg|stiger|stigit"
    rf"|väx(?:er|te|t)|höj(?:s|de|des|ts|t|ning\w*)|över\s{_GOAL}"
)
_DOWN = (
    r"underskott\w*|förlust(?:en|er)?|minsk(?:a|ar|ade|at|as|ades|ning\w*|ande)|lägre|färre|mindre\sän|sjönk|sjunk(?:er|it)"
    rf"|föll|fall(?:er|it)|sänk(?:s|te|tes|ts|t|ning\w*)|under\s{_GOAL}"
)
_WAY = re.compile(rf"(?<!\w)(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?!\w)", re.IGNORECASE)
#: Where what is said of one number ends and of another begins; a comma between digits parts nothing.
_CLAUSE = re.compile(r"[.;:!?](?=\s|$)|,(?=\s)|[\n\t•(]")
#: What two series share whose numbers go opposite ways, by the one's word and the other's.
OPPOSITES = {"underskott": "överskott", "förlust": "vinst", "minskning": "ökning", "sänkning": "höjning"}


def direction(words: str, start: int, end: int) -> Direction:
    """Which way the number at `[start, end)` goes by the words of its clause, of which the nearest counts."""
    before = words[:start]
    parted = [match.end() for match in _CLAUSE.finditer(before)]
    before = before[parted[-1] if parted else 0 :]
    ending = _CLAUSE.search(words, end)
    after = words[end : ending.start() if ending else len(words)]
    said = [(len(before) - match.end(), match) for match in _WAY.finditer(before)]
    said += [(match.start(), match) for match in _WAY.finditer(after)]
    if not said:
        return 0
    _, nearest = min(said, key=lambda one: one[0])
    return 1 if nearest["up"] else -1


def is_where_it_began(words: str, start: int) -> bool:
    """Whether the number at `start` is what a change began from: "minskat från 61 till 38 dagar"."""
    return words[:start].rstrip().endswith("från")


def direction_of(measure: str) -> Direction:
    """Which way a measure itself goes: "minskning av sjukfrånvaron", "underskott"."""
    return direction(measure, len(measure), len(measure))
