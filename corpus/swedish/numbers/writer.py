"""Numbers as Swedish prints them, by the advice of Språkrådet: thin-space groups, decimal comma, "mnkr"."""

from decimal import Decimal

THIN_SPACE = "\u2009"
MINUS = "−"
_MILLION = Decimal(1_000_000)
#: Amounts of money from a million on are written in millions where two decimals tell them exactly.
_EXACT_IN_MILLIONS = Decimal(10_000)
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
_MONEY = {"SEK": ("krona", "kronor", "mnkr"), "EUR": ("euro", "euro", "miljoner euro")}


def write(value: float, unit: str | None = None) -> str:
    """A number with its unit: `write(1675e6, "SEK")` is "1 675 mnkr" with a thin space.

    Args:
        value: the number, in `unit`; written to six decimals at most.
        unit: a unit of the contracts, or None.
    """
    exact = round(Decimal(str(value)), 6)
    if unit in _MONEY:
        one, many, millions = _MONEY[unit]
        if abs(exact) >= _MILLION and exact % _EXACT_IN_MILLIONS == 0:
            return f"{_digits(exact / _MILLION)} {millions}"
        return f"{_digits(exact)} {one if exact == 1 else many}"
    one, many = _WRITTEN.get(unit or "count", (unit or "", unit or ""))
    return f"{_digits(exact)} {one if exact == 1 else many}".rstrip()


def _digits(value: Decimal) -> str:
    """Groups of three parted by thin spaces, a decimal comma, no needless zeros."""
    whole, _, fraction = f"{abs(value):f}".partition(".")
    fraction = fraction.rstrip("0")
    sign = MINUS if value < 0 and (int(whole) or fraction) else ""
    grouped = f"{int(whole):,}".replace(",", THIN_SPACE)
    return sign + grouped + ("," + fraction if fraction else "")
