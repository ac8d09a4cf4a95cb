"""Corrections that people make to a report's metadata: what may be said, and how it is kept."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, get_args

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from corpus.errors import UsageError
from corpus.model import Period, ReportKind
from corpus.store import schema
from corpus.store.columns import period_from_text, period_to_text

#: The longest text that a correction may have, in characters.
LONGEST = 500

#: Field of `corpus.model.Metadata` to its corrected value.
Corrections = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Field:
    """How a field is checked, written and read."""

    check: Callable[[object], Any]
    write: Callable[[Any], str]
    read: Callable[[str], Any]
    may_be_empty: bool = True


def checked_text(value: object) -> str:
    """The text with its white space collapsed.

    Raises:
        UsageError: it is no text, empty, or too long.
    """
    text = " ".join(value.split()) if isinstance(value, str) else ""
    if not text or len(text) > LONGEST:
        raise UsageError(f"En text med 1–{LONGEST} tecken behövs.")
    return text


def _kind(value: object) -> str:
    if value not in get_args(ReportKind):
        raise UsageError(f"”{value}” är inget slag av rapport. Välj bland {', '.join(get_args(ReportKind))}.")
    return str(value)


def checked_period(value: object) -> Period:
    """The period.

    Raises:
        UsageError: it is none, its days are in the wrong order, or its years are not of this world.
    """
    if not isinstance(value, Period) or not (date(1500, 1, 1) <= value.start <= value.end <= date(2500, 12, 31)):
        raise UsageError("Perioden måste ha en första och en sista dag i rätt ordning, som 2021-01-01/2021-04-30.")
    return value


FIELDS: Mapping[str, _Field] = {
    "title": _Field(checked_text, str, str, may_be_empty=False),
    "publisher": _Field(checked_text, str, str),
    "kind": _Field(_kind, str, str, may_be_empty=False),
    "period": _Field(checked_period, period_to_text, period_from_text),
    "registration_number": _Field(checked_text, str, str),
    "language": _Field(checked_text, str, str, may_be_empty=False),
}


def written(field: str, value: object) -> str | None:
    """The text under which a correction is kept; None for "the report has none".

    Raises:
        UsageError: there is no such field, or it cannot have that value.
    """
    known = FIELDS.get(field)
    if known is None:
        raise UsageError(f"Fältet ”{field}” kan inte ändras. Välj bland {', '.join(FIELDS)}.")
    if value is None and known.may_be_empty:
        return None
    try:
        return known.write(known.check(value))
    except UsageError as error:
        raise UsageError(f"{field}: {error.message}") from None


def corrections_of(connection: Connection) -> dict[str, Corrections]:
    """Every report's corrections, by its id."""
    found: defaultdict[str, dict[str, Any]] = defaultdict(dict)
    for row in connection.execute(sa.select(schema.correction)):
        found[row.report_id][row.field] = None if row.value is None else FIELDS[row.field].read(row.value)
    return dict(found)
