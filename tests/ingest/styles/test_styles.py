"""Reports in styles drawn at random, printed by Chromium and read: what they hold is known by construction."""

import pytest
from playwright.sync_api import Browser

from corpus.settings import Settings
from ingest.formats.pdf.reader import read
from ingest.sections import assemble
from tests.ingest.styles.printing import printed
from tests.ingest.styles.report import report_of
from tests.ingest.styles.scores import score

#: Seeds whose looks differ: headings hanging in the margin, numbered or not, in small capitals and italics; tables
#: with all lines, rules between rows, shades, none; facts beside the text; pages tagged and not.
REPORTS = (
    (7, "chromium"),
    (10, "chromium"),
    (13, "chromium"),
    (15, "chromium tagged"),
    (18, "chromium tagged"),
    (27, "chromium tagged"),
)


@pytest.mark.parametrize(("seed", "engine"), REPORTS)
def test_a_report_in_a_style_of_its_own_is_read(browser: Browser, seed: int, engine: str) -> None:
    made = report_of(seed, engine)
    report = assemble(read(printed(made, browser), "rapport.pdf", Settings()), "rapport.pdf")
    scores = score(made.truth, report)
    figures = scores.figures
    assert min(figures["headings"], figures["hierarchy"]) >= 0.98, scores.examples
    assert min(figures["paragraphs"], figures["cells"]) >= 0.95, scores.examples
    assert figures["order"] >= 0.98  # Facts beside the text may be read before or after it.
    assert figures.get("noise", 1.0) == 1.0
    assert figures.get("contents", 1.0) == 1.0
