"""A Word document out of a source: heading styles, real tables, pictures and footnotes."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph
from lxml import etree, html

from corpus.reports.source import Source, chapter_headings, footnotes, plain, table_rows

# A zip entry cannot be older than this; one fixed moment keeps the bytes the same.
MOMENT = (1980, 1, 1, 0, 0, 0)

# The two lines between text and notes, which a word processor expects to find among the notes.
SEPARATORS = "".join(
    f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
    for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
)

# Centimetres between the margins of an A4 page set up as below.
TEXT_WIDTH = 16.0

# Tried on the goal tables: with less, "Måluppfyllelse" is broken in two in the head of its column.
WORD_SHARE = 0.4

LIST_STYLES = {"ul": "List Bullet", "ol": "List Number"}

WORD_LEVELS = {"h2": 1, "h3": 2, "h4": 3}


@dataclass(slots=True)
class _Writing:
    """What is on the way into one document."""

    word: WordDocument
    picture: Callable[[str], bytes]
    sources: dict[str, html.HtmlElement]
    notes: list[str] = field(default_factory=list)


def docx_file(source: Source, picture: Callable[[str], bytes]) -> bytes:
    """Make the document.

    Args:
        source: The report.
        picture: Turns a drawing's SVG into PNG bytes.
    """
    word = Document()
    _set_up(word, source)
    writing = _Writing(word, picture, footnotes(source.body))
    for child in source.body:
        _write(writing, child, source)
    _add_footnotes(writing)
    out = io.BytesIO()
    word.save(out)
    return _repacked(out.getvalue())


def _set_up(word: WordDocument, source: Source) -> None:
    moment = datetime.fromisoformat(f"{source.date}T09:00:00")
    about = word.core_properties
    about.title, about.author, about.language = source.title, source.publisher, "sv-SE"
    about.created = about.modified = moment
    about.last_modified_by, about.revision, about.comments = source.publisher, 1, ""
    normal = word.styles["Normal"]
    normal.font.name, normal.font.size = "Carlito", Pt(11)
    page = word.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.5)
    page.header.paragraphs[0].text = source.running
    foot = page.footer.paragraphs[0]
    foot.add_run(f"{source.notice}\t{source.registration_number}\t")
    for kind, words in (("begin", None), (None, "PAGE"), ("end", None)):
        run = foot.add_run()._r
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = words
        run.append(mark)


def _write(writing: _Writing, element: html.HtmlElement, source: Source) -> None:
    tag = element.tag
    if tag in WORD_LEVELS:
        writing.word.add_heading(plain(element), WORD_LEVELS[tag])
    elif tag == "h1":
        writing.word.add_heading(plain(element), 0)
    elif tag == "p":
        _runs(writing, writing.word.add_paragraph(), element)
    elif tag == "blockquote":
        _runs(writing, writing.word.add_paragraph(style="Intense Quote"), element)
    elif tag in LIST_STYLES:
        for item in element.findall("li"):
            _runs(writing, writing.word.add_paragraph(style=LIST_STYLES[tag]), item)
    elif tag == "table":
        _table(writing, element)
    elif tag == "figure":
        _figure(writing, element)
    elif tag == "nav":
        _contents(writing, element, source)
    elif tag in ("header", "main", "section", "div"):
        for child in element:
            _write(writing, child, source)
        if tag == "header":
            writing.word.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def _runs(writing: _Writing, paragraph: Paragraph, element: html.HtmlElement) -> None:
    """Write an element's text with bold, italics and footnote marks."""

    def put(text: str | None, *, bold: bool = False, italic: bool = False) -> None:
        if text:
            run = paragraph.add_run(" ".join(text.replace("\n", " ").split(" ")))
            run.bold, run.italic = bold or None, italic or None

    put(_inner(element.text, first=True))
    for child in element:
        if child.tag == "sup":
            link = child.find("a")
            note = writing.sources[link.get("href", "")[1:]]
            writing.notes.append(plain(note))
            _footnote_mark(paragraph, len(writing.notes))
        elif child.tag == "br":
            paragraph.add_run().add_break()
        else:
            put(plain(child), bold=child.tag == "strong", italic=child.tag == "em")
        put(_inner(child.tail))


