"""Plain text out of a source, as a program that exports text leaves it.

Headings are bare lines, blank lines stand between blocks, cells are parted by tabs, the contents
page has dotted lines, footnotes come at the end and pictures leave only their captions.
"""

from collections.abc import Iterator

from lxml import html

from corpus.reports.source import Source, chapter_headings, footnotes, plain, table_rows

# Contents lines need a page: so many characters fill one in the looks used here.
PAGE_CHARACTERS = 2600

HEADING_TAGS = ("h1", "h2", "h3", "h4")


def text_file(source: Source) -> bytes:
    """Make the text, UTF-8 with a final line break."""
    notes = footnotes(source.body)
    blocks = list(_blocks(source.body, list(notes)))
    contents = _contents(source, blocks)
    lines = [contents if block == _CONTENTS else block for block in blocks]
    lines += [f"{number} {plain(note)}" for number, note in enumerate(notes.values(), 1)]
    lines.append(source.notice)
    return ("\n\n".join(lines) + "\n").encode("utf-8")


# Holds the place of the contents lines until the headings' places are known.
_CONTENTS = "\0contents"


def _blocks(element: html.HtmlElement, notes: list[str]) -> Iterator[str]:
    for child in element:
        if child.tag in HEADING_TAGS:
            yield plain(child)
        elif child.tag in ("p", "blockquote"):
            yield _words(child, notes)
        elif child.tag in ("ul", "ol"):
            yield "\n".join(f"- {_words(item, notes)}" for item in child.findall("li"))
        elif child.tag == "table":
            yield _table(child)
        elif child.tag == "figure":
            caption = child.find("figcaption")
            if caption is not None:
                yield plain(caption)
        elif child.tag == "nav":
            yield plain(child.find("h2"))
            yield _CONTENTS
        elif child.tag in ("header", "main", "section", "div"):
            yield from _blocks(child, notes)


def _words(element: html.HtmlElement, notes: list[str]) -> str:
    """A paragraph's text; its footnote marks are left as bare digits, as exports leave them."""
    parts = [element.text or ""]
    for child in element:
        link = child.find("a") if child.tag == "sup" else None
        if child.tag == "br":
            parts.append("\n")
        elif link is not None:
            parts.append(str(notes.index(link.get("href", "")[1:]) + 1))
        else:
            parts.append("".join(child.itertext()))
        parts.append(child.tail or "")
    kept = "".join(parts).replace("\n", " ").split(" ")
    return " ".join(part for part in kept if part)


def _table(table: html.HtmlElement) -> str:
    caption = table.find("caption")
    lines = [plain(caption)] if caption is not None else []
    lines += ["\t".join(plain(cell) for cell in row) for row in table_rows(table)]
    return "\n".join(lines)


def _contents(source: Source, blocks: list[str]) -> str:
    lines, start, passed = [], 0, 0
    for heading in chapter_headings(source.body):
        words = plain(heading)
        at = blocks.index(words, start)
        passed += sum(len(block) for block in blocks[start:at])
        start = at
        if heading.tag in ("h2", "h3"):
            page = 3 + passed // PAGE_CHARACTERS
            lines.append(f"{words}{'.' * max(5, 70 - len(words))}{page}")
    return "\n".join(lines)
