"""Verification of quotes: whether words stand on a page, and where.

Only white space, line-end hyphens and list marks may differ between a quote and its page; digits, years, negations
and every other character must be the same. A quote neither begins nor ends within a word or a number: "5 procent" does
not stand in "55 procent", nor "möjligt" in "o-möjligt".
"""

import itertools
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from corpus.folding import Folded, agree
from corpus.model import Box, Page, Source, Span

#: Lines that are only a page's number: "14", "Sida 3 (24)", "3/24", "- 7 -".
_PAGE_NUMBER = re.compile(
    r"(?:sida|sid\.?|s\.)?\s*[-–]?\s*\d{1,3}\s*(?:(?:\(|/|av|\|)\s*\d{1,3}\)?)?\s*[-–]?", re.IGNORECASE
)
#: How a footnote begins: a mark, then a capital.
_FOOTNOTE = re.compile(r"(?:\d{1,2}|[*†‡]{1,3})[.)]?\s+[\"”(]?[A-ZÅÄÖÉ]")
_JOINING = frozenset("-\u2010\u2011–/\u00ad")
_DIGITS = re.compile(r"\d+")
_WITHIN_NUMBERS = ".,:"
#: How many lines at a page's top and bottom may be running lines.
EDGE_LINES = 6
#: How much of a line two boxes must share in height to stand on it together: words of one line share nearly all, those
#: of the next nothing, and raised note marks about half.
_SAME_LINE = 0.4


def normalise(text: str) -> str:
    """The text in NFC, with white space collapsed to single blanks and what is invisible (soft hyphens) dropped."""
    folded = unicodedata.normalize("NFC", text)
    return " ".join(re.sub("[\u00ad\u200b\u200c\u200d\u2060\ufeff]", "", folded).split())


def is_verbatim(quote: str, page_texts: Sequence[str], others: Sequence[str] = ()) -> bool:
    """Whether the quote stands in the pages' own text, letter for letter.

    A quote of running text may go over from one page to the next: its beginning then ends a line of the one, its rest
    begins a line of the other, and between them stand only footnotes, page numbers and running lines. A table row
    (cells parted by tabs) stands there if its cells do in order, together or one after another, on one page.

    Args:
        quote: a stretch of running text, or a table row.
        page_texts: the texts of the pages it stands on, in order (`Page.text`).
        others: texts of other pages of the report; lines that several pages share are running lines.
    """
    if any(_stands_plainly(quote, text) for text in page_texts):
        return True
    pages = [Folded(text) for text in page_texts]
    return _stands(quote, pages, lambda: _running_lines([*page_texts, *others]))


def _stands_plainly(quote: str, text: str) -> bool:
    """Whether the quote stands in the text with nothing but white space to normalise, and white space around it.

    Most quotes do, and folding a text of sixty thousand characters takes a hundred times as long as this.
    """
    plain, page = " ".join(quote.split()), f"  {' '.join(text.split())}  "
    at = page.find(f" {plain} ")
    # Beside a hyphen or dash the white space may be a line end within a word or a span of years.
    return bool(plain) and at >= 0 and not _JOINING.intersection((page[at - 1], page[at + len(plain) + 2]))


class Verifier:
    """The pages of one report, held so that many quotes can be looked up fast; says the same as `is_verbatim`."""

    def __init__(self, pages: Iterable[Page]) -> None:
        self._texts: Mapping[int | None, str] = {page.number: page.text for page in pages}
        self._folded: dict[int | None, Folded] = {}

    def holds(self, quote: str, source: Source) -> bool:
        """Whether the quote stands on its source's pages; a source without pages means the whole text."""
        numbers: tuple[int | None, ...] = source.pages or (source.page,)
        pages = [self._page(number) for number in numbers if number in self._texts]
        return _stands(quote, pages, lambda: self._running)

    @cached_property
    def _running(self) -> frozenset[str]:
        return _running_lines(self._texts.values())

    def _page(self, number: int | None) -> Folded:
        if number not in self._folded:
            self._folded[number] = Folded(self._texts[number])
        return self._folded[number]


