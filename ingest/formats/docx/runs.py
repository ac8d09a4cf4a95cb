"""The text of a Word paragraph: runs, with insertions kept and deletions, fields' codes and hidden text left out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from ingest.formats.docx.package import R, W
from ingest.formats.docx.styles import Styles, flag, number, value
from ingest.formats.docx.symbols import plain, sign

_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_ALTERNATIVE, _CHOICE, _FALLBACK = (f"{_COMPATIBILITY}{name}" for name in ("AlternateContent", "Choice", "Fallback"))
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_CHART = re.compile(r"\{http://schemas\.[^}]*/chart(?:ex)?\}chart", re.IGNORECASE)
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
_OLD_PICTURE = "{urn:schemas-microsoft-com:vml}shape"
_FORMULA = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
#: What is not shown, or is said elsewhere.
SKIPPED = frozenset(f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "delText", "instrText", "delInstrText"))
#: Elements of a run that stand for characters.
CHARACTERS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
    f"{W}softHyphen": "",
}
#: Sentences that Word adds to the descriptions it makes.
_MACHINE_MADE = re.compile(
    r"\s*(?:Automatiskt genererad beskrivning|Description automatically generated|AI-genererat innehåll.*)$"
)
#: Elements nested deeper are no text that anyone wrote.
MAX_DEPTH = 100


@dataclass(slots=True)
class Fields:
    """The fields that are open; a field may run over many paragraphs."""

    open: list[list[str]] = field(default_factory=list)

    def see(self, element: etree._Element) -> None:
        """Take notice of a field's beginning, code or end."""
        if element.tag == f"{W}instrText" and self.open:
            self.open[-1][0] += element.text or ""
        elif element.tag == f"{W}fldChar":
            kind = element.get(f"{W}fldCharType")
            if kind == "begin":
                self.open.append(["", "code"])
            elif kind == "separate" and self.open:
                self.open[-1][1] = "result"
            elif kind == "end" and self.open:
                self.open.pop()

    @property
    def hidden(self) -> bool:
        """Whether text here is a field's code, or a note's mark that is repeated."""
        return any(part == "code" or code.strip().upper().startswith("NOTEREF") for code, part in self.open)

    @property
    def in_contents(self) -> bool:
        """Whether text here belongs to a contents list."""
        return any(code.strip().upper().startswith("TOC") for code, _ in self.open)


@dataclass(slots=True)
class Reference:
    """A note's mark in the text: which part holds the note, its identifier there, and the mark if the text has it."""

    kind: str
    identifier: str
    mark: str | None = None


@dataclass(slots=True)
class Content:
    """What a paragraph holds: text, and in it marks of notes, boxes and pictures.

    `contents` is text that belongs to a contents list; `bold` counts the characters that are bold, `sizes` those of
    each size in points; `drawings` are the identifiers of charts and diagrams.
    """

    text: str = ""
    contents: str = ""
    notes: list[Reference] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    drawings: list[str] = field(default_factory=list)
    bold: int = 0
    sizes: dict[float, int] = field(default_factory=dict)

    @property
    def line(self) -> str:
        """The text on one line, without soft hyphens."""
        return " ".join(self.text.replace("\u00ad", "").split())

    def before(self, other: "Content") -> "Content":
        """This content with another's after it."""
        sizes = {size: self.sizes.get(size, 0) + other.sizes.get(size, 0) for size in (*self.sizes, *other.sizes)}
        return Content(
            self.text + other.text,
            self.contents + other.contents,
            self.notes + other.notes,
            self.boxes + other.boxes,
            self.pictures + other.pictures,
            self.drawings + other.drawings,
            self.bold + other.bold,
            sizes,
        )


