"""What the search page tells of a question, how it is undone, and how hits are spread and limited."""

from collections import Counter
from urllib.parse import parse_qs, quote, urlsplit

from fastapi.testclient import TestClient
from lxml import html as lxml_html

from tests.library import SCRIPT


def page(site: TestClient, path: str, status: int = 200) -> lxml_html.HtmlElement:
    answer = site.get(path)
    assert answer.status_code == status, answer.text
    return lxml_html.fromstring(answer.text)


def text_of(element: lxml_html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def chips(shown: lxml_html.HtmlElement) -> dict[str, str]:
    """What each chip says, and where its link leads."""
    return {
        text_of(chip.xpath("./span")[0]): chip.xpath("./a/@href")[0] for chip in shown.xpath("//ul[@class='chips']/li")
    }


def reports_of(shown: lxml_html.HtmlElement) -> list[str]:
    return [urlsplit(href).path for href in shown.xpath("//li[@class='hit']//h2/a/@href")]


def test_what_is_understood_is_shown_and_undone_with_one_link(site: TestClient) -> None:
    asked = 'hur många i Luleå 2019–2021 "bredband" -fiber'
    shown = chips(page(site, f"/?q={quote(asked)}"))
    assert list(shown) == [
        "Söker ett tal: hur många", "Plats: Luleå", "År: 2019–2021", "Exakt fras: ”bredband”", "Utan: fiber",
    ]  # fmt: skip
    undone = shown["Plats: Luleå"]
    assert parse_qs(urlsplit(undone).query) == {"q": [asked], "bortse": ["place:Luleå"]}
    again = chips(page(site, undone))
    assert "Plats: Luleå (används inte)" in again
    assert parse_qs(urlsplit(again["Plats: Luleå (används inte)"]).query) == {"q": [asked]}
    both = parse_qs(urlsplit(again["Utan: fiber"]).query)
    assert both["bortse"] == ["place:Luleå", "without:fiber"]


def test_a_word_not_wanted_is_in_no_hit_until_it_is_taken_back(site: TestClient) -> None:
    without = page(site, f"/?q={quote('bredband -Övertorneå')}")
    assert without.xpath("//li[@class='hit']")
    assert all("Övertorneå" not in text_of(hit) for hit in without.xpath("//li[@class='hit']"))
    back = page(site, chips(without)["Utan: Övertorneå"])
    assert any("Övertorneå" in text_of(hit) for hit in back.xpath("//li[@class='hit']"))


def test_a_phrase_taken_back_is_searched_word_by_word(site: TestClient) -> None:
    phrase = page(site, f"/?q={quote('”bredband kvastar”')}")
    assert "Inga träffar" in text_of(phrase)
    href = chips(phrase)["Exakt fras: ”bredband kvastar”"]
    assert phrase.xpath("//div[@class='notice']//a[starts-with(text(), 'Sök orden var för sig')]/@href") == [href]
    assert page(site, href).xpath("//li[@class='hit']")


def test_a_question_of_unwanted_words_alone_says_so(site: TestClient) -> None:
    assert "bara vad som inte ska vara med" in text_of(page(site, "/?q=-vatten", status=422))


def test_limits_are_chips_that_take_themselves_away(site: TestClient) -> None:
    shown = chips(page(site, "/?q=bredband&fran=2017&till=2021&utgivare=Region+Norrbotten"))
    assert shown == {
        "Rapportens år: 2017–2021": "/?q=bredband&utgivare=Region+Norrbotten",
        "Utgivare: Region Norrbotten": "/?q=bredband&fran=2017&till=2021",
    }


def test_an_unsure_answer_says_so_before_the_nearest_passages_and_offers_the_spelling(site: TestClient) -> None:
    shown = page(site, f"/?q={quote('hemliga ubåttar vid Mallorca nära Overtornea')}")
    notice = shown.xpath("//div[@class='notice']")[0]
    assert text_of(notice.xpath("./h2")[0]) == "Inget säkert svar"
    assert "Övertorneå" in text_of(notice.xpath(".//p[@class='spelling']/a")[0])
    assert notice.xpath("following-sibling::ol[contains(@class, 'hits')]")
    assert not shown.xpath("//aside")


def test_no_report_fills_the_page_and_the_rest_of_it_is_one_link_away(site: TestClient) -> None:
    shown = page(site, "/?q=region")
    assert max(Counter(reports_of(shown)).values()) <= 3
    further = shown.xpath("//a[starts-with(text(), 'Fler från samma rapport')]/@href")
    assert further
    limited = page(site, further[0])
    assert len(set(reports_of(limited))) == 1
    assert len(reports_of(limited)) > 3
    (chip,) = chips(limited).items()
    assert chip[0].startswith("Bara i: ")
    assert chip[1] == "/?q=region"


def test_facets_count_the_hits_and_limit_the_search(site: TestClient) -> None:
    shown = page(site, "/?q=bredband")
    titles = [text_of(title) for title in shown.xpath("//aside//h3")]
    assert titles == ["År", "Slag av rapport", "Utgivare", "Plats", "Projekt"]
    counted = int("".join(filter(str.isdigit, text_of(shown.xpath("//aside/p")[0]))))
    kinds = shown.xpath("//aside//h3[text()='Slag av rapport']/following-sibling::ul[1]/li")
    assert sum(int(text_of(kind.xpath("./span")[0])) for kind in kinds) == counted
    href = shown.xpath("//aside//a[text()='Övertorneå']/@href")[0]
    assert href == f"/?q=bredband&plats={quote('Övertorneå')}"
    limited = page(site, href)
    assert all("Övertorneå" in text_of(hit) for hit in limited.xpath("//li[@class='hit']"))
    assert "Plats" not in [text_of(title) for title in limited.xpath("//aside//h3")]


def test_a_project_limits_the_search_to_what_names_it(site: TestClient) -> None:
    shown = page(site, "/?q=bredband")
    first = shown.xpath("//aside//h3[text()='Projekt']/following-sibling::ul[1]/li[1]/a")[0]
    limited = page(site, first.get("href"))
    hits = limited.xpath("//li[@class='hit']")
    assert hits
    assert all(text_of(first).lower() in text_of(hit).lower() for hit in hits)


def test_a_project_that_the_question_names_leads_to_its_page(site: TestClient) -> None:
    shown = page(site, f"/?q={quote('hur går det för fiber i glesbygd')}")
    (link,) = shown.xpath("//p[starts-with(text(), 'Allt som rapporterna säger om projektet')]/a")
    assert text_of(link) == "Fiber i glesbygd"
    assert text_of(page(site, link.get("href")).xpath("//h1")[0])
    # What only nearly is a name is offered as a spelling.
    near = page(site, f"/?q={quote('fibber i glesbygd')}")
    assert not near.xpath("//p[starts-with(text(), 'Allt som')]")
    assert text_of(near.xpath("//p[@class='spelling']/a")[0]) == "Fiber i glesbygd"


def test_hidden_limits_go_with_the_form(site: TestClient) -> None:
    form = page(site, f"/?q=bredband&projekt=Fiberlyftet&bortse={quote(SCRIPT)}").xpath("//form[@role='search']")[0]
    hidden = {field.get("name"): field.get("value") for field in form.xpath(".//input[@type='hidden']")}
    assert hidden == {"projekt": "Fiberlyftet", "bortse": SCRIPT}


def test_a_report_that_is_none_is_said(site: TestClient) -> None:
    assert "”finns-inte”" in text_of(page(site, "/?q=bredband&rapport=finns-inte", status=404))


def test_a_passage_leads_to_those_like_it(site: TestClient) -> None:
    hit = page(site, "/?q=bredband").xpath("//li[@class='hit']")[0]
    href = hit.xpath(".//a[starts-with(text(), 'Liknande stycken')]/@href")[0]
    shown = page(site, href)
    assert text_of(shown.xpath("//h1")[0]) == "Liknande stycken"
    hits = shown.xpath("//li[@class='hit']")
    assert hits
    assert max(Counter(reports_of(shown)).values()) <= 2
    assert href not in shown.xpath("//li[@class='hit']//a/@href")


def test_a_passage_that_is_none_has_none_like_it(site: TestClient) -> None:
    assert "finns inte i kunskapsbasen" in text_of(page(site, "/liknande/finns-inte", status=404))
    assert "finns inte i kunskapsbasen" in text_of(page(site, f"/liknande/{'x' * 3000}", status=404))
