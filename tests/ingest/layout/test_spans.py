"""Heads over several columns of tables without lines."""

from itertools import pairwise

import pytest

from ingest.layout.content import Rectangle
from ingest.layout.grids import grids_of
from ingest.layout.heads import with_head
from ingest.layout.hyphens import Vocabulary
from ingest.layout.tables import block_of, part_of
from ingest.layout.unruled import unruled_tables
from tests.ingest.layout.sheets import BODY, BOLD, sheet, typed

#: Right edges of four columns of figures.
RIGHTS = (250, 320, 390, 460)


def header(*heads: tuple[str, float]) -> tuple[str, ...]:
    """The header of a table whose first row has these heads at these left edges."""
    rows = [[word for text, x in heads for word in typed(text, x, 100, BOLD)]]
    rows.append(typed("Tkr", 50, 114, BOLD) + [w for r in RIGHTS for w in typed("2022", r - 20, 114, BOLD)])
    for at, label in enumerate(("Vatten", "Vägar", "Parker")):
        y = 128 + 14 * at
        rows.append(typed(label, 50, y) + [w for r in RIGHTS for w in typed(f"1{at}5", r - 15, y, BODY)])
    (grid,) = unruled_tables(sheet(*rows), [])
    return block_of([part_of(grid, Vocabulary(), None)]).header


def test_heads_set_flush_left_reach_to_the_next_one() -> None:
    heads = header(("Utfall", 230.0), ("Budget", 440.0))
    assert heads == ("Tkr", "Utfall: 2022", "Utfall: 2022", "Utfall: 2022", "Budget 2022")


@pytest.mark.parametrize(
    "heads",
    [
        (("Utfall", 230.0), ("Budget", 370.0)),
        (("Utfall", 290.0), ("Budget", 430.0)),
        (("Utfall", 262.0), ("Budget", 402.0)),
        (("Utfall", 200.0), ("Budget", 340.0)),
    ],
    ids=["left", "right", "middle of the figures", "middle of the cells"],
)
def test_a_bold_head_over_two_columns_heads_both(heads: tuple[tuple[str, float], ...]) -> None:
    assert header(*heads) == ("Tkr", "Utfall: 2022", "Utfall: 2022", "Budget: 2022", "Budget: 2022")


def test_a_head_above_the_line_over_the_heads_below_it_belongs_to_the_table() -> None:
    rows = [typed("Utfall", 250, 94, BOLD) + typed("Budget", 390, 94, BOLD)]
    rows.append(typed("Tkr", 50, 114, BOLD) + [w for r in RIGHTS for w in typed("2022", r - 20, 114, BOLD)])
    for at, label in enumerate(("Vatten", "Vägar")):
        y = 134 + 20 * at
        rows.append(typed(label, 50, y) + [w for r in RIGHTS for w in typed(f"1{at}5", r - 15, y, BODY)])
    lefts = (45, 200, 260, 330, 400, 470)
    cells = [Rectangle(a, y, b, y + 0.5) for y in (99, 119, 139, 159) for a, b in pairwise(lefts)]
    page = sheet(*rows, rulings=tuple(cells))
    (grid,) = grids_of(page)
    whole = with_head(grid, [w for w in page.words if w.baseline < 99])
    header = block_of([part_of(whole, Vocabulary(), None)]).header
    assert header == ("Tkr", "Utfall: 2022", "Utfall: 2022", "Budget: 2022", "Budget: 2022")
