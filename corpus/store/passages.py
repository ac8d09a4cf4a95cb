"""Passages by number, and what has changed among them since an index was made."""

from collections.abc import Iterator, Mapping, Sequence

import sqlalchemy as sa

from corpus.errors import NotFound
from corpus.store import identifiers, schema
from corpus.store.database import AnyRow, AnySelect, chunks, get_state
from corpus.store.fact_lists import FactLists
from corpus.store.items import PASSAGES, VersionRef
from corpus.store.records import Changes, StoredPassage
from corpus.store.reports import version_ref

_P, _V = schema.passage.c, schema.version.c
_OWNED = schema.passage.join(schema.version, _P.version_key == _V.key)


def select_passages() -> AnySelect:
    """Rows that `stored_passage` understands."""
    columns = [_P.number, _V.key, _V.report_id, _V.version, _V.current, *PASSAGES.columns()]
    return sa.select(*columns).select_from(_OWNED)


def stored_passage(row: AnyRow) -> StoredPassage:
    """The passage in a row that `select_passages` asked for."""
    owner = VersionRef(row.key, row.report_id, row.version)
    return StoredPassage(row.number, row.report_id, row.version, row.current, PASSAGES.make(owner, row, first=5))


class Passages(FactLists):
    """What the store says of passages."""

    _owners: tuple[str | None, Mapping[int, str]] = (None, {})

    def owners(self) -> Mapping[int, str]:
        """The report's id for the number of each current passage; kept as long as nothing is written."""
        with self._reading() as connection:
            writes = get_state(connection, "writes")
            kept = self._owners
            if writes is None or kept[0] != writes:
                rows = connection.execute(sa.select(_P.number, _V.report_id).select_from(_OWNED).where(_V.current))
                self._owners = kept = (writes, {row.number: row.report_id for row in rows})
        return kept[1]

    def passages(self, numbers: Sequence[int]) -> list[StoredPassage]:
        """Passages in the order asked for; numbers that are gone are left out, for an index may be older than that."""
        found: dict[int, StoredPassage] = {}
        with self._reading() as connection:
            for some in chunks([int(number) for number in numbers]):
                for row in connection.execute(select_passages().where(_P.number.in_(some))):
                    found[row.number] = stored_passage(row)
        return [found[number] for number in map(int, numbers) if number in found]

    def passage(self, qualified: str) -> StoredPassage:
        """The passage with this qualified id, of a replaced version too.

        Raises:
            NotFound: there is none.
        """
        wanted = identifiers.parse(qualified)
        with self._reading() as connection:
            owner = version_ref(connection, wanted.report_id, wanted.version)
            chosen = select_passages().where(_V.key == owner.key, _P.id == wanted.local)
            row = connection.execute(chosen).first()
        if row is None:
            raise NotFound(f"”{qualified[:100]}” finns inte i kunskapsbasen.")
        return stored_passage(row)

    def passages_of(self, report: str, version: int | None = None) -> list[StoredPassage]:
        """The passages of the report with this id, in reading order; of its current version where `version` is None.

        Raises:
            NotFound: no such report or version.
        """
        with self._reading() as connection:
            owner = version_ref(connection, report, version)
            rows = connection.execute(select_passages().where(_V.key == owner.key).order_by(_P.position))
            return [stored_passage(row) for row in rows]

    def current_passages(self, batch: int = 1000) -> Iterator[list[StoredPassage]]:
        """All passages of current versions by number, `batch` at a time.

        Each batch is a transaction of its own, so that a slow reader never holds up the writer.
        """
        yield from self._batches(select_passages().where(_V.current), batch)

    def changes_since(self, commit: int) -> Changes | None:
        """What an index that reflects `commit` must change to reflect the store as it is.

        None where that cannot be told (the store has never been at that commit): build the index anew.
        """
        with self._reading() as connection:
            if not 0 <= commit <= int(get_state(connection, "commit") or 0):
                return None
            changed = connection.execute(
                sa.select(_P.number, _P.arrived)
                .select_from(_OWNED)
                .where(_V.current, _P.changed > commit)
                .order_by(_P.number)
            ).all()
            gone = connection.execute(
                sa.select(schema.departed.c.number).where(schema.departed.c.commit_number > commit)
            ).scalars()
            known = [row.number for row in changed if row.arrived <= commit]
            return Changes(tuple(row.number for row in changed), tuple(sorted([*gone, *known])))

    def _batches(self, wanted: AnySelect, batch: int) -> Iterator[list[StoredPassage]]:
        last = 0
        while True:
            with self._reading() as connection:
                rows = connection.execute(wanted.where(_P.number > last).order_by(_P.number).limit(batch)).all()
            if not rows:
                return
            last = rows[-1].number
            yield [stored_passage(row) for row in rows]
