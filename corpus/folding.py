"""Text folded so that two readings of one page can be compared: the solid characters, and the gaps between them.

A page's own text breaks lines where the paragraph has none, and leaves hyphens at their ends that the paragraph has
mended. Everything that such differences touch (white space, hyphens, dashes, slashes, bullets, what is invisible) is a
gap; all else is solid and must be the same, character for character.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property

_HYPHENS = "-\u2010\u2011"
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
#: What lists are marked with; U+F0A7 and U+F0B7 are Word's bullets in the fonts Wingdings and Symbol.
_BULLETS = "•‣▪◦∙·\uf0a7\uf0b7"
_IN_GAPS = f"\\s{re.escape(_HYPHENS)}–/{_INVISIBLE}{_BULLETS}"
_SOLID = re.compile(f"[^{_IN_GAPS}]+")
_SOFT_AT_LINE_END = re.compile("\u00ad[^\\S\n]*\n")
_UNSEEN = re.compile(f"[{_INVISIBLE}]")
_BREAK = re.compile(r"\s*[\n\r\v\f\x85\u2028\u2029]\s*")
_BLANK = re.compile(r"[^\S\n]+")
_UNIFORM = str.maketrans(dict.fromkeys(_HYPHENS, "-") | dict.fromkeys(_BULLETS, "•"))
#: Joiners at a line's end or start, beside which the line break is no space.
_JOINERS = ("-", "–", "/")
_BULLET = re.compile("\\s?• ?")
_DASH_AS_BULLET = re.compile("\n[-–] ")


class Folded:
    """A text in NFC, folded.

    Attributes:
        text: the text in NFC.
        solid: its solid characters.
    """

    def __init__(self, text: str) -> None:
        self.text = unicodedata.normalize("NFC", text)
        runs = list(_SOLID.finditer(self.text))
        self.solid = "".join([run.group() for run in runs])
        self._starts = [run.start() for run in runs]
        self._ends = [run.end() for run in runs]
        self._firsts: list[int] = []
        length = 0
        for start, end in zip(self._starts, self._ends, strict=True):
            self._firsts.append(length)
            length += end - start

    @cached_property
    def breaks(self) -> frozenset[int]:
        """Indexes of `solid` before which the text goes to a new line, those of its start and end too."""
        inner = (first for first, gap in self.gaps(0, len(self.solid)) if "\n" in gap)
        return frozenset((0, len(self.solid), *inner))

    def find(self, solid: str, first: int = 0) -> Iterator[int]:
        """Indexes of `self.solid` at which `solid` stands, from `first` on."""
        at = self.solid.find(solid, first)
        while at >= 0:
            yield at
            at = self.solid.find(solid, at + 1)

    def gap(self, index: int) -> str:
        """The gap before the solid character at `index`, or after the last, told plainly.

        White space that breaks a line is one line feed, other one blank; hyphens and bullets are of one kind each.
        """
        run = bisect_left(self._firsts, index)
        if run < len(self._firsts) and self._firsts[run] != index:
            return ""
        if run == len(self._firsts) and index < len(self.solid):
            return ""  # Within the last run.
        start = self._ends[run - 1] if run else 0
        end = self._starts[run] if run < len(self._starts) else len(self.text)
        return plain_gap(self.text[start:end])

    def gaps(self, start: int, end: int) -> Iterator[tuple[int, str]]:
        """The gaps that lie strictly between `start` and `end`, each with the index of the solid character after."""
        first = max(bisect_left(self._firsts, start + 1), 1)
        for run in range(first, bisect_left(self._firsts, end)):
            yield self._firsts[run], plain_gap(self.text[self._ends[run - 1] : self._starts[run]])

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where the solid characters `[start, end)` stand in `text`."""
        return self._offset(start), self._offset(end - 1) + 1

    def _offset(self, index: int) -> int:
        run = bisect_left(self._firsts, index + 1) - 1
        return self._starts[run] + index - self._firsts[run]


def plain_gap(raw: str) -> str:
    """A gap told plainly: see `Folded.gap`."""
    if raw == " " or not raw:
        return raw
    seen = _UNSEEN.sub("", _SOFT_AT_LINE_END.sub("-\n", raw)).translate(_UNIFORM)
    return _BLANK.sub(" ", _BREAK.sub("\n", seen))


def agree(quoted: str, paged: str, sides: str) -> bool:
    """Whether a quote's gap may stand for a page's: the same but for line breaks and what they bring about.

    Args:
        quoted: the quote's gap, plain.
        paged: the page's gap, plain.
        sides: the two solid characters around the gap.
    """
    flat = quoted.replace("\n", " ")
    if flat == paged.replace("\n", " "):
        return True
    if "\n" not in paged:
        return False
    ours = {flat, _BULLET.sub(" ", quoted).replace("\n", " ")}
    return not ours.isdisjoint(_readings(paged, sides))


def _readings(paged: str, sides: str) -> set[str]:
    """Everything that a gap with a line break may be when the lines are joined."""
    readings = {paged.replace("\n", " "), _BULLET.sub(" ", paged).replace("\n", " ")}
    if not sides[-1:].isdigit():  # Before a digit it may be a minus.
        readings.add(_DASH_AS_BULLET.sub(" ", paged).replace("\n", " "))
    before, _, after = paged.partition("\n")
    if before[-1:] in _JOINERS or after[:1] in _JOINERS:
        readings.add((before + after).replace("\n", " "))
    if paged == "-\n" and sides.isalpha():
        readings.add("")
    return readings
