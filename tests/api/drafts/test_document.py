"""The draft as a Word document: read back with python-docx and as XML, and opened by LibreOffice where it is."""

import io
import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

from api.drafts.document import file_name, write
from corpus.drafts import Block, Draft, Heading, Origin, words_of
from corpus.model import Period
from corpus.store import StoredDraft

EARLIER = Period(date(2023, 1, 1), date(2023, 12, 31), "2023")
YEAR = Period(date(2025, 1, 1), date(2025, 12, 31), "2025")
SAID = "Nio hållplatser blev klara under året.\n\n• en i Gråfors\n• Kompetensbryggan 2"
CITATION = "Region Ljungmark (2023). Årsredovisning 2023, s. 6"


def borrowed(block: Block) -> Block:
    words = words_of(block)
    return replace(block, origin=Origin("a" * 12, 1, "a-1-s1", 6, CITATION, words, words, EARLIER))


STRETCH = borrowed(Block("b1", "stretch", SAID))
ROWS = borrowed(Block("b2", "rows", "Tabell 1. Bredband", ("Kommun", "2023"), (("Älvhamra", "95"), ("Ö & <b>", "7"))))
OWN = Block("b3", "text", "## Läget\n\nEget\x01 stycke.")
FIGURE = Block("b4", "figure", "Antal besök 2025: 64 200", note="Museets räkning")
CHANGED = replace(STRETCH, id="b5", text="Tolv hållplatser blev klara under året.")
DRAFT = Draft(
    "Årsredovisning 2025",
    YEAR,
    (
        Heading("h1", "Ett tillgängligt län", 1, blocks=(OWN,)),
        Heading("h2", "Kollektivtrafik", 3, blocks=(STRETCH, ROWS, FIGURE, CHANGED)),
        Heading("h3", "Klimat", 1, requirement="Redovisa utsläppen."),
    ),
)


def stored(draft: Draft) -> StoredDraft:
    at = "2026-01-02T03:04:05+00:00"
    return StoredDraft("d" * 12, 3, 2, None, at, at, draft)


@pytest.fixture(scope="module")
def written() -> bytes:
    return write(stored(DRAFT), lambda report_id: ("Kompetensbryggan 2",))


@pytest.fixture(scope="module")
def document(written: bytes) -> Document:
    return docx.Document(io.BytesIO(written))


def xml(written: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(written)) as file:
        return etree.fromstring(file.read(name))


def test_headings_are_words_own_and_no_level_is_passed_over(document: Document) -> None:
    named = [(p.style.name, p.text) for p in document.paragraphs if p.style and p.style.name != "Normal" and p.text]
    assert named == [
        ("Title", "Årsredovisning 2025"),
        ("Heading 1", "Ett tillgängligt län"),
        ("Heading 2", "Läget"),
        ("Heading 2", "Kollektivtrafik"),
        ("List Bullet", "en i Gråfors"),
        ("List Bullet", "Kompetensbryggan 2"),
        ("Caption", "Tabell 1. Bredband"),
        ("Heading 1", "Klimat"),
    ]


def test_sources_are_footnotes_in_order(written: bytes) -> None:
    notes = {
        note.get(qn("w:id")): "".join(note.itertext()).strip()
        for note in xml(written, "word/footnotes.xml").iter(qn("w:footnote"))
    }
    assert list(notes) == ["-1", "0", "1", "2", "3", "4"]
    assert [notes[number] for number in "1234"] == [
        CITATION,
        CITATION,
        "Museets räkning",
        f"Bearbetat efter {CITATION}",
    ]
    body = xml(written, "word/document.xml")
    assert [mark.get(qn("w:id")) for mark in body.iter(qn("w:footnoteReference"))] == ["1", "2", "3", "4"]
    held = [
        "".join(t.text for t in mark.iterancestors(qn("w:p")).__next__().iter(qn("w:t")))
        for mark in body.iter(qn("w:footnoteReference"))
    ]
    assert held == [
        "Kompetensbryggan 2",
        "Tabell 1. Bredband",
        "Antal besök 2025: 64 200",
        "Tolv hållplatser blev klara under året.",
    ]


