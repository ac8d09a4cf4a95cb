"""What happens inside a worker process: receive a path, read the file, send back the reading or why there is none."""

import logging
import multiprocessing
import os
import signal
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from pathlib import Path

from corpus.errors import ArsringarError, UnreadableFile
from corpus.model import Problem, Reading
from corpus.settings import Settings
from ingest.heartbeat import watched

#: Makes a reading of the bytes at a path, under a file's base name; raises an `ArsringarError` that says why it cannot.
ReadFile = Callable[[Path, str, Settings], Reading]


@dataclass(frozen=True, slots=True)
class Task:
    """A file to read: where its bytes lie and what it is called."""

    path: Path
    name: str


@dataclass(frozen=True, slots=True)
class Started:
    """The worker has imported what it needs and begins with the file."""


@dataclass(frozen=True, slots=True)
class Progressed:
    """So many pages of so many are done."""

    done: int
    pages: int


@dataclass(frozen=True, slots=True)
class Refused:
    """The file could not be read; `trace` is for developers and set when the cause is an error in the program."""

    problem: Problem
    trace: str | None = None


Message = Started | Progressed | Refused | Reading


def run(connection: Connection, read: ReadFile, settings: Settings) -> None:
    """Read files until the parent closes the connection or is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle.
    os.dup2(2, 1)  # Whatever a library prints must not mix with the parent's JSON.
    logging.basicConfig(handlers=[logging.NullHandler()])
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    while True:
        try:
            task = connection.recv()
            connection.send(Started())
            with watched(lambda done, pages: connection.send(Progressed(done, pages))):
                message = read_one(task, read, settings)
            connection.send(message)
        except (EOFError, BrokenPipeError, ConnectionResetError):
            return


def read_one(task: Task, read: ReadFile, settings: Settings) -> Reading | Refused:
    """The reading of a file, or why there is none."""
    name = task.name
    try:
        return read(task.path, name, settings)
    except UnreadableFile as error:
        return Refused(Problem(error.reason, error.message))
    except ArsringarError as error:
        return Refused(Problem(error.code, error.message))
    except MemoryError:
        message = f"Minnet räckte inte för att läsa ”{name}”. Dela filen i mindre delar."
        return Refused(Problem("out_of_memory", message))
    except BrokenPipeError:
        raise  # The parent is gone.
    except OSError as error:
        message = f"”{name}” kunde inte läsas: {error.strerror or error}. Kontrollera filen och dess rättigheter."
        return Refused(Problem("unreadable_file", message))
    except Exception as error:
        # A reader's unforeseen error must cost its own file only; it is told, and logged with its trace by the parent.
        kind = type(error).__name__
        message = f"”{name}” kunde inte läsas på grund av ett fel i programmet ({kind}). Meddela utvecklarna."
        return Refused(Problem("internal_error", message), traceback.format_exc())


def _leave_with_parent() -> None:
    """End at once when the parent is gone: nobody is left who could stop a reading that hangs."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
