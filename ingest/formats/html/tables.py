"""Tables in HTML."""

from lxml.html import HtmlElement

from ingest.document import TableBlock
from ingest.formats.grid import MAX_COLUMNS, MAX_NAME, MAX_ROWS, Cell, table_of
from ingest.formats.html.notes import Notes
from ingest.formats.html.tree import HEADINGS, text_of

#: A list of terms with fewer is text.
MIN_PAIRS = 2


def is_layout(table: HtmlElement) -> bool:
    """Whether a table only places things on the page: it says so, has a single cell, or cells that are small pages.

    Such a cell holds a heading with text below, or a table of several cells.
    """
    if (table.get("role") or "").lower() in ("presentation", "none"):
        return True
    for inner in table.iter("table", *HEADINGS):
        if inner.tag == "table" and inner is not table and len(list(inner.iter("td", "th"))) > 1:
            return True
        if inner.tag in HEADINGS and _has_text_below(inner):
            return True
    cells = table.iter("td", "th")
    return next(cells, None) is None or next(cells, None) is None


def _has_text_below(heading: HtmlElement) -> bool:
    """Whether the cell or caption that a heading stands in holds more text than the heading's."""
    cell = next(heading.iterancestors("td", "th", "caption"), None)
    return cell is not None and len(text_of(cell)) > len(text_of(heading))


def pairs_block(listing: HtmlElement, without: frozenset[HtmlElement]) -> TableBlock | None:
    """A list of short terms, each with one short text, as a table of two columns; None for any other list."""
    parts = [inner for inner in listing.iter("dt", "dd", "dl", *HEADINGS, "table", "ul", "ol") if inner is not listing]
    terms, texts = parts[::2], parts[1::2]
    if len(terms) < MIN_PAIRS or len(terms) != len(texts):
        return None
    if {part.tag for part in terms} != {"dt"} or {part.tag for part in texts} != {"dd"}:
        return None
    rows = [(text_of(term, without), text_of(text, without)) for term, text in zip(terms, texts, strict=True)]
    if any(len(cell) > MAX_NAME for row in rows for cell in row):
        return None
    return TableBlock((), tuple(rows))


def table_block(table: HtmlElement, notes: Notes) -> TableBlock | None:
    """A table's block; None where it is empty.

    Header rows are those in its head, else the first rows all of whose cells are header cells.
    """
    without = frozenset(notes.marks)
    rows: list[list[Cell]] = []
    headers = 0
    for row in sorted(table.iter("tr"), key=_place):
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


def _place(row: HtmlElement) -> int:
    """Where a row is shown: those of the head first and those of the foot last, wherever the file has them."""
    parent = row.getparent()
    return {"thead": 0, "tfoot": 2}.get(parent.tag if parent is not None else "", 1)


def _cell(cell: HtmlElement, without: frozenset[HtmlElement]) -> Cell:
    return Cell(text_of(cell, without), _span(cell, "rowspan", MAX_ROWS), _span(cell, "colspan", MAX_COLUMNS))


def _span(cell: HtmlElement, name: str, most: int) -> int:
    text = (cell.get(name) or "").strip()
    if not (text.isascii() and text.isdigit()):
        return 1
    return min(int(text[:6]) or (most if name == "rowspan" else 1), most)
