"""The original files, kept by the hash of their content so that each is there once and can be shown as it was."""

import hashlib
import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

from corpus.errors import LimitExceeded, NotFound

#: How much is read at a time: large enough that hashing, not the system call, is what takes the time.
CHUNK_BYTES = 1 << 20
#: A file being copied has this ending until it is whole.
PART = ".part"
#: A hash comes from programs, too, and is part of a path: nothing else may be.
_HASH = re.compile("[0-9a-f]{64}")


class OriginalFiles:
    """Files under `folder/ab/ab12…`, named by the SHA-256 of their bytes in hex.

    A file is written under another name and then renamed, so one that is there is whole.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, source: Path, limit: int | None = None) -> str:
        """Copy a file in and return its hash; nothing is written where it is kept already.

        The hash is taken from the bytes that are kept, so what is read afterwards from `path` is what was hashed even
        if `source` changes meanwhile. Call it as the store's writer: a file that no report refers to is cleared away
        by the next one.

        Raises:
            LimitExceeded: the file has more than `limit` bytes.
            OSError: the file cannot be read or the copy not written.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(suffix=PART, dir=self.folder)
        part = Path(name)
        try:
            with os.fdopen(handle, "wb") as target, source.open("rb") as given:
                digest = hashlib.sha256()
                size = 0
                while chunk := given.read(CHUNK_BYTES):
                    size += len(chunk)
                    if limit is not None and size > limit:
                        raise LimitExceeded(f"{source.name} är större än {limit / 1e6:.0f} MB och läses inte.")
                    digest.update(chunk)
                    target.write(chunk)
                target.flush()
                os.fsync(target.fileno())
            content_hash = digest.hexdigest()
            kept = self._place(content_hash)
            if not kept.exists():
                kept.parent.mkdir(exist_ok=True)
                part.replace(kept)
        finally:
            part.unlink(missing_ok=True)
        return content_hash

    def has(self, content_hash: str) -> bool:
        """Whether the original with this hash is kept."""
        return _HASH.fullmatch(content_hash) is not None and self._place(content_hash).is_file()

    def path(self, content_hash: str) -> Path:
        """Where the original with this hash lies; to be read, never written.

        Raises:
            NotFound: it is not kept.
        """
        if not self.has(content_hash):
            raise NotFound(f"Originalfilen med kontrollsumman {content_hash[:12]} finns inte i kunskapsbasen.")
        return self._place(content_hash)

    def hashes(self) -> Iterator[str]:
        """The hashes of all files that are kept, in order."""
        for place in sorted(self.folder.glob("??/*")):
            if _HASH.fullmatch(place.name):
                yield place.name

    def erase(self, content_hash: str) -> None:
        """Delete the original with this hash, if it is there."""
        if not self.has(content_hash):
            return
        place = self._place(content_hash)
        place.unlink()
        if place.parent.is_dir() and not any(place.parent.iterdir()):
            place.parent.rmdir()

    def clear(self, wanted: set[str]) -> int:
        """Delete unfinished copies and files whose hash is not `wanted`; returns how many there were."""
        left = list(self.folder.glob(f"*{PART}"))
        for part in left:
            part.unlink(missing_ok=True)
        strays = [name for name in self.hashes() if name not in wanted]
        for name in strays:
            self.erase(name)
        return len(left) + len(strays)

    def _place(self, content_hash: str) -> Path:
        return self.folder / content_hash[:2] / content_hash


def hash_of(source: Path) -> str:
    """The SHA-256 of a file's bytes, in hex.

    Raises:
        OSError: it cannot be read.
    """
    with source.open("rb") as given:
        return hashlib.file_digest(given, "sha256").hexdigest()
