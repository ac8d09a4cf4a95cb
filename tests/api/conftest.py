"""The API over the library, asked as a program would."""

from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from api.app import create_api
from api.knowledge import Knowledge
from corpus.settings import Settings
from tests.library import HERE


@pytest.fixture(scope="session")
def knowledge(knowledge_base: Settings) -> Iterator[Knowledge]:
    with Knowledge.open(knowledge_base) as opened:
        yield opened


@pytest.fixture(scope="session")
def api(knowledge: Knowledge) -> FastAPI:
    return create_api(knowledge)


@pytest.fixture(scope="session")
def client(api: FastAPI) -> Iterator[TestClient]:
    with TestClient(api, base_url=HERE, raise_server_exceptions=False) as opened:
        yield opened
