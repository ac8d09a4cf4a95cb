"""What holds for a draft's document as a whole: its properties, page, styles and settings."""

from datetime import datetime

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from lxml import etree

from corpus.store import StoredDraft

LANGUAGE = "sv-SE"
#: The style of words in tables: smaller than running text, lines close together.
CELL = "Tabelltext"
#: A4, and as much room around the text as Word gives.
_PAGE, _MARGIN = (Mm(210), Mm(297)), Mm(25)
#: A blue that stands out against white as WCAG asks of small letters (13:1).
_INK = RGBColor(0x1B, 0x36, 0x5D)
_INKED = ("Title", "Caption", *(f"Heading {level}" for level in range(1, 10)))
#: Styles that Word knows and python-docx's template leaves out: what python-docx writes comments with.
_COMMENTS = (("annotation text", WD_STYLE_TYPE.PARAGRAPH, 10), ("annotation reference", WD_STYLE_TYPE.CHARACTER, 8))
_COMMENT_IDS = ("CommentText", "CommentReference")
#: What follows `w:autoHyphenation` in the settings (ECMA-376 part 1, 17.15.1.78), of which a template has some.
_AFTER_HYPHENATION = tuple(
    qn(f"w:{name}")
    for name in (
        *("evenAndOddHeaders", "drawingGridHorizontalSpacing", "characterSpacingControl", "savePreviewPicture"),
        *("footnotePr", "endnotePr", "compat", "rsids"),
    )
)
#: The mode in which Word 2013 and later write; an older one is named in the window's title.
_COMPATIBILITY = "15"


def begin(stored: StoredDraft, title: str) -> Document:
    """A document without any content: A4, Swedish, its pages numbered.

    Args:
        stored: the draft, of which it tells the dates.
        title: the draft's title as XML can hold it.
    """
    document = docx.Document()
    _describe(document, stored, title)
    _set_page(document)
    _set_styles(document)
    _set_settings(document.settings.element)
    return document


def _describe(document: Document, stored: StoredDraft, title: str) -> None:
    """Title, language and dates, where Word and screen readers look for them."""
    properties = document.core_properties
    properties.title = title
    properties.language = LANGUAGE
    properties.author = ""
    properties.comments = ""
    properties.created = datetime.fromisoformat(stored.created_at)
    properties.modified = datetime.fromisoformat(stored.saved_at)
    # The template's picture of itself, an empty page, is what a folder would show of the file.
    links = document.part.package.rels
    for id_ in [id_ for id_, link in links.items() if link.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        del links[id_]


def _set_page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = _PAGE
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN
    number = section.footer.paragraphs[0]
    number.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    number._p.append(field)
    field.append(OxmlElement("w:r"))
    shown = OxmlElement("w:t")
    shown.text = "1"
    field[0].append(shown)


def _set_styles(document: Document) -> None:
    defaults = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    _set_language(defaults)
    for name in _INKED:
        document.styles[name].font.color.rgb = _INK
    cell = document.styles.add_style(CELL, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(cell, ParagraphStyle)  # What this kind of style is.
    cell.base_style = document.styles["Normal"]
    cell.font.size = Pt(9)
    cell.paragraph_format.space_before = cell.paragraph_format.space_after = Pt(2)
    cell.paragraph_format.line_spacing = 1
    for (name, kind, size), id_ in zip(_COMMENTS, _COMMENT_IDS, strict=True):
        style = document.styles.add_style(name, kind, builtin=True)
        style.font.size = Pt(size)
        style.element.set(qn("w:styleId"), id_)


def _set_language(properties: etree._Element) -> None:
    language = properties.find(qn("w:lang"))
    if language is None:
        language = OxmlElement("w:lang")
        properties.append(language)
    for name in ("w:val", "w:eastAsia"):
        language.set(qn(name), LANGUAGE)


def _set_settings(settings: etree._Element) -> None:
    """Long words are parted at line ends, numbers are written as in Sweden, nothing is left over of the template's."""
    settings.find(qn("w:zoom")).set(qn("w:percent"), "100")
    hyphenation = OxmlElement("w:autoHyphenation")
    next(child for child in settings if child.tag in _AFTER_HYPHENATION).addprevious(hyphenation)
    settings.find(qn("w:themeFontLang")).set(qn("w:val"), LANGUAGE)
    settings.find(qn("w:decimalSymbol")).set(qn("w:val"), ",")
    settings.find(qn("w:listSeparator")).set(qn("w:val"), ";")
    for one in settings.iter(qn("w:compatSetting")):
        if one.get(qn("w:name")) == "compatibilityMode":
            one.set(qn("w:val"), _COMPATIBILITY)
