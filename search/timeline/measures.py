"""When two figures measure the same: by what their measures mean, not by how they are worded.

A measure is its content words (lemmas, with the parts of compounds) and its marks: what defines it beside its words, as
a speed, an age, a base year. Words may differ a little; marks may not.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus import names
from corpus.model import Figure, Period
from corpus.swedish.analysis import STOP_WORDS, Analyzer, Term
from search.timeline.periods import same_stretch, told

#: Two measures are one from this likeness on, and of one matter from the lower one on. On the sample reports' series
#: (`corpus/reports/key`) .7 joins no two that their key keeps apart and splits none.
SAME = 0.7
RELATED = 0.34
#: Units that define what is counted ("tillgång till minst 100 Mbit/s") and are not themselves followed.
THRESHOLDS = frozenset({"Mbit/s", "Gbit/s"})
#: A part of a compound that two words share is worth this much of a word.
_SHARED_PART = 0.6
#: Words that any measure may begin with.
_EMPTY = frozenset(
    "andel antal belopp siffra summa totalt total totala värde tal samtliga del uppskattad uppskattade procent "
    "hel hela år helår period perioden nu idag".split()
)
#: The noun whose lemma is a stop word too: "sjukfrånvaro, män" is not all sick leave.
_MEN = frozenset("män mäns männen männens mannen mannens".split())
#: What a mark is called in Swedish, and how it is written.
_MARKS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("hastighet", re.compile(r"\b(\d+)\s?([MG])bit/s", re.IGNORECASE)),
    ("närhet", re.compile(r"\b(absolut(?:a)?) närhet\b", re.IGNORECASE)),
    ("ålder", re.compile(r"\b(\d{1,2})\s?[–-]\s?(\d{1,2}) år|\b(\d{1,2}) år (?:och|eller) äldre", re.IGNORECASE)),
    ("basår", re.compile(r"(?:sedan|jämfört med|mot|från)(?: år)? ((?:19|20)\d\d)\b", re.IGNORECASE)),
)
#: Measures that tell how far something is from another, without saying to which side; and words that say it.
_DISTANCE = re.compile(r"\b(?:avvikelse|skillnad|differens|överskott|underskott)", re.IGNORECASE)
_SIDES = tuple(
    tuple(re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for words in pair)
    for pair in (
        ("lägre|mindre|under budget", "högre|mer|över budget"),
        ("överskott\\w*", "underskott\\w*"),
        ("färre", "fler"),
    )
)
#: Marks that are looked for in the quote too, where the measure does not say them: they define all that is told there.
_IN_QUOTE = frozenset({"hastighet", "närhet"})


@dataclass(frozen=True, slots=True)
class Measure:
    """What a figure measures: its content words in order of appearance, and its marks by what they are called."""

    words: tuple[tuple[str, ...], ...]
    marks: tuple[tuple[str, str], ...]


def measure_of(figure: Figure, analyzer: Analyzer) -> Measure:
    """The measure of a figure; places are no part of it."""
    place = {term.forms[0] for term in analyzer.terms(figure.place or "")}
    said = figure.measure or ""
    for _, pattern in _MARKS:
        said = pattern.sub(" ", said)
    terms = (term for term in analyzer.terms(said) if _tells(term, said, place))
    marks = dict(_marks_in(figure.measure or ""))
    marks |= {name: found for name, found in _marks_in(figure.quote) if name in _IN_QUOTE and name not in marks}
    return Measure(tuple(dict.fromkeys(term.forms for term in terms)), tuple(sorted(marks.items())))


def likeness(one: Measure, other: Measure) -> float:
    """How much of the words of both is shared, 0 to 1."""
    return words_alike(one.words, other.words)


def words_alike(one: Sequence[tuple[str, ...]], other: Sequence[tuple[str, ...]]) -> float:
    """How much of two rows of words is shared, 0 to 1; each word is its lemma and the parts of its compound."""
    if not one or not other or not {form for word in one for form in word} & {form for word in other for form in word}:
        return 0.0
    shared = sum(max(_alike(word, against) for against in other) for word in one)
    back = sum(max(_alike(word, against) for against in one) for word in other)
    return (shared + back) / (len(one) + len(other))


def differences(
    one: Figure, other: Figure, measures: tuple[Measure, Measure], periods: tuple[Period | None, Period | None]
) -> tuple[str, ...]:
    """Why two figures may not be subtracted, in Swedish; empty where they may.

    Args:
        one: the earlier figure.
        other: the later.
        measures: theirs.
        periods: theirs, or their reports' where they have none.
    """
    found = [
        *_of_definition(one, other, measures),
        *_of_unit(one, other),
        *_of_kind(one, other),
        *_of_place(one, other),
        *_of_side(one, other),
        *_of_basis(one, other, periods),
    ]
    return tuple(found)


def _of_definition(one: Figure, other: Figure, measures: tuple[Measure, Measure]) -> Iterator[str]:
    marks = tuple(dict(measure.marks) for measure in measures)
    for name in sorted(marks[0].keys() | marks[1].keys()):
        before, after = marks[0].get(name), marks[1].get(name)
        if before != after:
            yield f"ändrad definition, {name}: {before or 'sägs inte'} mot {after or 'sägs inte'}"
    said = tuple(" ".join((figure.measure or "").split()) for figure in (one, other))
    if said == ("", ""):
        yield "oklart om det är samma mått: rapporterna säger inte vad som räknas"
    elif likeness(*measures) < SAME and said[0].casefold() != said[1].casefold():
        yield f"ändrad definition: ”{said[0] or one.quote}” mot ”{said[1] or other.quote}”"


def _of_unit(one: Figure, other: Figure) -> Iterator[str]:
    if one.unit != other.unit:
        yield f"olika enhet: {names.UNITS.get(one.unit, one.unit)} mot {names.UNITS.get(other.unit, other.unit)}"


def _of_kind(one: Figure, other: Figure) -> Iterator[str]:
    if one.kind != other.kind:
        yield f"olika slag: {names.FIGURE_KINDS[one.kind]} mot {names.FIGURE_KINDS[other.kind]}"


def _of_place(one: Figure, other: Figure) -> Iterator[str]:
    if (one.place or "").casefold() != (other.place or "").casefold():
        yield f"olika plats: {one.place or 'ingen sägs'} mot {other.place or 'ingen sägs'}"


def _of_side(one: Figure, other: Figure) -> Iterator[str]:
    """A deviation below and one above are told by the same number, where running text tells them."""
    if one.table_id or other.table_id or not all(_DISTANCE.search(figure.measure or "") for figure in (one, other)):
        return
    for sides in _SIDES:
        before, after = ([found[0] for side in sides if (found := side.search(it.quote))] for it in (one, other))
        if len(before) == len(after) == 1 and before != after:
            yield f"åt olika håll: ”{before[0].lower()}” mot ”{after[0].lower()}”"


def _of_basis(one: Figure, other: Figure, periods: tuple[Period | None, Period | None]) -> Iterator[str]:
    if same_stretch((one.period_basis, periods[0]), (other.period_basis, periods[1])):
        return
    before, after = told(one.period_basis, periods[0]), told(other.period_basis, periods[1])
    yield f"olika tidsunderlag: {before} mot {after}"


def _tells(term: Term, said: str, place: set[str]) -> bool:
    word = term.forms[0]
    is_empty = word in _EMPTY or (word in STOP_WORDS and said[term.start : term.end].lower() not in _MEN)
    return not is_empty and word not in place


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    if one[0] == other[0]:
        return 1.0
    return _SHARED_PART if set(one) & set(other) else 0.0


def _marks_in(text: str) -> Iterator[tuple[str, str]]:
    for name, pattern in _MARKS:
        found = pattern.search(text)
        if found:
            yield name, " ".join(found[0].split()).casefold()