def locate(quote: str, text: str) -> tuple[int, int] | None:
    """Where the quote first stands in the text, as `[start, end)` of it; None where it does not.

    The rules are those of `is_verbatim` within one page.
    """
    folded, page = Folded(quote), Folded(text)
    at = _first(page, folded)
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
    if any(_first(page, folded) is not None for page in pages):
        return True
    return any(_goes_over(folded, before, after, running) for before, after in itertools.pairwise(pages))


def _has_row(page: Folded, row: str) -> bool:
    """Whether a table row stands on the page: its cells together, or else one after another."""
    texts = [cell for cell in row.split("\t") if cell.strip()]
    if _first(page, Folded(" ".join(texts))) is not None:
        return True
    cells = [cell for cell in map(Folded, texts) if cell.solid]
    after: int | None = 0
    for cell in cells:
        at = _first(page, cell, after or 0)
        if at is None:
            return False
        after = at + len(cell.solid)
    return bool(cells)


def _first(page: Folded, quote: Folded, after: int = 0) -> int | None:
    """The first index of the page's solid characters, from `after` on, at which the quote stands."""
    length = len(quote.solid)
    if not length:
        return None
    gaps = _seen_gaps(quote, 0, length)
    for at in page.find(quote.solid, after):
        if (
            _fits(page, at, at + length, quote, gaps)
            and _begins_at(page, at, quote)
            and _ends_at(page, at + length, quote)
        ):
            return at
    return None


def _fits(page: Folded, start: int, end: int, quote: Folded, gaps: Mapping[int, str], shift: int = 0) -> bool:
    """Whether the quote's gaps may stand for those of the page within `[start, end)`.

    Args:
        page: has the same solid characters there as the quote.
        start: index of the page's solid characters.
        end: the same, after the last.
        quote: the quote.
        gaps: its gaps there that can be seen, by their indexes in the quote.
        shift: the index in the quote of what stands at `start`.
    """
    met = 0
    for at, gap in page.gaps(start, end):
        index = at - start + shift
        met += index in gaps
        if not agree(gaps.get(index, ""), gap, quote.solid[index - 1 : index + 1]):
            return False
    return met == len(gaps)


def _seen_gaps(quote: Folded, start: int, end: int) -> dict[int, str]:
    """The quote's gaps within `[start, end)` that are not invisible."""
    return {index: gap for index, gap in quote.gaps(start, end) if gap}


def _begins_at(page: Folded, at: int, quote: Folded) -> bool:
    """Whether the quote's beginning may be at this index: its dashes are there, and no word or number is cut."""
    own = quote.gap(0).replace("\n", " ").lstrip().removeprefix("•").lstrip()
    gap = page.gap(at)
    if own:
        return gap.replace("\n", " ").endswith(own)
    is_negative = gap[-1:] in ("-", "–") and (len(gap) > 1 or at == 0)
    return not (_cuts(page, at) or (page.solid[at].isdigit() and (is_negative or _minus_before(page, at))))


def _ends_at(page: Folded, at: int, quote: Folded) -> bool:
    """Whether the quote's end may be before this index: its dashes are there, and no word or number is cut."""
    own = quote.gap(len(quote.solid)).replace("\n", " ").rstrip().removesuffix("•").rstrip()
    if own:
        return page.gap(at).replace("\n", " ").startswith(own)
    return not _cuts(page, at)


def _cuts(page: Folded, at: int) -> bool:
    """Whether a word or a number goes on from before this index to after it."""
    if not 0 < at < len(page.solid):
        return False
    before, after, gap = page.solid[at - 1], page.solid[at], page.gap(at)
    if gap:
        return gap in ("-", "–", "-\n", "–\n") and before.isalnum() and after.isalnum()
    if (before.isalpha() and after.isalpha()) or (before.isdigit() and after.isdigit()):
        return True
    left = (
        before in _WITHIN_NUMBERS and page.solid[max(at - 2, 0)].isdigit() and after.isdigit() and not page.gap(at - 1)
    )
    right = after in _WITHIN_NUMBERS and page.solid[at + 1 : at + 2].isdigit() and before.isdigit()
    return left or (right and not page.gap(at + 1))


