"""What a fact is known by when its report is read again: its words and value, never its running id."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence

from corpus.store.columns import clean, to_json

#: Hex digits of the hash; two facts of one report sharing 96 bits by chance is out of the question.
_DIGITS = 24


def keys_of(identities: Iterable[Sequence[object]]) -> list[str]:
    """A key for each of a report's facts of one kind, in reading order.

    Facts that are the same word for word (a row with the same number twice) are told apart by their order.

    Args:
        identities: for each fact, the values that make it the fact it is.
    """
    met: Counter[str] = Counter()
    keys = []
    for identity in identities:
        digest = hashlib.sha256(to_json([_stored(value) for value in identity]).encode()).hexdigest()[:_DIGITS]
        met[digest] += 1
        keys.append(f"{digest}-{met[digest]}")
    return keys


def _stored(value: object) -> object:
    """The value as the database gives it back."""
    if isinstance(value, str):
        return clean(value)
    return float(value) if isinstance(value, int) else value
