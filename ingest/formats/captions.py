"""Captions that stand as paragraphs beside a table or picture, and what they belong to."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from ingest.document import Block, Paragraph, Picture, TableBlock

TABLE = re.compile(r"(?:tabell|table)\s*\d+(?:[.:]\d+)*[.:]?(?:\s|$)", re.IGNORECASE)
PICTURE = re.compile(
    r"(?:figure?|diagram|bild|karta|kartbild|illustration|chart)\s*\d+(?:[.:]\d+)*[.:]?(?:\s|$)", re.IGNORECASE
)
#: A caption is no longer; a longer paragraph that begins with "Tabell 3" speaks of it.
MAX_CHARACTERS = 300


def with_captions(
    blocks: Sequence[Block], styled: Collection[int] = (), described: Collection[int] = ()
) -> list[Block]:
    """Blocks with captions moved into the tables and pictures that they stand above or below.

    A caption that stands alone becomes a picture, for what it names could not be read.

    Args:
        blocks: blocks in order.
        styled: places of the paragraphs that are captions by their style.
        described: places of the pictures whose captions are only their alternative texts; a true caption takes the
            place of such a one, which then goes before the text in the picture.
    """
    found: list[Block] = []
    waiting: str | None = None
    alternatives = {id(blocks[at]) for at in described}
    for at, block in enumerate(blocks):
        if isinstance(block, Paragraph) and _is_caption(block, at in styled):
            found += [Picture(waiting)] if waiting else []
            waiting = None
            last = found[-1] if found else None
            following = blocks[at + 1] if at + 1 < len(blocks) else None
            if isinstance(last, Picture) and _takes(last, block.text, alternatives):
                found[-1] = _captioned(last, block.text)  # Pictures stand above their captions, tables below.
            elif _takes(following, block.text, alternatives):
                waiting = block.text
            elif isinstance(last, TableBlock) and _takes(last, block.text, alternatives):
                found[-1] = _captioned(last, block.text)
            else:
                found.append(Picture(block.text) if PICTURE.match(block.text) else block)
        elif waiting is not None and isinstance(block, (TableBlock, Picture)):
            found.append(_captioned(block, waiting))
            waiting = None
        else:
            found.append(block)
    return found


def _is_caption(block: Paragraph, styled: bool) -> bool:
    named = TABLE.match(block.text) or PICTURE.match(block.text)
    return styled or (named is not None and len(block.text) <= MAX_CHARACTERS and not block.list_item)


def _captioned(block: TableBlock | Picture, caption: str) -> TableBlock | Picture:
    if isinstance(block, Picture) and block.caption is not None:
        return replace(block, caption=caption, text="\n".join(filter(None, (block.caption, block.text))))
    return replace(block, caption=caption)


def _takes(block: Block | None, caption: str, alternatives: Collection[int]) -> bool:
    """Whether a block lacks a caption and is of the sort that the caption names."""
    if isinstance(block, TableBlock):
        return block.caption is None and not PICTURE.match(caption)
    lacks = isinstance(block, Picture) and (block.caption is None or id(block) in alternatives)
    return lacks and not TABLE.match(caption)
