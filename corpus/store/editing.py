"""Corrections by hand, written."""

from collections.abc import Mapping, Sequence

import sqlalchemy as sa

from corpus.store import schema
from corpus.store.corrections import FIELDS, written
from corpus.store.database import count_up
from corpus.store.moments import timestamp
from corpus.store.records import MetadataEdit, StoredReport
from corpus.store.reports import load_report, version_ref
from corpus.store.saving import Saving

_CORRECTION, _PASSAGE, _VERSION = schema.correction.c, schema.passage.c, schema.version.c


class Editing(Saving):
    """Lets people correct what a report says of itself."""

    def edit(self, report: str, changes: Mapping[str, object], clear: Sequence[str] = ()) -> StoredReport:
        """Correct the metadata of the report with this id, in all its versions, those to come too.

        A new title changes the context of the passages: they are then without vectors (encode them again) and stand in
        `changes_since`.

        Args:
            report: the report's id.
            changes: fields of `corpus.model.Metadata` to their values; None for "the report has none".
            clear: fields whose corrections are withdrawn.

        Raises:
            NotFound: no such report.
            UsageError: no such field, or a value it cannot have.
        """
        values = {field: written(field, value) for field, value in changes.items()}
        now = timestamp()
        with self._changing() as connection:
            owner = version_ref(connection, report, None)
            before = load_report(connection, owner)
            of_report = _CORRECTION.report_id == report
            connection.execute(sa.delete(schema.correction).where(of_report, _CORRECTION.field.in_([*values, *clear])))
            rows = [
                {"report_id": report, "field": field, "value": value, "corrected_at": now}
                for field, value in values.items()
            ]
            if rows:
                connection.execute(sa.insert(schema.correction), rows)
            after = load_report(connection, owner)
            if after == before:
                return after
            commit = count_up(connection, "commit")
            if after.metadata.title != before.metadata.title:
                ours = _PASSAGE.version_key == owner.key
                connection.execute(sa.update(schema.passage).where(ours).values(changed=commit))
                numbers = sa.select(_PASSAGE.number).where(ours)
                connection.execute(sa.delete(schema.embedded).where(schema.embedded.c.number.in_(numbers)))
                self._to_sweep = True
        return after

    def edits(self, report: str, version: int | None = None) -> list[MetadataEdit]:
        """What people corrected in a report's metadata, beside what was read of this version, by field.

        Raises:
            NotFound: no such report or version.
        """
        with self._reading() as connection:
            owner = version_ref(connection, report, version)
            read = connection.execute(sa.select(schema.version).where(_VERSION.key == owner.key)).one()._mapping
            chosen = sa.select(schema.correction).where(_CORRECTION.report_id == report).order_by(_CORRECTION.field)
            rows = connection.execute(chosen).all()
        return [
            MetadataEdit(row.field, read[row.field], said, row.corrected_at)
            for row in rows
            for said in [None if row.value is None else FIELDS[row.field].read(row.value)]
        ]
