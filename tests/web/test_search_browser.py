"""Searching and watching in a real browser, with and without JavaScript."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Browser

from api.knowledge import Knowledge
from corpus.settings import Settings
from ingest.pipeline import ingest
from tests.web.browsing import opened
from tests.web.conftest import serving
from web.app import create_app


@pytest.mark.parametrize("scripts", [True, False])
def test_an_understanding_is_undone_and_taken_up_again_with_one_click(
    browser: Browser, address: str, scripts: bool
) -> None:
    asked = 'hur många i Luleå "bredband"'
    with opened(browser, address, scripts=scripts) as page:
        page.goto(f"/?q={quote(asked)}")
        chip = page.locator(".chip", has_text="Plats")
        chip.locator("a").click()
        assert parse_qs(urlsplit(page.url).query) == {"q": [asked], "bortse": ["place:Luleå"]}
        assert page.locator(".chip.unused").inner_text().startswith("Plats: Luleå")
        page.locator(".chip.unused a").click()
        assert parse_qs(urlsplit(page.url).query) == {"q": [asked]}
        assert page.locator(".chip.unused").count() == 0


def test_a_facet_limits_and_its_chip_undoes_it(browser: Browser, address: str) -> None:
    with opened(browser, address, scripts=False) as page:
        page.goto("/?q=bredband")
        page.locator("aside a", has_text="Region Norrbotten").click()
        assert urlsplit(page.url).query == "q=bredband&utgivare=Region+Norrbotten"
        assert page.locator(".hit").count() > 0
        page.locator(".chip", has_text="Utgivare").locator("a").click()
        assert urlsplit(page.url).query == "q=bredband"


@pytest.mark.parametrize(("width", "beside"), [(390, False), (1280, True), (1920, True)])
def test_facets_stand_beside_the_hits_where_there_is_room_and_below_them_elsewhere(
    browser: Browser, address: str, width: int, beside: bool
) -> None:
    with opened(browser, address, width=width) as page:
        page.goto("/?q=bredband")
        hits, facets = page.locator("ol.hits").bounding_box(), page.locator("aside.facets").bounding_box()
        assert hits is not None
        assert facets is not None
        assert (facets["x"] >= hits["x"] + hits["width"]) is beside
        assert (facets["y"] >= hits["y"] + hits["height"]) is not beside
        assert page.get_by_role("link", name="Begränsa urvalet").is_visible() is not beside


@pytest.fixture
def office(tmp_path: Path) -> Iterator[str]:
    """The site over a knowledge base of one report, to be changed."""
    path = tmp_path / "rapport.txt"
    text = "Rapport från Region Norrbotten 2021\n\nBredband\n\nBredband når 55 procent av hushållen i Övertorneå.\n"
    path.write_text(text, encoding="utf-8")
    settings = Settings(data=tmp_path / "data", model="hash", jobs=1)
    with Knowledge.open(settings, create=True) as known:
        ingest([path], known.store, known.encoder, known.publisher, settings)
    with serving(create_app(settings)) as at:
        yield at


def test_a_search_is_watched_and_forgotten_without_javascript(browser: Browser, office: str) -> None:
    with opened(browser, office, scripts=False) as page:
        page.goto("/?q=bredband")
        page.get_by_role("button", name="Bevaka sökningen").click()
        assert urlsplit(page.url).path == "/bevakningar"
        page.get_by_role("link", name="bredband").click()
        page.get_by_role("link", name="Sökningen bevakas").click()
        page.get_by_role("button", name="Ta bort bevakningen av ”bredband”").click()
        page.get_by_role("heading", name="Inget bevakas").wait_for()
