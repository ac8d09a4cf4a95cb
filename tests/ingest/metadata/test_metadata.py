from datetime import date

import pytest

from corpus.model import Metadata, Page, ReportKind
from ingest.document import Block, Document, Heading, Paragraph, Properties
from ingest.metadata import read_metadata


def metadata_of(
    cover: str = "",
    *,
    title: str | None = None,
    name: str = "rapport.pdf",
    properties: Properties | None = None,
    front: tuple[str, ...] = (),
    headings: tuple[str, ...] = (),
    body: tuple[str, ...] = (),
) -> Metadata:
    pages = (Page(1, None, 1, 1, cover), Page(2, None, 1, 1, "Innehåll"))
    blocks: tuple[Block, ...] = (*(Heading(text, 1) for text in headings), *(Paragraph(text) for text in body))
    return read_metadata(Document(blocks, pages, title, properties or Properties(), front), name)


@pytest.mark.parametrize(
    ("title", "kind", "start", "end"),
    [
        ("Årsredovisning 2021", "annual_report", date(2021, 1, 1), date(2021, 12, 31)),
        ("Delårsrapport januari–augusti 2022", "interim_report", date(2022, 1, 1), date(2022, 8, 31)),
        ("Delårsrapport per april 2021", "interim_report", date(2021, 1, 1), date(2021, 4, 30)),
        ("Delårsrapport 30 juni 2024", "interim_report", date(2024, 1, 1), date(2024, 6, 30)),
        ("Delårsrapport februari 2024", "interim_report", date(2024, 1, 1), date(2024, 2, 29)),
        ("Tertialrapport, tertial 1 2021", "interim_report", date(2021, 1, 1), date(2021, 4, 30)),
        ("Kvartalsrapport Q2 2020", "interim_report", date(2020, 1, 1), date(2020, 6, 30)),
        ("Rapport för tredje kvartalet 2019", "other", date(2019, 1, 1), date(2019, 9, 30)),
        ("Halvårsrapport första halvåret 2023", "interim_report", date(2023, 1, 1), date(2023, 6, 30)),
        ("Återrapportering för 2017", "follow_up", date(2017, 1, 1), date(2017, 12, 31)),
        ("Protokoll den 26 juni 2024", "minutes", date(2024, 6, 26), date(2024, 6, 26)),
        ("Handlingsplan för klimatet 2023–2026", "plan", date(2023, 1, 1), date(2026, 12, 31)),
        ("Mål och budget 2025", "budget", date(2025, 1, 1), date(2025, 12, 31)),
        ("Revisionsberättelse för år 2020", "audit", date(2020, 1, 1), date(2020, 12, 31)),
        ("Regional utvecklingsstrategi 2030", "strategy", date(2030, 1, 1), date(2030, 12, 31)),
        ("Risk- och sårbarhetsanalys 2023-26", "investigation", date(2023, 1, 1), date(2026, 12, 31)),
        ("Befolkningsstatistik 2019", "statistics", date(2019, 1, 1), date(2019, 12, 31)),
    ],
)
def test_kind_and_period_are_read_from_the_title(title: str, kind: ReportKind, start: date, end: date) -> None:
    found = metadata_of(title=title)
    assert found.kind == kind
    assert found.period is not None
    assert (found.period.start, found.period.end) == (start, end)
    assert found.period.text is not None
    assert found.period.text in title


def test_a_word_in_the_covers_text_tells_no_kind() -> None:
    assert metadata_of("Fastighetsmäklare\nArbetet omfattar budget och statistik.").kind == "other"


def test_minutes_are_of_the_day_that_the_first_page_names_within_the_titles_month() -> None:
    found = metadata_of("Protokoll\nJustering den 3 mars 2023\nDATUM: 2023-02-08", title="Protokoll februari 2023")
    assert found.period is not None
    assert found.period.start == date(2023, 2, 8)


def test_a_date_of_decision_or_a_register_is_no_period() -> None:
    found = metadata_of("Fastställd av nämnden den 14 mars 2024. Diarienummer RUN 2024/33", title="Årsredovisning 2023")
    assert found.period is not None
    assert found.period.start.year == 2023


