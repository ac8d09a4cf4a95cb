"""When something is due: as exact as the words, reckoned from the report's period."""

from datetime import date

import pytest

from corpus.model import Period
from ingest.facts.commitments.dues import due_of, is_ahead

YEAR = Period(date(2025, 1, 1), date(2025, 12, 31), "2025")
SPRING = Period(date(2025, 1, 1), date(2025, 4, 30), "april 2025")


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("senast 2027", "2027"),
        ("under 2025", "2025"),
        ("under andra halvåret 2026", "2026"),
        ("första kvartalet 2026", "2026"),
        ("30 juni 2026", "2026-06-30"),
        ("den 1 oktober 2026", "2026-10-01"),
        ("2026-03-15", "2026-03-15"),
        ("i december 2026", "2026-12"),
        ("september månad år 2026", "2026-09"),
        ("vid årsskiftet", "vid årsskiftet"),
        ("vid årsskiftet 2025/2026", "vid årsskiftet 2025/2026"),
        ("efter årsskiftet 2025/26", "årsskiftet 2025/26"),
        ("inom två år", "inom två år"),
        ("inom 6 månader", "inom 6 månader"),
        ("löpande", "löpande"),
        ("halvårsvis", "halvårsvis"),
        ("nästa år", "2026"),
        ("före årets slut", "2025"),
        ("under perioden 2026–2028", "2028"),
        ("från 2025 till 2027", "2027"),
        ("2027 kräver det mer", "2027"),
        ("2027 kr", None),
        ("jämfört med 2026", None),
        ("som beslutades 2019", None),
        ("enligt Färjeplan 2026–2028", None),
        ("så snart som möjligt", None),
    ],
)
def test_a_due_date_is_as_exact_as_its_words(words: str, due: str | None) -> None:
    assert due_of(words, YEAR) == due


def test_a_month_that_is_yet_to_come_is_of_the_reports_own_year() -> None:
    assert due_of("i juni", SPRING) == "2025-06"
    assert due_of("den 19 maj", SPRING) == "2025-05-19"
    assert due_of("i februari", SPRING) is None
    assert due_of("en majoritet av nämnden", SPRING) is None


def test_a_cell_may_name_a_year_before_the_reports() -> None:
    assert due_of("95 % år 2020", YEAR, ahead=False) == "2020"
    assert due_of("95 % år 2020", YEAR) is None


@pytest.mark.parametrize(
    ("words", "ahead"),
    [
        ("Bron öppnas under 2026.", True),
        ("Bron öppnas i maj 2026.", True),
        ("Bron öppnades under 2025.", False),
        ("Programmet Hav 2030 går vidare.", False),
    ],
)
def test_a_time_after_the_period_is_ahead(words: str, ahead: bool) -> None:
    assert is_ahead(words, YEAR) is ahead
    assert not is_ahead(words, None)
