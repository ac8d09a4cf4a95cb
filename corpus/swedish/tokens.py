"""Words, numbers and symbols of a text."""

import re
from dataclasses import dataclass
from typing import Literal

from corpus.swedish import abbreviations

TokenKind = Literal["word", "number", "symbol"]

_DOTTED = "|".join(re.escape(abbreviation) for abbreviation in abbreviations.DOTTED)
#: Groups: 1 a word, 2 a number, 3 a symbol. A word may start with digits when letters are joined to them by a hyphen
#: or directly ("100-procentig", "3D"), and holds inner hyphens, colons, apostrophes. Digits stuck to the end of a word
#: of four letters or more are a footnote's mark and stand apart ("Norrbotten1"), others belong to it ("CO2", "A4").
PATTERN = re.compile(
    rf"""
    (
      \b(?:{_DOTTED})(?:\.|\b)
    | [^\W\d_]{{3,}}[a-zåäöé](?=\d{{1,2}}(?!\w))
    | (?:\d+[-‐‑])?[^\W\d_][^\W_]*(?:[-‐‑:'’][^\W_]+)*
    | \d+(?=[^\W\d_])[^\W_]+(?:[-‐‑:'’][^\W_]+)*
    )
    | (\d+(?:[.,:]\d+)*)
    | ([^\w\s]|_)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_KINDS: tuple[TokenKind, ...] = ("word", "number", "symbol")


@dataclass(frozen=True, slots=True)
class Token:
    """Characters `[start, end)` of a text, and what they are."""

    text: str
    start: int
    end: int
    kind: TokenKind = "word"


def tokenize(text: str) -> list[Token]:
    """The tokens of a text in order; together they hold every character but white space."""
    return [
        Token(match[0], match.start(), match.end(), _KINDS[(match.lastindex or 1) - 1])
        for match in PATTERN.finditer(text)
    ]
