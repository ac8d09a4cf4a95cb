"""The uploads of a server: one after the other in a thread of their own, for there is one writer at a time."""

import logging
import os
import queue
import secrets
import shutil
import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from concurrent.futures import TimeoutError as NotInTime
from pathlib import Path
from typing import Protocol, Self, TypeVar

import psutil

from api.removal import Decision
from api.uploads.job import Job, UploadedFile
from corpus.errors import ArsringarError, LimitExceeded, NotFound, StoreBusy
from corpus.protocols import Encoder, Publisher
from corpus.settings import Settings
from corpus.store import Removal, Store, StoredReport
from ingest.pipeline import complete, ingest

T = TypeVar("T")
FOLDER = "uploads"
#: Uploads that are remembered; the oldest that are settled are forgotten first.
REMEMBERED = 50
#: Seconds between two attempts at a knowledge base that another program writes in.
AGAIN = 2.0
#: Seconds that a correction waits for the files being read to give it a moment.
PATIENCE = 20.0
_DIGITS = 6
_READING = "Rapporter läses in just nu. Vänta tills det är klart och försök igen."

log = logging.getLogger(__name__)


class Base(Protocol):
    """What uploads need of the knowledge base."""

    store: Store
    settings: Settings

    @property
    def encoder(self) -> Encoder:
        """Makes vectors."""

    @property
    def publisher(self) -> Publisher:
        """Makes indexes."""

    def ingest_ready(self) -> Self:
        """Make sure that what is encoded can be searched together with what is there."""


