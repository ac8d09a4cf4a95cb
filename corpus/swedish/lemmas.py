"""The lemma of a Swedish word, for search: å, ä and ö are letters and are never folded."""

from functools import lru_cache

import simplemma
import snowballstemmer

#: Words of one corpus; a lemma costs some microseconds to find and a fraction of one to remember.
_REMEMBERED = 200_000


@lru_cache(maxsize=1)
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("swedish")


@lru_cache(maxsize=_REMEMBERED)
def lemma(word: str) -> str:
    """The lemma of a word in lower case; a word that the dictionary lacks is stemmed instead."""
    lowered = word.lower()
    if not lowered.isalpha():
        return lowered
    found: str = simplemma.lemmatize(lowered, lang="sv", greedy=True).lower()
    return found
