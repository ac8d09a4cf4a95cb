"""Which fields of a fact people may correct, what they may be set to, and how that is written as JSON."""

import json
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from corpus.errors import UsageError
from corpus.model import FigureKind, PeriodBasis, Status
from corpus.store.columns import period_from_text, period_to_text, to_json
from corpus.store.corrections import checked_period, checked_text

#: The most names or amounts that a field may list.
MOST_ITEMS = 50


@dataclass(frozen=True, slots=True)
class FactField:
    """How a field is checked, made into a JSON value and read from one."""

    check: Callable[[object], Any]
    write: Callable[[Any], object] = lambda value: value
    read: Callable[[Any], Any] = lambda value: value
    may_be_empty: bool = True


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise UsageError("Ett tal behövs.")
    return float(value)


def _one_of(codes: tuple[str, ...]) -> Callable[[object], str]:
    def check(value: object) -> str:
        if value not in codes:
            raise UsageError(f"”{value}” går inte att välja. Välj bland {', '.join(codes)}.")
        return str(value)

    return check


def _list_of(check: Callable[[object], Any]) -> Callable[[object], tuple[Any, ...]]:
    def check_all(value: object) -> tuple[Any, ...]:
        if not isinstance(value, list | tuple) or len(value) > MOST_ITEMS:
            raise UsageError(f"En lista med högst {MOST_ITEMS} värden behövs.")
        return tuple(dict.fromkeys(check(item) for item in value))

    return check_all


_TEXT = FactField(checked_text)
_NEEDED_TEXT = FactField(checked_text, may_be_empty=False)
_PERIOD = FactField(checked_period, period_to_text, period_from_text)
_NAMES = FactField(_list_of(checked_text), list, tuple, may_be_empty=False)
_STATUS = FactField(_one_of(get_args(Status)))

#: Kind of fact (its table's name) → field → what may be said of it.
FIELDS: Mapping[str, Mapping[str, FactField]] = {
    "figure": {
        "value": FactField(_number, may_be_empty=False),
        "value_max": FactField(_number),
        "unit": _NEEDED_TEXT,
        "qualifier": _TEXT,
        "measure": _TEXT,
        "place": _TEXT,
        "period": _PERIOD,
        "period_basis": FactField(_one_of(get_args(PeriodBasis))),
        "kind": FactField(_one_of(get_args(FigureKind)), may_be_empty=False),
    },
    "project": {
        "name": _NEEDED_TEXT,
        "aliases": _NAMES,
        "owner": _TEXT,
        "partners": _NAMES,
        "funders": _NAMES,
        "amounts_sek": FactField(_list_of(_number), list, tuple, may_be_empty=False),
        "places": _NAMES,
        "period": _PERIOD,
    },
    "commitment": {
        "actor": _TEXT,
        "action": _NEEDED_TEXT,
        "topic": _TEXT,
        "due": _TEXT,
        "target": _TEXT,
        "status": _STATUS,
        "forecast": _STATUS,
    },
}


def checked(kind: str, changes: Mapping[str, object]) -> dict[str, Any]:
    """The changes as the domain has them.

    Raises:
        UsageError: there is no such field, or it cannot have that value.
    """
    return {name: _checked(kind, name, value) for name, value in changes.items()}


def to_text(kind: str, values: Mapping[str, Any]) -> str:
    """Fields and their values as JSON."""
    known = FIELDS[kind]
    return to_json({name: None if value is None else known[name].write(value) for name, value in values.items()})


def from_text(kind: str, text: str | None) -> dict[str, Any]:
    """The fields and values that `to_text` wrote; none where there is no text."""
    known = FIELDS[kind]
    written = json.loads(text) if text else {}
    return {name: None if value is None else known[name].read(value) for name, value in written.items()}


def _checked(kind: str, name: str, value: object) -> object:
    field = FIELDS[kind].get(name)
    if field is None:
        raise UsageError(f"Fältet ”{name[:100]}” kan inte rättas. Välj bland {', '.join(FIELDS[kind])}.")
    if value is None and field.may_be_empty:
        return None
    try:
        return field.check(value)
    except UsageError as error:
        raise UsageError(f"{name}: {error.message}") from None
