"""The figures of running text: money, shares, counts and other amounts, each with the sentence it stands in."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.model import Figure
from corpus.swedish import numbers
from ingest.facts.figures import counts, durations, idioms, kinds, locations, measures
from ingest.facts.figures.clauses import Clause, clauses_of
from ingest.facts.figures.times import Frame, Time, last_seen, time_of, times_in
from ingest.facts.figures.units import unit_name, unit_of
from ingest.facts.figures.words import Word, tagged
from ingest.facts.statements import Sentence

_ANTAL = re.compile(r"(?<!\w)antal(?:et)?(?!\w)|\w+antalet(?!\w)", re.IGNORECASE)
#: What a bare number may be followed by and still count something that was named before.
_COUNTS_ON = re.compile(
    r"^\s*(?:\)|av\s|har\s|hade\s|är\s|var\s|ej\s|inte\s|till\s(?:kvinnor|män)|för\s(?:kvinnor|män)|in[lk]\w+)"
)
_LINKED = re.compile(
    r"(?<!\w)(?:mot|varav|var av|vara|från|till|jämfört med|eller|och|har|blev|på|är|var|med)\s$", re.IGNORECASE
)
_MILLION, _MILLIARD = 1e6, 1e9
#: What is told in milliards without a unit is kronor, in millions beside words for money: "stödet är på 1,6 miljoner".
_MONEY = re.compile(
    r"stöd|bidrag|kostnad|budget|finansier|investering|anslag|medel\b|medlen|intäkt|satsning|kronor|omsätt|underskott|överskott",
    re.IGNORECASE,
)
_CURRENCIES = kinds.MONEY - {"SEK"}
#: A noun that millions and milliards count: "8 miljarder människor".
_PEOPLED = re.compile(r"\s(?!under\b|över\b|eller\b|efter\b|kommer\b)[a-zåäö]{2,}(?:er|or|ar|are|tal|fall)\b")
#: "Gästnätterna ökade till 742 300": a number in thousands that something is or rose to counts it.
_GROUPED = re.compile(r"\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)")
_LEVEL = re.compile(r"(?<!\w)(?:till|på|blev|var|är|från)\s(?:\w+\s)?$", re.IGNORECASE)
_LAW = re.compile(r"(?<!\w)(?:lag|lagen|förordning|förordningen|direktiv|SFS)\s\(?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence with figures: the clauses and units of these."""

    sentence: Sentence
    clauses: tuple[Clause, ...]
    figures: tuple[tuple[Clause, str], ...]


def figures_of(sentences: Iterable[Sentence], frame: Frame, home: str | None) -> Iterator[Figure]:
    """The figures of sentences; the quote of each is its sentence.

    Args:
        sentences: the sentences of a report.
        frame: the report's period and kind.
        home: the place that the report is about where none is named.
    """
    told = [one for sentence in sentences if (one := _told(sentence))]
    headings = list(dict.fromkeys(one.sentence.path[-1] for one in told if one.sentence.path))
    words = tagged([*headings, *(one.sentence.text for one in told)])
    topics = {heading: measures.topic_of_heading(next(words)) for heading in headings}
    for one in told:
        topic = topics[one.sentence.path[-1]] if one.sentence.path else None
        yield from _figures(one, _without_units(next(words), one.clauses), topic, frame, home)


def _told(sentence: Sentence) -> _Told | None:
    text = sentence.text
    if not any(character.isdigit() for character in text) and not _NUMERALS.search(text):
        return None
    clauses = clauses_of(text, idioms.in_points(text, numbers.find(text)))
    figures = tuple((clause, unit) for clause in clauses if (unit := _unit(clause, clauses)))
    return _Told(sentence, tuple(clauses), figures) if figures else None


def _without_units(words: Sequence[Word], clauses: Sequence[Clause]) -> list[Word]:
    """The words of a sentence, those of its amounts' units no nouns: "procent" is never what is measured."""
    spans = [(one.number.start, one.number.end) for one in clauses if one.number.unit not in (None, *counts.UNITS)]
    return [
        replace(word, pos="NUM") if any(start <= word.start < end for start, end in spans) else word for word in words
    ]


