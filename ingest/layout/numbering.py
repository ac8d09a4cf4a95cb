"""Numbers of headings that count on: "3.2.1" after "3.2" heads a section, however plainly it is set."""

import re

from ingest.layout.evidence import NUMBER
from ingest.layout.headings import Verdict, style_key
from ingest.layout.measures import Measures
from ingest.layout.paragraphs import SENTENCE_END, Piece

#: Longest heading, in characters and lines, that only its number makes one.
LONGEST = 90
MOST_LINES = 2
CAPITAL = re.compile(r"[^\W\d_]")


class Numbering:
    """Follows the numbers of a document's headings, in reading order."""

    def __init__(self, measures: Measures) -> None:
        self._measures = measures
        self._last: tuple[int, ...] = ()

    def judge(self, piece: Piece, verdict: Verdict | None) -> Verdict | None:
        """The verdict on the next piece of the document.

        Args:
            piece: lines that belong together.
            verdict: what the piece's own evidence says.

        Returns:
            The verdict as it was; or, for a piece without one whose number counts on from the last heading's, that it
            is a heading on the level of its number.
        """
        match = NUMBER.match(piece.text.strip())
        if match is None:
            return verdict
        number = tuple(int(part) for part in match[1].split("."))
        if verdict is None and self._counts_on(number) and self._may_be(piece, match):
            verdict = Verdict(len(number), style_key(piece), 2, numbered=True)
        if verdict is not None:
            self._last = number
        return verdict

    def _counts_on(self, number: tuple[int, ...]) -> bool:
        """Whether a number of several parts is the first below the last heading's, or the next beside or above it."""
        if len(number) < 2:
            return False
        above = self._last[: len(number) - 1] == number[:-1]
        before = self._last[len(number) - 1] if len(self._last) >= len(number) else 0
        return above and number[-1] == before + 1

    def _may_be(self, piece: Piece, number: re.Match[str]) -> bool:
        """Whether a piece is short, no sentence, and begins with a capital letter."""
        text = piece.text.strip()
        first = text[number.end() :][:1]
        return (
            len(text) <= LONGEST
            and len(piece.lines) <= MOST_LINES
            and bool(CAPITAL.match(first))
            and first.isupper()
            and not SENTENCE_END.search(text)
            and piece.first.size > self._measures.body_size - 1.0
        )
