"""Kill -9 at fifty random moments, with sample reports and the real encoder: one more run finishes what was left."""

import random
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from api.knowledge import Knowledge
from api.verification import verify
from corpus.settings import Settings, load
from ingest.pipeline import ingest
from tests.ingest.killing import kill_after, seconds_undisturbed
from tests.ingest.snapshots import leftovers, snapshot

pytestmark = pytest.mark.soak

KILLS = 50
QUERIES = ("bredband Övertorneå", "kollektivtrafik resande", "sjukfrånvaro mål", "företagsstöd miljoner kronor")
#: A batch's make-up moves the last digits of a vector (cosine 0.9999), and fusion spreads them over the candidates.
CLOSE = 0.005


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return replace(load(), data=tmp_path_factory.mktemp("undisturbed") / "data", model="e5", jobs=2)


@pytest.fixture(scope="module")
def samples(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some of the sample reports, of each format, so that fifty campaigns take under an hour."""
    folder = tmp_path_factory.mktemp("samples")
    for suffix, count in ((".pdf", 2), (".docx", 1), (".txt", 1)):
        for report in sorted(samples.rglob(f"*{suffix}"))[:count]:
            shutil.copy(report, folder)
    return folder


@pytest.fixture(scope="module")
def seconds(samples: Path, settings: Settings, root: Path) -> float:
    """How long an undisturbed run takes, into `settings.data`, once the model is prepared."""
    with Knowledge.open(settings, create=True) as knowledge:
        knowledge.encoder.encode_queries(["värm upp"])
    return seconds_undisturbed(samples, settings, root)


@pytest.fixture(scope="module")
def expected(seconds: float, settings: Settings) -> dict[str, Any]:
    return snapshot(settings, QUERIES)


@pytest.mark.parametrize("number", range(KILLS))
def test_one_more_run_finishes_what_a_killed_one_left(
    number: int,
    samples: Path,
    settings: Settings,
    seconds: float,
    expected: dict[str, Any],
    tmp_path: Path,
    root: Path,
) -> None:
    disturbed = replace(settings, data=tmp_path / "data")
    kill_after(random.Random(f"kill {number}").uniform(0.05, 1.0) * seconds, samples, disturbed, root)
    with Knowledge.open(disturbed, create=True) as knowledge:
        result = ingest([samples], knowledge.store, knowledge.encoder, knowledge.publisher, disturbed)
        assert result.tally()["failed"] == 0
        assert verify(knowledge) == []
    found: dict[str, Any] = snapshot(disturbed, QUERIES)
    assert found["reports"] == expected["reports"]
    assert found["passages"] == expected["passages"]
    for query in QUERIES:
        assert_same_ranking(found["ranking"][query], expected["ranking"][query])
    assert leftovers(disturbed.data) == []


def assert_same_ranking(found: list[tuple[str, float, str]], expected: list[tuple[str, float, str]]) -> None:
    """The same scores at each rank, and the same passages but for those that are as good as equal to the last."""
    assert [score for _, score, _ in found] == pytest.approx([score for _, score, _ in expected], abs=CLOSE)
    last = expected[-1][1]
    clear = {passage: quote for passage, score, quote in expected if score > last + CLOSE}
    assert clear.items() <= {passage: quote for passage, _, quote in found}.items()
