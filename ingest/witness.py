"""A second witness: the text of a file by the plainest means, which had no part in making the report."""

import html
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import PurePath

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from corpus.model import Page
from corpus.settings import Settings
from ingest.document import Block, Document, Heading, Paragraph, Picture, SetAside, TableBlock
from ingest.formats.contents import NAME
from ingest.formats.decoding import decode
from ingest.formats.docx.package import W, open_package
from ingest.formats.html.tree import is_hidden, is_menu, text_of

Testimony = tuple[str, tuple[SetAside, ...]]
#: Parts of a Word document that hold text.
NOTES = ("footnotes", "endnotes")
#: What stands in a Word document a second time for older programs, or where it was moved away from.
ELSEWHERE = ("{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback", f"{W}moveFrom")
#: Elements of HTML that show no text of the report.
UNSEEN_TAGS = ("script", "style", "template", "noscript", "nav", "button", "select", "iframe", "head")
UNSEEN = re.compile(
    rf"<!--.*?-->|<head\b.*?(?=</head|<body)|<({'|'.join(UNSEEN_TAGS)})\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE
)
BREAKS = re.compile(r"</?(?:p|div|li|tr|td|th|h\d|br|dt|dd|caption|figcaption|section|table)\b[^>]*>", re.IGNORECASE)
TAG = re.compile(r"<[/!?a-z][^>]*>", re.IGNORECASE)
#: Signs of Markdown that hold letters: properties, addresses, labels of notes, names of languages.
FRONT = re.compile(r"\A---\n.*?\n(?:---|\.\.\.)\n", re.DOTALL)
ADDRESS = re.compile(r"\]\([^()\s]*(?:\([^()]*\))?[^()]*\)|\]\[[^\]]*\]")
LABEL = re.compile(r"\[\^[^\]\s]+\]:?|^ {0,3}\[[^\]]+\]:\s.*$|^ {0,3}(?:```|~~~)\s*\S*$", re.MULTILINE)


def witness(
    content: bytes, name: str, document: Document, settings: Settings
) -> tuple[tuple[Page, ...], list[SetAside]]:
    """A file's text as its pages hold it, and all that was left out on purpose.

    A format of which nothing is said here has its own second reader: its document's pages.

    Args:
        content: the file's bytes, which are known to be readable.
        name: its base name, whose suffix tells the format.
        document: what the format's reader made of them.
        settings: the limits.
    """
    aside = [*document.aside, SetAside(document.title or "", "title")]
    testify = WITNESSES.get(PurePath(name).suffix.lower())
    pages = document.pages
    if testify is not None:
        text, hidden = testify(content, name, settings)
        pages = tuple(replace(page, text=text) for page in pages[:1])
        aside += hidden
    if all(page.number is None for page in pages):
        aside += _repeated(pages, document)
    return pages, aside


def _repeated(pages: tuple[Page, ...], document: Document) -> Iterator[SetAside]:
    """Lines that say a heading or caption more often than the blocks do, as contents do, and running lines."""
    headings = [_plain(block.text) for block in document.blocks if isinstance(block, Heading)]
    headings += [_plain(block.caption or "") for block in document.blocks if isinstance(block, (TableBlock, Picture))]
    said = Counter(headings)
    said.update(plain for text in _lines(document.blocks) if (plain := _plain(text)) in said)
    running = set(map(_plain, document.front_matter))
    for line in (line for page in pages for line in page.text.splitlines()):
        plain = _plain(line)
        if plain in running or NAME.fullmatch(line.strip()):
            yield SetAside(line, "running" if plain in running else "contents")
        elif plain in said:
            said[plain] -= 1
            if said[plain] < 0:
                yield SetAside(line, "contents")


def _lines(blocks: Iterable[Block]) -> Iterator[str]:
    """Paragraphs and cells, each of which may be a line of the file."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        elif isinstance(block, TableBlock):
            yield from (cell for row in (block.header, *block.rows) for cell in row)


def _plain(text: str) -> str:
    return "".join(filter(str.isalpha, text)).casefold()


def _word(content: bytes, name: str, settings: Settings) -> Testimony:
    """All text of the body and the notes of a Word document."""
    package = open_package(content, name, settings)
    parts: list[str] = []
    for root in (package.document, *(root for kind in NOTES for root in package.parts.get(kind, ()))):
        for element in [*root.iter(*ELSEWHERE), *root.iterfind(f".//{W}vanish/../..")]:
            above = element.getparent()
            if above is not None:
                above.remove(element)
        for element in root.iter(f"{W}p", f"{W}t", f"{W}tab", f"{W}br"):
            parts.append((element.text or "") if element.tag == f"{W}t" else "\n" if element.tag == f"{W}p" else " ")
    return "".join(parts), ()


def _hypertext(content: bytes, name: str, settings: Settings) -> Testimony:
    """What is left of HTML without its tags; what its tree hides, and menus, are set aside."""
    try:
        text, encoding = content.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        text, encoding = "", None  # The parser heeds the encoding that a file declares.
    root = document_fromstring(content, parser=HTMLParser(huge_tree=True, no_network=True, encoding=encoding))
    text = text or etree.tostring(root, encoding="unicode")
    return html.unescape(TAG.sub("", BREAKS.sub("\n", UNSEEN.sub(" ", text)))), tuple(_unseen(root))


def _unseen(root: HtmlElement) -> Iterator[SetAside]:
    walk = etree.iterwalk(root, events=("start",))
    for _, element in walk:
        if not isinstance(element.tag, str) or element.tag in UNSEEN_TAGS:
            walk.skip_subtree()
        elif element.tag not in ("html", "body") and (is_hidden(element) or is_menu(element)):
            yield SetAside(text_of(element), "hidden" if is_hidden(element) else "menu")
            walk.skip_subtree()


def _markdown(content: bytes, name: str, settings: Settings) -> Testimony:
    """Markdown without its signs."""
    text = FRONT.sub("", decode(content, name, settings))
    return html.unescape(TAG.sub("", LABEL.sub("", ADDRESS.sub("]", text)))), ()


#: A format whose own pages tell too little has a line here.
WITNESSES: dict[str, Callable[[bytes, str, Settings], Testimony]] = {
    ".docx": _word,
    ".html": _hypertext,
    ".htm": _hypertext,
    ".md": _markdown,
}
