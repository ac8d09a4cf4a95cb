"""Drafts on pages: begun, written, borrowed for, checked and taken out by forms alone; what two who write are told."""

import io
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeAlias
from urllib.parse import urldefrag, urlsplit

import docx
import pytest
from fastapi.testclient import TestClient
from lxml import html as lxml_html

from corpus.settings import Settings
from tests.library import HERE
from tests.web.markup import page, text_of
from web.app import create_app

Html: TypeAlias = lxml_html.HtmlElement
START = {"titel": "Årsredovisning 2025", "ar": "2025", "grund": "tomt"}
DECISION = "Återrapportering 1 – Bredband\nRedovisa hur utbyggnaden går.\n\nÅterrapportering 2 – Klimat\nOm utsläppen."


@pytest.fixture(scope="module")
def writing(knowledge_base: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The site over a copy of the library, which may be written."""
    folder = tmp_path_factory.mktemp("writing") / "data"
    shutil.copytree(knowledge_base.data, folder)
    app = create_app(replace(knowledge_base, data=folder))
    with TestClient(app, base_url=HERE, raise_server_exceptions=False) as opened:
        yield opened


def post(site: TestClient, path: str, fields: Mapping[str, str], status: int = 200) -> tuple[str, Html]:
    """Where a form leads to, and the page there."""
    answer = site.post(path, data=fields)
    assert answer.status_code == status, answer.text
    at = urlsplit(str(answer.url))
    return f"{at.path}?{at.query}" if at.query else at.path, lxml_html.fromstring(answer.text)


def fields_of(shown: Html) -> dict[str, str]:
    """What the editor's form would send as it stands."""
    fields = {}
    for one in shown.xpath("//*[@form='utkast'][@name] | //form[@id='utkast']//input"):
        if one.tag == "textarea":
            fields[one.get("name")] = (one.text or "").removeprefix("\n")
        elif one.tag == "select":
            chosen = one.xpath("./option[@selected]")
            fields[one.get("name")] = chosen[0].get("value") or chosen[0].text
        elif one.tag == "input":
            fields[one.get("name")] = one.get("value") or ""
    return fields


def press(site: TestClient, shown: Html, button: str, status: int = 200, /, **changed: str) -> tuple[str, Html]:
    """Press a button of the editor, some fields changed before."""
    (action,) = shown.xpath("//form[@id='utkast']/@action")
    return post(site, action, {**fields_of(shown), **changed, "gor": button}, status)


@pytest.fixture
def draft(writing: TestClient) -> tuple[str, Html]:
    """A draft with the headings of the report for 2023, at the one for broadband."""
    (report,) = page(writing, "/utkast/nytt").xpath("//option[contains(., '2023')]/@value")
    at, shown = post(writing, "/utkast/nytt", {**START, "grund": "rapport", "rapport": report})
    (href,) = shown.xpath("//nav[@class='outline']//a[normalize-space()='Bredband']/@href")
    return at, page(writing, href)


def offered(shown: Html, beginning: str, kind: str = "text") -> str:
    """The button that borrows what an earlier year wrote."""
    (one,) = [one for one in shown.xpath("//details[@class='earlier']") if text_of(one).startswith(beginning)]
    button: str = one.xpath(f".//button[starts-with(@value, 'lana:{kind}:')]/@value")[0]
    return button


def blocks(shown: Html) -> list[str]:
    return [one.get("id") for one in shown.xpath("//*[@id='stycken']/section")]


def test_the_menu_leads_to_the_drafts(writing: TestClient) -> None:
    shown = page(writing, "/utkast")
    assert [link.get("href") for link in shown.xpath("//nav//a[@aria-current='page']")] == ["/utkast"]
    assert shown.xpath("//a[@href='/utkast/nytt']")


def test_a_site_without_drafts_and_reports_says_how_to_begin(tmp_path_factory: pytest.TempPathFactory) -> None:
    settings = Settings(data=tmp_path_factory.mktemp("empty"), model="hash")
    with TestClient(create_app(settings), base_url=HERE) as site:
        assert "Inga utkast än" in text_of(page(site, "/utkast"))
        assert "inget att låna ur" in text_of(page(site, "/utkast"))
        assert page(site, "/utkast/nytt").xpath("//input[@id='grund-rapport'][@disabled]")
        at, shown = post(site, "/utkast/nytt", START)
        assert "Börja med en rubrik" in text_of(shown)
        _, shown = press(site, shown, "ny-rubrik", **{"ny-rubrik": "Inledning"})
        assert "Inget av det som är inläst" in text_of(shown)
        assert "Utkastet är tomt" not in text_of(page(site, f"{urldefrag(at)[0]}/ladda-ned"))


def test_a_draft_is_begun_from_a_decision_and_unanswered_requirements_are_listed(writing: TestClient) -> None:
    at, shown = post(writing, "/utkast/nytt", {**START, "grund": "beslut", "beslut": DECISION})
    titles = [text_of(one) for one in shown.xpath("//nav[@class='outline']//li/a")]
    assert titles == ["Återrapportering 1 – Bredband", "Återrapportering 2 – Klimat"]
    assert shown.xpath("//textarea[@id='krav']")[0].text.strip() == "Redovisa hur utbyggnaden går."
    assert "Samma rubrik tidigare" in text_of(shown)
    _, shown = press(writing, shown, offered(shown, "2022"))
    exported = page(writing, f"{at}/ladda-ned")
    assert "1 krav är obesvarat." in text_of(exported)
    assert [text_of(one) for one in exported.xpath("//h2[.='Obesvarade krav']/following::ul[1]//a")] == [titles[1]]


def test_a_requirement_of_two_matters_is_offered_both_by_their_names(writing: TestClient) -> None:
    _, shown = post(
        writing, "/utkast/nytt", {**START, "grund": "beslut", "beslut": "Återrapportering 1 – Företagsstöd och kultur"}
    )
    names = [text_of(one) for one in shown.xpath("//details[@class='earlier']/summary")]
    assert {"2023 Årsredovisning: Företagsstöd", "2023 Årsredovisning: Kultur"} <= set(names)


def test_a_decision_is_read_from_a_file(writing: TestClient) -> None:
    files = {"fil": ("beslut.txt", DECISION.encode(), "text/plain")}
    answer = writing.post("/utkast/nytt", data={**START, "grund": "beslut"}, files=files)
    assert answer.status_code == 200
    assert "Återrapportering 2 – Klimat" in answer.text


@pytest.mark.parametrize(
    ("fields", "status", "said"),
    [
        ({"ar": ""}, 422, "vilket år"),
        ({"ar": "20xx"}, 422, "vilket år"),
        ({"fran": "2025-01-01", "till": "igår"}, 422, "ÅÅÅÅ-MM-DD"),
        ({"fran": "2025-05-01", "till": "2025-01-01"}, 422, "före dess början"),
        ({"grund": "beslut", "beslut": ""}, 422, "Klistra in beslutets text"),
        ({"grund": "beslut", "beslut": "Vädret var vackert."}, 422, "inget som ska redovisas"),
        ({"grund": "rapport", "rapport": ""}, 422, "Välj den rapport"),
        ({"grund": "rapport", "rapport": "finnsinte"}, 404, "ingen rapport"),
        ({"titel": "å" * 501}, 413, "för lång"),
    ],
)
def test_what_is_wrong_in_the_start_form_is_said_there(
    writing: TestClient, fields: dict[str, str], status: int, said: str
) -> None:
    _, shown = post(writing, "/utkast/nytt", {**START, **fields}, status)
    assert said in text_of(shown.xpath("//*[@role='alert']")[0])
    assert shown.xpath("//input[@id='ar']/@value")[0] == {**START, **fields}["ar"]


def test_borrowed_words_keep_their_source_while_they_are_edited(writing: TestClient, draft: tuple[str, Html]) -> None:
    _, shown = press(writing, draft[1], offered(draft[1], "2023"))
    (block,) = shown.xpath("//*[@id='stycken']/section")
    assert "Region Ljungmark (2023). Årsredovisning 2023, dnr RUN 2024/33" in text_of(block.xpath(".//cite")[0])
    assert not block.xpath(".//*[@class='tag'][.='Ändrad']")
    text = fields_of(shown)["text-b1"].replace("fyra procentenheter", "två procentenheter")
    _, shown = press(writing, shown, "spara", **{"text-b1": text})
    (block,) = shown.xpath("//*[@id='stycken']/section")
    assert block.xpath(".//*[@class='tag'][.='Ändrad']")
    assert block.xpath(".//del[1]/text()") == ["fyra"]
    assert block.xpath(".//ins[1]/text()") == ["två"]
    assert block.xpath(".//cite")


def test_marks_are_confirmed_one_by_one_or_all_and_their_number_is_said_before_the_file(
    writing: TestClient, draft: tuple[str, Html]
) -> None:
    at, shown = draft
    _, shown = press(writing, shown, offered(shown, "2023"))
    stale = shown.xpath("//button[@class='stale']")
    assert [text_of(one) for one in stale[:2]] == ["Stämmer: I oktober 2023", "Stämmer: 90 procent"]
    count = len(stale)
    _, shown = press(writing, shown, stale[0].get("value"))
    assert len(shown.xpath("//button[@class='stale']")) == count - 1
    exported = page(writing, f"{at}/ladda-ned")
    assert f"{count - 1} uppgifter är inte kontrollerade." in text_of(exported)
    (href,) = exported.xpath("//a[@download]/@href")
    made = docx.Document(io.BytesIO(writing.get(href).content))
    assert len(list(made.comments)) == count - 1
    (every,) = shown.xpath("//button[starts-with(@value, 'stammer-alla:')]/@value")
    _, shown = press(writing, shown, every)
    assert not shown.xpath("//button[@class='stale']")
    assert "Alla lånade uppgifter är kontrollerade." in text_of(page(writing, f"{at}/ladda-ned"))


def test_a_newer_value_is_offered_and_taken_with_its_source(writing: TestClient, draft: tuple[str, Html]) -> None:
    _, shown = press(writing, draft[1], offered(draft[1], "2022"))
    offers = {text_of(one): one.get("value") for one in shown.xpath("//*[@class='offers']//li/button")}
    (said,) = [said for said in offers if said.startswith("Byt 86 procent mot 90 procent")]
    _, shown = press(writing, shown, offers[said])
    fields = fields_of(shown)
    assert "90 procent" in fields["text-b1"]
    assert fields["kalla-b1"].startswith("Region Ljungmark (2023)")


def test_a_table_is_borrowed_whole_or_by_the_row_and_edited_by_the_cell(
    writing: TestClient, draft: tuple[str, Html]
) -> None:
    _, shown = press(writing, draft[1], offered(draft[1], "2023", "table"))
    _, shown = press(writing, shown, offered(shown, "2023", "rows"))
    fields = fields_of(shown)
    assert (fields["cell-b1-0-0"], fields["cell-b1-1-0"], fields["cell-b1-1-1"]) == ("Kommun", "Älvhamra", "91")
    assert "cell-b2-2-0" not in fields
    _, shown = press(writing, shown, "spara", **{"cell-b1-1-1": " 97 "})
    assert fields_of(shown)["cell-b1-1-1"] == "97"
    assert len(shown.xpath("//table//input[not(@aria-label)]")) == 0


def test_a_figure_and_a_hit_of_the_search_are_borrowed(writing: TestClient, draft: tuple[str, Html]) -> None:
    _, shown = press(writing, draft[1], offered(draft[1], "2023", "figure"))
    _, shown = press(writing, shown, "sok", fraga="sjukfrånvaro")
    assert "Träffar på ”sjukfrånvaro”" in text_of(shown)
    hit = shown.xpath("//*[@class='found']/li")[0]
    _, shown = press(writing, shown, hit.xpath(".//button[starts-with(@value, 'lana:words:')]/@value")[0])
    assert next(text_of(one) for one in shown.xpath("//section[contains(@class, 'block')]//h3")) == "Siffra"
    assert len(blocks(shown)) == 2
    assert len(shown.xpath("//section[contains(@class, 'block')]//cite")) == 2


def test_own_text_and_figures_are_added_and_text_in_the_field_is_never_lost(
    writing: TestClient, draft: tuple[str, Html]
) -> None:
    _, shown = press(writing, draft[1], "egen", nytt="Eget stycke.\r\n\r\n• en punkt")
    assert fields_of(shown)["text-b1"] == "Eget stycke.\n\n• en punkt"
    _, shown = press(writing, shown, "egen-siffra", 422, siffra="Antal besök: 64 200")
    assert "varifrån den kommer" in text_of(shown.xpath("//*[@role='alert']")[0])
    assert fields_of(shown)["siffra"] == "Antal besök: 64 200"
    _, shown = press(writing, shown, "egen-siffra", **{"siffra-kalla": "Museets räkning"})
    assert fields_of(shown)["kalla-b2"] == "Museets räkning"
    _, shown = press(writing, shown, "spara", nytt="Skrivet men inte tillagt.")
    assert fields_of(shown)["text-b3"] == "Skrivet men inte tillagt."


def test_blocks_and_headings_are_moved_and_removed(writing: TestClient, draft: tuple[str, Html]) -> None:
    shown = draft[1]
    for text in ("ett", "två", "tre"):
        _, shown = press(writing, shown, "egen", nytt=text)
    _, shown = press(writing, shown, "hoj:b3")
    assert blocks(shown) == ["b1", "b3", "b2"]
    _, shown = press(writing, shown, "flytta:b2:0")
    assert blocks(shown) == ["b2", "b1", "b3"]
    _, shown = press(writing, shown, "sank:b2")
    _, shown = press(writing, shown, "bort:b1")
    assert blocks(shown) == ["b2", "b3"]

    def outline(shown: Html) -> list[str]:
        return [text_of(one) for one in shown.xpath("//nav[@class='outline']//li/a")]

    before = outline(shown)
    at = before.index("Bredband")
    _, shown = press(writing, shown, "rubrik-ned")
    assert outline(shown)[at : at + 2] == ["Kollektivtrafik", "Bredband"]
    _, shown = press(writing, shown, "ny-rubrik", **{"ny-rubrik": "Post"})
    assert outline(shown)[at + 2] == "Post"
    assert text_of(shown.xpath("//nav[@class='outline']//a[@aria-current]")[0]) == "Post"
    _, shown = press(writing, shown, "rubrik-bort")
    assert "Post" not in outline(shown)


def test_heading_state_level_and_the_draft_s_own_title_are_saved(writing: TestClient, draft: tuple[str, Html]) -> None:
    _, shown = press(
        writing, draft[1], "spara", rubriken="Snabbt bredband", niva="3", lage="done", titel="Bokslut", ar="2026"
    )
    fields = fields_of(shown)
    assert (fields["rubriken"], fields["niva"], fields["lage"], fields["titel"], fields["ar"]) == (
        *("Snabbt bredband", "3", "done", "Bokslut", "2026"),
    )
    _, shown = press(writing, shown, "spara", 422, rubriken=" ")
    assert "saknar text" in text_of(shown.xpath("//*[@role='alert']")[0])


def test_undo_goes_back_and_redo_forth(writing: TestClient, draft: tuple[str, Html]) -> None:
    _, shown = press(writing, draft[1], "egen", nytt="ett")

    def step(shown: Html, said: str) -> Html:
        (form,) = [one for one in shown.xpath("//form") if text_of(one) == said]
        return post(writing, form.get("action"), {"utgava": form.xpath("./input/@value")[0]})[1]

    undone = step(shown, "Ångra")
    assert blocks(undone) == []
    assert blocks(step(undone, "Gör om")) == ["b1"]


def test_two_who_edit_are_told_and_nobody_s_words_are_lost(writing: TestClient, draft: tuple[str, Html]) -> None:
    _, mine = press(writing, draft[1], "egen", nytt="Gemensam text.")
    _, theirs = press(writing, mine, "spara", **{"text-b1": "Annas text."})
    _, told = press(writing, mine, "spara", 409, **{"text-b1": "Bos text."})
    assert "Någon annan har ändrat utkastet" in text_of(told.xpath("//*[@role='alert']")[0])
    assert fields_of(told)["text-b1"] == "Bos text."
    (action,) = told.xpath("//form[@id='utkast']/@action")
    assert fields_of(page(writing, action))["text-b1"] == "Annas text."
    _, saved = press(writing, told, "spara")
    assert fields_of(saved)["text-b1"] == "Bos text."
    _, gone = press(writing, saved, "bort:b1")
    _, told = press(writing, theirs, "spara", 409, **{"text-b1": "Cecilias text."})
    assert told.xpath("//textarea[@readonly]")[0].text.strip() == "Cecilias text."
    assert blocks(gone) == blocks(told) == []


def test_what_is_written_is_escaped(writing: TestClient, draft: tuple[str, Html]) -> None:
    script = "</textarea><script>alert(1)</script>"
    _, shown = press(writing, draft[1], "egen", nytt=script, titel=script)
    assert fields_of(shown)["text-b1"] == script
    assert not shown.xpath("//script[contains(., 'alert')]")


def test_a_draft_is_removed_after_which_its_page_says_so(writing: TestClient, draft: tuple[str, Html]) -> None:
    at, shown = draft
    (form,) = [one for one in shown.xpath("//form") if text_of(one) == "Ta bort utkastet"]
    where, _ = post(writing, form.get("action"), {"utgava": form.xpath("./input/@value")[0]})
    assert where == "/utkast"
    assert "Utkastet finns inte" in text_of(page(writing, at, 404))


def test_another_site_cannot_change_a_draft(writing: TestClient, draft: tuple[str, Html]) -> None:
    answer = writing.post(draft[0], data={"utgava": "1"}, headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403


@pytest.mark.parametrize("button", ["roman", "byt:b9:1-2", "lana:roman:1", "flytta:b1:x", "hoj:b9", "ny-rubrik"])
def test_a_button_that_cannot_do_its_thing_says_why_and_keeps_what_was_written(
    writing: TestClient, draft: tuple[str, Html], button: str
) -> None:
    (action,) = draft[1].xpath("//form[@id='utkast']/@action")
    answer = writing.post(action, data={**fields_of(draft[1]), "rubriken": "Ändrad", "gor": button})
    assert answer.status_code in (404, 422)
    shown = lxml_html.fromstring(answer.text)
    assert shown.xpath("//*[@role='alert']")
    assert fields_of(shown)["rubriken"] == "Ändrad"
