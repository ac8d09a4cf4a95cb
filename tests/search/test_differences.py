"""Differences between two wordings."""

from hypothesis import given, settings
from hypothesis import strategies as st

from search.differences import differences, readable


def test_differences_show_words_that_went_and_came() -> None:
    before, after = "Nio av 2 465 tkr blev klara.", "Tolv av 2 610 tkr blev klara nu."
    pieces = differences(before, after)
    assert [(piece.kind, piece.text) for piece in pieces] == [
        ("gone", "Nio"),
        ("new", "Tolv"),
        ("same", " av "),
        ("gone", "2 465"),
        ("new", "2 610"),
        ("same", " tkr blev klara"),
        ("new", " nu"),
        ("same", "."),
    ]
    assert "".join(piece.text for piece in pieces if piece.kind != "new") == before
    assert "".join(piece.text for piece in pieces if piece.kind != "gone") == after
    assert all(before[p.before : p.before + len(p.text)] == p.text for p in pieces if p.kind != "new")
    assert all(after[p.after : p.after + len(p.text)] == p.text for p in pieces if p.kind != "gone")


def test_very_long_texts_written_anew_are_compared_at_once() -> None:
    before, after = "a b " * 20_000 + "slut", "c d " * 20_000 + "slut"
    assert [piece.kind for piece in differences(before, after)] == ["gone", "new", "same"]
    assert differences("", "") == ()


TEXTS = st.text(alphabet="ab 1,\u00a0–-.åö\n", max_size=60) | st.text(max_size=60)


@given(TEXTS, TEXTS)
@settings(max_examples=200, deadline=None)
def test_both_texts_can_be_read_out_of_their_differences(before: str, after: str) -> None:
    found = differences(before, after)
    for pieces in (found, readable(found)):
        assert "".join(piece.old for piece in pieces) == before
        assert "".join(piece.new for piece in pieces) == after
        for piece in pieces:
            assert before[piece.before : piece.before + len(piece.old)] == piece.old
            assert after[piece.after : piece.after + len(piece.new)] == piece.new
            assert {"gone": not piece.new, "new": not piece.old, "same": len(piece.old) == len(piece.new)}[piece.kind]


def test_widths_of_blanks_and_dashes_are_no_change() -> None:
    (piece,) = differences("2 465 tkr 2018–2020", "2\u00a0465 tkr 2018-2020")
    assert (piece.kind, piece.old, piece.new) == ("same", "2 465 tkr 2018–2020", "2\u00a0465 tkr 2018-2020")


def test_function_words_between_two_changes_are_read_with_them() -> None:
    before, after = "Stödet gick till skolor och bibliotek.", "Stödet gick till företag och föreningar."
    assert [(piece.kind, piece.text) for piece in readable(differences(before, after))] == [
        ("same", "Stödet gick till "),
        ("gone", "skolor och bibliotek"),
        ("new", "företag och föreningar"),
        ("same", "."),
    ]
