"""Writes a draft into a Word document."""

import io
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from api.drafts.document import frame
from api.drafts.document.columns import numeric, widths
from api.drafts.document.footnotes import Footnotes
from api.drafts.newer import Newer
from api.drafts.stale import Mark, MarkKind
from api.drafts.standing import NamesOf, standing
from corpus.drafts import Block, Draft, Heading, Origin, is_answered, is_changed
from corpus.store import StoredDraft

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
AUTHOR, INITIALS = "Årsringar", "Å"
#: Characters that XML cannot hold.
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_BULLET, _SUBHEADING = "• ", "## "
#: An item of a numbered list, which keeps the number it has.
_NUMBERED = re.compile(r"\d{1,2}[.)] ")
_DEEPEST = 9
_UNSAFE = re.compile(r"[^\w .,()–-]+")
_LONGEST_NAME = 80
#: What a comment calls a mark.
_KINDS: dict[MarkKind, str] = {
    "year": "årtalet",
    "date": "datumet",
    "amount": "beloppet eller mängden",
    "percent": "andelen",
    "count": "antalet",
    "phrase": "tidsuttrycket",
    "person": "befattningshavaren",
}


Cells = tuple[str, ...]
#: The newer values of the marks of what was borrowed, no newer than a day, by the marks' keys.
NewerOf = Callable[[Origin, Iterable[Mark], date], Mapping[str, Newer]]


@dataclass(frozen=True, slots=True)
class _Remark:
    """What is said of `[start, end)` of a block's words."""

    start: int
    end: int
    said: str


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a block's words, where it begins in them, and the remarks within it."""

    text: str
    start: int
    remarks: tuple[_Remark, ...]


def file_name(draft: Draft) -> str:
    """What the document's file is called: the draft's title without what file systems refuse."""
    name = " ".join(_UNSAFE.sub(" ", draft.title).split()).strip(" .")[:_LONGEST_NAME].strip()
    return f"{name or 'Utkast'}.docx"


def write(stored: StoredDraft, names: NamesOf, newer: NewerOf | None = None) -> bytes:
    """The draft as the bytes of a DOCX file.

    Headings are Word's, borrowed words have their citations as footnotes, a table's header row is marked as one, what
    is not checked and what is not answered stand as comments, and the language is Swedish.

    Args:
        stored: the draft.
        names: which projects a report names (`api.drafts.standing.ProjectNames`).
        newer: where newer values are looked for, which the comments then tell (`NewerFigures.among`).
    """
    title = _clean(stored.draft.title)
    document = frame.begin(stored, title)
    writer = _Writer(document, stored.draft, names, newer)
    document.add_paragraph(title, style="Title")
    depth = 0
    for heading in stored.draft.headings:
        depth = min(heading.level, depth + 1)  # No level is passed over.
        writer.heading(heading, depth)
    writer.notes.close()
    _number_comments(document, writer.notes.count + 1)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


