from datetime import datetime, timedelta, timezone

import pytest

from api.proof import wording
from search.timeline.changes import change_between
from search.timeline.comparison import Change
from tests.search.timeline.making import figure, report, side, year


def change(
    before: float, after: float, unit: str, qualifier: str | None = None, *, breaks: tuple[str, ...] = ()
) -> Change:
    first, last = figure(before, "mått", unit), figure(after, "mått", unit, qualifier=qualifier)
    return change_between(side(first, report(year(2017))), side(last, report(year(2021))), breaks, "mått")


def test_a_change_is_computed_step_by_step() -> None:
    assert list(wording.computation(change(2_000_000, 2_500_000, "SEK"))) == [
        "Ändringen: 2\u00a0500\u00a0000 − 2\u00a0000\u00a0000 = +500\u00a0000 (kronor).",
        "I procent av det tidigare talet: +500\u00a0000 / 2\u00a0000\u00a0000 = +25 procent (avrundat till en "
        "decimal).",
    ]


def test_shares_are_told_in_percentage_points_and_bounds_by_their_words() -> None:
    assert list(wording.computation(change(60, 80, "percent", "över"))) == [
        "Ändringen: 80 − 60 = +20 (procentenheter).",
        "Talen är själva andelar; skillnaden sägs därför i procentenheter och inte i procent.",
        "Rapportens ord ”över 80 procent” gör ändringen till minst +20\u00a0procentenheter.",
    ]


def test_nothing_goes_into_nothing() -> None:
    assert list(wording.computation(change(0, 4, "count")))[1].startswith("Det tidigare talet är noll")


def test_what_is_not_computed_says_why() -> None:
    said = list(wording.computation(change(60, 80, "percent", breaks=("ändrad definition: x mot y", "annan plats"))))
    assert said == ["Ingen ändring är uträknad.", "Ändrad definition: x mot y.", "Annan plats."]


@pytest.mark.parametrize(("hours", "zone"), [(0, "UTC"), (1, "UTC+1"), (-3.5, "UTC-3,5")])
def test_a_moment_tells_its_clock(hours: float, zone: str) -> None:
    at = datetime(2026, 3, 1, 9, 5, tzinfo=timezone(timedelta(hours=hours)))
    assert wording.moment(at) == f"1 mars 2026 kl. 09.05 ({zone})"
