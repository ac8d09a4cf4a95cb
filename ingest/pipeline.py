"""From files to a knowledge base that can be searched: scan, read, keep, encode, publish.

Everything is kept as soon as it is done, so a run that is killed loses at most the files being read and the batch being
encoded. The next run finishes what is left: files are known by their content, passages without vectors are encoded, and
an index that is behind the store is published anew.
"""

import time
from collections import deque
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

from corpus.errors import LimitExceeded, StoreError, UsageError
from corpus.model import Problem
from corpus.protocols import Encoder, Publisher
from corpus.settings import Settings
from corpus.store import Store
from ingest.ocr.tesseract import find_tesseract
from ingest.plan import RETRIED, Planned, failed, given_up, plan, suffixes, unreadable
from ingest.reader import ReadFile, Task
from ingest.reading import edition, read
from ingest.results import FileResult, GivenUp, IngestResult, Notice, PagesRead, Step, result_of
from ingest.scan import scan
from ingest.vectors import BATCH, encode_batch
from ingest.worker import Outcome
from ingest.workers import Workers

#: Files handed to the workers beforehand, for each of them: enough to keep them busy while a batch is encoded, few
#: enough that their readings do not fill the memory.
AHEAD = 8
#: Seconds between two chances for Ctrl-C to be heard.
PATIENCE = 1.0


def ingest(
    paths: Iterable[Path],
    store: Store,
    encoder: Encoder,
    publisher: Publisher,
    settings: Settings,
    notice: Notice = lambda step: None,
    reader: ReadFile = read,
    is_given_up: GivenUp = lambda path: False,
) -> IngestResult:
    """Take in files and folders.

    Args:
        paths: files and folders; folders are searched recursively.
        store: where reports are kept.
        encoder: makes the passages' vectors.
        publisher: makes the indexes.
        settings: limits and the number of files read at a time.
        notice: is told of each step.
        reader: makes a reading of one file, in a process of its own.
        is_given_up: says of a path whether its file is wanted no longer; asked every second in this thread.

    Returns:
        What became of each file, by path. A file that cannot be read is a result with problems, not an error.

    Raises:
        UsageError: `settings.jobs` is less than 1.
        StoreBusy: another process is writing.
        StoreError: the knowledge base cannot be written; what was kept before stays.
        ModelError: the encoder cannot encode.
    """
    began = time.monotonic()
    if settings.jobs < 1:
        raise UsageError(f"Antalet filer som läses samtidigt ska vara minst 1, inte {settings.jobs}.")
    with store.writing("arsringar ingest"):
        run = _Run(store, encoder, settings, notice, is_given_up)
        run.take_in(paths, reader)
        complete(store, encoder, publisher, notice)
    results = tuple(sorted(run.results, key=lambda result: result.path))
    return IngestResult(results, time.monotonic() - began)


#: Encoded for nothing but to have the model loaded.
WARM_UP = "passage"


