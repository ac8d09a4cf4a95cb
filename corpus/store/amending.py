"""Facts corrected by hand: mended or marked as wrong, kept through every reading of the report, taken back."""

from collections.abc import Mapping
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from corpus.errors import Conflict
from corpus.store import fact_fields, schema
from corpus.store.editing import Editing
from corpus.store.fact_lists import load_fact
from corpus.store.items import Kind
from corpus.store.moments import timestamp
from corpus.store.records import StoredFact
from corpus.store.standing_corrections import apply, restore

T = TypeVar("T")
_MARKS = schema.fact_correction.c


class Amending(Editing):
    """Lets people correct facts."""

    def amend(
        self,
        kind: Kind[T],
        qualified: str,
        changes: Mapping[str, object],
        *,
        wrong: bool | None = None,
        revision: str | None = None,
    ) -> StoredFact[T]:
        """Correct a fact, in all versions of its report that have it, those to come too.

        Args:
            kind: which kind of fact.
            qualified: its id.
            changes: fields to their values, None for "none"; what was read takes the field's correction back.
            wrong: whether the fact is wrong as a whole; None leaves that as it is.
            revision: the fact as it was seen (`StoredFact.revision`), where it may have changed since.

        Raises:
            NotFound: no such fact.
            Conflict: the fact is not as it was seen.
            UsageError: no such field, or a value it cannot have.
        """
        name = kind.table.name
        values = fact_fields.checked(name, changes)
        with self._changing() as connection:
            stored = load_fact(connection, kind, qualified)
            _require(stored, revision)
            before = stored.correction
            as_read = before.as_read if before else {}
            wanted = {field: getattr(stored.fact, field) for field in as_read} | values
            kept = {
                field: value
                for field, value in wanted.items()
                if value != as_read.get(field, getattr(stored.fact, field))
            }
            marked = (before.wrong if before else False) if wrong is None else wrong
            _write(connection, kind, stored, kept, marked)
            return load_fact(connection, kind, qualified)

    def take_back(self, kind: Kind[T], qualified: str, *, revision: str | None = None) -> StoredFact[T]:
        """Let a fact be again what was read.

        Raises:
            NotFound: no such fact.
            Conflict: the fact is not as it was seen.
        """
        with self._changing() as connection:
            stored = load_fact(connection, kind, qualified)
            _require(stored, revision)
            _write(connection, kind, stored, {}, wrong=False)
            return load_fact(connection, kind, qualified)

    def count_wrong(self, report: str) -> int:
        """How many of a report's facts people marked as wrong."""
        marked = (_MARKS.report_id == report, _MARKS.wrong)
        with self._reading() as connection:
            chosen = sa.select(sa.func.count()).select_from(schema.fact_correction).where(*marked)
            return connection.execute(chosen).scalar() or 0


def _require(stored: StoredFact[Any], revision: str | None) -> None:
    if revision is None or revision == stored.revision:
        return
    if revision.startswith(stored.key):
        raise Conflict("Någon har rättat uppgiften sedan du öppnade den. Se efter vad som står nu och rätta igen.")
    raise Conflict("Rapporten har lästs in på nytt sedan du öppnade uppgiften. Öppna den igen från listan.")


def _write(
    connection: Connection, kind: Kind[T], stored: StoredFact[T], changes: Mapping[str, Any], wrong: bool
) -> None:
    """Let these changes be the fact's correction, or let it have none."""
    name, report_id, key = kind.table.name, stored.report.id, stored.key
    its = (_MARKS.report_id == report_id, _MARKS.kind == name, _MARKS.key == key)
    restore(connection, kind, report_id, key)
    connection.execute(sa.delete(schema.fact_correction).where(*its))
    if not changes and not wrong:
        return
    connection.execute(
        sa.insert(schema.fact_correction).values(
            report_id=report_id,
            kind=name,
            key=key,
            wrong=wrong,
            changes=fact_fields.to_text(name, changes),
            corrected_at=timestamp(),
        )
    )
    apply(connection, kind, report_id, key, changes)
