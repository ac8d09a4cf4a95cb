"""What rows, heads, captions and headings give a table's figures: times, units, kinds and measures."""

from datetime import date

import pytest

from corpus.model import Figure, Metadata, Page, Period, Report, Section, Table
from ingest.facts.figures import figures

YEAR = Period(date(2021, 1, 1), date(2021, 12, 31), "2021")
SPRING = Period(date(2021, 1, 1), date(2021, 4, 30), "januari–april 2021")


def table(
    head: tuple[str, ...], *rows: tuple[str, ...], caption: str | None = None, period: Period = YEAR
) -> tuple[Figure, ...]:
    """The figures of a report with one table."""
    text = "\n".join(" ".join(cell for cell in row if cell) for row in rows)
    metadata = Metadata("Rapport", period=period, kind="interim_report" if period is SPRING else "annual_report")
    return figures(Report(metadata, (Page(None, None, 0, 0, text),), (), (Table("t1", None, caption, head, rows),)))


def span(figure: Figure) -> tuple[str, str, str | None]:
    """The first and last day of a figure's period, and what it holds over."""
    assert figure.period
    return figure.period.start.isoformat(), figure.period.end.isoformat(), figure.period_basis


@pytest.mark.parametrize(
    ("head", "cells", "caption", "expected"),
    [
        # The cell's own time comes before its column's, the caption's day makes a column's year that day.
        (("", "2021"), ("Fiber, km", "12 (2019)"), None, ("2019-01-01", "2019-12-31", "full_year")),
        (("", "2020"), ("Anställda, antal", "12"), "Läget den 31 december", ("2020-12-31", "2020-12-31", "point")),
        (("Insats", "Period", "Stöd, tkr"), ("Fiber", "2019", "12"), None, ("2019-01-01", "2019-12-31", "full_year")),
    ],
)
def test_a_cell_holds_when_it_says_itself_or_what_stands_beside_it(
    head: tuple[str, ...], cells: tuple[str, ...], caption: str | None, expected: tuple[str, str, str]
) -> None:
    (figure,) = table(head, cells, caption=caption)
    assert span(figure) == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Ack utfall 2021, tkr", ("2021-01-01", "2021-04-30", "period")),
        ("Period 2020, tkr", ("2020-01-01", "2020-04-30", "period")),
        ("Årsbudget, tkr", ("2021-01-01", "2021-12-31", "full_year")),
        ("Utfall, tkr", ("2021-01-01", "2021-04-30", "period")),
    ],
)
def test_an_interim_report_tells_accumulated_columns_from_whole_years(
    head: str, expected: tuple[str, str, str]
) -> None:
    (figure,) = table(("", head), ("Bidrag", "12"), period=SPRING)
    assert span(figure) == expected


def test_a_time_that_is_not_over_is_a_forecast() -> None:
    assert [figure.kind for figure in table(("tkr", "2020", "2021"), ("Kostnad", "11", "12"))] == ["outcome", "outcome"]
    assert [figure.kind for figure in table(("tkr", "2020", "2023"), ("Kostnad", "11", "12"))] == [
        "outcome",
        "forecast",
    ]
    found = table(("tkr", "2020", "2021", "2022"), ("Kostnad", "11", "12", "13"), period=SPRING)
    assert [figure.kind for figure in found] == ["outcome", "forecast", "forecast"]


@pytest.mark.parametrize(
    ("head", "cells", "expected"),
    [
        (("Mått", "Enhet", "2021"), ("Kostnad", "tkr", "12"), (12_000, "SEK")),
        (("Område", "Andel"), ("Fiber", "45"), (45, "percent")),
        (("Fond", "Belopp"), ("Kultur", "1 500 000"), (1_500_000, "SEK")),
        (("Fond", "Belopp"), ("Kultur", "150"), (150, "count")),
    ],
)
def test_the_unit_stands_in_a_cell_beside_or_in_what_the_head_calls_its_numbers(
    head: tuple[str, ...], cells: tuple[str, ...], expected: tuple[float, str]
) -> None:
    (figure,) = table(head, cells)
    assert (figure.value, figure.unit) == expected


@pytest.mark.parametrize(
    ("head", "rows", "caption", "expected"),
    [
        (("Område", "Stöd, tkr"), (("Summa", "12"),), None, ["stöd, totalt"]),
        (("Kommun", "2021"), (("Boden", "12"),), "Beviljat stöd per kommun, tkr", ["beviljat stöd"]),
        (("Område", "2021, tkr"), (("1. Broar", "12"), ("2. Vägar", "14")), None, ["broar", "vägar"]),
        (("Område", "2021, tkr"), (("Kultur", ""), ("Bidrag", "12")), None, ["kultur, Bidrag"]),
        (("", "2021"), (("", "12"),), None, []),
    ],
)
def test_the_measure_is_of_label_group_head_and_caption(
    head: tuple[str, ...], rows: tuple[tuple[str, ...], ...], caption: str | None, expected: list[str]
) -> None:
    assert [figure.measure for figure in table(head, *rows, caption=caption)] == expected


def test_running_text_holds_when_its_heading_says_and_where_its_publisher_is() -> None:
    section = Section("s1", None, 1, "Läget 2019", "Andelen var 60 procent.")
    page = Page(None, None, 0, 0, section.text)
    (figure,) = figures(Report(Metadata("Rapport", "Region Norrbotten", period=YEAR), (page,), (section,)))
    assert (span(figure), figure.place) == (("2019-01-01", "2019-12-31", "full_year"), "Norrbotten")
