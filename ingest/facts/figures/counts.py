"""What a number of things counts: the phrase after the numeral, and what is said of it."""

import re

from ingest.facts.figures.phrases import LONGEST, bared, chain_after, is_adverbial, is_telling, phrase_of, text_of
from ingest.facts.figures.predicates import predicate, said_of, says_only_that
from ingest.facts.figures.surroundings import OF_MANY, Around
from ingest.facts.figures.words import Word

#: Units whose numbers count what the noun after them names, or themselves are what is counted.
UNITS = ("count", "antal", "årsverken", "årsarbetare")
#: Whom a number counts says nothing of what they did: "varav 12 kvinnor".
PEOPLE = frozenset("personer kvinnor män flickor pojkar individer deltagare".split())
#: Before a number of people these say that another thing amounts to them.
_TO_PEOPLE = frozenset(("på", "om", "med", "till"))
#: What is counted by these is counted of what the sentence is about: an index rises by five "enheter".
_STEPS = frozenset("gånger gång ggr enheter enhet punkter punkt steg tiondelar tiondel".split())

#: Verbs that say nothing without the object or the particle that follows them: "anställda löper ut".
_NEEDS_MORE = re.compile(
    r"löper|anser|ansåg|gör|gjorde|förtjänar|förespråkade?r?|reserverade|räknas|klassade|leder|leda|innebär|visar|visade|ser|såg"
    r"|bedöms|bedömdes|bedömde|kommer|kan|talar|räcker|bidrar|tyckte|uppräknat"
)


def counted(around: Around) -> str:
    """What is counted: the phrase after the numeral, and what is said of it."""
    last = around.end - 1
    within = last > around.first and is_counted(around.words[last])
    at: int | None = last if within else around.end  # "150 personer" may be read as one.
    if not within and around.end < around.high and around.words[around.end].lower == "av":
        at = _of_what(around, around.end + 1)
    if at is None:
        return ""
    chain = chain_after(around.words, at, around.high)
    phrase = [] if is_adverbial(chain) else phrase_of(chain, LONGEST - 2) or bared(chain, telling=False)
    head = text_of(phrase)
    if not phrase or phrase[0].lower in _STEPS:
        return around.subject()
    if head.lower() in PEOPLE and around.first and around.words[around.first - 1].lower in _TO_PEOPLE:
        return around.subject() or head  # "ökad sysselsättning på 27 personer"
    said = predicate(around.words, at + len(chain), around.at(around.clause.end))
    if said and _NEEDS_MORE.fullmatch(said[-1].lower):
        said = []
    relative = bool(said) and said[0].lower == "som"
    led = around.first > 0 and around.words[around.first - 1].pos in ("ADP", "DET") and not relative
    if not said or led or says_only_that(said) or (len(said) == 1 and len(phrase) > 2):
        return head
    return f"{head} {said_of(said)}"


def is_counted(word: Word) -> bool:
    """Whether a word within a number's span is what is counted, not a numeral or a scale: "två miljoner"."""
    return word.text.isalpha() and (is_telling(word) or word.lower in _STEPS)


def _of_what(around: Around, at: int) -> int | None:
    """Where the phrase after "av" begins: behind the number of all; None where a pronoun stands for it."""
    numeral = next((n for n in range(at, min(at + OF_MANY, around.high)) if around.words[n].pos == "NUM"), None)
    if numeral is not None:
        return numeral + 1
    begins = next((n for n in range(at, around.high) if around.words[n].pos in ("NOUN", "PROPN", "ADJ")), around.high)
    return None if any(word.pos == "PRON" for word in around.words[at:begins]) else begins
