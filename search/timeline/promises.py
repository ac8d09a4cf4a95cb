"""Commitments and what may follow them up, made ready to be held against each other.

A promise is known by its content words (lemmas with the parts of compounds, weighed by how rare they are among all that
is said), by the numbers that it names, and by where it stands. What a sentence leaves to the one before it ("Strategin
beräknas i stället antas under 2020") counts for less.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from corpus.model import Commitment, Source
from corpus.store import StoredReport
from corpus.swedish.analysis import STOP_WORDS, Analyzer
from search.timeline.statements import Statement, flat

#: Words that any promise has.
EMPTY = frozenset(
    "mål målet målår styrmått antal andel procent procentenhet år nå uppnå nås nåddes ska skulle få klar bli "
    "ligga fast stå kvar kvarstå gälla målvärde sätta satt nytt ny tidigare nu åter minst högst senast inom "
    "samtliga alla bedöma beräkna vänta planera räkna avse ambition avsikt nämnd nämnden region regionen "
    "fullmäktige därmed därför fullmäktig regionfullmäktige kommunfullmäktige sen ta fram besluta skola kunna "
    "tidig före efter gå ge fortfarande ännu ändå först samtidigt flytta ställe utgång under över krona miljon "
    "miljard januari februari mars april maj juni juli augusti september oktober november december".split()
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DIGITS = re.compile(r"[\d.,–-]+")
_NUMBER = re.compile(r"(\d{1,3}(?:[ \u00a0]\d{3})+|\d+(?:,\d+)?)\s?(%|procent\b|miljon|miljard)?")
_SPEED = re.compile(r"\b(\d+) ?([MG]bit)/s", re.IGNORECASE)
_BLANKS = re.compile(r"\s")
#: Words that tell what became of something.
TELLS = re.compile(
    r"\b(?:invig\w+|anto\w+|antag\w+|öppna\w*|togs|tagits|koppla\w+|anslut\w+|underteckna\w+|uppnå\w+|nå(?:dde|tt|tts|ddes)"
    r"|blev|klar\w*|färdig\w*|genomför\w+|starta\w*|påbörja\w+|avsluta\w+|pausa\w+|senarelägg\w+|försena\w+|flytta\w*"
    r"|följdes|uppfyll\w+|överträff\w+|saknas|fler än målet|bevilja\w+|gäller|infört?s?|införde\w*|omfattar|kvarstår"
    r"|ökade|minskade|sjönk|finns)\b",
    re.IGNORECASE,
)
_NUMBERING = re.compile(r"^[\d.]+\s+")
#: A word that is a part of the other's compound, a part that two compounds share, and a word of the sentence before are
#: worth this much of the word itself.
_PART, _COMMON_PART, _BEFORE = 0.7, 0.15, 0.3
#: A word that all things said have tells next to nothing, but not nothing.
_LEAST_WORTH = 0.05
#: A sentence of fewer content words, or one that points back, leans on the one before it.
_SHORT = 4
#: A sentence of fewer says nothing by itself ("Målet är 75 procent 2022.", "Målåret flyttas till 2025."), and so many
#: sentences before it may say what it is about.
_BARE = 3
_BACK = 2
#: Its words speak for themselves where they are worth this share of the rarest word's worth.
_ENOUGH = 0.6
_LEANING = 0.85
_POINTS_BACK = re.compile(r"(?:Det|Den(?! \d)|De|Detta|Denna|Dessa|Resten|Återstående|Målåret|Målet|Ett nytt|Nytt)\b")

Word = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bag:
    """Content words: as they were said, each with its compound parts, and all of these forms together."""

    words: tuple[Word, ...]
    whole: frozenset[str]
    forms: frozenset[str]

    @classmethod
    def of(cls, words: tuple[Word, ...]) -> "Bag":
        """The bag of these words."""
        return cls(words, frozenset(word[0] for word in words), frozenset(form for word in words for form in word))


@dataclass(frozen=True, slots=True)
class Said:
    """A commitment, or a sentence that may follow one up, with what it is known by.

    `bag` has its content words, `before` those of the sentence before it; `leans` says that it points back there, and
    `previous` is the key of that sentence. `wide` has the words of both where its own say nothing by themselves;
    `tells` says that it tells what became of something. `dues` are the years that it names, `numbers` its other
    numbers, `defined` what defines its goal beside words (speeds). `passage_id` is the passage that it stands in.
    """

    report: StoredReport
    quote: str
    text: str
    source: Source
    heading: str
    order: tuple[int, int]
    bag: Bag
    before: Bag
    leans: bool
    wide: Bag | None
    tells: bool
    dues: frozenset[str]
    numbers: frozenset[str]
    defined: frozenset[str]
    commitment: Commitment | None = None
    key: str = ""
    previous: str = ""
    passage_id: str = ""

    @property
    def is_bare(self) -> bool:
        """Whether its own words say next to nothing of what it is about: "Målet är 75 procent 2022."."""
        return self.leans and len(self.bag.words) < _BARE

    @property
    def is_goal(self) -> bool:
        """Whether it is a row of a goal table."""
        return bool(self.commitment and self.commitment.goal_path)


@dataclass(frozen=True, slots=True)
class Weights:
    """How much a word tells: its rarity among all that was said."""

    rarity: Mapping[str, float]
    unknown: float

    @classmethod
    def of(cls, said: Iterable[Said]) -> "Weights":
        """Weights by how many of the things said have a word."""
        counts: Counter[str] = Counter()
        number = 0
        for one in said:
            number += 1
            counts.update(one.bag.forms)
        rarity = {form: max(_LEAST_WORTH, math.log((number + 1) / (count + 0.5))) for form, count in counts.items()}
        return cls(rarity, max(_LEAST_WORTH, math.log(number + 1)) if number else 1.0)

    def __getitem__(self, form: str) -> float:
        return self.rarity.get(form, self.unknown)

    def match(self, word: Word, against: Bag) -> float:
        """How far a word is among others: 1, or less where only a part of a compound is, by how rare that is."""
        if word[0] in against.whole:
            return 1.0
        shared = against.forms.intersection(word)
        if not shared:
            return 0.0
        # "depå" is a bussdepå; a kulturplan is no folkhälsoplan.
        names = word[0] in shared or not shared.isdisjoint(against.whole)
        rarest = max(self[form] for form in shared)
        return (_PART if names else _COMMON_PART) * min(1.0, rarest / self[word[0]])


def likeness(one: Said, other: Said, weights: Weights) -> float:
    """How much two things said are of one promise, by their words, 0 to 1.

    A short statement may stand wholly in a long one that says more: the greater share counts most. One that says
    nothing by itself is also read together with what it points back at.
    """
    return max(
        _alike(one, mine, other, theirs, weights) for mine in _bags(one, weights) for theirs in _bags(other, weights)
    )


def _bags(said: Said, weights: Weights) -> tuple[Bag, ...]:
    if said.wide is None:
        return (said.bag,)
    if _POINTS_BACK.match(said.text):
        return (said.wide,)
    own = sum(weights[word[0]] for word in said.bag.words)
    return (said.bag, said.wide) if own >= _ENOUGH * weights.unknown else (said.wide,)


def _alike(one: Said, mine: Bag, other: Said, theirs: Bag, weights: Weights) -> float:
    ahead, back = _held(mine, theirs, other, weights), _held(theirs, mine, one, weights)
    return 0.4 * max(ahead, back) + 0.6 * (ahead + back) / 2


def _held(words: Bag, against: Bag, said: Said, weights: Weights) -> float:
    """The share of the words, by rarity, that another thing said holds, those of the sentence before it less."""
    if words.forms.isdisjoint(against.forms) and words.forms.isdisjoint(said.before.forms):
        return 0.0  # Nearly all pairs.
    share = _LEANING if said.leans else _BEFORE
    total = found = 0.0
    for word in words.words:
        worth = weights[word[0]]
        total += worth
        own = weights.match(word, against)
        found += worth * max(own, share * weights.match(word, said.before))
    return found / total if total else 0.0


def said_of(statements: Iterable[Statement], reports: Mapping[str, StoredReport], analyzer: Analyzer) -> list[Said]:
    """All that was said, in the order of reports' times and of reading; each commitment by itself.

    A table's row that is no goal's says numbers, not what became of anything, and is left out.
    """
    found: list[Said] = []
    for statement in statements:
        report = reports[statement.passage.report_id]
        promises = [promise for promise in statement.commitments if _is_of(promise, statement)]
        found += [_said(statement, report, analyzer, promise) for promise in promises]
        if not promises and statement.quote.row is None:
            found.append(_said(statement, report, analyzer, None))
    unique = {(one.report.id, one.commitment.id if one.commitment else one.key): one for one in found}
    return sorted(unique.values(), key=lambda one: (_when(one.report), one.report.id, one.order))


def _is_of(promise: Commitment, statement: Statement) -> bool:
    """Whether a promise is this statement's: a table's row has its own, not those of text that it happens to hold."""
    return bool(promise.table_id) == (statement.quote.row is not None)


def _said(statement: Statement, report: StoredReport, analyzer: Analyzer, promise: Commitment | None) -> Said:
    passage = statement.passage.passage
    text = statement.quote.text
    told = " ".join((promise.action, promise.target or "")) if promise and promise.goal_path else text
    earlier = _before(statement, analyzer)
    words = _words(told, analyzer)
    leans = statement.quote.row is None and (bool(promise and len(words) < _SHORT) or bool(_POINTS_BACK.match(text)))
    before = _words(earlier, analyzer)
    wide = Bag.of(tuple(dict.fromkeys((*words, *before)))) if leans and len(words) < _BARE else None
    heading = _NUMBERING.sub("", passage.section_path[-1]) if passage.section_path else ""
    return Said(
        report=report,
        quote=promise.quote if promise else text,
        text=text,
        source=promise.source if promise else passage.source,
        heading=flat(heading),
        order=(statement.passage.number, statement.quote.start),
        bag=Bag.of(words),
        before=Bag.of(before),
        leans=leans,
        wide=wide,
        tells=bool(TELLS.search(text)),
        dues=frozenset(_YEAR.findall(text)),
        numbers=frozenset(_numbers(told)),
        defined=frozenset(f"{number} {unit}".casefold() for number, unit in _SPEED.findall(text)),
        commitment=promise,
        key=flat(text),
        previous=flat(statement.earlier[-1]) if statement.earlier else "",
        passage_id=passage.id,
    )


def _before(statement: Statement, analyzer: Analyzer) -> str:
    """The sentence before one, and one more where that says next to nothing itself."""
    earlier = list(statement.earlier[-_BACK:])
    while len(earlier) > 1 and len(_words(earlier[-1], analyzer)) >= _BARE:
        earlier = earlier[-1:]
    return " ".join(earlier)


def _numbers(text: str) -> Iterator[str]:
    """The numbers of a text in plain digits with what they are of, years left out: "95 procent", "12000"."""
    for found in _NUMBER.finditer(_YEAR.sub(" ", text)):
        unit = "procent" if found[2] == "%" else found[2] or ""
        yield f"{_BLANKS.sub('', found[1])} {unit}".strip()


def _words(text: str, analyzer: Analyzer) -> tuple[Word, ...]:
    terms = (term.forms for term in analyzer.terms(text))
    telling = (
        forms
        for forms in terms
        if forms[0] not in STOP_WORDS and forms[0] not in EMPTY and not _DIGITS.fullmatch(forms[0])
    )
    return tuple(dict.fromkeys(telling))


def _when(report: StoredReport) -> tuple[str, str]:
    period = report.metadata.period
    return (period.end.isoformat(), period.start.isoformat()) if period else ("9", "9")
