"""What is to be done with each file: nothing, note a path, or read."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from corpus.files import hash_of
from corpus.model import Problem
from corpus.settings import MEGABYTE, Settings
from corpus.store import FileState, Known, Store
from ingest.formats import READERS
from ingest.ocr.outcomes import WORTH_ANOTHER_TRY
from ingest.results import FileResult, FileStatus, result_of
from ingest.scan import Found

#: Formats whose bytes are text, to which the lower limit applies: a reader holds them in memory many times over.
TEXTS = frozenset({".txt", ".md", ".html", ".htm"})
#: The status that a file gets once it has been read, by what the store knew of it.
READ: dict[FileState, FileStatus] = {"new": "added", "changed": "updated", "outdated": "updated"}
#: Failures that may go another way next time (other limits, more memory, a mended program) are not remembered.
RETRIED = frozenset(
    {"timeout", "out_of_memory", "crashed", "internal_error", "limit_exceeded", "changed", "unreadable", "cancelled"}
)


@dataclass(frozen=True, slots=True)
class Planned:
    """A file that is to be read."""

    path: Path
    content_hash: str
    size: int
    state: FileState

    @property
    def status(self) -> FileStatus:
        """The status that the file gets once it has been read."""
        return READ[self.state]


def plan(
    store: Store, found: Found, settings: Settings, edition: str, recognises: Callable[[], bool]
) -> Planned | FileResult:
    """Settle a file from what the store knows, or say that it must be read.

    Known content at a new path is noted in the store. A report that has pages or pictures which only lacked text
    recognition is as outdated as one that an older edition has read, once `recognises` says that there is one.
    """
    path = found.path
    if found.problem:
        return failed(path, found.problem)
    try:
        size = path.stat().st_size
        if problem := _too_large(path, size, settings):
            return failed(path, problem)
        content_hash = hash_of(path)
    except OSError as error:
        return failed(path, unreadable(path, error))
    known = store.known(str(path), content_hash, edition)
    if known.state in READ:
        return Planned(path, content_hash, size, known.state)
    if known.report and any(p.code in WORTH_ANOTHER_TRY for p in known.report.problems) and recognises():
        return Planned(path, content_hash, size, "outdated")
    return _settled(store, path, content_hash, known)


def _settled(store: Store, path: Path, content_hash: str, known: Known) -> FileResult:
    match known.state:
        case "blocked":
            message = (
                f"”{path.name}” har tagits bort och släpps inte in igen. Kör ”arsringar unblock {content_hash[:12]}”."
            )
            return FileResult(None, path.name, str(path), "blocked", (Problem("blocked", message),))
        case "failed":
            return failed(path, *known.problems)
        case "elsewhere":
            return result_of(store.link(str(path), path.name, content_hash), str(path), "unchanged")
    if known.report is None:
        raise RuntimeError(f"the store knows {content_hash} as {known.state} but gives no report")
    return result_of(known.report, str(path), "unchanged")


def failed(path: Path, *problems: Problem, seconds: float = 0.0) -> FileResult:
    """The result of a file that could not be read."""
    return FileResult(None, path.name, str(path), "failed", problems, seconds=seconds)


def given_up(name: str) -> Problem:
    """The problem of a file whose reading was broken off by who asked for it."""
    return Problem("cancelled", f"Inläsningen av ”{name}” avbröts. Ingenting ur den är sparat.")


def unreadable(path: Path, error: OSError) -> Problem:
    """The problem of a file that the system will not give."""
    message = f"”{path.name}” kunde inte öppnas ({error.strerror or error}). Kontrollera filen och dess rättigheter."
    return Problem("unreadable", message)


def _too_large(path: Path, size: int, settings: Settings) -> Problem | None:
    text = path.suffix.lower() in TEXTS
    limit = settings.max_text_bytes if text else settings.max_file_bytes
    if size <= limit:
        return None
    variable = "ARSRINGAR_MAX_TEXT_BYTES" if text else "ARSRINGAR_MAX_FILE_BYTES"
    message = (
        f"”{path.name}” är {size / MEGABYTE:.0f} MB och gränsen är {limit / MEGABYTE:.0f} MB. "
        f"Dela filen, eller höj gränsen {variable}."
    )
    return Problem("limit_exceeded", message)


def suffixes() -> frozenset[str]:
    """The suffixes of files that can be read."""
    return frozenset(READERS)
