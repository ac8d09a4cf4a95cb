"""The right edges of text that is narrower than its column."""

from ingest.layout.content import Word
from ingest.layout.margins import right_edges
from ingest.layout.measures import measure
from ingest.layout.paragraphs import pieces_of
from tests.ingest.layout.sheets import typed, typed_lines

RIGHT = 540.0
#: Lines of 200 to 295 points from 50 on, the last of which ends a paragraph.
TEXT = (
    "Kommunen har under året byggt ut bredband i alla sina byar",
    "och antalet hushåll som kan ansluta sig har ökat med hälften.",
    "Arbetet har gått fortare än väntat, inte minst eftersom",
    "Länsstyrelsen och regionen har delat på kostnaderna för det.",
    "Nästa år byggs de sista sträckorna ut till kusten.",
)


def text(*rows: str, x: float = 50, top: float = 100) -> list[list[Word]]:
    return [typed(row, x, top + 14 * at) for at, row in enumerate(rows)]


def edges(rows: list[list[Word]]) -> list[float]:
    lines = typed_lines(*rows)
    return right_edges(lines, RIGHT, measure([lines]))


def test_running_text_has_its_own_right_edge() -> None:
    longest = typed(TEXT[1], 50, 100)[-1].x1
    assert edges(text(*TEXT)) == [longest] * 5


def test_lists_of_names_end_where_their_column_does() -> None:
    names = ("Anna Andersson, ordförande i nämnden för barn och unga", "Bo Berg", "Cecilia Carl", "Dan Dahl", "Eva Ek")
    towns = ("Anna Berg, Boden", "Bo Ek, Haparanda", "Eva Dahl, Gävle", "Ulf Eng, Kalix", "Siv Al, Piteå")
    assert edges(text(*names)) == [RIGHT] * 5
    assert edges(text(*towns)) == [RIGHT] * 5


def test_a_few_lines_tell_nothing() -> None:
    assert edges(text(*TEXT[:4])) == [RIGHT] * 4


def test_text_far_below_has_its_own_edge() -> None:
    found = edges([*text(*TEXT), *text("Kort text.", top=300)])
    assert found[4:] == [found[0], RIGHT]
    assert found[0] < RIGHT


def test_a_line_that_begins_with_a_name_breaks_no_narrow_paragraph() -> None:
    lines = typed_lines(*text(*TEXT))
    pieces = pieces_of(lines, RIGHT, measure([lines]), lambda line: None)
    assert [piece.text for piece in pieces] == [" ".join(TEXT)]
