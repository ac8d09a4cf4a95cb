from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from corpus.model import Period
from corpus.store.columns import clean, from_json, period_from_text, period_to_text, to_json

DATES = st.dates(date(1500, 1, 1), date(2500, 1, 1))


@given(st.builds(Period, DATES, DATES, st.none() | st.text(st.characters(exclude_categories=["Cs"], min_codepoint=1))))
def test_a_period_comes_back(period: Period) -> None:
    assert period_from_text(period_to_text(period)) == period


def test_periods_sort_by_their_first_day() -> None:
    early = Period(date(2020, 12, 31), date(2021, 1, 1), "sist")
    assert period_to_text(early) < period_to_text(Period(date(2021, 1, 1), date(2021, 1, 1), "först"))


def test_what_cannot_be_stored_is_replaced_one_for_one() -> None:
    assert clean("a\0b\ud800\udc00c\udfffå") == "a\ufffdb\ufffd\ufffdc\ufffdå"


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]))).map(tuple))
def test_tuples_come_back(texts: tuple[str, ...]) -> None:
    assert from_json(to_json(texts)) == texts
    assert from_json(to_json((texts, texts))) == (texts, texts)
