"""The public face of the store (signatures first; the bodies follow)."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Self

from corpus.files import OriginalFiles
from corpus.model import Facts, Footnote, Illustration, Page, Problem, Reading, Section, Table
from corpus.protocols import Vectors
from corpus.store.records import Changes, Failure, Finding, Known, Removal, StoredPassage, StoredReport


class Store:
    """The knowledge base in one folder."""

    folder: Path
    files: OriginalFiles
    identity: str
    """A random name made with the store; an index carries it beside the commit number."""

    @classmethod
    def open(cls, folder: Path, *, create: bool = True) -> Self:
        """Open the store, made if missing, migrated (after a backup copy) if older.

        Raises:
            StoreError: the folder cannot be used; or there is no store and `create` is False.
            VersionMismatch: made by a newer version.
            StoreBusy: it must be migrated and another process is writing.
        """
        raise NotImplementedError

    def close(self) -> None:
        """Close every connection."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    @property
    def commit_number(self) -> int:
        """Grows by one with each transaction that changes what can be found."""
        raise NotImplementedError

    @property
    def removal_commit(self) -> int:
        """The commit of the latest removal: no index generation that reflects an earlier one may stay on disk."""
        raise NotImplementedError

    def writing(self, owner: str) -> AbstractContextManager[None]:
        """Be the one writer (re-entrant in the same thread); raises StoreBusy naming the one who is."""
        raise NotImplementedError

    # Ingestion. Every method that writes takes the writer's lock for itself where it is not held.
    def known(self, path: str, content_hash: str, reader: str = "") -> Known:
        """What is known of the file with this content at this path."""
        raise NotImplementedError

    def save(self, path: str, file: str, content_hash: str, reading: Reading, reader: str = "") -> StoredReport:
        """Keep a reading in one transaction; the original must have been kept first (`files.keep`)."""
        raise NotImplementedError

    def link(self, path: str, file: str, content_hash: str) -> StoredReport:
        """Note that known content (`elsewhere`) also lies at this path."""
        raise NotImplementedError

    def record_failure(
        self, path: str, file: str, content_hash: str, problems: Sequence[Problem], reader: str = ""
    ) -> Failure:
        """Remember that the file could not be read."""
        raise NotImplementedError

    def failures(self) -> list[Failure]:
        """Files that could not be read, by path."""
        raise NotImplementedError

    # Reports. `report` is an id (resolve first); version None means the current one.
    def reports(
        self, *, years: tuple[int, int] | None = None, publisher: str | None = None, kind: str | None = None
    ) -> list[StoredReport]:
        """Current reports by file and id; `years` (both included) overlap the report's period."""
        raise NotImplementedError

    def report(self, report: str, version: int | None = None) -> StoredReport:
        """One report; raises NotFound."""
        raise NotImplementedError

    def versions(self, report: str) -> list[StoredReport]:
        """All versions, the newest first."""
        raise NotImplementedError

    def resolve(self, reference: str) -> str:
        """The id of the report with this id or base name (with or without suffix); AmbiguousName, NotFound."""
        raise NotImplementedError

    def edit(self, report: str, changes: Mapping[str, object], clear: Sequence[str] = ()) -> StoredReport:
        """Correct metadata by hand; `changes` maps field to value, `clear` names corrections to withdraw."""
        raise NotImplementedError

    # Contents, with qualified ids.
    def pages(self, report: str, version: int | None = None) -> list[Page]:
        """Pages in order."""
        raise NotImplementedError

    def page(self, report: str, number: int | None, version: int | None = None) -> Page:
        """One page; `number` None for a format without pages."""
        raise NotImplementedError

    def sections(self, report: str, version: int | None = None, *, spans: bool = True) -> list[Section]:
        """Sections in reading order; without `spans` they come faster."""
        raise NotImplementedError

    def tables(self, report: str, version: int | None = None) -> list[Table]:
        """Tables in reading order."""
        raise NotImplementedError

    def illustrations(self, report: str, version: int | None = None) -> list[Illustration]:
        """Illustrations in reading order."""
        raise NotImplementedError

    def footnotes(self, report: str, version: int | None = None) -> list[Footnote]:
        """Footnotes in reading order."""
        raise NotImplementedError

    def facts(self, report: str, version: int | None = None) -> Facts:
        """Figures, projects and commitments in reading order."""
        raise NotImplementedError

    def section(self, qualified: str) -> Section:
        """The section with this qualified id, spans and all; raises NotFound."""
        raise NotImplementedError

    def table(self, qualified: str) -> Table:
        """The table with this qualified id; raises NotFound."""
        raise NotImplementedError

    # Passages and vectors.
    def passages(self, numbers: Sequence[int]) -> list[StoredPassage]:
        """Passages in the order asked for; numbers that are gone are left out."""
        raise NotImplementedError

    def current_passages(self, batch: int = 1000) -> Iterator[list[StoredPassage]]:
        """Every passage of current versions, by number."""
        raise NotImplementedError

    def passages_of(self, report: str, version: int | None = None) -> list[StoredPassage]:
        """A report's passages in reading order."""
        raise NotImplementedError

    def changes_since(self, commit: int) -> Changes | None:
        """What an index that reflects `commit` must change; None: build it anew."""
        raise NotImplementedError

    def passages_without_vectors(self, model: str, batch: int = 1000) -> Iterator[list[StoredPassage]]:
        """Current passages that have no vector of this model."""
        raise NotImplementedError

    def reuse_vectors(self, model: str, texts: Mapping[int, str]) -> set[int]:
        """Give passages (number -> the very text embedded) vectors kept for equal texts; returns those still without."""
        raise NotImplementedError

    def save_vectors(self, model: str, texts: Mapping[int, str], vectors: Vectors) -> None:
        """Keep the vectors of passages (number -> the very text embedded), rows in the mapping's order; as float16."""
        raise NotImplementedError

    def vectors(self, model: str, numbers: Sequence[int]) -> Vectors:
        """Vectors of these passages, in that order, float32; raises NotFound if one has none."""
        raise NotImplementedError

    def current_vectors(self, model: str, batch: int = 8192) -> Iterator[tuple[tuple[int, ...], Vectors]]:
        """Numbers and vectors of all current passages that have one, by number."""
        raise NotImplementedError

    # Removal.
    def remove(self, reports: Iterable[str]) -> Removal:
        """Erase reports from every byte of the store and block their content; then publish and prune indexes."""
        raise NotImplementedError

    def blocked(self) -> list[str]:
        """Hashes of content that is not let in."""
        raise NotImplementedError

    def unblock(self, content_hash: str) -> None:
        """Let removed content in again; raises NotFound."""
        raise NotImplementedError


def check(store: Store, embedded_text: Callable[[StoredReport, StoredPassage], str], model: str) -> list[Finding]:
    """Everything that is wrong with the store itself (moves to corpus/store/check.py)."""
    raise NotImplementedError
