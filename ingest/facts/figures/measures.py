"""What a number of running text measures: a short noun phrase made of the sentence's own words.

"66 procent av de anställda hanterar datorer" measures "andel av de anställda som hanterar datorer"; "169 ansökningar
har lämnats" measures "ansökningar som har lämnats"; "investeringar på 280 miljoner kronor i företagen" measures
"investeringar i företagen". Where the sentence only points ("18 av dessa"), the heading is what it points to.
"""

import re
from collections.abc import Sequence

from corpus.swedish import places
from ingest.facts.figures.clauses import Clause
from ingest.facts.figures.kinds import MONEY
from ingest.facts.figures.phrases import (
    LONGEST,
    bared,
    base,
    chain_after,
    chain_before,
    is_adverbial,
    is_telling,
    phrase_of,
    subject,
    unled,
)
from ingest.facts.figures.predicates import CHANGES, LEVELS, NAMED, predicate, says_only_that
from ingest.facts.figures.words import Word

#: Units whose numbers count what the noun after them names, or themselves are what is counted.
COUNTED = ("count", "antal", "årsverken", "årsarbetare")
#: Whom a number counts says nothing of what they did: "varav 12 kvinnor".
_PEOPLE = frozenset("personer kvinnor män flickor pojkar individer deltagare".split())
#: A label before a number: "Finansiering av utbyggnaden: Kommunalt: ca 750 Mkr, Statligt: ca 325 Mkr".
_LABEL = re.compile(r"(?:^|[,;.:]\s|\soch\s)(?P<label>[^,;:.\d]{2,50}):\s*(?:\w{2,10}\.?\s)?$")
#: Words that tell nothing without what changed or what the share is of.
_BARE = frozenset(
    "ökning ökningen minskning minskningen höjning höjningen sänkning sänkningen tillväxt nivå nivån andel andelen "
    "förändring uppgång nedgång siffran siffra beloppet värd värde del målet mål prognosen prognos budgeten budget "
    "utfallet utfall kostnad kostnaden summan belopp antalet".split()
)
#: A definite form, behind which an amount's phrase tells where it goes, not what it is given in: "i företagen".
_DEFINITE = re.compile(r".{3,}(?:arna|erna|orna|na|en|et)$")
#: Prepositions that join an amount to the noun before it: "en kostnad på 5 mkr", "ett stöd om 5 mkr".
_OF_NOUNS = frozenset(("på", "om"))
#: Prepositions of a phrase after an amount that says what it is for or of.
_TAILS = frozenset("av för i inom på till bland åt hos kring".split())
#: Between a verb and its amount these tell when: "fick i oktober 2017 två miljoner".
_WHEN = frozenset(
    "i under januari februari mars april maj juni juli augusti september oktober november december år".split()
)
#: Pronouns that may stand for what the heading names.
_PRONOUNS = frozenset("den det denna detta dessa dem de vilka vilket".split())
#: What money is taken from is not what it is for: "av anslag 1:1".
_SOURCE = re.compile(r"\s(?:av|ur|från)\s(?:\w+\s)?anslag\w*")
#: Before a number of people these say that another thing amounts to them.
_TO_PEOPLE = frozenset(("på", "om", "med", "till"))
#: "av länets fjorton kommuner": at most so many words part a number from the one that it is a part of.
_OF_MANY = 3
#: What is counted by these is counted of what the sentence is about: an index rises by five "enheter".
_STEPS = frozenset("gånger gång ggr enheter enhet punkter punkt steg tiondelar tiondel".split())


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
    reader = _Measure(clause, words, unit)
    told = reader.label() or (reader.counted() if unit.startswith(COUNTED) else reader.amount())
    if told.lower() in _PEOPLE and previous:
        told = f"{told}, {previous}"
    if not told:
        shared = previous.split(" som ")[0] if previous else topic if reader.is_pointing() else None
        told = ": ".join(part for part in (shared, reader.pointed() if shared else "") if part)
    return _written(told, clause) if told else None


