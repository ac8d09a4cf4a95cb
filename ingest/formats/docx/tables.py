"""The rows and cells of a Word table as its XML has them."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from ingest.formats.docx.package import W
from ingest.formats.docx.runs import MAX_DEPTH, is_prompt
from ingest.formats.docx.styles import flag, number, value

#: Parts of the body that hold paragraphs of their own.
CONTAINERS = frozenset(f"{W}{name}" for name in ("sdtContent", "ins", "moveTo", "smartTag", "customXml", "body", "sdt"))


@dataclass(frozen=True, slots=True)
class RawCell:
    """A cell; `element` is None for columns that a row leaves empty, `goes_on` where the cell above reaches down."""

    element: etree._Element | None
    columns: int = 1
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class RawTable:
    """A table's rows, and how many of them the document says are its head."""

    rows: tuple[tuple[RawCell, ...], ...]
    headers: int

    @property
    def cells(self) -> Iterator[etree._Element]:
        """All cells that there are, in order."""
        return (cell.element for row in self.rows for cell in row if cell.element is not None)


def raw_table(table: etree._Element) -> RawTable:
    """A table as its XML has it, without deleted rows."""
    rows: list[tuple[RawCell, ...]] = []
    headers = 0
    for row in _below(table, f"{W}tr"):
        properties = row.find(f"{W}trPr")
        if flag(properties, "del") is not None:
            continue
        if headers == len(rows) and flag(properties, "tblHeader"):
            headers += 1
        before = number(value(properties, "gridBefore")) or 0
        start = (RawCell(None, before),) if before else ()
        rows.append((*start, *map(_cell, _below(row, f"{W}tc"))))
    return RawTable(tuple(rows), headers)


def own_paragraphs(cell: etree._Element, depth: int = 0) -> Iterator[etree._Element]:
    """Paragraphs and tables that stand in a cell itself."""
    for element in cell:
        if element.tag in (f"{W}p", f"{W}tbl"):
            yield element
        elif element.tag in CONTAINERS and depth < MAX_DEPTH and not is_prompt(element):
            yield from own_paragraphs(element, depth + 1)


def _cell(element: etree._Element) -> RawCell:
    properties = element.find(f"{W}tcPr")
    merge = properties.find(f"{W}vMerge") if properties is not None else None
    goes_on = merge is not None and merge.get(f"{W}val") != "restart"
    return RawCell(element, number(value(properties, "gridSpan")) or 1, goes_on)


def _below(element: etree._Element, tag: str, depth: int = 0) -> Iterator[etree._Element]:
    """Rows of a table or cells of a row, those within content controls and insertions too."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in CONTAINERS and depth < MAX_DEPTH:
            yield from _below(child, tag, depth + 1)