class _Writer:
    """Puts headings and blocks into a document."""

    def __init__(self, document: Document, draft: Draft, names: NamesOf, newer: NewerOf | None) -> None:
        self._document, self._draft, self._names, self._newer = document, draft, names, newer
        self.notes = Footnotes(document)

    def heading(self, heading: Heading, level: int) -> None:
        """A heading with all that stands under it."""
        paragraph = self._document.add_heading(_clean(heading.title), level)
        if heading.requirement and not is_answered(heading):
            self._comment(paragraph.runs, f"Obesvarat krav: {heading.requirement}")
        for block in heading.blocks:
            if block.kind == "rows":
                self._rows(block)
            else:
                self._words(block, level)

    def _words(self, block: Block, level: int) -> None:
        last: Paragraph | None = None
        for line in _lines(block.text, self._open(block)):
            style, cut = self._style(line.text, level)
            last = self._document.add_paragraph(style=style)
            self._runs(last, line, cut)
        self._source(block, last)

    def _style(self, line: str, level: int) -> tuple[str, int]:
        """The style of a line, and how many characters of it only say so."""
        if line.startswith(_BULLET):
            return "List Bullet", len(_BULLET)
        if line.startswith(_SUBHEADING):
            return f"Heading {min(level + 1, _DEEPEST)}", len(_SUBHEADING)
        return ("List Paragraph" if _NUMBERED.match(line) else "Normal"), 0

    def _rows(self, block: Block) -> None:
        remarks, at = self._open(block), 0
        if block.text.strip() or block.origin or block.note:
            caption = self._document.add_paragraph(style="Caption")
            caption.paragraph_format.keep_with_next = True
            if block.text.strip():
                for line in _lines(block.text, remarks):
                    self._runs(caption, line, 0)
                at = len(block.text) + 1
            else:
                caption.add_run("Tabell")
            self._source(block, caption)
        if any((block.header, *block.rows)):
            self._table(block.header, [row for row in block.rows if row], remarks, at)

    def _table(self, header: Cells, body: Sequence[Cells], remarks: Sequence[_Remark], at: int) -> None:
        """A header, where there is one, and rows; their words begin at a place of the block's."""
        rows = [header, *body] if header else body
        table = self._document.add_table(len(rows), len(rows[0]), style="Table Grid")
        table.alignment = WD_TABLE_ALIGNMENT.LEFT
        # Widths that stand: Word goes by the cells', LibreOffice by the columns'.
        table.autofit = False
        room = [Emu(width) for width in widths(header, body, self._document._block_width)]
        for width, column in zip(room, table.columns, strict=True):
            column.width = width
        numbers = numeric(body) or [False] * len(room)
        for row, made in zip(rows, table.rows, strict=True):
            _set_row(made._tr, is_header=row is header)
            start = at
            for text, cell, width, is_number in zip(row, made.cells, room, numbers, strict=True):
                cell.width = width
                words = cell.paragraphs[0]
                words.style = frame.CELL
                self._runs(words, _Line(text, start, _within(remarks, start, start + len(text))), 0)
                if is_number:
                    words.alignment = WD_ALIGN_PARAGRAPH.RIGHT
                for run in words.runs if row is header else ():
                    run.bold = True
                start += len(text) + 1
            if any(cell.strip() for cell in row):
                at = start
        self._document.add_paragraph()

    def _runs(self, paragraph: Paragraph, line: _Line, cut: int) -> None:
        """A line's words, what is remarked on in runs of their own with a comment."""
        at = cut
        for one in line.remarks:
            first, last = max(one.start - line.start, at), one.end - line.start
            if at < first:
                paragraph.add_run(_clean(line.text[at:first]))
            self._comment([paragraph.add_run(_clean(line.text[first:last]))], one.said)
            at = last
        if at < len(line.text):
            paragraph.add_run(_clean(line.text[at:]))

    def _source(self, block: Block, paragraph: Paragraph | None) -> None:
        """The block's sources as a footnote, at its end."""
        said = block.origin.citation if block.origin else ""
        if said and is_changed(block):
            said = f"Bearbetat efter {said}"
        note = "; ".join(part for part in (said, block.note.strip()) if part)
        if note and paragraph is not None:
            self.notes.add(paragraph, _clean(note))

    def _comment(self, runs: Sequence[Run], text: str) -> None:
        if runs:
            self._document.add_comment(runs, text=_clean(text), author=AUTHOR, initials=INITIALS)

    def _open(self, block: Block) -> tuple[_Remark, ...]:
        """What is not checked in a block, each with what is to be said of it."""
        held = [one for one in standing(block, self._draft.period, self._names) if not one.settled]
        found: Mapping[str, Newer] = {}
        if self._newer and block.origin:
            found = self._newer(block.origin, [one.mark for one in held], self._draft.period.end)
        return tuple(_Remark(one.start, one.end, _said(one.mark, found.get(one.mark.key))) for one in held)


def _said(mark: Mark, newer: Newer | None) -> str:
    what = f"Kontrollera {_KINDS[mark.kind]} ”{mark.text}”: det står som i den rapport det lånades ur."
    return f"{what} Nyare värde: {newer.text} ({newer.citation})." if newer else what


def _lines(text: str, remarks: Sequence[_Remark]) -> Iterable[_Line]:
    """The lines of a text that say something, each a paragraph; a remark over a line's end is its first line's."""
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line.strip():
            yield _Line(line, start, _within(remarks, start, end))
        start = end + 1


def _within(remarks: Sequence[_Remark], start: int, end: int) -> tuple[_Remark, ...]:
    return tuple(one for one in remarks if start <= one.start < end)


def _set_row(row: object, *, is_header: bool) -> None:
    """No row is parted by a page's end; the header is repeated on each page and read out as one."""
    properties = row.get_or_add_trPr()  # type: ignore[attr-defined]  # python-docx types its elements loosely
    properties.append(OxmlElement("w:cantSplit"))
    if is_header:
        properties.append(OxmlElement("w:tblHeader"))


def _number_comments(document: Document, first: int) -> None:
    """Let no comment have a footnote's number: LibreOffice 7.4 takes the one for the other."""
    body, comments = document.element.body, document.part._comments_part.element
    marks = (qn("w:commentRangeStart"), qn("w:commentRangeEnd"), qn("w:commentReference"))
    for one in (*body.iter(*marks), *comments.iter(qn("w:comment"))):
        one.set(qn("w:id"), str(int(one.get(qn("w:id"))) + first))


def _clean(text: str) -> str:
    return _NOT_IN_XML.sub("\ufffd", text)
