"""When a figure holds: quarters and halves of years, months without a year, base years that tell no time."""

from datetime import date

import pytest

from corpus.model import Figure, Metadata, Page, Period, Report, Section, Table
from ingest.facts.figures import figures

YEAR = Period(date(2021, 1, 1), date(2021, 12, 31), "2021")
DAY = Period(date(2015, 2, 11), date(2015, 2, 11), "11 februari 2015")


def read(text: str, period: Period = YEAR) -> tuple[Figure, ...]:
    """The figures of a report with one section."""
    section = Section("s1", None, 1, "Räntan", text)
    return figures(Report(Metadata("Rapport", period=period), (Page(None, None, 0, 0, text),), (section,)))


def table(head: tuple[str, ...], *rows: tuple[str, ...], caption: str | None = None) -> tuple[Figure, ...]:
    """The figures of a report for 2021 with one table."""
    text = "\n".join(cell for row in rows for cell in row)
    found = Table("t1", None, caption, head, rows)
    return figures(Report(Metadata("R", period=YEAR), (Page(None, None, 0, 0, text),), (), (found,)))


def span(figure: Figure) -> tuple[str, str]:
    """The first and the last day of a figure's period."""
    assert figure.period
    return figure.period.start.isoformat(), figure.period.end.isoformat()


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Fjärde kvartalet 2013 var räntan 2 procent.", "2013-10-01", "2013-12-31"),
        ("Räntan var 2 procent första kvartalet 2014.", "2014-01-01", "2014-03-31"),
        ("Andra halvåret 2014 var räntan 2 procent.", "2014-07-01", "2014-12-31"),
        ("Under det tredje kvartalet var räntan 2 procent.", "2021-07-01", "2021-09-30"),
        ("Under andra halvåret var räntan 2 procent.", "2021-07-01", "2021-12-31"),
    ],
)
def test_quarters_and_halves_are_these_months_only(text: str, start: str, end: str) -> None:
    (figure,) = read(text)
    assert (span(figure), figure.period_basis) == ((start, end), "period")


@pytest.mark.parametrize(
    ("text", "start", "end", "kind"),
    [
        # What came out cannot lie ahead: it is of the year before.
        ("BNP växte fjärde kvartalet med 1 procent.", "2014-10-01", "2014-12-31", "outcome"),
        ("I december var inflationen 0,3 procent.", "2014-12-01", "2014-12-31", "outcome"),
        ("I januari var inflationen 0,3 procent.", "2015-01-01", "2015-01-31", "outcome"),
        # What is expected may.
        ("BNP väntas växa med 1 procent fjärde kvartalet.", "2015-10-01", "2015-12-31", "forecast"),
        ("I december väntas inflationen bli 0,3 procent.", "2015-12-01", "2015-12-31", "forecast"),
        ("I december 2015 blir inflationen 0,3 procent.", "2015-12-01", "2015-12-31", "forecast"),
    ],
)
def test_a_part_of_a_year_that_is_not_named_is_the_last_one_or_the_next(
    text: str, start: str, end: str, kind: str
) -> None:
    (figure,) = read(text, DAY)
    assert (span(figure), figure.kind) == ((start, end), kind)


@pytest.mark.parametrize("head", ["2020 kv2", "Kv2 2020", "kv. 2 2020", "Q2 2020", "2020 kvartal 2"])
def test_a_column_of_a_quarter_is_this_quarter_and_measures_what_its_row_does(head: str) -> None:
    (figure,) = table(("Procent", head), ("Reporänta", "0,8"))
    assert (span(figure), figure.measure) == (("2020-04-01", "2020-06-30"), "reporänta")


def test_the_day_that_an_index_counts_from_is_not_when_it_holds() -> None:
    (figure,) = table(("", "Nivå"), ("Växelkurs, 1992-11-18 = 100", "103,2"))
    assert (figure.unit, figure.period) == ("index", YEAR)


def test_tables_side_by_side_have_labels_of_their_own() -> None:
    found = table(
        ("Land", "Export, %", "Land", "Export, %"),
        ("Norge", "9,45", "Spanien", "−3,74"),
        ("Finland", "1,85", "", ""),
    )
    assert [(figure.place, figure.value) for figure in found] == [
        ("Norge", 9.45),
        ("Spanien", -3.74),
        ("Finland", 1.85),
    ]


def test_a_row_of_a_wider_area_holds_there() -> None:
    (figure,) = table(("BNP, procent", "2021"), ("Euroområdet", "1,2"))
    assert figure.place == "euroområdet"
