"""Numbers that Word puts before headings and list items, counted as Word counts."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from ingest.formats.docx.package import W
from ingest.formats.docx.styles import number, value

LEVELS = 9
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


def roman(count: int) -> str:
    """A number in small Roman digits."""
    text = ""
    for worth, letters in _ROMAN:
        times, count = divmod(count, worth)
        text += letters * times
    return text


def _letter(count: int) -> str:
    return chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1) if count > 0 else ""


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda count: f"{count:02d}",
    "lowerLetter": _letter,
    "upperLetter": lambda count: _letter(count).upper(),
    "lowerRoman": lambda count: roman(count % 5000),
    "upperRoman": lambda count: roman(count % 5000).upper(),
    "ordinal": lambda count: f"{count}:e",
}


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    form: str
    text: str


class Numbering:
    """The lists of a document and how far each has counted.

    Args:
        root: the numbering part; None where the document has none.
    """

    def __init__(self, root: etree._Element | None) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._list_of: dict[str, str] = {}
        self._counts: dict[str, list[int | None]] = {}
        if root is None:
            return
        for abstract in root.iter(f"{W}abstractNum"):
            levels = [(number(level.get(f"{W}ilvl")), _level(level)) for level in abstract.iter(f"{W}lvl")]
            self._levels[abstract.get(f"{W}abstractNumId", "")] = {at: level for at, level in levels if at is not None}
        for concrete in root.iter(f"{W}num"):
            self._list_of[concrete.get(f"{W}numId", "")] = value(concrete, "abstractNumId") or ""

    def is_list(self, number_id: str | None) -> bool:
        """Whether a paragraph with this list is an item; list 0 means none."""
        return number_id is not None and number_id != "0" and number_id in self._list_of

    def next(self, number_id: str, level: int) -> str:
        """Count on, and give the item's number as it is printed; empty for a bullet."""
        abstract = self._list_of.get(number_id, "")
        levels = self._levels.get(abstract, {})
        if level not in levels or not 0 <= level < LEVELS:
            return ""
        counts = self._counts.setdefault(abstract, [None] * LEVELS)
        before = counts[level]
        counts[level] = levels[level].start if before is None else before + 1
        counts[level + 1 :] = [None] * (LEVELS - level - 1)
        if levels[level].form not in _FORMATS:
            return ""
        return re.sub(r"%([1-9])", lambda found: self._count(levels, counts, int(found[1]) - 1), levels[level].text)

    @staticmethod
    def _count(levels: dict[int, _Level], counts: list[int | None], at: int) -> str:
        if at not in levels:
            return ""
        count = counts[at] if counts[at] is not None else levels[at].start
        return _FORMATS.get(levels[at].form, str)(count or 0)


def _level(element: etree._Element) -> _Level:
    return _Level(
        start=number(value(element, "start")) or 1,
        form=value(element, "numFmt") or "decimal",
        text=value(element, "lvlText") or "",
    )
