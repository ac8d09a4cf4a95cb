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

#: Told how many pages are done and how many there are: a sign of life.
Progress = Callable[[int, int], None]
#: Makes a reading of a file; raises an `ArsringarError` that says why it cannot.
ReadFile = Callable[[Path, Settings, Progress], Reading]


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
            path = connection.recv()
            connection.send(Started())
            connection.send(read_one(path, read, settings, connection))
        except (EOFError, BrokenPipeError, ConnectionResetError):
            return


def read_one(path: Path, read: ReadFile, settings: Settings, connection: Connection) -> Reading | Refused:
    """The reading of a file, or why there is none."""
    try:
        return read(path, settings, lambda done, pages: connection.send(Progressed(done, pages)))
    except UnreadableFile as error:
        return Refused(Problem(error.reason, error.message))
    except ArsringarError as error:
        return Refused(Problem(error.code, error.message))
    except MemoryError:
        message = f"Minnet räckte inte för att läsa ”{path.name}”. Dela filen i mindre delar."
        return Refused(Problem("out_of_memory", message))
    except BrokenPipeError:
        raise  # The parent is gone.
    except OSError as error:
        message = f"”{path.name}” kunde inte läsas: {error.strerror or error}. Kontrollera filen och dess rättigheter."
        return Refused(Problem("unreadable_file", message))
    except Exception as error:
        # A reader's unforeseen error must cost its own file only; it is told, and logged with its trace by the parent.
        name = type(error).__name__
        message = f"”{path.name}” kunde inte läsas på grund av ett fel i programmet ({name}). Meddela utvecklarna."
        return Refused(Problem("internal_error", message), traceback.format_exc())


def _leave_with_parent() -> None:
    """End at once when the parent is gone: nobody is left who could stop a reading that hangs."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
