"""The draft as a Word document: read back with python-docx and as XML, and opened by LibreOffice where it is."""

import io
import shutil
import subprocess
import zipfile
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pypdfium2
import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm
from lxml import etree

from api.drafts.document import file_name, write
from api.drafts.newer import Newer
from api.drafts.stale import Mark
from corpus.drafts import Block, Draft, Heading, Origin, words_of
from corpus.model import Period
from corpus.store import StoredDraft

EARLIER = Period(date(2023, 1, 1), date(2023, 12, 31), "2023")
YEAR = Period(date(2025, 1, 1), date(2025, 12, 31), "2025")
#: Lengths are kept in twentieths of a point, 635 EMU each; this is two.
TWIP = 2 * 635
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


def test_a_comment_tells_the_newer_value_where_there_is_one() -> None:
    offer = Newer("Tolv", "f1", "Region Ljungmark (2024)", "Tolv hållplatser blev klara.")
    draft = replace(DRAFT, headings=(replace(DRAFT.headings[1], blocks=(STRETCH,)),))
    asked: list[date] = []

    def newer(origin: Origin, marks: Iterable[Mark], until: date) -> dict[str, Newer]:
        asked.append(until)
        return {mark.key: offer for mark in marks if mark.text == "Nio"}

    made = docx.Document(io.BytesIO(write(stored(draft), lambda report_id: (), newer)))
    assert asked == [YEAR.end]
    first, *others = (comment.text for comment in made.comments)
    assert first == (
        "Kontrollera antalet ”Nio”: det står som i den rapport det lånades ur. "
        "Nyare värde: Tolv (Region Ljungmark (2024))."
    )
    assert not any("Nyare värde" in said for said in others)


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


#: What may stand in a part's elements, in the order of the schema (ECMA-376 part 1, annex A.1), as far as we write it.
_ORDERS = {
    "pPr": "pStyle keepNext keepLines numPr spacing ind contextualSpacing jc outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs color spacing kern sz szCs vertAlign lang",
    "tblPr": "tblStyle tblW jc tblLayout tblLook",
    "trPr": "cantSplit tblHeader",
    "sectPr": "headerReference footerReference footnotePr type pgSz pgMar cols docGrid",
    "settings": (
        "zoom proofState defaultTabStop autoHyphenation characterSpacingControl savePreviewPicture footnotePr compat "
        "rsids mathPr themeFontLang clrSchemeMapping doNotAutoCompressPictures shapeDefaults decimalSymbol "
        "listSeparator docId defaultImageDpi"
    ),
}


@pytest.mark.parametrize("part", ["document", "footnotes", "comments", "settings", "footer1"])
def test_every_element_stands_where_word_wants_it(written: bytes, part: str) -> None:
    looked_at = 0
    for element in xml(written, f"word/{part}.xml").iter():
        order = _ORDERS.get(etree.QName(element).localname, "").split()
        if order:
            names = [etree.QName(child).localname for child in element]
            assert [order.index(name) for name in names] == sorted(order.index(name) for name in names), names
            looked_at += 1
    assert looked_at


def test_no_comment_has_a_footnote_s_number(written: bytes) -> None:
    # LibreOffice 7.4 gives a note another's text where it has.
    notes = [note.get(qn("w:id")) for note in xml(written, "word/footnotes.xml").iter(qn("w:footnote"))]
    comments = [comment.get(qn("w:id")) for comment in xml(written, "word/comments.xml").iter(qn("w:comment"))]
    assert len(comments) == 7
    assert len({*notes, *comments}) == len(notes) + len(comments)
    body = xml(written, "word/document.xml")
    for mark in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert sorted(one.get(qn("w:id")) for one in body.iter(qn(f"w:{mark}"))) == sorted(comments)


def test_the_page_is_a4_and_numbered(document: Document) -> None:
    (section,) = document.sections
    assert (section.page_width, section.page_height) == pytest.approx((Mm(210), Mm(297)), abs=TWIP)
    (field,) = section.footer._element.iter(qn("w:fldSimple"))
    assert field.get(qn("w:instr")) == "PAGE"


def test_columns_are_as_wide_as_their_words_ask_for_and_numbers_stand_to_the_right(document: Document) -> None:
    (table,) = document.tables
    name, number = (column.width or 0 for column in table.columns)
    assert name > number > 0
    assert name + number == pytest.approx(Mm(160), abs=TWIP)
    assert [cell.paragraphs[0].alignment for cell in table.rows[2].cells] == [None, WD_ALIGN_PARAGRAPH.RIGHT]


def test_no_row_is_parted_by_a_page_s_end(document: Document) -> None:
    (table,) = document.tables
    assert all(row._tr.trPr is not None and row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)


def in_libreoffice(written: bytes, folder: Path) -> list[str]:
    """The lines of the one page that LibreOffice makes of a document."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("LibreOffice is not installed to open the document")
    (folder / "utkast.docx").write_bytes(written)
    command = [office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", folder, folder / "utkast.docx"], check=True, timeout=180)
    with closing(pypdfium2.PdfDocument(folder / "utkast.pdf")) as file:
        (page,) = file
        assert page.get_size() == pytest.approx((595.3, 841.9), abs=1)
        return [line.strip() for line in page.get_textpage().get_text_range().split("\r\n") if line.strip()]


def test_libreoffice_shows_headings_tables_and_each_note_s_own_text(tmp_path: Path) -> None:
    notes = [f"Nämnden ({year}). Årsredovisning" for year in (2019, 2020, 2021, 2022)]
    blocks = [
        borrowed(Block(f"b{number}", "stretch", f"Under året blev {number}0 hållplatser klara.", note=note))
        for number, note in enumerate(notes, 1)
    ]
    cited = tuple(replace(block, origin=replace(block.origin, citation="S")) for block in blocks if block.origin)
    headings = (Heading("h1", "Resor", blocks=cited), Heading("h2", "Nät", 2, blocks=(replace(ROWS, id="b9"),)))
    shown = in_libreoffice(write(stored(Draft("Utkast", YEAR, headings)), lambda report_id: ()), tmp_path)
    assert shown[:6] == ["Utkast", "Resor", *(f"Under året blev {n}0 hållplatser klara.{n}" for n in (1, 2, 3, 4))]
    assert shown[6:11] == ["Nät", "Tabell 1. Bredband5", "Kommun 2023", "Älvhamra 95", "Ö & <b> 7"]
    assert shown[11:-1] == [
        *(line for n, note in enumerate(notes, 1) for line in (str(n), f"S; {note}")),
        "5",
        CITATION,
    ]
