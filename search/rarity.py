"""What finding a word is worth: the rarer, the more."""

import math


def rarity(frequency: int, passages: int) -> float:
    """The inverse document frequency of BM25 (Robertson and Zaragoza 2009): 0 for a word the corpus lacks.

    Args:
        frequency: passages that hold the word.
        passages: all passages.
    """
    return math.log(1 + (passages - frequency + 0.5) / (frequency + 0.5)) if frequency else 0.0
