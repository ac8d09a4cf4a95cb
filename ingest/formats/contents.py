"""Contents lists in formats that mark headings: lines that repeat the headings to come are no text."""

import re
from collections.abc import Sequence

from ingest.document import Block, Heading, Paragraph

NAME = re.compile(r"(?:innehåll|innehållsförteckning|contents|table of contents)\s*:?", re.IGNORECASE)
_LEADER = re.compile(r"[\s.…]*\d*$")
_NUMBERING = re.compile(r"^\d+(?:\.\d+)*\.?\s+")
#: So many lines in a row are a contents list; two may be two names.
MIN_LINES = 3


def without_contents(blocks: Sequence[Block]) -> list[Block]:
    """Blocks without contents lists and the headings "Innehåll" above them."""
    last = {plain(block.text): at for at, block in enumerate(blocks) if isinstance(block, Heading)}
    kept: list[Block] = []
    at = 0
    blocks = [block for at, block in enumerate(blocks) if not _heads_nothing(blocks, at)]
    while at < len(blocks):
        end = at
        while end < len(blocks) and _announces(blocks[end], last, end):
            end += 1
        if end - at >= MIN_LINES:
            above = kept[-1] if kept else None
            if isinstance(above, (Heading, Paragraph)) and NAME.fullmatch(above.text.strip()):
                kept.pop()
            at = end
        else:
            kept.append(blocks[at])
            at += 1
    return kept


def _heads_nothing(blocks: Sequence[Block], at: int) -> bool:
    """Whether a block is a heading of contents that were left out already."""
    block, following = blocks[at], blocks[at + 1 : at + 2]
    if not isinstance(block, Heading) or not NAME.fullmatch(block.text.strip()) or not following:
        return False
    return isinstance(following[0], Heading) and following[0].level <= block.level


def _announces(block: Block, last: dict[str, int], at: int) -> bool:
    """Whether a paragraph is the text of a heading that is still to come."""
    return isinstance(block, Paragraph) and last.get(plain(block.text), -1) > at


def plain(text: str) -> str:
    """A heading's words, without its number before and its page after."""
    return " ".join(_LEADER.sub("", _NUMBERING.sub("", text)).casefold().split())
