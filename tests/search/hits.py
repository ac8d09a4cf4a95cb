"""Hits made by hand."""

from datetime import date

from corpus.model import Metadata, Passage, Period, ReportKind, Source
from corpus.store import Counts, StoredReport
from search.answers import Hit, Shown


def hit(
    rank: int,
    report: str = "a",
    text: str = "Ett stycke.",
    *,
    years: tuple[int, int] | None = (2021, 2021),
    publisher: str | None = "Region Norrbotten",
    kind: ReportKind = "annual_report",
    path: tuple[str, ...] = (),
) -> Hit:
    """A hit whose quote is its whole passage."""
    period = Period(date(years[0], 1, 1), date(years[1], 12, 31)) if years else None
    stored = StoredReport(
        id=report,
        version=1,
        current=True,
        file=f"{report}.txt",
        paths=(),
        content_hash=report,
        metadata=Metadata(f"Rapport {report}", publisher, kind, period),
        edited=(),
        counts=Counts(*(0,) * 9),
        problems=(),
        added_at="2026-01-01T00:00:00+00:00",
        read_at="2026-01-01T00:00:00+00:00",
        reader="",
    )
    passage = Passage(f"{report}-1-p{rank}", None, None, 0, len(text), text, path)
    return Hit(rank, 1 / rank, stored, passage, text, 0, Shown(text, 0), Source(), "", verified=True)
