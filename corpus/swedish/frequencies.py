"""How common Swedish words are (wordfreq)."""

from functools import lru_cache

import wordfreq

#: Types of a large corpus.
_REMEMBERED = 400_000


@lru_cache(maxsize=_REMEMBERED)
def frequency(word: str) -> float:
    """Zipf frequency: the common logarithm of occurrences in a thousand million words; 0 where unknown."""
    return float(wordfreq.zipf_frequency(word, "sv"))
