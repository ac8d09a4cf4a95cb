"""Real reports made into knowledge bases, in the ways that the benchmarks weigh against each other."""

import hashlib
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from corpus.model import Facts, Reading, Report
from corpus.protocols import Encoder, Vectors
from corpus.settings import Settings
from corpus.store import Store
from corpus.swedish.analysis import Analyzer
from ingest.formats import reader_of
from ingest.passages import PASSAGE_CHARACTERS, passages
from ingest.pipeline import complete
from ingest.scan import scan
from ingest.sections import assemble
from search.encoder.encoder import open_encoder
from search.evaluate import Judged, read_judged
from search.generations import IndexPublisher
from search.searcher import Searcher

#: Judged questions by the folder of the reports that they are asked of.
QUESTIONS = {
    "seeds": "seed_queries_dev.jsonl",
    "pdf": "pdf_queries_dev.jsonl",
    "eval/swequad": "swequad_dev.jsonl",
}
#: Passages that are encoded before they are kept.
BATCH = 512
#: Where they are kept, in the folder of models.
KEPT = "bench-vectors.sqlite"
Context = Callable[[str, Sequence[str], str], str]


@dataclass(frozen=True, slots=True)
class Library:
    """Reports of a folder, and the questions that are asked of them."""

    reports: Mapping[Path, Report]
    judged: tuple[Judged, ...]


class Remembering:
    """The encoder of the settings, which encodes each passage once, however often a benchmark is run.

    Forty thousand passages are encoded for all benchmarks of finding: three quarters of an hour. They are kept beside
    the models, batch by batch, so that a run that is cut short goes on where it was.
    """

    def __init__(self) -> None:
        settings = Settings()
        models = settings.models.expanduser()
        self._encoder = open_encoder(settings.model, models)
        self._kept = sqlite3.connect(models / KEPT)
        self._kept.execute("CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB)")

    @property
    def model(self) -> str:
        """What made a vector."""
        return self._encoder.model

    @property
    def dimensions(self) -> int:
        """The length of a vector."""
        return self._encoder.dimensions

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Encode texts that are searched."""
        unknown = [text for text in dict.fromkeys(texts) if self._vector(text) is None]
        for start in range(0, len(unknown), BATCH):
            batch = unknown[start : start + BATCH]
            with self._kept:
                rows = zip(map(self._key, batch), self._encoder.encode_passages(batch), strict=True)
                self._kept.executemany("INSERT INTO vectors VALUES (?, ?)", ((key, row.tobytes()) for key, row in rows))
        return np.stack([np.frombuffer(self._vector(text) or b"", np.float32) for text in texts])

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Encode questions."""
        return self._encoder.encode_queries(texts)

    def _vector(self, text: str) -> bytes | None:
        row = self._kept.execute("SELECT vector FROM vectors WHERE key = ?", [self._key(text)]).fetchone()
        return row[0] if row else None

    def _key(self, text: str) -> bytes:
        return hashlib.sha256(f"{self.model}\n{text}".encode()).digest()


def library(shared: Path, folder: str) -> Library:
    """The reports of a folder of the development material, read; facts are left out, for search has no use of them."""
    paths = sorted(found.path for found in scan([shared / folder], frozenset({".pdf", ".txt"})))
    with ProcessPoolExecutor(2) as pool:
        reports = dict(zip(paths, pool.map(_report, paths, chunksize=4), strict=True))
    gold = shared / "eval" / "dev" / QUESTIONS[folder]
    return Library(reports, tuple(read_judged(gold)))


def _report(path: Path) -> Report:
    return assemble(reader_of(path.name)(path.read_bytes(), path.name, Settings()), path.name)


@contextmanager
def searching(
    reports: Mapping[Path, Report],
    folder: Path,
    encoder: Encoder,
    analyzer: Analyzer,
    characters: int = PASSAGE_CHARACTERS,
    context: Context | None = None,
) -> Iterator[Searcher]:
    """A searcher over a knowledge base of the reports.

    Args:
        reports: by the paths of their originals.
        folder: is made, for the knowledge base.
        encoder: makes the vectors.
        analyzer: makes the terms, of passages and questions alike.
        characters: of a passage at most.
        context: makes what is indexed of title, headings and text; the program's own where None.
    """
    with Store.open(folder, create=True) as store:
        with pytest.MonkeyPatch.context() as patch, store.writing("bench"):
            if context is not None:
                patch.setattr("ingest.vectors.contextualise", context)
                patch.setattr("search.documents.contextualise", context)
            for path, report in reports.items():
                content = store.files.keep(path)
                reading = Reading(report, Facts(), passages(report, characters))
                store.save(str(path), path.name, content, reading, "bench")
            complete(store, encoder, IndexPublisher(store, encoder.model, encoder.dimensions, analyzer))
        yield Searcher(store, encoder, analyzer, Settings())
