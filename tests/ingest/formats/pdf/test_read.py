import json
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.errors import LimitExceeded, UnreadableFile
from corpus.settings import Settings
from ingest.document import Document, Heading, Paragraph, TableBlock
from ingest.formats.pdf import read
from tests.ingest.bad_files import encrypted_pdf, pageless_pdf
from tests.ingest.formats.pdf.small_pdfs import Shown, made_pdf, paragraph

SETTINGS = Settings()
BODY = paragraph(
    "Under året byggdes bredband ut i hela länet och allt fler hushåll fick till-",
    "gång till fiber. Utbyggnaden går vidare nästa år med stöd från staten och",
    "kommunerna. De små-",
    "och medelstora företagen märker skillnaden.",
)


def headings(document: Document) -> list[tuple[int, str]]:
    return [(b.level, b.text) for b in document.blocks if isinstance(b, Heading)]


def paragraphs(document: Document) -> list[str]:
    return [b.text for b in document.blocks if isinstance(b, Paragraph)]


def test_lines_are_rejoined_and_hyphens_mended() -> None:
    (text,) = paragraphs(read(made_pdf(BODY), "a.pdf", SETTINGS))
    assert "fick tillgång till fiber" in text
    assert "små- och medelstora" in text


@pytest.mark.parametrize("slant", [0.0, 0.33])
def test_the_pen_moving_on_is_a_space_even_between_slanted_glyphs(slant: float) -> None:
    line = Shown("Den 15 december beslutade direktionen att höja.", 72, 700, slant=slant, moves=0.26)
    assert paragraphs(read(made_pdf((line,)), "a.pdf", SETTINGS)) == ["Den 15 december beslutade direktionen att höja."]


def test_kerning_is_no_space() -> None:
    line = Shown("för- tro- ende- val da", 72, 700, moves=0.08)
    assert paragraphs(read(made_pdf((line,)), "a.pdf", SETTINGS)) == ["för-tro-ende-valda"]


def test_every_word_has_its_place() -> None:
    (block,) = read(made_pdf(BODY), "a.pdf", SETTINGS).blocks
    assert isinstance(block, Paragraph)
    words = [block.text[span.start : span.end] for span in block.spans]
    assert words[:3] == ["Under", "året", "byggdes"]
    assert "".join(words) == block.text.replace(" ", "")
    first = block.spans[0].box
    # Helvetica's "Under" is 7.94 + 6.12 + 6.12 + 6.12 + 3.66 points wide at 11 points, its baseline at 842 - 700.
    assert first.page == 1
    assert (first.x0, first.x1) == pytest.approx((72, 101.9), abs=0.3)
    assert first.top < 142 - 7 < 142 < first.bottom


def test_headings_by_number_and_style() -> None:
    sheet = (
        Shown("1 Inledning", 72, 770, 20, bold=True),
        *paragraph("En text som fyller en hel rad av sidan och som fortsätter på nästa rad med mer", y=740),
        *paragraph("ord än så.", y=726),
        Shown("1.1 Bakgrund", 72, 690, 14, bold=True),
        *BODY[:0],
        *paragraph("Ännu en text som fyller en hel rad av sidan och som tar slut här efter orden.", y=665),
        Shown("Bredband", 72, 630, 11, bold=True),
        *paragraph("En tredje text som fyller en hel rad av sidan och som tar slut här efter orden.", y=610),
    )
    second = (Shown("2 Ekonomi", 72, 770, 20, bold=True), *paragraph("Slutet av rapporten står här.", y=740))
    first_page = (Shown("Årsredovisning 2021", 72, 500, 30, bold=True),)
    document = read(made_pdf(first_page, sheet, second), "a.pdf", SETTINGS)
    assert document.title == "Årsredovisning 2021"
    assert headings(document) == [(1, "1 Inledning"), (2, "1.1 Bakgrund"), (3, "Bredband"), (1, "2 Ekonomi")]


def test_running_lines_and_page_numbers_are_set_aside() -> None:
    sheets = [
        (
            Shown("Region Prov", 72, 800, 9),
            *paragraph(f"Stycket med nummer {number} säger något eget om året.", y=600),
            Shown(f"Sida {number} (4)", 500, 30, 9),
        )
        for number in range(1, 5)
    ]
    document = read(made_pdf(*sheets), "a.pdf", SETTINGS)
    assert [p.printed for p in document.pages] == ["1", "2", "3", "4"]
    assert not any("Region Prov" in text or "Sida" in text for text in paragraphs(document))
    assert "Region Prov" in document.front_matter


