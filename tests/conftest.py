"""Fixtures that every test may use."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from corpus.settings import Settings
from tests import library

ROOT = Path(__file__).resolve().parents[1]
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
)


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def samples(root: Path) -> Path:
    """The sample reports, written for this project."""
    return root / "corpus" / "reports"


@pytest.fixture(scope="session")
def shared(root: Path) -> Path:
    """Development material that stands beside the checkout and is no part of it."""
    folder = Path(os.environ.get("ARSRINGAR_SHARED", root.parent / "shared"))
    if not (folder / "eval").is_dir():
        pytest.skip("the development material (real reports and gold) is not beside this checkout")
    return folder


@pytest.fixture(scope="session")
def knowledge_base(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A knowledge base of sample reports and a few awkward ones, made once; `library` says which. Only to be read."""
    return library.make(samples, tmp_path_factory.mktemp("library"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("no program named chromium is installed to show the pages")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        yield opened
        opened.close()
