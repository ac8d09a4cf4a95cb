"""Where a quote stands in a text: the same solid characters, gaps that agree, and no word or number cut."""

from collections.abc import Mapping

from corpus.folding import Folded, agree

_WITHIN_NUMBERS = ".,:"


def position_of(page: Folded, quote: Folded, after: int = 0) -> int | None:
    """The first index of the page's solid characters, from `after` on, at which the quote stands."""
    length = len(quote.solid)
    if not length:
        return None
    gaps = seen_gaps(quote, 0, length)
    for at in page.find(quote.solid, after):
        if (
            fits(page, at, at + length, quote, gaps)
            and begins_at(page, at, quote)
            and ends_at(page, at + length, quote)
        ):
            return at
    return None


def fits(page: Folded, start: int, end: int, quote: Folded, gaps: Mapping[int, str], shift: int = 0) -> bool:
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


def seen_gaps(quote: Folded, start: int, end: int) -> dict[int, str]:
    """The quote's gaps within `[start, end)` that are not invisible."""
    return {index: gap for index, gap in quote.gaps(start, end) if gap}


def begins_at(page: Folded, at: int, quote: Folded) -> bool:
    """Whether the quote's beginning may be at this index: its dashes are there, and no word or number is cut."""
    own = quote.gap(0).replace("\n", " ").lstrip().removeprefix("•").lstrip()
    gap = page.gap(at)
    if own:
        return gap.replace("\n", " ").endswith(own)
    is_negative = gap[-1:] in ("-", "–") and (len(gap) > 1 or at == 0)
    return not (_cuts(page, at) or (page.solid[at].isdigit() and (is_negative or _minus_before(page, at))))


def ends_at(page: Folded, at: int, quote: Folded) -> bool:
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
