"""Files that could not be read, in the store: remembered, put aside, brought back.

Putting one aside is done without being the one writer (`Database.writing`): a run of ingestion takes minutes.
"""

from collections.abc import Sequence

import sqlalchemy as sa

from corpus.errors import NotFound
from corpus.model import Problem
from corpus.store import schema
from corpus.store.database import Database, begin_writing, told
from corpus.store.moments import timestamp
from corpus.store.records import Failure

_F = schema.failure.c


class Failures(Database):
    """What the store says of files that could not be read."""

    def record_failure(
        self, path: str, file: str, content_hash: str, problems: Sequence[Problem], reader: str = ""
    ) -> Failure:
        """Remember that the file could not be read, until its path or its content is kept or another reader tries.

        Content that somebody put aside stays there when it fails again.
        """
        with self._changing() as connection:
            dismissed = connection.execute(
                sa.select(sa.func.max(_F.dismissed_at)).where(_F.content_hash == content_hash)
            ).scalar()
            failure = Failure(path, file, content_hash, tuple(problems), timestamp(), reader, dismissed)
            connection.execute(sa.delete(schema.failure).where(_F.path == path))
            connection.execute(
                sa.insert(schema.failure).values(
                    path=path,
                    file=file,
                    content_hash=content_hash,
                    problems=failure.problems,
                    failed_at=failure.failed_at,
                    reader=reader,
                    dismissed_at=dismissed,
                )
            )
        return failure

    def failures(self) -> list[Failure]:
        """Files that could not be read, by path; the same content may lie at several."""
        with self._reading() as connection:
            rows = connection.execute(sa.select(schema.failure).order_by(_F.path))
            return [Failure(*row) for row in rows]

    def failure(self, failure_id: str) -> Failure:
        """One of them, by its id; the first by path where its content lies at several.

        Raises:
            NotFound: there is none.
        """
        for failure in self.failures():
            if failure.id == failure_id:
                return failure
        raise NotFound("Filen står inte längre bland dem som inte gick att läsa.")

    def dismiss_failure(self, failure_id: str, *, dismissed: bool = True) -> Failure:
        """Put a file aside, so that it is no open problem any more; or bring it back.

        Raises:
            NotFound: there is none such.
        """
        failure = self.failure(failure_id)
        with told(self.folder), begin_writing(self._engine) as connection:
            connection.execute(
                sa.update(schema.failure)
                .where(_F.content_hash == failure.content_hash)
                .values(dismissed_at=timestamp() if dismissed else None)
            )
        return self.failure(failure_id)
