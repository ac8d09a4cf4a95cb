"""What verbs say of a number: the change, the noun for it, and what is said of what is counted."""

import re
from collections.abc import Sequence

from ingest.facts.figures.phrases import chain_after, phrase_of, text_of
from ingest.facts.figures.words import Word

#: Verbs that say that something changed, and the noun that names the change.
CHANGES = (
    (re.compile(r"\b(?:höj(?:a|er|s|as|t|ts|de|des))\b"), "höjning"),
    (re.compile(r"\b(?:sänk(?:a|er|s|as|t|ts|te|tes))\b"), "sänkning"),
    (re.compile(r"\b(?:öka(?:r|t|de|s|ts|des)?|väx(?:er|a|t)|växte|vuxit|steg|stiga?|stiger|stigit)\b"), "ökning"),
    (
        re.compile(r"\b(?:minska(?:r|t|de|s|ts|des)?|sjunk(?:er|it|a)|sjönk|föll|fall(?:er|it|a)|gått|gick)\b"),
        "minskning",
    ),
)
#: Verbs before an amount, and the noun that names what they tell: "satsas 1 675 Mkr" is a "satsning".
NAMED = (
    (re.compile(r"sats(?:a|ar|as|at|ats|ade|ades)"), "satsning"),
    (re.compile(r"omsätt(?:a|er|s)|omsatte"), "omsättning"),
    (re.compile(r"kosta(?:r|de|t|)"), "kostnad"),
    (re.compile(r"invester(?:a|ar|as|ade|ades|at|ats)"), "investering"),
    (re.compile(r"behöv(?:a|er|s|de|t|ts|des)"), "behov"),
    (re.compile(r"spara(?:r|de|t|s|)"), "besparing"),
    (re.compile(r"avsätt(?:a|er|s)|avsatt|avsatte|avsattes|avsatts"), "avsättning"),
    (re.compile(r"erbj(?:öd|uder|öds)|fick|fått|får|tilldela\w*|erhåll\w+|erhöll"), "medel"),
    (re.compile(r"bevilja\w*"), "beviljade medel"),
)
#: Verbs that only set an amount equal to what it is the amount of.
LEVELS = re.compile(
    r"är|var|blev|blir|bli|vara|varit|blivit|utgör|utgjorde|uppgår|uppgick|uppgå|uppgått|motsvarar|motsvarade|omfattar"
    r"|omfattade|har|hade|visar|visade|ligger|låg|nå|når|nådde|överstiger|understiger|översteg|understeg|ska|skall|kan|kommer"
    r"|omfatta|motsvara|utgöra|redovisar|redovisade|redovisas|budgeteras|budgeterades|fastställdes|fastställs|beräknas"
    r"|bedöms|uppskattas"
)
#: Verbs that say of things only that they are, were done or came: they tell no measure.
_EMPTY = frozenset(
    """har hade är var genomfört genomförts genomförs genomfördes hållits hålls hölls arrangerats arrangerades
    producerats producerat lämnats lämnades lämnas kommit kom inkommit inkom funnits finns fanns gjorts gjordes haft
    erhållit fått fick blev blivit tagits skett startat startats träffats planerats redovisats redovisas tillkommit
    gjort identifierats besökts""".split()
)
#: A supine or past tense, which tells of what stands before it; an infinitive needs its auxiliary.
_SAID = re.compile(r".*(?:[aie]t|ats|its|tts|dts|de|te|des|tes|r|s|t)$")


def predicate(words: Sequence[Word], start: int, end: int) -> list[Word]:
    """The words that say something of the phrase that ends at `start`: a verb, up to the end of its first phrase."""
    at = start
    told: list[Word] = []
    relative = at < end and words[at].lower == "som"
    if relative:
        told.append(words[at])
        at += 1
    if at >= end or not (relative or words[at].is_verb):
        return []
    prepositions, past_verb = 0, False
    while at < end:
        word = words[at]
        prepositions += word.pos == "ADP"
        stops = word.pos in ("PUNCT", "SCONJ", "NUM", "PART") or word.text[0].isdigit() or word.lower in ("som", "att")
        past_verb |= at > start + relative and not word.is_verb
        aside = word.pos == "ADP" and not phrase_of(chain_after(words, at + 1, end))
        if stops or aside or prepositions > 1 or (word.is_verb and past_verb):
            break
        told.append(word)
        at += 1
    if at < end and words[at].pos == "ADP" and words[at].lower == "om":
        return []  # "som handlar om …" says nothing without what follows.
    while told and told[-1].pos in ("DET", "CCONJ", "ADV", "PRON"):
        told.pop()
    verbs = [word for word in told if word.is_verb]
    return told if verbs and _SAID.match(verbs[0].lower) and len(told) > relative else []


#: A phrase with these says more than that: "har inkommit med ansökan".
_ADDS = frozenset("med om för av mot".split())


def says_only_that(told: Sequence[Word]) -> bool:
    """Whether a predicate says of things only that they are or came, if also when and where."""
    return all(word.lower in _EMPTY for word in told if word.is_verb) and not any(word.lower in _ADDS for word in told)


def said_of(told: Sequence[Word]) -> str:
    """A predicate as a relative clause."""
    return text_of(told) if told[0].lower == "som" else f"som {text_of(told)}"
