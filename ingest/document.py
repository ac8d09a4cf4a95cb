"""What every format reader hands on: a document as a stream of blocks in reading order.

A reader knows its format (fonts and boxes, styles and numbering, tags and bars) and decides what is a heading and of
which level; `ingest.sections` makes the tree of sections, the same way for all formats.
"""

from dataclasses import dataclass
from typing import Literal

from corpus.model import Page, Problem, Source, Span


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; levels start at 1 and may skip."""

    text: str
    level: int
    source: Source = Source()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or list item with its lines rejoined; a list item's text has no bullet but keeps its number."""

    text: str
    spans: tuple[Span, ...] = ()
    list_item: bool = False
    source: Source = Source()


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table: `row_sources` is as long as `rows`, or empty for formats without pages."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str | None = None
    source: Source = Source()
    row_sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart or picture with its caption; `text` is what stands inside it, recognised (OCR) in part where `ocr`."""

    caption: str | None = None
    text: str = ""
    source: Source = Source()
    ocr: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or endnote, where its mark first stands in the stream."""

    mark: str
    text: str
    source: Source = Source()


Block = Heading | Paragraph | TableBlock | Picture | Note


@dataclass(frozen=True, slots=True)
class SetAside:
    """Text that is left out of the blocks on purpose, and why; the title is kept, but not as a block."""

    text: str
    reason: Literal["running", "contents", "title", "menu", "hidden"]
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Properties:
    """What the file's own properties say; any may be missing or wrong."""

    title: str | None = None
    author: str | None = None
    subject: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read by its format.

    `title` is the title as it stands on the first page, where the reader could tell it by its looks or style.
    `front_matter` is text that was set aside but says what the report is (running headers, cover lines), for the
    metadata only. `pages` carry the text of the second reader (see `corpus.model.Page`). `aside` is all that the reader
    left out on purpose, as often as it stands in the file, so that `ingest.loss` can tell what was lost instead.
    """

    blocks: tuple[Block, ...]
    pages: tuple[Page, ...]
    title: str | None = None
    properties: Properties = Properties()
    front_matter: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    aside: tuple[SetAside, ...] = ()
