"""What a share is the share of: "andel av hushållen med tillgång till bredband"."""

import re

from ingest.facts.figures.phrases import LONGEST, chain_after, phrase_of, text_of, unled
from ingest.facts.figures.predicates import predicate, said_of
from ingest.facts.figures.surroundings import Around

#: A definite form, behind which an amount's phrase tells where it goes, not what it is given in: "i företagen".
DEFINITE = re.compile(r".{3,}(?:arna|erna|orna|na|en|et)$")
#: Words that tell nothing without what changed or what the share is of.
BARE = frozenset(
    "ökning ökningen minskning minskningen höjning höjningen sänkning sänkningen tillväxt nivå nivån andel andelen "
    "förändring uppgång nedgång siffran siffra beloppet värd värde del målet mål prognosen prognos budgeten budget "
    "utfallet utfall kostnad kostnaden summan belopp antalet".split()
)


def share(around: Around) -> str:
    """A share's whole and what is said of the part: "andel av hushållen med tillgång till bredband"."""
    if around.unit != "percent":
        return ""
    every = around.clause.text.startswith(("var ", "Var "), around.clause.number.start)
    if every or around.end >= around.high or around.words[around.end].lower != "av":
        phrase = phrase_of(chain_after(around.words, around.end, around.high)) if every else []
        return f"andel {text_of(phrase)}" if phrase else ""
    chain = chain_after(around.words, around.end + 1, around.high)
    whole = phrase_of(chain, LONGEST - 2)
    if not whole:
        return ""
    before = [word for word in around.words[around.low : around.first] if word.is_verb]
    about = around.subject() if before else ""
    about = "" if about.lower() in BARE else about
    if about and before[-1].lower.endswith("s") and around.words[around.first - 1].lower == "till":
        return about  # "Bolaget ägs till 60 procent av kommunen."
    said = predicate(around.words, around.end + 1 + len(chain), around.high)
    if said:
        goes_on = chain_after(around.words, around.end + 2 + len(chain) + len(said), around.high)
        beyond = text_of(phrase_of(unled(goes_on), LONGEST // 2)) if said[0].lower == "som" else ""
        return f"andel av {text_of(whole)} {said_of(said)}{f': {beyond}' if beyond else ''}"
    lacks = before and before[-1].lower.startswith("sakna")
    if before and (lacks or before[-1].lower in ("har", "hade", "fick", "får")):
        at = next((n for n, word in enumerate(whole[:-1]) if DEFINITE.match(word.text)), len(whole) - 1)
        own = whole[at + 1 :] or phrase_of(chain_after(around.words, around.end + 1 + len(chain), around.high))
        if own and own[0].pos != "ADP":
            return f"andel av {text_of(whole[: at + 1])} {'utan' if lacks else 'med'} {text_of(own)}"
    return f"andel av {text_of(whole)}: {about}" if about else f"andel av {text_of(whole)}"