def test_a_paragraph_goes_on_over_the_page_break() -> None:
    first = paragraph("Texten börjar på en sida och den sista raden är full av ord som inte", y=100)
    second = paragraph("tar slut förrän på nästa sida.", y=780)
    document = read(made_pdf(first, second), "a.pdf", SETTINGS)
    assert paragraphs(document) == [
        "Texten börjar på en sida och den sista raden är full av ord som inte tar slut förrän på nästa sida."
    ]
    assert document.blocks[0].source.pages == (1, 2)


@pytest.mark.parametrize(("turns", "width", "height"), [(90, 842, 595), (180, 595, 842), (270, 842, 595)])
def test_places_are_those_of_the_displayed_page(turns: int, width: float, height: float) -> None:
    document = read(made_pdf(BODY, page_entries=b"/Rotate %d" % turns), "a.pdf", SETTINGS)
    page = document.pages[0]
    assert (page.width, page.height) == (width, height)
    boxes = [span.box for b in document.blocks if isinstance(b, Paragraph) for span in b.spans]
    assert all(0 <= b.x0 < b.x1 <= width and 0 <= b.top < b.bottom <= height for b in boxes)


def test_the_crop_box_moves_the_origin() -> None:
    document = read(made_pdf(BODY, page_entries=b"/CropBox [52 100 500 800]"), "a.pdf", SETTINGS)
    (block,) = document.blocks
    assert isinstance(block, Paragraph)
    assert block.spans[0].box.x0 == pytest.approx(20, abs=0.3)
    assert document.pages[0].width == 448


def test_the_pages_own_text_shows_where_a_line_ended_with_a_hyphen() -> None:
    page = read(made_pdf(BODY), "a.pdf", SETTINGS).pages[0]
    assert "till-\ngång" in page.text
    assert "\ufffe" not in page.text
    assert "\x02" not in page.text


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (lambda: b"En textfil som heter pdf.", "not_a_pdf"),
        (lambda: b"", "not_a_pdf"),
        (lambda: b"%PDF-1.7\nskr\xe4p", "damaged"),
        (encrypted_pdf, "encrypted"),
        (pageless_pdf, "no_pages"),
    ],
)
def test_files_that_cannot_be_read_say_why(content: Callable[[], bytes], reason: str) -> None:
    with pytest.raises(UnreadableFile, match=r"a\.pdf: .+\.") as caught:
        read(content(), "a.pdf", SETTINGS)
    assert caught.value.reason == reason


def test_an_empty_password_opens_the_file() -> None:
    assert len(read(encrypted_pdf(b""), "a.pdf", SETTINGS).pages) == 1


def test_too_many_pages_are_refused() -> None:
    with pytest.raises(LimitExceeded, match="3 sidor"):
        read(made_pdf(BODY, BODY, BODY), "a.pdf", Settings(max_pages=2))


def test_letters_of_a_ligature_stay_in_their_word(samples: Path) -> None:
    document = read((samples / "arsredovisning-2022.pdf").read_bytes(), "a.pdf", SETTINGS)
    assert "Ett tillgängligt län" in [text for _, text in headings(document)]


@pytest.mark.parametrize(("year", "tables"), [(2018, 4), (2020, 3)])
def test_sample_reports_keep_their_chapters_and_goal_tables(samples: Path, year: int, tables: int) -> None:
    path = samples / f"arsredovisning-{year}.pdf"
    document = read(path.read_bytes(), path.name, SETTINGS)
    assert document.title == f"Årsredovisning {year}"
    assert document.problems == ()
    found = [text for _, text in headings(document)]
    assert any(text.endswith("Ett sammanhållet län") for text in found)
    goals = [
        b for b in document.blocks if isinstance(b, TableBlock) and b.header[:2] == ("Framgångsfaktor", "Styrmått")
    ]
    # Some run over a page; each is whole.
    assert len(goals) == tables
    assert {row[4] for table in goals for row in table.rows} <= {"●", "◇", "○", ""}
    assert all(len(row) == 6 for table in goals for row in table.rows)


@pytest.mark.parametrize("name", ["r1_chrome_tagged", "r2_lo_untagged", "r3_weasy_untagged"])
def test_generated_reports_give_all_their_headings(shared: Path, name: str) -> None:
    truth = json.loads((shared / "eval" / "pdfset" / f"{name}.gt.json").read_text(encoding="utf-8"))
    wanted = [b["text"] for b in truth["blocks"] if b["type"] == "heading"]
    document = read((shared / "eval" / "pdfset" / f"{name}.pdf").read_bytes(), name, SETTINGS)
    found = [text for _, text in headings(document) if text != "Innehåll"]
    assert found == wanted
