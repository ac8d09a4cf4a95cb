"""What an amount of money, a level or a change is the amount of."""

import re

from ingest.facts.figures.locations import is_place
from ingest.facts.figures.phrases import (
    LONGEST,
    WHOSE,
    chain_after,
    chain_before,
    is_telling,
    phrase_of,
    text_of,
    unled,
)
from ingest.facts.figures.predicates import CHANGES, LEVELS, NAMED, predicate, said_of
from ingest.facts.figures.shares import BARE, DEFINITE, share
from ingest.facts.figures.surroundings import Around

#: How far something is off what was planned: "3,4 mnkr lägre än budget", "2 mnkr bättre än prognosen".
_OFF = re.compile(
    r"\s(?:lägre än|högre än|bättre än|sämre än|mer än|mindre än|under|över)"
    r" (?P<plan>budget|prognos|mål|kalkyl)(?:e?[nt])?\b",
    re.IGNORECASE,
)
#: Prepositions that join an amount to the noun before it: "en kostnad på 5 mkr", "ett stöd om 5 mkr".
_OF_NOUNS = frozenset(("på", "om"))
#: Nouns of sums, to which "av" joins an amount too: "till en kostnad av 38 miljoner".
_SUMS = re.compile(r"\w*(?:kostnad|belopp|summa|värde|pris|omsättning)(?:e?n|et)?", re.IGNORECASE)
#: Prepositions of a phrase after an amount that says what it is for or of.
_TAILS = frozenset("av för i inom på till bland åt hos kring".split())
#: Between a verb and its amount these tell when: "fick i oktober 2017 två miljoner".
_WHEN = frozenset(
    "i under januari februari mars april maj juni juli augusti september oktober november december år".split()
)
#: What money is taken from is not what it is for: "av anslag 1:1".
_SOURCE = re.compile(r"\s(?:av|ur|från)\s(?:\w+\s)?anslag\w*")


def amount(around: Around) -> str:
    """What an amount is the amount of; empty where its clause does not say."""
    return share(around) or _given(around) or _told_after(around) or _told_before(around)


def _told_before(around: Around) -> str:
    """What the words before the amount say, with the phrase after it that says what it is for."""
    named, of_noun = _named(around), _of_noun(around)
    about, tail = of_noun or around.subject(), _tail(around)
    off = _OFF.match(around.clause.text, around.clause.number.end)
    if off:
        whole = about or around.earlier()
        return f"avvikelse mot {off['plan'].lower()}, {whole}" if whole else f"avvikelse mot {off['plan'].lower()}"
    if named is None:
        return ""  # Who grants or shares out money is not what the amount is of.
    if named and not of_noun:
        return f"{named} {tail}" if tail else f"{named}, {about}" if about else named
    change, bare = _change(around), about.lower() in BARE
    if change and not bare:
        return f"{change} av {about}" if about else f"{change} {tail}" if tail else ""
    if is_place(about):
        # "och Övertorneå sämst till med 55 procent" shares what is measured.
        return f"belopp {tail}" if tail and around.money else ""
    if about and not bare:
        return f"{about} {tail}" if tail and len(f"{about} {tail}".split()) <= LONGEST else about
    if tail and (around.money or about):
        return f"{about or 'belopp'} {tail}"
    after = around.words[around.end : around.high]
    if after and after[0].is_verb and not about:
        said = predicate(around.words, around.end, around.high)
        return f"{'belopp' if around.money else 'andel'} {said_of(said)}" if said else ""
    earlier = "" if around.points() else around.earlier()
    if about:
        names = earlier and earlier.lower() not in BARE and earlier.partition(" ")[0] not in WHOSE
        return f"{about} av {earlier}" if names else about
    return earlier


def _of_noun(around: Around) -> str:
    """The noun phrase that "på" or "om" joins to the amount: "en engångskostnad på 250 tkr"."""
    at = around.first
    while at > around.low and around.words[at - 1].pos in ("ADV", "ADJ", "DET"):
        at -= 1
    if at < around.low + 2 or not is_telling(around.words[at - 2]):
        return ""
    joint, noun = around.words[at - 1].lower, around.words[at - 2].text
    if joint not in _OF_NOUNS and not (joint == "av" and _SUMS.fullmatch(noun)):
        return ""
    return text_of(phrase_of(chain_before(around.words, at - 1, around.low)))


