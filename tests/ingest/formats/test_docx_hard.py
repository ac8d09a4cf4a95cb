"""What Word, LibreOffice, Google Docs and templates really write."""

import pytest

from ingest.document import Heading, Note, Paragraph, Picture, TableBlock
from tests.ingest.formats.word_files import (
    RESTART,
    STYLES,
    WIDE,
    blocks_of,
    cell,
    document_of,
    look,
    p,
    paragraph,
    r,
    rows,
    styled,
)

TEMPLATE = (
    STYLES
    + '<w:style w:type="paragraph" w:styleId="M"><w:name w:val="Mellanrubrik"/></w:style>'
    + '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="RN Rubrik 2 numrerad"/></w:style>'
    + '<w:style w:type="paragraph" w:styleId="TOC2"><w:name w:val="toc 2"/></w:style>'
    + '<w:style w:type="character" w:styleId="Fet"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
)


def field(code: str, result: str) -> str:
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    return f"{begin}<w:r><w:instrText>{code}</w:instrText></w:r>{separate}{result}{end}"


def test_headings_by_the_names_that_templates_give_their_styles() -> None:
    body = styled("Mål", "Rubrik1") + styled("Nät", "T") + styled("Fiber", "M") + p("Text.") + styled("Väg", "M")
    assert blocks_of(body + p("Text.") + styled("Utfall", "Rubrik1"), styles=TEMPLATE) == (
        Heading("Mål", 1),
        Heading("Nät", 2),
        Heading("Fiber", 9),
        Paragraph("Text."),
        Heading("Väg", 9),
        Paragraph("Text."),
        Heading("Utfall", 1),
    )


def test_styles_that_the_document_does_not_define_are_known_by_their_names() -> None:
    body = styled("Mål", "Heading1") + p("A") + styled("Nät", "Rubrik2") + p("B") + styled("Väg", "Heading1") + p("C")
    heads = [block for block in blocks_of(body) if isinstance(block, Heading)]
    assert heads == [Heading("Mål", 1), Heading("Nät", 2), Heading("Väg", 1)]


def test_a_paragraph_may_say_that_it_is_no_heading() -> None:
    body = p("Ingress", '<w:pStyle w:val="Rubrik1"/><w:outlineLvl w:val="9"/>') + styled("Mål", "Rubrik1") + p("A")
    assert blocks_of(body + styled("Nät", "Rubrik1"), styles=STYLES)[:2] == (Paragraph("Ingress"), Heading("Mål", 1))


def test_a_second_title_heads_a_part() -> None:
    document = document_of(styled("Rapport", "Rubrik") + p("A") + styled("Bilaga", "Rubrik") + p("B"), styles=STYLES)
    assert (document.title, document.blocks[1]) == ("Rapport", Heading("Bilaga", 1))


def test_contents_are_no_text_but_tell_which_lines_are_headings() -> None:
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    lines = styled("1 Mål\t3", "TOC1") + styled("Nät och väg\t4", "TOC2") + styled("Utfall\t5", "TOC1")
    body = p("Mål") + p("A.") + p("Nät och väg") + p("B.") + p("Utfall") + p("C.")
    heads = (
        Heading("Mål", 1),
        Paragraph("A."),
        Heading("Nät och väg", 2),
        Paragraph("B."),
        Heading("Utfall", 1),
        Paragraph("C."),
    )
    for contents in (lines, f"<w:sdt>{gallery}<w:sdtContent>{lines}</w:sdtContent></w:sdt>"):
        assert blocks_of(contents + body, styles=TEMPLATE) == heads
    hidden = paragraph(field("TOC \\o", r("Mål 3"))) + body
    assert blocks_of(hidden)[0] == Heading("Mål", 1)


def test_paragraphs_whose_ends_were_deleted_go_on_and_moved_text_stands_once() -> None:
    gone = '<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>'
    body = (
        paragraph(r("Målet är "), properties=gone) + p("nått.") + paragraph(f"<w:moveFrom>{r('Flyttat.')}</w:moveFrom>")
    )
    assert blocks_of(body + paragraph(f"<w:moveTo>{r('Flyttat.')}</w:moveTo>")) == (
        Paragraph("Målet är nått."),
        Paragraph("Flyttat."),
    )


