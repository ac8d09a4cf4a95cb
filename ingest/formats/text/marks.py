"""Headings that a plain text underlines, and rules of dashes between its parts."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from ingest.formats.text.lines import Line

#: A line of nothing but one sign, again and again.
RULE = re.compile(r"([=\-–—_~^*#+.])\1{2,}")
#: An underline may be so much shorter or longer than its line, in characters or as a share of it.
MAX_OFF, MAX_OFF_SHARE = 4, 0.35
#: Signs that stand highest when headings are underlined, in this order; others follow as they first appear.
_ORDER = "=-"
#: No heading of several lines is underlined; nor is a longer one.
MAX_UNDERLINED = 120
#: Fewer underlined lines than this are no way of marking headings.
MIN_UNDERLINED = 2


def take_marks(lines: Sequence[Line]) -> list[Line]:
    """Lines without underlines and rules, and those that are underlined marked with the level that this gives them.

    Tables have rules too: only what is underlined close to its own length, and holds no wide space, is a heading.
    """
    signs: list[str] = []
    kept: list[Line] = []
    underlined: dict[int, str] = {}
    for line in lines:
        rule = RULE.fullmatch(line.text) if line.table is None else None
        if rule is None:
            kept.append(line)
            continue
        above = kept[-1] if kept else None
        if above is not None and line.gap == 0 and _is_underlined(above, line):
            underlined[len(kept) - 1] = rule[1]
            signs.append(rule[1])
    if len(underlined) < MIN_UNDERLINED:
        return kept
    order = sorted(dict.fromkeys(signs), key=lambda sign: (_ORDER.find(sign) % (len(_ORDER) + 1), signs.index(sign)))
    for at, sign in underlined.items():
        kept[at] = replace(kept[at], marked=order.index(sign) + 1)
    return kept


def _is_underlined(above: Line, rule: Line) -> bool:
    if "\t" in above.text or "   " in above.text or len(above.text) > MAX_UNDERLINED or above.table is not None:
        return False
    off = abs(len(above.text) - len(rule.text))
    return off <= max(MAX_OFF, MAX_OFF_SHARE * len(above.text))


def runs_of(lines: Sequence[Line], key: str) -> list[list[Line]]:
    """Lines in runs of those that hold a sign and follow each other without a blank line, and single other lines."""
    numbered = 0
    keys: list[int] = []
    for at, line in enumerate(lines):
        joined = at > 0 and line.gap == 0 and key in line.text and key in lines[at - 1].text
        numbered += not joined
        keys.append(numbered)
    return [
        [line for line, _ in group] for _, group in groupby(zip(lines, keys, strict=True), key=lambda pair: pair[1])
    ]