class Jobs:
    """Reads uploads one by one; the thread begins with the first of them and ends with `close`.

    Attributes:
        folder: where uploaded files lie until they are read.
    """

    def __init__(self, base: Base) -> None:
        self._base = base
        self._jobs: dict[str, Job] = {}
        self._queue: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._wishes: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._running: Job | None = None
        self._guard = threading.Lock()
        self._closing = threading.Event()
        self._thread: threading.Thread | None = None
        self.folder = Path(os.path.normpath(base.store.folder / FOLDER / str(os.getpid())))
        self._clear_up()

    @property
    def closing(self) -> bool:
        """Whether the server is about to end."""
        return self._closing.is_set()

    def new_folder(self) -> Path:
        """An empty folder for the files of one upload."""
        made = self.folder / secrets.token_hex(_DIGITS)
        made.mkdir(parents=True)
        return made

    def add(self, folder: Path, files: Sequence[UploadedFile]) -> Job:
        """Have files that were received into a folder of `new_folder` read.

        Raises:
            LimitExceeded: so many uploads wait already that no more are taken.
        """
        job = Job(folder.name, folder, files)
        with self._guard:
            settled = [one for one in self._jobs.values() if one.is_settled]
            if len(self._jobs) - len(settled) >= REMEMBERED:
                job.erase()
                raise LimitExceeded("Så många uppladdningar väntar redan att inga fler tas emot. Försök igen senare.")
            for old in settled[: max(0, len(self._jobs) - REMEMBERED + 1)]:
                self._jobs.pop(old.id).erase()
            self._jobs[job.id] = job
        self._enqueue(job)
        return job

    def get(self, id_: str) -> Job:
        """The upload with this id.

        Raises:
            NotFound: there is none, or it is forgotten.
        """
        with self._guard:
            if id_ in self._jobs:
                return self._jobs[id_]
        raise NotFound("Uppladdningen finns inte längre: servern har startats om, eller så var det länge sedan.")

    def all(self) -> tuple[Job, ...]:
        """All uploads that are remembered, the newest first."""
        with self._guard:
            return tuple(reversed(self._jobs.values()))

    def retry(self, id_: str, number: int) -> Job:
        """Read a file of an upload once more.

        Raises:
            NotFound: there is no such upload or file.
            Conflict: the file needs no other attempt.
        """
        job = self.get(id_)
        job.retry(number)
        self._enqueue(job)
        return job

    def edit(self, report: str, changes: Mapping[str, object], clear: Sequence[str] = ()) -> StoredReport:
        """Correct what a report says of itself, and make it found accordingly; between two files of an upload.

        Raises:
            NotFound: no such report.
            UsageError: no such field, or a value that it cannot have.
            StoreBusy: another program writes, or the upload gave it no moment.
        """
        base = self._base

        def correct() -> StoredReport:
            with base.store.writing("rättelse"):
                edited = base.store.edit(report, changes, clear)
                if self._running is None:  # Else the run does it at its end.
                    complete(base.store, base.encoder, base.publisher)
            return edited

        return self._in_turn(correct)

    def remove(self, report: str, decision: Decision) -> Removal:
        """Erase a report, and of what uses it what was decided; it is gone when this returns.

        Raises:
            NotFound: no such report or draft.
            StoreBusy: an upload is being read, or another program writes.
        """
        if self._running is not None:
            raise StoreBusy(_READING)
        base = self._base
        with base.store.writing("borttagning"):
            for draft in decision.forget:
                base.store.forget_in_draft(draft, report)
            removal = base.store.remove([report], decision.keep)
            complete(base.store, base.encoder, base.publisher)
        return removal

    def close(self) -> None:
        """Give up what is being read, and end."""
        self._closing.set()
        for job in self.all():
            job.cancel()
        if self._thread is not None:
            self._queue.put(None)
            self._thread.join()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _clear_up(self) -> None:
        """Delete what servers left that are no more: nobody can ask for it."""
        for left in self.folder.parent.glob("*"):
            if not left.name.isdigit() or left == self.folder or not psutil.pid_exists(int(left.name)):
                shutil.rmtree(left, ignore_errors=True)

    def _in_turn(self, wish: Callable[[], T]) -> T:
        """Do something in the thread that writes, or here where none does."""
        if self._running is None:
            return wish()
        done: Future[T] = Future()

        def fulfil() -> None:
            if not done.set_running_or_notify_cancel():
                return
            try:
                done.set_result(wish())
            except BaseException as error:
                done.set_exception(error)

        self._wishes.put(fulfil)
        try:
            return done.result(PATIENCE)
        except NotInTime:
            if done.cancel():
                raise StoreBusy(_READING) from None
            return done.result()

    def _enqueue(self, job: Job) -> None:
        with self._guard:
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="uploads", daemon=True)
                self._thread.start()
        self._queue.put(job)

    def _work(self) -> None:
        while (job := self._queue.get()) is not None:
            try:
                self._take_in(job)
            except ArsringarError as error:
                job.say(error.message)
                job.settle(error.message)
            except Exception:
                # A fault of ours must not end all uploads to come; it is logged, and told without its innards.
                log.exception("an upload failed")
                job.say("Något gick fel i Årsringar. Försök igen; händer det på nytt, se serverns logg.")
                job.settle("Filen lästes inte på grund av ett fel i programmet.")

    def _take_in(self, job: Job) -> None:
        """Read what waits; a knowledge base that another program writes in is waited for."""
        while job.waiting() and not self.closing:
            paths = [file.path for file in job.waiting() if not job.is_given_up(str(file.path))]
            if not paths:
                break
            try:
                self._run(job, paths)
            except StoreBusy as error:
                job.say(error.message)
                self._closing.wait(AGAIN)
                continue
            job.say(None)
            break
        job.settle()
        self._fulfil()

    def _run(self, job: Job, paths: Sequence[Path]) -> None:
        base = self._base
        with base.store.writing("uppladdning"):
            self._running = job
            job.say(None)
            try:
                base.ingest_ready()
                ingest(
                    paths,
                    base.store,
                    base.encoder,
                    base.publisher,
                    base.settings,
                    job.hear,
                    is_given_up=lambda path: self._asked(job, path),
                )
            finally:
                self._running = None
                self._fulfil()

    def _asked(self, job: Job, path: str) -> bool:
        """Whether a file is given up; the writer's thread asks, and so it is the moment for corrections too."""
        self._fulfil()
        return self.closing or job.is_given_up(path)

    def _fulfil(self) -> None:
        while not self._wishes.empty():
            self._wishes.get()()