def test_a_large_first_letter_belongs_to_its_word() -> None:
    body = p("U", '<w:framePr w:dropCap="drop" w:lines="3"/>') + p("nder året byggdes fiber.")
    assert blocks_of(body) == (Paragraph("Under året byggdes fiber."),)


def test_prompts_of_content_controls_are_no_text() -> None:
    prompt = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r('Klicka här')}</w:sdtContent></w:sdt>"
    filled = f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{r('Luleå')}</w:sdtContent></w:sdt>"
    block = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{p('Ange text')}</w:sdtContent></w:sdt>"
    assert blocks_of(block + paragraph(prompt, filled, r(" kommun"))) == (Paragraph("Luleå kommun"),)
    table = blocks_of(rows(cell("A") + cell("B"), f"<w:tc>{block}{p('1')}</w:tc>" + cell("2")))
    assert table == (TableBlock(("A", "B"), (("1", "2"),)),)


def test_hyphens_links_references_and_repeated_marks_of_notes() -> None:
    body = paragraph(
        r("Små"),
        "<w:r><w:noBreakHyphen/></w:r>",
        r(" och"),
        "<w:r><w:softHyphen/></w:r>",
        "<w:hyperlink>" + r(" bredbands\u00adnät") + "</w:hyperlink>",
        field("NOTEREF a", r("3")),
        r(", se "),
        field("REF b", r("tabell 2")),
        f'<w:fldSimple w:instr="PAGEREF c">{r(" på sidan 7")}</w:fldSimple>',
    )
    assert blocks_of(body) == (Paragraph("Små- och bredbandsnät, se tabell 2 på sidan 7"),)


@pytest.mark.parametrize(
    ("font", "code", "character"),
    [("Wingdings", "F06C", "●"), ("Wingdings 3", "0070", "▲"), ("Wingdings 3", "F071", "▼"), ("Symbol", "F0B7", "•")],
)
def test_signs_of_symbol_fonts(font: str, code: str, character: str) -> None:
    symbol = f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'
    letter = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>'
    assert blocks_of(paragraph(symbol)) == (Paragraph(character),)
    assert blocks_of(paragraph(r(chr(int(code, 16)), letter))) == (Paragraph(character),)


def test_marks_that_the_author_chose_and_forms_of_note_numbers() -> None:
    body = (
        paragraph(
            r("Värdet"),
            '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>',
            r(" steg"),
            '<w:r><w:endnoteReference w:id="3"/></w:r>',
            r("."),
        )
        + '<w:sectPr><w:endnotePr><w:numFmt w:val="upperLetter"/></w:endnotePr></w:sectPr>'
    )
    footnotes = f'<w:footnote w:id="2">{p("* Preliminärt.")}</w:footnote>'
    endnotes = f'<w:endnote w:id="3">{p("Källa: SCB.")}{p("Egen bearbetning.")}</w:endnote>'
    assert blocks_of(body, footnotes=footnotes, endnotes=endnotes) == (
        Paragraph("Värdet steg."),
        Note("*", "Preliminärt."),
        Note("A", "Källa: SCB. Egen bearbetning."),
    )


def test_lines_that_tabs_part_are_a_table_unless_they_are_contents() -> None:
    tab = "<w:r><w:tab/></w:r>"

    def line(*cells: str) -> str:
        return paragraph(tab.join(map(r, cells)))

    table = line("Post", "2020", "2021") + line("Intäkter", "12", "14") + line("Kostnader", "10", "11")
    assert blocks_of(p("Inledning") + table) == (
        Paragraph("Inledning"),
        TableBlock(("Post", "2020", "2021"), (("Intäkter", "12", "14"), ("Kostnader", "10", "11"))),
    )
    contents = line("Mål", "3") + line("Nät", "4") + line("Väg", "4")
    assert not any(isinstance(block, TableBlock) for block in blocks_of(contents))


def test_two_line_breaks_make_a_new_paragraph() -> None:
    body = "<w:p><w:r><w:t>Ett</w:t><w:br/><w:t>stycke.</w:t><w:br/><w:br/><w:t>Ett till.</w:t></w:r></w:p>"
    assert blocks_of(body) == (Paragraph("Ett stycke."), Paragraph("Ett till."))


