"""Bullets that are drawn instead of written, as browsers print them: dots, rings and squares before a line."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.layout.content import PageContent, Shape, Word

#: Size of a bullet, in font sizes of the text after it. Browsers draw them 0.3 to 0.4 large; signs in charts' legends
#: and status symbols are larger.
SMALLEST = 0.15
LARGEST = 0.55
#: How far before the text, in font sizes, a bullet stands at most, and how far its middle may lie above the baseline.
FARTHEST = 2.0
LOWEST = 0.1
HIGHEST = 0.6
BULLET = "•"
#: More small shapes than this on a page are a drawing's.
MOST = 200


def with_bullets(page: PageContent) -> PageContent:
    """A page with a word for each bullet that is drawn on it, before the text that it stands at."""
    signs = [s for s in page.shapes if 0.8 < s.box.width / max(0.1, s.box.height) < 1.25 and s.box.width < 10]
    found: dict[int, Word] = {}
    for sign in signs if len(signs) <= MOST else ():
        at = _item(sign, page.words)
        if at is not None:
            word, box = page.words[at], sign.box
            found[at] = replace(word, text=BULLET, x0=box.x0, x1=box.x1, mark=-1, spaced=True, soft_end=False)
    if not found:
        return page
    words = [one for at, word in enumerate(page.words) for one in ((found[at], word) if at in found else (word,))]
    return replace(page, words=tuple(words))


def _item(sign: Shape, words: Sequence[Word]) -> int | None:
    """Where the word right after a sign is among a page's, if the sign is its bullet."""
    box = sign.box
    middle = (box.top + box.bottom) / 2
    beside = [
        at
        for at, w in enumerate(words)
        if w.upright and LOWEST * w.style.size < w.baseline - middle < HIGHEST * w.style.size
    ]
    after = min((at for at in beside if words[at].x0 >= box.x1), key=lambda at: words[at].x0, default=None)
    if after is None:
        return None
    word = words[after]
    size = word.style.size
    near = word.x0 - box.x1 < FARTHEST * size and SMALLEST * size < box.width < LARGEST * size
    free = not any(words[at].x1 > box.x0 - FARTHEST * size and words[at].x0 < box.x1 for at in beside)
    return after if near and free and any(c.isalnum() for c in word.text) else None
