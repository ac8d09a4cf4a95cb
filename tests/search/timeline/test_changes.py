import pytest

from search.timeline.changes import change_between
from search.timeline.comparison import Bound, Change
from search.timeline.wording import told_change
from tests.search.timeline.making import figure, report, side, year


def change(before: tuple[float, str | None], after: tuple[float, str | None], unit: str = "percent") -> Change:
    one = side(figure(before[0], "andel", unit, qualifier=before[1], period=year(2017)), report(year(2017)))
    other = side(figure(after[0], "andel", unit, qualifier=after[1], period=year(2021)), report(year(2021)))
    return change_between(one, other, (), "andel")


@pytest.mark.parametrize(
    ("before", "after", "absolute", "bound", "told"),
    [
        ((60, None), (80, "över"), 20, "at_least", "minst +20\u00a0procentenheter"),
        ((60, "över"), (80, None), 20, "at_most", "högst +20\u00a0procentenheter"),
        ((60, None), (80, "högst"), 20, "at_most", "högst +20\u00a0procentenheter"),
        ((60, "ca"), (80, None), 20, "about", "ungefär +20\u00a0procentenheter"),
        ((5.8, None), (5.5, None), -0.3, "exact", "−0,3\u00a0procentenheter"),
        ((5, None), (5, "totalt"), 0, "exact", "oförändrat"),
        ((60, "högst"), (80, "minst"), 20, "at_least", "minst +20\u00a0procentenheter"),
    ],
)
def test_a_change_is_computed_and_bounded_by_what_the_numbers_are(
    before: tuple[float, str | None], after: tuple[float, str | None], absolute: float, bound: Bound, told: str
) -> None:
    found = change(before, after)
    assert (found.absolute, found.bound, found.breaks) == (absolute, bound, ())
    assert told_change(found) == told
    assert found.percent is None


def test_two_bounds_on_one_side_say_nothing_of_the_change() -> None:
    found = change((60, "över"), (80, "över"))
    assert found.absolute is None
    assert found.breaks == ("båda talen är gränser: ”över 60” och ”över 80”",)
    assert told_change(found) is None


def test_amounts_change_in_percent_too() -> None:
    found = change((7_500_000, None), (9_000_000, None), "SEK")
    assert (found.absolute, found.percent) == (1_500_000, 20.0)
    assert told_change(found) == "+1,5\u00a0miljoner\u00a0kronor (+20\u00a0%)"


def test_from_nothing_there_is_no_percentage() -> None:
    assert change((0, None), (12, None), "count").percent is None


def test_from_a_surplus_to_a_deficit_there_is_no_percentage() -> None:
    found = change((5_100_000, None), (-12_900_000, None), "SEK")
    assert (found.absolute, found.percent) == (-18_000_000, None)


def test_what_is_written_alike_is_unchanged_though_it_is_a_bound_or_a_range() -> None:
    assert told_change(change((35, "minst"), (35, "Minst"))) == "oförändrat"
    one = side(figure(10, "resenärer", value_max=12, period=year(2020)), report(year(2020)))
    other = side(figure(10, "resenärer", value_max=12, period=year(2021)), report(year(2021)))
    assert told_change(change_between(one, other, (), "resenärer")) == "oförändrat"


def test_a_range_is_not_subtracted() -> None:
    one = side(figure(10, "resenärer", value_max=12, period=year(2020)), report(year(2020)))
    other = side(figure(9, "resenärer", period=year(2021)), report(year(2021)))
    assert change_between(one, other, (), "resenärer").breaks == ("minst ett av talen är ett spann",)


def test_what_may_not_be_compared_has_no_numbers() -> None:
    one = side(figure(1, "m", period=year(2020)), report(year(2020)))
    found = change_between(one, one, ("olika enhet: km mot m",), "m")
    assert (found.absolute, found.percent, found.breaks) == (None, None, ("olika enhet: km mot m",))
