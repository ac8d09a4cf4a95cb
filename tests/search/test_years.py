"""Whether a passage is about the years of a question."""

from datetime import date

import pytest

from corpus.model import Metadata, Passage, Period
from corpus.swedish.analysis import Analyzer
from search.query import understand
from search.years import share_missing

#: The report's period is 2021; the heading names 2018, the text 2016 and a number of four digits that is no year.
REPORT = Metadata("Årsredovisning", period=Period(date(2021, 1, 1), date(2021, 12, 31)))
TEXT = "Sedan 2016 har 2503 hushåll anslutits, diarienummer 512019 och 201933."
PASSAGE = Passage("p", "s", None, 0, len(TEXT), TEXT, ("Bredband 2018",))


@pytest.fixture(scope="module")
def analyzer() -> Analyzer:
    return Analyzer()


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("bredband", 0.0),
        ("bredband 2021", 0.0),
        ("bredband 2018", 0.0),
        ("bredband 2016", 0.0),
        ("bredband 2019", 1.0),
        ("bredband 2019 jämfört med 2021", 0.5),
        ("bredband 2019–2022", 0.0),
        ("bredband 2022–2024", 1.0),
        ("bredband 2012 2019 2021 2022", 0.75),
        ("bredband 1201", 0.0),
    ],
)
def test_years_that_a_passage_has_nothing_of(analyzer: Analyzer, question: str, expected: float) -> None:
    assert share_missing(understand(question, analyzer, 200), REPORT, PASSAGE) == expected


def test_a_year_that_was_taken_back_is_not_asked_for(analyzer: Analyzer) -> None:
    query = understand("bredband 2019", analyzer, 200, ["year:2019"])
    assert share_missing(query, REPORT, PASSAGE) == 0.0


def test_a_report_of_no_known_period_is_known_by_its_words(analyzer: Analyzer) -> None:
    query = understand("bredband 2018 och 2021", analyzer, 200)
    assert share_missing(query, Metadata("Rapport"), PASSAGE) == 0.5
