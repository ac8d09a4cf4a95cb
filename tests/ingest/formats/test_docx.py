import io

import docx as python_docx
import pytest

from corpus.errors import LimitExceeded, UnreadableFile
from corpus.settings import Settings
from ingest.document import Heading, Note, Paragraph, Picture, TableBlock
from ingest.formats.docx import read
from tests.ingest.formats.word_files import (
    NAMESPACES,
    RESTART,
    STYLES,
    WIDE,
    blocks_of,
    cell,
    document_of,
    docx,
    look,
    p,
    packed,
)


def test_headings_by_style_chain_and_outline_and_the_title_by_its_style() -> None:
    document = document_of(
        p("Årsredovisning 2021", '<w:pStyle w:val="Rubrik"/>')
        + p("Innehåll 3", '<w:pStyle w:val="TOC1"/>')
        + p("Mål", '<w:pStyle w:val="Rubrik1"/>')
        + p("Nät", '<w:pStyle w:val="Egen"/>')
        + p("Buss", '<w:outlineLvl w:val="2"/>')
        + p("Text."),
        styles=STYLES,
    )
    assert document.title == "Årsredovisning 2021"
    assert document.blocks == (Heading("Mål", 1), Heading("Nät", 2), Heading("Buss", 3), Paragraph("Text."))


def test_tracked_changes_fields_and_hidden_text() -> None:
    body = (
        "<w:p><w:r><w:t>Målet </w:t></w:r><w:del><w:r><w:delText>var 50</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>är 60</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>dolt</w:t></w:r>"
        '<w:r><w:tab/><w:t>procent</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText> PAGEREF x </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:t> i år</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC \\o</w:instrText>'
        '<w:fldChar w:fldCharType="separate"/><w:t>Mål 3</w:t></w:r></w:p>'
        '<w:p><w:r><w:t>Ekonomi 4</w:t><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    assert blocks_of(body) == (Paragraph("Målet är 60 procent i år"),)


NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/>'
    '<w:lvlText w:val="%1.%2)"/></w:lvl>'
    '</w:abstractNum><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>'
    '<w:lvlText w:val="o"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
)


def test_numbers_are_counted_as_word_counts() -> None:
    def item(text: str, level: int, number: int = 1) -> str:
        return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')

    document = document_of(
        item("A", 0) + item("B", 1) + item("C", 1) + item("D", 0) + item("E", 1) + item("punkt", 0, 2) + p("Slut"),
        numbering=NUMBERING,
    )
    assert [(b.text, b.list_item) for b in document.blocks if isinstance(b, Paragraph)] == [
        ("1. A", True),
        ("1.a) B", True),
        ("1.b) C", True),
        ("2. D", True),
        ("2.a) E", True),
        ("punkt", True),
        ("Slut", False),
    ]
    assert document.pages[0].text.startswith("1. A\n1.a) B")


def test_tables_with_merged_cells_header_rows_and_tables_within() -> None:
    inner = f"<w:tbl><w:tr>{cell('inre')}{cell('1')}</w:tr></w:tbl>"
    table = (
        f"<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>{cell('Kommun', RESTART)}"
        f"{cell('Kvinnor', WIDE)}</w:tr><w:tr><w:trPr><w:tblHeader/></w:trPr>"
        f"{cell('', '<w:vMerge/>')}{cell('Antal')}{cell('Andel')}</w:tr>"
        f"<w:tr>{cell('Luleå')}{cell('1')}<w:tc>{p('2 %')}{inner}</w:tc></w:tr></w:tbl>"
    )
    blocks = blocks_of(p("Tabell 1. Andelar", '<w:pStyle w:val="Bild"/>') + table, styles=STYLES)
    assert blocks == (
        TableBlock(("Kommun", "Kvinnor: Antal", "Kvinnor: Andel"), (("Luleå", "1", "2 %"),), "Tabell 1. Andelar"),
        TableBlock((), (("inre", "1"),)),
    )


