"""Differences between two wordings."""

from search.differences import differences


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
