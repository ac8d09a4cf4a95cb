"""What the tests of following things through the years share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.store import Store
from corpus.swedish.analysis import Analyzer
from tests.search.timeline.ljungmark import save


@pytest.fixture(scope="session")
def ljungmark(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The invented region's reports; only to be read."""
    with Store.open(tmp_path_factory.mktemp("ljungmark")) as opened:
        save(opened, samples)
        yield opened


@pytest.fixture(scope="session")
def analyzer() -> Analyzer:
    """What tells words."""
    return Analyzer()
