"""Blocks from the body of a Word document."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from ingest.document import Block, Heading, Note, Paragraph, Picture
from ingest.formats.docx.numbering import Numbering, roman
from ingest.formats.docx.package import Package, W
from ingest.formats.docx.runs import MAX_DEPTH, Content, Fields, content_of
from ingest.formats.docx.styles import BODY_LEVEL, Styles, flag, number, value
from ingest.formats.grid import Cell, table_of

#: Parts of the body that hold paragraphs of their own.
_CONTAINERS = frozenset(f"{W}{name}" for name in ("sdtContent", "ins", "moveTo", "smartTag", "customXml", "body"))
_CONTENTS_GALLERY = f"{W}sdtPr/{W}docPartObj/{W}docPartGallery"
#: Bold lines no longer than this may be headings where no style says what is one.
MAX_BOLD_HEADING = 120


@dataclass(slots=True)
class Looks:
    """What a paragraph looks like, for documents whose headings have no style."""

    bold: bool = False
    size: float = 0.0


@dataclass(slots=True)
class Gathering:
    """What has been read so far; `captions` are the places of captions, `looks` those of paragraphs."""

    package: Package
    styles: Styles
    numbering: Numbering
    fields: Fields = field(default_factory=Fields)
    blocks: list[Block] = field(default_factory=list)
    captions: set[int] = field(default_factory=set)
    looks: dict[int, Looks] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)

    def over(self, container: etree._Element, depth: int = 0) -> None:
        """Read all that is in a part of the body."""
        for element in container:
            if depth > MAX_DEPTH:
                return
            if element.tag == f"{W}p":
                self._paragraph(element, depth)
            elif element.tag == f"{W}tbl":
                self._table(element, depth)
            elif element.tag == f"{W}sdt":
                gallery = element.find(_CONTENTS_GALLERY)
                if gallery is None or "table of contents" not in (gallery.get(f"{W}val") or "").lower():
                    self.over(element, depth + 1)
            elif element.tag in _CONTAINERS:
                self.over(element, depth + 1)

    def _paragraph(self, element: etree._Element, depth: int) -> None:
        properties = element.find(f"{W}pPr")
        style = value(properties, "pStyle")
        content = content_of(element, self.fields, style_bold=self.styles.bold(style))
        text = " ".join(content.text.replace("\u00ad", "").split())
        if text and not self.styles.is_contents(style):
            self._text(text, content, properties, style)
        self._extras(content, depth)

    def _text(self, text: str, content: Content, properties: etree._Element | None, style: str | None) -> None:
        label, listed = self._label(properties, style)
        whole = f"{label} {text}" if label else text
        self.lines.append(whole)
        level = _direct_level(properties) or self.styles.level(style)
        if self.styles.is_title(style):
            self.titles.append(text)
        elif level is not None and level <= BODY_LEVEL:
            self.blocks.append(Heading(whole, level))
        else:
            if self.styles.is_caption(style):
                self.captions.add(len(self.blocks))
            bold = content.bold >= len("".join(text.split())) > 0
            self.looks[len(self.blocks)] = Looks(bold, self._size(properties, style))
            self.blocks.append(Paragraph(whole, list_item=listed))

    def _label(self, properties: etree._Element | None, style: str | None) -> tuple[str, bool]:
        """A paragraph's number as printed, and whether it is a list item."""
        number_id, level = self.styles.numbering(style)
        direct = value(properties, "numPr/numId")
        number_id = direct if direct is not None else number_id
        level = number(value(properties, "numPr/ilvl")) if value(properties, "numPr/ilvl") else level
        if self.numbering.is_list(number_id) and number_id is not None:
            return self.numbering.next(number_id, level or 0), True
        return "", self.styles.is_list(style) and number_id != "0"

    def _size(self, properties: etree._Element | None, style: str | None) -> float:
        size = number(value(properties, "rPr/sz"))
        return size / 2 if size else self.styles.size(style) or 0.0

    def _extras(self, content: Content, depth: int) -> None:
        """Notes, pictures and boxes that a paragraph anchors."""
        for kind, identifier in content.notes:
            note = self._note(kind, identifier)
            if note is not None:
                self.blocks.append(note)
        self.blocks += [Picture(caption) for caption in content.pictures if caption]
        for box in content.boxes:
            self.over(box, depth + 1)

    def _note(self, kind: str, identifier: str) -> Note | None:
        part = self.package.part(kind)
        tag = f"{W}{kind[:-1]}"
        holder = next((n for n in part.iter(tag) if n.get(f"{W}id") == identifier), None) if part is not None else None
        if holder is None:
            return None
        texts = (content_of(paragraph, Fields()).text for paragraph in holder.iter(f"{W}p"))
        text = " ".join(" ".join(texts).split())
        self.counts[kind] = self.counts.get(kind, 0) + 1
        self.lines.append(text)
        count = self.counts[kind]
        return Note(str(count) if kind == "footnotes" else roman(count), text) if text else None

    def _table(self, element: etree._Element, depth: int) -> None:
        rows = [row for row in _below(element, f"{W}tr") if flag(row.find(f"{W}trPr"), "del") is None]
        cells = [list(_below(row, f"{W}tc")) for row in rows]
        if sum(map(len, cells)) == 1:
            self.over(cells[0][0] if cells[0] else next(c for row in cells for c in row), depth + 1)
            return
        nested: list[etree._Element] = []
        grid, headers = self._grid(rows, cells, nested)
        block = table_of(grid, headers)
        if block is not None:
            self.blocks.append(block)
        for inner in nested:
            self._table(inner, depth + 1) if depth < MAX_DEPTH else None

    def _grid(
        self, rows: list[etree._Element], cells: list[list[etree._Element]], nested: list[etree._Element]
    ) -> tuple[list[list[Cell]], int]:
        """Cells with their spans, and how many rows are the head; tables in cells are put aside."""
        grid: list[list[Cell]] = []
        headers = 0
        for row, of_row in zip(rows, cells, strict=True):
            head = flag(row.find(f"{W}trPr"), "tblHeader")
            headers += bool(head) and headers == len(grid)
            line: list[Cell] = [Cell("", columns=skip)] if (skip := _skipped(row)) else []
            texts: list[str] = []
            for cell in of_row:
                properties = cell.find(f"{W}tcPr")
                text = self._cell_text(cell, nested)
                below = properties is not None and (merge := properties.find(f"{W}vMerge")) is not None
                going_on = below and merge.get(f"{W}val") != "restart"
                line.append(Cell("" if going_on else text, columns=number(value(properties, "gridSpan")) or 1))
                texts.append(text)
            self.lines.append("\t".join(texts))
            grid.append(line)
        return grid, headers

    def _cell_text(self, cell: etree._Element, nested: list[etree._Element]) -> str:
        texts: list[str] = []
        for paragraph in _paragraphs(cell, nested, 0):
            properties = paragraph.find(f"{W}pPr")
            content = content_of(paragraph, self.fields)
            text = " ".join(content.text.replace("\u00ad", "").split())
            label = self._label(properties, value(properties, "pStyle"))[0] if text else ""
            texts.append(f"{label} {text}".strip())
            self._extras(content, 0)
        return " ".join(filter(None, texts))


def _paragraphs(cell: etree._Element, nested: list[etree._Element], depth: int) -> Iterator[etree._Element]:
    """A cell's own paragraphs; tables in it are put aside."""
    for element in cell:
        if element.tag == f"{W}p":
            yield element
        elif element.tag == f"{W}tbl":
            nested.append(element)
        elif (element.tag in _CONTAINERS or element.tag == f"{W}sdt") and depth < MAX_DEPTH:
            yield from _paragraphs(element, nested, depth + 1)


def _below(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Rows of a table or cells of a row, those within content controls and insertions too."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _CONTAINERS or child.tag == f"{W}sdt":
            yield from child.iterdescendants(tag)


def _skipped(row: etree._Element) -> int:
    """Columns that a row leaves empty before its first cell."""
    return number(value(row.find(f"{W}trPr"), "gridBefore")) or 0


def _direct_level(properties: etree._Element | None) -> int | None:
    outline = number(value(properties, "outlineLvl"))
    return outline + 1 if outline is not None and outline < BODY_LEVEL else None
