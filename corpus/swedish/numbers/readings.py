"""How what a form matched is read: its value, unit and kind.

A reading is None where the match is no such form after all.
"""

import re

from corpus.swedish.numbers.number import Number
from corpus.swedish.numbers.numerals import parse, parse_words
from corpus.swedish.numbers.units import unit_at

_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_PARTS = {"tredje": 3, "fjärde": 4, "femte": 5, "sjätte": 6, "tionde": 10}


def _first_number(text: str) -> float:
    found = re.search(r"\d+", text)
    return float(found[0]) if found else 0.0


def reference(match: re.Match[str]) -> Number:
    """Read "§ 5", "s. 14", "dnr RS 2021/123": the first number in it."""
    return Number(match.start(), match.end(), _first_number(match[0]), form="reference")


def worded_reference(match: re.Match[str]) -> Number:
    """Read "steg två"."""
    return Number(match.start(), match.end(), float(parse_words(match["number"])), form="reference")


def page_of(match: re.Match[str]) -> Number | None:
    """Read "11 (13)" at a line's end; "34 (31)" is no page, for it would be past the last."""
    return reference(match) if int(match["page"]) <= int(match["pages"]) else None


def ordinal(match: re.Match[str]) -> Number:
    """Read "1:a"."""
    return Number(match.start(), match.end(), _first_number(match[0]), form="ordinal")


def date(match: re.Match[str]) -> Number:
    """Read "27 april 2021", "3-4 maj", "27/4"."""
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


def plain_date(match: re.Match[str]) -> Number:
    """Read "20210427", "21-04-27"."""
    year = int(match["year"]) if len(match["year"]) == 4 else 2000 + int(match["year"])
    value = year * 10000 + int(match["month"]) * 100 + int(match["day"])
    return Number(match.start(), match.end(), float(value), form="date")


def clock(match: re.Match[str]) -> Number:
    """Read "kl. 10.30", "klockan 8-16" in hours."""
    until = int(match["until"]) + int(match["until_minute"] or 0) / 60 if match["until"] else None
    return Number(
        match.start(), match.end(), int(match["hour"]) + int(match["minute"] or 0) / 60, until, unit=None, form="time"
    )


def years(match: re.Match[str]) -> Number:
    """Read "2014-2020", "2020/21"."""
    first, last = match["first"], match["last"] or match["until"]
    value = int(first)
    until = int(first[: 4 - len(last)] + last)
    if until <= value:
        return Number(match.start(), match.start("first") + 4, float(value), form="year")
    return Number(match.start(), match.end(), float(value), float(until), form="period")


def year(match: re.Match[str]) -> Number:
    """Read the year alone."""
    return Number(match.start(), match.end(), float(match["first"]), form="year")


def morning(match: re.Match[str]) -> Number:
    """Read "09:00" in hours."""
    return Number(match.start(), match.end(), int(match["hour"]) + int(match["minute"]) / 60, form="time")


def decade(match: re.Match[str]) -> Number:
    """Read "1990-talet", "80-talet", "1600-talet"."""
    first = int(match["first"])
    value = first + 1900 if first < 100 else first
    return Number(
        match.start(),
        match.end(),
        float(value),
        float(value + (99 if value % 100 == 0 and first >= 100 else 9)),
        form="period",
    )


def about(match: re.Match[str]) -> Number:
    """Read "ett tiotal", "ett 40-tal": the whole expression is the qualifier."""
    unit, end = unit_at(match.string, match.end())
    value = parse(match["number"])
    name = unit.name or "count"
    return Number(match.start(), end, float(value) * unit.scale, None, name, unit.scale, match[0])


def share(match: re.Match[str]) -> Number:
    """Read "hälften", "en tredjedel", "var tredje" in percent."""
    words = match[0].lower()
    if words.startswith("hälften"):
        value = 50.0
    else:
        ordinal = next((parts for name, parts in _PARTS.items() if words.split()[1].startswith(name[:-1])), 3)
        value = 100.0 * (1 if words.startswith("var") else parse_words(words.split()[0])) / ordinal
    return Number(match.start(), match.end(), round(value, 1), None, "percent")


def part(match: re.Match[str]) -> Number:
    """Read "1/3 av" in percent."""
    share = round(100.0 * int(match["top"]) / int(match["bottom"]), 1)
    return Number(match.start(), match.end(), share, None, "percent")


def kronor_and_ore(match: re.Match[str]) -> Number:
    """Read "35 kronor 50 öre", "35:50 kr"."""
    value = float(parse(match["kronor"])) + int(match["ore"]) / 100
    return Number(match.start(), match.end(), round(value, 2), None, "SEK")


def tenths(match: re.Match[str]) -> Number:
    """Read "tre till fyra tiondelar av en procentenhet" in percentage points."""
    last = round(parse_words(match["last"]) / 10, 1) if match["last"] else None
    value = round(parse_words(match["number"]) / 10, 1)
    return Number(match.start(), match.end(), value, last, "percentage_points")


def duration(match: re.Match[str]) -> Number:
    """Read "treårig", "femårsperiod"."""
    return Number(match.start(), match.end(), float(parse_words(match["number"])), None, "years")
