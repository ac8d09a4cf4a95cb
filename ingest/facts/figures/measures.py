"""What a number of running text measures: a short noun phrase made of the sentence's own words.

"66 procent av de anställda hanterar datorer" measures "andel av de anställda som hanterar datorer"; "169 ansökningar
har
lämnats" measures "ansökningar som har lämnats"; "investeringar på 280 miljoner kronor i företagen" measures
"investeringar i företagen". Where the sentence only points ("18 av dessa"), the heading is what it points to.
"""

import itertools
import re
from collections.abc import Sequence

from corpus.swedish import places
from corpus.swedish.numbers import find
from ingest.facts.figures.clauses import Clause
from ingest.facts.figures.kinds import MONEY
from ingest.facts.figures.phrases import (
    LONGEST,
    base,
    directly_before,
    noun_part,
    phrase_end,
    plain,
    stripped,
    tail_of,
    timeless,
    until_stop,
    words_of,
)
from ingest.facts.figures.verbs import CHANGES, EMPTY, FUNCTION_WORDS, NAMED, PREPOSITIONS, is_noun, is_verb

#: Whom a number counts says nothing of what they did: "varav 12 kvinnor".
_PEOPLE = frozenset("personer kvinnor män flickor pojkar individer deltagare invånare".split())
#: What numbers a heading, or says of it that it is a goal.
_MARK = re.compile(r"^(?:\d+(?:\.\d+)*\.?\s+|[A-ZÅÄÖ][a-zåäö]+(?: mål)?:\s+)")
#: A label before a number: "Finansiering av utbyggnaden: Kommunalt: ca 750 Mkr, Statligt: ca 325 Mkr".
_LABEL = re.compile(r"(?:^|[,;.:]\s|\soch\s)(?P<label>[^,;:.\d]{2,50}):\s*(?:\w{2,10}\.?\s)?$")
_NOT_DEFINITE = re.compile(r".*(?:en|et|na)$")
#: Words that tell nothing without what changed or what the share is of.
_BARE = frozenset(
    "ökning ökningen minskning minskningen höjning sänkning tillväxt nivå nivån andel andelen förändring "
    "uppgång nedgång "
    "siffran siffra beloppet värd värde del målet mål prognosen prognos budgeten budget utfallet utfall kostnad "
    "kostnaden summan belopp antalet".split()
)
_POINTING = re.compile(r"^\s*av (?:dem|dessa|de|vilka|detta|dessa är)\b")
_NUMERAL = re.compile(r"[-−–±]?\s?(?:\d[\d  .,]*(?:[-–]\s?\d[\d  ]*)?|[^\W\d]+)")
_SHARE_OF = re.compile(r"^\s*av\s")
_DEFINITE = re.compile(r".{3,}(?:arna|erna|orna|na|en|et)$")
_JOINT = re.compile(r"\b(?:och|samt|eller|respektive)\W*$")
#: "beviljats i projektstöd till näringen" grants "projektstöd till näringen".
_IN = re.compile(r"^\s*(?:(?P<done>beviljats|utbetalats|avsatts)\s)?i\s(?P<noun>[a-zåäö-]{4,}(?:\s.*)?)$")
_AMOUNTS_TO = re.compile(r"\b(?:på|om|med)\s(?:\w+\s)?$")
_LEVEL = re.compile(r"\bmed\s(?:\S+\s){0,2}$")


def measure_of(clause: Clause, unit: str, heading: str, previous: str | None = None) -> str | None:
    """What a number of running text measures.

    Args:
        clause: the clause that it stands in.
        unit: its unit.
        heading: the heading above, which tells what a pointing sentence is about.
        previous: what the number before it in the sentence measures, which it may share ("… och Boden 55 procent").
    """
    counts = unit.startswith(("count", "antal"))
    phrase = _labelled(clause) or (_counted(clause) if counts else _amount(clause, unit))
    if counts and previous and len(phrase) == 1 and phrase[0].lower() in _PEOPLE:
        phrase = [*phrase, ",", *words_of(previous)]
    if not any(is_noun(word) for word in phrase):
        shared = words_of(previous.split(" som ")[0]) if previous else []
        phrase = [*(shared or words_of(_MARK.sub("", heading))), *_pointed(clause)]
    return _written(phrase, clause) if phrase else None


