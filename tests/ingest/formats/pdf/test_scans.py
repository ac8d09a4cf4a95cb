"""Pages and pictures without a text layer: read where Tesseract is, told of in any case."""

import io
import re
import tempfile
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PIL import Image

from corpus.model import Problem
from corpus.settings import Settings
from ingest.document import Document, Heading, Paragraph, Picture
from ingest.formats.pdf import read
from ingest.heartbeat import watched
from ingest.sections import assemble
from tests.ingest.formats.pdf.small_pdfs import made_pdf, paragraph
from tests.ingest.ocr.scans import READ, page_with, pictures_of, require_tesseract, scan_of, stand_in, text_in_a_picture

SETTINGS = Settings()
SCAN = scan_of(Image.new("L", (1654, 2339), 255))
TEXT = paragraph("Kommunen byggde vägar under året.", "Nästa år byggs broar.")
WORDS = re.compile(r"\w+")


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(stand_in(tmp_path / "bin")))


@pytest.fixture
def nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))


def codes(document: Document) -> list[tuple[str, int | None]]:
    return [(problem.code, problem.page) for problem in document.problems]


def paragraphs(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


@pytest.mark.usefixtures("program")
def test_a_scan_is_read_laid_out_and_marked() -> None:
    document = read(SCAN, "a.pdf", SETTINGS)
    assert document.title == "Snöröjning"
    (text,) = document.blocks
    assert isinstance(text, Paragraph)
    assert text.text == "Kommunen plogade alla gångvägar under januari 2021."
    assert [page.ocr for page in document.pages] == [True]
    assert document.pages[0].text.split("\n") == [
        "Snöröjning", "Kommunen plogade alla gång-", "vägar under januari 2021."
    ]  # fmt: skip
    # "Kommunen" begins 300 dots from the left at 300 dots an inch.
    assert text.spans[0].box.x0 == pytest.approx(72, abs=0.1)
    assert codes(document) == [("read_by_ocr", 1)]
    assert "sidan 1" in document.problems[0].message


@pytest.mark.usefixtures("nothing")
def test_without_tesseract_it_is_said_how_to_get_it_and_nothing_else_changes() -> None:
    document = read(SCAN, "a.pdf", SETTINGS)
    (problem,) = document.problems
    assert problem == Problem(
        "no_text_layer",
        "a.pdf, sidan 1: sidan är en bild utan textlager. För att få den läst: installera Tesseract med svenska "
        "(Debians paket tesseract-ocr och tesseract-ocr-swe) och läs in filen igen.",
        1,
    )
    assert document.blocks == ()
    assert not document.pages[0].ocr


def test_tesseract_can_be_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(stand_in(tmp_path / "bin", before="exit 1")))
    document = read(SCAN, "a.pdf", Settings(ocr="off"))
    assert codes(document) == [("no_text_layer", 1)]
    assert "ARSRINGAR_OCR=auto" in document.problems[0].message


def test_a_page_of_text_is_never_shown_to_tesseract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(stand_in(tmp_path / "bin", before=f": > {tmp_path}/called")))
    document = read(made_pdf(TEXT), "a.pdf", SETTINGS)
    assert document.problems == ()
    assert not document.pages[0].ocr
    assert not (tmp_path / "called").exists()


def test_a_hanging_tesseract_costs_its_page_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    once = f"if [ ! -e {tmp_path}/hung ]; then : > {tmp_path}/hung; exec $sleep 60; fi"
    monkeypatch.setenv("PATH", str(stand_in(tmp_path / "bin", before=once)))
    blank = Image.new("L", (1654, 2339), 255)
    document = read(scan_of(blank, blank), "a.pdf", Settings(page_seconds=4.0))
    assert codes(document) == [("ocr_failed", 1), ("read_by_ocr", 2)]
    assert "ARSRINGAR_PAGE_SECONDS" in document.problems[0].message
    assert [page.ocr for page in document.pages] == [False, True]
    assert len(paragraphs(document)) == 1


def test_whoever_watches_hears_that_a_page_is_being_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(stand_in(tmp_path / "bin", before="$sleep 2.5")))
    blank = Image.new("L", (1654, 2339), 255)
    heard: list[tuple[int, int]] = []
    with watched(lambda done, pages: heard.append((done, pages))):
        read(scan_of(blank, blank), "a.pdf", SETTINGS)
    assert list(dict.fromkeys(heard)) == [(0, 2), (1, 2), (2, 2)]
    assert heard == sorted(heard)
    assert heard.count((0, 2)) >= 3


@pytest.mark.usefixtures("program")
def test_nothing_is_left_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setenv("TMPDIR", str(scratch))
    monkeypatch.setattr(tempfile, "tempdir", None)
    before = set(Path.cwd().iterdir())
    read(SCAN, "a.pdf", SETTINGS)
    assert list(scratch.iterdir()) == []
    assert set(Path.cwd().iterdir()) == before


def test_an_unsure_text_is_called_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    unsure = READ.replace("x_wconf 95", "x_wconf 61")
    monkeypatch.setenv("PATH", str(stand_in(tmp_path / "bin", reads=unsure)))
    document = read(SCAN, "a.pdf", SETTINGS)
    assert codes(document) == [("ocr_unsure", 1)]
    assert "61 procents säkerhet" in document.problems[0].message


