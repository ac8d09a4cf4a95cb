"""Quotes that go over from one page to the next, past footnotes, page numbers and running lines."""

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from corpus.folding import Folded, agree
from corpus.matching import begins_at, ends_at, fits, seen_gaps

#: Lines that are only a page's number: "14", "Sida 3 (24)", "3/24", "- 7 -", "22 [37]".
_PAGE_NUMBER = re.compile(
    r"(?:sida|sid\.?|s\.)?\s*[-–]?\s*\d{1,3}\s*(?:(?:[(\[/|]|av|of)\s*\d{1,3}[)\]]?)?\s*[-–]?", re.IGNORECASE
)
#: How a footnote begins: a mark, then a capital, perhaps on a line of its own.
_FOOTNOTE = re.compile(r"(?:\d{1,2}|[*†‡]{1,3})[.)]?\s+[\"”(]?[A-ZÅÄÖÉ]")
_DIGITS = re.compile(r"\d+")
#: How many lines at a page's top and bottom may be running lines.
EDGE_LINES = 6


def goes_over(quote: Folded, before: Folded, after: Folded, running: Callable[[], frozenset[str]]) -> bool:
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
    gaps = seen_gaps(quote, 0, k)
    for at in page.find(quote.solid[:k]):
        end = at + k
        if end in page.breaks and fits(page, at, end, quote, gaps) and begins_at(page, at, quote):
            rest = page.text[page.span(at, end)[1] :].partition("\n")[2]
            if _is_furniture(rest, running, foot=True):
                yield end


def _starts_of_rest(quote: Folded, k: int, page: Folded, running: Callable[[], frozenset[str]]) -> Iterator[int]:
    """Indexes of the page at which `quote.solid[k:]` begins its running text."""
    length = len(quote.solid)
    gaps = seen_gaps(quote, k, length)
    for at in page.find(quote.solid[k:]):
        end = at + length - k
        if at in page.breaks and fits(page, at, end, quote, gaps, k) and ends_at(page, end, quote):
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
    lines = [line for line in map(str.strip, text.split("\n")) if line]
    for number, line in enumerate(lines):
        if foot and _FOOTNOTE.match("\n".join(lines[number : number + 2])):
            return True
        if not _PAGE_NUMBER.fullmatch(line) and _masked(line) not in running():
            return False
    return True


def running_lines(texts: Iterable[str]) -> frozenset[str]:
    """Lines at the edges of pages that several pages have, but for their numbers."""
    pages = Counter[str]()
    for text in texts:
        lines = [line for line in map(str.strip, unicodedata.normalize("NFC", text).split("\n")) if line]
        pages.update({_masked(line) for line in lines[:EDGE_LINES] + lines[-EDGE_LINES:]})
    return frozenset(line for line, count in pages.items() if count > 1 and any(map(str.isalpha, line)))


def _masked(line: str) -> str:
    return _DIGITS.sub("0", " ".join(line.split()))
