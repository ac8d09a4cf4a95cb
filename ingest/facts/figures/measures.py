"""What a number of running text measures: a short noun phrase made of the sentence's own words.

"66 procent av de anställda hanterar datorer" measures "andel av de anställda som hanterar datorer"; "169 ansökningar
har lämnats" measures "ansökningar som har lämnats"; "investeringar på 280 miljoner kronor i företagen" measures
"investeringar i företagen". Where the sentence only points ("18 av dessa"), the heading is what it points to.
"""

import re
from collections.abc import Sequence

from ingest.facts.figures.amounts import amount
from ingest.facts.figures.clauses import Clause
from ingest.facts.figures.counts import PEOPLE, UNITS, counted
from ingest.facts.figures.phrases import LONGEST, base, phrase_of, subject, text_of
from ingest.facts.figures.surroundings import Around
from ingest.facts.figures.words import Word

#: A label before a number: "Finansiering av utbyggnaden: Kommunalt: ca 750 Mkr, Statligt: ca 325 Mkr".
_LABEL = re.compile(r"(?:^|[,;.:]\s|\soch\s)(?P<label>[^,;:.\d]{2,50}):\s*(?:\w{2,10}\.?\s)?$")
#: Headingsof parts of reports that say nothing of what is told there.
_PARTS = re.compile(
    r"(?:samman)?fattning\w*|inledning\w*|bakgrund\w*|diskussion\w*|tabell\w*|bilag\w+|förord\w*|resultat\w*|bedömning\w*"
    r"|slutsats\w*|iakttagels\w+|beslut\w*|kommentar\w*|analys\w*|uppföljning\w*|genomförande\w*|omröstning\w*|ordlista\w*"
    r"|nuläge\w*|syfte\w*|metod\w*|definition\w*|begrepp\w*|innehåll\w*|protokoll\w*|paragraf\w*",
    re.IGNORECASE,
)
#: What says nothing without what it is the number or the part of.
_EMPTY = re.compile(r"siffra|siffran|siffror|siffrorna|majoritet|majoriteten|stycken?|punkter|en del", re.I)
#: What a phrase that was cut does not end with.
_LOOSE = frozenset(
    "och samt eller av för i på till med om från inom som att en ett den det de vid under som har är".split()
)


def measure_of(
    clause: Clause, words: Sequence[Word], unit: str, topic: str | None, previous: str | None = None
) -> str | None:
    """What a number of running text measures; None where its sentence and heading do not tell.

    Args:
        clause: the clause that it stands in.
        words: the words of its sentence.
        unit: its unit.
        topic: what the heading above is about, which a pointing sentence points to.
        previous: what the number before it in the sentence measures, which it may share ("… och Boden 55 procent").
    """
    around = Around(clause, words, unit)
    told = _label(around) or (counted(around) if unit.startswith(UNITS) else amount(around))
    if _EMPTY.fullmatch(told):
        told = ""
    if told.lower() in PEOPLE and previous:
        told = f"{told}, {previous}"
    if not told:
        shared = previous.split(" som ")[0] if previous else topic if around.is_pointing() else None
        told = ": ".join(part for part in (shared, around.pointed() if shared else "") if part)
    return _written(told, clause) if told else None


def topic_of_heading(words: Sequence[Word]) -> str | None:
    """What a heading is about; None where it only names a part of a report, or who speaks."""
    phrase = phrase_of([word for word in words if word.pos not in ("NUM", "PUNCT")], LONGEST - 2)
    nouns = [word for word in phrase if word.is_noun]
    named = all(word.pos == "PROPN" for word in nouns)
    if not nouns or named or words[-1].text == ":" or words[0].text.startswith("§"):
        return None
    return None if len(nouns) == 1 and _PARTS.fullmatch(nouns[0].text) else text_of(phrase)


def _label(around: Around) -> str:
    """What a label before the number says, with what the labels are parts of."""
    match = _LABEL.search(around.clause.text[: around.clause.number.start])
    if match is None:
        return ""
    words = [word for word in around.words if match.start("label") <= word.start < match.end("label")]
    label = text_of(phrase_of(words)) or match["label"].strip()
    first = around.clause.text.find(":")
    lead = subject(around.words, 0, around.at(first)) if first < match.start("label") else []
    return f"{text_of(lead)}, {label}" if lead else label


def _written(told: str, clause: Clause) -> str:
    """The phrase as it is shown: at most `LONGEST` words, small at the beginning unless it is a name."""
    words = told.split()[:LONGEST]
    while len(words) > 1 and words[-1].lower() in _LOOSE:
        words.pop()
    first = base(words[0])
    text = " ".join([first, *words[1:]]).strip(' :,."')
    begins = clause.text.lstrip('”"“ ').startswith(words[0]) and not words[0][1:2].isupper()
    return text[:1].lower() + text[1:] if begins else text