def _given(around: Around) -> str:
    """What money is given in, or comes as: "i projektstöd till näringen", not "i företagen"."""
    if not around.money:
        return ""
    at = around.end
    done = around.words[at].lower if at < around.high and around.words[at].is_verb else ""
    at += bool(done)
    if at >= around.high or around.words[at].lower != "i" or (done and not done.endswith("ts")):
        return ""
    phrase = phrase_of(chain_after(around.words, at + 1, around.high))
    nouns = [word for word in phrase if word.pos != "ADP"]
    head = next((word for word in nouns if is_telling(word)), None)
    if head is None or head.pos == "PROPN" or DEFINITE.match(head.text) or len(head.text) < 4:
        return ""
    told = f"{done.removesuffix('s')} {text_of(phrase)}" if done else text_of(phrase)
    about = around.subject() if len(phrase) == 1 and not done else ""
    return f"{told}, {about}" if about else told


def _told_after(around: Around) -> str:
    """The noun phrase right after the amount: "1,7 procentenheter lägre skuldkvot", "88 procents tillgång"."""
    chain = chain_after(around.words, around.end, around.high)
    leading = next((n for n, word in enumerate(chain) if word.pos == "ADP"), len(chain))
    begins = bool(chain) and chain[0].pos in ("NOUN", "ADJ", "PROPN") and any(word.is_noun for word in chain[:leading])
    return text_of(phrase_of(chain)) if begins else ""


def _tail(around: Around) -> str:
    """The phrase with a preposition that follows an amount: "på bredbandsutbyggnaden i Norrbotten"."""
    at = around.end
    if _SOURCE.match(around.clause.text, around.clause.number.end):
        at = next((n for n in range(at + 2, around.high) if around.words[n].pos == "ADP"), around.high)
    aim = [word.lower for word in around.words[at : at + 2]] == ["för", "att"]
    chain = chain_after(around.words, at + 3 if aim else at, around.high)
    if aim and chain:
        return f"för att {around.words[at + 2].text} {text_of(phrase_of(unled(chain), LONGEST // 2))}".rstrip()
    if not chain or chain[0].lower not in _TAILS:
        return ""
    phrase = phrase_of(chain[1:], LONGEST // 2 + 1)
    return f"{chain[0].lower} {text_of(phrase)}" if phrase else ""


def _named(around: Around) -> str | None:
    """The noun for what a verb right before an amount says: "satsar 1 675 Mkr" is a "satsning".

    Empty where no such verb stands there, None where the verb has no noun.
    """
    at = around.first
    while at > around.low and (
        around.words[at - 1].pos in ("ADV", "DET", "ADJ", "PROPN", "NUM")
        or around.words[at - 1].lower in _WHEN
        or any(word.pos == "PROPN" for word in around.words[at : at + 1])  # None follows a number in the last word.
    ):
        at -= 1
    if around.clause.text.startswith("att ", around.clause.number.end + 1) and around.end + 1 < around.high:
        verb = around.words[around.end + 1].lower  # "… kommer 200 mnkr att investeras i nät"
        noun = next((noun for pattern, noun in NAMED if pattern.fullmatch(verb)), "")
        chain = chain_after(around.words, around.end + 2, around.high)
        aim = text_of(phrase_of(chain[1:])) if noun and chain and chain[0].lower in _TAILS else ""
        return f"{noun} {chain[0].lower} {aim}" if aim else noun
    if at == around.low or not around.words[at - 1].is_verb:
        return ""
    verb = around.words[at - 1].lower
    noun = next((noun for pattern, noun in NAMED if pattern.fullmatch(verb)), "")
    if noun or not around.money or LEVELS.fullmatch(verb) or any(pattern.search(verb) for pattern, _ in CHANGES):
        return noun
    return f"belopp som {verb}" if verb.endswith("s") else "medel" if _tail(around) else None


def _change(around: Around) -> str:
    """The noun of a change by so much: "steg till 6,1 procent" tells a level."""
    own = around.words[around.low : around.first]
    at = next((n for n in range(len(own) - 1, -1, -1) if own[n].pos not in ("ADV", "ADJ", "DET")), None)
    if at is None or own[at].lower != "med":
        return ""
    verbs = " ".join(word.lower for word in own if word.is_verb)
    return next((noun for pattern, noun in CHANGES if pattern.search(verbs)), "")
