"""Pages asked for without a browser: their markup and what it says."""

from fastapi.testclient import TestClient
from lxml import html


def page(site: TestClient, path: str, status: int = 200) -> html.HtmlElement:
    """The page at a path, which answers with a status."""
    answer = site.get(path)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    return html.fromstring(answer.text)


def text_of(element: html.HtmlElement) -> str:
    """What an element says, on one line."""
    return " ".join(element.text_content().split())