def test_years_that_the_text_speaks_of_are_no_period() -> None:
    found = metadata_of(title="Kartläggning av föreningsliv", body=("År 2015 fanns 40 föreningar.",))
    assert found.period is None


@pytest.mark.parametrize(
    ("cover", "number"),
    [
        ("Dnr KS 2023/449", "KS 2023/449"),
        ("Diarienummer: RS 2021-0123", "RS 2021-0123"),
        ("DNR 2016-00041", "2016-00041"),
        ("Dnr\nRUN 2022/19", "RUN 2022/19"),
        ("Ärendenr 540-1234-2021", "540-1234-2021"),
        ("Beslut 2021-03-04, RS 2021/123", "RS 2021/123"),
        ("RS 2021/123 och KS 2020/7", None),
        ("Rapport om vägar, ISSN 2000-9798", None),
        ("Sida 3/24, läsåret 2020/21", None),
    ],
)
def test_registration_numbers(cover: str, number: str | None) -> None:
    assert metadata_of(cover).registration_number == number


def test_numbers_of_other_matters_in_the_body_are_not_the_reports() -> None:
    assert metadata_of(body=("Se även dnr KS 2020/77.",)).registration_number is None


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        ("Region Norrbottens kulturplan", "Region Norrbotten"),
        ("Region Jämtland Härjedalen", "Region Jämtland Härjedalen"),
        ("Borlänge kommuns analys", "Borlänge kommun"),
        ("Övertorneå kommun", "Övertorneå kommun"),
        ("Göteborgs Stads verksamheter", "Göteborgs Stad"),
        ("SVERIGES RIKSBANK", "Sveriges riksbank"),
        ("Riksbankens protokoll", "Sveriges riksbank"),
        ("Naturvårdsverkets författningssamling", "Naturvårdsverket"),
        ("Länsstyrelsen i Dalarnas län", "Länsstyrelsen i Dalarnas län"),
        ("Post- och telestyrelsen", "Post- och telestyrelsen"),
        ("Stadsrevisionen\nGöteborgs Stad", "Göteborgs Stad, Stadsrevisionen"),
        ("Vår kommun växer", None),
    ],
)
def test_publishers_are_known_by_the_forms_of_their_names(text: str, publisher: str | None) -> None:
    assert metadata_of(text).publisher == publisher


def test_the_body_on_the_cover_outweighs_one_that_is_spoken_of() -> None:
    found = metadata_of("Region Norrland\nÅrsredovisning 2020", body=("Luleå kommun deltog. " * 30,))
    assert found.publisher == "Region Norrland"


def test_an_author_who_is_a_person_is_no_publisher() -> None:
    assert metadata_of(properties=Properties(author="Anna Ek")).publisher is None


@pytest.mark.parametrize(
    ("title", "stated", "cover", "expected"),
    [
        (
            "Delårsrapport april 2021",
            "Microsoft Word - mall.docx",
            "Delårsrapport april 2021",
            "Delårsrapport april 2021",
        ),
        (None, "Microsoft Word - Årsredovisning 2021.docx", "Sida 1", "Årsredovisning 2021"),
        ("Penningpolitiskt", "Penningpolitiskt protokoll", "Penningpolitiskt\nprotokoll\nApril 2018", None),
        (
            "Protokoll",
            "Protokoll från mötet den 7 maj 2024",
            "Protokoll\nMaj 2024",
            "Protokoll från mötet den 7 maj 2024",
        ),
        ("Kulturplan", "Untitled", "Kulturplan\n2023–2026", "Kulturplan 2023–2026"),
        (None, None, "Region Norrland\nÅrsredovisning 2023\nNämnden", "Årsredovisning 2023"),
        (None, None, "", "delarsrapport 2021"),
    ],
)
def test_the_most_telling_title_is_taken(
    title: str | None, stated: str | None, cover: str, expected: str | None
) -> None:
    found = metadata_of(cover, title=title, properties=Properties(stated), name="delarsrapport_2021.pdf")
    assert found.title == (expected or "Penningpolitiskt protokoll april 2018")


def test_the_language_is_the_files_own_and_else_swedish() -> None:
    assert metadata_of(properties=Properties(language="en-GB")).language == "en"
    assert metadata_of().language == "sv"


def test_there_is_always_a_title() -> None:
    assert read_metadata(Document((), ()), ".pdf").title
