"""Numbers, times and corrections as a proof says them, in Swedish."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from corpus import names
from corpus.model import Figure, Period
from corpus.store import MetadataEdit, StoredFact
from corpus.swedish.months import MONTHS
from corpus.swedish.numbers import write, write_whole
from search.timeline.comparison import Change
from search.timeline.periods import named
from search.timeline.wording import plain, signed, told_change

#: Fields whose values are codes.
_CODES: Mapping[str, Mapping[Any, str]] = {
    "kind": {**names.REPORT_KINDS, **names.FIGURE_KINDS},
    "unit": names.UNITS,
    "period_basis": names.PERIOD_BASES,
    "status": names.STATUSES,
    "forecast": names.STATUSES,
}
_SHARES = ("percent", "percentage_points")


def moment(at: datetime) -> str:
    """A moment as people write it, with how far its clock is from UTC: "28 november 2026 kl. 15.40 (UTC+1)"."""
    hours = (at.utcoffset() or UTC.utcoffset(None)).total_seconds() / 3600
    zone = f"UTC{hours:+g}".replace(".", ",") if hours else "UTC"
    return f"{at.day} {MONTHS[at.month - 1]} {at.year} kl. {at:%H.%M} ({zone})"


def when(text: str) -> str:
    """A moment that the store keeps (ISO 8601), on this machine's clock."""
    return moment(datetime.fromisoformat(text).astimezone())


def period(span: Period | None) -> str:
    """A period, or that none is known."""
    return named(span) if span else "okänd tid"


def figure(one: Figure) -> str:
    """A figure as Swedish writes it."""
    return write_whole(one.value, one.value_max, one.unit, one.qualifier)


def computation(change: Change) -> Iterator[str]:
    """How a change was computed, step by step; or why it was not."""
    before, after = change.before.figure, change.after.figure
    if change.absolute is None:
        yield "Ingen ändring är uträknad."
        yield from (f"{why[:1].upper()}{why[1:]}." for why in change.breaks)
        return
    unit = "procentenheter" if change.unit in _SHARES else names.UNITS.get(change.unit, change.unit)
    yield f"Ändringen: {plain(after.value)} − {plain(before.value)} = {signed(change.absolute)} ({unit})."
    if change.percent is not None:
        share = f"{signed(change.absolute)} / {plain(abs(before.value))} = {signed(change.percent)} procent"
        yield f"I procent av det tidigare talet: {share} (avrundat till en decimal)."
    elif change.unit in _SHARES:
        yield "Talen är själva andelar; skillnaden sägs därför i procentenheter och inte i procent."
    else:
        yield "Det tidigare talet är noll, och av noll går ingen procent att räkna."
    if change.bound != "exact":
        words = " och ".join(f"”{figure(one)}”" for one in (before, after) if one.qualifier)
        yield f"Rapportens ord {words} gör ändringen till {told_change(change)}."


def edits(made: Iterable[MetadataEdit]) -> tuple[str, ...]:
    """What people corrected of a report."""
    return tuple(
        f"{names.REPORT_FIELDS[edit.field].capitalize()}: {_value(edit.field, edit.value)} (läst: "
        f"{_value(edit.field, edit.as_read)}), rättat för hand {when(edit.made_at)}."
        for edit in made
    )


def corrections(stored: StoredFact[Any]) -> tuple[str, ...]:
    """What people corrected of a fact."""
    made = stored.correction
    if made is None:
        return ()
    mended = tuple(
        f"{names.FACT_FIELDS.get(field, field).capitalize()}: {_value(field, getattr(stored.fact, field))} (läst: "
        f"{_value(field, read)}), rättat för hand {when(made.corrected_at)}."
        for field, read in made.as_read.items()
    )
    return (*mended, f"Uppgiften är märkt som fel för hand {when(made.corrected_at)}.") if made.wrong else mended


def _value(field: str, value: object) -> str:
    if value is None or value == ():
        return "inget"
    if isinstance(value, Period):
        return named(value)
    if isinstance(value, tuple):
        return ", ".join(_value(field, one) for one in value)
    if isinstance(value, float):
        return write(value)
    return f"”{_CODES.get(field, {}).get(value, value)}”"
