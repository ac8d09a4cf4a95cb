"""Word documents: headings by style and outline, numbering, tables, notes, text boxes; changes as if accepted."""

from collections.abc import Sequence

from lxml import etree

from corpus.errors import LimitExceeded, UnreadableFile
from corpus.model import Page
from corpus.settings import MEGABYTE, Settings
from ingest.document import Block, Document, Heading, Paragraph, Properties
from ingest.formats.captions import with_captions
from ingest.formats.contents import without_contents
from ingest.formats.docx.blocks import MAX_BOLD_HEADING, Gathering, Looks
from ingest.formats.docx.numbering import Numbering
from ingest.formats.docx.package import Package, W, open_package
from ingest.formats.docx.runs import Fields, content_of
from ingest.formats.docx.styles import Styles

_DC = "{http://purl.org/dc/elements/1.1/}"


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
    blocks = with_captions(_with_bold_headings(gathering.blocks, gathering.looks), gathering.captions)
    title, blocks = _titled(" ".join(gathering.titles) or None, without_contents(blocks))
    return Document(
        blocks=tuple(blocks),
        pages=(Page(None, None, 0.0, 0.0, "\n".join(gathering.lines)),),
        title=title,
        properties=_properties(package, styles),
        front_matter=tuple(_headers(package)),
    )


def _titled(title: str | None, blocks: list[Block]) -> tuple[str | None, list[Block]]:
    """The title: that of the title style, else the only heading of the first level where it stands first."""
    heads = [block for block in blocks if isinstance(block, Heading)]
    highest = [head for head in heads if head.level == 1]
    if title is None and len(heads) > 1 and len(highest) == 1 and heads[0] is highest[0]:
        return highest[0].text, [block for block in blocks if block is not highest[0]]
    return title, blocks


def _with_bold_headings(blocks: list[Block], looks: dict[int, Looks]) -> list[Block]:
    """Blocks with bold lines as headings, where no style tells what is a heading; larger ones stand above smaller."""
    if any(isinstance(block, Heading) for block in blocks):
        return blocks
    places = [at for at, block in enumerate(blocks) if at in looks and _may_head(block, looks[at], blocks, at)]
    sizes = sorted({looks[at].size for at in places}, reverse=True)
    found = list(blocks)
    for at in places:
        block = blocks[at]
        if isinstance(block, Paragraph):
            found[at] = Heading(block.text, sizes.index(looks[at].size) + 1)
    return found


def _may_head(block: Block, look: Looks, blocks: Sequence[Block], at: int) -> bool:
    if not isinstance(block, Paragraph) or block.list_item or not look.bold or at + 1 == len(blocks):
        return False
    return len(block.text) <= MAX_BOLD_HEADING and not block.text.endswith((".", ":", ",", ";"))


def _properties(package: Package, styles: Styles) -> Properties:
    core = package.core

    def said(tag: str) -> str | None:
        found = core.findtext(f"{_DC}{tag}") if core is not None else None
        return " ".join((found or "").split()) or None

    return Properties(said("title"), said("creator"), said("subject"), said("language") or styles.language)


def _headers(package: Package) -> list[str]:
    """Lines of the page headers."""
    roots: tuple[etree._Element, ...] = package.parts.get("header", ())
    lines = [" ".join(content_of(p, Fields()).text.split()) for root in roots for p in root.iter(f"{W}p")]
    return list(dict.fromkeys(line for line in lines if line))
