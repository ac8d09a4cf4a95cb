"""Lines of one column parted into paragraphs and items."""

from ingest.layout.content import Element, Word
from ingest.layout.measures import measure
from ingest.layout.paragraphs import pieces_of
from tests.ingest.layout.sheets import typed, typed_lines

FULL = "en rad som är full av ord och når hela vägen ut till kanten"


def parted(*rows: list[Word]) -> list[str]:
    lines = typed_lines(*rows)
    right = max(line.x1 for line in lines)
    return [piece.text for piece in pieces_of(lines, right, measure([lines]), lambda line: None)]


def test_a_line_that_begins_with_a_dash_may_go_on_with_its_sentence() -> None:
    assert len(parted(typed(FULL, 50, 100), typed("– så som den är – och slutar här.", 50, 114))) == 1


def test_a_dash_after_a_colon_begins_a_list() -> None:
    found = parted(typed(FULL + ":", 50, 100), typed("– mat", 50, 114), typed("– vatten", 50, 128))
    assert found[1:] == ["– mat", "– vatten"]


def test_a_short_line_under_an_items_text_belongs_to_it() -> None:
    rows = [
        typed("• Överenskommelse om beredskap", 60, 100),
        typed("(dnr 2018-97)", 70, 114),
        typed("• Nästa punkt", 60, 128),
        typed(FULL, 40, 160),
    ]
    assert parted(*rows)[:2] == ["• Överenskommelse om beredskap (dnr 2018-97)", "• Nästa punkt"]


def test_a_new_sentence_under_an_items_text_does_not() -> None:
    rows = [typed("• Mat", 60, 100), typed("Vatten finns.", 70, 114), typed(FULL, 40, 160)]
    assert parted(*rows)[0] == "• Mat"


def test_the_next_number_begins_an_item_after_a_full_line() -> None:
    full = "5. " + FULL
    assert parted(typed(full, 60, 100), typed("6. nästa punkt", 60, 114)) == [full, "6. nästa punkt"]


def test_a_year_that_a_line_begins_with_is_the_middle_of_its_sentence() -> None:
    assert len(parted(typed("5. " + FULL, 60, 100), typed("213. Det var allt.", 60, 114))) == 1


def tagged(rows: list[str], numbers: list[int]) -> list[str]:
    """Pieces of lines that stand in elements of these numbers."""
    lines = typed_lines(*(typed(row, 50, 100 + 14 * at) for at, row in enumerate(rows)))
    elements = {line: Element(number, "P", "Standard") for line, number in zip(lines, numbers, strict=True)}
    right = max(line.x1 for line in lines)
    return [piece.text for piece in pieces_of(lines, right, measure([lines]), elements.__getitem__)]


TORN = [FULL, FULL.lower(), "och slutar. Sedan " + FULL[:40], "som slutar här."]


def test_tags_that_tear_sentences_part_no_paragraphs() -> None:
    assert tagged(TORN, [1, 2, 3, 4]) == [" ".join(TORN)]


def test_tags_that_tear_a_sentence_or_two_are_believed() -> None:
    assert tagged(TORN[:3], [1, 2, 3]) == TORN[:3]


def test_tags_of_a_line_each_are_believed_where_no_sentence_is_torn() -> None:
    rows = ["En rad.", "En annan rad.", "Anna Berg", "Bo Ek", "Eva Dahl"]
    assert tagged(rows, [1, 2, 3, 4, 5]) == rows
