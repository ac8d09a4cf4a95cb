"""Facts across reports: found by what they say, listed, counted, each with its report and its correction."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from corpus.errors import NotFound
from corpus.store import fact_fields, identifiers, schema
from corpus.store.contents import Contents
from corpus.store.database import AnyRow, AnySelect
from corpus.store.items import COMMITMENTS, FIGURES, PROJECTS, Kind, VersionRef
from corpus.store.records import FactCorrection, FactQuery, FoundFacts, StoredFact, StoredReport
from corpus.store.reports import load_report, version_ref

T = TypeVar("T")
Condition = sa.ColumnElement[bool]

_VERSION = schema.version.c
_MARKS = schema.fact_correction.c
_PERIODS = schema.correction.alias("corrected_period")
#: The report's period as the store writes it, by hand or as read.
_REPORT_PERIOD: sa.ColumnElement[str] = sa.case(
    (_PERIODS.c.report_id.is_not(None), _PERIODS.c.value), else_=sa.type_coerce(_VERSION.period, sa.Text)
)
#: What the local ids of each kind begin with (`corpus.model`).
_BY_LETTER: Mapping[str, Kind[Any]] = {"f": FIGURES, "j": PROJECTS, "c": COMMITMENTS}
#: What status is asked for where a report gives none.
NO_STATUS = "none"

#: Kind of fact (its table's name) → the columns that free text is looked for in, …
TEXTS: Mapping[str, tuple[str, ...]] = {
    "figure": ("quote", "measure", "place"),
    "project": ("name", "aliases", "quote", "owner", "partners", "funders", "places"),
    "commitment": ("quote", "action", "actor", "topic", "goal_path"),
}
#: … that name a place, …
PLACES: Mapping[str, tuple[str, ...]] = {
    "figure": ("place",),
    "project": ("places",),
    "commitment": ("quote", "action"),
}
#: … that name somebody, …
ACTORS: Mapping[str, tuple[str, ...]] = {
    "figure": (),
    "project": ("owner", "partners", "funders"),
    "commitment": ("actor",),
}
#: … and that facts can be sorted by, besides `year`.
SORTS: Mapping[str, tuple[str, ...]] = {
    "figure": ("value", "measure", "place"),
    "project": ("name", "owner"),
    "commitment": ("status", "actor", "due"),
}


class FactLists(Contents):
    """What the store says of facts in current versions of all reports."""

    def find_facts(self, kind: Kind[T], wanted: FactQuery) -> FoundFacts[T]:
        """The facts of a kind that are wanted, and how many there are whatever the limit."""
        reports = {report.id: report for report in self.reports(publisher=wanted.publisher)}
        chosen = _chosen(kind, wanted).where(_VERSION.report_id.in_(_only(reports, wanted)))
        order = _order(kind, wanted)
        with self._reading() as connection:
            total = connection.execute(sa.select(sa.func.count()).select_from(chosen.subquery())).scalar() or 0
            rows = connection.execute(chosen.order_by(*order).offset(wanted.offset).limit(wanted.limit)).all()
        return FoundFacts(total, tuple(_stored(kind, row, reports[row.report_id]) for row in rows))

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

    def fact_values(self, kind: Kind[T], column: str) -> list[str]:
        """The different values of a text column among the facts of current versions, as they sort by code."""
        wanted = _chosen(kind, FactQuery()).with_only_columns(kind.table.c[column]).distinct()
        with self._reading() as connection:
            return sorted(value for value in connection.execute(wanted).scalars() if value)


def load_fact(connection: Connection, kind: Kind[T], qualified: str) -> StoredFact[T]:
    """The fact with this qualified id.

    Raises:
        NotFound: there is none.
    """
    wanted = identifiers.parse(qualified)
    owner = version_ref(connection, wanted.report_id, wanted.version)
    its = (kind.table.c.version_key == owner.key, kind.table.c.id == wanted.local)
    row = connection.execute(_joined(kind).where(*its)).first()
    if row is None:
        raise NotFound(f"”{qualified[:100]}” finns inte i kunskapsbasen.")
    return _stored(kind, row, load_report(connection, owner))


def _only(reports: Iterable[str], wanted: FactQuery) -> list[str]:
    return sorted(set(reports) if wanted.reports is None else set(reports) & set(wanted.reports))


def _joined(kind: Kind[T]) -> AnySelect:
    """Facts of a kind beside their version, its period and what people said of them."""
    table = kind.table.c
    of_fact = (_MARKS.report_id == _VERSION.report_id) & (_MARKS.kind == kind.table.name) & (_MARKS.key == table.key)
    of_report = (_PERIODS.c.report_id == _VERSION.report_id) & (_PERIODS.c.field == "period")
    extra = (_VERSION.report_id, _VERSION.version, table.version_key, table.key, table.as_read)
    return (
        sa.select(*extra, _MARKS.wrong, _MARKS.corrected_at, *(c.label(f"fact_{c.name}") for c in kind.columns()))
        .select_from(kind.table)
        .join(schema.version, table.version_key == _VERSION.key)
        .outerjoin(schema.fact_correction, of_fact)
        .outerjoin(_PERIODS, of_report)
    )


def _stored(kind: Kind[T], row: AnyRow, report: StoredReport) -> StoredFact[T]:
    names = [name for name in row._fields if name.startswith("fact_")]
    owner = VersionRef(row.version_key, row.report_id, row.version)
    fact = kind.make_from(owner, {name.removeprefix("fact_"): row._mapping[name] for name in names})
    correction = None
    if row.corrected_at is not None:
        as_read = fact_fields.from_text(kind.table.name, row.as_read)
        correction = FactCorrection(row.wrong, as_read, row.corrected_at)
    return StoredFact(fact, report, row.key, correction)


def _chosen(kind: Kind[T], wanted: FactQuery) -> AnySelect:
    conditions: list[Condition] = [_VERSION.current]
    if not wanted.wrong:
        conditions.append(sa.func.coalesce(_MARKS.wrong, False).is_(False))
    if wanted.years:
        conditions += _touches(_when(kind), wanted.years)
    for column in ("unit", "kind", "status"):
        value = getattr(wanted, column)
        if value and column in kind.table.c:
            its = kind.table.c[column]
            conditions.append(its.is_(None) if value == NO_STATUS else sa.func.lower(its) == value.lower())
    name = kind.table.name
    if wanted.place:
        conditions.append(_names_place(kind, wanted.place))
    if wanted.actor:
        conditions.append(_lowered(kind, ACTORS[name]).contains(wanted.actor.lower(), autoescape=True))
    for word in (wanted.text or "").lower().split():
        conditions.append(_lowered(kind, TEXTS[name]).contains(word, autoescape=True))
    return _joined(kind).where(*conditions)


def _names_place(kind: Kind[T], place: str) -> Condition:
    """Whether a fact is of the place: named in a field of its own, in a list of them, or in its words."""
    columns = PLACES[kind.table.name]
    if columns == ("place",):
        return sa.func.lower(kind.table.c.place) == place.lower()
    in_list = f'"{place.lower()}"' if columns == ("places",) else place.lower()
    return _lowered(kind, columns).contains(in_list, autoescape=True)


def _lowered(kind: Kind[T], columns: Iterable[str]) -> sa.ColumnElement[str]:
    """The texts of some columns together, in small letters."""
    joined: sa.ColumnElement[str] = sa.literal("")
    for column in columns:
        text = sa.type_coerce(kind.table.c[column], sa.Text)
        joined = joined.concat(" ").concat(sa.func.coalesce(text, ""))
    return sa.func.lower(joined, type_=sa.Text)


def _when(kind: Kind[T]) -> sa.ColumnElement[Any]:
    """The fact's period as it is written, or else its report's."""
    if "period" not in kind.table.c:
        return _REPORT_PERIOD
    return sa.func.coalesce(sa.type_coerce(kind.table.c.period, sa.Text), _REPORT_PERIOD)


def _touches(period: sa.ColumnElement[Any], years: tuple[int, int]) -> list[Condition]:
    """Whether a period, written as "2021-01-01/2021-06-30 …", has a day in the years."""
    first, last = (f"{year:04}" for year in years)
    return [sa.func.substr(period, 1, 4) <= last, sa.func.substr(period, 12, 4) >= first]


def _order(kind: Kind[T], wanted: FactQuery) -> list[sa.ColumnElement[Any]]:
    first: sa.ColumnElement[Any] = _when(kind)
    if wanted.sort in SORTS[kind.table.name]:
        column = kind.table.c[wanted.sort]
        first = column if wanted.sort == "value" else sa.func.lower(column)
    turned = first.desc() if wanted.descending else first.asc()
    return [turned.nulls_last(), _VERSION.file, _VERSION.report_id, kind.table.c.position]
