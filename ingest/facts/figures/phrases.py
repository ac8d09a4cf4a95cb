"""Words of a sentence as noun phrases: where they begin and end, and what of them is left out."""

import re
from collections.abc import Sequence

from ingest.facts.figures.verbs import FUNCTION_WORDS, PREPOSITIONS, WORD, is_noun, is_verb

_LAST_TIME = re.compile(r"^(?:19|20)\d\d(?:[-–/]\d+)?$|^(?:året|perioden|året)$")
_STOP = re.compile(r"[,;:()]\s|[.!?](?:\s|$)|\s[–-]\s")
#: A measure is a phrase that a table's cell holds.
LONGEST = 10
_ADVERBS = (
    "sammanlagt",
    "totalt",
    "cirka",
    "ca",
    "drygt",
    "knappt",
    "nära",
    "ytterligare",
    "omkring",
    "minst",
    "ungefär",
    "över",
)
#: Definite forms that are surely those of a noun in the singular, and what they lose to be a measure's name.
_BASES = re.compile(
    r"^(?P<base>\w*(?:ning|het|tion|nad|del|kalkyl|budget|stöd|antal|skott|grad|tid|effekt|slut|skuld|handel|marknad|trafik"
    r"|andel|ram|takt|belopp|bonus))(?:en|et)$|^(?P<vowel>\w*(?:nivå|frånvaro|volym))e?n$|^(?P<plural>\w{4,}(?:ar|er|or))na$",
    re.IGNORECASE,
)


def timeless(words: list[str]) -> list[str]:
    """The words without the time that they end with: "förstudier under 2017"."""
    while len(words) > 1 and (_LAST_TIME.match(words[-1]) or words[-1].lower() in FUNCTION_WORDS):
        words = words[:-1]
    return words


def noun_part(text: str) -> list[str]:
    """The last noun phrase of the words before a number: between two verbs, without what leads in and out."""
    chunks: list[list[str]] = [[]]
    for word in words_of(text):
        if is_verb(word) or word.lower() in ("som", "att", "det"):
            chunks.append([])
        else:
            chunks[-1].append(word)
    for chunk in reversed(chunks):
        phrase = stripped(chunk)
        nouns = [word for word in phrase if is_noun(word)]
        if nouns:
            return phrase[-(LONGEST - 2) :]
    return []


def tail_of(words: list[str]) -> list[str]:
    """The phrase with a preposition that follows an amount: "på bredbandsutbyggnaden i Norrbotten"."""
    while len(words) > 2 and words[0] in ("av", "ur") and words[1].lower().startswith("anslag"):
        at = next((at for at, word in enumerate(words[2:], 2) if word.lower() in PREPOSITIONS), len(words))
        words = words[at:]
    if not words or words[0].lower() not in PREPOSITIONS:
        return []
    if words[:2] == ["för", "att"]:
        return stripped(words[:7], leading=False)
    return stripped(words[: phrase_end(words)], leading=False)[:7]


def phrase_end(words: Sequence[str]) -> int:
    """Where a noun phrase ends: before its verb, or before a clause of its own."""
    return next((at for at, word in enumerate(words) if is_verb(word) or word.lower() in ("som", "att")), len(words))


def plain(before: str) -> str:
    """The words before an amount without the adverbs, names and times right before it."""
    return re.sub(
        r"(?:\s(?:[A-ZÅÄÖ]\w+|regionen|kommunen|staten|nämnden|i\s\w+|\d{4}|" + "|".join(_ADVERBS) + r"))*\s*$",
        "",
        before,
    )


def directly_before(before: str) -> str | None:
    """The passive verb right before an amount: "det saknas 1 miljard kronor"."""
    words = [word for word in words_of(before) if word.lower() not in FUNCTION_WORDS]
    return words[-1] if words and is_verb(words[-1]) and words[-1].endswith("s") and len(words[-1]) > 4 else None


def words_of(text: str) -> list[str]:
    """The words of a text, without stops and colons."""
    return [word.rstrip(".:") for word in WORD.findall(text)]


def until_stop(text: str) -> str:
    """A text up to where its clause ends."""
    stop = _STOP.search(text)
    return text[: stop.start()] if stop else text


def stripped(words: Sequence[str], leading: bool = True) -> list[str]:
    """The words without what no noun phrase begins or ends with."""
    first, last = 0, len(words)
    while leading and first < last and (words[first].lower() in FUNCTION_WORDS or words[first][0].isdigit()):
        first += 1
    while last > first and words[last - 1].lower() in FUNCTION_WORDS:
        last -= 1
    return list(words[first:last])


def base(word: str) -> str:
    """A noun without its article, so that one measure is called alike from year to year: "sjukfrånvaron"."""
    match = _BASES.match(word)
    return next((part for part in match.groups() if part), word) if match else word
