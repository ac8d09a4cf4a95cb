"""The newest figure of the series that a stale number belongs to."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from api.drafts.borrowing import value_in_words
from api.drafts.directions import OPPOSITES, Direction, direction, direction_of, is_where_it_began
from api.drafts.stale import Mark
from corpus.drafts import Origin
from corpus.model import Figure
from corpus.store import FactQuery, Store, StoredFact
from corpus.store.items import FIGURES
from corpus.swedish import numbers
from corpus.swedish.analysis import Analyzer
from corpus.swedish.numbers import write
from search.citations import cite
from search.timeline.measures import measure_of

#: A measure of one short word ("besök", "målet") may be anything's.
_TELLING = 9
#: What the numbers of a column may be multiplied by, as its header says.
_SCALES = (1.0, 1e3, 1e6)


@dataclass(frozen=True, slots=True)
class Newer:
    """A newer value: how it is written, of which figure, whence."""

    text: str
    fact_id: str
    citation: str
    quote: str


class NewerFigures:
    """Looks for newer values of the numbers that were borrowed from a report; several threads may ask at once.

    What was read of a publisher's figures is kept until something in the store changes.

    Args:
        store: where figures are.
        analyzer: what tells measures apart.
    """

    def __init__(self, store: Store, analyzer: Analyzer) -> None:
        self._store, self._analyzer = store, analyzer
        self._kept: tuple[int, dict[str | None, _Publisher]] = (-1, {})

    def among(self, origin: Origin, marks: Iterable[Mark], until: date) -> dict[str, Newer]:
        """For the marks that have one, by their keys: the newest value of the number's series, no newer than a day.

        A mark has none where its series goes no further, where the value is the same, or where it could be another.
        """
        publisher = self._publisher_of(origin)
        if publisher is None:
            return {}
        found: dict[str, Newer] = {}
        for mark in marks:
            asked = (origin.report_id, origin.section_id, origin.fact_id, origin.words, mark.key, until)
            if asked not in publisher.answered:
                publisher.answered[asked] = _newest(publisher, origin, mark, until)
            newer = publisher.answered[asked]
            if newer is not None:
                found[mark.key] = newer
        return found

    def _publisher_of(self, origin: Origin) -> "_Publisher | None":
        """The figures of the publisher whose report was borrowed from; None where the report is gone."""
        report = next((one for one in self._store.reports() if one.id == origin.report_id), None)
        if report is None:
            return None
        change, kept = self._store.change_number, self._kept
        if kept[0] != change:
            kept = self._kept = (change, {})
        name = report.metadata.publisher
        if name not in kept[1]:
            kept[1][name] = self._read(name, report.id)
        return kept[1][name]

    def _read(self, name: str | None, report_id: str) -> "_Publisher":
        wanted = FactQuery(publisher=name) if name else FactQuery(reports=(report_id,))
        by_section: dict[tuple[str, str | None], list[StoredFact[Figure]]] = defaultdict(list)
        by_key: dict[_Key, list[StoredFact[Figure]]] = defaultdict(list)
        keys: dict[str, _Key] = {}
        for stored in self._store.find_facts(FIGURES, wanted).facts:
            by_section[stored.report.id, stored.fact.section_id].append(stored)
            key = self._key(stored.fact)
            if key is not None:
                by_key[key].append(stored)
                keys[stored.fact.id] = key
        return _Publisher(by_section, by_key, keys, {})

    def _key(self, figure: Figure) -> "_Key | None":
        """What two figures must share to be of one series; None for a measure that tells nothing."""
        measure = measure_of(figure, self._analyzer)
        # A deficit this year and a surplus the next are one series, in which the deficit is not the newest.
        words = tuple(sorted(OPPOSITES.get(forms[0], forms[0]) for forms in measure.words))
        if not words or (len(words) == 1 and len(words[0]) < _TELLING):
            return None
        place = (figure.place or "").casefold()
        return _Key(words, measure.marks, figure.unit, place, figure.kind, figure.period_basis)


@dataclass(frozen=True, slots=True)
class _Publisher:
    """A publisher's figures: by report and section, by series, the series of each by its id; and what was answered."""

    by_section: Mapping[tuple[str, str | None], Sequence[StoredFact[Figure]]]
    by_key: Mapping["_Key", Sequence[StoredFact[Figure]]]
    keys: Mapping[str, "_Key"]
    answered: dict[tuple[object, ...], Newer | None]

    def in_section(self, origin: Origin) -> Sequence[StoredFact[Figure]]:
        """The figures of the section that was borrowed from; a figure that was borrowed itself alone."""
        held = self.by_section.get((origin.report_id, origin.section_id), ())
        return [one for one in held if origin.fact_id in (None, one.fact.id)]

    def newest(self, old: StoredFact[Figure], until: date) -> Sequence[StoredFact[Figure]]:
        """The newest of an old figure's series; none for one that its own report tells of an earlier time."""
        key, when, period = self.keys.get(old.fact.id), _when(old), old.report.metadata.period
        if key is None or when is None or (period is not None and when < period.start):
            return ()
        others = [one for one in self.by_key[key] if one.report.id != old.report.id]
        later = [(ends, one) for one in others if (ends := _when(one)) is not None and ends > when]
        if old.fact.kind == "target":  # A target is for the year that it names, whichever report says so last.
            later = [(when, one) for one in others if _when(one) == when and _is_later(one, old)]
        last = max((ends for ends, _ in later if ends <= until), default=None)
        return [one for ends, one in later if ends == last]

    def way(self, one: StoredFact[Figure]) -> Direction:
        """Which way a figure goes: by the words of its quote, by its measure, or against its series' value before."""
        fact = one.fact
        if said := _way_in_quote(fact) or direction_of(fact.measure or ""):
            return said
        ends = _when(one)
        held = [(when, other) for other in self.by_key.get(self.keys[fact.id], ()) if (when := _when(other))]
        last = max((when for when, _ in held if ends and when < ends), default=None)
        changes = {fact.value - other.fact.value for when, other in held if when == last}
        return 1 if all(change > 0 for change in changes) else -1 if all(change < 0 for change in changes) else 0


