"""Kill -9 at random moments: one more run gives what an undisturbed run gives."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from api.knowledge import Knowledge
from api.verification import verify
from corpus.settings import Settings
from ingest.pipeline import ingest
from tests.ingest.killing import kill_after, seconds_undisturbed
from tests.ingest.small_reports import write_reports
from tests.ingest.snapshots import leftovers, snapshot

KILLS = 5
#: The part of a run, from its start, in which nothing is done yet but importing.
STARTING = 0.2


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return Settings(data=tmp_path_factory.mktemp("undisturbed") / "data", model="hash", jobs=2)


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_reports(tmp_path_factory.mktemp("in"), 24)


@pytest.fixture(scope="module")
def seconds(source: Path, settings: Settings, root: Path) -> float:
    """How long an undisturbed run takes, into `settings.data`."""
    return seconds_undisturbed(source, settings, root)


@pytest.fixture(scope="module")
def expected(seconds: float, settings: Settings) -> dict[str, object]:
    return snapshot(settings)


@pytest.mark.parametrize("number", range(KILLS))
def test_one_more_run_finishes_what_a_killed_one_left(
    number: int,
    source: Path,
    settings: Settings,
    seconds: float,
    expected: dict[str, object],
    tmp_path: Path,
    root: Path,
) -> None:
    disturbed = replace(settings, data=tmp_path / "data")
    # One moment in each part of the run, so that reading, encoding and publishing all are hit.
    share = STARTING + (1 - STARTING) * (number + random.Random(number).random()) / KILLS
    kill_after(share * seconds, source, disturbed, root)
    with Knowledge.open(disturbed, create=True) as knowledge:
        result = ingest([source], knowledge.store, knowledge.encoder, knowledge.publisher, disturbed)
        assert result.tally()["failed"] == 0
        assert verify(knowledge) == []
    assert snapshot(disturbed) == expected
    assert leftovers(disturbed.data) == []