def test_a_table_s_header_row_is_marked(document: Document) -> None:
    (table,) = document.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Kommun", "2023"],
        ["Älvhamra", "95"],
        ["Ö & <b>", "7"],
    ]
    headers = [row._tr.trPr is not None and row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
    assert headers == [True, False, False]


def test_what_is_not_checked_and_not_answered_are_comments_on_the_very_words(document: Document) -> None:
    said = [comment.text for comment in document.comments]
    assert [text.split("”")[1] if "”" in text else text for text in said] == [
        "Nio",
        "under året",
        "2023",
        "95",
        "7",
        "under året",
        "Obesvarat krav: Redovisa utsläppen.",
    ]
    assert {comment.author for comment in document.comments} == {"Årsringar"}
    body = document.element.body
    inside = [
        start.getnext().findtext(qn("w:t")) for start in body.iter(qn("w:commentRangeStart")) if start is not None
    ]
    assert inside == ["Nio", "under året", "2023", "95", "7", "under året", "Klimat"]


def test_what_the_writer_confirmed_is_no_comment() -> None:
    settled = replace(STRETCH, settled=("0-3",))
    draft = replace(DRAFT, headings=(replace(DRAFT.headings[1], blocks=(settled,)),))
    made = docx.Document(io.BytesIO(write(stored(draft), lambda report_id: ())))
    assert [comment.text.split("”")[1] for comment in made.comments] == ["under året", "2"]


def test_title_and_language_are_set(document: Document, written: bytes) -> None:
    assert document.core_properties.title == "Årsredovisning 2025"
    assert document.core_properties.language == "sv-SE"
    defaults = xml(written, "word/styles.xml").find(f".//{qn('w:docDefaults')}//{qn('w:lang')}")
    assert defaults is not None
    assert defaults.get(qn("w:val")) == "sv-SE"


def test_characters_that_no_document_can_hold_are_replaced(document: Document) -> None:
    assert "Eget\ufffd stycke." in [paragraph.text for paragraph in document.paragraphs]


def test_every_part_is_declared_and_related(written: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(written)) as file:
        names = set(file.namelist())
        declared = {
            one.get("PartName", "").lstrip("/") for one in etree.fromstring(file.read("[Content_Types].xml"))
        } - {""}
        for name in names:
            if name.endswith((".xml", ".rels")):
                etree.fromstring(file.read(name))
    assert declared <= names
    assert {"word/footnotes.xml", "word/comments.xml"} <= declared


def test_a_draft_without_anything_is_a_document() -> None:
    made = write(stored(Draft("Tomt", YEAR)), lambda report_id: ())
    assert [paragraph.text for paragraph in docx.Document(io.BytesIO(made)).paragraphs] == ["Tomt"]
    with zipfile.ZipFile(io.BytesIO(made)) as file:
        assert "word/footnotes.xml" not in file.namelist()


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Årsredovisning 2025", "Årsredovisning 2025.docx"),
        ('a/b\\c:"<d>"?*', "a b c d.docx"),
        ("///", "Utkast.docx"),
        ("å" * 200, "å" * 80 + ".docx"),
        ("rad\nrad", "rad rad.docx"),
    ],
)
def test_the_file_is_named_after_the_title(title: str, name: str) -> None:
    assert file_name(replace(DRAFT, title=title)) == name


def test_libreoffice_opens_it(written: bytes, tmp_path: Path) -> None:
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("LibreOffice is not installed to open the document")
    (tmp_path / "utkast.docx").write_bytes(written)
    command = [office, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", tmp_path, tmp_path / "utkast.docx"], check=True, timeout=180)
    assert (tmp_path / "utkast.pdf").read_bytes().startswith(b"%PDF")
