"""What a made-up report holds, known by construction."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Head:
    """A heading; `optional` ones (a fact box's) may be taken as headings or not."""

    text: str
    level: int
    kind: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph or list item."""

    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: its header with heads that span joined to those under them, its rows, its caption."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    kind: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """A footnote."""

    mark: str
    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart or picture: its caption is no heading and no text, nor are the words inside."""

    caption: str
    inside: tuple[str, ...]
    kind: str


Thing = Head | Text | Sheet | Remark | Drawing


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of HTML and what stands in it, in reading order."""

    html: str
    things: tuple[Thing, ...]


@dataclass(frozen=True, slots=True)
class Truth:
    """A whole report: what it holds, its running lines, the entries of its contents page."""

    title: str
    things: tuple[Thing, ...]
    noise: tuple[str, ...]
    entries: tuple[str, ...]