def _minus_before(page: Folded, at: int) -> bool:
    return at > 0 and page.solid[at - 1] == "\u2212" and not page.gap(at)


def _goes_over(quote: Folded, before: Folded, after: Folded, running: Callable[[], frozenset[str]]) -> bool:
    """Whether the quote begins at the end of one page's running text and goes on at the beginning of the next's."""
    solid, length = quote.solid, len(quote.solid)
    # The longer a beginning, the fewer pages have it: both limits can be found by halving.
    longest = bisect_left(range(1, length), True, key=lambda k: solid[:k] not in before.solid)
    shortest = bisect_left(range(1, length), True, key=lambda k: solid[k:] in after.solid) + 1
    return any(
        _joins(quote, k, before, end, after, start)
        for k in range(shortest, longest + 1)
        for end in _ends_of_head(quote, k, before, running)
        for start in _starts_of_rest(quote, k, after, running)
    )


def _ends_of_head(quote: Folded, k: int, page: Folded, running: Callable[[], frozenset[str]]) -> Iterator[int]:
    """Indexes of the page before which `quote.solid[:k]` ends its running text."""
    gaps = _seen_gaps(quote, 0, k)
    for at in page.find(quote.solid[:k]):
        end = at + k
        if end in page.breaks and _fits(page, at, end, quote, gaps) and _begins_at(page, at, quote):
            rest = page.text[page.span(at, end)[1] :].partition("\n")[2]
            if _is_furniture(rest, running, foot=True):
                yield end


def _starts_of_rest(quote: Folded, k: int, page: Folded, running: Callable[[], frozenset[str]]) -> Iterator[int]:
    """Indexes of the page at which `quote.solid[k:]` begins its running text."""
    length = len(quote.solid)
    gaps = _seen_gaps(quote, k, length)
    for at in page.find(quote.solid[k:]):
        end = at + length - k
        if at in page.breaks and _fits(page, at, end, quote, gaps, k) and _ends_at(page, end, quote):
            above = page.text[: page.span(at, at + 1)[0]].rpartition("\n")[0]
            if _is_furniture(above, running, foot=False):
                yield at


def _joins(quote: Folded, k: int, before: Folded, end: int, after: Folded, start: int) -> bool:
    """Whether the quote's gap at `k` may stand for the page break."""
    foot, head = before.gap(end).partition("\n")[0], after.gap(start).rpartition("\n")[2]
    paged = f"{foot.rstrip()}\n{head.lstrip()}"
    return agree(quote.gap(k), paged, quote.solid[k - 1 : k + 1])


def _is_furniture(text: str, running: Callable[[], frozenset[str]], *, foot: bool) -> bool:
    """Whether all lines are page numbers or running lines; at a page's foot, whatever follows a note's mark is too."""
    for line in filter(None, map(str.strip, text.split("\n"))):
        if foot and _FOOTNOTE.match(line):
            return True
        if not _PAGE_NUMBER.fullmatch(line) and _masked(line) not in running():
            return False
    return True


def _running_lines(texts: Iterable[str]) -> frozenset[str]:
    """Lines at the edges of pages that several pages have, but for their numbers."""
    pages = Counter[str]()
    for text in texts:
        lines = [line for line in map(str.strip, unicodedata.normalize("NFC", text).split("\n")) if line]
        pages.update({_masked(line) for line in lines[:EDGE_LINES] + lines[-EDGE_LINES:]})
    return frozenset(line for line, count in pages.items() if count > 1 and any(map(str.isalpha, line)))


def _masked(line: str) -> str:
    return _DIGITS.sub("0", " ".join(line.split()))


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