def _inner(text: str | None, *, first: bool = False) -> str | None:
    if text is None:
        return None
    while "  " in (text := text.replace("\n", " ")):
        text = text.replace("  ", " ")
    return text.lstrip(" ") if first else text


def _footnote_mark(paragraph: Paragraph, number: int) -> None:
    run = paragraph.add_run()
    run.font.superscript = True
    mark = OxmlElement("w:footnoteReference")
    mark.set(qn("w:id"), str(number))
    run._r.append(mark)


def _table(writing: _Writing, element: html.HtmlElement) -> None:
    caption = element.find("caption")
    if caption is not None:
        writing.word.add_paragraph(plain(caption), style="Caption").paragraph_format.keep_with_next = True
    rows = table_rows(element)
    width = max(len(row) for row in rows)
    table = writing.word.add_table(rows=len(rows), cols=width, style="Light Grid Accent 1")
    table.autofit = False
    widths = _widths(rows)
    for column, share in zip(table.columns, widths, strict=True):
        column.width = Cm(share)
    for out, row in zip(table.rows, rows, strict=True):
        out._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, words, share in zip(out.cells, row, widths, strict=True):
            cell.width = Cm(share)
            _cell(cell.paragraphs[0], words)
    for row in table.rows[: len(element.findall("thead/tr"))]:
        row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    writing.word.add_paragraph()


def _cell(paragraph: Paragraph, words: html.HtmlElement) -> None:
    run = paragraph.add_run(plain(words))
    run.font.size = Pt(9)
    summed = "sum" in words.getparent().get("class", "")
    run.bold = summed or None
    if words.get("class") == "n":
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _widths(rows: list[list[html.HtmlElement]]) -> list[float]:
    """Columns' widths in cm: by the root of the longest cell, but no narrower than the longest word needs."""
    weights = []
    for column in zip(*rows, strict=True):
        cells = [plain(cell) for cell in column]
        word = max(len(word) for cell in cells for word in cell.split() or [""])
        weights.append(max(max(map(len, cells)) ** 0.5, WORD_SHARE * word))
    return [TEXT_WIDTH * weight / sum(weights) for weight in weights]


def _figure(writing: _Writing, element: html.HtmlElement) -> None:
    drawing = element.find(".//svg")
    if drawing is not None:
        data = writing.picture(html.tostring(drawing, encoding="unicode", with_tail=False))
        writing.word.add_picture(io.BytesIO(data), width=Cm(15))
    caption = element.find("figcaption")
    if caption is not None:
        writing.word.add_paragraph(plain(caption), style="Caption")


def _contents(writing: _Writing, element: html.HtmlElement, source: Source) -> None:
    title = element.find("h2")
    writing.word.add_paragraph(plain(title), style="TOC Heading")
    for heading in chapter_headings(source.body):
        if heading.tag == "h2":
            writing.word.add_paragraph(plain(heading), style="List")
    writing.word.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def _add_footnotes(writing: _Writing) -> None:
    """Add the footnotes part, which python-docx has no words for."""
    if not writing.notes:
        return
    root = parse_xml(f"<w:footnotes {nsdecls('w')}>{SEPARATORS}</w:footnotes>")
    for number, words in enumerate(writing.notes, 1):
        note = parse_xml(
            f'<w:footnote {nsdecls("w")} w:id="{number}"><w:p><w:r><w:rPr><w:vertAlign '
            'w:val="superscript"/></w:rPr><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"/>'
            "</w:r></w:p></w:footnote>"
        )
        note.findall(f".//{qn('w:t')}")[-1].text = f" {words}"
        root.append(note)
    part = Part(
        PackURI("/word/footnotes.xml"),
        CONTENT_TYPE.WML_FOOTNOTES,
        etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True),
        writing.word.part.package,
    )
    writing.word.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _repacked(data: bytes) -> bytes:
    """The same archive with every entry at one moment, so that a remake changes no byte."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            fixed = zipfile.ZipInfo(entry.filename, MOMENT)
            fixed.compress_type = zipfile.ZIP_DEFLATED
            fixed.external_attr = entry.external_attr
            new.writestr(fixed, old.read(entry.filename))
    return out.getvalue()
