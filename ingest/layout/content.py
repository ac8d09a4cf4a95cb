"""What stands on a page before anybody has read it: words with boxes and styles, rulings, fills, pictures.

All coordinates are points from the top left corner of the page as it is displayed, whatever its rotation and crop box.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Style:
    """How a word looks. `size` is in points on the page, `color` is 0xRRGGBB."""

    font: str
    size: float
    bold: bool
    italic: bool
    color: int


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A bare rectangle, for geometry that needs no page number."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        """Points from left to right."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """Points from top to bottom."""
        return self.bottom - self.top

    def holds(self, x: float, y: float, slack: float = 0.0) -> bool:
        """Whether a point lies inside, or at most `slack` points outside."""
        return self.x0 - slack <= x <= self.x1 + slack and self.top - slack <= y <= self.bottom + slack

    def meets(self, other: "Rectangle", slack: float = 0.0) -> bool:
        """Whether the two overlap, or lie at most `slack` points apart."""
        return (
            self.x0 <= other.x1 + slack
            and other.x0 <= self.x1 + slack
            and self.top <= other.bottom + slack
            and other.top <= self.bottom + slack
        )

    def union(self, other: "Rectangle") -> "Rectangle":
        """The smallest rectangle around both."""
        return Rectangle(
            min(self.x0, other.x0), min(self.top, other.top), max(self.x1, other.x1), max(self.bottom, other.bottom)
        )


@dataclass(frozen=True, slots=True)
class Word:
    """Characters without a gap between them, in one style.

    `mark` is the marked-content number that ties the word to the tag tree, -1 where there is none. `spaced` says that
    the file itself has a space after the word; `soft_end` that its last hyphen is known to be a soft one.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    baseline: float
    style: Style
    mark: int = -1
    spaced: bool = False
    soft_end: bool = False
    upright: bool = True

    @property
    def box(self) -> Rectangle:
        """The word's rectangle."""
        return Rectangle(self.x0, self.top, self.x1, self.bottom)


@dataclass(frozen=True, slots=True)
class Shape:
    """A painted area or outline that is no line: a shaded cell, a coloured dot, part of a chart."""

    box: Rectangle
    color: int | None
    curved: bool
    points: int


@dataclass(frozen=True, slots=True)
class PicturedText:
    """Text that was recognised (OCR) in a picture on a page with text."""

    box: Rectangle
    text: str


@dataclass(frozen=True, slots=True)
class PageContent:
    """Everything on one page. `rulings` are thin straight lines, horizontal or vertical, as rectangles.

    `characters` counts the visible characters that the file has on the page, `text` is the page's text as a second
    reader gives it. On a page that is one picture (`ocr`), words and text alike were recognised, and the page may have
    been set upright for it by `turns` quarter turns clockwise; its coordinates are then those of the upright page.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...] = ()
    rulings: tuple[Rectangle, ...] = ()
    shapes: tuple[Shape, ...] = ()
    images: tuple[Rectangle, ...] = ()
    characters: int = 0
    text: str = ""
    label: str | None = None
    pictured: tuple[PicturedText, ...] = ()
    ocr: bool = False
    turns: int = 0


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the document's outline; `level` counts from 1, `page` from 1."""

    title: str
    level: int
    page: int | None
    top: float | None = None


@dataclass(frozen=True, slots=True)
class Element:
    """A leaf of the tag tree that holds text: its standard role, its own style name, and where it hangs.

    `heading` is the level that the tags give a heading (0 for a heading without a level, None for anything else).
    `table` and `cell` name the table and its cell (row, column, row span, column span) that the element stands in.
    """

    number: int
    role: str
    style: str
    heading: int | None = None
    item: int | None = None
    table: int | None = None
    cell: int | None = None
    note: int | None = None


@dataclass(frozen=True, slots=True)
class TagCell:
    """A cell of a tagged table."""

    number: int
    row: int
    column: int
    rows: int
    columns: int
    header: bool


@dataclass(frozen=True, slots=True)
class TagTable:
    """A table of the tag tree with its cells in place."""

    number: int
    rows: int
    columns: int
    cells: tuple[TagCell, ...]


@dataclass(frozen=True, slots=True)
class Tags:
    """The tag tree, flattened. `owners` leads from (page, mark) to the element that owns the text."""

    elements: tuple[Element, ...] = ()
    owners: dict[tuple[int, int], int] = field(default_factory=dict)
    tables: tuple[TagTable, ...] = ()

    def owner(self, page: int, mark: int) -> Element | None:
        """The element that owns a word, if the word is tagged."""
        number = self.owners.get((page, mark))
        return None if number is None else self.elements[number]
