"""The figures of a report: each number with what it measures, where, when and what kind it is, and its words."""

from collections.abc import Iterator
from dataclasses import replace

from corpus.model import Figure, Report, Source
from ingest.facts.figures import running, tables
from ingest.facts.figures.locations import home_of
from ingest.facts.figures.times import Frame
from ingest.facts.statements import Statements


def figures(report: Report, said: Statements | None = None) -> tuple[Figure, ...]:
    """The figures of a report's running text, then those of its tables, ids f1, f2, ….

    One whose words cannot be found again on their page is left out: what cannot be quoted is not kept.

    Args:
        report: the report.
        said: its sentences, where they are parted already.
    """
    said = said or Statements(report)
    verifier = said.verifier
    known: dict[tuple[str, tuple[int, ...]], bool] = {}

    def holds(quote: str, source: Source) -> bool:
        key = (quote, source.pages)
        if key not in known:
            known[key] = verifier.holds(quote, source)
        return known[key]

    kept: list[Figure] = []
    for figure, quotes in _found(said):
        quote = next((quote for quote in quotes if holds(quote, figure.source)), None)
        if quote is not None:
            kept.append(replace(figure, id=f"f{len(kept) + 1}", quote=quote))
    return tuple(kept)


def _found(said: Statements) -> Iterator[tuple[Figure, tuple[str, ...]]]:
    """Every figure with the quotes that may be its words, best first."""
    report = said.report
    frame = Frame(report.metadata.period, report.metadata.kind)
    home = home_of(report.metadata.publisher)
    for figure in running.figures_of(said.sentences, frame, home):
        yield figure, (figure.quote,)
    yield from tables.figures_of(report, frame, home)
