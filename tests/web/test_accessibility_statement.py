"""The accessibility statement says what the settings say, and plainly what they do not."""

from dataclasses import replace

from fastapi.testclient import TestClient
from lxml import html as lxml_html

from corpus.settings import Settings, load
from tests.library import HERE
from web.app import create_app


def said(settings: Settings) -> str:
    with TestClient(create_app(settings), base_url=HERE) as site:
        return " ".join(
            lxml_html.fromstring(site.get("/tillganglighet").text).xpath("//main")[0].text_content().split()
        )


def test_what_is_not_filled_in_is_said_to_be(knowledge_base: Settings) -> None:
    shown = said(knowledge_base)
    assert "Organisationej ifylld Kontaktej ifylld Senast bedömdej ifylld" in shown
    assert "Kända brister: ej ifylld" in shown
    assert "Redogörelsen är inte färdig" in shown


def test_what_the_settings_say_stands_there(knowledge_base: Settings) -> None:
    given = load(
        {
            "ARSRINGAR_ACCESSIBILITY_ORGANISATION": "Region Norrbotten",
            "ARSRINGAR_ACCESSIBILITY_CONTACT": "tillganglighet@region.example",
            "ARSRINGAR_ACCESSIBILITY_DATE": "2026-11-28",
            "ARSRINGAR_ACCESSIBILITY_SHORTCOMINGS": "Äldre PDF:er saknar taggar; <b>Kartor</b> saknar text;",
        }
    )
    shown = said(replace(given, data=knowledge_base.data, model="hash"))
    assert "Kontakta Region Norrbotten: tillganglighet@region.example." in shown
    assert "Senast bedömd2026-11-28" in shown
    assert "Äldre PDF:er saknar taggar <b>Kartor</b> saknar text Hur du får" in shown
    assert "ej ifylld" not in shown
    assert "inte färdig" not in shown
