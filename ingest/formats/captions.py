"""Captions that stand as paragraphs beside a table or picture, and what they belong to."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.document import Block, Paragraph, Picture, TableBlock
from ingest.formats.entries import Entry

TABLE = re.compile(r"(?:tabell|table)\s*\d+(?:[.:]\d+)*[.:]?(?:\s|$)", re.IGNORECASE)
PICTURE = re.compile(
    r"(?:figure?|diagram|bild|karta|kartbild|illustration|chart)\s*\d+(?:[.:]\d+)*[.:]?(?:\s|$)", re.IGNORECASE
)
#: A caption is no longer; a longer paragraph that begins with "Tabell 3" speaks of it.
MAX_CHARACTERS = 300


def with_captions(entries: Sequence[Entry]) -> list[Block]:
    """Blocks with captions moved into the tables and pictures that they stand above or below.

    A caption that stands alone becomes a picture, for what it names could not be read. Of a picture, a caption takes
    the place of an alternative text, which then goes before the text in the picture.
    """
    found: list[Entry] = []
    waiting: str | None = None
    for at, entry in enumerate(entries):
        block = entry.block
        if isinstance(block, Paragraph) and (entry.caption or (not block.list_item and is_caption(block.text))):
            found += [Entry(Picture(waiting))] if waiting else []
            waiting = None
            last = found[-1] if found else None
            following = entries[at + 1] if at + 1 < len(entries) else None
            if last is not None and isinstance(last.block, Picture) and _takes(last, block.text):
                found[-1] = _captioned(last, block.text)  # Pictures stand above their captions, tables below.
            elif following is not None and _takes(following, block.text):
                waiting = block.text
            elif last is not None and _takes(last, block.text):
                found[-1] = _captioned(last, block.text)
            else:
                found.append(Entry(Picture(block.text)) if PICTURE.match(block.text) else entry)
        elif waiting is not None and isinstance(block, (TableBlock, Picture)):
            found.append(_captioned(entry, waiting))
            waiting = None
        else:
            found.append(entry)
    return [entry.block for entry in found]


def is_caption(text: str) -> bool:
    """Whether a text names a table or picture; one that goes on in small letters speaks of it ("Figur 1 visar")."""
    named = TABLE.match(text) or PICTURE.match(text)
    if named is None or len(text) > MAX_CHARACTERS:
        return False
    return not text[named.end() :].lstrip()[:1].islower() or named[0].rstrip()[-1] in ".:"


def _captioned(entry: Entry, caption: str) -> Entry:
    block = entry.block
    if isinstance(block, Picture):
        return Entry(replace(block, caption=caption, text="\n".join(filter(None, (block.caption, block.text)))))
    assert isinstance(block, TableBlock)
    return Entry(replace(block, caption=caption))


def _takes(entry: Entry, caption: str) -> bool:
    """Whether a block lacks a caption and is of the sort that the caption names."""
    block = entry.block
    if isinstance(block, TableBlock):
        return block.caption is None and not PICTURE.match(caption)
    return isinstance(block, Picture) and (block.caption is None or entry.described) and not TABLE.match(caption)
