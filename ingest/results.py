"""What ingestion tells of each file and of the whole run."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from corpus.model import Problem
from corpus.store import Counts, StoredReport

FileStatus = Literal["added", "updated", "unchanged", "failed", "blocked"]
Stage = Literal["reading", "encoding", "publishing"]

NOTHING = Counts()


@dataclass(frozen=True, slots=True)
class FileResult:
    """What became of one file; `id` is its report's, if there is one; `seconds` is the time that its reading took."""

    id: str | None
    file: str
    path: str
    status: FileStatus
    problems: tuple[Problem, ...] = ()
    counts: Counts = NOTHING
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class IngestResult:
    """A whole run: its files by path, and the time it took."""

    reports: tuple[FileResult, ...]
    seconds: float

    def tally(self) -> Counter[str]:
        """How many files there are of each status."""
        return Counter(result.status for result in self.reports)

    @property
    def pages(self) -> int:
        """Pages that were read in this run."""
        return sum(result.counts.pages for result in self._read())

    @property
    def passages(self) -> int:
        """Passages that were made in this run."""
        return sum(result.counts.passages for result in self._read())

    def _read(self) -> list[FileResult]:
        return [result for result in self.reports if result.status in ("added", "updated")]


@dataclass(frozen=True, slots=True)
class PagesRead:
    """How far the reading of one file has come; there are no pages before it has begun with them."""

    path: str
    done: int
    pages: int


@dataclass(frozen=True, slots=True)
class Step:
    """How far the run has come: `done` of `total` files (reading) or passages (encoding).

    `result` is of the file just settled, `pages` of one that is being read; a step of that kind comes from a thread of
    its own.
    """

    stage: Stage
    done: int
    total: int
    result: FileResult | None = None
    pages: PagesRead | None = None


#: Is told of each step.
Notice = Callable[[Step], None]
#: Says whether the file at a path has been given up by who asked for it; is asked now and then, and before it is read.
GivenUp = Callable[[str], bool]


def result_of(report: StoredReport, path: str, status: FileStatus, seconds: float = 0.0) -> FileResult:
    """The result of a file whose report is kept; `path` is where it was given this time."""
    file = path.rpartition("/")[2]
    return FileResult(report.id, file, path, status, report.problems, report.counts, seconds)
