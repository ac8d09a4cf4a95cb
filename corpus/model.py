"""The domain: what a report is made of once it has been read.

All types are frozen. Identifiers inside one reading are local (`s12`, `t3`, `p40`, `f7`, `c2`, `j1`, `i1`, `n4`); the
store qualifies them with the report and version when it keeps the reading. Coordinates are PDF points with the origin
in the page's top left corner; pages are counted from 1.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

ReportKind = Literal[
    "annual_report",
    "interim_report",
    "follow_up",
    "budget",
    "plan",
    "strategy",
    "minutes",
    "audit",
    "investigation",
    "statistics",
    "other",
]
FigureKind = Literal["outcome", "target", "forecast", "budget", "grant", "estimate"]
PeriodBasis = Literal["point", "period", "full_year"]
Status = Literal["planned", "started", "partly", "done", "delayed", "not_started", "not_met"]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points from the page's top left corner."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `[start, end)` of a text stand in `box`; one span a word as a rule."""

    start: int
    end: int
    box: Box


@dataclass(frozen=True, slots=True)
class Source:
    """Where something stands: its first page, that page's printed number, all its pages and boxes."""

    page: int | None = None
    printed_page: str | None = None
    pages: tuple[int, ...] = ()
    boxes: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Period:
    """A span of days, both ends included, and the words it was read from."""

    start: date
    end: date
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Something the reader of a report should know: stable English code, Swedish sentence, page."""

    code: str
    message: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One page and its text as a second reader of the file gives it, against which quotes are verified.

    A format without pages has one `Page` with `number` None that holds the whole text; width and height are then 0.
    The text of a page that is a picture was recognised (`ocr`): there is no second reader, so that what was read can
    be held against this text but is not verified by it.
    """

    number: int | None
    printed: str | None
    width: float
    height: float
    text: str
    ocr: bool = False


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a report says of itself; any of it may be corrected by hand afterwards."""

    title: str
    publisher: str | None = None
    kind: ReportKind = "other"
    period: Period | None = None
    registration_number: str | None = None
    language: str = "sv"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its own running text.

    `text` has paragraphs parted by a blank line and list items on lines of their own that begin with "• " (or with
    their number); lines are rejoined and line-end hyphens mended. It holds neither subsections, tables, captions,
    running headers nor footnotes. `spans` lead from characters of `text` to places on pages (empty for formats without
    pages). `source` is the heading's place; its `pages` are all that the heading and text touch. Text before the first
    heading forms a section with an empty heading.
    """

    id: str
    parent_id: str | None
    level: int
    heading: str
    text: str
    source: Source = Source()
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table, whole even where it runs over pages; `row_sources` has one source a row of `rows`.

    A header of several lines is one row, its parts joined from the top: a head that spans several columns is joined to
    each of those under it by ": " ("Kvinnor: Antal"), one that merely goes on over lines by a space. A merged cell
    stands in the first of its positions; the others are empty strings. All rows are as long as the header where there
    is one.
    """

    id: str
    section_id: str | None
    caption: str | None
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    source: Source = Source()
    row_sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Illustration:
    """A chart or picture; `text` is what stands inside it, kept apart from the running text.

    `ocr` says that some of the text is in the picture's dots only and was recognised.
    """

    id: str
    section_id: str | None
    caption: str | None
    source: Source = Source()
    text: str = ""
    ocr: bool = False


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote: its mark as printed ("1", "*") and its text."""

    id: str
    section_id: str | None
    mark: str
    text: str
    source: Source = Source()


@dataclass(frozen=True, slots=True)
class Report:
    """One report as it was read."""

    metadata: Metadata
    pages: tuple[Page, ...]
    sections: tuple[Section, ...]
    tables: tuple[Table, ...] = ()
    illustrations: tuple[Illustration, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch that is searched: part of one section's text, or rows of one table.

    For running text, `text` is `section.text[start:end]`; for a table, `table_id` is set, `[start, end)` counts rows of
    the table, and `text` is the caption (if any), the header and those rows, one a line, cells parted by tabs.
    `section_path` is the headings from the top down to the section's own.
    """

    id: str
    section_id: str | None
    table_id: str | None
    start: int
    end: int
    text: str
    section_path: tuple[str, ...]
    source: Source = Source()


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it measures, where and when, and the words it was read from."""

    id: str
    quote: str
    value: float
    unit: str
    value_max: float | None = None
    qualifier: str | None = None
    measure: str | None = None
    place: str | None = None
    period: Period | None = None
    period_basis: PeriodBasis | None = None
    kind: FigureKind = "outcome"
    section_id: str | None = None
    table_id: str | None = None
    source: Source = Source()


@dataclass(frozen=True, slots=True)
class Project:
    """A named undertaking as one report speaks of it."""

    id: str
    name: str
    quote: str
    aliases: tuple[str, ...] = ()
    owner: str | None = None
    partners: tuple[str, ...] = ()
    funders: tuple[str, ...] = ()
    amounts_sek: tuple[float, ...] = ()
    places: tuple[str, ...] = ()
    period: Period | None = None
    section_id: str | None = None
    source: Source = Source()


@dataclass(frozen=True, slots=True)
class Commitment:
    """Something somebody said they will, should or aim to do; or a row of a goal table."""

    id: str
    quote: str
    action: str
    actor: str | None = None
    topic: str | None = None
    due: str | None = None
    target: str | None = None
    goal_path: tuple[str, ...] = ()
    status: Status | None = None
    status_symbol: str | None = None
    trend_symbol: str | None = None
    forecast: Status | None = None
    section_id: str | None = None
    table_id: str | None = None
    source: Source = Source()


@dataclass(frozen=True, slots=True)
class Facts:
    """What was extracted from one report."""

    projects: tuple[Project, ...] = ()
    figures: tuple[Figure, ...] = ()
    commitments: tuple[Commitment, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that ingestion makes of one file."""

    report: Report
    facts: Facts
    passages: tuple[Passage, ...]
