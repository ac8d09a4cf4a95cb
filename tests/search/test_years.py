"""Whether a passage is about the years and months of a question."""

from datetime import date

import pytest

from corpus.model import Metadata, Passage, Period
from corpus.swedish.analysis import Analyzer
from search.query import understand
from search.years import missing

#: The report is of February to April 2021; the heading names 2018, the text April 2016 and numbers that hold years.
REPORT = Metadata("Delårsrapport", period=Period(date(2021, 2, 1), date(2021, 4, 30)))
TEXT = "Sedan april 2016 har 2503 hushåll anslutits, diarienummer 512019 och 201933."
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
        ("bredband april", 0.0),
        ("Bredband April 2021", 0.0),
        ("bredband januari 2021", 0.5),
        ("bredband februari 2021", 0.0),
        ("bredband april 2016", 0.0),
        ("bredband maj 2021", 0.5),
        ("bredband december 2020", 1.5),
        ("bredband april och maj 2021", 0.5),
        ("bredband april 2021 och maj 2021", 0.25),
        ("bredband mars 2018", 0.5),
    ],
)
def test_times_that_a_passage_has_nothing_of(analyzer: Analyzer, question: str, expected: float) -> None:
    assert missing(understand(question, analyzer, 200), REPORT, PASSAGE) == expected


def test_a_year_that_was_taken_back_is_not_asked_for(analyzer: Analyzer) -> None:
    query = understand("bredband maj 2019 och 2021", analyzer, 200, ["year:2019"])
    assert missing(query, REPORT, PASSAGE) == 0.0


def test_a_report_of_no_known_period_is_known_by_its_words(analyzer: Analyzer) -> None:
    query = understand("bredband april 2016 och mars 2021", analyzer, 200)
    assert missing(query, Metadata("Rapport"), PASSAGE) == 0.75
