"""Numbers that are no amounts: periods, dates, times, paragraphs, register numbers; and amounts in set phrases.

`FORMS` lists them in the order in which they are tried at one place, so that "2014-2020" is a period before it could be
a range and "1:1" an appropriation before it could be a ratio.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from corpus.swedish.numbers.number import Number
from corpus.swedish.numbers.numerals import DASH, ONES, SPACE, TEENS, TENS, WORDS, parse, parse_words
from corpus.swedish.numbers.units import unit_at

_YEAR = r"(?:1[89]|20)\d\d"
_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_MONTH = (
    r"(?i:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|okt|nov|dec)\b\.?)(?![^\W_])"
)
_END = r"(?![^\W_])"
#: Words after which a number names something instead of counting it.
_POINTERS = (
    "kap kapitel avsnitt sid sidan sidorna sida s bilaga bil tabell diagram figur fig bild not fotnot punkt nr nummer "
    "dnr diarienr diarienummer prop proposition utgiftsområde uo sfs artikel art steg fas etapp del version "
    "modul nivå prioritet insatsområde delmål klass kategori årskurs åk väg riksväg länsväg linje axel paragraf "
    "skäl iso rum tel telefon fråga scenario alternativ"
)
#: Every word that a number may begin with.
STARTERS = frozenset((*_POINTERS.split(), "kl", "klockan", "hälften", "var ", *ONES, *TEENS, *TENS, "hundra", "tusen"))
_FRACTIONS = {"tredje": 3, "fjärde": 4, "femte": 5, "sjätte": 6, "tionde": 10}

Read = Callable[[re.Match[str]], Number]


@dataclass(frozen=True, slots=True)
class NumberForm:
    """A pattern that is matched where a number may begin, and what reads its match."""

    pattern: re.Pattern[str]
    read: Read


def _number_in(text: str) -> float:
    found = re.search(r"\d+", text)
    return float(found[0]) if found else 0.0


def _reference(match: re.Match[str]) -> Number:
    return Number(match.start(), match.end(), _number_in(match[0]), form="reference")


def _ordinal(match: re.Match[str]) -> Number:
    return Number(match.start(), match.end(), _number_in(match[0]), form="ordinal")


def _date(match: re.Match[str]) -> Number:
    month = match["month"]
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
    value = int(match["year"] or 0) * 10000 + number * 100 + int(match["day"])
    last = match.groupdict().get("last")
    return Number(
        match.start(),
        match.end(),
        float(value),
        float(value - int(match["day"]) + int(last)) if last else None,
        form="date",
    )


def _clock(match: re.Match[str]) -> Number:
    until = int(match["until"]) + int(match["until_minute"] or 0) / 60 if match["until"] else None
    return Number(
        match.start(), match.end(), int(match["hour"]) + int(match["minute"] or 0) / 60, until, unit=None, form="time"
    )


def _years(match: re.Match[str]) -> Number:
    first, last = match["first"], match["last"]
    value = int(first)
    until = int(first[: 4 - len(last)] + last)
    if until <= value:
        return Number(match.start(), match.start("first") + 4, float(value), form="year")
    return Number(match.start(), match.end(), float(value), float(until), form="period")


def _decade(match: re.Match[str]) -> Number:
    first = int(match["first"])
    value = first + 1900 if first < 100 else first
    return Number(
        match.start(),
        match.end(),
        float(value),
        float(value + (99 if value % 100 == 0 and first >= 100 else 9)),
        form="period",
    )


def _about(match: re.Match[str]) -> Number:
    """Read "ett tiotal", "ett 40-tal": the whole expression is the qualifier."""
    unit, end = unit_at(match.string, match.end())
    value = parse(match["number"])
    name = unit.name or "count"
    return Number(match.start(), end, float(value) * unit.scale, None, name, unit.scale, match[0])


def _share(match: re.Match[str]) -> Number:
    words = match[0].lower()
    if words.startswith("hälften"):
        value = 50.0
    else:
        ordinal = next((parts for name, parts in _FRACTIONS.items() if words.split()[1].startswith(name[:-1])), 3)
        value = 100.0 * (1 if words.startswith("var") else parse_words(words.split()[0])) / ordinal
    return Number(match.start(), match.end(), round(value, 1), None, "percent")


def _duration(match: re.Match[str]) -> Number:
    return Number(match.start(), match.end(), float(parse_words(match["number"])), None, "years")


def _form(pattern: str, read: Read) -> NumberForm:
    return NumberForm(re.compile(pattern), read)


FORMS: tuple[NumberForm, ...] = (
    # "§ 5", "§§ 5-7", "5 kap. 3 §", "12 a §"
    _form(rf"§{{1,2}}{SPACE}?\d{{1,4}}(?:{SPACE}?[a-z]\b)?(?:{DASH}\d{{1,3}}\b|/\d{{4}}\b)?", _reference),
    _form(rf"\d{{1,3}}{SPACE}(?i:kap)\b\.?(?:{SPACE}\d{{1,3}}(?:{SPACE}?[a-z])?{SPACE}§)?", _reference),
    _form(rf"\d{{1,3}}(?:{SPACE}?[a-z])?{SPACE}?§{{1,2}}", _reference),
    # "kl. 10.30", "klockan 8-16"
    _form(
        rf"(?i:kl|klockan)\b\.?{SPACE}(?P<hour>\d{{1,2}})(?:[.:](?P<minute>\d\d))?"
        rf"(?:{SPACE}?{DASH}{SPACE}?(?P<until>\d{{1,2}})(?:[.:](?P<until_minute>\d\d))?)?{_END}",
        _clock,
    ),
    # "s. 14", "avsnitt 4.2", "prop. 2020/21:45", "dnr RS 2020-123"
    _form(
        rf"(?i:{_POINTERS.replace(' ', '|')})\b\.?:?{SPACE}(?:[A-ZÅÄÖ]{{1,5}}{SPACE}?)?"
        rf"\d{{1,6}}(?:[-–/.:]\d{{1,6}}){{0,3}}{_END}(?![,]\d)",
        _reference,
    ),
    # "2021-04-27"
    _form(rf"(?P<year>{_YEAR})-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01]){_END}", _date),
    # "27 april 2021", "1. maj", "3-4 maj"
    _form(
        rf"(?P<day>[12]\d|3[01]|0?[1-9])(?:\.|:[ae])?(?:{DASH}(?P<last>[12]\d|3[01]|[1-9]))?{SPACE}(?P<month>{_MONTH})"
        rf"(?:{SPACE}(?P<year>{_YEAR}){_END})?",
        _date,
    ),
    # "27/4 2021", "27/4"
    _form(
        rf"(?P<day>[12]\d|3[01]|[1-9])/(?P<month>1[0-2]|[1-9])(?:{SPACE}(?P<year>{_YEAR}))?(?![/\d]){_END}",
        _date,
    ),
    # "2017:5", "1:1", "2020/21:45"
    _form(rf"(?:{_YEAR}/\d\d:\d{{1,4}}|\d{{1,4}}:\d{{1,4}}){_END}(?!:)", _reference),
    # "2014-2020", "2020/21", "2014 till 2020"
    _form(
        rf"(?P<first>{_YEAR})(?:{SPACE}?{DASH}{SPACE}?|/|{SPACE}till{SPACE}|{SPACE}t\.o\.m\.{SPACE})"
        rf"(?P<last>{_YEAR}|\d\d){_END}(?![.,:/-]\d)",
        _years,
    ),
    # "1990-talet", "80-talet"
    _form(rf"(?P<first>{_YEAR}|1[0-9]00|[1-9]0){DASH}talets?\b", _decade),
    # "ett 40-tal", "ett tiotal"
    _form(
        rf"(?i:ett)(?:{SPACE}(?i:knappt|drygt))?{SPACE}(?:(?P<number>\d{{1,6}}|{WORDS}){DASH}?tal){_END}",
        _about,
    ),
    # "hälften", "en tredjedel", "var tredje"
    _form(
        rf"(?i:hälften|(?:en|två|tre|fyra){SPACE}(?:tredje|fjärde|femte|sjätte|tionde|fjär)del(?:ar)?"
        rf"|var{SPACE}(?:tredje|fjärde|femte|sjätte|tionde)){_END}",
        _share,
    ),
    # "5 540-12", "232100-0222", "08-123 45 67"
    _form(
        rf"(?:\d{{1,2}}{SPACE}\d{{3}}-\d\d|\d{{6}}-\d{{4}}|0\d{{1,3}}-\d{{2,3}}(?:{SPACE}?\d\d){{1,3}}|\d{{2,4}}-\d{{5,7}}){_END}"
        rf"(?!{SPACE}?(?:%|(?i:kr|mkr|mnkr|tkr|procent)))",
        _reference,
    ),
    # "4.2.1"
    _form(rf"(?!\d{{1,3}}(?:\.\d{{3}})+\b)\d{{1,3}}(?:\.\d{{1,3}}){{2,5}}{_END}", _reference),
    # "1:a", "3:e"
    _form(rf"\d{{1,3}}:[aeAE]{_END}", _ordinal),
    # "treårig", "femårsperiod", "tvåårigt"
    _form(rf"(?P<number>{WORDS})(?i:årig[at]?|årsperiod\w{{0,4}}){_END}", _duration),
)
