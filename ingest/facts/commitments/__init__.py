"""What somebody will do, plans, aims at or owes, and the rows of goal tables, each with the report's own words."""

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import replace

from corpus.model import Commitment, Report
from corpus.quotes import Verifier
from ingest.facts.commitments import goal_tables, stated
from ingest.facts.commitments.actors import owner_of
from ingest.facts.commitments.evidence import Evidence
from ingest.facts.commitments.legends import legend_of
from ingest.facts.statements import Statements, rows


def commitments(report: Report, said: Statements | None = None) -> tuple[Commitment, ...]:
    """The commitments of a report in reading order, ids c1, c2, ….

    One whose words cannot be found again on their page is left out: what cannot be quoted is not kept. What running
    text promises twice, as a summary repeats a recommendation, is one commitment, where it stands first.

    Args:
        report: the report.
        said: its sentences, where they are parted already.
    """
    said = said or Statements(report)
    order = {section.id: place for place, section in enumerate(report.sections)}
    found = [*_once(_of_text(said)), *_of_tables(report)]
    found.sort(key=lambda commitment: order.get(commitment.section_id or "", -1))
    kept = (_quotable(commitment, said.verifier) for commitment in found)
    return tuple(replace(each, id=f"c{n}") for n, each in enumerate((k for k in kept if k), 1))


def _once(commitments: Iterable[Commitment]) -> Iterator[Commitment]:
    """The commitments without repetitions: the same thing to do by the same actor."""
    known: set[tuple[str, str | None]] = set()
    for commitment in commitments:
        told = (commitment.action.casefold(), commitment.actor)
        if told not in known:
            known.add(told)
            yield commitment


def _of_text(said: Statements) -> Iterator[Commitment]:
    report = said.report
    data = report.metadata
    if stated.is_rule(data.title):
        return
    context = stated.Context(data.publisher, owner_of(report), data.period, stated.voice_of(data))
    for _, group in itertools.groupby(said.sentences, key=lambda sentence: sentence.section.id):
        yield from stated.commitments_of(list(group), context)


def _of_tables(report: Report) -> Iterator[Commitment]:
    legend = legend_of(report)
    evidence = Evidence(report)
    owner = owner_of(report)
    period = report.metadata.period
    # An interim report follows the goals of its year: a row that names no other time is due at the year's end.
    year = str(period.end.year) if period and report.metadata.kind == "interim_report" else None
    for _, group in itertools.groupby(rows(report), key=lambda row: row.table.id):
        lines = list(group)
        columns = goal_tables.columns_of(lines[0].table)
        if columns is None:
            continue
        for row, above in goal_tables.chains(lines, columns):
            found = goal_tables.commitments_of(row, columns, above, legend, period)
            if found:
                due = found.due or (year if goal_tables.follows_goals(columns) else None)
                yield evidence.completed(replace(found, actor=found.actor or owner, due=due))


def _quotable(commitment: Commitment, verifier: Verifier) -> Commitment | None:
    """The commitment with its words as they stand on the page; None where they do not."""
    whole = commitment.quote
    for quote in dict.fromkeys((whole.replace("\t", " "), whole, whole.rstrip(" ."))):
        if verifier.holds(quote, commitment.source):
            return replace(commitment, quote=quote)
    return None
