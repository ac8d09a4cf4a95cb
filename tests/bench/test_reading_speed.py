"""Reading PDFs beside plain pdfplumber, and with two processes beside one: layout, sections and tables, no encoder."""

import sys
import time
from collections.abc import Callable
from pathlib import Path

import pdfplumber
import pytest

from corpus.model import Facts, Reading
from corpus.settings import Settings
from ingest.formats import reader_of
from ingest.reader import Task
from ingest.sections import assemble
from ingest.workers import Workers
from tests.bench.test_ingestion_speed import pdfs

#: The mission's bars: pages a second in one process, times plain pdfplumber, and times one process with two.
PAGES_A_SECOND = 15.0
FASTER = 3.0
TWO_PROCESSES = 1.7
PAIRS = 5

pytestmark = pytest.mark.bench


def read(path: Path, name: str, settings: Settings) -> Reading:
    """A file's sections and tables, without facts and passages."""
    return Reading(assemble(reader_of(name)(path.read_bytes(), name, settings), name), Facts(), ())


def ours(path: Path) -> int:
    """Read a file; how many pages it has."""
    return len(read(path, path.name, Settings()).report.pages)


def plain(path: Path) -> int:
    """What pdfplumber does out of the box; it finds no headings, no reading order, no footnotes."""
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_text()
            page.find_tables()
            page.close()
        return len(pdf.pages)


def processor_seconds(work: Callable[[Path], int], path: Path) -> float:
    """What the work takes of a processor, which others on the machine do not stretch."""
    began = time.process_time()
    work(path)
    return time.process_time() - began


def test_one_process_beside_plain_pdfplumber(root: Path, samples: Path) -> None:
    paths = pdfs(root, samples)
    pages = sum(map(ours, paths))
    mine = theirs = 0.0
    for path in paths:
        mine += processor_seconds(ours, path)
        theirs += processor_seconds(plain, path)
    sys.stdout.write(
        f"\nreading {len(paths)} PDFs of {pages} pages, one process: ours {pages / mine:.1f} pages/s, "
        f"plain pdfplumber {pages / theirs:.1f} pages/s, ratio {theirs / mine:.1f}\n"
    )
    assert pages / mine >= PAGES_A_SECOND
    assert theirs / mine >= FASTER


def test_two_processes_beside_one(root: Path, samples: Path) -> None:
    # The largest first, so that no process waits long for the other's last file.
    paths = sorted(pdfs(root, samples), key=lambda path: path.stat().st_size, reverse=True)
    taken = [(pool_seconds(paths, 1), pool_seconds(paths, 2)) for _ in range(PAIRS)]
    # The best of each: whatever else the machine does only lengthens a round.
    one, two = min(one for one, _ in taken), min(two for _, two in taken)
    rounds = ", ".join(f"{one:.1f}/{two:.1f}" for one, two in taken)
    sys.stdout.write(
        f"\nreading {len(paths)} PDFs: one process {one:.1f} s, two {two:.1f} s, ratio {one / two:.2f} ({rounds})\n"
    )
    assert one / two >= TWO_PROCESSES


def pool_seconds(paths: list[Path], jobs: int) -> float:
    """Seconds that the product's own pool takes for all files, once its processes have read one each."""
    with Workers(read, Settings(jobs=jobs)) as workers:
        for path in [paths[-1]] * jobs:
            workers.submit(Task(path, path.name))
        for _ in range(jobs):
            workers.outcome()
        began = time.perf_counter()
        for path in paths:
            workers.submit(Task(path, path.name))
        for _ in paths:
            workers.outcome()
        return time.perf_counter() - began
