from corpus.model import Figure
from corpus.swedish.analysis import Analyzer
from search.timeline.comparison import Change
from search.timeline.series import OnTopic, changes_of, on_topic, series_of
from tests.search.timeline.making import figure, report, side, span, year


def series(analyzer: Analyzer, *figures: Figure) -> list[tuple[OnTopic, ...]]:
    return series_of(on_topic([(side(one, report(one.period)), 1.0) for one in figures], analyzer))


def told(changes: list[Change]) -> list[tuple[float, float, float | None, bool]]:
    return [
        (change.before.figure.value, change.after.figure.value, change.absolute, bool(change.breaks))
        for change in changes
    ]


def test_figures_of_one_measure_follow_each_other(analyzer: Analyzer) -> None:
    found = series(
        analyzer,
        figure(163, "antal företagsbesök", period=year(2019)),
        figure(142, "företagsbesök", period=year(2018)),
        figure(88, "antal företagsbesök", period=year(2020)),
    )
    assert [[one.side.figure.value for one in line] for line in found] == [[142, 163, 88]]
    assert told(changes_of(found)) == [(142, 163, 21, False), (163, 88, -75, False)]


def test_a_number_told_again_by_a_later_report_counts_once(analyzer: Analyzer) -> None:
    one = figure(142, "företagsbesök", period=year(2018))
    again = figure(142, "antal företagsbesök", period=year(2018), id_="igen")
    sides = [(side(one, report(year(2018))), 1.0), (side(again, report(year(2019))), 1.0)]
    (line,) = series_of(on_topic(sides, analyzer))
    assert [found.side.figure.id for found in line] == [one.id]


def test_targets_and_outcomes_are_series_of_their_own(analyzer: Analyzer) -> None:
    found = series(
        analyzer,
        figure(142, "företagsbesök", period=year(2018)),
        figure(150, "företagsbesök", kind="target", period=year(2018)),
        figure(150, "företagsbesök", kind="target", period=year(2019), id_="mål 2019"),
    )
    assert sorted(len(line) for line in found) == [1, 2]


def test_a_redefined_measure_is_a_break_and_no_difference(analyzer: Analyzer) -> None:
    found = series(
        analyzer,
        figure(60, "bredbandsutbyggnad", "percent", kind="estimate", period=year(2017)),
        figure(80, "andel av hushållen med snabbt bredband", "percent", qualifier="över", period=year(2021)),
    )
    (change,) = changes_of(found)
    assert change.absolute is None
    assert change.breaks[0].startswith("ändrad definition: ”bredbandsutbyggnad”")


def test_four_months_are_set_beside_the_year_with_the_reason_why_not(analyzer: Analyzer) -> None:
    months = span("2021-01-01", "2021-04-30")
    found = series(
        analyzer,
        figure(169, "ansökningar", period=year(2017)),
        figure(82, "ansökningar", basis="period", period=months),
    )
    (change,) = changes_of(found)
    assert (change.absolute, change.breaks) == (
        None,
        ("olika tidsunderlag: hela 2017 mot januari–april 2021 (4 månader)",),
    )


def test_what_is_told_of_a_time_to_come_is_no_outcome(analyzer: Analyzer) -> None:
    now = figure(60, "bredbandsutbyggnad", "percent", kind="estimate", period=year(2017))
    ahead = figure(90, "bredbandsutbyggnad", "percent", kind="estimate", period=year(2020))
    of_2017 = report(year(2017))
    found = series_of(on_topic([(side(now, of_2017), 1.0), (side(ahead, of_2017), 1.0)], analyzer))
    assert [len(line) for line in found] == [1, 1]
    assert changes_of(found) == []
