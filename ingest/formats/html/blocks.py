"""Blocks from the elements of an HTML file, in one walk that no depth of nesting can upset."""

import re

from lxml import etree
from lxml.html import HtmlElement

from ingest.document import Block, Heading, Paragraph, Picture
from ingest.formats.entries import Entry, Looks
from ingest.formats.html.notes import Notes
from ingest.formats.html.numbers import item_labels
from ingest.formats.html.tables import is_layout, pairs_block, table_block
from ingest.formats.html.tree import BLOCKS, HEADINGS, heading_level, is_menu, text_of

#: A page's header or footer is no longer; a longer one is text.
MAX_FOOTER = 600
_BREAK = re.compile(r"\n[ \t\r\f\v\u00a0]*\n")
#: Bullets that programs write as text before an item that no list element holds.
_BULLET = re.compile(r"[•●○▪■□◦∙·‣➢►\uf0b7\uf0a7]\s+(?=\S)")
_STRONG = frozenset(("b", "strong"))


class Walk:
    """Gathers blocks while elements begin and end.

    Args:
        notes: the footnotes, which are left out of the text.
    """

    def __init__(self, notes: Notes) -> None:
        self.front_matter: list[str] = []
        self._notes = notes
        self._labels: dict[HtmlElement, str] = {}
        self._entries: list[Entry] = []
        self._text: list[str] = []
        self._waiting: list[Entry] = []
        self._item: str | None = None
        self._strong = 0  # How many elements that make text bold are open, and how many of its letters are bold.
        self._bold = 0
        self._kept = 0  # How many elements that keep their lines are open.

    def over(self, root: HtmlElement) -> None:
        """Walk through all that is in an element."""
        self._labels = item_labels(root)
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            if event == "start":
                if self._begin(element):
                    self._add(element.text)
                else:
                    walk.skip_subtree()
            else:
                self._end(element)
                if element is not root:
                    self._add(element.tail)

    def finish(self) -> list[Entry]:
        """All blocks, in order."""
        self._flush()
        return self._entries

    def _begin(self, element: HtmlElement) -> bool:
        """Take in the beginning of an element; whether to go into it."""
        if element.tag in BLOCKS:
            self._flush()
        self._strong += element.tag in _STRONG
        self._kept += element.tag == "pre"
        if element.tag == "br":
            self._text.append("\n")
        if element in self._notes.marks:
            self._waiting.append(Entry(self._notes.marks[element]))
            return False
        if element in self._notes.targets or is_menu(element) or self._is_set_aside(element):
            return False
        if element.tag == "li":
            self._item = self._labels.get(element, "")
        block = self._block_of(element)
        if block is not None:
            self._flush()
            self._entries.append(Entry(block, described=_is_described(element)))
            marks = self._notes.marks
            self._waiting += [Entry(marks[inner]) for inner in element.iter() if inner in marks]
            self._flush()
            return False
        return element.tag not in ("table", "svg") or (element.tag == "table" and is_layout(element))

    def _end(self, element: HtmlElement) -> None:
        if element.tag in BLOCKS:
            self._flush()
        if element.tag == "li":
            self._item = None
        self._strong -= element.tag in _STRONG
        self._kept -= element.tag == "pre"

    def _add(self, text: str | None) -> None:
        """Gather text of the file, whose own line ends mean nothing in most elements."""
        if not text:
            return
        self._bold += len("".join(text.split())) if self._strong else 0
        self._text.append(text if self._kept else text.replace("\n", " ").replace("\r", " "))

    def _block_of(self, element: HtmlElement) -> Block | None:
        """The block that an element makes by itself; None where it makes none."""
        without = frozenset(self._notes.marks)
        level = heading_level(element)
        if level is not None:
            text = text_of(element, without)
            return Heading(text, level) if text else None
        if element.tag == "table" and not is_layout(element):
            return table_block(element, self._notes)
        if element.tag == "dl":
            return pairs_block(element, without)
        if element.tag in ("img", "svg"):
            alternative = " ".join((element.get("alt") or element.get("aria-label") or "").split()) or None
            caption = _caption(element)
            inside = text_of(element) if element.tag == "svg" else ""
            if caption is not None:
                return Picture(caption, "\n".join(filter(None, (alternative, inside))))
            return Picture(alternative, inside) if alternative or inside else None
        return None

    def _is_set_aside(self, element: HtmlElement) -> bool:
        """Whether an element is the file's own header or footer, which is kept apart, or a caption that is taken."""
        if element.tag == "figcaption":
            figure = element.getparent()
            return figure is not None and next(figure.iter("img", "table", "svg"), None) is not None
        if element.tag not in ("header", "footer"):
            return False
        if any(above.tag in ("section", "article", "main") for above in element.iterancestors()):
            return False
        if element.tag == "header" and next(element.iter(*HEADINGS), None) is not None:
            return False
        if any(inner in self._notes.targets for inner in element.iter()) or len(text_of(element)) > MAX_FOOTER:
            return False
        self.front_matter.append(text_of(element))
        return True

    def _flush(self) -> None:
        """Make paragraphs of the text gathered."""
        whole = "".join(self._text)
        bold = self._bold >= len("".join(whole.split())) > 0
        for part in _BREAK.split(whole):
            text = " ".join(part.replace("\u00ad", "").split())
            item = self._item
            if item is None and (bullet := _BULLET.match(text)):
                item, text = "", text[bullet.end() :]
            if text:
                block = Paragraph(f"{item or ''}{text}", list_item=item is not None)
                self._entries.append(Entry(block, Looks(bold), label=bool(item)))
                self._item = None
        self._text = []
        self._bold = 0
        if self._waiting:
            self._entries += self._waiting
            self._waiting = []


def _caption(element: HtmlElement) -> str | None:
    """The caption of the figure whose first picture an element is."""
    for above in element.iterancestors("figure"):
        caption = above.find(".//figcaption")
        first = next(above.iter("img", "svg"), None) is element
        return text_of(caption) or None if caption is not None and first else None
    return None


def _is_described(element: HtmlElement) -> bool:
    """Whether an element is a picture with no caption but its alternative text."""
    return element.tag in ("img", "svg") and _caption(element) is None
