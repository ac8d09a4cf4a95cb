"""Series as charts: drawn on the server, told apart by shape and not by colour, each with its table."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from corpus import names
from corpus.swedish.numbers import write
from search.timeline.comparer import Comparison
from search.timeline.comparison import Series, Side
from web import links, words
from web.pages import fact_row

#: Size of a chart in its own units, and the room for numbers and years around the drawing.
WIDTH, HEIGHT = 640, 260
LEFT, RIGHT, TOP, BOTTOM = 92, 24, 24, 34
#: Lines across the drawing.
_GRID = 4
MOST_CHARTS, MOST_LINES = 2, 4
_TARGETS = ("target", "budget", "forecast")
#: Half the size of a mark.
MARK = 6


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure in the drawing, and in the table below it."""

    x: float
    y: float
    when: str
    number: str
    quote: str
    href: str


@dataclass(frozen=True, slots=True)
class Line:
    """A series: targets and what is expected have hollow diamonds and a dashed line, outcomes filled dots."""

    name: str
    kind: str
    is_target: bool
    path: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A line across at a number, or a year below."""

    at: float
    name: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing and what a screen reader says of it."""

    title: str
    said: str
    lines: tuple[Line, ...]
    numbers: tuple[Tick, ...]
    times: tuple[Tick, ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    mark: int = MARK


def charts_of(compared: Comparison) -> tuple[Chart, ...]:
    """Charts of the series that bear most on the topic, one for each unit and place.

    Series that may not be joined (another definition, base or basis) are lines of their own; those that say the same
    numbers as one before are left out.
    """
    groups: dict[tuple[str, str | None], list[Series]] = {}
    for series in compared.series:
        group = groups.setdefault((series.unit, series.place), [])
        if len(group) < MOST_LINES and not any(_points(series) <= _points(other) for other in group):
            group.append(series)
    telling = [group for group in groups.values() if any(series.kind not in _TARGETS for series in group)]
    return tuple(_chart(sorted(group, key=lambda series: series.kind in _TARGETS)) for group in telling[:MOST_CHARTS])


def _points(series: Series) -> set[tuple[bool, float, float]]:
    return {(series.kind in _TARGETS, _when(side), side.figure.value) for side in series.sides}


def _chart(group: Sequence[Series]) -> Chart:
    sides = [side for series in group for side in series.sides]
    values = [side.figure.value for side in sides]
    least, most = _range(values)
    first, last = min(map(_when, sides)), max(map(_when, sides))

    def place(side: Side) -> tuple[float, float]:
        across = (_when(side) - first) / ((last - first) or 1.0)
        up = (side.figure.value - least) / (most - least)
        return (
            round(LEFT + across * (WIDTH - LEFT - RIGHT), 1),
            round(HEIGHT - BOTTOM - up * (HEIGHT - TOP - BOTTOM), 1),
        )

    main = group[0]
    title = ", ".join(part for part in (main.measure, main.place) if part)
    return Chart(
        title=title,
        said=f"{title}: {_from_to(main)}",
        lines=tuple(_line(series, [place(side) for side in series.sides]) for series in group),
        numbers=tuple(
            Tick(
                round(HEIGHT - BOTTOM - n / _GRID * (HEIGHT - TOP - BOTTOM), 1),
                write(round(least + n / _GRID * (most - least), 6), main.unit),
            )
            for n in range(_GRID + 1)
        ),
        times=tuple(Tick(place(side)[0], name) for name, side in _times(sides).items()),
    )


def _line(series: Series, places: Sequence[tuple[float, float]]) -> Line:
    marks = tuple(
        Mark(x, y, _told(side), fact_row.number(side.figure), side.figure.quote.replace("\t", " · "),
             links.fact(side.figure.id, side.figure.source.page))
        for side, (x, y) in zip(series.sides, places, strict=True)
    )  # fmt: skip
    path = " ".join(f"{'L' if at else 'M'}{x} {y}" for at, (x, y) in enumerate(places))
    return Line(series.measure, names.FIGURE_KINDS[series.kind], series.kind in _TARGETS, path, marks)


def _range(values: Sequence[float]) -> tuple[float, float]:
    """From nothing, or below it where a number is, to the next even number above the greatest."""
    least, most = min(0.0, *values), max(0.0, *values)
    step = _even((most - least) / _GRID or 1.0)
    bottom = math.floor(least / step) * step
    return bottom, bottom + _GRID * _even((most - bottom) / _GRID or 1.0)


def _even(number: float) -> float:
    """The least number from the number on that is 1, 2, 2.5 or 5 times a power of ten."""
    power = 10.0 ** math.floor(math.log10(number))
    return next(times * power for times in (1, 2, 2.5, 5, 10) if times * power >= number * (1 - 1e-9))


def _when(side: Side) -> float:
    """A side's time as a number of years."""
    period = side.period
    if period is None:
        return 0.0
    return period.end.year + (period.end.timetuple().tm_yday - 1) / 366


def _times(sides: Sequence[Side]) -> dict[str, Side]:
    """One side for each year, the last of it."""
    return {str(side.period.end.year): side for side in sorted(sides, key=_when) if side.period}


def _told(side: Side) -> str:
    return words.period(side.period) or "okänd tid"


def _from_to(series: Series) -> str:
    first, last = series.sides[0], series.sides[-1]
    return f"{fact_row.number(first.figure)} {_told(first)}, {fact_row.number(last.figure)} {_told(last)}"
