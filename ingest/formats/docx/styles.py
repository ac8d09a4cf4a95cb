"""Styles of a Word document: what a paragraph is, as far as its style says so."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from ingest.formats.docx.package import W

#: The size in points of text of which nothing says it.
DEFAULT_SIZE = 10.0
#: Outline levels run from 0 to 8; 9 is body text.
BODY_LEVEL = 9
#: Small headings stand below whatever heading comes before them.
SMALL_LEVEL = 9
#: Templates add words to the names of headings ("RN Rubrik 1 numrerad"), and have one for small headings of any level.
_HEADING = re.compile(r"(?:.*\b)?(?:heading|rubrik) ?([1-9])(?:\b.*)?")
_SMALL_HEADING = re.compile(r"mellanrubrik|underrubrik \d|minirubrik|rubrik liten")
_CONTENTS = re.compile(
    r"(?:toc|innehåll|contents)(?: ?heading.*| ?(?P<level>\d).*|sförteckning.*)?|table of figures|index \d"
)
_CAPTION = re.compile(
    r"caption|beskrivning|bildtext|tabellrubrik|tabelltext|diagramtext|illustration|table|figure|drawing"
)
_TITLE = re.compile(r"title|titel|(?:dokument|rapport|huvud)(?:titel|rubrik)|huvudrubrik")
_LIST = re.compile(r"list\b.*|punktlista.*|numrerad lista.*|lista\b.*")


@dataclass(frozen=True, slots=True)
class Style:
    """A style as it stands, without what it takes from the one it is based on."""

    name: str
    based_on: str | None
    outline: int | None
    number_id: str | None
    number_level: int | None
    bold: bool | None
    size: float | None


class Styles:
    """A document's styles.

    Args:
        root: the styles part; None where the document has none.
    """

    def __init__(self, root: etree._Element | None) -> None:
        self._styles: dict[str, Style] = {}
        self._default: str | None = None
        for element in root.iter(f"{W}style") if root is not None else ():
            identifier = element.get(f"{W}styleId")
            if identifier and element.get(f"{W}type") in ("paragraph", "character", None):
                self._styles[identifier] = _style(element)
                is_paragraph = element.get(f"{W}type") != "character"
                if is_paragraph and element.get(f"{W}default") in ("1", "true"):
                    self._default = identifier
        size = number(value(root.find(f"{W}docDefaults") if root is not None else None, "rPrDefault/rPr/sz"))
        #: The size in points of text that no style gives one.
        self.default_size = size / 2 if size else DEFAULT_SIZE
        language = root.find(f"{W}docDefaults//{W}lang") if root is not None else None
        #: The language that the document is written in, as far as its styles say.
        self.language = language.get(f"{W}val") if language is not None else None

    def chain(self, identifier: str | None) -> Iterator[Style]:
        """A style and those that it is based on, in order."""
        for known in self._ids(identifier):
            yield self._styles[known]

    def _ids(self, identifier: str | None) -> Iterator[str]:
        seen: set[str] = set()
        identifier = identifier or self._default
        while identifier is not None and identifier in self._styles and identifier not in seen:
            seen.add(identifier)
            yield identifier
            identifier = self._styles[identifier].based_on

    def level(self, identifier: str | None) -> int | None:
        """The heading level from 1 that a style gives; None for body text."""
        for style in self.chain(identifier):
            if style.outline is not None:
                return style.outline + 1 if style.outline < BODY_LEVEL else None
            if match := _HEADING.fullmatch(style.name):
                return int(match[1])
            if _SMALL_HEADING.fullmatch(style.name):
                return SMALL_LEVEL
        if identifier is not None and identifier not in self._styles:
            match = _HEADING.fullmatch(identifier.lower())
            return int(match[1]) if match else None
        return None

    def numbering(self, identifier: str | None) -> tuple[str | None, int | None]:
        """The list and level in it that a style gives."""
        number_id = next((s.number_id for s in self.chain(identifier) if s.number_id is not None), None)
        level = next((s.number_level for s in self.chain(identifier) if s.number_level is not None), None)
        return number_id, level

    def looks(self, identifier: str | None) -> tuple[bool | None, float | None]:
        """Whether a paragraph's or a run's style is bold, and its size in points; None where it does not say."""
        chain = list(self.chain(identifier))
        bold = next((style.bold for style in chain if style.bold is not None), None)
        return bold, next((style.size for style in chain if style.size is not None), None)

    def names(self, identifier: str | None) -> tuple[str, ...]:
        """The identifiers of a style and those that it is based on."""
        return tuple(self._ids(identifier))

    def is_title(self, identifier: str | None) -> bool:
        """Whether a style is that of the document's title."""
        return _TITLE.fullmatch(self._name(identifier)) is not None

    def is_contents(self, identifier: str | None) -> bool:
        """Whether a style is that of a contents list."""
        return _CONTENTS.fullmatch(self._name(identifier)) is not None

    def contents_level(self, identifier: str | None) -> int:
        """The level of the headings that a style of contents lines lists."""
        match = _CONTENTS.fullmatch(self._name(identifier))
        return int(match["level"] or 1) if match else 1

    def is_caption(self, identifier: str | None) -> bool:
        """Whether a style is that of captions."""
        return any(_CAPTION.fullmatch(style.name) for style in self.chain(identifier))

    def is_list(self, identifier: str | None) -> bool:
        """Whether a style is that of list items."""
        name = self._name(identifier)
        return _LIST.fullmatch(name) is not None and name not in ("list paragraph", "liststycke")

    def _name(self, identifier: str | None) -> str:
        return next((style.name for style in self.chain(identifier)), (identifier or "").lower())


def flag(properties: etree._Element | None, name: str) -> bool | None:
    """An on-off property; None where it is not said."""
    element = properties.find(f"{W}{name}") if properties is not None else None
    return None if element is None else element.get(f"{W}val", "true") not in ("0", "false", "off", "none")


def value(properties: etree._Element | None, path: str) -> str | None:
    """The value of a property; None where it is not said."""
    element = properties.find("/".join(f"{W}{name}" for name in path.split("/"))) if properties is not None else None
    return None if element is None else element.get(f"{W}val")


def number(text: str | None) -> int | None:
    """A value as a number; None where it is none."""
    return int(text) if text is not None and text.isascii() and text.isdigit() and len(text) < 10 else None


def _style(element: etree._Element) -> Style:
    paragraph, run = element.find(f"{W}pPr"), element.find(f"{W}rPr")
    size = number(value(run, "sz"))
    return Style(
        name=(value(element, "name") or "").lower(),
        based_on=value(element, "basedOn"),
        outline=number(value(paragraph, "outlineLvl")),
        number_id=value(paragraph, "numPr/numId"),
        number_level=number(value(paragraph, "numPr/ilvl")),
        bold=flag(run, "b"),
        size=size / 2 if size is not None else None,
    )
