"""HTML: headings, paragraphs, lists, tables and footnotes; menus, scripts and styles are left out."""

import re

from lxml import etree, html

from corpus.errors import UnreadableFile
from corpus.model import Page
from corpus.settings import Settings
from ingest.document import Document, Heading, Properties
from ingest.formats.captions import with_captions
from ingest.formats.contents import without_contents
from ingest.formats.decoding import decode
from ingest.formats.faked import with_faked_headings
from ingest.formats.html.blocks import MAX_FOOTER, Walk
from ingest.formats.html.notes import find_notes
from ingest.formats.html.raw import raw_text
from ingest.formats.html.tree import NEVER, is_furniture, is_hidden, main_part, text_of

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})|^\s*<\?xml[^>]{0,80}?encoding\s*=\s*[\"']([\w-]{2,40})",
    re.IGNORECASE,
)
#: Encodings that write all letters in bytes of seven bits, and so look like UTF-8.
_SEVEN_BITS = ("iso-2022", "utf-7", "hz")


def read(content: bytes, name: str, settings: Settings) -> Document:
    """Read an HTML file. Nothing that it refers to is fetched, and entities that it declares are not expanded.

    Raises:
        UnreadableFile: the file is empty, holds something else than text, or no text to read.
        LimitExceeded: the file is larger than `settings.max_text_bytes`.
    """
    return document_of(decode(_in_utf8(content), name, settings), name)


def document_of(text: str, name: str) -> Document:
    """The document that a text in HTML makes.

    Raises:
        UnreadableFile: there is no text to read in it.
    """
    # Without `huge_tree`, what is nested 256 deep would be left out without a word.
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = html.document_fromstring(_DECLARATION.sub("", text), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise _empty(name) from None
    properties = _properties(root)
    for element in list(root.iter(*NEVER)):
        element.drop_tree()
    _drop_furniture(root)
    notes = find_notes(root)
    whole = raw_text(root, notes)
    walk = Walk(notes)
    main = main_part(root)
    walk.over(main)
    blocks = without_contents(with_captions(with_faked_headings(walk.finish())))
    if not blocks:
        raise _empty(name)
    if main is not root:
        walk.front_matter += (text for part in root.iter("header", "footer") if (text := _aside(part, main)))
    heads = [block for block in blocks if isinstance(block, Heading)]
    highest = [head for head in heads if head.level == 1]
    title = None
    if len(highest) == 1 and heads[0] is highest[0] and (len(heads) > 1 or len(blocks) > 1):
        title = highest[0].text
        blocks = [block for block in blocks if block is not highest[0]]
    page = Page(None, None, 0.0, 0.0, whole)
    return Document(tuple(blocks), (page,), title=title, properties=properties, front_matter=tuple(walk.front_matter))


def _drop_furniture(root: html.HtmlElement) -> None:
    """Take away what is not shown and what belongs to the page; what is within such a part is not looked at."""
    found: list[html.HtmlElement] = []
    walk = etree.iterwalk(root, events=("start",))
    for _, element in walk:
        if element.tag not in ("html", "body") and (is_hidden(element) or is_furniture(element)):
            found.append(element)
            walk.skip_subtree()
    for element in found:
        if element.getparent() is not None:
            element.drop_tree()


def _aside(part: html.HtmlElement, main: html.HtmlElement) -> str:
    """The text of a header or footer that stands outside the main part; empty for one that does not, or is long."""
    if part is main or main in part.iterancestors() or main in part.iterdescendants():
        return ""
    text = text_of(part)
    return text if len(text) <= MAX_FOOTER else ""


def _in_utf8(content: bytes) -> bytes:
    """Bytes in the encoding that the file declares, as UTF-8; as they are where it declares none that is known."""
    declared = _CHARSET.search(content[:4096])
    if declared is None or content.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return content
    encoding = (declared[1] or declared[2]).decode("ascii").lower()
    if encoding in ("utf-8", "utf8", "utf-16", "utf16", "unicode"):
        return content
    if _is_utf8(content) and not encoding.startswith(_SEVEN_BITS):
        return content  # Whoever converted the file forgot to say so in it.
    # Browsers read Latin-1 as Windows-1252, and so do the people who wrote the file.
    encoding = "cp1252" if encoding in ("iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii") else encoding
    try:
        return content.decode(encoding).encode("utf-8")
    except (LookupError, UnicodeError):
        return content


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _properties(root: html.HtmlElement) -> Properties:
    title = root.find(".//title")
    metas = {
        (meta.get("name") or meta.get("property") or "").lower(): " ".join((meta.get("content") or "").split())
        for meta in root.iter("meta")
    }
    return Properties(
        title=" ".join((title.text or "").split()) or None if title is not None else None,
        author=metas.get("author") or metas.get("dc.creator") or None,
        subject=metas.get("description") or metas.get("dc.subject") or None,
        language=(root.get("lang") or "").strip() or None,
    )


def _empty(name: str) -> UnreadableFile:
    message = f"”{name}” innehåller ingen text att läsa. Kontrollera att rätt fil valdes."
    return UnreadableFile(message, reason="empty")
