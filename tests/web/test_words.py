"""The program's own words."""

from datetime import date
from typing import get_args

import pytest

from corpus.model import Period, ReportKind
from web.words import KINDS, alphabetical, period


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ((2021, 1, 1), (2021, 12, 31), "2021"),
        ((2019, 1, 1), (2021, 12, 31), "2019–2021"),
        ((2021, 1, 1), (2021, 4, 30), "januari–april 2021"),
        ((2024, 2, 1), (2024, 2, 29), "februari 2024"),
        ((2024, 6, 26), (2024, 6, 26), "26 juni 2024"),
        ((2020, 7, 1), (2021, 6, 30), "2020-07-01–2021-06-30"),
        ((2021, 1, 1), (2021, 4, 29), "2021-01-01–2021-04-29"),
    ],
)
def test_a_period_as_people_write_it(start: tuple[int, int, int], end: tuple[int, int, int], words: str) -> None:
    assert period(Period(date(*start), date(*end))) == words


def test_no_period_has_no_words() -> None:
    assert period(None) is None


def test_every_kind_of_report_has_a_name() -> None:
    assert set(KINDS) == set(get_args(ReportKind))


def test_the_swedish_alphabet_ends_with_its_own_letters() -> None:
    names = ["Ödeshög", "Ängelholm", "Åre", "Zinkgruvan", "arvika"]
    assert sorted(names, key=alphabetical) == ["arvika", "Zinkgruvan", "Åre", "Ängelholm", "Ödeshög"]
