"""What is asked of facts, as conditions and orders of the database's."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

import sqlalchemy as sa

from corpus.model import Status
from corpus.store import schema
from corpus.store.database import AnySelect
from corpus.store.items import Kind
from corpus.store.records import FactQuery
from corpus.swedish.places import lookup

T = TypeVar("T")
Condition = sa.ColumnElement[bool]

VERSION = schema.version.c
MARKS = schema.fact_correction.c
_PERIODS = schema.correction.alias("corrected_period")
#: The report's period as the store writes it, by hand or as read.
REPORT_PERIOD: sa.ColumnElement[str] = sa.case(
    (_PERIODS.c.report_id.is_not(None), _PERIODS.c.value), else_=sa.type_coerce(VERSION.period, sa.Text)
)
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
    "figure": ("latest", "value", "measure", "place"),
    "project": ("name", "owner"),
    "commitment": ("status", "actor", "due"),
}
#: Statuses from what is only planned to what became of it.
STATUS_ORDER: tuple[Status, ...] = ("planned", "not_started", "started", "delayed", "partly", "done", "not_met")
#: Letters that the Swedish alphabet has after z, in its order, and characters that stand there by their codes.
_LAST_LETTERS = (("å", "{"), ("ä", "|"), ("ö", "}"))


def joined(kind: Kind[T], *columns: sa.ColumnElement[Any]) -> AnySelect:
    """Columns of facts of a kind, their version, its period and what people said of them."""
    table = kind.table.c
    of_fact = (MARKS.report_id == VERSION.report_id) & (MARKS.kind == kind.table.name) & (MARKS.key == table.key)
    of_report = (_PERIODS.c.report_id == VERSION.report_id) & (_PERIODS.c.field == "period")
    return (
        sa.select(*columns)
        .select_from(kind.table)
        .join(schema.version, table.version_key == VERSION.key)
        .outerjoin(schema.fact_correction, of_fact)
        .outerjoin(_PERIODS, of_report)
    )


def conditions(kind: Kind[T], wanted: FactQuery) -> list[Condition]:
    """What must hold of the facts that are wanted, in the tables that `joined` joins."""
    held: list[Condition] = [VERSION.current]
    if wanted.reports is not None:
        held.append(VERSION.report_id.in_(wanted.reports))
    if not wanted.wrong:
        held.append(sa.func.coalesce(MARKS.wrong, False).is_(False))
    if wanted.years:
        held += _touches(_when(kind), wanted.years)
    for column in ("unit", "kind", "status"):
        value = getattr(wanted, column)
        if value and column in kind.table.c:
            its = kind.table.c[column]
            held.append(its.is_(None) if value == NO_STATUS else sa.func.lower(its) == value.lower())
    if wanted.place:
        held.append(_names_place(kind, wanted.place))
    if wanted.actor:
        held.append(lowered(kind, ACTORS[kind.table.name]).contains(wanted.actor.lower(), autoescape=True))
    if wanted.goals and "goal_path" in kind.table.c:
        held.append(kind.table.c.goal_path != ())
    for word in (wanted.text or "").lower().split():
        held.append(lowered(kind, TEXTS[kind.table.name]).contains(word, autoescape=True))
    return held


def order(kind: Kind[T], wanted: FactQuery) -> list[sa.ColumnElement[Any]]:
    """What sorts the facts that are wanted; those of one rank by report, the newest first, and reading order."""
    turn = sa.desc if wanted.descending else sa.asc
    by_report = (*(day.desc() for day in _days(REPORT_PERIOD)), VERSION.file, VERSION.report_id, kind.table.c.position)
    by_period = [turn(day).nulls_last() for day in _days(_when(kind))]
    if wanted.sort not in SORTS[kind.table.name]:
        return [*by_period, *by_report]
    if wanted.sort == "latest":
        return [sa.case((_has_become(kind), 0), else_=1), *by_period, *by_report]
    column = kind.table.c[wanted.sort]
    first = _RANKS[wanted.sort](column) if wanted.sort in _RANKS else _alphabetical(column)
    return [turn(first).nulls_last(), *by_report]


def lowered(kind: Kind[T], columns: Iterable[str]) -> sa.ColumnElement[str]:
    """The texts of some columns together, in small letters."""
    return sa.func.lower(_together(kind, columns), type_=sa.Text)


def _together(kind: Kind[T], columns: Iterable[str]) -> sa.ColumnElement[str]:
    together: sa.ColumnElement[str] = sa.literal("")
    for column in columns:
        text = sa.type_coerce(kind.table.c[column], sa.Text)
        together = together.concat(" ").concat(sa.func.coalesce(text, ""))
    return together


def _names_place(kind: Kind[T], place: str) -> Condition:
    """Whether a fact is of the place: named in a field of its own, in a list of them, or in its words.

    In words, a known place has its capitals: "vara" is no mention of Vara, nor "tidigare" of Åre.
    """
    known = lookup(place)
    name, columns = known.name if known else place, PLACES[kind.table.name]
    if columns == ("place",):
        return sa.func.lower(kind.table.c.place) == name.lower()
    if columns == ("places",):
        return lowered(kind, columns).contains(f'"{name.lower()}"', autoescape=True)
    text, written = (_together(kind, columns), name) if known else (lowered(kind, columns), name.lower())
    return text.regexp_match(rf"(?<!\w){re.escape(written)}s?(?!\w)")


def _when(kind: Kind[T]) -> sa.ColumnElement[Any]:
    """The fact's period as it is written, or else its report's."""
    if "period" not in kind.table.c:
        return REPORT_PERIOD
    return sa.func.coalesce(sa.type_coerce(kind.table.c.period, sa.Text), REPORT_PERIOD)


def _has_become(kind: Kind[T]) -> Condition:
    """Whether a figure is an outcome of a time that was over when its report's was, however far others look ahead."""
    (own, _), (reported, _) = _days(_when(kind)), _days(REPORT_PERIOD)
    return (kind.table.c.kind == "outcome") & sa.or_(reported.is_(None), own <= reported)


def years_of(period: sa.ColumnElement[Any]) -> tuple[sa.ColumnElement[str], sa.ColumnElement[str]]:
    """The years in which a period, written as "2021-01-01/2021-06-30 …", begins and ends."""
    return sa.func.substr(period, 1, 4, type_=sa.Text), sa.func.substr(period, 12, 4, type_=sa.Text)


def _days(period: sa.ColumnElement[Any]) -> tuple[sa.ColumnElement[str], sa.ColumnElement[str]]:
    """The last and the first day of a period: 2014–2020 comes beside 2020."""
    return sa.func.substr(period, 12, 10), sa.func.substr(period, 1, 10)


def _touches(period: sa.ColumnElement[Any], years: tuple[int, int]) -> list[Condition]:
    (begins, ends), (first, last) = years_of(period), (f"{year:04}" for year in years)
    return [begins <= last, ends >= first]


def _alphabetical(column: sa.ColumnElement[Any]) -> sa.ColumnElement[Any]:
    text: sa.ColumnElement[Any] = sa.func.lower(column)
    for letter, after_z in _LAST_LETTERS:
        text = sa.func.replace(text, letter, after_z)
    return text


def _by_status(column: sa.ColumnElement[Any]) -> sa.ColumnElement[Any]:
    return sa.case({status: rank for rank, status in enumerate(STATUS_ORDER)}, value=column)


#: What sorts otherwise than by the alphabet.
_RANKS: Mapping[str, Any] = {"value": lambda column: column, "status": _by_status}
