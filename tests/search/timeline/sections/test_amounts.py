"""Amounts of a section against those of the same section in another report."""

from collections.abc import Sequence

from corpus.model import Figure
from corpus.swedish.analysis import Analyzer
from search.timeline.comparison import Side
from search.timeline.sections.amounts import Amounts, amounts_of
from search.timeline.sections.steps import steps
from search.timeline.wording import told_change, told_values
from tests.search.timeline.making import figure, report, side, span, year
from tests.search.timeline.sections.texts import units

ANALYZER = Analyzer()
ONE, OTHER = report(year(2021)), report(year(2022))


def compared(before: str, after: str, old: Sequence[Figure], new: Sequence[Figure]) -> Amounts:
    became = steps(units(before), units(after, name="s2"), ANALYZER)
    return amounts_of([Side(one, ONE) for one in old], [Side(one, OTHER) for one in new], became, ANALYZER)


def test_an_amount_is_set_against_that_of_the_same_measure() -> None:
    before, after = "Stödet uppgick till 7,5 mkr.", "Stödet uppgick till 9,0 mkr."
    old = figure(7_500_000, "stöd", "SEK", quote=before, period=year(2021))
    new = figure(9_000_000, "stödet", "SEK", quote=after, period=year(2022))
    found = compared(before, after, [old], [new])
    (change,) = found.changes
    assert told_values(change) == "7,5 → 9,0\u00a0mnkr"
    assert told_change(change) == "+1,5\u00a0miljoner\u00a0kronor (+20\u00a0%)"
    assert (change.before.figure.quote, change.after.figure.quote) == (before, after)
    assert (found.gone, found.new, found.restated) == ((), (), ())


def test_four_months_are_never_set_against_a_year() -> None:
    before, after = "Resorna var 1,64 miljoner.", "Resorna var 0,6 miljoner."
    old = figure(1_640_000, "resor", quote=before, period=year(2021))
    new = figure(600_000, "resor", quote=after, period=span("2022-01-01", "2022-04-30"), basis="period")
    (change,) = amounts_of(
        [Side(old, ONE)],
        [Side(new, report(span("2022-01-01", "2022-04-30"), kind="interim_report"))],
        steps(units(before), units(after, name="s2"), ANALYZER),
        ANALYZER,
    ).changes
    assert change.absolute is None
    assert change.breaks == ("olika tidsunderlag: hela 2021 mot januari–april 2022 (4 månader)",)


def test_what_is_called_another_thing_in_the_same_sentence_may_not_be_subtracted() -> None:
    before, after = "Solcellerna gav under året 1 180 MWh el.", "Anläggningarna gav under året 1 320 MWh el."
    old = figure(1180, "solceller", "MWh", quote=before, period=year(2021))
    new = figure(1320, "anläggningar", "MWh", quote=after, period=year(2022))
    (change,) = compared(before, after, [old], [new]).changes
    assert change.absolute is None
    assert change.breaks == ("ändrad definition: ”solceller” mot ”anläggningar”",)


def test_a_deviation_below_and_one_above_are_no_change_of_each_other() -> None:
    before = "Kostnaden var 420 mkr, vilket är 11,9 mkr lägre än budget."
    after = "Kostnaden var 452 mkr, vilket är 9,8 mkr högre än budget."
    old = figure(11_900_000, "avvikelse mot budget", "SEK", quote=before, period=year(2021))
    new = figure(9_800_000, "avvikelse mot budget", "SEK", quote=after, period=year(2022))
    (change,) = compared(before, after, [old], [new]).changes
    assert change.breaks == ("åt olika håll: ”lägre” mot ”högre”",)


def test_each_figure_meets_that_of_its_own_time() -> None:
    """The later report tells the year before too: what is then another number was counted anew."""
    before, after = "Boden hade 41 platser.", "Boden hade 40 platser året före och 44 nu."
    old = figure(41, "platser", quote=before, place="Boden", period=year(2021))
    new = figure(44, "platser", quote=after, place="Boden", period=year(2022))
    last = figure(40, "platser", quote=after, place="Boden", period=year(2021))
    found = compared(before, after, [old], [last, new])
    assert [(it.before.figure.value, it.after.figure.value) for it in found.changes] == [(41, 44)]
    assert [(it.before.figure.value, it.after.figure.value) for it in found.restated] == [(41, 40)]


def test_places_kinds_and_units_are_kept_apart() -> None:
    text = "Platserna i länet."
    old = [
        figure(5, "platser", place="Boden", period=year(2021)),
        figure(6, "platser", "percent", place="Luleå", period=year(2021)),
        figure(7, "platser", place="Luleå", kind="budget", period=year(2021)),
    ]
    new = [figure(9, "platser", place="Luleå", period=year(2022))]
    found = compared(text, text, old, new)
    assert found.changes == ()
    assert [it.figure.value for it in found.gone] == [5, 6, 7]
    assert [it.figure.value for it in found.new] == [9]


def test_a_target_that_stands_is_told_as_unchanged() -> None:
    text = "Målet är minst 35 procent."
    pair = [figure(35, "andel", "percent", quote=text, qualifier="minst", kind="target", period=year(2025))] * 2
    (change,) = compared(text, text, pair[:1], pair[1:]).changes
    assert told_change(change) == "oförändrat"
    assert told_values(change) == "minst 35 → minst 35\u00a0procent"


def test_the_two_numbers_have_one_scale_and_as_many_decimals() -> None:
    def values(old: Figure, new: Figure) -> str:
        (change,) = compared("x", "x", [old], [new]).changes
        return told_values(change)

    money = [figure(value, "stöd", "SEK", period=year(at)) for value, at in ((2_990_000, 2021), (965_000, 2022))]
    assert values(money[0], money[1]) == "2,990 → 0,965\u00a0mnkr"
    count = [figure(value, "resor", period=year(at)) for value, at in ((12_500, 2021), (-3, 2022))]
    assert values(count[0], count[1]) == "12\u00a0500 → −3"
    span_ = figure(10, "platser", value_max=12, period=year(2021))
    assert values(span_, figure(9, "platser", period=year(2022))) == "10–12 → 9"


def test_a_figure_of_no_known_time_is_left_out() -> None:
    undated = report(None)
    lone = side(figure(5, "platser", basis=None), undated)
    assert amounts_of([lone], [], (), ANALYZER) == Amounts()
