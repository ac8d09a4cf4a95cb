"""Figures, reports and statements made by hand, for tests that need no file."""

from datetime import date

from corpus.model import Figure, FigureKind, Metadata, Period, PeriodBasis, ReportKind
from corpus.store import Counts, StoredReport
from search.timeline.comparison import Side


def span(first: str, last: str) -> Period:
    return Period(date.fromisoformat(first), date.fromisoformat(last))


def year(number: int) -> Period:
    return span(f"{number}-01-01", f"{number}-12-31")


def report(
    period: Period | None, publisher: str | None = "Region Prov", kind: ReportKind = "annual_report", name: str = ""
) -> StoredReport:
    name = name or f"{publisher}-{kind}-{period.end if period else 'odaterad'}"
    said = Metadata(name, publisher, kind, period)
    return StoredReport(name, 1, True, f"{name}.pdf", (), "", said, (), Counts(), (), "", "", "")


def figure(
    value: float,
    measure: str,
    unit: str = "count",
    *,
    quote: str = "",
    qualifier: str | None = None,
    value_max: float | None = None,
    place: str | None = None,
    kind: FigureKind = "outcome",
    basis: PeriodBasis | None = "full_year",
    period: Period | None = None,
    id_: str = "",
) -> Figure:
    return Figure(
        id=id_ or f"{measure}-{value}-{period}",
        quote=quote or f"{measure}: {value}",
        value=value,
        unit=unit,
        value_max=value_max,
        qualifier=qualifier,
        measure=measure,
        place=place,
        period=period,
        period_basis=basis,
        kind=kind,
    )


def side(made: Figure, of: StoredReport) -> Side:
    return Side(made, of)
