"""The period that a report is about."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from corpus.model import Period, ReportKind
from ingest.metadata.evidence import Clue, Place

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan", "februari feb", "mars mar", "april apr", "maj", "juni jun", "juli jul",
            "augusti aug", "september sept sep", "oktober okt", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
#: A month's name or its abbreviation, for use within a pattern.
MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + ")"
_YEAR = r"(?:19|20)\d\d"
_DASH = r"\s*(?:[-–—]|till(?: och med)?|t\.?o\.?m\.?)\s*"
#: The words that count the parts of a year.
#: The words that count the parts of a year.
ORDINALS = {"första": 1, "andra": 2, "tredje": 3, "fjärde": 4}


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _part(match: re.Match[str], months: int) -> tuple[date, date]:
    """A third, quarter or half of a year, counted in Arabic digits or in words."""
    number = int(ORDINALS.get(match["n"].lower(), match["n"]))
    last = number * months
    if not 1 <= last <= 12:
        raise ValueError(match[0])
    # A report after the second third speaks of the year so far; so its first month is January.
    return _months(int(match["year"]), 1, last)


def _day(match: re.Match[str]) -> tuple[date, date]:
    day = date(int(match["year"]), MONTHS[match["month"].lower()], int(match["day"]))
    return day, day


def _iso_day(match: re.Match[str]) -> tuple[date, date]:
    day = date(int(match["year"]), int(match["month"]), int(match["day"]))
    return day, day


def _month(match: re.Match[str]) -> tuple[date, date]:
    month = MONTHS[match["month"].lower()]
    return _months(int(match["year"]), month, month)


def _month_range(match: re.Match[str]) -> tuple[date, date]:
    return _months(int(match["year"]), MONTHS[match["from"].lower()], MONTHS[match["to"].lower()])


def _iso_range(match: re.Match[str]) -> tuple[date, date]:
    return date.fromisoformat(match["from"]), date.fromisoformat(match["to"])


def _year_range(match: re.Match[str]) -> tuple[date, date]:
    last = match["to"] if len(match["to"]) == 4 else match["from"][:2] + match["to"]
    return date(int(match["from"]), 1, 1), date(int(last), 12, 31)


def _year(match: re.Match[str]) -> tuple[date, date]:
    return date(int(match["year"]), 1, 1), date(int(match["year"]), 12, 31)


@dataclass(frozen=True, slots=True)
class _Form:
    """A way to write a period; `worth` is how telling it is, whatever stands around it."""

    name: str
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], tuple[date, date]]
    worth: float


def _form(name: str, pattern: str, read: Callable[[re.Match[str]], tuple[date, date]], worth: float) -> _Form:
    return _Form(name, re.compile(rf"(?<![\w/]){pattern}(?![\w/])", re.IGNORECASE), read, worth)


_N = r"(?P<n>[1-4]|första|andra|tredje|fjärde)"
#: Forms of periods, the more telling ones first; each stretch of text is read by the first form that fits it.
FORMS = (
    _form("iso_range", rf"(?P<from>{_YEAR}-\d\d-\d\d){_DASH}(?P<to>{_YEAR}-\d\d-\d\d)", _iso_range, 3.0),
    _form(
        "month_range",
        rf"(?:1 )?(?P<from>{MONTH})(?: {_YEAR})?{_DASH}(?:\d\d? )?(?P<to>{MONTH}),? (?P<year>{_YEAR})",
        _month_range,
        3.0,
    ),
    _form("third", rf"(?:tertial|T)\s?{_N},?\s?(?P<year>{_YEAR})", lambda m: _part(m, 4), 3.0),
    _form("third", rf"{_N} tertialet,?\s?(?P<year>{_YEAR})", lambda m: _part(m, 4), 3.0),
    _form("quarter", rf"(?:kvartal|kv\.?|Q)\s?{_N},?\s?(?P<year>{_YEAR})", lambda m: _part(m, 3), 3.0),
    _form("quarter", rf"(?P<year>{_YEAR}),?\s?(?:kvartal|kv\.?|Q)\s?{_N}", lambda m: _part(m, 3), 3.0),
    _form("quarter", rf"{_N} kvartalet,?\s?(?P<year>{_YEAR})", lambda m: _part(m, 3), 3.0),
    _form(
        "half", rf"(?:{_N} halvåret|halvår {_N.replace('<n>', '<n2>')}),?\s?(?P<year>{_YEAR})", lambda m: _half(m), 3.0
    ),
    _form("day", rf"(?P<day>\d\d?) (?P<month>{MONTH}) (?P<year>{_YEAR})", _day, 2.5),
    _form("day", rf"(?P<year>{_YEAR})-(?P<month>\d\d)-(?P<day>\d\d)", _iso_day, 2.0),
    _form("month", rf"(?P<month>{MONTH}),?(?: år)? (?P<year>{_YEAR})", _month, 2.0),
    _form("year_range", rf"(?P<from>{_YEAR})\s?[-–—]\s?(?P<to>{_YEAR}|\d\d)", _year_range, 1.5),
    _form("year", rf"(?P<year>{_YEAR})", _year, 1.0),
)


def _half(match: re.Match[str]) -> tuple[date, date]:
    number = match["n"] or match["n2"]
    return _months(int(match["year"]), 1, 6 if int(ORDINALS.get(number.lower(), number)) == 1 else 12)


#: What a statement is worth for standing where it stands; file names count little, for dates in them are often of the
#: publication.
WEIGHTS = {
    Place.TITLE: 6.0,
    Place.FRONT: 4.0,
    Place.PROPERTY: 4.0,
    Place.COVER: 3.0,
    Place.NAME: 3.0,
    Place.HEADING: 2.5,
    Place.OPENING: 1.0,
    Place.BODY: 0.5,
}
#: Forms that fit a kind of report, and those that do not: minutes are of a day, a plan runs over years.
FITTING: dict[ReportKind, frozenset[str]] = {
    "minutes": frozenset({"day", "month"}),
    "interim_report": frozenset({"iso_range", "month_range", "third", "quarter", "half", "month", "day"}),
    "annual_report": frozenset({"year", "year_range", "iso_range", "month_range"}),
    "audit": frozenset({"year"}),
    "follow_up": frozenset({"year", "iso_range", "month_range", "third", "quarter", "half"}),
    "plan": frozenset({"year_range", "year"}),
    "strategy": frozenset({"year_range", "year"}),
    "budget": frozenset({"year", "year_range"}),
    "investigation": frozenset({"year_range", "year", "month"}),
    "statistics": frozenset({"year", "year_range", "month"}),
    "other": frozenset({"year", "year_range", "month", "day"}),
}
#: Kinds whose date of signing tells their year where nothing else does.
SIGNED = frozenset({"audit", "investigation", "other"})
#: Kinds in whose text the year that is named most tellingly is their own.
YEARLY = frozenset({"annual_report", "budget", "follow_up"})
#: What fitting adds.
FIT = 2.0


@dataclass(frozen=True, slots=True)
class _Statement:
    form: str
    start: date
    end: date
    text: str
    worth: float


def find_period(clues: Sequence[Clue], kind: ReportKind) -> Period | None:
    """The period that is stated most tellingly for this kind of report; None where none is stated.

    An interim report "per april" or dated "30 april" is about January to April; what is dated by the day and is not the
    minutes of a meeting is of that year.
    """
    statements = [statement for clue in clues if clue.place in WEIGHTS for statement in _statements(clue, kind)]
    if not statements:
        return None
    best = max(statements, key=lambda statement: statement.worth)
    if kind == "minutes" and best.form != "day":
        best = _meeting_day(best, statements)
    start, end = best.start, best.end
    if kind == "interim_report" and best.form in ("month", "day"):
        start = date(start.year, 1, 1)
        end = date(end.year, end.month, monthrange(end.year, end.month)[1])
    elif kind != "minutes" and best.form == "day":
        start, end = date(start.year, 1, 1), date(start.year, 12, 31)  # A report of no period is of its year.
    return Period(start, end, best.text)


#: Lines about decisions, registers and print say when something else happened.
_ELSEWHEN = re.compile(
    r"(?i)\b(?:fastställ[dt]|beslutad|antagen|godkänd|rapporterad|reviderad|publicerad|tryck(?:t|eri)|diarie\w*|dnr|issn|isbn"
    r"|upprättad|daterad|utskri\w+|författningssamling|lag(?:en)? \(|förordning(?:en)? \()\b"
)


def _statements(clue: Clue, kind: ReportKind) -> Iterator[_Statement]:
    text = clue.text
    if kind != "minutes" and clue.place in (Place.COVER, Place.OPENING, Place.FRONT) and _ELSEWHEN.search(text):
        return
    for form in FORMS:
        for found in form.pattern.finditer(text):
            try:
                start, end = form.read(found)
            except ValueError:
                continue  # The 31st of June, a fifth quarter.
            if start > end:
                continue
            fits = form.name in FITTING[kind]
            signed = form.name == "day" and kind in SIGNED
            deep = clue.place in (Place.OPENING, Place.HEADING, Place.BODY)
            bare_year = form.name in ("year", "year_range") and clue.place is not Place.HEADING
            if deep and not signed and (not fits or (bare_year and kind not in YEARLY)):
                continue  # Deep in a report, other times are spoken of.
            fit = FIT if fits else 0.0
            yield _Statement(form.name, start, end, " ".join(found[0].split()), form.worth + fit + WEIGHTS[clue.place])
        # What one form has read, a plainer one must not read again: the year of a date.
        text = form.pattern.sub(lambda found: " " * len(found[0]), text)


def _meeting_day(stated: _Statement, statements: Sequence[_Statement]) -> _Statement:
    """The day within the month or year stated that is named most tellingly, if any is."""
    within = [s for s in statements if s.form == "day" and stated.start <= s.start <= stated.end]
    return max(within, key=lambda statement: statement.worth, default=stated)
