"""Finds the numbers of a text."""

import re
from dataclasses import replace

from corpus.swedish.numbers import surroundings
from corpus.swedish.numbers.forms import END, STARTERS, forms_at
from corpus.swedish.numbers.number import Number
from corpus.swedish.numbers.numerals import DASH, DIGITS, FRACTIONS, SPACE, WORDS, parse
from corpus.swedish.numbers.units import FIRM, TIMES, Unit, unit_at

#: Where a number may begin: a digit that no letter, digit or code stands before; a paragraph sign; a word. What is an
#: address is passed over whole.
_START = re.compile(
    rf"(?P<address>(?:https?://|www\.)[^\s<>\"]{{1,400}})"
    rf"|(?<!\w)(?<!\d[.,:/])(?<![^\W_][-‐‑–])(?:\+(?=46)|[\d{''.join(FRACTIONS)}])|§|(?<![^\W_])(?<![-‐‑])"
    rf"(?:(?i:{'|'.join(sorted({re.escape(word[:4]) for word in STARTERS}))}))"
)
_NUMERAL = re.compile(rf"(?:{DIGITS}|{WORDS})(?![^\W_])")
_DIGITS_AHEAD = re.compile(r"\d+")
_HALF = re.compile(rf"{SPACE}och{SPACE}(?:en|ett){SPACE}halvt?{END}", re.IGNORECASE)
_ONE_HALF = re.compile(rf"en{SPACE}halv(?={SPACE}(?:miljon|miljard))", re.IGNORECASE)
_RANGE = re.compile(
    rf"{SPACE}?(?P<dash>{DASH}){SPACE}?(?P<high>{DIGITS}|{WORDS}){END}(?![.:/]\d)"
    rf"|{SPACE}(?P<word>till|à|eller|och){SPACE}(?P<minus>[-−–]|minus{SPACE})?(?P<other>{DIGITS}|{WORDS}){END}(?![.:/]\d)"
)
_BETWEEN = re.compile(rf"(?<![^\W_])mellan{SPACE}$", re.IGNORECASE)
_FROM = re.compile(rf"(?<![^\W_])från{SPACE}(?:\w{{1,12}}{SPACE})?$", re.IGNORECASE)
#: "2025 års" is a year, not a length of time.
_GENITIVE = re.compile(rf"{SPACE}års(?![^\W_])")
_YEAR = re.compile(rf"(?:1[89]|20)\d\d{END}")
#: A hyphen that makes a numeral the beginning of a word: "5-årsränta", "tre- eller sexmånaders".
_HALF_WORD = re.compile(rf"[-‐‑](?:[^\W\d_]|,?{SPACE}(?:och|eller|samt|till|respektive|\w{1, 30}-)|,)")
_AND = re.compile(rf"{SPACE}och{SPACE}")
#: The characters of "i stället för" with its blanks, and one to spare.
_LONGEST_JOINT = 16
#: What parts numbers that share a unit: "10, 20 och 30 procent".
_SHARES = re.compile(rf"(?P<comma>,{SPACE})|{SPACE}(?:och|respektive|eller|samt|i{SPACE}?stället{SPACE}för){SPACE}")


def find(text: str) -> list[Number]:
    """The numbers of a text in order; none overlaps another."""
    numbers: list[Number] = []
    at = floor = 0
    while match := _START.search(text, at):
        start = match.start()
        number = None if match["address"] else _read(text, start, floor)
        if number is None:
            digits = _DIGITS_AHEAD.match(text, start)
            at = match.end() if match["address"] else digits.end() if digits else start + 1
        else:
            numbers.append(number)
            at = floor = number.end
    return _with_shared_units(text, _with_shared_pointers(text, numbers))


def _with_shared_pointers(text: str, numbers: list[Number]) -> list[Number]:
    """The numbers, those that a list joins to a reference as references too: "riksväg 26 och 64", "§§ 3 och 4"."""
    for at in range(1, len(numbers)):
        left, right = numbers[at - 1], numbers[at]
        if left.form != "reference" or right.form != "amount" or right.unit is not None or right.start != left.end + 5:
            continue
        pointed = not text[left.start].isdigit() or (at > 1 and numbers[at - 2].form == "reference")
        if pointed and _AND.fullmatch(text, left.end, right.start) and text[right.start : right.end].isdigit():
            numbers[at] = replace(right, form="reference", qualifier=None)
    return numbers


def _with_shared_units(text: str, numbers: list[Number]) -> list[Number]:
    """The numbers, those of a list with the unit that its last has: "10, 20 och 30 procent"."""
    listed = False
    for at in range(len(numbers) - 2, -1, -1):
        left, right = numbers[at], numbers[at + 1]
        joint = _SHARES.fullmatch(text, left.end, right.start) if right.start - left.end <= _LONGEST_JOINT else None
        listed = joint is not None and (listed or not joint["comma"]) and {left.form, right.form} == {"amount"}
        if listed and left.unit is None and left.scale == 1.0 and right.unit not in (None, "count"):
            value_max = None if left.value_max is None else _times(left.value_max, right.scale)
            value = _times(left.value, right.scale)
            unit, scale, per = right.unit, right.scale, right.per
            numbers[at] = replace(left, value=value, value_max=value_max, unit=unit, scale=scale, per=per)
    return numbers


