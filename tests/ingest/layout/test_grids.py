from itertools import pairwise

from ingest.layout.content import Rectangle, Word
from ingest.layout.grids import Grid, GridCell, grids_of
from ingest.layout.hyphens import Vocabulary, vocabulary_of
from ingest.layout.tables import Part, block_of, continues, part_of
from ingest.layout.unruled import unruled_tables
from tests.ingest.layout.sheets import BODY, BOLD, grid_lines, sheet, typed

WORDS = Vocabulary()


def test_a_ruled_table_of_one_row() -> None:
    page = sheet(
        typed("Mål", 55, 115, BOLD),
        typed("Status", 155, 115, BOLD),
        typed("Bredband", 55, 135),
        typed("●", 155, 135),
        rulings=grid_lines([50, 150, 250], [100, 120, 140]),
    )
    (grid,) = grids_of(page)
    block = block_of([part_of(grid, WORDS, "7")])
    assert block.header == ("Mål", "Status")
    assert block.rows == (("Bredband", "●"),)
    assert block.row_sources[0].boxes[0].top == 120
    assert block.source.printed_page == "7"


def test_a_head_that_spans_columns_heads_each_of_them() -> None:
    lines = (*grid_lines([50, 150, 250, 350], [120, 140, 160]), Rectangle(50, 99.8, 350, 100.2))
    sides = tuple(Rectangle(x - 0.2, 100, x + 0.2, 120) for x in (50, 150, 350))
    page = sheet(
        typed("Kommun", 55, 115, BOLD),
        typed("Antal", 155, 115, BOLD),
        typed("kvinnor", 155, 135, BOLD),
        typed("män", 255, 135, BOLD),
        typed("Boden", 55, 155),
        typed("12", 155, 155),
        typed("14", 255, 155),
        rulings=(*lines, *sides),
    )
    (grid,) = grids_of(page)
    block = block_of([part_of(grid, WORDS, None)])
    assert block.header == ("Kommun", "Antal: kvinnor", "Antal: män")
    assert block.rows == (("Boden", "12", "14"),)


def test_a_head_that_goes_on_over_lines_is_joined_by_a_space() -> None:
    page = sheet(
        typed("Kommun", 55, 112, BOLD),
        typed("Antal", 155, 112, BOLD),
        typed("Andel", 255, 112, BOLD),
        typed("kvinnor", 155, 124, BOLD),
        typed("Boden", 55, 145),
        typed("12", 155, 145),
        typed("14", 255, 145),
        rulings=grid_lines([50, 150, 250, 350], [100, 130, 150]),
    )
    (grid,) = grids_of(page)
    assert block_of([part_of(grid, WORDS, None)]).header == ("Kommun", "Antal kvinnor", "Andel")


def test_a_head_stands_over_the_columns_that_it_shares_with_others_like_it() -> None:
    xs = [50, 150, 220, 290, 360]
    page = sheet(
        *(typed(text, x, 100, BOLD) for text, x in (("Kommun", 50), ("Kvinnor", 150), ("Män", 290))),
        *(typed(text, x, 112, BOLD) for text, x in zip(("Antal", "Andel", "Antal", "Andel"), xs[1:], strict=True)),
        *(
            typed(text, x, 130 + 14 * i)
            for i, row in enumerate((("Boden", "12", "40", "18", "60"), ("Kalix", "3", "30", "7", "70")))
            for text, x in zip(row, xs, strict=True)
        ),
        rulings=tuple(Rectangle(50, y, 420, y + 0.5) for y in (88, 116, 150)),
    )
    grids = grids_of(page) or unruled_tables(page, [])
    block = block_of([part_of(grids[0], WORDS, None)])
    assert block.header == ("Kommun", "Kvinnor: Antal", "Kvinnor: Andel", "Män: Antal", "Män: Andel")


def test_tables_drawn_cell_by_cell_without_vertical_lines() -> None:
    rulings = tuple(
        Rectangle(x0, y, x1, y + 0.5) for y in (100, 120, 140) for x0, x1 in ((50.0, 149.5), (150.0, 250.0))
    )
    page = sheet(
        typed("Uppdrag", 55, 115, BOLD),
        typed("Kommentar", 155, 115, BOLD),
        typed("Bygga", 55, 135),
        typed("Pågår", 155, 135),
        rulings=rulings,
    )
    (grid,) = grids_of(page)
    assert [c.column for c in grid.cells] == [0, 1, 0, 1]


