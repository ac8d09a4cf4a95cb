"""Footnotes are told from running text."""

from dataclasses import replace

import pytest

from ingest.layout.content import Rectangle, Word
from ingest.layout.footnotes import Notes, notes_of
from ingest.layout.measures import measure
from tests.ingest.layout.sheets import BODY, SMALL, sheet, typed, typed_lines

BODY_LINES = [typed("Nämnden redovisar här sitt arbete under året som har gått", 70, 300 + 14 * i) for i in range(6)]
TINY = replace(BODY, size=6.0)
RULING = (Rectangle(70, 690, 200, 690.5),)


def _called(mark: str) -> list[Word]:
    """A line of the body that ends with a raised mark."""
    words = typed("Kommunen har byggt fler bostäder än planerat", 70, 384)
    return [*words, *typed(mark, words[-1].x1, 380, TINY)]


def _note(mark: str, text: str, baseline: float) -> list[Word]:
    """A line of small print after a raised mark."""
    return typed(mark, 70, baseline - 3, TINY) + typed(text, 75, baseline, SMALL)


def _notes(*rows: list[Word], rulings: tuple[Rectangle, ...] = RULING) -> Notes:
    rows = (*BODY_LINES, *rows)
    lines = typed_lines(*rows)
    return notes_of(sheet(*rows, rulings=rulings), lines, measure([lines]), [], lambda line: None)


def _read(notes: Notes) -> list[tuple[str, list[str]]]:
    return [(note.mark, [line.text for line in note.lines]) for note in notes.notes]


def test_a_raised_mark_at_the_foot_begins_a_note() -> None:
    notes = _notes(_called("1"), _note("1", "Enligt årets budget", 704), typed("som nämnden antog.", 70, 714, SMALL))
    assert _read(notes) == [("1", ["1 Enligt årets budget", "som nämnden antog."])]


def test_marks_that_count_on_begin_further_notes() -> None:
    rows = [typed(f"{mark} Enligt årets budget", 70, 690 + 12 * mark, SMALL) for mark in (1, 2, 3)]
    assert [mark for mark, _ in _read(_notes(_called("1"), *rows))] == ["1", "2", "3"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("876 miljarder kronor för åren fram till 2033", id="an amount"),
        pytest.param("12 miljarder kronor för åren fram till 2033", id="an amount that looks like a mark"),
    ],
)
def test_a_body_line_that_begins_with_a_number_is_no_note(text: str) -> None:
    assert _read(_notes(typed(text, 70, 704))) == []


def test_a_line_under_a_tables_last_ruling_is_no_note() -> None:
    rows = typed("Regeringen lovade i april en ram på", 70, 704), typed("87 miljarder kronor.", 70, 718, SMALL)
    assert _read(_notes(*rows)) == []


def test_a_note_set_under_its_paragraph_is_one() -> None:
    notes = _notes(_called("1"), _note("1", "Enligt årets budget.", 404), typed("Därefter följer mer text", 70, 430))
    assert _read(notes) == [("1", ["1 Enligt årets budget."])]


def test_a_note_in_the_bodys_size_needs_to_be_called() -> None:
    row = typed("1 Enligt årets budget som nämnden antog.", 70, 704)
    assert _read(_notes(row)) == []
    assert _read(_notes(_called("1"), row)) == [("1", ["1 Enligt årets budget som nämnden antog."])]


def test_raised_letters_begin_notes() -> None:
    notes = _notes(_note("a", "Enligt årets budget", 704), rulings=())
    assert _read(notes) == [("a", ["a Enligt årets budget"])]


def test_a_called_note_under_its_paragraph_may_stand_high_on_the_page() -> None:
    words = typed("Kommunen har byggt fler bostäder än planerat", 70, 100)
    call = [*words, *typed("1", words[-1].x1, 96, TINY)]
    assert _read(_notes(call, _note("1", "Enligt årets budget", 130), rulings=())) == [("1", ["1 Enligt årets budget"])]
    assert _read(_notes(_note("1", "Enligt årets budget", 130), rulings=())) == []
