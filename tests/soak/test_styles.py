"""A hundred reports in styles drawn at random, by every engine that is installed: their scores as one table."""

import importlib.util
import sys

import pytest
from playwright.sync_api import Browser

from corpus.settings import Settings
from ingest.formats.pdf.reader import read
from ingest.sections import assemble
from tests.ingest.styles.printing import printed
from tests.ingest.styles.report import ENGINES, report_of
from tests.ingest.styles.scores import mean, score, table_of

pytestmark = pytest.mark.soak

SEEDS = 100


def test_scores_of_a_hundred_styles(browser: Browser, capsys: pytest.CaptureFixture[str]) -> None:
    engines = [e for e in ENGINES if e != "weasyprint" or importlib.util.find_spec("weasyprint") is not None]
    found = []
    for seed in range(SEEDS):
        made = report_of(seed, engines[seed % len(engines)])
        report = assemble(read(printed(made, browser), "rapport.pdf", Settings()), "rapport.pdf")
        found.append(score(made.truth, report))
    with capsys.disabled():
        sys.stdout.write(f"\n{table_of(found)}\n")
    assert mean(found, "headings") >= 0.96
    assert mean(found, "hierarchy") >= 0.93
    assert mean(found, "paragraphs") >= 0.96
    assert mean(found, "cells") >= 0.95
