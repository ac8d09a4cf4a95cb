"""Facts across reports: found by what they say, listed, counted, each with its report and its correction."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from corpus.errors import NotFound
from corpus.store import fact_fields, identifiers
from corpus.store.contents import Contents
from corpus.store.database import AnyRow, AnySelect, get_state
from corpus.store.fact_conditions import (
    MARKS,
    NO_STATUS,
    REPORT_PERIOD,
    SORTS,
    TEXTS,
    VERSION,
    conditions,
    joined,
    lowered,
    order,
    years_of,
)
from corpus.store.items import COMMITMENTS, FIGURES, PROJECTS, Kind, VersionRef
from corpus.store.records import FactCorrection, FactQuery, FoundFacts, StatusCount, StoredFact, StoredReport
from corpus.store.reports import load_report, version_ref

__all__ = ["NO_STATUS", "SORTS", "FactLists", "load_fact"]

T = TypeVar("T")
#: What the local ids of each kind begin with (`corpus.model`).
_BY_LETTER: Mapping[str, Kind[Any]] = {"f": FIGURES, "j": PROJECTS, "c": COMMITMENTS}
#: Sections that one statement asks for, each by two bound values.
_SECTIONS_AT_ONCE = 4000
#: Values of a column, and the state of the store that they are of.
_Values = tuple[str | None, tuple[str, ...]]


class FactLists(Contents):
    """What the store says of facts in current versions of all reports."""

    _values: Mapping[tuple[str, str], _Values] = {}

    def find_facts(self, kind: Kind[T], wanted: FactQuery) -> FoundFacts[T]:
        """The facts of a kind that are wanted, and how many there are whatever the limit."""
        reports = {report.id: report for report in self.reports(publisher=wanted.publisher)}
        held = [*conditions(kind, wanted), *_of_publisher(reports, wanted)]
        with self._reading() as connection:
            total = connection.execute(joined(kind, sa.func.count()).where(*held)).scalar() or 0
            rows: Sequence[AnyRow] = ()
            if total > wanted.offset and wanted.limit != 0:
                chosen = _facts(kind).where(*held).order_by(*order(kind, wanted))
                rows = connection.execute(chosen.offset(wanted.offset).limit(wanted.limit)).all()
        return FoundFacts(total, tuple(_with_reports(kind, rows, reports)))

    def facts_that_name(self, kind: Kind[T], names: Sequence[str]) -> list[StoredFact[T]]:
        """The facts whose words have one of the names in them, in whichever case, the newest report's first."""
        text = lowered(kind, TEXTS[kind.table.name])
        named = sa.or_(*(text.contains(name.lower(), autoescape=True) for name in names))
        wanted = FactQuery()
        chosen = _facts(kind).where(*conditions(kind, wanted), named).order_by(*order(kind, wanted))
        reports = {report.id: report for report in self.reports()}
        with self._reading() as connection:
            rows = connection.execute(chosen).all()
        return _with_reports(kind, rows, reports)

    def facts_in(self, kind: Kind[T], sections: Iterable[str]) -> list[StoredFact[T]]:
        """The facts of these sections (qualified ids) of current versions, by report and in reading order.

        Those marked as wrong are left out, and the sections of replaced versions.
        """
        parsed = (identifiers.parse(section) for section in dict.fromkeys(sections))
        pairs = [(one.report_id, one.local) for one in parsed]
        table, held = kind.table.c, conditions(kind, FactQuery())
        where = sa.tuple_(VERSION.report_id, table.section_id)
        reports = {report.id: report for report in self.reports()}
        rows: list[AnyRow] = []
        with self._reading() as connection:
            for first in range(0, len(pairs), _SECTIONS_AT_ONCE):
                chosen = _facts(kind).where(*held, where.in_(pairs[first : first + _SECTIONS_AT_ONCE]))
                rows += connection.execute(chosen.order_by(VERSION.report_id, table.position)).all()
        return _with_reports(kind, rows, reports)

    def count_statuses(self, wanted: FactQuery) -> list[StatusCount]:
        """How many of the commitments that are wanted have which status, by the years of their reports."""
        reports = {report.id: report for report in self.reports(publisher=wanted.publisher)}
        held = [*conditions(COMMITMENTS, wanted), *_of_publisher(reports, wanted)]
        by = (*years_of(REPORT_PERIOD), COMMITMENTS.table.c.status)
        counted = joined(COMMITMENTS, *by, sa.func.count()).where(*held).group_by(*by).order_by(*by)
        with self._reading() as connection:
            rows = connection.execute(counted).all()
        return [
            StatusCount(int(first) if first else None, int(last) if last else None, status, number)
            for first, last, status, number in rows
        ]

    def fact(self, kind: Kind[T], qualified: str) -> StoredFact[T]:
        """The fact with this qualified id, whether or not it was marked as wrong.

        Raises:
            NotFound: there is none.
        """
        with self._reading() as connection:
            return load_fact(connection, kind, qualified)

    def any_fact(self, qualified: str) -> StoredFact[Any]:
        """The fact with this qualified id, whichever kind it is of.

        Raises:
            NotFound: there is none.
        """
        kind = _BY_LETTER.get(identifiers.parse(qualified).local[:1])
        if kind is None:
            raise NotFound(f"”{qualified[:100]}” finns inte i kunskapsbasen.")
        return self.fact(kind, qualified)

    def fact_values(self, kind: Kind[T], column: str) -> tuple[str, ...]:
        """The different values of a text or list column among facts of current versions, as they sort by code.

        They are kept as long as nothing is written, for every list of facts asks for them.
        """
        which = (kind.table.name, column)
        with self._reading() as connection:
            writes = get_state(connection, "writes")
            kept = self._values.get(which)
            if kept is not None and kept[0] == writes:
                return kept[1]
            its = kind.table.c[column]
            rows = connection.execute(joined(kind, its).where(*conditions(kind, FactQuery())).distinct()).scalars()
            found = {value for row in rows if row for value in (row if isinstance(row, tuple) else (row,))}
        values = tuple(sorted(found))
        self._values = {**self._values, which: (writes, values)}
        return values


