"""The site over the library: asked directly, and served to a real browser."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import uvicorn
from fastapi import FastAPI
from fastapi.testclient import TestClient

from corpus.settings import Settings
from tests.library import HERE
from tests.web.pages import every_page_of
from web.app import create_app

STARTS_WITHIN = 20.0


@pytest.fixture(scope="session")
def site(knowledge_base: Settings) -> Iterator[TestClient]:
    with TestClient(create_app(knowledge_base), base_url=HERE, raise_server_exceptions=False) as opened:
        yield opened


@contextmanager
def serving(app: FastAPI) -> Iterator[str]:
    """The address at which the application is served meanwhile."""
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", ws="none"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    deadline = time.monotonic() + STARTS_WITHIN
    while not server.started and time.monotonic() < deadline:
        time.sleep(0.02)
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
        listener.close()


@pytest.fixture(scope="session")
def address(knowledge_base: Settings) -> Iterator[str]:
    with serving(create_app(knowledge_base)) as at:
        yield at


@pytest.fixture(scope="session")
def every_page(knowledge_base: Settings) -> tuple[str, ...]:
    """The address of every page in each of its states."""
    return every_page_of(knowledge_base)


@pytest.fixture(scope="session")
def empty_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site over a knowledge base without reports."""
    with serving(create_app(Settings(data=tmp_path_factory.mktemp("empty"), model="hash"))) as at:
        yield at
