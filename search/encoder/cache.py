"""Folders that are expensive to make and made once."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from filelock import FileLock

from corpus.errors import ModelError

#: What a folder is called while it is being made.
UNFINISHED = ".making-"
LOCK = ".lock"


def made_once(folder: Path, make: Callable[[Path], None]) -> Path:
    """The folder, made first where it is missing.

    It is made under another name and renamed when whole, so that a process killed half-way leaves nothing that is
    used later; what it leaves is swept away the next time something is made. One process makes at a time, and the
    system releases the lock of one that dies.

    Args:
        folder: where the result belongs; its name must say everything that it depends on.
        make: fills the empty folder that it is given.

    Returns:
        The folder.

    Raises:
        ModelError: the cache cannot be written; the message names it.
    """
    if folder.is_dir():
        return folder
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(folder.parent / LOCK):
            if not folder.is_dir():
                _make(folder, make)
    except OSError as error:
        raise ModelError(
            f"Språkmodellen kan inte sparas i {folder.parent} ({error.strerror or error}). "
            "Frigör utrymme eller välj en annan mapp med ARSRINGAR_MODELS."
        ) from error
    return folder


def _make(folder: Path, make: Callable[[Path], None]) -> None:
    """Make the folder; the caller holds the lock, so every unfinished folder here is abandoned."""
    for abandoned in folder.parent.glob(f"{UNFINISHED}*"):
        shutil.rmtree(abandoned, ignore_errors=True)
    unfinished = Path(tempfile.mkdtemp(prefix=UNFINISHED, dir=folder.parent))
    try:
        make(unfinished)
        unfinished.rename(folder)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
