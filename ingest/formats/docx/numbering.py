"""Numbers that Word puts before headings and list items, counted as Word counts."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from ingest.formats.docx.package import W
from ingest.formats.docx.styles import flag, number, value
from ingest.formats.numerals import letters, roman

LEVELS = 9
#: How Word writes numbers; what is not here is a bullet or nothing.
FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda count: f"{count:02d}",
    "lowerLetter": letters,
    "upperLetter": lambda count: letters(count).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda count: roman(count).upper(),
    "ordinal": lambda count: f"{count}:e",
    "chicago": lambda count: "*†‡§"[(count - 1) % 4] * ((count - 1) // 4 + 1) if 0 < count < 100 else "*",
}


@dataclass(frozen=True, slots=True)
class _Level:
    """A level of a list; `style` is the one that stands for it, `never_restarts` says that it counts through."""

    start: int
    form: str
    text: str
    style: str | None
    legal: bool
    never_restarts: bool


class Numbering:
    """The lists of a document and how far each has counted.

    Lists with the same definition share their counts; one that says where it starts sets them when it begins.

    Args:
        root: the numbering part; None where the document has none.
    """

    def __init__(self, root: etree._Element | None) -> None:
        self._definition_of: dict[str, str] = {}
        self._levels_of: dict[str, dict[int, _Level]] = {}
        self._starts: dict[tuple[str, int], int] = {}
        self._counts: dict[str, list[int | None]] = {}
        if root is None:
            return
        definitions = {element.get(f"{W}abstractNumId", ""): element for element in root.iter(f"{W}abstractNum")}
        named = {link: key for key, element in definitions.items() if (link := value(element, "styleLink"))}
        defined = {
            key: _levels_of(definitions[named.get(value(element, "numStyleLink") or "", key)])
            for key, element in definitions.items()
        }
        for concrete in root.iter(f"{W}num"):
            definition = value(concrete, "abstractNumId") or ""
            self._add(concrete.get(f"{W}numId", ""), definition, dict(defined.get(definition, {})), concrete)

    def _add(self, number_id: str, definition: str, levels: dict[int, _Level], concrete: etree._Element) -> None:
        """Take in a list: its definition, what it changes in it, and where its levels start anew."""
        for override in concrete.iter(f"{W}lvlOverride"):
            at, level = number(override.get(f"{W}ilvl")), override.find(f"{W}lvl")
            start = number(value(override, "startOverride"))
            if at is not None and level is not None:
                levels[at] = _level(level)
            if at is not None and start is not None:
                self._starts[number_id, at] = start
        self._definition_of[number_id] = definition
        self._levels_of[number_id] = levels

    def is_list(self, number_id: str | None) -> bool:
        """Whether a paragraph with this list is an item; list 0 means none."""
        return number_id is not None and number_id != "0" and number_id in self._definition_of

    def level_of(self, number_id: str, styles: tuple[str, ...]) -> int:
        """The level of a list that stands for a style, or one that it is based on; the highest where none does."""
        levels = self._levels_of.get(number_id, {})
        of_style = {level.style: at for at, level in levels.items() if level.style is not None}
        return next((of_style[style] for style in styles if style in of_style), 0)

    def next(self, number_id: str, level: int) -> str:
        """Count on, and give the item's number as it is printed; empty for a bullet."""
        levels = self._levels_of.get(number_id, {})
        if level not in levels or not 0 <= level < LEVELS:
            return ""
        counts = self._counts.setdefault(self._definition_of[number_id], [None] * LEVELS)
        before = counts[level]
        counts[level] = levels[level].start if before is None else before + 1
        counts[level] = self._starts.pop((number_id, level), counts[level])
        for below in range(level + 1, LEVELS):
            if below not in levels or not levels[below].never_restarts:
                counts[below] = None
        if levels[level].form not in FORMATS:
            return ""
        own = levels[level]
        return re.sub(r"%([1-9])", lambda found: self._count(levels, counts, int(found[1]) - 1, own), own.text).strip()

    @staticmethod
    def _count(levels: dict[int, _Level], counts: list[int | None], at: int, own: _Level) -> str:
        if at not in levels:
            return ""
        count = counts[at] if counts[at] is not None else levels[at].start
        return str(count) if own.legal else FORMATS.get(levels[at].form, str)(count or 0)


def _levels_of(definition: etree._Element) -> dict[int, _Level]:
    levels = ((number(level.get(f"{W}ilvl")), _level(level)) for level in definition.iter(f"{W}lvl"))
    return {at: level for at, level in levels if at is not None}


def _level(element: etree._Element) -> _Level:
    start = number(value(element, "start"))
    return _Level(
        start=1 if start is None else start,
        form=value(element, "numFmt") or "decimal",
        text=value(element, "lvlText") or "",
        style=value(element, "pStyle"),
        legal=bool(flag(element, "isLgl")),
        never_restarts=value(element, "lvlRestart") == "0",
    )
