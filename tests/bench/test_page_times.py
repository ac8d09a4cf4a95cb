"""How long the server takes for its pages over all sample reports: under 150 ms for 19 of 20.

Processor time is what is held against the bar, so that a busy machine does not decide; the time that passed is printed.
"""

import statistics
import sys
import time
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from lxml import html

from api.knowledge import Knowledge
from corpus.settings import Settings
from ingest.pipeline import ingest
from tests.library import HERE
from tests.web.pages import EVERY_PAGE, sections_side_by_side
from web.app import create_app

pytestmark = pytest.mark.bench
#: Milliseconds that 95 of 100 answers may take.
BAR = 150
ROUNDS = 5


def test_pages_are_answered_at_once(samples: Path, tmp_path: Path) -> None:
    settings = Settings(data=tmp_path, jobs=2)
    reports = [file for file in samples.iterdir() if file.suffix in (".pdf", ".docx", ".txt")]
    with Knowledge.open(settings, create=True) as knowledge:
        ingest(reports, knowledge.store, knowledge.encoder, knowledge.publisher, settings)
    with TestClient(create_app(settings), base_url=HERE) as site:
        site.get("/?q=bredband")  # The model is loaded by the first question, at the server's start.
        projects = html.fromstring(site.get("/projekt").text).xpath("//tbody/tr/th/a/@href")
        with Knowledge.open(settings) as knowledge:
            sections = sections_side_by_side(knowledge.store)
        paths = (*EVERY_PAGE, *projects, *sections)
        taken = {path: [_milliseconds(site, path) for _ in range(ROUNDS)] for path in paths}
    own = {path: statistics.median(mine for mine, _ in times) for path, times in taken.items()}
    p95 = statistics.quantiles(own.values(), n=100)[94]
    passed = statistics.quantiles((wall for times in taken.values() for _, wall in times), n=100)[94]
    slowest = [f"{own[path]:6.0f} ms {path}" for path in sorted(own, key=lambda path: -own[path])[:5]]
    told = f"{len(own)} pages, p95 {p95:.0f} ms of processor time, {passed:.0f} ms passed; most:"
    sys.stdout.write("\n".join(("", told, *slowest, "")))
    assert p95 < BAR


def _milliseconds(site: TestClient, path: str) -> tuple[float, float]:
    """Processor time, and time that passed."""
    began, mine = time.perf_counter(), time.process_time()
    site.get(path)
    return (time.process_time() - mine) * 1000, (time.perf_counter() - began) * 1000
