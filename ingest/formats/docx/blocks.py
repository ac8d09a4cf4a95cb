"""Blocks from the body of a Word document."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from ingest.document import Heading, Note, Paragraph, Picture
from ingest.formats.docx.drawings import drawing_text
from ingest.formats.docx.numbering import FORMATS, Numbering
from ingest.formats.docx.package import Package, W
from ingest.formats.docx.runs import MAX_DEPTH, Content, Fields, Reference, content_of, is_prompt
from ingest.formats.docx.styles import BODY_LEVEL, Styles, flag, number, value
from ingest.formats.docx.tables import CONTAINERS, own_paragraphs, raw_table
from ingest.formats.entries import Entry, Looks
from ingest.formats.grid import Cell, table_of

_CONTENTS_GALLERY = f"{W}sdtPr/{W}docPartObj/{W}docPartGallery"
#: Two line breaks in a paragraph are what others make a new paragraph for.
_NEW_PARAGRAPH = re.compile(r"\n\s*\n")
_NOTE_FORMS = {"footnotes": ("footnotePr", "decimal"), "endnotes": ("endnotePr", "lowerRoman")}


@dataclass(slots=True)
class Gathering:
    """What has been read so far.

    `lines` are the text as it stands, `titles` the paragraphs in the style of the title, `listed` the lines of contents
    lists with their levels, `counts` how many notes of each kind there have been.
    """

    package: Package
    styles: Styles
    numbering: Numbering
    fields: Fields = field(default_factory=Fields)
    entries: list[Entry] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    listed: list[tuple[str, int]] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    _waiting: Content = field(default_factory=Content)

    def over(self, container: etree._Element, depth: int = 0) -> None:
        """Read all that is in a part of the body."""
        for element in container:
            if depth > MAX_DEPTH:
                return
            if element.tag == f"{W}p":
                self._paragraph(element, depth)
            elif element.tag == f"{W}tbl":
                self._table(element, depth)
            elif _is_contents(element):
                for paragraph in element.iter(f"{W}p"):
                    style = value(paragraph.find(f"{W}pPr"), "pStyle")
                    self._list(content_of(paragraph, Fields()), style)
            elif element.tag in CONTAINERS and not is_prompt(element):
                self.over(element, depth + 1)

    def _paragraph(self, element: etree._Element, depth: int) -> None:
        properties = element.find(f"{W}pPr")
        style = value(properties, "pStyle")
        content = self._waiting.before(content_of(element, self.fields, self.styles))
        self._waiting = Content()
        if _goes_on(properties):
            self._waiting = content
            return
        if self.styles.is_contents(style) or content.contents:
            self._list(content, style)
            content.text = "" if self.styles.is_contents(style) else content.text
        self._text(content, properties, style)
        self._extras(content, depth)

    def _list(self, content: Content, style: str | None) -> None:
        """Keep a line of a contents list as evidence."""
        text = " ".join((content.contents or content.text).split())
        if text:
            self.listed.append((text, self.styles.contents_level(style)))

    def _text(self, content: Content, properties: etree._Element | None, style: str | None) -> None:
        """Take in a paragraph's text; an empty one counts in its list all the same."""
        label, listed = self._label(properties, style)
        text = content.line
        if not text:
            return
        level = self._level(properties, style)
        if self.styles.is_title(style) and not (self.titles and self.entries):
            self.titles.append(text)
            self.lines.append(text)
        elif level is not None:
            self.lines.append(f"{label} {text}".strip())
            self.entries.append(Entry(Heading(self.lines[-1], level)))
        else:
            looks = Looks(content.bold >= len("".join(text.split())), _most(content.sizes))
            for part in filter(None, (" ".join(part.split()) for part in _NEW_PARAGRAPH.split(content.text))):
                part = part.replace("\u00ad", "")
                self.lines.append(f"{label} {part}".strip())
                block = Paragraph(self.lines[-1], list_item=listed)
                cells = () if listed else _cells(content.text)
                self.entries.append(Entry(block, looks, self.styles.is_caption(style), cells=cells, label=bool(label)))
                label = ""

    def _level(self, properties: etree._Element | None, style: str | None) -> int | None:
        """The heading level of a paragraph; what it says of itself goes before what its style says."""
        if self.styles.is_title(style):
            return 1  # A second title heads a part.
        outline = number(value(properties, "outlineLvl"))
        level = outline + 1 if outline is not None else self.styles.level(style)
        return level if level is not None and level <= BODY_LEVEL else None

    def _label(self, properties: etree._Element | None, style: str | None) -> tuple[str, bool]:
        """A paragraph's number as printed, and whether it is a list item."""
        number_id, level = self.styles.numbering(style)
        direct = value(properties, "numPr/numId")
        if direct is not None:
            number_id, level = direct, 0
        at = number(value(properties, "numPr/ilvl"))
        level = at if at is not None else level
        if number_id is not None and self.numbering.is_list(number_id):
            if level is None:
                level = self.numbering.level_of(number_id, self.styles.names(style))
            return self.numbering.next(number_id, level), True
        return "", self.styles.is_list(style) and number_id != "0"

    def _extras(self, content: Content, depth: int) -> None:
        """Notes, pictures and boxes that a paragraph anchors."""
        for reference in content.notes:
            note = self._note(reference)
            self.entries += [Entry(note)] if note is not None else []
        drawings = [self.package.drawings[key] for key in content.drawings if key in self.package.drawings]
        said = [caption for caption in content.pictures if caption]
        for drawing in drawings:
            title, text = drawing_text(drawing)
            caption = title or (said.pop(0) if said else None)
            self.lines += filter(None, (title, text))
            self.entries.append(Entry(Picture(caption, text), described=True))
        self.entries += [Entry(Picture(caption), described=True) for caption in said]
        for box in content.boxes:
            self.over(box, depth + 1)

    def _note(self, reference: Reference) -> Note | None:
        kind = reference.kind
        part = self.package.part(kind)
        tag = f"{W}{kind[:-1]}"
        holders = part.iter(tag) if part is not None else ()
        holder = next((note for note in holders if note.get(f"{W}id") == reference.identifier), None)
        if holder is None:
            return None
        texts = (content_of(paragraph, Fields()).line for paragraph in holder.iter(f"{W}p"))
        text = " ".join(filter(None, texts))
        mark = reference.mark
        if mark is None:
            self.counts[kind] = self.counts.get(kind, 0) + 1
            mark = self._note_form(kind)(self.counts[kind])
        else:
            text = text.removeprefix(mark).strip()
        self.lines.append(text)
        return Note(mark, text) if text else None

    def _note_form(self, kind: str) -> Callable[[int], str]:
        """How the document writes the numbers of its notes."""
        name, usual = _NOTE_FORMS[kind]
        said = (value(element, "numFmt") for element in self.package.document.iter(f"{W}{name}"))
        return FORMATS.get(next(filter(None, said), usual), str)

    def _table(self, element: etree._Element, depth: int) -> None:
        if depth > MAX_DEPTH:
            return
        table = raw_table(element)
        cells = list(table.cells)
        if len(cells) == 1 or any(self._is_page(cell) for cell in cells):
            for cell in cells:  # It only frames or places what is in it.
                self.over(cell, depth + 1)
            return
        nested: list[etree._Element] = []
        grid: list[list[Cell]] = []
        for row in table.rows:
            texts = ["" if cell.element is None else self._cell_text(cell.element, nested) for cell in row]
            self.lines.append("\t".join(texts))
            grid.append(
                [Cell("" if c.goes_on else text, columns=c.columns) for c, text in zip(row, texts, strict=True)]
            )
        block = table_of(grid, table.headers)
        self.entries += [Entry(block)] if block is not None else []
        for inner in nested:
            self._table(inner, depth + 1)

    def _is_page(self, cell: etree._Element) -> bool:
        """Whether a cell holds a heading and text below it, and so is no cell of figures."""
        paragraphs = [inner for inner in own_paragraphs(cell) if next(inner.iter(f"{W}t"), None) is not None]
        own = [paragraph.find(f"{W}pPr") for paragraph in paragraphs[:-1] if paragraph.tag == f"{W}p"]
        return any(self._level(properties, value(properties, "pStyle")) is not None for properties in own)

    def _cell_text(self, cell: etree._Element, nested: list[etree._Element]) -> str:
        """A cell's text; tables in it are put aside."""
        texts: list[str] = []
        for element in own_paragraphs(cell):
            if element.tag == f"{W}tbl":
                nested.append(element)
                continue
            properties = element.find(f"{W}pPr")
            content = content_of(element, self.fields)
            label = self._label(properties, value(properties, "pStyle"))[0]
            texts.append(f"{label} {content.line}".strip() if content.line else "")
            self._extras(content, 0)
        return " ".join(filter(None, texts))


def _is_contents(element: etree._Element) -> bool:
    """Whether an element is a contents list that Word keeps as one thing."""
    gallery = element.find(_CONTENTS_GALLERY) if element.tag == f"{W}sdt" else None
    return gallery is not None and "table of contents" in (gallery.get(f"{W}val") or "").lower()


def _goes_on(properties: etree._Element | None) -> bool:
    """Whether a paragraph goes on in the next: its end was deleted, or it is only that one's large first letter."""
    if properties is None:
        return False
    frame = properties.find(f"{W}framePr")
    large = frame is not None and frame.get(f"{W}dropCap", "none") != "none"
    return large or flag(properties.find(f"{W}rPr"), "del") is not None


def _most(sizes: dict[float, int]) -> float:
    return max(sizes, key=lambda size: sizes[size], default=0.0)


def _cells(text: str) -> tuple[str, ...]:
    """What tabs part a text into; nothing where they only indent it."""
    cells = tuple(" ".join(cell.replace("\u00ad", "").split()) for cell in text.strip("\t\n ").split("\t"))
    return cells if len(cells) > 1 and any(cells) else ()
