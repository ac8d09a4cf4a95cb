"""Corrections by hand, written."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

import sqlalchemy as sa

from corpus.store import schema
from corpus.store.corrections import written
from corpus.store.database import count_up
from corpus.store.records import StoredReport
from corpus.store.reports import load_report, version_ref
from corpus.store.saving import Saving

_CORRECTION, _PASSAGE = schema.correction.c, schema.passage.c


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
        now = datetime.now(UTC).isoformat(timespec="seconds")
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
