"""When something is to be done: a date as exact as the report's words, or the words."""

import re
from datetime import date

from corpus.model import Period

MONTHS = "januari februari mars april maj juni juli augusti september oktober november december".split()
_MONTH = rf"(?P<month>{'|'.join(MONTHS)})"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_SPAN = rf"(?P<first>(?:19|20)\d\d)\s?[–-]\s?{_YEAR}(?!\d)"
_DATE = re.compile(
    rf"(?:\b(?P<iso>(?:19|20)\d\d-\d\d-\d\d)\b)"
    rf"|(?:\b(?:den\s+)?(?P<day>\d{{1,2}})\s+{_MONTH}\b(?:\s+{_YEAR}\b)?)",
    re.IGNORECASE,
)
_MONTH_YEAR = re.compile(rf"\b{_MONTH}\b(?:\s+månad)?(?:\s+år)?(?:\s+{_YEAR}\b)?", re.IGNORECASE)
_YEARS = re.compile(
    rf"(?<![\d-])(?:{_SPAN}|{_YEAR.replace('year', 'only')})(?![\d:-]|\s?(?:procent|kr|mkr|mnkr"
    rf"|tkr)\b)"
)
#: Words for a time that is reckoned from the report's own.
_NEXT_YEAR = re.compile(r"\bnästa\s+år(?:s)?\b", re.IGNORECASE)
_THIS_YEAR = re.compile(
    r"\b(?:årets\s+slut|slutet\s+av\s+året|i\s+år|under\s+året|i\s+höst|i\s+vår|i\s+vinter|i\s+sommar"
    r"|(?:under|till|i)\s+(?:hösten|våren|sommaren))\b(?!\s+(?:19|20)\d\d)",
    re.IGNORECASE,
)
_WORDS = re.compile(
    r"\binom\s+(?:\d+|ett|två|tre|fyra|fem|sex|tio|tolv)\s+(?:år|månader|veckor|dagar)\b"
    r"|\b(?:under\s+)?(?:de\s+)?(?:nästkommande"
    r"|kommande)\s+(?:\w+\s+)?(?:åren|år)\b"
    r"|\bnästa\s+mandatperiod\b|\b(?:halvårs|kvartals|månads)vis\b|\bvarje\s+(?:år|halvår|kvartal|månad)\b"
    r"|\b(?:löpande|årligen)\b",
    re.IGNORECASE,
)
_NEW_YEAR = re.compile(r"\b(?:vid\s+)?årsskiftet(?:\s+\d{4}/(?:\d{4}|\d\d))?\b", re.IGNORECASE)
#: What a span of years is when something is to be done in it; any other belongs to a name: "Kulturplan 2025–2028".
_IN_SPAN = re.compile(r"\b(?:under|perioden|åren|tiden|mellan|i|år)\s+$", re.IGNORECASE)
#: A year that something happens in, not one in the name of a programme: "under 2018", "till sommaren 2020".
_LED_YEAR = re.compile(
    r"\b(?:under|till|senast|i|från|före|innan|inför|år|hösten|våren|sommaren|vintern|slutet\s+av|början\s+av"
    r"|halvåret|delen\s+av|mitten\s+av)"
    r"\s+(?P<year>(?:19|20)\d\d)\b(?!\s?[–-]\s?\d)",
    re.IGNORECASE,
)
#: What a year before it is measured against, or said to have been, is no due date.
_ANOTHER_SIDE = re.compile(
    r"(?:jämfört\s+med|sedan|mot|beslutade\w*\s+(?:\w+\s+){0,2}i|antogs\s+(?:\w+\s+)?|från\s+tidigare)\s+(?:år\s+)?$",
    re.IGNORECASE,
)


def due_of(words: str, period: Period | None, *, ahead: bool = True) -> str | None:
    """When what is promised is due: ISO as exact as the words ("2021", "2021-12", "2021-12-05"), else the words.

    Args:
        words: the clause or cell.
        period: the report's period, from which "i juni" and "nästa år" are reckoned.
        ahead: whether a year before the report's period is passed over, as in running text.
    """
    floor = period.start.year if period and ahead else 0
    turn = _NEW_YEAR.search(words)
    if turn:
        return turn[0]
    for exact in (_day, _month):
        found = exact(words, period, floor)
        if found:
            return found
    years = [
        match
        for match in _YEARS.finditer(words)
        if not _ANOTHER_SIDE.search(words[: match.start()])
        and (not ahead or match["first"] is None or _IN_SPAN.search(words[: match.start()]))
    ]
    told = [int(match["year"] or match["only"]) for match in years]
    late = [year for year in told if year >= floor]
    if late:
        return str(max(late) if ahead else late[-1])
    if period and _NEXT_YEAR.search(words):
        return str(period.end.year + 1)
    if period and _THIS_YEAR.search(words):
        return str(period.end.year)
    said = _WORDS.search(words)
    return said[0] if said else None


def is_ahead(words: str, period: Period | None) -> bool:
    """Whether the words name a time after the end of the report's period."""
    if period is None:
        return False
    end = period.end.isoformat()
    told = (_day(words, period, 0), _month(words, period, 0), *(match["year"] for match in _LED_YEAR.finditer(words)))
    return any(due is not None and due > end[: len(due)] for due in told)


def _day(words: str, period: Period | None, floor: int) -> str | None:
    for match in _DATE.finditer(words):
        if match["iso"]:
            return match["iso"] if int(match["iso"][:4]) >= floor else None
        month = MONTHS.index(match["month"].lower()) + 1
        year = int(match["year"]) if match["year"] else _year_of(month, period)
        if year and year >= floor and 1 <= int(match["day"]) <= 31:
            return f"{year}-{month:02}-{int(match['day']):02}"
    return None


def _month(words: str, period: Period | None, floor: int) -> str | None:
    for match in _MONTH_YEAR.finditer(words):
        month = MONTHS.index(match["month"].lower()) + 1
        year = int(match["year"]) if match["year"] else _year_of(month, period)
        if year and year >= floor and not _ANOTHER_SIDE.search(words[: match.start()]):
            return f"{year}-{month:02}"
    return None


def _year_of(month: int, period: Period | None) -> int | None:
    """The year of a month that is named alone in an interim report: the report's own, if it is yet to come."""
    if period is None or date(period.end.year, month, 1) <= period.end:
        return None
    return period.end.year