@dataclass(frozen=True, slots=True)
class _Key:
    """What tells a series: the measure's words and marks, unit, place, kind, and whether it is of a day or a year.

    A comparison joins measures whose words differ a little; what is put in a text needs the very same.
    """

    words: tuple[str, ...]
    marks: tuple[tuple[str, str], ...]
    unit: str | None
    place: str
    kind: str
    basis: str | None


def _newest(publisher: _Publisher, origin: Origin, mark: Mark, until: date) -> Newer | None:
    read = numbers.find(mark.text)
    if mark.kind not in ("amount", "percent", "count") or len(read) != 1 or _is_fraction(mark):
        return None
    said = [
        (one, scale)
        for one in publisher.in_section(origin)
        if (scale := _scale(one.fact, read[0])) and _holds(origin, one.fact, mark)
    ]
    newest = {
        (found.fact.value, found.fact.value_max): (found, scale)
        for old, scale in said
        for found in _of_the_like(old, publisher.newest(old, until))
        if _fits(publisher, origin, old, mark, found)
    }
    if len(newest) != 1:
        return None
    ((value, (found, scale)),) = newest.items()
    if value == (said[0][0].fact.value, said[0][0].fact.value_max):
        return None
    citation = cite(found.report.metadata, (), found.fact.source)
    return Newer(_written(found.fact, read[0], scale), found.fact.id, citation, found.fact.quote)


def _of_the_like(old: StoredFact[Figure], newest: Sequence[StoredFact[Figure]]) -> Sequence[StoredFact[Figure]]:
    """Those told in running text for one that is, those in tables for one in a table; the others where there are none.

    A cost is 495,4 in a sentence and −495,4 in its table: no cell of the other sign is put into a sentence.
    """
    like = [one for one in newest if _in_table(one) == _in_table(old)]
    return like or [one for one in newest if (one.fact.value < 0) == (old.fact.value < 0)]


def _is_fraction(mark: Mark) -> bool:
    """Whether a share is said otherwise than in percent ("var tionde"): no percentage fits into its sentence."""
    return mark.kind == "percent" and "procent" not in mark.text and "%" not in mark.text


def _fits(
    publisher: _Publisher, origin: Origin, old: StoredFact[Figure], mark: Mark, found: StoredFact[Figure]
) -> bool:
    """Whether a newer value goes the way that the words around the old one say: "underskott", "sjönk till"."""
    if _in_table(old):
        return True  # A cell's sign is part of its number.
    if is_where_it_began(origin.words, mark.start):
        return False
    said = _way_in_quote(old.fact) if origin.fact_id else direction(origin.words, mark.start, mark.end)
    way = said or direction_of(old.fact.measure or "")
    return not way or publisher.way(found) == way


def _way_in_quote(figure: Figure) -> Direction:
    """Which way a figure goes by its quote; a row of a table says nothing of it."""
    if figure.table_id is not None:
        return 0
    for number in numbers.find(figure.quote):
        if (number.value, number.value_max) == (figure.value, figure.value_max):
            return direction(figure.quote, number.start, number.end)
    return 0


def _scale(figure: Figure, number: numbers.Number) -> float | None:
    """What a written number is multiplied by to be a figure; 1000 in a column headed "tkr"; None if it is not."""
    if figure.value_max != number.value_max:
        return None
    scales = _SCALES if number.unit is None and figure.table_id is not None else _SCALES[:1]
    return next((scale for scale in scales if figure.value == round(number.value * scale, 6)), None)


def _holds(origin: Origin, figure: Figure, mark: Mark) -> bool:
    """Whether a mark lies in the figure's own words, whatever blanks part them."""
    if origin.fact_id is not None:
        return True
    words, quote = " ".join(origin.words.split()), " ".join(figure.quote.split())
    before = origin.words[: mark.start]
    start = len(" ".join(before.split())) + (before[-1:].isspace() and bool(before.strip()))
    at = words.find(quote)
    while at >= 0 and quote:
        if at <= start and start + len(" ".join(mark.text.split())) <= at + len(quote):
            return True
        at = words.find(quote, at + 1)
    return False


def _written(figure: Figure, old: numbers.Number, scale: float) -> str:
    """The value as its own report writes it, where that is in the unit of the number it replaces."""
    for number in numbers.find(figure.quote):
        value = round(number.value * scale, 6)
        if (value, number.value_max, number.unit) == (figure.value, figure.value_max, old.unit):
            return figure.quote[number.start : number.end]
    if old.unit is None:
        return write(figure.value / scale)
    return value_in_words(replace(figure, qualifier=None))


def _in_table(stored: StoredFact[Figure]) -> bool:
    return stored.fact.table_id is not None


def _is_later(one: StoredFact[Figure], other: StoredFact[Figure]) -> bool:
    mine, its = one.report.metadata.period, other.report.metadata.period
    return mine is not None and its is not None and mine.end > its.end


def _when(stored: StoredFact[Figure]) -> date | None:
    """The end of a figure's period, or of its report's."""
    period = stored.fact.period or stored.report.metadata.period
    return period.end if period else None
