"""Where metadata is looked for: words of a report, each with the weight that its place gives it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from pathlib import PurePath

from ingest.document import Document, Heading, Paragraph, TableBlock

#: Characters of the first page, and of the pages that follow it, that are taken for the report's opening.
FIRST_PAGE_CHARACTERS = 2500
OPENING_CHARACTERS = 9000
#: Pages that may belong to the opening: cover, imprint, contents.
OPENING_PAGES = 4
#: Headings and characters of body text beyond the opening that count as weak evidence.
BODY_HEADINGS = 200
BODY_CHARACTERS = 60_000


class Place(StrEnum):
    """Where a clue stands."""

    TITLE = "title"
    FRONT = "front"
    AUTHOR = "author"
    PROPERTY = "property"
    COVER = "cover"
    NAME = "name"
    OPENING = "opening"
    HEADING = "heading"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Clue:
    """Words and the place they stand in; a paragraph of a cover or opening is one clue."""

    text: str
    place: Place


def gather(document: Document, name: str, title: str) -> tuple[Clue, ...]:
    """All clues of a report, the most telling places first."""
    properties = document.properties
    clues = [Clue(title, Place.TITLE)]
    clues += [Clue(text, Place.TITLE) for text in (document.title,) if text and text != title]
    clues += [Clue(text, Place.FRONT) for text in document.front_matter]
    clues += [Clue(text, Place.AUTHOR) for text in (properties.author,) if text]
    clues += [Clue(text, Place.PROPERTY) for text in (properties.title, properties.subject) if text and text != title]
    clues += [Clue(text, Place.COVER) for text in cover_lines(document)]
    clues.append(Clue(spoken_name(name), Place.NAME))
    clues += [Clue(text, Place.OPENING) for text in _opening_lines(document)]
    headings = [block.text for block in document.blocks if isinstance(block, Heading)]
    clues += [Clue(text, Place.HEADING) for text in headings[:BODY_HEADINGS]]
    clues += [Clue(text, Place.BODY) for text in _body(document)]
    return tuple(clue for clue in clues if clue.text.strip())


def cover_lines(document: Document) -> Iterator[str]:
    """The lines of the first page, or of the beginning of a file without pages."""
    for page in document.pages[:1]:
        yield from _lines(page.text[:FIRST_PAGE_CHARACTERS])


def spoken_name(name: str) -> str:
    """A file name as words: without suffix, with spaces for the signs that stand in for them."""
    stem = PurePath(name).stem
    words = re.sub(r"[_+]+|(?<=[^\W\d])-(?=[^\W\d])|(?<=\d)-(?=[^\W\d])|(?<=[^\W\d])-(?=\d)", " ", stem)
    return " ".join(words.split())


def _opening_lines(document: Document) -> Iterator[str]:
    if len(document.pages) == 1:
        yield from _lines(document.pages[0].text[FIRST_PAGE_CHARACTERS:OPENING_CHARACTERS])
    for page in document.pages[1:OPENING_PAGES]:
        yield from _lines(page.text[: OPENING_CHARACTERS // 2])


def _lines(text: str) -> Iterator[str]:
    return (line for raw in text.splitlines() if (line := " ".join(raw.split())))


def _body(document: Document) -> Iterator[str]:
    """Running text and table cells, up to a bound."""
    length = 0
    for block in document.blocks:
        texts: Iterator[str] = iter(())
        if isinstance(block, Paragraph):
            texts = iter((block.text,))
        elif isinstance(block, TableBlock):
            texts = chain(block.header, *block.rows)
        for text in texts:
            length += len(text)
            if length > BODY_CHARACTERS:
                return
            yield text