def test_notes_text_boxes_and_pictures() -> None:
    box = f"<w:txbxContent>{p('Faktaruta')}</w:txbxContent>"
    body = (
        '<w:p><w:r><w:t>Text</w:t><w:footnoteReference w:id="7"/><w:t> går vidare.</w:t></w:r>'
        f"<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" descr="Karta över länet"/></wp:inline></w:drawing></w:r></w:p>'
    )
    notes = f'<w:footnote w:id="7">{p("Källa: SCB.")}</w:footnote>'
    assert blocks_of(body, footnotes=notes) == (
        Paragraph("Text går vidare."),
        Note("1", "Källa: SCB."),
        Picture("Karta över länet"),
        Paragraph("Faktaruta"),
    )


TEXT = "Arbetet med bredband har gått framåt under året."


def test_bold_or_large_lines_are_headings_where_no_style_says_so() -> None:
    body = (
        look("Årsredovisning", 40)
        + look("Stor", 28, bold=True)
        + look(TEXT)
        + look("Liten", 22, bold=True)
        + look(TEXT)
        + look("Hela meningen är fet.", 22, bold=True)
        + look("Tabell 1. Stöd", 22, bold=True)
        + look("Större", 28, bold=True)
        + look(TEXT)
    )
    document = document_of(body)
    assert document.title == "Årsredovisning"
    assert document.blocks == (
        Heading("Stor", 2),
        Paragraph(TEXT),
        Heading("Liten", 3),
        Paragraph(TEXT),
        Paragraph("Hela meningen är fet."),
        Paragraph("Tabell 1. Stöd"),
        Heading("Större", 2),
        Paragraph(TEXT),
    )


def test_what_nothing_sets_apart_is_no_heading() -> None:
    every_line_bold = look("Region Norrland", bold=True) + look(TEXT, bold=True) + look(TEXT)
    address = "".join(look(line, bold=True) for line in ("Region Norrland", "Box 1", "Norrstad", "Sverige"))
    assert not any(isinstance(block, Heading) for block in blocks_of(every_line_bold + look("Slut")))
    assert not any(isinstance(block, Heading) for block in blocks_of(look(TEXT) * 4 + address + look(TEXT)))


def test_a_document_that_word_itself_might_have_made() -> None:
    word = python_docx.Document()
    word.core_properties.title, word.core_properties.author = "Årsredovisning 2020", "Region Norrland"
    word.sections[0].header.paragraphs[0].text = "Region Norrland – Årsredovisning"
    word.add_heading("Årsredovisning", 0)
    word.add_heading("Mål", 1)
    word.add_paragraph("Först", style="List Number")
    word.add_paragraph("Punkt", style="List Bullet")
    out = io.BytesIO()
    word.save(out)
    document = read(out.getvalue(), "a.docx", Settings())
    assert (document.title, document.properties.author) == ("Årsredovisning", "Region Norrland")
    assert document.front_matter == ("Region Norrland – Årsredovisning",)
    assert document.blocks == (
        Heading("Mål", 1),
        Paragraph("1. Först", list_item=True),
        Paragraph("Punkt", list_item=True),
    )


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"inget zip", "damaged"),
        (b"\xd0\xcf\x11\xe0 gammalt", "encrypted"),
        (packed({}), "damaged"),
        (packed({"a.txt": "hej"}), "damaged"),
        (docx(""), "empty"),
        (docx(p("x"))[:-30], "damaged"),
        (packed({"word/document.xml": "<w:document"}), "damaged"),
        (
            packed(
                {"word/document.xml": f'<!DOCTYPE x [<!ENTITY a "b">]><w:document {NAMESPACES}><w:body/></w:document>'}
            ),
            "damaged",
        ),
    ],
)
def test_what_is_no_document_is_refused_with_a_reason(content: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=r"a\.docx") as caught:
        read(content, "a.docx", Settings())
    assert caught.value.reason == reason


def test_a_bomb_is_not_unpacked() -> None:
    bomb = docx(p("x"), styles=" " * 3_000_000)
    assert len(bomb) < 20_000
    with pytest.raises(UnreadableFile) as caught:
        read(bomb, "a.docx", Settings(max_text_bytes=500_000))
    assert caught.value.reason == "too_large"
    with pytest.raises(LimitExceeded):
        read(bomb, "a.docx", Settings(max_file_bytes=100))
