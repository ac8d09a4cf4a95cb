from dataclasses import replace

from ingest.layout.content import Rectangle, Shape
from ingest.layout.hyphens import Vocabulary
from ingest.layout.symbol_cells import with_symbols
from ingest.layout.tables import block_of, part_of
from ingest.layout.unruled import unruled_tables
from tests.ingest.layout.sheets import BOLD, sheet, typed

GREEN, RED = 0x2E8B57, 0xC0182B


def test_dots_drawn_in_a_table_without_lines_are_named() -> None:
    page = sheet(
        *(typed(text, x, 100, BOLD) for text, x in (("Mål", 50), ("Utfall", 150), ("Status", 300), ("Källa", 400))),
        *(
            typed(text, x, 116 + 16 * at)
            for at, row in enumerate((("Bredband", "78", "SCB"), ("Resor", "60", "egen"), ("Service", "12", "egen")))
            for text, x in zip(row, (50, 150, 400), strict=True)
        ),
    )
    dots = tuple(
        Shape(Rectangle(312, 108 + 16 * at, 320, 116 + 16 * at), color, curved=True, points=9)
        for at, color in ((0, GREEN), (2, RED))
    )
    page = replace(page, shapes=dots)
    (grid,) = unruled_tables(page, [])
    block = block_of([part_of(with_symbols(grid, page), Vocabulary(), None)])
    assert block.rows == (
        ("Bredband", "78", "● (grön)", "SCB"),
        ("Resor", "60", "", "egen"),
        ("Service", "12", "● (röd)", "egen"),
    )
