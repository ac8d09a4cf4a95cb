"""A single figure or commitment as a proof."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

from api import exports
from api.proof import wording
from api.proof.evidence import Gatherer
from api.proof.places import Claim
from api.proof.record import FactCard, Proof, Way
from corpus.errors import UsageError
from corpus.model import Figure, Project
from corpus.quotes import on_one_line
from corpus.store import Store, StoredFact
from corpus.swedish.numbers import write


def provable(store: Store, fact_id: str) -> StoredFact[Any]:
    """The figure or commitment with this id.

    Raises:
        NotFound: there is none.
        UsageError: it is a project.
    """
    stored = store.any_fact(fact_id)
    if isinstance(stored.fact, Project):
        raise UsageError("Underlag görs för siffror och åtaganden, inte för projekt.")
    return stored


def proof_of(store: Store, stored: StoredFact[Any], ways: Sequence[Way], now: datetime | None = None) -> Proof:
    """Prove a figure or a commitment.

    Args:
        store: where it is kept.
        stored: the fact.
        ways: how those who have the knowledge base open it again.
        now: the time at which the proof is made; the machine's where None.
    """
    fact, gatherer = stored.fact, Gatherer(store)
    is_figure = isinstance(fact, Figure)
    claim = Claim(
        stored.report, fact.quote, fact.source, section_id=fact.section_id, table_id=fact.table_id, fact_id=fact.id
    )
    number = gatherer.number_of(claim)
    evidence, reports = gatherer.prove()
    named = (("Siffra", wording.figure(fact)),) if is_figure else ()
    return Proof(
        subject="siffra" if is_figure else "åtagande",
        title=_title(fact),
        made_at=wording.moment(now or datetime.now().astimezone()),
        base=store.identity,
        commit=store.commit_number,
        about=(("Uppgiftens id", fact.id),),
        ways=tuple(ways),
        evidence=evidence,
        reports=reports,
        fact=FactCard(on_one_line(fact.quote), (*named, *_fields(stored, is_figure)), number),
    )


def _title(fact: Any) -> str:  # noqa: ANN401  # a figure or a commitment
    if isinstance(fact, Figure):
        return ", ".join(part for part in (fact.measure, fact.place, wording.figure(fact)) if part)
    return str(fact.action)


def _fields(stored: StoredFact[Any], is_figure: bool) -> Iterator[tuple[str, str]]:
    for heading, value in exports.told("figure" if is_figure else "commitment", stored):
        yield heading, _value(value)


def _value(value: exports.Value) -> str:
    if isinstance(value, float):
        return write(value)
    return value.isoformat() if isinstance(value, date) else str(value)