class _Run:
    """One run's files on their way: found, planned, being read, settled."""

    def __init__(
        self, store: Store, encoder: Encoder, settings: Settings, notice: Notice, is_given_up: GivenUp
    ) -> None:
        self._store, self._encoder, self._settings = store, encoder, settings
        self._notice, self._is_given_up = notice, is_given_up
        self._edition = edition()
        self._total = 0
        self._unencoded = 0
        self._under_way: dict[Task, list[Planned]] = {}
        self._waiting: deque[list[Planned]] = deque()
        self.results: list[FileResult] = []

    def take_in(self, paths: Iterable[Path], reader: ReadFile) -> None:
        """Settle every file, encoding along the way."""
        found = scan(paths, suffixes())
        self._total = len(found)
        alike: dict[str, list[Planned]] = {}
        recognises = cache(lambda: find_tesseract(self._settings) is not None)
        for item in found:
            decision = plan(self._store, item, self._settings, self._edition, recognises)
            if isinstance(decision, Planned):
                alike.setdefault(decision.content_hash, []).append(decision)
            else:
                self._settle(decision)
        # The longest first, so that no process is left alone with one at the end.
        self._waiting.extend(sorted(alike.values(), key=lambda group: (-group[0].size, group[0].path)))
        if self._waiting:
            # Loading a model takes seconds: it is done by the time that the first files are read.
            with Workers(reader, self._settings, self._heard) as workers, ThreadPoolExecutor(1) as meanwhile:
                meanwhile.submit(self._encoder.encode_passages, [WARM_UP])
                self._read(workers)

    def _read(self, workers: Workers) -> None:
        """Read each group of files with the same content once."""
        under_way = self._under_way
        while self._waiting or under_way:
            for task, group in under_way.items():
                if all(self._is_given_up(str(one.path)) for one in group):
                    workers.give_up(task, given_up(task.name))
            while self._waiting and len(under_way) < AHEAD * self._settings.jobs:
                group = self._waiting.popleft()
                if self._is_given_up(str(group[0].path)):
                    self._fail(group, given_up(group[0].path.name))
                elif self._keep_original(group):
                    task = Task(self._store.files.path(group[0].content_hash), group[0].path.name)
                    under_way[task] = group
                    workers.submit(task)
            if under_way and (outcome := workers.outcome(PATIENCE)):
                self._conclude(under_way.pop(outcome.task), outcome)
            if self._unencoded >= BATCH:
                self._unencoded -= encode_batch(self._store, self._encoder)

    def _keep_original(self, group: list[Planned]) -> bool:
        """Copy the original in, from which the reader then reads; tells whether that went well."""
        path = group[0].path
        try:
            content_hash = self._store.files.keep(path, self._settings.max_file_bytes)
        except LimitExceeded as error:
            problem = Problem(error.code, error.message)
        except OSError as error:
            if error.filename != str(path):
                raise cannot_write(self._store.folder, error) from error
            problem = unreadable(path, error)
        else:
            if content_hash == group[0].content_hash:
                return True
            problem = Problem("changed", f"”{path.name}” ändrades medan den lästes. Kör inläsningen igen.")
        self._fail(group, problem)
        return False

    def _conclude(self, group: list[Planned], outcome: Outcome) -> None:
        """Keep what a worker made of a file, or that it could not."""
        if isinstance(outcome.result, Problem):
            self._fail(group, outcome.result, outcome.seconds)
            return
        first, *others = group
        path = str(first.path)
        report = self._store.save(path, first.path.name, first.content_hash, outcome.result, self._edition)
        self._unencoded += report.counts.passages
        self._settle(result_of(report, path, first.status, outcome.seconds))
        for other in others:
            report = self._store.link(str(other.path), other.path.name, other.content_hash)
            self._settle(result_of(report, str(other.path), "unchanged"))

    def _fail(self, group: list[Planned], problem: Problem, seconds: float = 0.0) -> None:
        """Settle the first file of a group; the others are read by themselves: under another suffix they may do."""
        first, *others = group
        if others:
            self._waiting.append(others)
        if first.state != "outdated" and problem.code not in RETRIED:  # What another edition could read stays.
            self._store.record_failure(str(first.path), first.path.name, first.content_hash, [problem], self._edition)
        if first.state == "new" and not others:  # Else a version of a report may have this original.
            self._store.files.erase(first.content_hash)
        self._settle(failed(first.path, problem, seconds=seconds))

    def _heard(self, task: Task, done: int, pages: int) -> None:
        for one in self._under_way.get(task, ()):
            self._notice(Step("reading", len(self.results), self._total, pages=PagesRead(str(one.path), done, pages)))

    def _settle(self, result: FileResult) -> None:
        self.results.append(result)
        self._notice(Step("reading", len(self.results), self._total, result))


def complete(store: Store, encoder: Encoder, publisher: Publisher, notice: Notice = lambda step: None) -> None:
    """Bring vectors and indexes up to what the store holds: after files were read, and after a correction or removal.

    Raises:
        StoreBusy: another process is writing.
        StoreError: the knowledge base cannot be written.
        ModelError: the encoder cannot encode.
    """
    with store.writing("arsringar"):
        done = 0
        while count := encode_batch(store, encoder):
            done += count
            notice(Step("encoding", done, 0))
        notice(Step("publishing", 0, 1))
        publisher.publish()
        notice(Step("publishing", 1, 1))


def cannot_write(folder: Path, error: OSError) -> StoreError:
    """The error of a knowledge base whose disk is full or locked."""
    reason = error.strerror or str(error)
    return StoreError(
        f"Det går inte att skriva i kunskapsbasen {folder} ({reason}). Det som redan är sparat är kvar. "
        "Ge plats på disken eller skrivrätt till mappen och kör igen."
    )
