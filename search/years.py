"""Whether a passage is about the years and months that a question names."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from corpus.context import contextualise
from corpus.model import Metadata, Passage, Period
from corpus.swedish.months import MONTHS
from search.query import Query

#: What a month counts beside a year: "oktober 2018" is first of all a question about 2018.
MONTH_SHARE = 0.5

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_MONTH = re.compile(rf"\b({'|'.join(MONTHS)}) ((?:19|20)\d\d)(?!\d)")


def missing(query: Query, report: Metadata, passage: Passage) -> float:
    """How much of the times that a question names a passage has nothing of.

    A passage has something of a year or a span where its report's period touches it, or where the title, the headings
    or its own words name one of the years: last year's figure stands in this year's report. With a month before a year
    it is the same.

    Returns:
        The share of the years and spans, 0 to 1, and the share of the months, 0 to `MONTH_SHARE`, added; 0 where the
        question names no year.
    """
    years = [frozenset(it.years) for it in query.understood if it.kind == "year" and it.used]
    if not years:
        return 0.0
    text = contextualise(report.title, passage.section_path, passage.text).casefold()
    named = {*map(int, _YEAR.findall(text)), *_years_of(report.period)}
    months = set(_MONTH.findall(query.sought.casefold()))
    told = set(_MONTH.findall(text))
    return _share(asked.isdisjoint(named) for asked in years) + MONTH_SHARE * _share(
        month not in told and not _touches(report.period, *month) for month in months
    )


def _years_of(period: Period | None) -> Iterable[int]:
    return range(period.start.year, period.end.year + 1) if period else ()


def _touches(period: Period | None, month: str, year: str) -> bool:
    """Whether a period has a day of the month."""
    if period is None:
        return False
    first = date(int(year), MONTHS.index(month) + 1, 1)
    return period.start <= (first + timedelta(31)).replace(day=1) - timedelta(1) and period.end >= first


def _share(found: Iterable[bool]) -> float:
    """The share that is true; 0 of nothing."""
    known = list(found)
    return sum(known) / len(known) if known else 0.0
