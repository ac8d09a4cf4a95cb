"""Tables in HTML."""

from lxml.html import HtmlElement

from ingest.document import TableBlock
from ingest.formats.grid import MAX_COLUMNS, MAX_ROWS, Cell, table_of
from ingest.formats.html.notes import Notes
from ingest.formats.html.tree import HEADINGS, text_of


def is_layout(table: HtmlElement) -> bool:
    """Whether a table only places things on the page: it says so, has a single cell, or holds headings or tables."""
    if (table.get("role") or "").lower() in ("presentation", "none"):
        return True
    if next((inner for inner in table.iter("table", *HEADINGS) if inner is not table), None) is not None:
        return True
    cells = table.iter("td", "th")
    return next(cells, None) is None or next(cells, None) is None


def table_block(table: HtmlElement, notes: Notes) -> TableBlock | None:
    """A table's block; None where it is empty.

    Header rows are those in its head, else the first rows all of whose cells are header cells.
    """
    without = frozenset(notes.marks)
    rows: list[list[Cell]] = []
    headers = 0
    for row in table.iter("tr"):
        cells = [cell for cell in row if isinstance(cell.tag, str) and cell.tag in ("td", "th")]
        if not cells:
            continue
        parent = row.getparent()
        in_head = parent is not None and parent.tag == "thead"
        if headers == len(rows) and (in_head or all(cell.tag == "th" for cell in cells)):
            headers += 1
        rows.append([_cell(cell, without) for cell in cells])
    caption = table.find("caption")
    if caption is None:
        figure = next(table.iterancestors("figure"), None)
        caption = figure.find(".//figcaption") if figure is not None else None
    return table_of(rows, headers, text_of(caption, without) or None if caption is not None else None)


def _cell(cell: HtmlElement, without: frozenset[HtmlElement]) -> Cell:
    return Cell(text_of(cell, without), _span(cell, "rowspan", MAX_ROWS), _span(cell, "colspan", MAX_COLUMNS))


def _span(cell: HtmlElement, name: str, most: int) -> int:
    text = (cell.get(name) or "").strip()
    if not (text.isascii() and text.isdigit()):
        return 1
    return min(int(text[:6]) or (most if name == "rowspan" else 1), most)
