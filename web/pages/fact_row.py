"""What pages say of a fact: its number, status and symbols in words, where it stands, what was corrected."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from corpus import names
from corpus.model import Commitment, Figure
from corpus.store import StoredFact
from corpus.swedish.months import MONTHS
from corpus.swedish.numbers import write_whole
from web import links, words

#: Symbols of a trend by the way they point; what they mean is the report's to say.
_TRENDS: Mapping[str, str] = {
    "▲": "uppåt",
    "↑": "uppåt",
    "▼": "nedåt",
    "↓": "nedåt",
    "▶": "åt sidan",
    "►": "åt sidan",
    "→": "åt sidan",
    "↗": "snett uppåt",
    "↘": "snett nedåt",
}
#: The kinds of facts that can be proved, and their lists' names over HTTP.
_PROVED: Mapping[type, str] = {Figure: "figures", Commitment: "commitments"}


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a fact stands, and what people said of it."""

    id: str
    quote: str
    href: str
    page: int | None
    title: str
    year: str | None
    report: str
    correct: str
    proof: str | None
    wrong: bool
    corrected: str | None


def standing(stored: StoredFact[Any]) -> Standing:
    """What every row says."""
    fact, report, correction = stored.fact, stored.report, stored.correction
    return Standing(
        id=fact.id,
        quote=fact.quote.replace("\t", " · "),
        href=links.fact(fact.id, fact.source.page),
        page=fact.source.page,
        title=report.metadata.title,
        year=words.period(report.metadata.period),
        report=links.report(report.id),
        correct=links.correction(fact.id),
        proof=links.proof(_PROVED[type(fact)], fact.id) if type(fact) in _PROVED else None,
        wrong=bool(correction and correction.wrong),
        corrected=when(correction.corrected_at) if correction else None,
    )


def number(figure: Figure) -> str:
    """A figure as Swedish writes it: "ca 1 675 mnkr", "10–12 år"."""
    return write_whole(figure.value, figure.value_max, figure.unit, figure.qualifier)


def status(code: str | None, symbol: str | None) -> str:
    """A status in words, after the report's own symbol where it has one."""
    said = names.STATUSES.get(code or "", "")
    if symbol and not said:
        said = "symbolen förklaras inte"
    return " ".join(part for part in (symbol, said) if part)


def trend(symbol: str | None) -> str:
    """A trend's symbol with the way it points in words."""
    return f"{symbol} {_TRENDS.get(symbol.strip(), 'symbolen förklaras inte')}" if symbol else ""


def when(moment: str) -> str:
    """A moment (ISO 8601) as people write it, in the time of this machine."""
    at = datetime.fromisoformat(moment).astimezone()
    return f"{at.day} {MONTHS[at.month - 1]} {at.year} kl. {at:%H.%M}"