def test_heads_of_tables_that_no_one_marked() -> None:
    three = '<w:gridSpan w:val="3"/>'
    groups = rows(
        cell("Kommun", RESTART) + cell("Kvinnor", WIDE) + cell("Män", WIDE),
        cell("", "<w:vMerge/>") + cell("Antal") + cell("Andel") + cell("Antal") + cell("Andel"),
        cell("Boden") + cell("1") + cell("2") + cell("3") + cell("4"),
    )
    titled = rows(
        cell("Resultat, tkr", three), cell("Post") + cell("2020") + cell("2021"), cell("Bidrag") + cell("1") + cell("2")
    )
    assert blocks_of(groups + p("Text.") + titled) == (
        TableBlock(
            ("Kommun", "Kvinnor: Antal", "Kvinnor: Andel", "Män: Antal", "Män: Andel"), (("Boden", "1", "2", "3", "4"),)
        ),
        Paragraph("Text."),
        TableBlock(("Post", "2020", "2021"), (("Bidrag", "1", "2"),), "Resultat, tkr"),
    )


def test_a_table_that_places_a_heading_beside_a_box_is_no_table() -> None:
    main = f"<w:tc>{styled('Mål', 'Rubrik1')}{p('Text i spalten.')}</w:tc>"
    assert blocks_of(p("Först.") + rows(main + cell("Faktaruta")), styles=STYLES) == (
        Paragraph("Först."),
        Heading("Mål", 1),
        Paragraph("Text i spalten."),
        Paragraph("Faktaruta"),
    )


DRAWING = '<w:r><w:drawing><wp:inline><wp:docPr id="1" descr="{said}"/>{inside}</wp:inline></w:drawing></w:r>'


def test_a_caption_goes_before_an_alternative_text() -> None:
    picture = paragraph(DRAWING.format(said="Karta över länet Automatiskt genererad beskrivning", inside=""))
    assert blocks_of(picture + styled("Figur 1. Kommuner", "Bild") + picture, styles=STYLES) == (
        Picture("Figur 1. Kommuner", "Karta över länet"),
        Picture("Karta över länet"),
    )


def test_charts_are_read_from_their_data() -> None:
    space = "http://schemas.openxmlformats.org/drawingml/2006/chart"
    words = "http://schemas.openxmlformats.org/drawingml/2006/main"

    def points(tag: str, cache: str, *values: str) -> str:
        inside = "".join(f'<c:pt idx="{at}"><c:v>{value}</c:v></c:pt>' for at, value in enumerate(values))
        return f"<c:{tag}><c:x><c:{cache}>{inside}</c:{cache}></c:x></c:{tag}>"

    series = points("tx", "strCache", "Boden") + points("cat", "strCache", "2019", "2020")
    chart = (
        f'<c:chartSpace xmlns:c="{space}" xmlns:a="{words}"><c:chart><c:title><a:t>Andel med fiber</a:t></c:title>'
        f"<c:ser>{series}{points('val', 'numCache', '12.5', '14')}</c:ser></c:chart></c:chartSpace>"
    )
    body = paragraph(DRAWING.format(said="", inside=f'<c:chart xmlns:c="{space}" r:id="chart"/>'))
    assert blocks_of(body, chart=chart) == (Picture("Andel med fiber", "Boden: 2019 12,5; 2020 14"),)


def test_footers_and_headers_are_evidence_and_no_text() -> None:
    document = document_of(
        p("Text."), header=p("Region Norrland") + p("2"), footer=p("Dnr RN 2021/44") + p("Fel! Ingen")
    )
    assert document.front_matter == ("Region Norrland", "Dnr RN 2021/44")
    assert document.blocks == (Paragraph("Text."),)


def test_bold_numbered_lines_and_bold_character_styles_are_headings_too() -> None:
    text = look("Arbetet med bredband har gått framåt under året i hela länet.")
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>'
        '</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    strong = '<w:rStyle w:val="Fet"/><w:sz w:val="22"/>'
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = look("Mål", bold=True, properties=listed) + text + paragraph(r("Nät", strong)) + text
    heads = [
        block.text for block in blocks_of(body, styles=TEMPLATE, numbering=numbering) if isinstance(block, Heading)
    ]
    assert heads == ["1. Mål", "Nät"]
