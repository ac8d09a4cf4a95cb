"""What Tesseract says of a picture (hOCR): lines of words with their places, sizes and certainty."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lxml import etree

#: A word without letters or digits that Tesseract is less sure of, in percent, is a ruling, a speck or an ornament.
SURE_OF_SIGN = 60.0
#: So is a word with fewer letters and digits than this which it is hardly sure of at all.
SURE_OF_LETTERS = 25.0
FEWEST_LETTERS = 3
#: The height of a line with fewer letters is badly measured: brackets are taller than letters.
WELL_MEASURED = 6

#: What Tesseract reads for a bullet, for which it has no character. None of them begins a Swedish line by itself.
READ_FOR_BULLET = frozenset("eo*+«»¢®©°")
BULLET = "•"
#: Swedish prints the short dash where Tesseract reads the long one.
LONG_DASH = "—"
DASH = "–"

_NUMBER = r"(-?[\d.]+)"
_BOX = re.compile(rf"bbox {_NUMBER} {_NUMBER} {_NUMBER} {_NUMBER}")
_BASELINE = re.compile(rf"baseline {_NUMBER} {_NUMBER}")
_SIZE = re.compile(rf"x_size {_NUMBER}; x_descenders {_NUMBER}")
_CONFIDENCE = re.compile(rf"x_wconf {_NUMBER}")


@dataclass(frozen=True, slots=True)
class ReadWord:
    """A word, its sides in dots, and how sure Tesseract is of it, in percent."""

    text: str
    x0: float
    x1: float
    confidence: float

    @property
    def letters(self) -> int:
        """Its letters and digits."""
        return sum(1 for c in self.text if c.isalnum())

    @property
    def is_noise(self) -> bool:
        """Whether this is nearly surely no word."""
        least = SURE_OF_LETTERS if self.letters else SURE_OF_SIGN
        return self.letters < FEWEST_LETTERS and self.confidence < least


@dataclass(frozen=True, slots=True)
class ReadLine:
    """Words on a baseline; all in dots. `height` is the height of its capitals above the baseline.

    What Tesseract calls a line's size reaches down to the descenders, which it only guesses where a line has none.
    """

    words: tuple[ReadWord, ...]
    baseline: float
    height: float

    @property
    def text(self) -> str:
        """The line's words."""
        return " ".join(word.text for word in self.words)


def lines_of(hocr: bytes) -> list[ReadLine]:
    """The lines of a picture in the order that Tesseract reads it, noise left out.

    Raises:
        ValueError: this is no hOCR.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    try:
        root = etree.fromstring(hocr, parser)
    except etree.XMLSyntaxError as error:
        raise ValueError("no hOCR") from error
    return _well_sized(
        [line for element in root.iterfind(".//{*}p[@class='ocr_par']/{*}span") for line in _line(element)]
    )


def confidence(lines: Sequence[ReadLine]) -> float:
    """How sure Tesseract is of a text, in percent, each word weighed by its length; 0 for nothing."""
    words = [word for line in lines for word in line.words]
    length = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words) / length if length else 0.0


def _line(element: etree._Element) -> Iterator[ReadLine]:
    """The line in an element, if it has words."""
    title = element.get("title", "")
    left, _, right, bottom = _numbers(_BOX, title)
    slope, offset = _numbers(_BASELINE, title) or (0.0, 0.0)
    size, descenders = _numbers(_SIZE, title) or (0.0, 0.0)
    words = tuple(word for child in element.iterfind("{*}span") if not (word := _word(child)).is_noise and word.text)
    if words and size > descenders:
        # A line that runs a little askew is laid level: what stands on one line must share a baseline.
        yield ReadLine(_with_bullet(words), bottom + offset + slope * (right - left) / 2, size - descenders)


def _with_bullet(words: tuple[ReadWord, ...]) -> tuple[ReadWord, ...]:
    """A line's words with the bullet before them as a bullet; before signs it may be one of a table's symbols."""
    first, *others = words
    if not others or others[0].letters < FEWEST_LETTERS or first.text not in READ_FOR_BULLET:
        return words
    return (replace(first, text=BULLET), *others)


def _word(element: etree._Element) -> ReadWord:
    title = element.get("title", "")
    left, _, right, _ = _numbers(_BOX, title)
    (sure,) = _numbers(_CONFIDENCE, title) or (0.0,)
    return ReadWord("".join(element.itertext()).strip().replace(LONG_DASH, DASH), left, right, sure)


def _numbers(pattern: re.Pattern[str], title: str) -> tuple[float, ...]:
    found = pattern.search(title)
    return tuple(map(float, found.groups())) if found else ()


def _well_sized(lines: list[ReadLine]) -> list[ReadLine]:
    """Lines too short to be measured well get the height of the one whose baseline is nearest."""
    sure = [line for line in lines if sum(word.letters for word in line.words) >= WELL_MEASURED]
    if not sure:
        return lines
    return [
        line if line in sure else replace(line, height=min(sure, key=lambda o: abs(o.baseline - line.baseline)).height)
        for line in lines
    ]
