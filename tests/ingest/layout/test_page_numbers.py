"""Printed page numbers run with the pages."""

import pytest

from ingest.layout.page_numbers import printed_numbers
from tests.ingest.layout.sheets import sheet, typed, typed_lines


def _printed(*footers: tuple[str, ...]) -> tuple[str | None, ...]:
    """The numbers of pages with these pieces in their footers, left to right."""
    aside = [
        typed_lines(*(typed(text, 50 + 180 * i, 800) for i, text in enumerate(pieces)), number=n)
        for n, pieces in enumerate(footers, start=1)
    ]
    return printed_numbers(aside, [sheet(number=n) for n in range(1, len(footers) + 1)])


@pytest.mark.parametrize(
    ("footers", "numbers"),
    [
        pytest.param(
            [("RUN 2023/27", f"Rapport 2022 | {n}") for n in range(2, 7)], list("23456"), id="a register number beside"
        ),
        pytest.param([("Rapport 2022",)] * 4, [None] * 4, id="a year alone"),
        pytest.param([("2023-03-01",)] * 4, [None] * 4, id="a date alone"),
        pytest.param([(f"Sida {n} av 4",) for n in range(1, 5)], list("1234"), id="of how many"),
        pytest.param([("1",), ("2",), ("1",), ("2",), ("3",)], list("12123"), id="two documents in one file"),
        pytest.param([("9",), ("Bilaga",), ("11",), ("Bilaga",)], ["9", None, "11", None], id="every second page"),
        pytest.param([("1",)], ["1"], id="one page"),
        pytest.param([("Budget 7",), ("8 Budget",), ("Budget 9",)], list("789"), id="on alternate sides"),
        pytest.param([("17", "4"), ("17", "5"), ("17", "6")], list("456"), id="a chapter's number beside"),
    ],
)
def test_a_page_number_runs_with_the_pages(footers: list[tuple[str, ...]], numbers: list[str | None]) -> None:
    assert list(_printed(*footers)) == numbers
