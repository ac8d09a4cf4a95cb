"""Blocks from the elements of an HTML file, in one walk that no depth of nesting can upset."""

import re

from lxml import etree
from lxml.html import HtmlElement

from ingest.document import Block, Heading, Paragraph, Picture
from ingest.formats.html.notes import Notes
from ingest.formats.html.numbers import item_numbers
from ingest.formats.html.tables import is_layout, table_block
from ingest.formats.html.tree import BLOCKS, heading_level, is_menu, text_of

#: A page's footer is no longer; a longer one is text.
MAX_FOOTER = 600
_BREAK = re.compile(r"\n[ \t\r\f\v\u00a0]*\n")


class Walk:
    """Gathers blocks while elements begin and end.

    Args:
        notes: the footnotes, which are left out of the text.
    """

    def __init__(self, notes: Notes) -> None:
        self.front_matter: list[str] = []
        self._notes = notes
        self._numbers: dict[HtmlElement, int] = {}
        self._blocks: list[Block] = []
        self._text: list[str] = []
        self._waiting: list[Block] = []
        self._item: str | None = None

    def over(self, root: HtmlElement) -> None:
        """Walk through all that is in an element."""
        self._numbers = item_numbers(root)
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            if event == "start":
                if self._begin(element):
                    self._text.append(_inline(element.text))
                else:
                    walk.skip_subtree()
            else:
                if element.tag in BLOCKS:
                    self._flush()
                self._text.append(_inline(element.tail))

    def finish(self) -> list[Block]:
        """All blocks, in order."""
        self._flush()
        return self._blocks

    def _begin(self, element: HtmlElement) -> bool:
        """Take in the beginning of an element; whether to go into it."""
        if element.tag in BLOCKS:
            self._flush()
        if element.tag == "br":
            self._text.append("\n")
        if element in self._notes.marks:
            self._waiting.append(self._notes.marks[element])
            return False
        if element in self._notes.targets or is_menu(element) or self._is_footer(element):
            return False
        if element.tag == "li":
            number = self._numbers.get(element)
            self._item = f"{number}. " if number is not None else ""
        block = self._block_of(element)
        if block is not None:
            self._flush()
            self._blocks.append(block)
            return False
        return element.tag not in ("table", "svg", "math") or (element.tag == "table" and is_layout(element))

    def _block_of(self, element: HtmlElement) -> Block | None:
        """The block that an element makes by itself; None where it makes none."""
        level = heading_level(element)
        if level is not None:
            self._waiting += [self._notes.marks[inner] for inner in element.iter() if inner in self._notes.marks]
            text = text_of(element, without=frozenset(self._notes.marks))
            return Heading(text, level) if text else None
        if element.tag == "table" and not is_layout(element):
            self._waiting += [self._notes.marks[inner] for inner in element.iter() if inner in self._notes.marks]
            return table_block(element, self._notes)
        if element.tag in ("img", "svg"):
            caption = _caption(element) or " ".join((element.get("alt") or "").split()) or None
            inside = text_of(element) if element.tag == "svg" else ""
            return Picture(caption, inside) if caption or inside else None
        return None

    def _is_footer(self, element: HtmlElement) -> bool:
        """Whether an element is the file's own footer, which is kept apart, or a caption that its figure has taken."""
        if element.tag == "figcaption":
            figure = element.getparent()
            return figure is not None and next(figure.iter("img", "table", "svg"), None) is not None
        if element.tag != "footer" or any(above.tag in ("section", "article") for above in element.iterancestors()):
            return False
        if any(inner in self._notes.targets for inner in element.iter()) or len(text_of(element)) > MAX_FOOTER:
            return False
        self.front_matter.append(text_of(element))
        return True

    def _flush(self) -> None:
        """Make paragraphs of the text gathered."""
        for part in _BREAK.split("".join(self._text)):
            text = " ".join(part.replace("\u00ad", "").split())
            if text:
                item = self._item
                self._blocks.append(Paragraph(f"{item or ''}{text}", list_item=item is not None))
                self._item = None
        self._text = []
        if self._waiting:
            self._blocks += self._waiting
            self._waiting = []


def _inline(text: str | None) -> str:
    """Text of the file, whose own line ends mean nothing."""
    return (text or "").replace("\n", " ").replace("\r", " ")


def _caption(element: HtmlElement) -> str | None:
    """The caption of the figure that an element is in."""
    for above in element.iterancestors("figure"):
        caption = above.find(".//figcaption")
        return text_of(caption) if caption is not None else None
    return None
