"""Whole ingestion beside the straightforward pipeline, over the same PDFs in one run on one machine.

The straightforward pipeline is what one writes in an afternoon: pdfplumber page by page in one process, chunks of 900
characters, a SentenceTransformer in PyTorch fp32. It finds no headings and no tables, and keeps nothing.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pdfplumber
import pytest

from api.knowledge import Knowledge
from corpus.settings import Settings, load
from ingest.pipeline import ingest
from search.encoder.build import bundled_model
from search.encoder.sentence_encoder import load as load_plain

CHUNK = 900
PDFS = 10
FASTER = 2.0


def pdfs(root: Path, samples: Path) -> list[Path]:
    """Ten real reports of even spread where they lie beside the checkout, the sample reports otherwise."""
    folder = Path(os.environ.get("ARSRINGAR_SHARED", root.parent / "shared")) / "pdf"
    real = sorted(folder.glob("*.pdf"))
    return real[:: max(1, len(real) // PDFS)][:PDFS] or sorted(samples.glob("*.pdf"))


def chunks(paths: list[Path]) -> Iterator[str]:
    """Every 900 characters of every page's text."""
    for path in paths:
        with pdfplumber.open(path) as pdf:
            for page in pdf.pages:
                text = page.extract_text()
                yield from (text[at : at + CHUNK] for at in range(0, len(text), CHUNK))


def seconds(work: Callable[[], object]) -> float:
    """How long the work takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


@pytest.mark.bench
def test_whole_ingestion_beside_the_straightforward_pipeline(root: Path, samples: Path, tmp_path: Path) -> None:
    paths = pdfs(root, samples)
    settings: Settings = load(data=tmp_path / "data")
    plain = load_plain(bundled_model(settings.models).folder)
    plain.encode(["värm upp"], prompt_name="passage", show_progress_bar=False)

    def straightforward() -> object:
        return plain.encode(list(chunks(paths)), prompt_name="passage", show_progress_bar=False)

    def ours() -> object:
        with Knowledge.open(settings, create=True) as knowledge:
            result = ingest(paths, knowledge.store, knowledge.encoder, knowledge.publisher, settings)
        assert result.tally()["failed"] == 0
        return result

    taken, peer = seconds(ours), seconds(straightforward)
    sys.stdout.write(
        f"\ningesting {len(paths)} PDFs: ours {taken:.1f} s (worker start and index included), "
        f"straightforward {peer:.1f} s, ratio {peer / taken:.2f}\n"
    )
    assert peer / taken >= FASTER
