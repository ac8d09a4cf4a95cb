from dataclasses import replace

from corpus.model import Problem, Source
from search.timeline.comparison import Point, Row
from search.timeline.rows import rows_of
from tests.search.timeline.making import report, span, year

SAID = (Point("Bredband finns.", Source()),)


def told(rows: tuple[Row, ...]) -> list[tuple[int, str, str | None]]:
    return [(row.period.end.year if row.period else 0, row.state, row.kind) for row in rows]


def test_silence_is_told_apart() -> None:
    reports = [report(year(n)) for n in (2017, 2018, 2020)]
    rows = rows_of(reports, {reports[0].id: SAID, reports[2].id: SAID})
    assert told(rows) == [
        (2017, "reported", "annual_report"),
        (2018, "no_statement", "annual_report"),
        (2019, "no_report", "annual_report"),
        (2020, "reported", "annual_report"),
    ]
    assert rows[2].report is None
    assert rows[2].publisher == "Region Prov"


def test_years_between_reports_of_different_kinds_are_years_without_a_report() -> None:
    reports = [report(year(2017), kind="follow_up"), report(span("2021-01-01", "2021-04-30"), kind="interim_report")]
    rows = rows_of(reports, {one.id: SAID for one in reports})
    assert told(rows) == [
        (2017, "reported", "follow_up"),
        (2018, "no_report", None),
        (2019, "no_report", None),
        (2020, "no_report", None),
        (2021, "reported", "interim_report"),
    ]


def test_an_interim_report_does_not_stand_for_the_annual_one() -> None:
    reports = [report(year(2018)), report(span("2019-01-01", "2019-08-31"), kind="interim_report"), report(year(2020))]
    rows = rows_of(reports, {one.id: SAID for one in reports})
    assert (2019, "no_report", "annual_report") in told(rows)
    assert (2019, "reported", "interim_report") in told(rows)


def test_a_silent_report_whose_pages_could_not_be_read_is_unreadable() -> None:
    spoken, silent = report(year(2019)), report(year(2020))
    silent = replace(silent, problems=(Problem("no_text_layer", "Sidan 3 saknar textlager.", 3),))
    assert told(rows_of([spoken, silent], {spoken.id: SAID}))[1] == (2020, "unreadable", "annual_report")


def test_publishers_that_say_nothing_have_no_rows_beside_those_that_do() -> None:
    mine, theirs = report(year(2019)), report(year(2019), publisher="Region Annan")
    assert [row.publisher for row in rows_of([mine, theirs], {mine.id: SAID})] == ["Region Prov"]
    assert [row.state for row in rows_of([mine, theirs], {})] == ["no_statement", "no_statement"]


def test_minutes_have_no_yearly_gaps_of_their_kind() -> None:
    reports = [report(span(f"{n}-02-01", f"{n}-02-01"), kind="minutes") for n in (2018, 2020)]
    rows = rows_of(reports, {one.id: SAID for one in reports})
    assert told(rows)[1] == (2019, "no_report", None)
