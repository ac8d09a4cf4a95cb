"""The help page: its pictures are there, its examples can be asked, its commands are the program's."""

import io
import re
from pathlib import Path

from fastapi.testclient import TestClient
from lxml import html as lxml_html
from PIL import Image

from api.commands.program import COMMANDS
from web.pages.guide import PICTURES, SIZE
from web.shortcuts import SHORTCUTS


def guide(site: TestClient) -> lxml_html.HtmlElement:
    answer = site.get("/hjalp")
    assert answer.status_code == 200
    return lxml_html.fromstring(answer.text)


def test_every_picture_is_there_in_its_size_and_told_in_words(site: TestClient) -> None:
    images = guide(site).xpath("//main//img")
    assert len(images) == len(PICTURES)
    for image in images:
        answer = site.get(image.get("src"))
        assert answer.headers["content-type"] == "image/png"
        assert (
            Image.open(io.BytesIO(answer.content)).size == SIZE == (int(image.get("width")), int(image.get("height")))
        )
        assert len(image.get("alt")) > 25


def test_no_picture_lies_there_unused_and_the_readme_shows_one(root: Path) -> None:
    kept = {file.stem for file in (root / "web" / "static" / "pictures").iterdir()}
    assert kept == set(PICTURES)
    shown = re.findall(r"!\[[^]]+\]\(([^)]+)\)", (root / "README.md").read_text(encoding="utf-8"))
    assert len(shown) == 1
    assert all((root / name).is_file() for name in shown)


def test_every_example_can_be_asked(site: TestClient) -> None:
    tips = guide(site).xpath("//dl/dt/a/@href")
    assert len(tips) == 5
    for address in tips:
        assert site.get(address).status_code == 200, address


def test_it_names_every_shortcut_and_only_commands_that_are_there(site: TestClient) -> None:
    shown = guide(site)
    assert shown.xpath("//main//dl//kbd/text()") == [one.key for one in SHORTCUTS]
    said = [text.split()[1] for text in shown.xpath("//main//code/text()")]
    assert said == ["backup", "restore", "remove"]
    assert set(said) <= set(COMMANDS)


def test_every_page_leads_to_it(site: TestClient) -> None:
    for path in ("/", "/rapporter", "/siffror", "/nothing"):
        assert lxml_html.fromstring(site.get(path).text).xpath("//footer//a[text()='Hjälp']/@href") == ["/hjalp"]
