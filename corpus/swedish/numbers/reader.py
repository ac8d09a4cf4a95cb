"""Finds the numbers of a text."""

import re
from dataclasses import replace

from corpus.swedish.numbers.forms import FORMS, STARTERS
from corpus.swedish.numbers.number import Number
from corpus.swedish.numbers.numerals import DASH, DIGITS, SPACE, WORDS, parse
from corpus.swedish.numbers.units import FIRM, TIMES, Unit, unit_at

_END = r"(?![^\W_])"
#: Where a number may begin: a digit that no letter, digit or code stands before; a paragraph sign; a word.
_START = re.compile(
    r"(?<![^\W_])(?<!\d[.,:/])(?<![^\W_][-‐‑])\d|§|(?<![^\W_])(?<![-‐‑])"
    rf"(?:(?i:{'|'.join(sorted({word[:4] for word in STARTERS}))}))"
)
_NUMERAL = re.compile(rf"(?:{DIGITS}|{WORDS}){_END}")
_DIGITS_AHEAD = re.compile(r"\d+")
_HALF = re.compile(rf"{SPACE}och{SPACE}(?:en|ett){SPACE}halvt?{_END}", re.IGNORECASE)
_ONE_HALF = re.compile(rf"en{SPACE}halv(?={SPACE}(?:miljon|miljard))", re.IGNORECASE)
_RANGE = re.compile(
    rf"{SPACE}?(?P<dash>{DASH}){SPACE}?(?P<high>{DIGITS}|{WORDS}){_END}(?![.:/]\d)"
    rf"|{SPACE}(?P<word>till|à|eller|och){SPACE}(?P<other>{DIGITS}|{WORDS}){_END}(?![.:/]\d)"
)
_BETWEEN = re.compile(rf"(?<![^\W_])mellan{SPACE}$", re.IGNORECASE)
_FROM = re.compile(rf"(?<![^\W_])från{SPACE}(?:\w{{1,12}}{SPACE})?$", re.IGNORECASE)
#: "2025 års" is a year, not a length of time.
_GENITIVE = re.compile(rf"{SPACE}års(?![^\W_])")
#: What a footnote's number may be stuck to, and what follows an item's number.
_STUCK = ".!?”"
_ITEM = re.compile(r"[.)]\s")
_YEAR = re.compile(rf"(?:1[89]|20)\d\d{_END}")
_QUALIFIERS = (
    "ca|cirka|c:a|omkring|runt(?: om)?|ungefär|uppskattningsvis|uppskattad|uppskattat|drygt|knappt|nära|närmare|nästan"
    "|över|mera? än|flera? än|större än|högre än|minst|lägst|åtminstone|högst|max|maximalt|upp ?till|upp ?emot|som mest"
    "|som högst|som minst|som lägst|mindre än|färre än|lägre än|under|bara|endast|exakt|totalt|sammanlagt|i genomsnitt"
    "|normalt|kring|beräknade|beräknat|beräknad"
)
_QUALIFIER = re.compile(rf"(?<![^\W_])(?P<words>{_QUALIFIERS})\.?{SPACE}(?:(?:en|ett|på){SPACE})?$", re.IGNORECASE)
#: Words that bound an amount, but say when or how long before a unit of time: "under tre år".
_PREPOSITIONS = frozenset({"under", "kring", "över"})
_LEADS_IN = re.compile(rf"(?<![^\W_])(?:inom|under|på|i|efter|om|ytterligare|varje){SPACE}$", re.IGNORECASE)
_NOUN = re.compile(rf"{SPACE}([a-zåäöé]{{3,}})")
#: Words that may follow a number without being what is counted.
_NO_NOUNS = frozenset(
    (
        "och eller till från för med som är var har hade ska skall kan kunde kommer att inte på av vid om den det de "
        "detta dessa under över mellan per samt varav vilket vilka jämfört respektive inom efter utan mot men då när "
        "där så även redan också finns fanns blev blir gick går genom fick får via trots eftersom medan sedan före "
        "ännu dock men enligt vars exklusive inklusive avser var vara varit blivit bör måste kvar igen totalt hos"
    ).split()
)
#: Endings of verbs in the passive: "15 använts".
_PASSIVE = ("ats", "nts", "tts", "ades", "rdes", "ldes", "ndes")
_BEFORE = 30


def find(text: str) -> list[Number]:
    """The numbers of a text in order; none overlaps another."""
    numbers: list[Number] = []
    at = 0
    while match := _START.search(text, at):
        start = match.start()
        number = _read(text, start, at)
        if number is None:
            digits = _DIGITS_AHEAD.match(text, start)
            at = digits.end() if digits else start + 1
        else:
            numbers.append(number)
            at = number.end
    return numbers


def _read(text: str, start: int, floor: int) -> Number | None:
    """The number that begins at `start`; what stands before `floor` is read already."""
    for form in FORMS:
        match = form.pattern.match(text, start)
        if match:
            return _qualified(text, form.read(match), floor)
    match = _ONE_HALF.match(text, start) or _NUMERAL.match(text, start)
    return _amount(text, match, floor) if match else None


