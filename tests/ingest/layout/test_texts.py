"""Note marks are left out of running text; powers of units stay."""

from dataclasses import replace

import pytest

from ingest.layout.content import Word
from ingest.layout.hyphens import Vocabulary
from ingest.layout.texts import compose
from tests.ingest.layout.sheets import BODY, typed, typed_lines

TINY = replace(BODY, size=6.0)


def _raised_after(text: str, mark: str, rest: str) -> list[Word]:
    words = typed(text, 50, 100)
    words[-1] = replace(words[-1], spaced=False)
    high = typed(mark, words[-1].x1, 96, TINY)
    return [*words, *high, *typed(rest, high[-1].x1 + 3, 100)]


@pytest.mark.parametrize(
    ("text", "mark", "composed", "marks"),
    [
        pytest.param("hela krisen.", "2", "hela krisen. Den är över", ("2",), id="a mark"),
        pytest.param("ytan är 500 m", "2", "ytan är 500 m2 Den är över", (), id="square metres"),
        pytest.param("hela krisen.", "7", "hela krisen. 7 Den är över", (), id="a mark without a note"),
    ],
)
def test_raised_marks_of_notes_are_left_out(text: str, mark: str, composed: str, marks: tuple[str, ...]) -> None:
    placed = compose(typed_lines(_raised_after(text, mark, "Den är över")), Vocabulary(), frozenset({(1, "2")}))
    assert (placed.text, placed.marks) == (composed, marks)
