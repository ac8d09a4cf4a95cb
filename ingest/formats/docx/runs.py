"""The text of a Word paragraph: runs, with insertions kept and deletions, fields' codes and hidden text left out."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from ingest.formats.docx.package import W
from ingest.formats.docx.styles import flag

_ALTERNATIVE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
#: What is not shown, or is said elsewhere.
SKIPPED = frozenset(f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "delText", "instrText", "delInstrText"))
#: Elements of a run that stand for characters.
CHARACTERS = {
    f"{W}tab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
    f"{W}softHyphen": "",
}
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
        """Whether text here is a field's code, or belongs to a contents list."""
        return any(part == "code" or code.strip().upper().startswith("TOC") for code, part in self.open)


@dataclass(slots=True)
class Content:
    """What a paragraph holds: text, and in it marks of notes, boxes and pictures."""

    text: str = ""
    notes: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    bold: int = 0
    size: float = 0.0


def content_of(paragraph: etree._Element, fields: Fields, *, style_bold: bool = False) -> Content:
    """A paragraph's content; `bold` counts the characters that are bold."""
    content = Content()
    for element, run in _leaves(paragraph, None, 0):
        fields.see(element)
        if element.tag == f"{W}txbxContent":
            content.boxes.append(element)
        elif element.tag == _PICTURE:
            content.pictures.append(" ".join((element.get("descr") or "").split()))
        elif fields.hidden or (run is not None and flag(run, "vanish")):
            continue
        elif element.tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
            kind = "footnotes" if element.tag == f"{W}footnoteReference" else "endnotes"
            content.notes.append((kind, element.get(f"{W}id") or ""))
        else:
            text = _characters(element)
            content.text += text
            bold = flag(run, "b")
            content.bold += len(text.strip()) if (style_bold if bold is None else bold) else 0
    return content


def _characters(element: etree._Element) -> str:
    if element.tag == f"{W}t":
        return element.text or ""
    if element.tag == f"{W}sym":
        code = element.get(f"{W}char") or ""
        return chr(int(code, 16)) if 0 < len(code) <= 4 and all(c in "0123456789abcdefABCDEF" for c in code) else ""
    return CHARACTERS.get(element.tag, "")


def _leaves(
    element: etree._Element, run: etree._Element | None, depth: int
) -> Iterator[tuple[etree._Element, etree._Element | None]]:
    """Elements below, in order, each with its run's properties; of alternatives the first only."""
    for child in element:
        if child.tag == f"{W}instrText":
            yield child, run
        if child.tag in SKIPPED or depth > MAX_DEPTH:
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
