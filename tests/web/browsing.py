"""Pages opened in a real browser, which fails the test for what it asks elsewhere and what it complains of."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page


@contextmanager
def opened(
    browser: Browser,
    address: str,
    *,
    width: int = 1280,
    scripts: bool = True,
    motion: Literal["reduce", "no-preference"] = "no-preference",
) -> Iterator[Page]:
    """A fresh page on which every address outside the server fails the test, and every complaint of the browser."""
    context = browser.new_context(
        base_url=address,
        viewport={"width": width, "height": 800},
        java_script_enabled=scripts,
        permissions=["clipboard-read", "clipboard-write"],
        reduced_motion=motion,
    )
    asked: list[str] = []
    complaints: list[str] = []
    context.on("request", lambda request: asked.append(urlsplit(request.url).netloc))
    context.on("console", lambda message: complaints.append(message.text))
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    try:
        yield context.new_page()
    finally:
        context.close()
    assert set(asked) == {urlsplit(address).netloc}
    assert [said for said in complaints if "status of 4" not in said] == []