def test_a_table_with_some_lines_drawn_cell_by_cell_is_found_whole() -> None:
    columns = (50.0, 200.0, 280.0, 360.0)
    whole = [Rectangle(columns[0], y, columns[-1], y + 0.5) for y in (115, 130, 160)]
    cells = [Rectangle(a, y, b - 0.5, y + 0.5) for y in (145, 175) for a, b in pairwise(columns)]
    head = ("KPI", "2022", "2023")
    figures = (("Sverige", "1,4", "0,7"), ("Norge", "1,5", "1,9"), ("Island", "0,4", "2,8"), ("Finland", "1,9", "1,6"))
    rows = [
        typed(text, x + 5, 111 + 15 * at, BOLD if row is head else BODY)
        for at, row in enumerate((head, *figures))
        for x, text in zip(columns, row, strict=False)
    ]
    page = sheet(*rows, rulings=(*whole, *cells))
    assert grids_of(page) == []
    (grid,) = unruled_tables(page, [])
    block = block_of([part_of(grid, WORDS, None)])
    assert (block.header, block.rows) == (head, figures)


def test_a_table_without_lines() -> None:
    page = sheet(
        typed("Mkr", 50, 100, BOLD),
        typed("2022", 200, 100, BOLD),
        typed("2023", 300, 100, BOLD),
        typed("Intäkter", 50, 115),
        typed("686", 205, 115),
        typed("1 710", 295, 115),
        typed("Övriga", 50, 130),
        typed("-12", 205, 130),
        typed("14", 310, 130),
        typed("kostnader", 50, 142),
    )
    (grid,) = unruled_tables(page, [])
    block = block_of([part_of(grid, WORDS, None)])
    assert block.header == ("Mkr", "2022", "2023")
    assert block.rows == (("Intäkter", "686", "1 710"), ("Övriga kostnader", "-12", "14"))


def test_two_columns_of_prose_are_no_table() -> None:
    rows = [
        typed(text, x, 100 + 14 * i)
        for i in range(6)
        for x, text in ((50, "en rad med löpande text här"), (300, "och en rad bredvid den"))
    ]
    assert unruled_tables(sheet(*rows), []) == []


def test_a_repeated_head_is_dropped_on_the_next_page() -> None:
    parts = []
    for number, cell in ((1, "Boden"), (2, "Luleå")):
        page = sheet(
            typed("Kommun", 55, 115, BOLD),
            typed("Antal", 155, 115, BOLD),
            typed(cell, 55, 135),
            typed("12", 155, 135),
            number=number,
            rulings=grid_lines([50, 150, 250], [100, 120, 140]),
        )
        parts.append(part_of(grids_of(page)[0], WORDS, None))
    assert continues(parts[0], parts[1])
    block = block_of(parts)
    assert block.rows == (("Boden", "12"), ("Luleå", "12"))
    assert block.source.pages == (1, 2)
    assert [s.page for s in block.row_sources] == [1, 2]


def test_a_word_cut_by_a_narrow_cell_is_mended() -> None:
    page = sheet(
        typed("Budgetav", 55, 115, BOLD),
        typed("vikelse", 55, 127, BOLD),
        typed("Mål", 155, 115, BOLD),
        typed("7,0", 55, 145),
        typed("8", 155, 145),
        rulings=grid_lines([50, 150, 250], [100, 132, 150]),
    )
    part = part_of(grids_of(page)[0], vocabulary_of(["En budgetavvikelse"]), None)
    assert part.texts[0] == ("Budgetavvikelse", "Mål")


YEARS = ("2021", "2022", "2023")
FIGURES = {"Ränta": ("0,5", "0,3 (0,4)", "−0,2"), "Pris": ("2,1", "1,8 (1,9)", "0,5"), "Kurs": ("103", "106", "110")}


