"""Links between things said that people made by hand: confirmed, cut or added; kept through every reading."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import sqlalchemy as sa

from corpus.errors import UsageError
from corpus.store import schema
from corpus.store.amending import Amending
from corpus.store.moments import timestamp
from corpus.store.reports import version_ref

Verdict = Literal["same", "apart"]
_LINK = schema.hand_link.c
#: What a thing said is known by (`search.timeline.events.key_of`).
_KEY = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class HandLink:
    """What people said of two things said: that they are of one commitment (`same`), or that they are not (`apart`).

    `anchor` and `event` are what the two are known by when their reports are read again; `report_id` is the report of
    the second, `anchor_report_id` that of the first, None of links that older versions made. `made_at` is ISO 8601 in
    UTC.
    """

    anchor: str
    event: str
    report_id: str
    verdict: Verdict
    made_at: str
    anchor_report_id: str | None = None

    def uses(self, report: str) -> bool:
        """Whether one of the two is said by the report with this id."""
        return report in (self.report_id, self.anchor_report_id)


class Linking(Amending):
    """Lets people say what belongs together."""

    def hand_links(self) -> list[HandLink]:
        """All links made by hand, by what they link."""
        with self._reading() as connection:
            rows = connection.execute(sa.select(schema.hand_link).order_by(_LINK.anchor, _LINK.event)).all()
        return [
            HandLink(row.anchor, row.event, row.report_id, row.verdict, row.made_at, row.anchor_report_id)
            for row in rows
        ]

    def links_using(self, report: str) -> list[HandLink]:
        """The links made by hand that have an end in the report with this id."""
        return [link for link in self.hand_links() if link.uses(report)]

    def judge_link(
        self, anchor: str, event: str, report: str, verdict: Verdict | None, anchor_report: str | None = None
    ) -> None:
        """Say that an event is of the anchor's commitment, or is not; None takes back what was said.

        Args:
            anchor: what the first is known by.
            event: what the second is known by.
            report: the id of the report that says the second.
            verdict: what people say of the two.
            anchor_report: the id of the report that says the first; without it, the link shows only where both are
                read for a topic, and is not asked for when that report is removed.

        Raises:
            NotFound: there is no such report.
            UsageError: a key is none, or both are one.
        """
        _require_keys((anchor, event))
        with self._changing() as connection:
            for one in (report, anchor_report) if anchor_report else (report,):
                version_ref(connection, one, None)
            its = (_LINK.anchor == anchor, _LINK.event == event)
            connection.execute(sa.delete(schema.hand_link).where(*its))
            if verdict is not None:
                made_at = timestamp()
                ends = {"anchor": anchor, "event": event, "report_id": report, "anchor_report_id": anchor_report}
                connection.execute(sa.insert(schema.hand_link).values(**ends, verdict=verdict, made_at=made_at))


def _require_keys(keys: Sequence[str]) -> None:
    if not all(_KEY.fullmatch(key) for key in keys) or len(set(keys)) != len(keys):
        raise UsageError("Länken kan inte göras: den behöver två skilda uppgifter ur jämförelsen. Läs om sidan.")
