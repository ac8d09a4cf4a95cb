"""Numbers as Swedish prints them, by the advice of Språkrådet: thin-space groups, decimal comma, "mnkr"."""

from decimal import Decimal

THIN_SPACE = "\u2009"
MINUS = "−"
_MILLION, _MILLIARD = Decimal(10) ** 6, Decimal(10) ** 9
#: Amounts of money from a million on are written in millions, and from ten thousand millions on in milliards, where two
#: decimals tell them exactly.
_SCALES = ((10 * _MILLIARD, _MILLIARD), (_MILLION, _MILLION))
_HUNDREDTH = Decimal("0.01")
#: unit → how it is written after 1 and after any other number.
_WRITTEN = {
    "percent": ("procent", "procent"),
    "percentage_points": ("procentenhet", "procentenheter"),
    "years": ("år", "år"),
    "months": ("månad", "månader"),
    "weeks": ("vecka", "veckor"),
    "days": ("dag", "dagar"),
    "hours": ("timme", "timmar"),
    "minutes": ("minut", "minuter"),
    "seconds": ("sekund", "sekunder"),
    "count": ("", ""),
}
_MONEY = {
    "SEK": ("krona", "kronor", {_MILLION: "mnkr", _MILLIARD: "mdkr"}),
    "EUR": ("euro", "euro", {_MILLION: "miljoner euro", _MILLIARD: "miljarder euro"}),
}


def write(value: float, unit: str | None = None) -> str:
    """A number with its unit: `write(1675e6, "SEK")` is "1 675 mnkr" with a thin space.

    Args:
        value: the number, in `unit`; written to six decimals at most.
        unit: a unit of the contracts, or None.
    """
    exact = round(Decimal(str(value)), 6)
    if unit in _MONEY:
        one, many, scaled = _MONEY[unit]
        for least, scale in _SCALES:
            if abs(exact) >= least and exact % (scale * _HUNDREDTH) == 0:
                return f"{_digits(exact / scale)} {scaled[scale]}"
        return f"{_digits(exact)} {one if exact == 1 else many}"
    one, many = _WRITTEN.get(unit or "count", (unit or "", unit or ""))
    return f"{_digits(exact)} {one if exact == 1 else many}".rstrip()


def write_whole(value: float, most: float | None, unit: str | None, qualifier: str | None) -> str:
    """A number with its range and its reservation: "ca 1 675 mnkr", "10–12 år", "ett fyrtiotal (40)".

    Args:
        value: the number, in `unit`; the least of a range.
        most: the most of a range, or None.
        unit: a unit of the contracts, or None.
        qualifier: the word as it stands, or None; one that is a number itself is no word before another.
    """
    unit = unit or "count"
    last = write(value if most is None else most, unit)
    if most is not None:
        first = write(value, unit)
        same_unit = first.partition(" ")[2] == last.partition(" ")[2]
        last = f"{first.partition(' ')[0] if same_unit else first}–{last}"
    if not qualifier:
        return last
    return f"{qualifier} ({last})" if qualifier.endswith("tal") else f"{qualifier} {last}"


def _digits(value: Decimal) -> str:
    """Groups of three parted by thin spaces, a decimal comma, no needless zeros."""
    whole, _, fraction = f"{abs(value):f}".partition(".")
    fraction = fraction.rstrip("0")
    sign = MINUS if value < 0 and (int(whole) or fraction) else ""
    grouped = f"{int(whole):,}".replace(",", THIN_SPACE)
    return sign + grouped + ("," + fraction if fraction else "")
