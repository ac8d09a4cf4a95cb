"""When a figure holds: the times that a text names, and how the period follows from them."""

import re
from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from corpus.model import Period, PeriodBasis, ReportKind
from ingest.facts.figures.clauses import Clause
from ingest.facts.figures.pairing import paired
from ingest.metadata.periods import FORMS, MONTH, MONTHS, ORDINALS

#: Forms of `FORMS` that name a state's day or month rather than a stretch of time.
_POINTS = frozenset({"day", "month"})
_YEARS = frozenset({"year"})
#: Forms that a report tells as the year so far, and the months that a figure of them holds over.
_PARTS = {"quarter": 3, "half": 6}


@dataclass(frozen=True, slots=True)
class Time:
    """Characters `[start, end)` of a text that name a time."""

    start: int
    end: int
    period: Period
    basis: PeriodBasis


@dataclass(frozen=True, slots=True)
class Frame:
    """What times without a year are counted from: the report's period and kind."""

    period: Period | None
    kind: ReportKind = "other"

    @property
    def basis(self) -> PeriodBasis | None:
        """What a number holds over where nothing is said: four months of an interim report are not a year."""
        if self.period is None:
            return None
        days = (self.period.end - self.period.start).days
        if days == 0:
            return "point"
        whole = self.period.start.month == 1 and self.period.end.month == 12
        return "full_year" if whole and days < 366 else "period"

    @property
    def year(self) -> int | None:
        """The year that "förra året" is before."""
        return self.period.end.year if self.period else None

    @property
    def full_year(self) -> Period | None:
        """The whole year that the report's period lies in."""
        return whole_year(self.year) if self.year else None


def whole_year(year: int, text: str | None = None) -> Period:
    """A year's period."""
    return Period(date(year, 1, 1), date(year, 12, 31), text)


def shifted(period: Period, year: int) -> Period:
    """The same stretch of another year: January to April of the year before."""
    first = year - period.end.year + period.start.year
    begin = min(period.start.day, monthrange(first, period.start.month)[1])
    last = monthrange(year, period.end.month)[1]
    whole = period.end.day == monthrange(period.end.year, period.end.month)[1]
    end = date(year, period.end.month, last if whole else min(period.end.day, last))
    return Period(period.start.replace(year=first, day=begin), end)


def _months(year: int, first: int, last: int, text: str) -> Period:
    return Period(date(year, first, 1), date(year, last, monthrange(year, last)[1]), text)


def _month_range(match: re.Match[str], year: int) -> Period | None:
    first, last = MONTHS[match["first"].lower()], MONTHS[match["last"].lower()]
    return _months(year, first, last, match[0]) if first <= last else None


def _until(match: re.Match[str], year: int) -> Period | None:
    month = MONTHS[match["month"].lower()]
    day = min(int(match["day"] or 31), monthrange(year, month)[1])
    return Period(date(year, 1, 1), date(year, month, day), match[0]) if day else None


def _day(match: re.Match[str], year: int) -> Period | None:
    month, day = MONTHS[match["month"].lower()], int(match["day"])
    if not 1 <= day <= monthrange(year, month)[1]:
        return None
    return Period(date(year, month, day), date(year, month, day), match[0])


def _quarter(match: re.Match[str], year: int) -> Period | None:
    last = 3 * _nth(match)
    return _months(year, last - 2, last, match[0])


def _half(match: re.Match[str], year: int) -> Period | None:
    last = 6 * _nth(match)
    return _months(year, last - 5, last, match[0])


def _nth(match: re.Match[str]) -> int:
    return int(ORDINALS.get(match["n"].lower(), match["n"]))


def _month(match: re.Match[str], year: int) -> Period | None:
    month = MONTHS[match["month"].lower()]
    return _months(year, month, month, match[0])


@dataclass(frozen=True, slots=True)
class _Relative:
    """A time that is counted from the report's year; `read` makes its period."""

    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], int], Period | None]
    basis: PeriodBasis


def _relative(pattern: str, read: Callable[[re.Match[str], int], Period | None], basis: PeriodBasis) -> _Relative:
    return _Relative(re.compile(rf"(?<![\w/]){pattern}(?![\w/])", re.IGNORECASE), read, basis)


