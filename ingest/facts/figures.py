"""Money and shares in running text: the numbers whose unit is written, each with its sentence."""

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus.model import Figure, FigureKind, Period, Report, Source
from corpus.quotes import Verifier
from corpus.swedish import numbers, places
from corpus.swedish.numbers import Number
from ingest.facts.statements import Sentence, sentences

UNITS = frozenset({"SEK", "EUR", "percent", "percentage_points"})
#: Words that tell what kind of number stands in their clause; the first that is found decides, and without any the
#: number is what came out.
KINDS: tuple[tuple[re.Pattern[str], FigureKind], ...] = (
    (re.compile(r"\b(?:prognos\w*|beräknas|bedöms|förväntas|väntas)\b", re.IGNORECASE), "forecast"),
    (re.compile(r"\b(?:uppskatt\w+|skattning\w*)\b", re.IGNORECASE), "estimate"),
    (re.compile(r"\b(?:mål(?:et|en|värde\w*|nivå\w*)?|målsättning\w*|ska|skall|senast)\b", re.IGNORECASE), "target"),
    (re.compile(r"\b(?:bevilja\w*|bidrag\w*|projektstöd\w*|medfinansier\w+)\b", re.IGNORECASE), "grant"),
    (re.compile(r"\b(?:budget\w*|anslag\w*)\b", re.IGNORECASE), "budget"),
)
#: Where one clause ends and another begins; a comma inside a number has no space after it.
_CLAUSE = re.compile(r"[,;:]\s|\s[–-]\s|\s(?:men|medan|respektive)\s")


def figures(report: Report) -> tuple[Figure, ...]:
    """The figures of a report's running text in reading order, ids f1, f2, ….

    One whose sentence cannot be found again on its page is left out: what cannot be quoted is not kept.
    """
    verifier = Verifier(report.pages)
    period = report.metadata.period
    found = (figure for sentence in sentences(report) for figure in _of_sentence(sentence, period))
    kept = (figure for figure in found if verifier.holds(figure.quote, figure.source))
    return tuple(replace(figure, id=f"f{number}") for number, figure in enumerate(kept, 1))


def _of_sentence(sentence: Sentence, period: Period | None) -> Iterator[Figure]:
    found = numbers.find(sentence.text)
    told = [number for number in found if number.form == "amount" and number.unit in UNITS]
    when = period if told and _within(found, period) else None
    for number in told:
        yield _figure(sentence.text, number, when, sentence.section.id, sentence.source)


def _figure(sentence: str, number: Number, period: Period | None, section_id: str, source: Source) -> Figure:
    clause = _clause_around(sentence, number)
    return Figure(
        id="",
        quote=sentence,
        value=number.value,
        unit=number.unit or "",
        value_max=number.value_max,
        qualifier=number.qualifier,
        place=_only_place(sentence) or _only_place(clause),
        period=period,
        kind=next((kind for pattern, kind in KINDS if pattern.search(clause)), "outcome"),
        section_id=section_id,
        source=source,
    )


def _clause_around(sentence: str, number: Number) -> str:
    """The part of the sentence that the number stands in, from border to border."""
    borders = list(_CLAUSE.finditer(sentence))
    start = max((border.end() for border in borders if border.end() <= number.start), default=0)
    end = min((border.start() for border in borders if border.start() >= number.end), default=len(sentence))
    return sentence[start:end]


def _only_place(text: str) -> str | None:
    """The place that a text names, if it names one only."""
    named = {mention.place.name for mention in places.find(text)}
    return named.pop() if len(named) == 1 else None


def _within(found: list[Number], period: Period | None) -> bool:
    """Whether the report's period may be the numbers': no other year is named beside them."""
    years = {int(year) for number in found if number.form in ("year", "period") for year in _years(number)}
    return period is not None and years <= set(range(period.start.year, period.end.year + 1))


def _years(number: Number) -> tuple[float, ...]:
    return (number.value,) if number.value_max is None else (number.value, number.value_max)
