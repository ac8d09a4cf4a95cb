"""The unit of a figure as the contracts name it, with what it is counted by."""

from corpus.swedish.numbers import Number, Unit
from corpus.swedish.numbers.units import TIMES

#: How a unit is printed before what it is counted by.
_PRINTED = {"SEK": "kr", "EUR": "euro", "count": "antal"}
#: Counted by these, an amount is one of a year, a share or a number of times; it stays what it is.
_RATES = frozenset({"år", "helår", "år."})
#: Units that what they are counted by does not change: nine percent of each hundred are nine percent.
_PURE = frozenset({"percent", "percentage_points", "promille", *TIMES})
_TIMES = frozenset("månad mån vecka dag dygn timme tim dagar månader veckor gång tillfälle".split())


def unit_name(name: str, per: str | None) -> str:
    """The unit's name: "SEK", and "kr/invånare" for what is no plain amount of money."""
    if per is None or per in _RATES or name in _PURE or (name == "count" and per in _TIMES):
        return name
    return f"{_PRINTED.get(name, name)}/{per}"


def unit_of(number: Number) -> str | None:
    """The unit of a number as it was read; None where none is written."""
    return unit_name(number.unit, number.per) if number.unit else None


def inherited(number: Number, unit: Unit) -> Number:
    """A number without a unit of its own, in the unit that its column, row or caption gives."""
    return Number(
        number.start,
        number.end,
        round(number.value * unit.scale, 6),
        None if number.value_max is None else round(number.value_max * unit.scale, 6),
        unit.name,
        number.scale * unit.scale,
        number.qualifier,
        number.form,
        unit.per,
    )
