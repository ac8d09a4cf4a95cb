"""Whole pages analysed."""

from dataclasses import replace

from ingest.layout.analysis import analyse
from ingest.layout.content import Tags
from ingest.layout.loss import set_aside
from ingest.layout.paragraphs import Piece
from tests.ingest.layout.sheets import BODY, sheet, typed

TINY = replace(BODY, size=6.0)


def test_stray_labels_are_out_of_the_text_but_not_set_aside() -> None:
    left = [typed("en rad löpande text till vänster om det", 50, 100 + 14 * i) for i in range(12)]
    labels = [typed(str(2 * n), 380, 110 + 20 * n, TINY) for n in range(6)]
    analysis = analyse([sheet(*left, *labels)], Tags())
    (page,) = analysis.pages
    assert [line.text for line in page.labels] == ["0", "2", "4", "6", "8", "10"]
    (piece,) = page.entities
    assert isinstance(piece, Piece)
    assert len(piece.lines) == 12
    assert list(set_aside(analysis)) == []
