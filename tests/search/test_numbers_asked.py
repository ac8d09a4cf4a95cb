"""Which numbers answer which question."""

import pytest

from corpus.swedish.analysis import Analyzer
from search.numbers_asked import fitting
from search.query import understand


@pytest.fixture(scope="module")
def analyzer() -> Analyzer:
    return Analyzer()


@pytest.mark.parametrize(
    ("question", "fits", "does_not"),
    [
        (
            "vad kostade hamnen",
            ["130 miljoner kronor", "4 773 357 kr", "1 675 Mkr", "93,8 miljoner euro"],
            ["130 båtar"],
        ),
        ("hur stor andel har bredband", ["55 procent", "88 %"], ["55 hushåll"]),
        ("hur många företag fick stöd", ["35 företag", "två företag"], ["under 2021", "många företag"]),
        ("hur lång tid tar ett beslut", ["tre månader", "högst 6 veckor"], ["6 ärenden"]),
    ],
)
def test_a_number_fits_what_was_asked_for(
    question: str, fits: list[str], does_not: list[str], analyzer: Analyzer
) -> None:
    numbers = fitting(understand(question, analyzer, 200))
    assert numbers is not None
    assert [text for text in fits + does_not if numbers.pattern.search(text)] == fits


def test_who_asks_for_no_number_wants_none(analyzer: Analyzer) -> None:
    assert fitting(understand("bredband i Luleå", analyzer, 200)) is None
