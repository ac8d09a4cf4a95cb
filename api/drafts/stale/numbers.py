"""Numbers that may be stale: years, dates, amounts, percentages and counts."""

import re
from collections.abc import Iterator, Mapping
from typing import Literal

from api.drafts.stale.kept import Span
from corpus.swedish import numbers
from corpus.swedish.numbers import Form, Number

NumberKind = Literal["year", "date", "amount", "percent", "count"]
#: What the forms of numbers that may be stale are; the others (references, ordinals, times of day) never are.
_FORMS: Mapping[Form, NumberKind] = {"year": "year", "period": "year", "date": "date"}
_UNITS: Mapping[str | None, NumberKind] = {
    "percent": "percent",
    "percentage_points": "percent",
    "count": "count",
    None: "count",
}
#: Units that say of what sort a thing is rather than how much there is of it.
_TECHNICAL = frozenset({"Mbit/s", "Gbit/s", "km/h", "MB", "GB", "TB", "°C"})
#: "18 år och äldre", "mellan 15 och 25 år", "16–24 år": whom it is about.
_AGE_AFTER = re.compile(r"\s?(?:(?:och|eller)\s(?:äldre|yngre|uppåt|däröver)|gamla|gammal)")
_AGE_RANGE = re.compile(r"mellan\s\d{1,2}\soch\s\d{1,2}\sår(?!\w)")
_AGE_WORDS = re.compile(r"år(?:ing|ig)")
_OLDEST = 105
_DAY_BEFORE = re.compile(r"(?:[Dd]en|[Ii]|[Dd]e)\s$")


def find(words: str) -> Iterator[tuple[Span, NumberKind]]:
    """The stretches with numbers, each with what it is."""
    aged = [match.span() for match in _AGE_RANGE.finditer(words)]
    for number in numbers.find(words):
        kind = _FORMS.get(number.form) or (_amount_kind(words, number) if number.form == "amount" else None)
        if kind is None or any(start <= number.start and number.end <= end for start, end in aged):
            continue
        start = number.start
        if kind == "date":
            before = _DAY_BEFORE.search(words, max(0, start - 4), start)
            start = before.start() if before else start
        yield (start, number.end), kind


def _amount_kind(words: str, number: Number) -> NumberKind | None:
    if number.unit in _TECHNICAL or _is_age(words, number):
        return None
    return _UNITS.get(number.unit, "amount")


def _is_age(words: str, number: Number) -> bool:
    if number.unit != "years" or not number.value <= _OLDEST:
        return False
    if _AGE_WORDS.search(words, number.start, number.end) or _AGE_AFTER.match(words, number.end):
        return True
    return number.value_max is not None and number.value_max > number.value
