"""Verification of quotes (signatures first; the bodies follow)."""

from collections.abc import Sequence

from corpus.model import Box, Span


def normalise(text: str) -> str:
    """The text in NFC with whitespace collapsed, soft hyphens dropped and line-end hyphens mended."""
    raise NotImplementedError


def is_verbatim(quote: str, page_texts: Sequence[str], others: Sequence[str] = ()) -> bool:
    """Whether the quote stands in the pages' own text, letter for letter.

    Args:
        quote: a stretch of running text, or a table row with its cells parted by tabs.
        page_texts: the texts of the pages it stands on, in order (`Page.text`).
        others: texts of other pages of the report, by which running headers and footers are known.
    """
    raise NotImplementedError


def locate(quote: str, text: str) -> tuple[int, int] | None:
    """Where the quote stands in the text, as `[start, end)` of it; None where it does not."""
    raise NotImplementedError


def boxes_of(start: int, end: int, spans: Sequence[Span]) -> tuple[Box, ...]:
    """The boxes under characters `[start, end)`: one for each line, made of its words' boxes."""
    raise NotImplementedError