def _set(name: str, top: float) -> tuple[list[list[Word]], list[Rectangle]]:
    """A table named in a line, with rules between its rows that break at one place only."""
    rows = [typed(name, 50, top, BOLD), *(typed(year, 200 + 80 * i, top + 16, BOLD) for i, year in enumerate(YEARS))]
    rules = []
    for at, (label, values) in enumerate(FIGURES.items()):
        y = top + 32 + 14 * at
        rows += [typed(label, 50, y), *(typed(value, 200 + 80 * i, y) for i, value in enumerate(values))]
        rules += [Rectangle(50, y - 11, 350, y - 10.5), Rectangle(350, y - 11, 450, y - 10.5)]
    rules += [Rectangle(50, top + 66, 350, top + 66.5), Rectangle(350, top + 66, 450, top + 66.5)]
    return rows, rules


def test_tables_with_rules_between_rows_are_told_apart_by_their_names_and_sources() -> None:
    first, rules = _set("Tabell 1 Räntor", 100)
    second, more = _set("Tabell 2 Priser", 200)
    rows = [*first, typed("Källa: Region Prov", 50, 180), *second]
    page = sheet(*rows, rulings=(*rules, *more))
    drawn = [grid for grid in grids_of(page) if grid.rows > 1]
    blocks = [block_of([part_of(g, WORDS, None)]) for g in unruled_tables(page, [g.box for g in drawn])]
    assert drawn == []
    assert [block.header for block in blocks] == [("", *YEARS)] * 2
    assert [block.rows for block in blocks] == [tuple((label, *values) for label, values in FIGURES.items())] * 2


def test_a_table_of_one_row_without_lines_has_figures_in_brackets() -> None:
    page = sheet(
        *(typed(text, 150 + 90 * i, 100, BOLD) for i, text in enumerate(("2014 kv4", "2015 kv1", "2015 kv2"))),
        *(typed(text, x, 115) for text, x in (("Ränta", 50), ("0,1", 150), ("−0,1 (−0,1)", 240), ("0,8", 330))),
    )
    (grid,) = unruled_tables(page, [])
    assert block_of([part_of(grid, WORDS, None)]).rows == (("Ränta", "0,1", "−0,1 (−0,1)", "0,8"),)


def test_text_in_columns_below_a_table_is_no_row_of_it() -> None:
    cells = (("Mål", "Budget", "Utfall", "Status"), ("Bredband", "80", "78", "●"), ("Resor", "50", "60", "○"))
    rows = [typed(text, 50 + 110 * i, 100 + 16 * at) for at, row in enumerate(cells) for i, text in enumerate(row)]
    rows += [typed(text, x, 158) for text, x in (("Bredband", 50), ("stöd och annan teknik som måste prövas här", 190))]
    (grid,) = unruled_tables(sheet(*rows), [])
    assert block_of([part_of(grid, WORDS, None)]).rows == cells[1:]


def test_a_table_without_lines_goes_on_under_its_own_head() -> None:
    parts = []
    for number, label in ((1, "En lång bedömning av läget"), (2, "Kort")):
        heads = [typed(text, 50 + 150 * i, 100, BOLD) for i, text in enumerate(("Mål", "Status", "Bedömning"))]
        cells = [
            typed(text, 50 + 150 * i, 116 + 14 * at)
            for at in range(2)
            for i, text in enumerate((f"Mål {number}{at}", "●", label))
        ]
        (grid,) = unruled_tables(sheet(*heads, *cells, number=number), [])
        parts.append(part_of(grid, WORDS, None))
    assert continues(*parts)
    assert len(block_of(parts).rows) == 4


def test_a_tagged_tables_piece_that_holds_nothing_but_its_head_adds_no_row() -> None:
    def piece(number: int, first_row: int, *rows: tuple[str, str]) -> Part:
        box = Rectangle(50, 0, 240, 100)
        cells = tuple(
            GridCell(box, r, c, 1, 1, tuple(typed(text, 50, 14)))
            for r, row in enumerate(rows)
            for c, text in enumerate(row)
        )
        grid = Grid(number, box, len(rows), 2, cells, (), chain=7, first_row=first_row, header_rows=1)
        return part_of(grid, WORDS, None)

    head = ("Mål", "Status")
    block = block_of([piece(1, 1, head, ("Bredband", "klart")), piece(2, 0, head)])
    assert block.rows == (("Bredband", "klart"),)
