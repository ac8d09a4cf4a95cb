"""One process that reads files, seen from the parent: what it is given, heard and allowed."""

import logging
import multiprocessing
import time
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection

import psutil

from corpus.model import Problem, Reading
from corpus.settings import MEGABYTE, Settings
from ingest.reader import Message, Progressed, ReadFile, Refused, Started, Task, run

#: A process has this long to start and import what it needs; it took under 15 seconds on two busy cores.
START_SECONDS = 180.0
#: Bytes of a file without pages that may take as long as one page.
PAGE_BYTES = 100_000
#: Once the last page is read, the analysis of so many pages (sections, passages, facts) may take as long as one page.
PAGES_ANALYSED = 20
#: A process that holds more than this share of its memory after a file is replaced before the next one.
TIRED = 0.5

log = logging.getLogger("arsringar.ingest")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: its reading, or why there is none; and the seconds that its worker spent on it."""

    task: Task
    result: Reading | Problem
    seconds: float


@dataclass(slots=True)
class Work:
    """A file in a worker's hands; times are `time.monotonic()`."""

    task: Task
    size: int
    began: float
    heard: float
    started: bool = False
    done: int = 0
    pages: int = 0

    def patience(self, settings: Settings) -> float:
        """Seconds that the worker may be silent from here."""
        if not self.started:
            return START_SECONDS
        if self.done < self.pages:
            shares = 1.0
        elif self.pages:
            shares = 1.0 + self.pages / PAGES_ANALYSED
        else:
            shares = 1.0 + self.size / PAGE_BYTES
        return settings.page_seconds * shares


class Worker:
    """One process, seen from the parent."""

    def __init__(self, read: ReadFile, settings: Settings) -> None:
        context = multiprocessing.get_context("spawn")
        near, far = context.Pipe()
        self.connection: Connection = near
        self._process = context.Process(target=run, args=(far, read, settings), daemon=True)
        self._process.start()
        far.close()
        self._watched = psutil.Process(self._process.pid)
        self._settings = settings
        self.work: Work | None = None

    def give(self, task: Task) -> None:
        """Hand over a file."""
        now = time.monotonic()
        self.work = Work(task, task.path.stat().st_size if task.path.exists() else 0, now, now)
        with suppress(BrokenPipeError):  # It died while idle: `hear` will find the pipe closed and say so.
            self.connection.send(task)

    def hear(self) -> Outcome | None:
        """Take one message; the outcome if it was the last of its file."""
        work = self._at_work()
        work.heard = time.monotonic()
        try:
            message: Message = self.connection.recv()
        except (EOFError, ConnectionResetError):
            return self._outcome(self._crash(work.task.name))
        match message:
            case Started():
                work.started, work.began = True, work.heard
            case Progressed(done, pages):
                work.done, work.pages = done, pages
            case Refused(problem, trace):
                if trace:
                    log.error("%s\n%s", problem.message, trace)
                return self._outcome(problem)
            case Reading():
                return self._outcome(message)
        return None

    def overrun(self) -> Outcome | None:
        """The outcome of a file whose worker must be ended now, if it must."""
        work = self._at_work()
        if time.monotonic() - work.heard > work.patience(self._settings):
            return self._outcome(too_slow(work))
        if self.memory() > self._settings.worker_megabytes * MEGABYTE:
            return self._outcome(too_large(work.task.name, self._settings))
        return None

    def give_up(self, problem: Problem) -> Outcome:
        """The outcome of a file that is wanted no longer."""
        return self._outcome(problem)

    def memory(self) -> int:
        """Bytes of memory that the process holds; 0 if it is gone."""
        try:
            return int(self._watched.memory_info().rss)
        except psutil.Error:
            return 0

    def is_alive(self) -> bool:
        """Whether the process can take another file."""
        return self._process.is_alive()

    def is_tired(self) -> bool:
        """Whether the process holds so much after a file that the next one deserves a new process."""
        return self.memory() > TIRED * self._settings.worker_megabytes * MEGABYTE

    def end(self) -> None:
        """Kill the process and let go of it."""
        self._process.kill()
        self._process.join()
        self._process.close()
        self.connection.close()

    def _at_work(self) -> Work:
        if self.work is None:
            raise RuntimeError("the worker has no file")
        return self.work

    def _outcome(self, result: Reading | Problem) -> Outcome:
        work, self.work = self._at_work(), None
        return Outcome(work.task, result, time.monotonic() - work.began)

    def _crash(self, name: str) -> Problem:
        self._process.join()
        message = (
            f"Läsningen av ”{name}” kraschade (slutkod {self._process.exitcode}). "
            "Filen är troligen skadad: öppna den, spara om den och läs in den igen."
        )
        return Problem("crashed", message)


def too_slow(work: Work) -> Problem:
    """The problem of a file whose reading stopped getting anywhere."""
    inside = work.done < work.pages
    where = f" på sidan {work.done + 1}" if inside else ""
    message = (
        f"Läsningen av ”{work.task.name}” stannade{where} och avbröts. "
        "Höj gränsen ARSRINGAR_PAGE_SECONDS om filen ska få ta längre tid."
    )
    return Problem("timeout", message, work.done + 1 if inside else None)


def too_large(name: str, settings: Settings) -> Problem:
    """The problem of a file whose reading takes more memory than it may."""
    message = (
        f"Läsningen av ”{name}” behövde mer än {settings.worker_megabytes} MB minne och avbröts. "
        "Dela filen, eller höj gränsen ARSRINGAR_WORKER_MEGABYTES."
    )
    return Problem("out_of_memory", message)
