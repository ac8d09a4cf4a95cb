"""What a sample report is written in: one HTML file with its particulars in the head."""

import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import html

from corpus.errors import InputError

NOTICE = "Påhittad rapport för demonstration"

REQUIRED = ("publisher", "kind", "period", "registration-number", "date", "style", "routes")

HEADINGS = ("h2", "h3", "h4")


@dataclass(frozen=True, slots=True)
class Source:
    """One sample report as written.

    Attributes:
        name: Base name of the source and of every file made from it.
        title: The report's title, as on its first page.
        publisher: The authority that speaks.
        kind: A report kind of the contracts ("annual_report").
        period: ISO start and end date, "2018-01-01/2018-12-31".
        registration_number: The authority's register number.
        date: ISO date that goes into the made files' metadata.
        style: Base name of the look in `styles/`.
        routes: What to make of it, each a key of `make.ROUTES`.
        notice: The line that says that the report is made for demonstration.
        running: Short words for the running header.
        body: The document's body element, headings numbered if the source asks for it.
    """

    name: str
    title: str
    publisher: str
    kind: str
    period: str
    registration_number: str
    date: str
    style: str
    routes: tuple[str, ...]
    notice: str
    running: str
    body: html.HtmlElement


def read_source(path: Path) -> Source:
    """Read a source file.

    Raises:
        InputError: A particular is missing from the head.
    """
    tree = html.document_fromstring(path.read_text("utf-8"))
    meta = {m.get("name"): m.get("content", "") for m in tree.iter("meta") if m.get("name")}
    missing = [name for name in REQUIRED if not meta.get(name)]
    if missing:
        raise InputError(f"{path.name} saknar {', '.join(missing)} i sidhuvudet; lägg till det.")
    body = tree.body
    if meta.get("numbering") == "decimal":
        number_headings(body)
    title = plain(tree.find(".//title"))
    return Source(
        name=path.stem,
        title=title,
        publisher=meta["publisher"],
        kind=meta["kind"],
        period=meta["period"],
        registration_number=meta["registration-number"],
        date=meta["date"],
        style=meta["style"],
        routes=tuple(meta["routes"].split()),
        notice=meta.get("notice", NOTICE),
        running=meta.get("running", f"{meta['publisher']} · {title}"),
        body=body,
    )


def plain(element: html.HtmlElement) -> str:
    """The element's text on one line; inner spaces that group digits are kept as they are."""
    return re.sub(r"[ \t\r\n]+", " ", "".join(element.itertext())).strip()


def chapter_headings(body: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """Headings of the running text in order, without the contents page's own."""
    for element in body.iter(*HEADINGS):
        if next(element.iterancestors("nav"), None) is None:
            yield element


def number_headings(body: html.HtmlElement) -> None:
    """Write "2", "2.1" before h2 and h3, as a word processor with outline numbering does."""
    chapter = section = 0
    for heading in chapter_headings(body):
        if "unnumbered" in heading.get("class", ""):
            continue
        if heading.tag == "h2":
            chapter, section = chapter + 1, 0
            label = f"{chapter}"
        elif heading.tag == "h3":
            section += 1
            label = f"{chapter}.{section}"
        else:
            continue
        heading.text = f"{label}\u2002{heading.text or ''}"


def footnotes(body: html.HtmlElement) -> dict[str, html.HtmlElement]:
    """Footnote elements by id."""
    return {note.get("id", ""): note for note in body.iter("aside")}


def body_copy(source: Source) -> html.HtmlElement:
    """A copy of the body that a route may change."""
    return copy.deepcopy(source.body)


def table_rows(table: html.HtmlElement) -> list[list[html.HtmlElement]]:
    """The table's rows of cells, header rows first."""
    return [[cell for cell in row if cell.tag in ("th", "td")] for row in table.iter("tr")]
