"""Changes in Swedish words: "minst +20 procentenheter", "−3 500 kronor (−12,5 %)"."""

from collections.abc import Mapping

from corpus import names
from corpus.model import Figure
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
_SCALED: Mapping[str, str] = {"SEK": "mnkr", "EUR": f"miljoner{_BLANK}euro"}
_SINGLE: Mapping[str, str] = {"count": ""}
_SWEDISH = str.maketrans({",": _BLANK, ".": ",", "-": "−"})


def told_change(change: Change) -> str | None:
    """A change as people read it; None where none could be computed."""
    if change.absolute is None:
        return None
    if not change.absolute and change.bound == "exact":
        return "oförändrat"
    words = f"{_BOUNDS[change.bound]}{_amount(change.absolute, change.unit)}"
    return words if change.percent is None else f"{words} ({signed(change.percent)}{_BLANK}%)"


def told_values(change: Change) -> str:
    """The two numbers of a change, in one scale where they have one unit: "7,5 → 9,0 mnkr", "60 → över 80 procent"."""
    before, after = change.before.figure, change.after.figure
    if before.unit != after.unit:
        return f"{_told(before, _scale(before))} → {_told(after, _scale(after))}"
    scale = max(_scale(before), _scale(after))
    places = max(_places(figure, scale) for figure in (before, after))
    return f"{_numbers(before, scale, places)} → {_told(after, scale, places)}"


def _told(figure: Figure, scale: float, places: int | None = None) -> str:
    numbers = _numbers(figure, scale, _places(figure, scale) if places is None else places)
    name = _SCALED[figure.unit] if scale > 1 else _SINGLE.get(figure.unit, names.UNITS.get(figure.unit, figure.unit))
    return f"{numbers}{_BLANK}{name}" if name else numbers


def _numbers(figure: Figure, scale: float, places: int) -> str:
    """The number or range with its qualifier, all with as many decimals."""
    both = [figure.value] if figure.value_max is None else [figure.value, figure.value_max]
    written = "–".join(f"{number / scale:,.{places}f}".translate(_SWEDISH) for number in both)
    return f"{figure.qualifier.casefold()} {written}" if figure.qualifier else written


def _scale(figure: Figure) -> float:
    most = abs(figure.value if figure.value_max is None else figure.value_max)
    return _MILLION if figure.unit in _MONEY and most >= _MILLION else 1


def _places(figure: Figure, scale: float) -> int:
    """The decimals that a number needs, three at most."""
    both = [figure.value] if figure.value_max is None else [figure.value, figure.value_max]
    return max(len(f"{number / scale:.3f}".rstrip("0").partition(".")[2]) for number in both)


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
