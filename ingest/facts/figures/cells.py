"""The numbers that a table's cell holds, apart from what stands beside them: symbols, years, qualifiers."""

import itertools
import re
from collections.abc import Sequence

from corpus.swedish import numbers
from corpus.swedish.numbers import Number

#: Symbols that goal tables set beside numbers, and marks of footnotes.
_SYMBOLS = re.compile(r"[●○◇◊◆▲▶►▼▽△■□*†✓→↗↘↑↓➔]+")
#: What may stand beside a cell's number without making it a sentence.
_BESIDE = re.compile(
    r"(?:senast|år|per år|från|till|och|med|minst|högst|max|över|under|budget|ca|st|kvinnor|män|flickor|pojkar|totalt"
    r"|därav|varav|resp(?:ektive|\.)?|i snitt|plan|mål|utfall|ökning|minskning|[-/–,;:()<>≥≤=.+]|\s|\0)*",
    re.IGNORECASE,
)
_DATE_FORMS = frozenset({"year", "period", "date"})


#: Digits that one blank parts from others without making groups of three: "-7 73" may be one number or two.
_UNSURE = re.compile(r"[-−–]?\d{1,3}(?:[ \u00a0]\d{3})*[ \u00a0]\d{1,2}")
#: A number in brackets behind another, in the unit of its own column: what stood there before, or in another case.
_BESIDES = re.compile(r"(?<=[\d%])\s*\(\s*[-−–+]?\d[\d  .,]*\)[*\s]*$")


def numbers_of(cell: str) -> list[Number]:
    """The amounts of a cell that holds nothing else; none where it is a sentence, a date or a code.

    A bare number in brackets behind another ("2,6 (2,3)") is no figure of its own: the report means the first to hold.
    """
    text = _BESIDES.sub("", _SYMBOLS.sub(lambda match: " " * len(match[0]), cell))
    if not any(character.isdigit() for character in text) or _UNSURE.fullmatch(text.strip()):
        return []
    found = numbers.find(text)
    if any(number.form not in ("amount", *_DATE_FORMS) for number in found):
        return []
    rest = text
    for number in found:
        qualifier = len(number.qualifier or "")
        begin = max(0, number.start - qualifier - 2) if qualifier else number.start
        rest = rest[:begin] + "\0" * (number.end - begin) + rest[number.end :]
    if not _BESIDE.fullmatch(rest):
        return []
    return [number for number in found if number.form == "amount"]


def is_marks(cells: Sequence[str]) -> bool:
    """Whether a column's cells number its rows: 1, 2, 3."""
    digits = [cell.strip().rstrip(".") for cell in cells if cell.strip()]
    counted = [int(digit) for digit in digits if digit.isdigit() and len(digit) < 4]
    return (
        len(counted) > 1
        and len(counted) == len(digits)
        and all(after - before == 1 for before, after in itertools.pairwise(counted))
    )