class _Measure:
    """One number with the words of its sentence: those before it and after it that no other number shares."""

    def __init__(self, clause: Clause, words: Sequence[Word], unit: str) -> None:
        self._clause, self._words, self._unit = clause, words, unit
        number = clause.number
        self._first = _index(words, number.start)
        self._end = _index(words, number.end)
        self._start, self._low, self._high = (_index(words, at) for at in (clause.start, clause.low, clause.high))
        self._money = unit in MONEY
        between = words[self._end : self._high]
        if between and between[0].lower == "av" and all(word.pos in ("ADP", "ADV", "DET", "NOUN") for word in between[:3]):
            if len(between) <= _OF_MANY:
                self._high = _index(words, clause.end)  # "fyra av sju mål", "åtta av länets fjorton kommuner"
    def label(self) -> str:
        """What a label before the number says, with what the labels are parts of."""
        match = _LABEL.search(self._clause.text[: self._clause.number.start])
        if match is None:
            return ""
        words = [word for word in self._words if match.start("label") <= word.start < match.end("label")]
        label = _text(phrase_of(words)) or match["label"].strip()
        first = self._clause.text.find(":")
        lead = subject(self._words, 0, _index(self._words, first)) if first < match.start("label") else []
        return f"{_text(lead)}, {label}" if lead else label

    def counted(self) -> str:
        """What is counted: the phrase after the numeral, and what is said of it."""
        last = self._end - 1
        within = last > self._first and self._words[last].pos == "NOUN" and self._words[last].text.isalpha()
        at: int | None = last if within else self._end  # "150 personer" may be read as one.
        if not within and self._end < self._high and self._words[self._end].lower == "av":
            at = self._of_what(self._end + 1)
        if at is None:
            return ""
        chain = chain_after(self._words, at, self._high)
        phrase = [] if is_adverbial(chain) else phrase_of(chain, LONGEST - 2) or bared(chain, telling=False)
        head = _text(phrase)
        if not phrase or head.lower() in _STEPS:
            return self._subject()
        if head.lower() in _PEOPLE and self._first and self._words[self._first - 1].lower in _TO_PEOPLE:
            return self._subject() or head  # "ökad sysselsättning på 27 personer"
        said = predicate(self._words, at + len(chain), _index(self._words, self._clause.end))
        relative = bool(said) and said[0].lower == "som"
        led = self._first > 0 and self._words[self._first - 1].pos in ("ADP", "DET") and not relative
        if not said or led or says_only_that(said) or (len(said) == 1 and len(phrase) > 2):
            return head
        return f"{head} {_said(said)}"

    def _of_what(self, at: int) -> int | None:
        """Where the phrase after "av" begins: behind the number of all; None where a pronoun stands for it."""
        numeral = next((n for n in range(at, min(at + _OF_MANY, self._high)) if self._words[n].pos == "NUM"), None)
        if numeral is not None:
            return numeral + 1
        begins = next((n for n in range(at, self._high) if self._words[n].pos in ("NOUN", "PROPN", "ADJ")), self._high)
        return None if any(word.pos == "PRON" for word in self._words[at:begins]) else begins

    def amount(self) -> str:
        """What an amount is the amount of."""
        after = self._words[self._end : self._high]
        share = self._share()
        if share:
            return share
        given = self._given()
        if given:
            return given
        told = self._told_after()
        if told:
            return told
        named, of_noun = self._named(), self._of_noun()
        about = of_noun or self._subject()
        tail = self._tail()
        if named is None:
            return ""  # Who grants or shares out money is not what the amount is of.
        if named and not of_noun:
            return f"{named} {tail}" if tail else f"{named}, {about}" if about else named
        change = self._change()
        if change and not (about and about.lower() in _BARE):
            return f"{change} av {about}" if about else f"{change} {tail}" if tail else ""
        if _is_place(about) and not tail:
            return ""  # "och Övertorneå sämst till med 55 procent" shares what is measured.
        if about and about.lower() not in _BARE and not _is_place(about):
            return f"{about} {tail}" if tail and len(f"{about} {tail}".split()) <= LONGEST else about
        if tail and (self._money or (about and not _is_place(about))):
            return f"{about if about and not _is_place(about) else 'belopp'} {tail}"
        if after and after[0].is_verb and not about:
            said = predicate(self._words, self._end, self._high)
            return f"{'belopp' if self._money else 'andel'} {_said(said)}" if said else ""
        earlier = "" if self._points() else self._earlier()
        if about and not _is_place(about):
            return f"{about} av {earlier}" if earlier and earlier.lower() not in _BARE else about
        return earlier

    def pointed(self) -> str:
        """What a pointing clause says of what it points to."""
        words = [word for word in self._words[self._low : self._high] if word.is_noun or word.pos in ("ADJ", "ADP")]
        number = range(self._first, self._end)
        phrase = phrase_of([word for word in words if self._words.index(word) not in number], LONGEST // 2)
        return _text(phrase)

    def is_pointing(self) -> bool:
        """Whether the sentence names nothing itself, or only by a pronoun."""
        nouns = [word for word in self._words if is_telling(word)]
        return not nouns or any(word.pos == "PRON" and word.lower in _PRONOUNS for word in self._words)

    def _subject(self) -> str:
        own = subject(self._words, self._low, self._first)
        return _text(subject(self._words, self._start, self._low) if own == [] else own)

    def _earlier(self) -> str:
        """What the sentence is about before the number's clause: before a clause with "som" that stands between."""
        inserted = self._clause.text.find(", som ")
        between = 0 < inserted < self._clause.start - len(", som ")
        return _text(subject(self._words, 0, _index(self._words, inserted) if between else self._start))

    def _points(self) -> bool:
        return subject(self._words, self._start, self._first) is None

    def _of_noun(self) -> str:
        """The noun phrase that "på" or "om" joins to the amount: "en engångskostnad på 250 tkr"."""
        at = self._first
        while at > self._low and self._words[at - 1].pos in ("ADV", "ADJ", "DET"):
            at -= 1
        if at < self._low + 2 or self._words[at - 1].lower not in _OF_NOUNS or not is_telling(self._words[at - 2]):
            return ""
        return _text(phrase_of(unled(chain_before(self._words, at - 1, self._low))))

    def _share(self) -> str:
        """A share's whole and what is said of the part: "andel av hushållen med tillgång till bredband"."""
        if self._unit != "percent":
            return ""
        every = self._clause.text.startswith(("var ", "Var "), self._clause.number.start)
        if every or self._end >= self._high or self._words[self._end].lower != "av":
            phrase = phrase_of(chain_after(self._words, self._end, self._high)) if every else []
            return f"andel {_text(phrase)}" if phrase else ""
        chain = chain_after(self._words, self._end + 1, self._high)
        whole = phrase_of(chain, LONGEST - 2)
        if not whole:
            return ""
        before = [word for word in self._words[self._low : self._first] if word.is_verb]
        about = self._subject() if before else ""
        if about and before[-1].lower.endswith("s") and self._words[self._first - 1].lower == "till":
            return about  # "Bolaget ägs till 60 procent av kommunen."
        said = predicate(self._words, self._end + 1 + len(chain), self._high)
        if said:
            goes_on = chain_after(self._words, self._end + 2 + len(chain) + len(said), self._high)
            beyond = _text(phrase_of(unled(goes_on), LONGEST // 2)) if said[0].lower == "som" else ""
            return f"andel av {_text(whole)} {_said(said)}{f': {beyond}' if beyond else ''}"
        lacks = before and before[-1].lower.startswith("sakna")
        if before and (lacks or before[-1].lower in ("har", "hade", "fick", "får")):
            at = next((n for n, word in enumerate(whole[:-1]) if _DEFINITE.match(word.text)), len(whole) - 1)
            own = whole[at + 1 :] or phrase_of(chain_after(self._words, self._end + 1 + len(chain), self._high))
            if own and own[0].pos != "ADP":
                return f"andel av {_text(whole[: at + 1])} {'utan' if lacks else 'med'} {_text(own)}"
        return f"andel av {_text(whole)}: {about}" if about else f"andel av {_text(whole)}"

    def _given(self) -> str:
        """What money is given in, or comes as: "i projektstöd till näringen", not "i företagen"."""
        if not self._money:
            return ""
        at = self._end
        done = self._words[at].lower if at < self._high and self._words[at].is_verb else ""
        at += bool(done)
        if at >= self._high or self._words[at].lower != "i" or (done and not done.endswith("ts")):
            return ""
        phrase = phrase_of(chain_after(self._words, at + 1, self._high))
        nouns = [word for word in phrase if word.pos != "ADP"]
        head = next((word for word in nouns if is_telling(word)), None)
        if head is None or head.pos == "PROPN" or _DEFINITE.match(head.text) or len(head.text) < 4:
            return ""
        told = f"{done.removesuffix('s')} {_text(phrase)}" if done else _text(phrase)
        about = self._subject() if len(phrase) == 1 and not done else ""
        return f"{told}, {about}" if about else told

    def _told_after(self) -> str:
        """The noun phrase right after the amount: "1,7 procentenheter lägre skuldkvot", "88 procents tillgång"."""
        chain = chain_after(self._words, self._end, self._high)
        leading = next((n for n, word in enumerate(chain) if word.pos == "ADP"), len(chain))
        begins = bool(chain) and chain[0].pos in ("NOUN", "ADJ", "PROPN") and any(word.is_noun for word in chain[:leading])
        return _text(phrase_of(chain)) if begins else ""

    def _tail(self) -> str:
        """The phrase with a preposition that follows an amount: "på bredbandsutbyggnaden i Norrbotten"."""
        at = self._end
        if _SOURCE.match(self._clause.text, self._clause.number.end):
            at = next((n for n in range(at + 2, self._high) if self._words[n].pos == "ADP"), self._high)
        aim = [word.lower for word in self._words[at : at + 2]] == ["för", "att"]
        chain = chain_after(self._words, at + 3 if aim else at, self._high)
        if aim and chain:
            return f"för att {self._words[at + 2].text} {_text(phrase_of(unled(chain), LONGEST // 2))}".rstrip()
        if not chain or chain[0].lower not in _TAILS:
            return ""
        phrase = phrase_of(chain[1:], LONGEST // 2 + 1)
        return f"{chain[0].lower} {_text(phrase)}" if phrase else ""

    def _named(self) -> str | None:
        """The noun for what a verb right before an amount says: "satsar 1 675 Mkr" is a "satsning".

        Empty where no such verb stands there, None where the verb has no noun.
        """
        at = self._first
        while at > self._low and (
            self._words[at - 1].pos in ("ADV", "DET", "ADJ", "PROPN", "NUM")
            or self._words[at - 1].lower in _WHEN
            or self._words[at].pos == "PROPN"
        ):
            at -= 1
        if self._clause.text.startswith("att ", self._clause.number.end + 1) and self._end + 1 < self._high:
            verb = self._words[self._end + 1].lower  # "… kommer 200 mnkr att investeras i nät"
            noun = next((noun for pattern, noun in NAMED if pattern.fullmatch(verb)), "")
            chain = chain_after(self._words, self._end + 2, self._high)
            aim = _text(phrase_of(chain[1:])) if noun and chain and chain[0].lower in _TAILS else ""
            return f"{noun} {chain[0].lower} {aim}" if aim else noun
        if at == self._low or not self._words[at - 1].is_verb:
            return ""
        verb = self._words[at - 1].lower
        noun = next((noun for pattern, noun in NAMED if pattern.fullmatch(verb)), "")
        if noun or not self._money or LEVELS.fullmatch(verb) or any(pattern.search(verb) for pattern, _ in CHANGES):
            return noun
        return f"belopp som {verb}" if verb.endswith("s") else "medel" if self._tail() else None

    def _change(self) -> str:
        """The noun of a change by so much: "steg till 6,1 procent" tells a level."""
        own = self._words[self._low : self._first]
        at = next((n for n in range(len(own) - 1, -1, -1) if own[n].pos not in ("ADV", "ADJ", "DET")), None)
        if at is None or own[at].lower != "med":
            return ""
        verbs = " ".join(word.lower for word in own if word.is_verb)
        return next((noun for pattern, noun in CHANGES if pattern.search(verbs)), "")


def topic_of_heading(words: Sequence[Word]) -> str | None:
    """What a heading is about; None where it only names a part of a report, or who speaks."""
    phrase = phrase_of([word for word in words if word.pos not in ("NUM", "PUNCT")], LONGEST - 2)
    nouns = [word for word in phrase if word.is_noun]
    named = all(word.pos == "PROPN" for word in nouns)
    if not nouns or named or words[-1].text == ":" or words[0].text.startswith("§"):
        return None
    return None if len(nouns) == 1 and _PARTS.fullmatch(nouns[0].text) else _text(phrase)


#: Headings of parts of reports that say nothing of what is told there.
_PARTS = re.compile(
    r"(?:samman)?fattning\w*|inledning\w*|bakgrund\w*|diskussion\w*|tabell\w*|bilag\w+|förord\w*|resultat\w*|bedömning\w*"
    r"|slutsats\w*|iakttagels\w+|beslut\w*|kommentar\w*|analys\w*|uppföljning\w*|genomförande\w*|omröstning\w*|ordlista\w*"
    r"|nuläge\w*|syfte\w*|metod\w*|definition\w*|begrepp\w*|innehåll\w*|protokoll\w*|paragraf\w*",
    re.IGNORECASE,
)


def _said(said: Sequence[Word]) -> str:
    return _text(said) if said[0].lower == "som" else f"som {_text(said)}"


def _index(words: Sequence[Word], offset: int) -> int:
    """The first word that does not end before the character at `offset`."""
    return next((at for at, word in enumerate(words) if word.end > offset and word.start >= offset - 1), len(words))


def _is_place(text: str) -> bool:
    """Whether a phrase names only a place, which says where but not what."""
    found = places.find(text)
    return len(found) == 1 and found[0].end - found[0].start == len(text)


def _text(phrase: Sequence[Word] | None) -> str:
    """A phrase as its words stand, what is left out between them apart."""
    parts: list[str] = []
    for at, word in enumerate(phrase or ()):
        joined = phrase and at and phrase[at - 1].end == word.start
        parts.append(word.text if joined or not at else f" {word.text}")
    return "".join(parts).strip(" ,:;–-/&")


def _written(told: str, clause: Clause) -> str:
    """The phrase as it is shown: at most `LONGEST` words, small at the beginning unless it is a name."""
    words = told.split()[:LONGEST]
    first = base(words[0])
    text = " ".join([first, *words[1:]]).strip(' :,."')
    begins = clause.text.lstrip('”"“ ').startswith(words[0]) and not words[0][1:2].isupper()
    return text[:1].lower() + text[1:] if begins else text