def _counted(clause: Clause) -> list[str]:
    """What is counted: the phrase after the numeral, and what is said of it."""
    number = clause.text[clause.number.start : clause.number.end]
    numeral = _NUMERAL.match(number)
    rest = number[numeral.end() :] if numeral else ""
    told = f"{rest.strip()} {clause.after.strip()}".strip()
    if re.match(r"(?:gånger|gång|ggr)\b", told):
        return _subject(clause)
    if _POINTING.match(told):
        return []
    told = re.sub(r"^av (?:de |länets |våra |totalt )*", "", told)
    words = words_of(until_stop(told))
    at = next((at for at, word in enumerate(words) if is_verb(word) or word.lower() == "att"), len(words))
    head = timeless(stripped(_one_phrase(words[:at])))
    if (words and words[0].lower() in PREPOSITIONS) or not any(is_noun(word) for word in head):
        return _subject(clause)
    predicate = _short(words[at:])
    if len(predicate) == 1 and len(head) > 2:
        predicate = []
    if len(head) == 1 and head[0].lower() in _PEOPLE and _AMOUNTS_TO.search(clause.before):
        return _subject(clause) or head  # "ökad sysselsättning på 27 personer"
    if all(word.lower() in EMPTY for word in predicate if is_verb(word)):
        return [*head, *_whose(clause)] if len(head) == 1 else head
    return [*head, *(["som", *predicate] if predicate else [])]


def _amount(clause: Clause, unit: str) -> list[str]:
    """What an amount is the amount of."""
    after = until_stop(clause.after)
    subject = _subject(clause)
    if unit == "percent" and _SHARE_OF.match(after):
        share = ["andel", *_share(words_of(after), clause.before)]
        return [*share[:LONGEST], *_copular(clause, subject)]
    given = _given(after) if unit in MONEY else []
    if given:
        return [*given, ",", *subject] if len(given) == 1 and subject else given
    changed = _change(clause)
    words = words_of(after)
    tail = tail_of(words)
    if unit == "percent" and clause.text[: clause.number.end].endswith("s") and words:
        return words[: phrase_end(words)]  # "med 88 procents tillgång"
    if unit == "percent" and clause.text.startswith(("var ", "Var "), clause.number.start):
        return ["andel", *words[:LONGEST]]
    named = next((noun for pattern, noun in NAMED if pattern.search(plain(clause.before))), None)
    if named:
        return [named, *tail] if tail else [named, *([","] if subject else []), *subject]
    if _is_place(subject) and not tail:
        subject = []  # "och Övertorneå sämst till med 55 procent" shares what is measured.
        if not changed:
            return []
    if changed and not (len(subject) == 1 and _is_bare(subject)):
        return [changed, "av", *subject] if subject else [changed, *tail]
    done = directly_before(clause.before)
    if done and unit in MONEY:
        return ["belopp", "som", done, *tail]
    if subject and not _is_bare(subject):
        return [*subject, *tail]
    if words and is_verb(words[0]) and not subject:
        noun = "andel" if unit == "percent" else "belopp"
        return [noun, "som", *words]
    if words and is_noun(words[0]) and words[0].lower() not in PREPOSITIONS:
        return [*words[: phrase_end(words)]]
    relative = clause.text.find(", som ")
    resumed = 0 < relative < clause.start and not subject
    earlier = noun_part(clause.text[: relative if resumed else clause.start])
    if subject and tail:
        return [*subject, *tail]
    return [*subject, *(["av"] if subject and earlier else []), *earlier]


def _one_phrase(words: list[str]) -> list[str]:
    """The words up to another thing that "och" adds with an article of its own: "kommuner och en stor yta"."""
    pairs = list(itertools.pairwise(words))
    at = next(
        (at for at, (word, after) in enumerate(pairs) if word == "och" and after in ("en", "ett", "den")), len(words)
    )
    return words[:at]


def _share(words: list[str], before: str) -> list[str]:
    """A share's whole and what is said of the part: "av hushållen med tillgång till bredband"."""
    at = next((at for at, word in enumerate(words) if is_verb(word) and "som" not in words[:at]), len(words))
    if "att" in words[:at]:
        words = words[: words.index("att")]
    whole, predicate = words[:at], _short(words[at:])
    if predicate:
        return [*whole, "som", *predicate]
    if re.search(r"\b(?:har|hade|fick|får|saknar|saknade)\b", before):
        joint = "utan" if re.search(r"\bsakna", before) else "med"
        for i in range(1, len(whole) - 1):
            if _DEFINITE.match(whole[i]) and whole[i + 1].lower() not in (*PREPOSITIONS, "som", "och", "eller"):
                return [*whole[: i + 1], joint, *whole[i + 1 :]]
    return whole