def _amount(text: str, match: re.Match[str], floor: int) -> Number | None:
    """The amount whose numeral was matched, or None where it is only part of a word or an article."""
    start, end = match.span()
    half = _HALF.match(text, end)
    low = float(parse(match[0])) if " " not in match[0] or match[0][0].isdigit() else 0.5
    if half:
        low, end = low + 0.5, half.end()
    unit, unit_end = unit_at(text, end)
    if unit_end == end and re.match(r"[-‐‑][^\W\d_]", text[end : end + 2]):
        return None
    if _YEAR.fullmatch(match[0]) and (unit == Unit(None) or _GENITIVE.match(text, end)):
        return Number(start, end, low, form="year")
    if _is_mark(text, start, end):
        return Number(start, end, low, form="reference")
    number = _ranged(text, Number(start, end, low), unit, unit_end)
    if match[0].lower() in ("en", "ett") and not half and not _is_numeral(text, number, unit):
        return None
    if _is_dotted(match[0]) and number.unit is None:
        return replace(number, form="reference")
    number = _signed(text, number, floor)
    if number.unit is None and number.scale == 1.0:
        number = replace(number, unit=_counted(text, number.end))
    return _qualified(text, number, floor)


def _is_mark(text: str, start: int, end: int) -> bool:
    """Whether a number is a footnote's mark stuck to the text before it, or the number of an item in a list."""
    if start > 1 and text[start - 1] in _STUCK and not text[start - 2].isspace():
        return True
    return bool(_ITEM.match(text, end)) and (text[end] == ")" or start == 0 or text[start - 1] == "\n")


def _ranged(text: str, number: Number, unit: Unit, unit_end: int) -> Number:
    """The number with its unit, and with its upper end where it is a range."""
    for at in dict.fromkeys((number.end, unit_end)):
        match = _RANGE.match(text, at)
        if not match or (at != number.end and unit.name is None):
            continue
        high = float(parse(match["high"] or match["other"]))
        high_unit, end = unit_at(text, match.end())
        if at != number.end and high_unit != unit:
            continue
        if not _is_range(text, number, match, high):
            shared = high_unit if match["word"] == "till" and unit.name is None else unit
            return _scaled(replace(number, end=unit_end), shared)
        return _scaled(replace(number, end=end, value_max=high), high_unit)
    return _scaled(replace(number, end=unit_end), unit)


def _is_range(text: str, number: Number, match: re.Match[str], high: float) -> bool:
    before = text[max(0, number.start - _BEFORE) : number.start]
    if high <= number.value:
        return False
    if match["dash"]:
        return not _YEAR.fullmatch(match["high"] or "") or number.value >= 1000
    if match["word"] == "och":
        return bool(_BETWEEN.search(before))
    return not _FROM.search(before)


def _scaled(number: Number, unit: Unit) -> Number:
    value_max = None if number.value_max is None else _times(number.value_max, unit.scale)
    return replace(
        number, value=_times(number.value, unit.scale), value_max=value_max, unit=unit.name, scale=unit.scale
    )


def _times(value: float, scale: float) -> float:
    """Exact where a decimal product is: 2,3 million is 2300000, not 2299999.9999999995."""
    return round(value * scale, 6)


def _is_numeral(text: str, number: Number, unit: Unit) -> bool:
    """Whether "en" or "ett" before a unit is a numeral, not an article."""
    if number.scale >= 1e6 or unit.name in FIRM or number.value_max is not None:
        return True
    before = text[max(0, number.start - _BEFORE) : number.start]
    return unit.name in TIMES and bool(_QUALIFIER.search(before) or _LEADS_IN.search(before))


def _is_dotted(numeral: str) -> bool:
    """Whether a stop stands where a decimal comma should: "9.6 mkr" is an amount, "2.0" alone is a version."""
    return numeral[0].isdigit() and "," not in numeral and re.search(r"\.\d{1,2}$", numeral) is not None


def _signed(text: str, number: Number, floor: int) -> Number:
    """The number with the sign that stands against it."""
    at = number.start - 1
    if at < floor or text[at] not in "-−–+" or not (at == 0 or text[at - 1] in " \t\n(\u00a0"):
        return number
    if text[at] == "+":
        return replace(number, start=at)
    value_max = None if number.value_max is None else -number.value_max
    return replace(number, start=at, value=-number.value, value_max=value_max)


def _counted(text: str, end: int) -> str | None:
    """`count` where a word that can be counted follows."""
    noun = _NOUN.match(text, end)
    return "count" if noun and noun[1] not in _NO_NOUNS and not noun[1].endswith(_PASSIVE) else None


def _qualified(text: str, number: Number, floor: int) -> Number:
    """The number with the word that says how surely or to which side it is meant."""
    if number.qualifier is not None or number.form != "amount":
        return number
    match = _QUALIFIER.search(text[max(floor, number.start - _BEFORE) : number.start])
    if not match or (match["words"].lower() in _PREPOSITIONS and number.unit in TIMES):
        return number
    return replace(number, qualifier=match["words"])