def _figures(told: _Told, words: Sequence[Word], topic: str | None, frame: Frame, home: str | None) -> Iterator[Figure]:
    sentence, text, source = told.sentence, told.sentence.text, told.sentence.source
    times, named = times_in(text, frame), locations.located(text)
    above = _above(sentence, frame)
    measured: dict[str, str | None] = {}
    for clause, unit in told.figures:
        measure = measures.measure_of(clause, words, unit, topic, measured.get(unit))
        measured[unit] = measure
        number = clause.number
        time = time_of(told.clauses, clause, times) or above
        kind = kinds.kind_of(clause, unit, text)
        time = last_seen(time, frame) if time and kind == "outcome" else time
        period = time.period if time else frame.period
        if kind == "outcome" and period and frame.period and period.start > frame.period.end:
            kind = "forecast"
        yield Figure(
            id="",
            quote=text,
            value=number.value,
            unit=unit,
            value_max=number.value_max,
            qualifier=number.qualifier,
            measure=measure,
            place=locations.place_in(told.clauses, clause, named) or home,
            period=period,
            period_basis=time.basis if time else frame.basis,
            kind=kind,
            section_id=sentence.section.id,
            source=source,
        )


#: Numerals in words that a sentence without digits may hold; "en", "ett" and "var" are numerals only before these.
_NUMERALS = re.compile(
    r"(?<!\w)(?:noll|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tretton|fjorton|femton|sexton|sjutton|arton|nitton"
    r"|tjugo\w*|trettio\w*|fyrtio\w*|femtio\w*|sextio\w*|sjuttio\w*|åttio\w*|nittio\w*|\w*hundra|\w*tusen|hälften"
    r"|var (?:tredje|fjärde|femte|sjätte|tionde)"
    r"|(?:en|ett)(?:\s?[–-]|[\s\u00a0](?:och|eller|till|à|halv|knapp|dryg|tiond|tredj|fjärd|femt|sjätt|mi|bi|proc|kr|eur|år|mån"
    r"|veck|dag|dygn|tim|sek|ti|tu|hund))\w*"
    r"|[a-zåäö]+årig\w*)(?!\w)",
    re.IGNORECASE,
)


def _unit(clause: Clause, clauses: Sequence[Clause]) -> str | None:
    """The unit of a number that is a figure; None for what is none."""
    number, text = clause.number, clause.text
    if _LAW.search(text[: number.start]) or idioms.measures_nothing(clause) or not durations.is_amount(clause):
        return None
    unit = unit_of(number)
    if unit:
        return unit
    if number.scale >= _MILLION and not _PEOPLED.match(text, number.end):
        if any(other.number.unit in _CURRENCIES for other in clauses):
            return None
        if number.scale >= _MILLIARD or _MONEY.search(text):
            return unit_name("SEK", number.per)
    return "count" if number.scale > 1 or _counts(clause, clauses) else None


def _counts(clause: Clause, clauses: Sequence[Clause]) -> bool:
    """Whether a bare number counts something that its clause or the number before it names."""
    number, text = clause.number, clause.text
    if not (text[number.start].isdigit() or text[number.start].isalpha()) or number.value != int(number.value):
        return False
    if _ANTAL.search(clause.before) or (_GROUPED.match(text, number.start) and _LEVEL.search(text[: number.start])):
        return True
    if re.match(r"\s*av\s", clause.after):
        return number.value < 1e6
    others = any(other.number.unit == "count" for other in clauses if other is not clause)
    return (
        others
        and bool(_COUNTS_ON.match(text[number.end :]) or _LINKED.search(text[: number.start]))
        and bool(_COUNTS_ON.match(text[number.end :]) or number.value >= 10)
    )


def _above(sentence: Sentence, frame: Frame) -> Time | None:
    """The time that the section's own heading names, if it names one only."""
    times = times_in(sentence.section.heading, frame)
    return times[0] if len(times) == 1 else None
