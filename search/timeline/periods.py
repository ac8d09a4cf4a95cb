"""Stretches of time: which of them may be set against each other, and how people are told of them."""

from datetime import date

from corpus.model import Period, PeriodBasis
from corpus.swedish.months import MONTHS

#: Days by which two stretches of one length may differ: months have 28 to 31 days, years 365 or 366.
_LENGTH_SLACK = 0.04
#: Months between their beginnings within the year, for stretches that are not whole years: January–April is not
#: May–August.
_SEASON_SLACK = 1
_YEAR = 365


def days(period: Period) -> int:
    """Days in a period, both ends included."""
    return (period.end - period.start).days + 1


def is_year(period: Period) -> bool:
    """Whether a period is one whole calendar year."""
    return period.start == date(period.start.year, 1, 1) and period.end == date(period.start.year, 12, 31)


def same_stretch(
    one: tuple[PeriodBasis | None, Period | None], other: tuple[PeriodBasis | None, Period | None]
) -> bool:
    """Whether figures on these two times may be subtracted: a state from a state, a year from a year, a season from it.

    What is not said of either is the same; what is not said of one only is not.
    """
    bases = tuple(_basis(basis, period) for basis, period in (one, other))
    if bases[0] != bases[1]:
        return False
    if bases[0] != "period":
        return True
    first, second = one[1], other[1]
    if first is None or second is None:
        return first is second
    if abs(days(first) - days(second)) > _LENGTH_SLACK * max(days(first), days(second)) + 1:
        return False
    return days(first) >= _YEAR or abs(first.start.month - second.start.month) < _SEASON_SLACK


def told(basis: PeriodBasis | None, period: Period | None) -> str:
    """A stretch in Swedish: "hela 2017", "januari–april 2021 (4 månader)", "vid den 27 april 2021"."""
    if period is None:
        return "ingen tid sägs"
    kind = _basis(basis, period)
    name = named(period)
    if kind == "full_year":
        return f"hela {name}"
    if kind == "point":
        return f"läget {name}"
    months = round(days(period) / 30.4)
    return f"{name} ({months} månader)" if 1 < months < 12 else name


def named(period: Period) -> str:
    """A period as people write it: "2017", "januari–april 2021", "den 27 april 2021", "2014–2020"."""
    start, end = period.start, period.end
    if is_year(period):
        return str(start.year)
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return f"{start.year}–{end.year}"
    if start == end:
        return f"den {start.day} {MONTHS[start.month - 1]} {start.year}"
    first, last = MONTHS[start.month - 1], MONTHS[end.month - 1]
    if start.year == end.year:
        return f"{first} {start.year}" if first == last else f"{first}–{last} {start.year}"
    return f"{first} {start.year}–{last} {end.year}"


def _basis(basis: PeriodBasis | None, period: Period | None) -> PeriodBasis | None:
    """The basis, and for a stretch that is a whole year the full year: reports call it either."""
    return "full_year" if basis == "period" and period and is_year(period) else basis


def same_time(one: Period | None, other: Period | None) -> bool:
    """Whether two periods are the same days."""
    return one is not None and other is not None and (one.start, one.end) == (other.start, other.end)
