"""Index generations: each run's indexes in a folder of their own, made current by renaming one small file.

    index/CURRENT                the name of the generation that readers open
    index/<commit>-<nonce>/      manifest.json, vectors.faiss, lexical/

A generation says which of the store's commits it reflects and which model made its vectors. Readers keep what they
opened: on POSIX an opened or mapped file outlives its name. Whoever publishes holds the store's writing lock.
"""

import json
import os
import secrets
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from corpus.edition import edition_of
from corpus.errors import StoreError, VersionMismatch
from corpus.store import Changes, Store, StoredPassage
from corpus.swedish.analysis import Analyzer
from search.documents import lexical_documents
from search.encoder.identity import require_same_model
from search.lexical import LexicalDocument, LexicalIndex, write_index
from search.vectors import VectorIndex

#: Whose code decides what stands in an index; one that other code made is built anew from the store.
SOURCES = ("corpus/swedish", "corpus/context.py", "search/documents.py", "search/lexical.py", "search/vectors.py")
CURRENT = "CURRENT"
MANIFEST = "manifest.json"
VECTORS = "vectors.faiss"
LEXICAL = "lexical"
#: tantivy rewrites these in place (by renaming); all its other files never change once written.
REWRITTEN = {"meta.json", ".managed.json"}
BATCH = 2000


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation reflects.

    The code that made it, the store by its identity and commit, the model of its vectors, how many passages it holds
    and the greatest of their numbers.
    """

    edition: str
    store: str
    commit: int
    model: str
    dimensions: int
    passages: int
    newest: int


@dataclass(frozen=True, slots=True)
class Generation:
    """An opened generation."""

    name: str
    manifest: Manifest
    vectors: VectorIndex
    lexical: LexicalIndex


class Generations:
    """The folder of index generations beside the store."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def current(self) -> str | None:
        """The name of the current generation; None where nothing has been published."""
        try:
            name = (self.folder / CURRENT).read_text(encoding="utf-8").strip()
        except FileNotFoundError:
            return None
        return name or None

    def manifest(self, name: str) -> Manifest | None:
        """What a generation reflects; None where it is damaged or other code made it."""
        try:
            made = json.loads((self.folder / name / MANIFEST).read_text(encoding="utf-8"))
            return Manifest(**made) if made.get("edition") == edition_of(*SOURCES) else None
        except (OSError, ValueError, TypeError, AttributeError):
            return None

    def open(self) -> Generation | None:
        """The current generation; None where nothing has been published.

        Raises:
            VersionMismatch: the current generation is damaged or of another version.
        """
        for _ in range(3):  # Between reading the name and opening, a publisher may have replaced it.
            name = self.current()
            if name is None:
                return None
            manifest = self.manifest(name)
            if manifest is not None:
                try:
                    folder = self.folder / name
                    vectors, lexical = VectorIndex.read(folder / VECTORS), LexicalIndex.read(folder / LEXICAL)
                    return Generation(name, manifest, vectors, lexical)
                except VersionMismatch:
                    if self.current() == name:
                        raise
            elif self.current() == name:
                break
        message = "Indexet är gjort av en annan version eller skadat. Kör ”arsringar reindex” så byggs det om."
        raise VersionMismatch(message)

    def discard(self) -> None:
        """Delete all generations: the store is another than the one that they reflect."""
        (self.folder / CURRENT).unlink(missing_ok=True)
        self.prune()

    def prune(self) -> None:
        """Delete all generations but the current one."""
        keep = self.current()
        for entry in self.folder.iterdir() if self.folder.is_dir() else ():
            if entry.is_dir() and entry.name != keep:
                shutil.rmtree(entry, ignore_errors=True)

    def make_current(self, name: str) -> None:
        """Let readers see the generation from now on."""
        fresh = self.folder / f".{CURRENT}.{secrets.token_hex(4)}"
        with fresh.open("w", encoding="utf-8") as file:
            file.write(name + "\n")
            file.flush()
            os.fsync(file.fileno())
        fresh.rename(self.folder / CURRENT)