def load_fact(connection: Connection, kind: Kind[T], qualified: str) -> StoredFact[T]:
    """The fact with this qualified id.

    Raises:
        NotFound: there is none.
    """
    wanted = identifiers.parse(qualified)
    owner = version_ref(connection, wanted.report_id, wanted.version)
    its = (kind.table.c.version_key == owner.key, kind.table.c.id == wanted.local)
    row = connection.execute(_facts(kind).where(*its)).first()
    if row is None:
        raise NotFound(f"”{qualified[:100]}” finns inte i kunskapsbasen.")
    return _stored(kind, row, load_report(connection, owner))


def _with_reports(kind: Kind[T], rows: Sequence[AnyRow], reports: Mapping[str, StoredReport]) -> list[StoredFact[T]]:
    """The facts in rows, but those of a report that came between the two looks into the store."""
    return [_stored(kind, row, reports[row.report_id]) for row in rows if row.report_id in reports]


def _of_publisher(reports: Mapping[str, StoredReport], wanted: FactQuery) -> list[sa.ColumnElement[bool]]:
    """What limits facts to those of the publisher's reports."""
    return [VERSION.report_id.in_(sorted(reports))] if wanted.publisher else []


def _facts(kind: Kind[T]) -> AnySelect:
    """Facts of a kind with all that is told of them."""
    table = kind.table.c
    extra = (VERSION.report_id, VERSION.version, table.version_key, table.key, table.as_read)
    its = (column.label(f"fact_{column.name}") for column in kind.columns())
    return joined(kind, *extra, MARKS.wrong, MARKS.corrected_at, *its)


def _stored(kind: Kind[T], row: AnyRow, report: StoredReport) -> StoredFact[T]:
    names = [name for name in row._fields if name.startswith("fact_")]
    owner = VersionRef(row.version_key, row.report_id, row.version)
    fact = kind.make_from(owner, {name.removeprefix("fact_"): row._mapping[name] for name in names})
    correction = None
    if row.corrected_at is not None:
        as_read = fact_fields.from_text(kind.table.name, row.as_read)
        correction = FactCorrection(row.wrong, as_read, row.corrected_at)
    return StoredFact(fact, report, row.key, correction)
