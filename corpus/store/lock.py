"""The writer's lock: one process at a time writes, and the others are told which."""

import fcntl
import json
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import psutil

from corpus.errors import StoreBusy
from corpus.store.moments import timestamp


class WriterLock:
    """A lock file that names its owner.

    The operating system lets go of the lock when its owner dies, however it dies, so a dead owner is no hindrance.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: TextIO | None = None
        self._thread: int | None = None
        self._guard = threading.Lock()

    @property
    def mine(self) -> bool:
        """Whether this thread holds the lock."""
        return self._thread == threading.get_ident()

    @property
    def holder(self) -> str | None:
        """Who writes now, such as a command; None where nobody does.

        What a killed owner left in the file says nothing: its process is gone.
        """
        owner = self._owner()
        alive = isinstance(owner.get("pid"), int) and psutil.pid_exists(int(str(owner["pid"])))
        return str(owner.get("owner")) if alive else None

    @contextmanager
    def held(self, owner: str) -> Iterator[None]:
        """Hold the lock; `owner` is what others are told, such as the command.

        Raises:
            StoreBusy: another process, or another thread of this one, holds it; or this thread does already.
            OSError: the file cannot be written.
        """
        with self._guard:
            if self._file is not None:
                raise StoreBusy(_busy(self._owner()))
            # Opened for appending, so that a reader of the owner's name never finds the file emptied by a latecomer.
            file = self.path.open("a+", encoding="utf-8")
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                self._name(file, owner)
            except BlockingIOError:
                file.close()
                raise StoreBusy(_busy(self._owner())) from None
            except OSError:
                file.close()
                raise
            self._file, self._thread = file, threading.get_ident()
        try:
            yield
        finally:
            with self._guard:
                file.truncate(0)
                file.close()
                self._file = self._thread = None

    def _name(self, file: TextIO, owner: str) -> None:
        since = timestamp()
        file.truncate(0)
        file.write(json.dumps({"pid": os.getpid(), "owner": owner, "since": since}, ensure_ascii=False))
        file.flush()

    def _owner(self) -> dict[str, object]:
        try:
            found = json.loads(self.path.read_text(encoding="utf-8"))
        except (OSError, ValueError):  # Between taking the lock and writing the name.
            return {}
        return found if isinstance(found, dict) else {}


def _busy(owner: dict[str, object]) -> str:
    if not owner:
        return "Kunskapsbasen skrivs just nu av en annan process. Vänta tills den är klar och försök igen."
    return (
        f"Kunskapsbasen skrivs just nu av ”{owner.get('owner')}” (process {owner.get('pid')}, sedan "
        f"{owner.get('since')}). Vänta tills den är klar och försök igen."
    )