def _read(text: str, start: int, floor: int) -> Number | None:
    """The number that begins at `start`; what stands before `floor` is read already."""
    for form in forms_at(text[start]):
        match = form.pattern.match(text, start)
        number = form.read(match) if match else None
        if number:
            return surroundings.qualified(text, number, floor)
    match = _ONE_HALF.match(text, start) or _NUMERAL.match(text, start)
    return _amount(text, match, floor) if match else None


def _amount(text: str, match: re.Match[str], floor: int) -> Number | None:
    """The amount whose numeral was matched, or None where it is only part of a word or an article."""
    start, end = match.span()
    half = _HALF.match(text, end)
    low = 0.5 if match.re is _ONE_HALF else float(parse(match[0]))
    if half:
        low, end = low + 0.5, half.end()
    unit, unit_end = unit_at(text, end)
    if unit_end == end and _HALF_WORD.match(text, end):
        return None
    if _is_year(text, match, unit):
        return Number(start, end, low, form="year")
    if surroundings.is_mark(text, start, end):
        return Number(start, end, low, form="reference")
    sign = surroundings.sign(text, start, floor)
    number = Number(sign.start, end, sign.factor * low, qualifier=sign.qualifier)
    number = surroundings.bracketed(text, _ranged(text, number, unit, unit_end))
    if match[0].lower() in ("en", "ett") and not half and not _is_numeral(text, number):
        return None
    if match[0].lower() in ("hundra", "tusen") and surroundings.is_vague(text, start):
        return None
    if _is_dotted(match[0]) and number.unit is None:
        return replace(number, form="reference")
    if number.unit is None:
        number = _with_currency(text, number, floor)
    if number.unit is None and number.scale == 1.0:
        number = replace(number, unit=surroundings.counted(text, number.end))
    return surroundings.qualified(text, number, floor)


def _is_year(text: str, match: re.Match[str], unit: Unit) -> bool:
    if not _YEAR.fullmatch(match[0]):
        return False
    return unit == Unit(None) or _GENITIVE.match(text, match.end()) is not None


def _ranged(text: str, number: Number, unit: Unit, unit_end: int) -> Number:
    """The number with its unit, and with its upper end where it is a range."""
    for at in dict.fromkeys((number.end, unit_end)):
        match = _RANGE.match(text, at)
        if not match or (at != number.end and unit.name is None):
            continue
        high_unit, end = unit_at(text, match.end())
        if at != number.end and high_unit != unit:
            continue
        high = float(parse(match["high"] or match["other"]))
        if match["minus"] or (match["dash"] and number.value < 0):
            high = -high
        if not _is_range(text, number, match, high):
            shared = high_unit if match["word"] == "till" and unit.name is None else unit
            return _scaled(replace(number, end=unit_end), shared)
        return _scaled(replace(number, end=end, value_max=high), high_unit)
    return _scaled(replace(number, end=unit_end), unit)


def _is_range(text: str, number: Number, match: re.Match[str], high: float) -> bool:
    """Whether what was matched after a number is its upper end: "10-12", "mellan −1 och 2", "5 till 7"."""
    if match["dash"]:
        year = _YEAR.fullmatch(match["high"]) and number.value < 1000
        return abs(high) > abs(number.value) and not year
    if high <= number.value:
        return False
    if match["word"] == "och":
        return surroundings.before(_BETWEEN, text, number.start) is not None
    return surroundings.before(_FROM, text, number.start) is None


def _scaled(number: Number, unit: Unit) -> Number:
    value_max = None if number.value_max is None else _times(number.value_max, unit.scale)
    value = _times(number.value, unit.scale)
    return replace(number, value=value, value_max=value_max, unit=unit.name, scale=unit.scale, per=unit.per)


def _with_currency(text: str, number: Number, floor: int) -> Number:
    """The number with the currency that stands before it: "EUR 500", "€ 5 miljoner"."""
    found = surroundings.currency(text, number.start, floor)
    return replace(number, start=found[1], unit=found[0].name) if found else number


def _times(value: float, scale: float) -> float:
    """Exact where a decimal product is: 2,3 million is 2300000, not 2299999.9999999995."""
    return round(value * scale, 6)


def _is_numeral(text: str, number: Number) -> bool:
    """Whether "en" or "ett" before a unit is a numeral, not an article."""
    if number.scale >= 1e6 or number.unit in FIRM or number.value_max is not None:
        return True
    return number.unit in TIMES and surroundings.is_led_in(text, number.start)


def _is_dotted(numeral: str) -> bool:
    """Whether a stop stands where a decimal comma should: "9.6 mkr" is an amount, "2.0" alone is a version."""
    return numeral[0].isdigit() and "," not in numeral and re.search(r"\.\d{1,2}$", numeral) is not None
