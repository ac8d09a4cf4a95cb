"""What became of a measure between two times, as far as two figures allow."""

from collections.abc import Sequence

from corpus.model import Figure
from search.timeline.comparison import Bound, Change, Side

#: Qualifiers, by what they say of the number; what is not here ("totalt", "i genomsnitt") leaves it exact.
_BOUNDS: dict[Bound, frozenset[str]] = {
    "at_least": frozenset(
        {"över", "minst", "åtminstone", "drygt", "mer än", "fler än", "större än", "högre än", "lägst"}
    ),
    "at_most": frozenset(
        {"under", "högst", "max", "maximalt", "knappt", "nästan", "upp till", "mindre än", "färre än"}
    ),
    "about": frozenset({"ca", "cirka", "omkring", "runt", "ungefär", "uppskattningsvis", "ungefärligen", "närmare"}),
}
_OPPOSITE: dict[Bound, Bound] = {
    "at_least": "at_most",
    "at_most": "at_least",
    "exact": "exact",
    "about": "about",
}


def bound_of(figure: Figure) -> Bound:
    """What a figure's qualifier says of its number: "över 80" is at least 80."""
    said = " ".join((figure.qualifier or "").casefold().split())
    return next((bound for bound, words in _BOUNDS.items() if said in words), "exact")


def change_between(before: Side, after: Side, breaks: Sequence[str], measure: str) -> Change:
    """The change from one figure to another; only its breaks where there are any."""
    later = after.figure
    why = [*breaks, *_of_numbers(before.figure, later)]
    if why:
        return Change(measure, later.place, later.unit, before, after, breaks=tuple(why))
    absolute = _rounded(later.value - before.figure.value)
    share = later.unit in ("percent", "percentage_points")
    # Of nothing, and from a surplus to a deficit, a share says nothing.
    no_share = share or not before.figure.value or before.figure.value * later.value < 0
    percent = None if no_share else round(absolute / abs(before.figure.value) * 100, 1)
    bound = "exact" if _says_the_same(before.figure, later) else _bound(bound_of(before.figure), bound_of(later))
    assert bound is not None  # `_of_numbers` has told of it.
    return Change(measure, later.place, later.unit, before, after, absolute, percent, bound)


def _of_numbers(before: Figure, after: Figure) -> list[str]:
    """Why the numbers themselves cannot be subtracted."""
    if _says_the_same(before, after):
        return []
    if before.value_max is not None or after.value_max is not None:
        return ["minst ett av talen är ett spann"]
    if _bound(bound_of(before), bound_of(after)) is None:
        return [f"båda talen är gränser: ”{_worded(before)}” och ”{_worded(after)}”"]
    return []


def _says_the_same(before: Figure, after: Figure) -> bool:
    """Whether two numbers are written alike: "minst 35" is what "minst 35" was, and 10–12 what 10–12 was."""
    told = [(it.value, it.value_max, (it.qualifier or "").casefold()) for it in (before, after)]
    return told[0] == told[1]


def _bound(before: Bound, after: Bound) -> Bound | None:
    """What the difference is where its two numbers are bounds: "över 80" minus 60 is at least 20."""
    turned = _OPPOSITE[before]
    said = {bound for bound in (turned, after) if bound != "exact"}
    limits = said - {"about"}
    if len(limits) > 1:
        return None
    return next(iter(limits or said), "exact")


def _worded(figure: Figure) -> str:
    return f"{figure.qualifier or ''} {figure.value:g}".strip()


def _rounded(number: float) -> float:
    """The number without what binary fractions add: 5,8 − 5,5 is 0,3."""
    return round(number, 10)
