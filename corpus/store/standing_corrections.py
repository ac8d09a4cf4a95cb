"""Corrections of facts put into force: written over what was read, which is kept beside it."""

from collections.abc import Mapping
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from corpus.store import fact_fields, schema
from corpus.store.items import FACTS, Kind

T = TypeVar("T")
_VERSION, _MARKS = schema.version.c, schema.fact_correction.c


def apply_all(connection: Connection, report_id: str) -> None:
    """Put every correction of a report's facts into force, after a reading of it has been saved."""
    kinds = {kind.table.name: kind for kind in FACTS}
    for mark in connection.execute(sa.select(schema.fact_correction).where(_MARKS.report_id == report_id)).all():
        kind = kinds[mark.kind]
        restore(connection, kind, report_id, mark.key)
        apply(connection, kind, report_id, mark.key, fact_fields.from_text(mark.kind, mark.changes))


def apply(connection: Connection, kind: Kind[T], report_id: str, key: str, changes: Mapping[str, Any]) -> None:
    """Write changes over what was read of a fact, in all versions of its report that have it."""
    if not changes:
        return
    table = kind.table.c
    for row in connection.execute(
        sa.select(table.version_key, table.id, *(table[field] for field in changes)).where(*_its(kind, report_id, key))
    ).all():
        read = {field: row._mapping[field] for field in changes}
        as_read = fact_fields.to_text(kind.table.name, read)
        one = (table.version_key == row.version_key, table.id == row.id)
        connection.execute(sa.update(kind.table).where(*one).values(**changes, as_read=as_read))


def restore(connection: Connection, kind: Kind[T], report_id: str, key: str) -> None:
    """Let a fact say again what was read, in all versions of its report that have it."""
    table = kind.table.c
    wanted = sa.select(table.version_key, table.id, table.as_read).where(
        table.as_read.is_not(None), *_its(kind, report_id, key)
    )
    for row in connection.execute(wanted).all():
        read = fact_fields.from_text(kind.table.name, row.as_read)
        one = (table.version_key == row.version_key, table.id == row.id)
        connection.execute(sa.update(kind.table).where(*one).values(**read, as_read=None))


def _its(kind: Kind[T], report_id: str, key: str) -> tuple[sa.ColumnElement[bool], ...]:
    versions = sa.select(_VERSION.key).where(_VERSION.report_id == report_id)
    return kind.table.c.version_key.in_(versions), kind.table.c.key == key
