"""Verification of quotes: whether words stand on a page, and where.

Only white space, line-end hyphens, list marks and note marks may differ between a quote and its page; digits, years,
negations and every other character must be the same. A quote neither begins nor ends within a word or a number:
"5 procent" does not stand in "55 procent", nor "möjligt" in "o-möjligt".
"""

import itertools
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cached_property

from corpus.folding import Folded
from corpus.matching import position_of
from corpus.model import Box, Page, Source, Span
from corpus.notemarks import without_marks
from corpus.pagebreaks import goes_over, running_lines

_JOINING = frozenset("-\u2010\u2011–/\u00ad")
#: How much of a line two boxes must share in height to stand on it together: words of one line share nearly all, those
#: of the next nothing, and raised note marks about half.
_SAME_LINE = 0.4


def on_one_line(quote: str) -> str:
    """A quote as it is told beside others: on one line, the cells of a table's row parted by dots."""
    return " ".join(quote.replace("\t", " · ").split())


def is_verbatim(quote: str, page_texts: Sequence[str], others: Sequence[str] = (), marks: Collection[str] = ()) -> bool:
    """Whether the quote stands in the pages' own text, letter for letter.

    A quote of running text may go over from one page to the next: its beginning then ends a line of the one, its rest
    begins a line of the other, and between them stand only footnotes, page numbers and running lines. A table row
    (cells parted by tabs) stands there if its cells do in order, together or one after another, on one page.

    Args:
        quote: a stretch of running text, or a table row.
        page_texts: the texts of the pages it stands on, in order (`Page.text`).
        others: texts of other pages of the report; lines that several pages share are running lines.
        marks: the marks of the report's footnotes (`Footnote.mark`), which the quote may leave out.
    """
    if any(_stands_plainly(quote, text) for text in page_texts):
        return True

    def running() -> frozenset[str]:
        return running_lines([*page_texts, *others])

    if _stands(quote, [Folded(text) for text in page_texts], running):
        return True
    bare = [without_marks(text, marks) for text in page_texts]
    return bare != list(page_texts) and _stands(quote, [Folded(text) for text in bare], running)


def _stands_plainly(quote: str, text: str) -> bool:
    """Whether the quote stands in the text with nothing but white space to normalise, and white space around it.

    Most quotes do, and folding a text of sixty thousand characters takes a hundred times as long as this.
    """
    plain, page = " ".join(quote.split()), f"  {' '.join(text.split())}  "
    at = page.find(f" {plain} ")
    # Beside a hyphen or dash the white space may be a line end within a word or a span of years.
    return bool(plain) and at >= 0 and not _JOINING.intersection((page[at - 1], page[at + len(plain) + 2]))


class Verifier:
    """The pages of one report, held so that many quotes can be looked up fast; says the same as `is_verbatim`.

    Args:
        pages: all pages of the report.
        marks: the marks of its footnotes, which a quote may leave out.
    """

    def __init__(self, pages: Iterable[Page], marks: Collection[str] = ()) -> None:
        self._texts: Mapping[int | None, str] = {page.number: page.text for page in pages}
        self._marks = frozenset(marks)
        self._folded: dict[int | None, Folded] = {}
        self._bare: dict[int | None, Folded] = {}

    def holds(self, quote: str, source: Source) -> bool:
        """Whether the quote stands on its source's pages; a source without pages means the whole text."""
        numbers = [number for number in source.pages or (source.page,) if number in self._texts]
        if _stands(quote, [self._page(number) for number in numbers], lambda: self._running):
            return True
        return bool(self._marks) and _stands(quote, [self._bare_page(n) for n in numbers], lambda: self._running)

    @cached_property
    def _running(self) -> frozenset[str]:
        return running_lines(self._texts.values())

    def _page(self, number: int | None) -> Folded:
        if number not in self._folded:
            self._folded[number] = Folded(self._texts[number])
        return self._folded[number]

    def _bare_page(self, number: int | None) -> Folded:
        if number not in self._bare:
            self._bare[number] = Folded(without_marks(self._texts[number], self._marks))
        return self._bare[number]


def locate(quote: str, text: str) -> tuple[int, int] | None:
    """Where the quote first stands in the text, as `[start, end)` of it; None where it does not.

    The rules are those of `is_verbatim` within one page.
    """
    folded, page = Folded(quote), Folded(text)
    at = position_of(page, folded)
    if at is None:
        return None
    start, end = page.span(at, at + len(folded.solid))
    if len(page.text) == len(text):
        return start, end
    return _before_nfc(text, start), _before_nfc(text, end)


def boxes_of(start: int, end: int, spans: Sequence[Span]) -> tuple[Box, ...]:
    """The boxes under characters `[start, end)`: one for each line, made of its words' boxes.

    Args:
        start: first character of the text that the spans lead from.
        end: the character after the last.
        spans: in the text's order.
    """
    first = bisect_right(spans, start, key=lambda span: span.end)
    boxes: list[Box] = []
    for span in itertools.islice(spans, first, None):
        if span.start >= end:
            break
        if boxes and _on_one_line(boxes[-1], span.box):
            boxes[-1] = _around(boxes[-1], span.box)
        else:
            boxes.append(span.box)
    return tuple(boxes)


def _stands(quote: str, pages: Sequence[Folded], running: Callable[[], frozenset[str]]) -> bool:
    if "\t" in quote.strip():
        return any(_has_row(page, quote) for page in pages)
    folded = Folded(quote)
    if any(position_of(page, folded) is not None for page in pages):
        return True
    return any(goes_over(folded, before, after, running) for before, after in itertools.pairwise(pages))


def _has_row(page: Folded, row: str) -> bool:
    """Whether a table row stands on the page: its cells together, or else one after another."""
    texts = [cell for cell in row.split("\t") if cell.strip()]
    if position_of(page, Folded(" ".join(texts))) is not None:
        return True
    cells = [cell for cell in map(Folded, texts) if cell.solid]
    after: int | None = 0
    for cell in cells:
        at = position_of(page, cell, after or 0)
        if at is None:
            return False
        after = at + len(cell.solid)
    return bool(cells)


def _before_nfc(text: str, offset: int) -> int:
    """The offset in the text of what stands at `offset` in its NFC."""
    return bisect_left(range(len(text)), offset, key=lambda i: len(unicodedata.normalize("NFC", text[:i])))


def _on_one_line(line: Box, word: Box) -> bool:
    shared = min(line.bottom, word.bottom) - max(line.top, word.top)
    lower = min(line.bottom - line.top, word.bottom - word.top)
    return line.page == word.page and word.x0 >= line.x0 and shared > _SAME_LINE * lower


def _around(line: Box, word: Box) -> Box:
    return Box(
        line.page,
        min(line.x0, word.x0),
        min(line.top, word.top),
        max(line.x1, word.x1),
        max(line.bottom, word.bottom),
    )