@pytest.mark.usefixtures("program")
def test_text_in_a_picture_is_the_picture_s_and_never_running_text() -> None:
    document = read(page_with(text_in_a_picture(), (72, 300, 450, 288), "Vägarna byggdes."), "a.pdf", SETTINGS)
    assert paragraphs(document) == ["Vägarna byggdes."]
    (picture,) = [block for block in document.blocks if isinstance(block, Picture)]
    assert picture.ocr
    assert picture.text.startswith("Snöröjning\nKommunen")
    assert codes(document) == [("image_read_by_ocr", 1)]
    assert not document.pages[0].ocr
    (illustration,) = assemble(document, "a.pdf").illustrations
    assert (illustration.ocr, illustration.text) == (True, picture.text)


@pytest.mark.usefixtures("nothing")
def test_without_tesseract_a_picture_that_holds_text_is_told_of_and_a_photograph_is_not() -> None:
    at = (72, 300, 450, 288)
    document = read(page_with(text_in_a_picture(), at, "Vägarna byggdes."), "a.pdf", SETTINGS)
    assert codes(document) == [("image_not_read", 1)]
    assert "tesseract-ocr-swe" in document.problems[0].message
    shaded = Image.radial_gradient("L").resize((1000, 640))
    assert codes(read(page_with(shaded, at, "Vägarna byggdes."), "a.pdf", SETTINGS)) == []


@pytest.mark.usefixtures("program")
def test_a_picture_under_the_text_layer_s_own_words_is_a_background() -> None:
    lines = [f"Rad {number} om vägar och broar" for number in range(30)]
    document = read(page_with(text_in_a_picture(), (72, 380, 450, 400), *lines), "a.pdf", SETTINGS)
    assert codes(document) == []


@pytest.mark.usefixtures("program")
def test_a_scan_with_a_stamp_is_a_scan(samples: Path) -> None:
    (page,) = pictures_of(samples / "norrbotten-2017.pdf", (3,))
    stamped = read(page_with(page, (0, 0, 595, 842), "Dnr 7"), "a.pdf", SETTINGS)
    assert codes(stamped) == [("read_by_ocr", 1)]
    assert paragraphs(stamped) == ["Kommunen plogade alla gångvägar under januari 2021."]


def test_a_stamped_page_on_which_not_more_is_read_keeps_its_text(
    samples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    called = tmp_path / "called"
    monkeypatch.setenv("PATH", str(stand_in(tmp_path / "bin", reads="<html/>", before=f": > {called}")))
    (page,) = pictures_of(samples / "norrbotten-2017.pdf", (3,))
    kept = read(page_with(page, (0, 0, 595, 842), "Dnr 7 om vägar"), "a.pdf", SETTINGS)
    assert called.exists()
    assert codes(kept) == []
    assert paragraphs(kept) == ["Dnr 7 om vägar"]


@pytest.fixture(scope="module")
def scanned(samples: Path) -> Document:
    """A sample report's third page, scanned, as the real program reads it."""
    require_tesseract()
    return read(scan_of(*pictures_of(samples / "norrbotten-2017.pdf", (3,))), "a.pdf", Settings(page_seconds=120.0))


def test_the_real_program_reads_nearly_every_word_of_a_scanned_report(scanned: Document, samples: Path) -> None:
    document = pdfium.PdfDocument(samples / "norrbotten-2017.pdf")
    own = set(WORDS.findall(document[2].get_textpage().get_text_range()))
    document.close()
    recognised = set(WORDS.findall(scanned.pages[0].text))
    # All but one or two of its 170 different words.
    assert len(own & recognised) >= 0.97 * len(own)
    assert [heading.text for heading in scanned.blocks if isinstance(heading, Heading)][:2] == [
        "Inledning", "Ett nytt uppdrag"
    ]  # fmt: skip
    long = max(paragraphs(scanned), key=len)
    assert len(long) > 300  # Its lines are one paragraph.
    assert codes(scanned) == [("read_by_ocr", 1)]


def test_the_real_program_finds_nothing_on_an_empty_page_and_that_is_said() -> None:
    require_tesseract()
    assert codes(read(SCAN, "a.pdf", Settings(page_seconds=120.0))) == [("ocr_empty", 1)]


def test_a_page_on_its_head_is_read_and_its_words_lie_where_they_are_displayed(
    scanned: Document, samples: Path
) -> None:
    (upright,) = pictures_of(samples / "norrbotten-2017.pdf", (3,))
    turned = read(scan_of(upright.rotate(180)), "a.pdf", Settings(page_seconds=300.0))
    if not turned.pages[0].ocr or codes(turned) != [("read_by_ocr", 1)]:
        pytest.skip("Tesseract's data for how a page is turned is not installed")
    text, other = max(paragraphs(scanned), key=len), max(paragraphs(turned), key=len)
    assert other == text
    width, height = scanned.pages[0].width, scanned.pages[0].height

    def first_box(document: Document) -> tuple[float, float]:
        (block,) = [b for b in document.blocks if isinstance(b, Paragraph) and b.text == text]
        return block.spans[0].box.x0, block.spans[0].box.bottom

    (x0, bottom), (x0_turned, bottom_turned) = first_box(scanned), first_box(turned)
    assert x0_turned > width / 2 > x0
    assert height - bottom_turned == pytest.approx(bottom - 11, abs=6)


def test_a_damaged_picture_is_a_page_without_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    made = io.BytesIO()
    Image.new("L", (1654, 2339), 255).save(made, "PDF", resolution=200)
    content = made.getvalue().replace(b"\xff\xd8\xff", b"\x00\x00\x00")
    assert codes(read(content, "a.pdf", SETTINGS)) == [("no_text_layer", 1)]