def content_of(paragraph: etree._Element, fields: Fields, styles: Styles | None = None) -> Content:
    """A paragraph's content; styles are asked what text looks like, where that matters."""
    content = Content()
    style = value(paragraph.find(f"{W}pPr"), "pStyle")
    usual = styles.looks(style) if styles is not None else (None, None)
    waiting: Reference | None = None
    for element, run in _leaves(paragraph, None, 0):
        fields.see(element)
        if element.tag == f"{W}txbxContent":
            content.boxes.append(element)
        elif element.tag == _PICTURE:
            content.pictures.append(_MACHINE_MADE.sub("", " ".join((element.get("descr") or "").split())))
        elif element.tag == _OLD_PICTURE:
            content.pictures.append(" ".join((element.get("alt") or "").split()))
        elif element.tag == _DIAGRAM:
            content.drawings.append(element.get(f"{R}dm") or "")
        elif _CHART.fullmatch(element.tag):
            content.drawings.append(element.get(f"{R}id") or "")
        elif fields.hidden or (run is not None and flag(run, "vanish")):
            continue
        elif element.tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
            reference = Reference(f"{element.tag.removeprefix(W)[:-9]}s", element.get(f"{W}id") or "")
            content.notes.append(reference)
            waiting = reference if element.get(f"{W}customMarkFollows") in ("1", "true", "on") else None
        elif text := _characters(element, run):
            if waiting is not None:
                waiting.mark, waiting = text.strip(), None
            elif fields.in_contents:
                content.contents += text
            else:
                content.text += text
                _look(content, len("".join(text.split())), run, usual, styles)
    return content


def _look(
    content: Content,
    characters: int,
    run: etree._Element | None,
    usual: tuple[bool | None, float | None],
    styles: Styles | None,
) -> None:
    """Count characters by their looks: the run's own, those of its style, those of the paragraph's."""
    if styles is None or not characters:
        return
    of_style = styles.looks(style) if (style := value(run, "rStyle")) is not None else (None, None)
    size = number(value(run, "sz"))
    bold = next((said for said in (flag(run, "b"), of_style[0], usual[0]) if said is not None), False)
    points = (size / 2 if size else None) or of_style[1] or usual[1] or styles.default_size
    content.bold += characters if bold else 0
    content.sizes[points] = content.sizes.get(points, 0) + characters


def _characters(element: etree._Element, run: etree._Element | None) -> str:
    if element.tag in (f"{W}t", _FORMULA):
        text = element.text or ""
        fonts = run.find(f"{W}rFonts") if run is not None else None
        return plain(text, fonts.get(f"{W}ascii") or "" if fonts is not None else "")
    if element.tag == f"{W}sym":
        code = element.get(f"{W}char") or ""
        hexadecimal = 0 < len(code) <= 4 and all(c in "0123456789abcdefABCDEF" for c in code)
        return sign(int(code, 16), element.get(f"{W}font") or "") if hexadecimal else ""
    return CHARACTERS.get(element.tag, "")


def _leaves(
    element: etree._Element, run: etree._Element | None, depth: int
) -> Iterator[tuple[etree._Element, etree._Element | None]]:
    """Elements below, in order, each with its run's properties; of alternatives the first only."""
    for child in element:
        if child.tag == f"{W}instrText":
            yield child, run
        if child.tag in SKIPPED or depth > MAX_DEPTH or is_prompt(child):
            continue
        if child.tag == _ALTERNATIVE:
            chosen = child.find(_CHOICE)
            chosen = chosen if chosen is not None else child.find(_FALLBACK)
            if chosen is not None:
                yield from _leaves(chosen, run, depth + 1)
            continue
        yield child, run
        if child.tag == f"{W}txbxContent":
            continue  # Its paragraphs are blocks of their own.
        inner = child.find(f"{W}rPr") if child.tag == f"{W}r" else run
        yield from _leaves(child, inner, depth + 1)


def is_prompt(element: etree._Element) -> bool:
    """Whether an element is a content control that shows only its prompt ("Klicka här för att ange text")."""
    return element.tag == f"{W}sdt" and bool(flag(element.find(f"{W}sdtPr"), "showingPlcHdr"))
