"""How long a question takes in the server, alone and with seven others, and how much of that is the encoder's."""

import statistics
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import accumulate
from pathlib import Path

import numpy as np
import pytest
from fastapi.testclient import TestClient

from api.app import create_api
from api.knowledge import Knowledge
from corpus.protocols import Encoder, Vectors
from corpus.settings import Settings
from corpus.swedish.analysis import Analyzer
from ingest.passages import passages
from search.encoder.encoder import open_encoder
from tests.bench.libraries import library, searching
from tests.library import HERE

PASSAGES = 10_000
CALLERS = 8
ROUNDS = 3
#: Seconds that 95 of 100 questions may take at most, and how many times as long when eight ask at once.
LONGEST, SLOWER = 0.060, 8.0


class Scattered:
    """An encoder whose passages lie anywhere, for a question takes as long whatever they say; questions are encoded."""

    def __init__(self, encoder: Encoder) -> None:
        self.model, self.dimensions = encoder.model, encoder.dimensions
        self._encoder = encoder
        self._random = np.random.default_rng(1)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors at random."""
        vectors = self._random.standard_normal((len(texts), self.dimensions), dtype=np.float32)
        unit: Vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
        return unit

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Encode questions."""
        return self._encoder.encode_queries(texts)


@pytest.mark.bench
def test_a_question_takes_little_time(shared: Path, tmp_path: Path) -> None:
    settings = replace(Settings(), data=tmp_path / "data", models=Settings().models.expanduser())
    held, encoder = library(shared, "pdf"), open_encoder(settings.model, settings.models)
    counts = accumulate(len(passages(report)) for report in held.reports.values())
    chosen = {path for path, count in zip(held.reports, counts, strict=True) if count <= PASSAGES}
    reports = {path: report for path, report in held.reports.items() if path in chosen}
    with searching(reports, settings.data, Scattered(encoder), Analyzer()):
        pass
    questions = [one.query for one in held.judged] * ROUNDS
    with Knowledge.open(settings) as knowledge, TestClient(create_api(knowledge), base_url=HERE) as client:

        def seconds(question: str) -> float:
            began = time.perf_counter()
            assert client.get("/search", params={"q": question}).status_code == 200
            return time.perf_counter() - began

        for question in questions:  # Words are analysed when they are first met.
            seconds(question)
        alone = [seconds(question) for question in questions]
        with ThreadPoolExecutor(CALLERS) as pool:
            together = list(pool.map(seconds, questions))
    encoding = [_seconds_to_encode(encoder, question) for question in questions]
    share = statistics.median(encoding) / statistics.median(alone)
    sys.stdout.write(
        f"\n{sum(len(passages(report)) for report in reports.values())} passages, milliseconds a question, median and "
        f"95th of 100: alone {_told(alone)}, of {CALLERS} at once {_told(together)}, in the encoder {_told(encoding)} "
        f"({share:.0%})\n"
    )
    assert _p95(alone) <= LONGEST
    assert _p95(together) <= SLOWER * _p95(alone)


def _seconds_to_encode(encoder: Encoder, question: str) -> float:
    began = time.perf_counter()
    encoder.encode_queries([question])
    return time.perf_counter() - began


def _p95(seconds: Sequence[float]) -> float:
    return float(np.quantile(seconds, 0.95))


def _told(seconds: Sequence[float]) -> str:
    return f"{statistics.median(seconds) * 1000:.0f} and {_p95(seconds) * 1000:.0f}"