def _copular(clause: Clause, subject: list[str]) -> list[str]:
    """What a share is the share of: "Sektorn är 12 procent av projekten"."""
    linked = re.search(r"\b(?:är|var|utgör|utgjorde|motsvarar|motsvarade|står för|stod för)\b", clause.before)
    return [":", *subject] if linked and subject else []


def _short(predicate: list[str]) -> list[str]:
    """What is said of something, up to the end of its first phrase with a preposition."""
    prepositions = 0
    for at, word in enumerate(predicate):
        prepositions += word.lower() in PREPOSITIONS
        if (
            prepositions > 1
            or word.lower() in ("som", "att")
            or (word.lower() == "och" and is_verb(predicate[min(at + 1, len(predicate) - 1)]))
        ):
            return predicate[: at - (predicate[at - 1] == "för")]
    return predicate


def _subject(clause: Clause) -> list[str]:
    if clause.low > clause.start and _JOINT.search(clause.before):
        return noun_part(clause.text[clause.start : clause.low])
    return noun_part(clause.before) or noun_part(clause.text[clause.start : clause.low])


def _whose(clause: Clause) -> list[str]:
    """The name that stands before what is counted: "Interreg Nord har genomfört två utlysningar"."""
    subject = _subject(clause)
    names = all(word[:1].isupper() for word in subject) and len(subject) < LONGEST // 2
    return [",", *subject] if subject and names else []


def _labelled(clause: Clause) -> list[str]:
    """What a label before a number says, with what the labels are parts of."""
    match = _LABEL.search(clause.text[: clause.number.start])
    if match is None:
        return []
    first = clause.text.find(":")
    lead = noun_part(clause.text[:first]) if first < match.start("label") else []
    label = stripped(words_of(match["label"]))
    return [*lead[: LONGEST - 3], *([","] if lead else []), *label[: LONGEST // 2]] if label else []


def _given(after: str) -> list[str]:
    """What money is given in, or comes as: "i projektstöd till näringen", not "i företagen"."""
    match = _IN.match(after)
    if match is None:
        return []
    words = words_of(match["noun"])
    at = next((at for at, word in enumerate(words) if word.lower() in PREPOSITIONS), len(words))
    if at == 0 or words[0].lower() in FUNCTION_WORDS or _NOT_DEFINITE.match(words[at - 1]):
        return []
    done = match["done"]
    return _short(timeless([*([done.removesuffix("s")] if done else []), *words]))


def _change(clause: Clause) -> str | None:
    own = clause.before
    if not _LEVEL.search(own):
        return None  # "steg till 6,1 procent" tells a level.
    return next((noun for pattern, noun in CHANGES if pattern.search(own)), None)


def _is_bare(subject: Sequence[str]) -> bool:
    nouns = [word for word in subject if is_noun(word)]
    return all(word.lower() in _BARE for word in nouns) or _is_place(subject)


def _is_place(subject: Sequence[str]) -> bool:
    """Whether a phrase names only a place, which says where but not what."""
    nouns = " ".join(word for word in subject if is_noun(word))
    found = places.find(nouns)
    return len(found) == 1 and found[0].end - found[0].start == len(nouns)


def _pointed(clause: Clause) -> list[str]:
    """What a pointing clause says of what it points to."""
    words = stripped([word for word in words_of(clause.own) if not find(word)])
    return [":", *words][:8] if words else []


def _written(words: Sequence[str], clause: Clause) -> str:
    """The phrase as it is shown: at most `LONGEST` words, small at the beginning unless it is a name."""
    chosen = list(words[:LONGEST])
    while len(chosen) > 1 and (chosen[-1].lower() in FUNCTION_WORDS or chosen[-1] == ":"):
        chosen.pop()
    text = " ".join([base(chosen[0]), *chosen[1:]]).replace(" : ", ": ").replace(" , ", ", ").strip(' :,.”"“')
    begins = clause.text.lstrip('”"“ ').startswith(chosen[0]) and not chosen[0][1:2].isupper()
    return text[:1].lower() + text[1:] if begins else text
