"""What facts add to the time of reading and keeping the same files without them."""

import os
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.model import Facts, Reading
from corpus.settings import Settings
from corpus.store import Store
from ingest.facts import facts
from ingest.reading import read

PDFS = 10
#: Share of the time without facts that they may add. Encoding, which could only make it smaller, is left out.
MOST_ADDED = 0.30


def pdfs(root: Path, samples: Path) -> list[Path]:
    """Ten real reports of even spread where they lie beside the checkout, the sample reports otherwise."""
    folder = Path(os.environ.get("ARSRINGAR_SHARED", root.parent / "shared")) / "pdf"
    real = sorted(folder.glob("*.pdf"))
    return real[:: max(1, len(real) // PDFS)][:PDFS] or sorted(samples.glob("*.pdf"))


def seconds_to_keep(readings: dict[Path, Reading], folder: Path) -> float:
    """Processor seconds that a new store takes for all readings."""
    with Store.open(folder) as store, store.writing("bench"):
        hashes = {path: store.files.keep(path, Settings().max_file_bytes) for path in readings}
        began = time.process_time()
        for path, reading in readings.items():
            store.save(str(path), path.name, hashes[path], reading, "bench")
        return time.process_time() - began


@pytest.mark.bench
def test_facts_add_little_to_reading(root: Path, samples: Path, tmp_path: Path) -> None:
    paths = pdfs(root, samples)
    facts(read(paths[0], paths[0].name, Settings()).report)  # Word lists are loaded once, not for each file.
    began = time.process_time()
    readings = {path: read(path, path.name, Settings()) for path in paths}
    whole = time.process_time() - began
    began = time.process_time()
    for reading in readings.values():
        facts(reading.report)
    extracting = time.process_time() - began
    bare = {path: replace(reading, facts=Facts()) for path, reading in readings.items()}
    keeping, keeping_bare = seconds_to_keep(readings, tmp_path / "all"), seconds_to_keep(bare, tmp_path / "bare")
    without = whole - extracting + keeping_bare
    added = (extracting + keeping - keeping_bare) / without
    sys.stdout.write(
        f"\nfacts of {len(paths)} PDFs, processor seconds: {extracting:.1f} to extract, "
        f"{keeping - keeping_bare:.1f} to keep, {without:.1f} for all else but encoding: {added:.0%} added\n"
    )
    assert added <= MOST_ADDED
