"""Tables as the tag tree has them, one grid for each page that they touch."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from ingest.layout.content import PageContent, Rectangle, TagCell, Tags, TagTable, Word
from ingest.layout.grids import WHOLE_ROWS, Grid, GridCell
from ingest.layout.small_print import CAPTION

#: A cell of more characters is a sentence.
SENTENCE = 60
#: Share of a tagged table's positions that must hold text; layout tables stay under it.
FILLED = 0.3


def tagged_grids(pages: Sequence[PageContent], tags: Tags) -> dict[int, list[Grid]]:
    """The tagged tables of a document by page number; what is no table in spite of its tag is left out."""
    tables = {table.number: table for table in tags.tables if _is_table(table)}
    held: defaultdict[tuple[int, int], defaultdict[int, list[Word]]] = defaultdict(lambda: defaultdict(list))
    for page in pages:
        for word in page.words:
            owner = tags.owner(page.number, word.mark) if word.mark >= 0 else None
            if owner is not None and owner.table in tables and owner.cell is not None:
                held[owner.table, page.number][owner.cell].append(word)
    grids: dict[int, list[Grid]] = {}
    for (number, page_number), cells in sorted(held.items()):
        if _is_data(tables[number], [c for (n, _), c in held.items() if n == number]):
            grids.setdefault(page_number, []).append(_grid(page_number, tables[number], cells))
    return grids


def _is_table(table: TagTable) -> bool:
    return table.rows >= 2 and table.columns >= 2 and len(table.cells) >= 4


def _is_data(table: TagTable, held: Sequence[dict[int, list[Word]]]) -> bool:
    """Whether cells enough hold text, and are neither labels that end with a colon, nor charts, nor a list of names."""
    texts: defaultdict[int, str] = defaultdict(str)
    for cells in held:
        for number, words in cells.items():
            texts[number] += " ".join(w.text for w in words)
    labels = [texts[c.number] for c in table.cells if c.column == 0 and texts[c.number]]
    if table.columns == 2 and labels and sum(1 for t in labels if t.endswith(":")) > 0.6 * len(labels):
        return False
    if sum(1 for text in texts.values() if CAPTION.match(text)) > 1 or _is_list(table, texts):
        return False
    return sum(1 for c in table.cells if texts[c.number]) >= FILLED * len(table.cells)


def _is_list(table: TagTable, texts: dict[int, str]) -> bool:
    """Whether a table is there to set a list side by side: no head, and a whole sentence right across it."""
    across = [c for c in table.cells if c.columns == table.columns and len(texts[c.number]) > SENTENCE]
    return not any(c.header for c in table.cells) and any(texts[c.number].endswith(".") for c in across)


def _grid(page: int, table: TagTable, words: dict[int, list[Word]]) -> Grid:
    """The rows of a table that have words on a page; a head that is repeated on it is its first rows."""
    header = 0
    while header < table.rows and _is_header(table, header):
        header += 1
    filled = sorted({c.row for c in table.cells if words.get(c.number)})
    body = [row for row in filled if row >= header]
    rows = [row for row in filled if row < header] + (list(range(body[0], body[-1] + 1)) if body else [])
    cells = [_cell(c, words.get(c.number, []), rows.index(c.row)) for c in table.cells if c.row in rows]
    return Grid(
        page,
        _around([w for own in words.values() for w in own]),
        len(rows),
        table.columns,
        tuple(sorted(cells, key=lambda c: (c.row, c.column))),
        (None,) * len(rows),
        chain=table.number,
        first_row=body[0] if body else 0,
        header_rows=sum(1 for row in rows if row < header) if 0 < header < table.rows else None,
    )


def _cell(cell: TagCell, words: list[Word], row: int) -> GridCell:
    box = _around(words) if words else Rectangle(0.0, 0.0, 0.0, 0.0)
    return GridCell(box, row, cell.column, cell.rows, cell.columns, tuple(words))


def _is_header(table: TagTable, row: int) -> bool:
    own = [c for c in table.cells if c.row == row]
    return bool(own) and all(c.header for c in own)


def _around(words: Sequence[Word]) -> Rectangle:
    return Rectangle(
        min(w.x0 for w in words), min(w.top for w in words), max(w.x1 for w in words), max(w.bottom for w in words)
    )


def with_drawn(tagged: Sequence[Grid], drawn: Sequence[Grid]) -> list[Grid]:
    """The tables that the tags name, and the drawn ones that they do not.

    A drawn piece that has more rows than the tags know has a repeated head that is no content to them: it is taken as
    drawn, in the tagged table's chain.
    """
    found = []
    for grid in tagged:
        fuller = next((d for d in drawn if d.box.meets(grid.box, -2.0) and d.columns == grid.columns), None)
        if fuller is not None and fuller.rows > grid.rows and grid.first_row > 0:
            found.append(replace(fuller, chain=grid.chain, first_row=WHOLE_ROWS))
        else:
            found.append(grid)
    return found + [d for d in drawn if not any(t.box.meets(d.box, -2.0) for t in tagged)]
