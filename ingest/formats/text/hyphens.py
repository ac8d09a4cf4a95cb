"""Hyphens at line ends and those left inside lines by narrow cells: which belong to the word and which do not."""

import re
from collections import Counter
from collections.abc import Iterable

from wordfreq import zipf_frequency

from ingest.layout.hyphens import SUSPENDING, join, vocabulary_of

_WORD = re.compile(r"(?<![\w-])[^\W\d_]{2,}(?![\w-])")
_HYPHENATED = re.compile(r"(?<![\w-])[^\W\d_]+-[^\W\d_]+(?![\w-])")
#: A hyphen after a closing quotation mark joins a quoted word to the rest of a compound.
_QUOTED = re.compile(r"\w[\"”’»]-$")
_SENTENCE_START = re.compile(r"(?:^|[.!?:]\s+)[\"”(]*$")
_INLINE = re.compile(r"(?<![\w/-])([^\W\d_]{2,})-( ?)([^\W\d_]{2,})(?![\w-])")


class Mender:
    """Knows a document's words and mends hyphens by them, then by Swedish word frequencies.

    Args:
        texts: all text of the document.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        texts = list(texts)
        self._vocabulary = vocabulary_of(texts)
        self._words: Counter[str] = Counter()
        self._hyphenated: Counter[str] = Counter()
        self._small: set[str] = set()
        self._capital: set[str] = set()
        for text in texts:
            words = _WORD.findall(text)
            self._small.update(word for word in words if word[0].islower())
            self._capital.update(word for word in words if word[0].isupper())
            folded = text.casefold()
            self._words.update(_WORD.findall(folded))
            self._hyphenated.update(_HYPHENATED.findall(folded))

    def knows(self, word: str) -> bool:
        """Whether the document has the word as one, or Swedish does."""
        return word.casefold() in self._words or zipf_frequency(word, "sv") > 0

    def has_small(self, word: str) -> bool:
        """Whether the document writes the word in small letters somewhere."""
        return word[:1].lower() + word[1:] in self._small

    def join(self, text: str, following: str) -> str:
        """Two lines as one: with a space between, or with the word mended that the line end parted."""
        if _QUOTED.search(text[-3:]) and following[:1].islower() and following.split()[0].casefold() not in SUSPENDING:
            return text + following
        before, between = join(text, following, self._vocabulary)
        return before + between + following

    def mend_cell(self, text: str) -> str:
        """A table cell without the hyphens that a narrow column put into its words."""
        return _INLINE.sub(lambda found: self._mended(found, strict=False), text)

    def mend_inline(self, text: str) -> str:
        """Running text without hyphens inside words that cannot have one: the parts alone are no words."""
        return _INLINE.sub(lambda found: self._mended(found, strict=True), text)

    def _mended(self, found: re.Match[str], *, strict: bool) -> str:
        left, space, right = found[1], found[2], found[3]
        if left[-1].isupper() or not right[0].islower() or (space and right.casefold() in SUSPENDING):
            return found[0]
        if not space and self._is_name(left) and not _SENTENCE_START.search(found.string[: found.start()]):
            return found[0]
        joined = left + right
        if self._hyphenated[f"{left}-{right}".casefold()] > 1 and not self._words[joined.casefold()]:
            return found[0]
        in_document = self._words[joined.casefold()] > 0
        if strict and not space:
            broken = zipf_frequency(left, "sv") == 0 or zipf_frequency(right, "sv") == 0
            return joined if (broken and self.knows(joined)) or in_document else found[0]
        return joined if in_document or self.knows(joined) or zipf_frequency(left, "sv") == 0 else found[0]

    def _is_name(self, word: str) -> bool:
        """Whether the document writes the word in capitals only: names are joined to words by a hyphen that stays."""
        return word in self._capital and not self.has_small(word)
