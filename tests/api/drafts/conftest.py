"""A knowledge base that drafts may be written in, made from the one that is only read."""

import shutil
from collections.abc import Iterator
from dataclasses import replace

import pytest

from api.knowledge import Knowledge
from corpus.settings import Settings


@pytest.fixture(scope="session")
def desk(knowledge_base: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Knowledge]:
    """The library with three years of one region, and no drafts yet."""
    folder = tmp_path_factory.mktemp("desk") / "data"
    shutil.copytree(knowledge_base.data, folder)
    with Knowledge.open(replace(knowledge_base, data=folder)) as opened:
        yield opened


@pytest.fixture(scope="session")
def report_2023(desk: Knowledge) -> str:
    """The id of the sample report for 2023."""
    return desk.store.resolve("arsredovisning-2023.txt")
