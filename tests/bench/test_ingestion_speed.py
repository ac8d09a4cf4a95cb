"""Whole ingestion beside the straightforward pipeline: two commands over the same PDFs, one after the other."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from corpus.settings import load
from search.encoder.build import bundled_model

PDFS = 10
FASTER = 2.0


def pdfs(root: Path, samples: Path) -> list[Path]:
    """Ten real reports of even spread where they lie beside the checkout, the sample reports otherwise."""
    folder = Path(os.environ.get("ARSRINGAR_SHARED", root.parent / "shared")) / "pdf"
    real = sorted(folder.glob("*.pdf"))
    return real[:: max(1, len(real) // PDFS)][:PDFS] or sorted(samples.glob("*.pdf"))


def seconds(command: list[str | Path], root: Path) -> float:
    """How long the command takes as a whole process."""
    began = time.perf_counter()
    subprocess.run([str(part) for part in command], check=True, capture_output=True, cwd=root)
    return time.perf_counter() - began


@pytest.mark.bench
def test_whole_ingestion_beside_the_straightforward_pipeline(root: Path, samples: Path, tmp_path: Path) -> None:
    paths = pdfs(root, samples)
    arsringar = shutil.which("arsringar", path=str(Path(sys.executable).parent))
    assert arsringar is not None
    model = bundled_model(load().models).folder
    peer_script = Path(__file__).with_name("straightforward.py")
    taken = seconds([arsringar, "--data", tmp_path / "data", "ingest", *paths], root)
    peer = seconds([sys.executable, peer_script, model, tmp_path / "peer.faiss", *paths], root)
    sys.stdout.write(
        f"\ningesting {len(paths)} PDFs, whole commands: ours {taken:.1f} s, straightforward {peer:.1f} s, "
        f"ratio {peer / taken:.2f}\n"
    )
    assert peer / taken >= FASTER
