"""Changes in Swedish words: "minst +20 procentenheter", "−3 500 kronor (−12,5 %)"."""

from collections.abc import Mapping

from search.timeline.comparison import Bound, Change

#: No-break space: a number and its unit stay together.
_BLANK = "\u00a0"
_BOUNDS: Mapping[Bound, str] = {"exact": "", "at_least": "minst ", "at_most": "högst ", "about": "ungefär "}
_UNITS: Mapping[str, str] = {
    "SEK": "kronor",
    "EUR": "euro",
    "percent": "procentenheter",
    "percentage_points": "procentenheter",
    "count": "",
    "years": "år",
}
_MILLION = 1_000_000
_MONEY = ("SEK", "EUR")


def told_change(change: Change) -> str | None:
    """A change as people read it; None where none could be computed."""
    if change.absolute is None:
        return None
    words = f"{_BOUNDS[change.bound]}{_amount(change.absolute, change.unit)}"
    return words if change.percent is None else f"{words} ({signed(change.percent)}{_BLANK}%)"


def signed(number: float) -> str:
    """A number in Swedish with its sign, and no sign for nothing: "+1 200", "−0,5", "0"."""
    sign = "+" if number > 0 else "−" if number < 0 else ""
    return sign + plain(abs(number))


def plain(number: float) -> str:
    """A number in Swedish: thousands parted by a no-break space, a decimal comma, at most three decimals."""
    whole, _, decimals = f"{number:,.3f}".partition(".")
    decimals = decimals.rstrip("0")
    return whole.replace(",", _BLANK).replace("-", "−") + (f",{decimals}" if decimals else "")


def _amount(number: float, unit: str) -> str:
    name = _UNITS.get(unit, unit)
    if unit in _MONEY and abs(number) >= _MILLION:
        number, name = number / _MILLION, f"miljoner{_BLANK}{name}"
    return f"{signed(number)}{_BLANK}{name}" if name else signed(number)
