"""A pool of processes that read files, one file each at a time, and can be killed without harm to the rest.

A supervising thread hands out files, listens for signs of life and watches time and memory, so that the caller can
encode at the same time. Processes are always spawned: a forked copy of a process that runs threads may hang.
"""

import queue
import signal
import threading
from collections import deque
from collections.abc import Callable
from multiprocessing import resource_tracker
from multiprocessing.connection import wait
from types import TracebackType
from typing import Self

from corpus.model import Problem
from corpus.settings import Settings
from ingest.reader import ReadFile, Task
from ingest.worker import Outcome, Worker

#: Seconds between two looks at clocks and memory: a process fills 1-2 GB a second at most, so none grows far past its
#: limit.
TICK = 0.2

#: Told how many pages of a file are read, of how many.
Heard = Callable[[Task, int, int], None]


class Workers:
    """Up to `settings.jobs` processes that run `read` on files, in the order submitted; a context manager.

    Args:
        read: makes a reading of a file.
        settings: how many processes, and their limits.
        heard: is told of pages as they are read, in the supervising thread.
    """

    def __init__(self, read: ReadFile, settings: Settings, heard: Heard = lambda task, done, pages: None) -> None:
        self._read, self._settings, self._heard = read, settings, heard
        self._given_up: dict[Task, Problem] = {}
        self._waiting: deque[Task] = deque()
        self._workers: list[Worker] = []
        self._outcomes: queue.SimpleQueue[Outcome | BaseException] = queue.SimpleQueue()
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._supervise, name="workers")

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stopping.set()
        self._thread.join()

    def submit(self, task: Task) -> None:
        """Have a file read as soon as a process is free."""
        self._waiting.append(task)

    def give_up(self, task: Task, problem: Problem) -> None:
        """Let go of a file that was submitted, being read or not; its outcome is the problem, unless it is there."""
        self._given_up[task] = problem

    def outcome(self, seconds: float | None = None) -> Outcome | None:
        """The next outcome, in the order that files are finished; None if there is none within `seconds`."""
        try:
            outcome = self._outcomes.get(timeout=seconds)
        except queue.Empty:
            return None
        if isinstance(outcome, BaseException):
            raise outcome
        return outcome

    def _supervise(self) -> None:
        # Ctrl-C is the main thread's to handle. A process inherits what its starting thread blocks, so it cannot even
        # be hit while Python starts in it; multiprocessing's tracker, once started, leaves the block alone.
        resource_tracker.ensure_running()
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            # A Ctrl-C may end the main thread between the start of this one and the block whose end would stop it.
            while not self._stopping.is_set() and threading.main_thread().is_alive():
                self._hand_out()
                self._listen()
                self._watch()
        except BaseException as error:
            self._outcomes.put(error)  # `outcome` raises it where the caller can see it.
        finally:
            for worker in self._workers:
                worker.end()

    def _busy(self) -> list[Worker]:
        return [worker for worker in self._workers if worker.work is not None]

    def _hand_out(self) -> None:
        idle = [worker for worker in self._workers if worker.work is None]
        while self._waiting:
            if self._waiting[0] in self._given_up:
                task = self._waiting.popleft()
                self._outcomes.put(Outcome(task, self._given_up.pop(task), 0.0))
                continue
            if not idle and len(self._workers) < max(1, self._settings.jobs):
                idle = [Worker(self._read, self._settings)]
                self._workers += idle
            if not idle:
                return
            idle.pop().give(self._waiting.popleft())

    def _listen(self) -> None:
        busy = {worker.connection: worker for worker in self._busy()}
        if not busy:
            self._stopping.wait(TICK)
            return
        for connection in wait(list(busy), timeout=TICK):
            worker = next(worker for known, worker in busy.items() if known is connection)
            outcome = worker.hear()
            if worker.work is not None and worker.work.pages:
                self._heard(worker.work.task, worker.work.done, worker.work.pages)
            self._settle(worker, outcome, spent=worker.is_tired())

    def _watch(self) -> None:
        for worker in self._busy():
            problem = self._given_up.pop(worker.work.task, None) if worker.work else None
            self._settle(worker, worker.give_up(problem) if problem else worker.overrun(), spent=True)

    def _settle(self, worker: Worker, outcome: Outcome | None, *, spent: bool) -> None:
        """Pass an outcome on; a process that is spent or gone is replaced when there is more to read."""
        if outcome is None:
            return
        self._outcomes.put(outcome)
        if spent or not worker.is_alive():
            self._workers.remove(worker)
            worker.end()
