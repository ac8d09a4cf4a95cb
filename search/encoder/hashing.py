"""An encoder without a neural model: words and letter trigrams, hashed.

For trying the program out and for tests: it starts at once and needs no weights. Texts are near each other when they
share words or parts of words; meaning it knows nothing of.
"""

import hashlib
import re
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np

from corpus.protocols import Vectors

DIMENSIONS = 384
#: A word says more than one of its trigrams, of which it has several; a round number, not tuned.
WORD_WEIGHT = 3.0
_WORD = re.compile(r"\w+")
_RECIPE = f"words {WORD_WEIGHT} and trigrams, CRC-32, square root of counts, version 1"


class HashingEncoder:
    """Feature hashing with signs (Weinberger et al. 2009) into vectors of unit length."""

    def __init__(self, dimensions: int = DIMENSIONS) -> None:
        self._dimensions = dimensions

    @property
    def model(self) -> str:
        """What made a vector."""
        return f"hash#{hashlib.sha256(f'{_RECIPE} {self._dimensions}'.encode()).hexdigest()[:12]}"

    @property
    def dimensions(self) -> int:
        """The length of a vector."""
        return self._dimensions

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Encode texts; shape (len(texts), dimensions). Passages and queries are treated alike."""
        vectors = np.zeros((len(texts), self._dimensions), np.float32)
        for row, text in zip(vectors, texts, strict=True):
            for feature, count in Counter(_features(text.casefold())).items():
                code = zlib.crc32(feature.encode())
                weight = WORD_WEIGHT if feature.startswith(" ") else 1.0
                row[(code >> 1) % self._dimensions] += (1 if code & 1 else -1) * weight * count**0.5
            row[0] += not row.any()
            row /= np.linalg.norm(row)
        return vectors

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Encode questions; shape (len(texts), dimensions)."""
        return self.encode_passages(texts)


def _features(text: str) -> Iterator[str]:
    """Each word with a space before it, and its trigrams with the word's ends marked."""
    for word in _WORD.findall(text):
        yield f" {word}"
        marked = f"<{word}>"
        yield from (marked[start : start + 3] for start in range(len(marked) - 2))
