"""What single words are, as far as the word list tells: common, coined, a noun, a verb; and what makes a title."""

import re
from functools import lru_cache

from corpus.swedish import places
from corpus.swedish.compounds import Splitter
from corpus.swedish.lexicon import lexicon

_AUXILIARIES = frozenset(
    "har hade är var blev ska skall kan kunde får fick tar gör går ger kommer finns vill bör".split()
)
_SHORT_INFINITIVES = frozenset("få nå se bli ge gå bo nå må slå stå dra ta".split())
#: Flags of the word list that inflect nouns.
_NOUN = frozenset("BCDEGH")
#: Heads of compounds that tell what kind of thing bears the name: bodies, places, texts, events of history.
_THINGS = frozenset(
    "lag gata väg gård skola museum bana databas register institut kris konflikt krig bok handbok handling rapport"
    " mission trafik musik modell proposition konferens hälsa sjö älv å berg dal fors bro led hus kyrka torg park"
    " marknad region parti stad by sten skog kust fjäll ö vik sund stuga hamn station depå tidning bank butik"
    " kommitté nämnd fond lista sida fråga länsplan revision lagstiftning"
    " akademi grupp arbete verksamhet process deklaration kaj gränd backe plan esplanad led allé förening".split()
)


def is_common(word: str) -> bool:
    """Whether a word stands in the word list in small letters, in some form."""
    return bool(lexicon().bases(word.lower()))


def is_compound(word: str) -> bool:
    """Whether a word is made of others."""
    return len(_splitter().parts(word)) > 1


def is_initials(short: str, name: str) -> bool:
    """Whether an abbreviation is made of a name's letters in order, from its first on: "FIG" of "Fiber i glesbygd"."""
    letters = iter(name.casefold())
    wanted = short.casefold()
    return len(short) > 1 and short[0].casefold() == name[:1].casefold() and all(letter in letters for letter in wanted)


def has_two_capitals(name: str) -> bool:
    """Whether two of a name's words have capitals."""
    return sum(word[:1].isupper() for word in name.split()) > 1


def is_title(name: str) -> bool:
    """Whether words stand together as titles do and sentences do not: "Omstart besök", "Effektforum Ljungmark".

    Two words with capitals, the first a common noun or made of such; or two nouns side by side.
    """
    first, *others = name.split()
    if not others or not (is_noun(first.lower()) or (has_two_capitals(name) and lexicon().bases(first.lower()))):
        return False
    return has_two_capitals(name) or (is_noun(others[0]) and not _is_adjective(first.lower()))


@lru_cache(maxsize=20_000)
def is_coined_compound(name: str) -> bool:
    """Whether a name is one word, a compound in the definite that no word list has and that tells no kind of thing.

    "Kompetensbryggan" and "Matlyftet" are; "Kommunallagen", "Storgatan" and "Silvermuseet" are named after their kind.
    """
    word = name.split()[0]
    if not re.fullmatch(r"[A-ZÅÄÖ][a-zåäö]{5,}(?:et|en|an|n)", word) or (
        " " in name and not re.search(r"\s[\dIVX]+$", name)
    ):
        return False
    if lexicon().bases(word.lower()) or lexicon().bases(word) or places.lookup(word):
        return False
    parts = _splitter().split(word.lower())
    return len(parts) > 1 and parts[-1].base not in _THINGS and not word.endswith(parts[-1].base)


@lru_cache(maxsize=20_000)
def is_noun(word: str) -> bool:
    """Whether a word in small letters may be a noun in its dictionary form, a compound by its head."""
    if _NOUN & set(lexicon().flags(word)):
        return True
    return bool(_splitter().parts(word)) and not lexicon().bases(word)


def is_attribute(word: str) -> bool:
    """Whether a word is an adjective that a noun must follow: "Smarta", "nordiska"."""
    small = word.lower()
    return small.endswith("a") and small[:-1] in lexicon().bases(small)


def _is_adjective(word: str) -> bool:
    """Whether a word in small letters has the forms of an adjective: "digital", "digitalt", "digitala"."""
    return all(word in lexicon().bases(word + ending) for ending in ("t", "a"))


def may_be_verb(word: str) -> bool:
    """Whether a word in small letters may be the verb after what begins the sentence."""
    return is_verb(word) or word in _AUXILIARIES


@lru_cache(maxsize=20_000)
def is_verb(word: str) -> bool:
    """Whether a word in small letters is a finite verb and nothing else: "löper", "avslutades"."""
    if not word.endswith(("ar", "er", "år", "de", "te", "s")) or word.endswith(("ande", "ende")):
        return False
    bases = [base for base in lexicon().bases(word) if base != word]
    if not bases and word.endswith("er") and word[:-2] + "a" in lexicon():
        return True
    return bool(bases) and all(_may_inflect(base, word) for base in bases)


def _may_inflect(base: str, word: str) -> bool:
    """Whether a word may be a verb's form; "ungas" is of "unga", which is no verb."""
    return base + "r" == word or (base.endswith(("a", "å")) and not (word == base + "s" and _is_adjective(base[:-1])))


def is_infinitive(word: str) -> bool:
    """Whether a word in small letters may be an infinitive: "stärka", not "hela"."""
    return word in _SHORT_INFINITIVES or (word.endswith("a") and word in lexicon() and not _is_adjective(word[:-1]))


@lru_cache(maxsize=20_000)
def is_coined(word: str) -> bool:
    """Whether a word is in no word list, nor a compound of words that are: "Develoop" is a whole name."""
    return not lexicon().bases(word.lower()) and len(_splitter().parts(word.lower())) < 2


@lru_cache(maxsize=1)
def _splitter() -> Splitter:
    return Splitter()
