"""Lines that were recognised in a picture as words on a page, in sizes as steady as print has."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.layout.content import PageContent, Style, Word
from ingest.layout.lines import WORD_GAP
from ingest.ocr.hocr import ReadLine

#: A font's size, in heights of its capitals: 1.51 for Times, 1.40 for Arial.
FONT_SIZE = 1.45
#: How far a font reaches above and below the baseline, in font sizes.
ASCENT = 0.8
DESCENT = 0.22
#: Measured sizes this near each other, as a share, are one: in sample reports scanned at 200 dots an inch, lines of
#: one font differ by 6 percent, and a table's print is 9 percent smaller than the text's.
ALIKE = 0.07


def words_of(lines: Sequence[ReadLine], dots: float) -> tuple[Word, ...]:
    """The words of a page that was read at `dots` dots a point."""
    made: list[Word] = []
    for line in lines:
        size, baseline = FONT_SIZE * line.height / dots, line.baseline / dots
        style = Style("", size, bold=False, italic=False, color=0)
        gaps = [after.x0 - before.x1 for before, after in pairwise(line.words)]
        for word, gap in zip(line.words, [*gaps, 0.0], strict=True):
            made.append(
                Word(
                    text=word.text,
                    x0=word.x0 / dots,
                    top=baseline - ASCENT * size,
                    x1=word.x1 / dots,
                    bottom=baseline + DESCENT * size,
                    baseline=baseline,
                    style=style,
                    # Over a wider gap stands another cell or column, which the layout is to part.
                    spaced=gap / dots <= WORD_GAP * size,
                )
            )
    return tuple(made)


def with_steady_sizes(pages: Sequence[PageContent]) -> list[PageContent]:
    """The pages with the sizes of recognised words brought together over the whole document.

    Every line is measured by itself and comes out a little larger or smaller; the layout tells headings from text by
    size and takes for granted that equal print has equal sizes.
    """
    weights = Counter({size: 0 for page in pages if page.ocr for size in {word.style.size for word in page.words}})
    for page in pages:
        if page.ocr:
            weights.update(word.style.size for word in page.words for _ in word.text)
    steady = _gathered(weights)
    return [
        replace(page, words=tuple(_sized(word, steady[word.style.size]) for word in page.words)) if page.ocr else page
        for page in pages
    ]


def _gathered(weights: Counter[float]) -> dict[float, float]:
    """For each measured size the one it stands for: the most used first, and all that are alike with it."""
    steady: dict[float, float] = {}
    for size in sorted(weights, key=lambda size: (-weights[size], size)):
        if size not in steady:
            near = [other for other in weights if other not in steady and abs(other - size) <= ALIKE * size]
            steady |= dict.fromkeys(near, round(size * 2) / 2)
    return steady


def _sized(word: Word, size: float) -> Word:
    style = replace(word.style, size=size)
    top, bottom = word.baseline - ASCENT * size, word.baseline + DESCENT * size
    return replace(word, style=style, top=top, bottom=bottom)
