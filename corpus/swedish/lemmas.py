"""The lemma of a Swedish word, for search: å, ä and ö are letters and are never folded."""

from functools import lru_cache

import simplemma
import snowballstemmer

from corpus.swedish.frequencies import frequency
from corpus.swedish.lexicon import Lexicon, lexicon

#: Types of a large corpus: a lemma costs tens of microseconds to find and a fraction of one to remember.
_REMEMBERED = 400_000
#: Shorter words are function words, units and abbreviations ("it", "eu"), which the dictionary mistakes for others.
_SHORTEST = 3
#: Flags of nouns, and of verbs, which may bear the former too; of adjectives, numerals, months.
_NOUN, _VERB = frozenset("BCDEG"), "N"
_NOMINAL = frozenset("PQObJ2")
#: Endings that finite verbs and participles have; an entry that ends so may be one ("valde", "såld").
_VERBAL = ("d", "e", "r", "t")
#: Endings of plurals that are presents of verbs too.
_PLURALS = ("ar", "er")
#: Endings of definite nouns: the dictionary keeps some names of authorities in that form ("tillväxtverket").
_DEFINITE = ("et", "en")
_SHORTEST_TAIL = 3
#: A form the dictionary leaves as it is may be a plural or definite compound; shorter ones are words of their own.
_LONG = 7


@lru_cache(maxsize=_REMEMBERED)
def lemma(word: str) -> str:
    """The lemma of a word in lower case.

    simplemma's dictionary (greedy) gives it, set right by the word list where it takes a noun for a verb ("uppdrag" is
    no form of "uppdra", "beslutet" none of "besluten"), helped by it with long compounds ("måluppfyllelsen"); what
    neither knows is stemmed by Snowball.
    """
    lowered = word.lower()
    if len(lowered) < _SHORTEST or not lowered.isalpha():
        return lowered
    words = lexicon()
    found = _looked_up(lowered)
    if found + "s" == lowered and found not in words:
        return lemma(found)
    if found.endswith("a") and _is_base(lowered, words):
        return lowered
    noun = _noun(lowered, words) if _is_doubtful(lowered, found) else None
    if noun and (found not in words or frequency(noun) > frequency(found)):
        return noun
    if lowered in words or (found != lowered and not _is_mistaken(lowered, found, words)):
        return found
    if found == lowered and simplemma.is_known(lowered, lang="sv"):
        return (lowered.endswith(_DEFINITE) and _by_tail(lowered, words)) or found
    return _by_base(lowered, words) or _by_tail(lowered, words) or (found if found != lowered else _stem(lowered))


def _looked_up(word: str) -> str:
    """What the dictionary says; the word itself where it says nothing, or a function word ("första": "en")."""
    found = str(simplemma.lemmatize(word, lang="sv", greedy=True)).lower()
    return word if len(found) < _SHORTEST and found[0] != word[0] else found


def _is_base(word: str, words: Lexicon) -> bool:
    """Whether the word list inflects the word as a noun or an adjective, and as nothing else."""
    if word.endswith("a"):
        return False
    return _is_noun(word, words) or not (word.endswith(_VERBAL) or _NOMINAL.isdisjoint(words.flags(word)))


def _is_noun(word: str, words: Lexicon) -> bool:
    flags = words.flags(word)
    return not _NOUN.isdisjoint(flags) and _VERB not in flags


def _is_doubtful(form: str, found: str) -> bool:
    """Whether a verb or a participle was found for what may be a noun as well ("brister", "slutet")."""
    definite = form.removesuffix("s").endswith(_DEFINITE)
    return not form.endswith("a") and (found.endswith("a") or (found.endswith("en") and definite))


def _noun(form: str, words: Lexicon) -> str | None:
    """The commonest noun that a form may be an inflection of.

    The word list lacks the plural of some nouns ("delar"), which the dictionary betrays by the definite one.
    """
    nouns = [base for base in words.bases(form) if _is_noun(base, words)]
    stem = form[:-2]
    if form.endswith(_PLURALS) and _is_noun(stem, words) and _looked_up(form + "na") == stem:
        nouns.append(stem)
    return max(nouns, key=lambda noun: (frequency(noun), noun), default=None)


def _is_mistaken(word: str, found: str, words: Lexicon) -> bool:
    """Whether the dictionary may have guessed wrong for a compound that it lacks: a verb, or no word at all."""
    unlikely = found.endswith("a") or found not in words
    return unlikely and word not in words and len(word) >= _LONG and not words.bases(word)


def _by_base(word: str, words: Lexicon) -> str | None:
    """The base that the word list gives a form, the shortest where there are several."""
    bases = words.bases(word) if len(word) >= _LONG else []
    return max(bases, key=lambda base: (-len(base), base), default=None)


def _by_tail(word: str, words: Lexicon) -> str | None:
    """The base of a compound that the word list lacks, by its tail: a noun, most likely."""
    if len(word) < _LONG or words.bases(word):
        return None
    for at in range(_SHORTEST_TAIL, len(word) - _SHORTEST_TAIL + 1):
        if words.bases(word[at:]) and _opens(word[:at], words):
            return word[:at] + (_noun(word[at:], words) or lemma(word[at:]))
    return None


def _opens(head: str, words: Lexicon) -> bool:
    """Whether a compound may begin with `head`, itself a compound perhaps."""
    if words.openers(head):
        return True
    cuts = range(_SHORTEST_TAIL, len(head) - _SHORTEST_TAIL + 1)
    return any(words.openers(head[:at]) and _opens(head[at:], words) for at in cuts)


@lru_cache(maxsize=1)
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("swedish")


def _stem(word: str) -> str:
    return str(_stemmer().stemWord(word))