class IndexPublisher:
    """Brings the indexes up to the store's newest commit; implements `corpus.protocols.Publisher`."""

    def __init__(self, store: Store, model: str, dimensions: int, analyzer: Analyzer) -> None:
        self._store = store
        self._model = model
        self._dimensions = dimensions
        self._analyzer = analyzer
        self._generations = Generations(store.folder / "index")

    def refuse_other_model(self) -> None:
        """Refuse to go on when the current index was made with another model.

        Raises:
            ModelError: it was; the message names both and says what to do.
        """
        name = self._generations.current()
        manifest = self._generations.manifest(name) if name else None
        if manifest and manifest.passages:
            require_same_model(self._model, manifest.model)

    def publish(self) -> None:
        """Make a generation of the store's newest commit and make it current; nothing if it is there already.

        Raises:
            StoreError: the folder cannot be written.
        """
        wanted = (self._store.identity, self._store.commit_number, self._model)
        name = self._generations.current()
        manifest = self._generations.manifest(name) if name else None
        if manifest is None or (manifest.store, manifest.commit, manifest.model) != wanted:
            try:
                self._make(name, manifest)
            except OSError as error:
                message = f"Indexet kunde inte skrivas i {self._generations.folder}: {error.strerror}."
                raise StoreError(message) from error
        self._generations.prune()

    def _make(self, base: str | None, manifest: Manifest | None) -> None:
        commit = self._store.commit_number
        name = f"{commit:08d}-{secrets.token_hex(4)}"
        folder = self._generations.folder / name
        (folder / LEXICAL).mkdir(parents=True)
        changes = self._changes(manifest)
        if base is None or changes is None:
            index = self._build(folder)
        else:
            index = self._extend(folder, self._generations.folder / base, changes.added)
        index.write(folder / VECTORS)
        made = Manifest(
            edition_of(*SOURCES),
            self._store.identity,
            commit,
            self._model,
            self._dimensions,
            len(index),
            index.greatest(),
        )
        (folder / MANIFEST).write_text(json.dumps(asdict(made), indent=1), encoding="utf-8")
        _sync(folder)
        self._generations.make_current(name)

    def _changes(self, manifest: Manifest | None) -> Changes | None:
        """What to add to the generation that the manifest describes; None where everything is to be built anew.

        Deleted documents go on counting in tantivy's statistics until their segment is merged away, which would let
        the ranking depend on history; indexing anew takes about a second for ten thousand passages.
        """
        if manifest is None or (manifest.store, manifest.model) != (self._store.identity, self._model):
            return None
        changes = self._store.changes_since(manifest.commit)
        # A number is never used again, so one that is not above all the others was indexed before and has changed.
        if changes is None or changes.removed or any(number <= manifest.newest for number in changes.added):
            return None
        return changes

    def _build(self, folder: Path) -> VectorIndex:
        write_index(folder / LEXICAL, self._documents(self._store.current_passages()))
        batches = list(self._store.current_vectors(self._model))
        numbers = np.array([number for batch, _ in batches for number in batch], dtype=np.int64)
        empty = np.zeros((0, self._dimensions), dtype=np.float32)
        return VectorIndex.build(numbers, np.concatenate([empty, *(vectors for _, vectors in batches)]))

    def _extend(self, folder: Path, base: Path, added: Sequence[int]) -> VectorIndex:
        for file in (base / LEXICAL).iterdir():
            if not file.name.endswith(".lock"):
                copy = shutil.copy2 if file.name in REWRITTEN else os.link
                copy(file, folder / LEXICAL / file.name)
        index = VectorIndex.read(base / VECTORS)
        for first in range(0, len(added), BATCH):
            numbers = added[first : first + BATCH]
            vectors = self._store.vectors(self._model, numbers)
            index = index.extended(np.array(numbers, dtype=np.int64), vectors)
        batches = (self._store.passages(added[first : first + BATCH]) for first in range(0, len(added), BATCH))
        write_index(folder / LEXICAL, self._documents(batches))
        return index

    def _documents(self, batches: Iterable[list[StoredPassage]]) -> Iterator[LexicalDocument]:
        titles = {report.id: report.metadata.title for report in self._store.reports()}
        for batch in batches:
            yield from lexical_documents(((stored, titles[stored.report_id]) for stored in batch), self._analyzer)


def _sync(folder: Path) -> None:
    """Have the folder's files on disk before their name is published."""
    for path in (file for file in folder.rglob("*") if file.is_file()):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
