"""Rows of tables cell by cell, by the heads of their columns."""

from search.timeline.sections.columns import row_pieces
from tests.search.timeline.sections.texts import table, units


def told(before: tuple[tuple[str, ...], ...], after: tuple[tuple[str, ...], ...]) -> list[tuple[str, str]] | None:
    """The pieces of the last rows of two tables, of each its header and one row; none at all for no header."""
    old, new = (units("", table(rows[-1], header=rows[0] if len(rows) > 1 else ()))[-1] for rows in (before, after))
    pieces = row_pieces(old, new)
    if pieces is None:
        return None
    assert "".join(piece.old for piece in pieces) == old.text
    assert "".join(piece.new for piece in pieces) == new.text
    return [(piece.kind, piece.text.strip("\t")) for piece in pieces if piece.text.strip("\t")]


def test_years_that_went_on_are_followed_by_their_heads() -> None:
    before = (("Kommun", "2016", "2017", "2018"), ("Boden", "70", "74", "79"))
    after = (("Kommun", "2017", "2018", "2019"), ("Boden", "74", "79", "84"))
    assert told(before, after) == [("same", "Boden"), ("gone", "70"), ("same", "74"), ("same", "79"), ("new", "84")]


def test_a_number_is_not_found_again_in_another_column() -> None:
    before = (("Område", "Budget 2019", "Utfall 2019", "Avvikelse"), ("Stab", "−15,6", "−15,2", "0,4"))
    after = (("Område", "Budget", "Utfall", "Avvikelse"), ("Stab", "−16,2", "−15,6", "0,4"))
    assert told(before, after) == [
        ("same", "Stab"),
        ("gone", "−15,6"),
        ("new", "−16,2"),
        ("gone", "−15,2"),
        ("new", "−15,6"),
        ("same", "0,4"),
    ]


def test_a_column_that_was_added_is_new() -> None:
    before = (("Kommun", "Beslut", "Stöd 2021"), ("Boden", "58", "8 945"))
    after = (("Kommun", "Beslut", "Antal företag", "Stöd 2022"), ("Boden", "58", "12", "6 890"))
    assert told(before, after) == [
        ("same", "Boden"),
        ("same", "58"),
        ("new", "12"),
        ("gone", "8 945"),
        ("new", "6 890"),
    ]


def test_words_in_a_cell_are_told_apart() -> None:
    before = (("Mål", "Kommentar"), ("Länet", "Resandet ökar, bredbandet släpar efter i inlandet."))
    after = (("Mål", "Kommentar"), ("Länet", "Resandet ökar, bredbandet växer nu i inlandet."))
    assert told(before, after) == [
        ("same", "Länet"),
        ("same", "Resandet ökar, bredbandet "),
        ("gone", "släpar efter"),
        ("new", "växer nu"),
        ("same", " i inlandet."),
    ]


def test_without_heads_as_many_cells_stand_against_each_other() -> None:
    assert told((("Boden", "7"),), (("Boden", "8"),)) == [("same", "Boden"), ("gone", "7"), ("new", "8")]
    assert told((("Boden", "7"),), (("Boden", "8", "9"),)) is None
