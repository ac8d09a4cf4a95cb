"""Word documents: headings by style and outline, numbering, tables, notes, text boxes; changes as if accepted."""

import re

from lxml import etree

from corpus.errors import LimitExceeded, UnreadableFile
from corpus.model import Page
from corpus.settings import MEGABYTE, Settings
from ingest.document import Block, Document, Heading, Properties
from ingest.formats.captions import with_captions
from ingest.formats.contents import without_contents
from ingest.formats.docx.blocks import Gathering
from ingest.formats.docx.numbering import Numbering
from ingest.formats.docx.package import Package, W, open_package
from ingest.formats.docx.runs import Fields, content_of
from ingest.formats.docx.styles import Styles
from ingest.formats.faked import with_faked_headings, with_listed_headings, with_tabbed_tables

_DC = "{http://purl.org/dc/elements/1.1/}"
#: What Word prints for a field in a page header that finds nothing.
_ERROR = re.compile(r"(?:Fel|Error)!")


def read(content: bytes, name: str, settings: Settings) -> Document:
    """Read a Word document.

    Raises:
        UnreadableFile: it is encrypted, damaged, empty, no Word document, or unpacks to more than is reasonable.
        LimitExceeded: the file is larger than `settings.max_file_bytes`.
    """
    if len(content) > settings.max_file_bytes:
        most = settings.max_file_bytes / MEGABYTE
        message = f"”{name}” är {len(content) / MEGABYTE:.0f} MB; filer över {most:.0f} MB läses inte. Dela dokumentet."
        raise LimitExceeded(message)
    package = open_package(content, name, settings)
    styles = Styles(package.part("styles"))
    gathering = Gathering(package, styles, Numbering(package.part("numbering")))
    gathering.over(package.document)
    if not gathering.lines:
        message = f"”{name}” innehåller ingen text att läsa. Kontrollera att rätt fil valdes."
        raise UnreadableFile(message, reason="empty")
    entries = with_faked_headings(with_listed_headings(gathering.entries, gathering.listed))
    entries = with_tabbed_tables(entries)
    blocks = with_captions(entries)
    title, blocks = _titled(" ".join(gathering.titles) or None, without_contents(blocks))
    return Document(
        blocks=tuple(blocks),
        pages=(Page(None, None, 0.0, 0.0, "\n".join(gathering.lines)),),
        title=title,
        properties=_properties(package, styles),
        front_matter=tuple(_running_lines(package)),
    )


def _titled(title: str | None, blocks: list[Block]) -> tuple[str | None, list[Block]]:
    """The title: that of the title style, else the only heading of the first level where it stands first."""
    heads = [block for block in blocks if isinstance(block, Heading)]
    highest = [head for head in heads if head.level == 1]
    if title is None and len(heads) > 1 and len(highest) == 1 and heads[0] is highest[0]:
        return highest[0].text, [block for block in blocks if block is not highest[0]]
    return title, blocks


def _properties(package: Package, styles: Styles) -> Properties:
    core = package.core

    def said(tag: str) -> str | None:
        found = core.findtext(f"{_DC}{tag}") if core is not None else None
        return " ".join((found or "").split()) or None

    return Properties(said("title"), said("creator"), said("subject"), said("language") or styles.language)


def _running_lines(package: Package) -> list[str]:
    """Lines of the page headers and footers, but those that are only a page's number."""
    roots: tuple[etree._Element, ...] = (*package.parts.get("header", ()), *package.parts.get("footer", ()))
    lines = [content_of(p, Fields()).line for root in roots for p in root.iter(f"{W}p")]
    return list(dict.fromkeys(line for line in lines if any(map(str.isalpha, line)) and not _ERROR.match(line)))
