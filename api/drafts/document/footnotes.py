"""Footnotes of a Word document, which python-docx does not write itself (ECMA-376 part 1, 17.11)."""

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from lxml import etree

_PART = PackURI("/word/footnotes.xml")
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_TEXT, _REFERENCE = "footnote text", "footnote reference"
#: The line between text and notes, and the one where notes run over from the page before: ids that Word reserves.
_SEPARATORS = ((-1, "separator"), (0, "continuationSeparator"))


class Footnotes:
    """Collects the footnotes of a document; `close` puts them into it."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._notes: list[str] = []
        styles = document.styles
        text = styles.add_style(_TEXT, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
        text.base_style = styles["Normal"]
        text.font.size = Pt(9)
        text.paragraph_format.space_after = Pt(0)
        reference = styles.add_style(_REFERENCE, WD_STYLE_TYPE.CHARACTER, builtin=True)
        reference.font.superscript = True
        self._text_id, self._reference_id = text.style_id, reference.style_id

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._notes)

    def add(self, paragraph: Paragraph, text: str) -> None:
        """A footnote at the end of a paragraph."""
        self._notes.append(text)
        run = paragraph.add_run()
        run.style = self._document.styles[_REFERENCE]
        mark = OxmlElement("w:footnoteReference")
        mark.set(qn("w:id"), str(len(self._notes)))
        run._r.append(mark)

    def close(self) -> None:
        """Put the footnotes into the document; one without any gets none of their parts."""
        if not self._notes:
            return
        root = parse_xml(f"<w:footnotes {nsdecls('w', 'r')}/>")
        for number, kind in _SEPARATORS:
            root.append(_separator(number, kind))
        for number, text in enumerate(self._notes, 1):
            root.append(self._note(number, text))
        package = self._document.part.package
        blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        part = Part(_PART, _CONTENT_TYPE, blob, package)
        self._document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        self._declare()

    def _note(self, number: int, text: str) -> etree._Element:
        note = OxmlElement("w:footnote")
        note.set(qn("w:id"), str(number))
        paragraph = OxmlElement("w:p")
        note.append(paragraph)
        properties = OxmlElement("w:pPr")
        style = OxmlElement("w:pStyle")
        style.set(qn("w:val"), self._text_id)
        properties.append(style)
        paragraph.append(properties)
        paragraph.append(self._reference())
        run, words = OxmlElement("w:r"), OxmlElement("w:t")
        words.text = f" {text}"
        words.set(qn("xml:space"), "preserve")
        run.append(words)
        paragraph.append(run)
        return note

    def _reference(self) -> etree._Element:
        """The note's own number before its text."""
        run, properties, style = OxmlElement("w:r"), OxmlElement("w:rPr"), OxmlElement("w:rStyle")
        style.set(qn("w:val"), self._reference_id)
        properties.append(style)
        run.append(properties)
        run.append(OxmlElement("w:footnoteRef"))
        return run

    def _declare(self) -> None:
        """Name the separators in the document's settings, where the schema wants them: before `w:compat`."""
        settings = self._document.settings.element
        declared = OxmlElement("w:footnotePr")
        for number, _ in _SEPARATORS:
            one = OxmlElement("w:footnote")
            one.set(qn("w:id"), str(number))
            declared.append(one)
        compat = settings.find(qn("w:compat"))
        if compat is None:
            settings.append(declared)
        else:
            compat.addprevious(declared)


def _separator(number: int, kind: str) -> etree._Element:
    return parse_xml(
        f'<w:footnote {nsdecls("w")} w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:after="0" '
        f'w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:{kind}/></w:r></w:p></w:footnote>'
    )
