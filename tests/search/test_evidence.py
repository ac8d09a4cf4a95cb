"""The sentence or row that answers best."""

import pytest

from corpus.model import Passage
from corpus.store import StoredPassage
from corpus.swedish.analysis import Analyzer
from search.coverage import wanted
from search.evidence import Quotable, candidates, quotables, term_weights
from search.highlights import highlights
from search.query import understand
from search.windows import Window
from tests.search.windows import alone, stored, together

TEXT = (
    "Länet bygger ut bredband. Längst har Ljungby kommit med 91 procent. "
    "Lägst är andelen i Övertorneå, där 55 procent har snabbt bredband.\n\n• Skolor får fiber först\n• Vägar byggs om"
)


@pytest.fixture(scope="module")
def analyzer() -> Analyzer:
    return Analyzer()


def passage(text: str, table: bool = False, start: int = 0, end: int | None = None) -> Passage:
    return Passage("p1", "s1", "t1" if table else None, start, len(text) if end is None else end, text, ("Bredband",))


def of_table(text: str, rows: int) -> StoredPassage:
    return StoredPassage(1, "a", 1, True, passage(text, table=True, start=0, end=rows))


def best(question: str, window: Window, analyzer: Analyzer) -> Quotable:
    query = understand(question, analyzer, 200)
    return quotables(window, query, wanted(query.terms, lambda form: 1.0), analyzer)[0]


def quoted(question: str, text: str, analyzer: Analyzer) -> str:
    quote = best(question, alone(stored(1, "a", text)), analyzer).quote
    assert text[quote.start : quote.end] == quote.text
    return quote.text


def test_the_sentence_with_most_of_the_words(analyzer: Analyzer) -> None:
    assert quoted("bredband Övertorneå", TEXT, analyzer).startswith("Lägst är andelen")
    assert quoted("bredband i länet", TEXT, analyzer) == "Länet bygger ut bredband."


def test_a_bullet_is_not_quoted(analyzer: Analyzer) -> None:
    assert quoted("fiber till skolor", TEXT, analyzer) == "Skolor får fiber först"


def test_a_question_for_a_number_takes_the_sentence_that_has_one(analyzer: Analyzer) -> None:
    text = "Stöd gavs till företag. Stöd gavs till 35 företag."
    assert quoted("stöd till företag", text, analyzer) == "Stöd gavs till företag."
    assert quoted("hur många företag fick stöd", text, analyzer) == "Stöd gavs till 35 företag."


def test_rows_of_a_table_are_quoted_with_their_number() -> None:
    text = "Tabell 1\nKommun\tAndel\nLjungby\t91\nÖvertorneå\t55"
    rows = list(candidates(passage(text, table=True, start=4, end=6)))
    assert [(row.text, row.row) for row in rows] == [("Ljungby\t91", 4), ("Övertorneå\t55", 5)]
    assert [text[row.start : row.end] for row in rows] == ["Ljungby\t91", "Övertorneå\t55"]


def test_the_row_of_the_place_is_quoted_though_another_has_more_words(analyzer: Analyzer) -> None:
    text = "Kommun\tMått\nLjungby\tsnabbt bredband hushåll\nÖvertorneå\tbredband"
    rows = Window(found := of_table(text, 2), (found,), text, (len("Kommun\tMått\n"),))
    assert best("snabbt bredband hushåll i Övertorneå", rows, analyzer).quote.text == "Övertorneå\tbredband"


def test_a_table_that_is_all_header_is_quoted_whole(analyzer: Analyzer) -> None:
    header = Window(found := of_table("Mål\tUtfall", 0), (found,), "Mål\tUtfall", (0,))
    assert best("mål", header, analyzer).quote.text == "Mål\tUtfall"


def test_a_neighbour_is_quoted_only_when_it_holds_much_more(analyzer: Analyzer) -> None:
    found = stored(2, "a", "Hamnen i Piteå byggs ut under året som en del av planen.")
    little = stored(3, "a", "Hamnen i Piteå byggs ut och får en ny kaj av betong.", start=60)
    much = stored(4, "a", "Utbyggnaden beräknas kosta 130 miljoner kronor.", start=120)
    window = together(found, [found, little, much])
    assert best("ny kaj hamn Piteå bygga", window, analyzer).stored == little
    assert best("ny hamn Piteå bygga", window, analyzer).stored == found
    assert best("vad kostar hamnen", window, analyzer).stored == much


def test_a_heading_s_rest_is_a_poorer_answer_than_a_sentence(analyzer: Analyzer) -> None:
    text = "Bredband i Övertorneå\n\nBredband i Övertorneå är målet för arbetet under hela nästa år."
    assert quoted("bredband Övertorneå", text, analyzer).endswith("år.")


def test_a_part_of_a_compound_weighs_half(analyzer: Analyzer) -> None:
    terms = analyzer.terms("bredbandsutbyggnad")
    weights = term_weights(tuple(terms), lambda form: 2.0)
    assert weights["bredbandsutbyggnad"] == 2.0
    assert weights["bredband"] == weights["utbyggnad"] == 1.0


def test_words_that_share_a_form_are_marked_whole(analyzer: Analyzer) -> None:
    text = "Bredbandsutbyggnaden i Övertorneås byar"
    marks = highlights(text, analyzer.terms("bredband Övertorneå"), analyzer)
    assert [text[start:end] for start, end in marks] == ["Bredbandsutbyggnaden", "Övertorneås"]
