"""The encoder beside a plain SentenceTransformer in PyTorch, in one run on one machine."""

import sys
import time
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

import numpy as np
import pytest

from corpus import settings
from corpus.protocols import Vectors
from search.encoder.build import bundled_model
from search.encoder.encoder import open_encoder
from search.encoder.sentence_encoder import load

#: Words in a passage, in turn: headings' few lines to full passages of about 250 tokens.
LENGTHS = (15, 30, 50, 80, 110, 130)
ROUNDS = 3


@pytest.fixture(scope="module")
def texts(samples: Path) -> list[str]:
    """A sample report cut into 120 passages, read round where it ends."""
    words = cycle((samples / "arsredovisning-2023.txt").read_text(encoding="utf-8").split())
    return [" ".join(next(words) for _ in range(length)) for length, _ in zip(cycle(LENGTHS), range(120), strict=False)]


def timed(work: Callable[[], Vectors]) -> tuple[float, Vectors]:
    """Seconds that the work took, and its result."""
    began = time.perf_counter()
    result = work()
    return time.perf_counter() - began, result


@pytest.mark.bench
def test_the_encoder_beside_plain_pytorch(texts: list[str]) -> None:
    models = settings.load().models
    ours = open_encoder("e5", models)
    plain = load(bundled_model(models).folder)
    works: dict[str, Callable[[], Vectors]] = {
        "ours, passages": lambda: ours.encode_passages(texts),
        "plain, passages": lambda: plain.encode(texts, prompt_name="passage", show_progress_bar=False),
        "ours, one query": lambda: ours.encode_queries(texts[:1]),
        "plain, one query": lambda: plain.encode(texts[:1], prompt_name="query", show_progress_bar=False),
    }
    for work in works.values():
        work()
    best = {name: min(timed(work)[0] for _ in range(ROUNDS)) for name, work in works.items()}
    passages = {name: len(texts) / seconds for name, seconds in best.items() if "passages" in name}
    sys.stdout.write(
        f"\npassages/s: ours {passages['ours, passages']:.1f}, plain PyTorch {passages['plain, passages']:.1f}, "
        f"ratio {passages['ours, passages'] / passages['plain, passages']:.2f}\n"
        f"one query: ours {best['ours, one query'] * 1000:.1f} ms, plain {best['plain, one query'] * 1000:.1f} ms, "
        f"ratio {best['plain, one query'] / best['ours, one query']:.2f}\n"
    )
    same = (works["ours, passages"]() * works["plain, passages"]()).sum(axis=1)
    assert np.min(same) >= 0.9999
    assert passages["ours, passages"] > passages["plain, passages"]
