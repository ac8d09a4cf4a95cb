"""An upload: its files and how far each has come, safe to look at while it is being worked on."""

import shutil
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from corpus.errors import Conflict, NotFound
from corpus.model import Problem
from ingest.plan import failed, given_up
from ingest.results import FileResult, Step

#: Where a file is: waiting, being read, read but not yet searchable, or settled.
FileStage = Literal["waiting", "reading", "indexing", "settled"]
#: What became of a file whose report is in the knowledge base; the others may be tried again.
_KEPT = ("added", "updated", "unchanged")
#: Percent of the work that is done once a file is read; and at each stage before and after.
_READ = 90
_PERCENT = {"waiting": 0, "reading": 0, "indexing": _READ, "settled": 100}


@dataclass(frozen=True, slots=True)
class UploadedFile:
    """A file of an upload, and how far it has come.

    Attributes:
        number: from 1, in the order in which the files came.
        name: its base name.
        size: bytes.
        path: where its bytes lie until a report is kept.
        stage: where it is.
        done: pages that are read, of `pages`; both 0 before the reading has come to pages, and for formats without.
        result: what became of it, once it was read.
    """

    number: int
    name: str
    size: int
    path: Path
    stage: FileStage = "waiting"
    done: int = 0
    pages: int = 0
    result: FileResult | None = None

    @property
    def is_settled(self) -> bool:
        """Whether nothing more happens to it by itself."""
        return self.stage == "settled"

    @property
    def percent(self) -> int:
        """About how much of the work is done, in whole percent."""
        reading = _READ * self.done // self.pages if self.pages and self.stage == "reading" else 0
        return max(reading, _PERCENT[self.stage])

    @property
    def can_be_retried(self) -> bool:
        """Whether it was not kept, so that it may be read once more."""
        return self.is_settled and self.result is not None and self.result.status not in (*_KEPT, "blocked")


class Job:
    """One upload; any thread may look at it, the jobs' own changes it.

    Args:
        id_: what it is known by.
        folder: where its files lie; deleted with it.
        files: what came.
    """

    def __init__(self, id_: str, folder: Path, files: Sequence[UploadedFile]) -> None:
        self.id = id_
        self.folder = folder
        self._files = {file.number: file for file in files}
        self._given_up: set[int] = set()
        self._message: str | None = None
        self._changes = 0
        self._guard = threading.Lock()

    @property
    def files(self) -> tuple[UploadedFile, ...]:
        """The files as they are now, in their order."""
        with self._guard:
            return tuple(self._files.values())

    @property
    def message(self) -> str | None:
        """Why the upload waits or stopped, in words; None while all is well."""
        return self._message

    @property
    def changes(self) -> int:
        """Grows with every change, so that who watches knows when to look again."""
        return self._changes

    @property
    def is_settled(self) -> bool:
        """Whether nothing more happens by itself."""
        return all(file.is_settled for file in self.files)

    def file(self, number: int) -> UploadedFile:
        """One of the files.

        Raises:
            NotFound: there is no such number.
        """
        with self._guard:
            if number not in self._files:
                raise NotFound(f"Uppladdningen har ingen fil nummer {number}.")
            return self._files[number]

    def cancel(self, number: int | None = None) -> None:
        """Give up a file, or all; one that is already settled stays as it is.

        Raises:
            NotFound: there is no such file.
        """
        wanted = self.files if number is None else (self.file(number),)
        with self._guard:
            self._given_up |= {file.number for file in wanted if file.stage in ("waiting", "reading")}

    def retry(self, number: int) -> None:
        """Let a file that was not kept wait again.

        Raises:
            NotFound: there is no such file.
            Conflict: it was kept, or has not been read yet.
        """
        file = self.file(number)
        if not file.can_be_retried:
            raise Conflict(f"”{file.name}” är redan inläst eller väntar ännu, och behöver inte läsas in igen.")
        with self._guard:
            self._given_up.discard(number)
        self._put(replace(file, stage="waiting", done=0, pages=0, result=None))

    def is_given_up(self, path: str) -> bool:
        """Whether the file at the path is wanted no longer."""
        with self._guard:
            return any(str(file.path) == path and file.number in self._given_up for file in self._files.values())

    def waiting(self) -> tuple[UploadedFile, ...]:
        """The files that are to be read."""
        return tuple(file for file in self.files if file.stage == "waiting")

    def say(self, message: str | None) -> None:
        """Tell why it waits or stopped."""
        if message != self._message:
            self._message = message
            self._changed()

    def hear(self, step: Step) -> None:
        """Take in a step of the ingestion."""
        if step.pages:
            done, pages = step.pages.done, step.pages.pages
            self._change(step.pages.path, lambda file: replace(file, stage="reading", done=done, pages=pages))
        if step.result:
            result = step.result
            stage: FileStage = "indexing" if result.status in ("added", "updated") else "settled"
            self._change(result.path, lambda file: replace(file, stage=stage, done=file.pages, result=result))

    def settle(self, problem: str | None = None) -> None:
        """Settle all files: what is read can be found now; the others failed with the problem, or were given up."""
        for file in self.files:
            if file.is_settled:
                continue
            result = file.result
            if result is None:
                why = Problem("not_read", problem) if problem else given_up(file.name)
                result = failed(file.path, why)
            self._put(replace(file, stage="settled", result=result))

    def erase(self) -> None:
        """Delete the files that are still there."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _change(self, path: str, changed: Callable[[UploadedFile], UploadedFile]) -> None:
        for file in self.files:
            if str(file.path) == path and not file.is_settled:
                self._put(changed(file))

    def _put(self, file: UploadedFile) -> None:
        """Let the file be so; the bytes of what is kept are in the knowledge base, and go from here."""
        if file.is_settled and file.result and file.result.status in _KEPT:
            file.path.unlink(missing_ok=True)
        with self._guard:
            self._files[file.number] = file
        self._changed()

    def _changed(self) -> None:
        with self._guard:
            self._changes += 1
