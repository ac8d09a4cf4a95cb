"""The program's own words on pages: Swedish names for codes, and periods as people write them."""

from collections.abc import Mapping
from datetime import timedelta

from corpus.model import Period, ReportKind
from corpus.names import REPORT_FIELDS, REPORT_KINDS
from corpus.swedish.months import MONTHS
from corpus.swedish.numbers import write

KINDS: Mapping[ReportKind, str] = REPORT_KINDS
FIELDS: Mapping[str, str] = REPORT_FIELDS

#: What is meant by the kinds of figures, by the codes' Swedish names.
FIGURE_KINDS_EXPLAINED: Mapping[str, str] = {
    "utfall": "det som blev",
    "mål": "det som ska nås",
    "prognos": "det som väntas bli",
    "budget": "det som är avsatt eller beräknat i en budget",
    "bidrag": "det som någon ger eller får till något",
    "uppskattning": "ett överslag, inte uppmätt",
}


def period(span: Period | None) -> str | None:
    """A period in words: "2021", "2019–2021", "januari–april 2021" or "26 juni 2024"."""
    if span is None:
        return None
    start, end = span.start, span.end
    if start == end:
        return f"{start.day} {MONTHS[start.month - 1]} {start.year}"
    whole_months = start.day == 1 and (end + timedelta(days=1)).day == 1
    if whole_months and (start.month, end.month) == (1, 12):
        return str(start.year) if start.year == end.year else f"{start.year}–{end.year}"
    if whole_months and (start.year, start.month) == (end.year, end.month):
        return f"{MONTHS[start.month - 1]} {start.year}"
    if whole_months and start.year == end.year:
        return f"{MONTHS[start.month - 1]}–{MONTHS[end.month - 1]} {start.year}"
    return f"{start.isoformat()}–{end.isoformat()}"


def count(number: int) -> str:
    """A whole number with its thousands parted."""
    return write(number)


_ALPHABET = str.maketrans("åäöæøé", "{|}|}e")


def alphabetical(name: str) -> str:
    """A key that sorts as the Swedish alphabet does: å, ä, ö after z."""
    return name.lower().translate(_ALPHABET)
