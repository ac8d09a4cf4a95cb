"""Which files a run is about: the given ones and all that lie in the given folders."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.model import Problem


@dataclass(frozen=True, slots=True)
class Found:
    """A path to take in, made absolute but with its links left as they are; or why it cannot be."""

    path: Path
    problem: Problem | None = None


def scan(paths: Iterable[Path], suffixes: frozenset[str]) -> tuple[Found, ...]:
    """Files to read, sorted by path, each once.

    A file named outright is always in the answer, with a problem if its suffix is not one of `suffixes` (lower case,
    with the dot); in folders only readable formats are seen. Hidden files and folders are passed over, and so is a link
    to a folder that lies above it.
    """
    absolute = (Path(os.path.normpath(path.absolute())) for path in paths)
    found = {item.path: item for path in absolute for item in _named(path, suffixes)}
    return tuple(_nameable(found[path]) for path in sorted(found))


def _named(path: Path, suffixes: frozenset[str]) -> Iterator[Found]:
    if not exists(path):
        yield Found(path, Problem("not_found", f"”{path}” finns inte. Kontrollera sökvägen."))
    elif path.is_dir():
        yield from _folder(path, suffixes, frozenset())
    elif path.suffix.lower() not in suffixes:
        known = ", ".join(sorted(suffixes))
        message = f"”{path.name}” har ett filformat som inte kan läsas. Format som kan läsas: {known}."
        yield Found(path, Problem("unsupported_format", message))
    elif not path.is_file():
        yield Found(path, Problem("not_a_file", f"”{path}” är ingen vanlig fil och kan inte läsas."))
    else:
        yield Found(path)


def _nameable(found: Found) -> Found:
    """The same, or a problem where the path's bytes are no text and so cannot be kept or shown."""
    try:
        str(found.path).encode("utf-8")
    except UnicodeEncodeError:
        shown = str(found.path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        return Found(
            Path(shown), Problem("bad_name", f"”{shown}” har ett namn som inte är giltig text. Byt namn på den.")
        )
    return found


def exists(path: Path) -> bool:
    """Whether something bears the path; a name that no file can have (too long) is borne by nothing."""
    try:
        return path.exists()
    except OSError:
        return False


def _folder(folder: Path, suffixes: frozenset[str], above: frozenset[Path]) -> Iterator[Found]:
    above |= {folder.resolve()}
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        reason = error.strerror or "okänt fel"
        message = f"Mappen ”{folder}” kan inte öppnas ({reason}). Ge läsrätt till mappen och kör igen."
        yield Found(folder, Problem("unreadable_folder", message))
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            if entry.resolve() not in above:
                yield from _folder(entry, suffixes, above)
        elif entry.suffix.lower() in suffixes and entry.is_file():
            yield Found(entry)