#: Short names of months are names only beside a stop or another month: "mar", "maj", "sep" are; "jan" may be a man.
_FULL = "(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)"
_RELATIVE = (
    _relative(rf"(?P<first>{MONTH})\.?\s*(?:[-–—]|till(?: och med)?"
        rf"|t\.?o\.?m\.?)\s*(?P<last>{MONTH})\.?", _month_range, "period"),
    _relative(
        rf"(?:fram till(?: och med)?|till och med|t\.?o\.?m\.?|ack(?:umulerat|\.)?(?: utfall)?|hittills)"
        rf"(?: den)?(?: (?P<day>[0-3]?\d))? (?P<month>{_FULL})",
        _until,
        "period",
    ),
    _relative(rf"(?P<day>[0-3]?\d) (?P<month>{_FULL})", _day, "point"),
    _relative(r"(?P<n>första|andra|tredje|fjärde) kvartalet", _quarter, "period"),
    _relative(r"kv(?:artal)?\.?\s?(?P<n>[1-4])", _quarter, "period"),
    _relative(r"(?P<n>första|andra) halvåret", _half, "period"),
    _relative(rf"(?P<month>{_FULL})(?! \d)", _month, "point"),
    _relative(
        r"året innan|året före|föregående år(?:et)?|fg\.? år(?:et)?|förra året|i fjol|fjolåret"
        r"|ett år tidigare|föreg\. år",
        lambda match, year: whole_year(year - 1, match[0]),
        "full_year",
    ),
    _relative(r"nästa år|kommande år", lambda match, year: whole_year(year + 1, match[0]), "full_year"),
    _relative(
        r"helår(?:et|s\w*)?|hela året|vid årets slut|årets slut|under året|i år(?=[\s,.])",
        lambda match, year: whole_year(year, match[0]),
        "full_year",
    ),
)  # fmt: skip
#: The other side of a comparison: what is counted from, not when the number holds.
_BASE = re.compile(
    r"(?<!\w)(?:jämfört med|jämförelse med|sedan|än|mot|från|före|efter|gentemot|relativt|utifrån)"
    r"(?: (?:år|början av|slutet av|utgången av|den|i|under|basåret))*\s$",
    re.IGNORECASE,
)
_REACH = 40
_POINT = re.compile(
    r"\b(?:per(?: den)?|vid|i dag|idag|utgången av|årsskiftet|nuläge\w*|den)\b|\bår(?:et|s)s?kifte", re.IGNORECASE
)


def times_in(text: str, frame: Frame) -> list[Time]:
    """The times that a text names, in order, without those it only compares with ("jämfört med 2015")."""
    times: list[Time] = []
    rest = text
    for form in FORMS:
        for match in form.pattern.finditer(rest):
            try:
                start, end = form.read(match)
            except ValueError:
                continue  # The 31st of June.
            if form.name in _PARTS:
                start = date(end.year, end.month - _PARTS[form.name] + 1, 1)
            if start <= end:
                basis: PeriodBasis = (
                    "point" if form.name in _POINTS else "full_year" if form.name in _YEARS else "period"
                )
                times.append(Time(*match.span(), Period(start, end, " ".join(match[0].split())), basis))
        rest = form.pattern.sub(lambda match: "\0" * len(match[0]), rest)
    for relative in _RELATIVE:
        for match in relative.pattern.finditer(rest):
            year = _nearest_year(times, match.start()) or frame.year
            period = relative.read(match, year) if year else None
            if period:
                times.append(_alike(Time(*match.span(), period, relative.basis), times, text))
        rest = relative.pattern.sub(lambda match: "\0" * len(match[0]), rest)
    kept = [time for time in times if not _BASE.search(text, max(0, time.start - _REACH), time.start)]
    return sorted(kept, key=lambda time: time.start)


#: Words with which a month or a day is meant: "i oktober … mot 63 procent ett år tidigare".
_YEAR_AGO = re.compile(r"(?:ett år tidigare|året innan|året före|förra året)$", re.IGNORECASE)


def _alike(time: Time, times: Sequence[Time], text: str) -> Time:
    """The year before as the same month or day of it, where the sentence named one first."""
    named = [one for one in times if one.end <= time.start]
    if not named or named[-1].basis != "point" or not _YEAR_AGO.search(text, time.start, time.end):
        return time
    return Time(time.start, time.end, shifted(named[-1].period, time.period.end.year), "point")


def last_seen(time: Time, frame: Frame) -> Time:
    """A time of what came out: a part of a year that is not named and lies ahead is that of the year before."""
    told = frame.period
    ahead = told is not None and time.period.start > told.end and time.period.end.year == told.end.year
    if not told or not ahead or time.basis == "full_year" or re.search(r"\d{4}", time.period.text or ""):
        return time
    before = shifted(time.period, told.end.year - 1)
    return Time(time.start, time.end, Period(before.start, before.end, time.period.text), time.basis)


def in_year(said: Time, column: Time) -> Time:
    """A column's year as the month or day of it that the caption names: "per den 31 december"."""
    if said.basis != "point" or column.basis != "full_year" or re.search(r"\d{4}", said.period.text or ""):
        return column
    return Time(column.start, column.end, shifted(said.period, column.period.end.year), "point")


def time_of(clauses: Sequence[Clause], clause: Clause, times: Sequence[Time]) -> Time | None:
    """The time of a number in running text: its clause's, else the first that its sentence names before it."""
    chosen = paired(clauses, clause, times)
    if chosen:
        return chosen
    here = [time for time in times if clause.start <= time.start < clause.end]
    earlier = [time for time in times if time.end <= clause.number.start]
    taken = [(one.start, one.end) for one in clauses if one.number.start > clause.number.start]
    free = [time for time in times if not any(start <= time.start < end for start, end in taken)]
    return next(iter(here or earlier[-1:] or free[:1]), None)


def _nearest_year(times: Sequence[Time], at: int) -> int | None:
    """The year that a sentence names before a relative time: "2020 … mot 142 214 året innan"."""
    before = [time for time in times if time.end <= at]
    return before[-1].period.end.year if before else None
