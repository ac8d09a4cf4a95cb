"""A PDF file read as a document."""

import logging
from dataclasses import dataclass, replace

import pypdfium2 as pdfium

from corpus.model import Page, Problem
from corpus.settings import Settings
from ingest.document import Document, Properties
from ingest.formats.pdf.fallback import FallbackReader
from ingest.formats.pdf.objects import objects_of
from ingest.formats.pdf.opening import open_pdf
from ingest.formats.pdf.outline import bookmarks_of
from ingest.formats.pdf.page_labels import page_labels
from ingest.formats.pdf.pages import PageReader
from ingest.formats.pdf.scans import ScanReader
from ingest.formats.pdf.strings import language, property_of
from ingest.formats.pdf.tags import tags_of
from ingest.heartbeat import page_read
from ingest.layout.analysis import Analysis, PageLayout, analyse
from ingest.layout.blocks import blocks_of
from ingest.layout.content import Bookmark, PageContent, Tags
from ingest.layout.loss import set_aside
from ingest.ocr.turning import as_displayed
from ingest.ocr.words import with_steady_sizes


def read(content: bytes, name: str, settings: Settings) -> Document:
    """Read a PDF file.

    Args:
        content: the file's bytes.
        name: its base name, for messages.
        settings: limits.

    Returns:
        The document; a page that could not be read is a problem in it.

    Raises:
        UnreadableFile: the file is no PDF, is locked or damaged, or has no pages.
        LimitExceeded: it has more pages than the settings allow.
    """
    analysis, document, problems = analysed(content, name, settings)
    stream = blocks_of(analysis, document.bookmarks)
    return Document(
        blocks=as_displayed(stream.blocks, [page.content for page in analysis.pages]),
        pages=tuple(map(_page, analysis.pages)),
        title=stream.title,
        properties=document.properties,
        front_matter=tuple(dict.fromkeys(stream.front)),
        problems=tuple(problems),
        aside=tuple(set_aside(analysis)),
    )


def _page(page: PageLayout) -> Page:
    content = page.content
    width, height = round(content.width, 2), round(content.height, 2)
    if content.turns % 2:
        width, height = height, width
    return Page(content.number, page.printed, width, height, content.text, content.ocr)


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What a file says of itself beside its pages."""

    bookmarks: tuple[Bookmark, ...]
    properties: Properties


def analysed(content: bytes, name: str, settings: Settings) -> tuple[Analysis, FileFacts, list[Problem]]:
    """A PDF file's pages analysed, what the file says of itself, and the problems of single pages.

    Raises:
        UnreadableFile: as `read`.
        LimitExceeded: as `read`.
    """
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    document = open_pdf(content, name, settings)
    try:
        pages, problems = _pages(document, content, name, settings)
        objects = objects_of(content)
        facts = FileFacts(bookmarks_of(document, objects), _properties(document))
    finally:
        document.close()
    labels = page_labels(objects, len(pages))
    pages = [replace(page, label=label) for page, label in zip(pages, labels, strict=True)]
    tags = tags_of(objects) if any(w.mark >= 0 for page in pages for w in page.words) else Tags()
    return analyse(pages, tags), facts, problems


def _pages(
    document: pdfium.PdfDocument, content: bytes, name: str, settings: Settings
) -> tuple[list[PageContent], list[Problem]]:
    """All pages; one that pdfium cannot read goes the second way, and is a problem if that fails too."""
    reader = PageReader(document)
    second = FallbackReader(content)
    scans = ScanReader(document, name, settings)
    pages: list[PageContent] = []
    problems: list[Problem] = []
    for index in range(len(document)):
        try:
            page: PageContent | None = reader.read(index)
        except pdfium.PdfiumError:
            page = second.read(index)
        number = index + 1
        if page is None:
            message = f"{name}, sidan {number}: sidan är skadad och kunde inte läsas. Jämför med originalet."
            problems.append(Problem("page_unreadable", message, number))
            page = PageContent(number, 595.0, 842.0)
        else:
            page, told = scans.complete(page)
            problems += told
        pages.append(page)
        page_read(number, len(document))
    second.close()
    return with_steady_sizes(pages), problems


def _properties(document: pdfium.PdfDocument) -> Properties:
    """What the file's own properties say, empty ones left out."""
    title, author, subject = (property_of(document, key) for key in (b"Title", b"Author", b"Subject"))
    return Properties(title, author, subject, language(document))
