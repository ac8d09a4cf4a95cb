"""What pages of public bodies, and programs that write HTML, really hold."""

import pytest

from corpus.settings import Settings
from ingest.document import Block, Document, Heading, Note, Paragraph, Picture, TableBlock
from ingest.formats.html import read

TEXT = "Arbetet med bredband har gått framåt under året i hela länet."


def document_of(html: str) -> Document:
    return read(html.encode(), "a.html", Settings())


def blocks_of(html: str) -> tuple[Block, ...]:
    return document_of(html).blocks


def test_the_main_part_is_the_text_and_what_stands_around_it_is_not() -> None:
    document = document_of(
        "<a class='skip-link' href='#c'>Hoppa till innehållet</a><div id=cookie-banner><p>Vi använder kakor.</div>"
        "<header><a href='/'>Norrstads kommun</a></header><form id=aspnetForm><main id=c>"
        "<div class='breadcrumb'>Start / Om kommunen</div><h1>Årsredovisning</h1>"
        f"<p>{TEXT}<h2>Mål</h2><p>{TEXT}<span class=sr-only>Öppnas i nytt fönster</span>"
        "<ul><li><a href='https://a.se'>Rapporten från verket</a><li><a href='https://b.se'>Statistik från SCB</a>"
        "<li><a href='https://c.se'>Länet i siffror</a></ul></main></form><footer>Dnr KS 2021/33</footer>"
    )
    assert document.title == "Årsredovisning"
    assert document.front_matter == ("Norrstads kommun", "Dnr KS 2021/33")
    assert document.blocks == (
        Paragraph(TEXT),
        Heading("Mål", 2),
        Paragraph(TEXT),
        Paragraph("Rapporten från verket", list_item=True),
        Paragraph("Statistik från SCB", list_item=True),
        Paragraph("Länet i siffror", list_item=True),
    )


def test_a_small_main_part_is_not_believed_and_an_article_may_be_the_main_one() -> None:
    assert blocks_of(f"<p>{TEXT * 4}</p><main>Kort</main>")[0] == Paragraph(TEXT * 4)
    assert blocks_of(f"<p>Annons</p><article><p>{TEXT}</article>") == (Paragraph(TEXT),)


def test_a_form_that_is_filled_in_is_no_text() -> None:
    assert blocks_of("<form><label>Sök</label><input></form><p>Text.") == (Paragraph("Text."),)


def test_terms_with_short_texts_are_a_table_and_longer_ones_are_text() -> None:
    assert blocks_of("<dl><dt>Kommun<dd>Boden<dt>Belopp<dd>12 tkr</dl>") == (
        TableBlock((), (("Kommun", "Boden"), ("Belopp", "12 tkr"))),
    )
    assert blocks_of(f"<dl><dt>Kommun<dd>{TEXT * 3}<dt>Belopp<dd>12 tkr</dl>")[0] == Paragraph("Kommun")


def test_parts_of_a_table_come_as_they_are_shown() -> None:
    html = "<thead><tr><th>Post<th>2020<tfoot><tr><td>Summa<td>3<tbody><tr><th scope=row>A<td>1<tr><th>B<td>2"
    rows = (("A", "1"), ("B", "2"), ("Summa", "3"))
    assert blocks_of(f"<table>{html}</table>") == (TableBlock(("Post", "2020"), rows),)


def test_headings_in_the_cells_of_a_head_make_no_page_of_a_table_but_text_below_them_does() -> None:
    assert blocks_of("<p>A<table><tr><th><h4>Kommun</h4><th><h4>Andel</h4><tr><td>Boden<td>3</table>") == (
        Paragraph("A"),
        TableBlock(("Kommun", "Andel"), (("Boden", "3"),)),
    )
    assert blocks_of("<table><tr><td><h4>Mål</h4>Text<td>Sida<tr><td>a<td>b</table><h4>Mer</h4>")[0] == Heading(
        "Mål", 4
    )


def test_heads_that_no_one_marked() -> None:
    html = (
        "<table><tr><td colspan=2>Grupp<tr><td>a<td>1<tr><td>b<td>2</table>"
        "<table><tr><td colspan=5>Andelar, procent<tr><td rowspan=2>Kommun<td colspan=2>Kvinnor<td colspan=2>Män"
        "<tr><td>2020<td>2021<td>2020<td>2021<tr><td>Boden<td>1<td>2<td>3<td>4</table>"
    )
    header = ("Kommun", "Kvinnor: 2020", "Kvinnor: 2021", "Män: 2020", "Män: 2021")
    assert blocks_of(html) == (
        TableBlock((), (("Grupp", ""), ("a", "1"), ("b", "2"))),
        TableBlock(header, (("Boden", "1", "2", "3", "4"),), "Andelar, procent"),
    )


def test_what_word_writes_as_html() -> None:
    html = (
        "<p class=MsoHeading1>Mål</p><p class=MsoNormal>Text<a style='mso-footnote-id:ftn1' href='#_ftn1' "
        "name='_ftnref1'><span>[1]</span></a> mer.</p><p>·&nbsp;&nbsp; Första</p><p>•  Andra</p>"
        "<p class=Rubrik-2>Nät</p>"
        "<div id=ftn1><p><a href='#_ftnref1' name='_ftn1'>[1]</a> Källa: SCB</p></div><p class=MsoHeading1>Slut</p>"
    )
    assert blocks_of(html) == (
        Heading("Mål", 1),
        Paragraph("Text mer."),
        Note("1", "Källa: SCB"),
        Paragraph("Första", list_item=True),
        Paragraph("Andra", list_item=True),
        Heading("Nät", 2),
        Heading("Slut", 1),
    )


def test_bold_lines_are_headings_where_no_element_is() -> None:
    html = f"<p><b>Mål</b><p>{TEXT}<p><strong>Nät</strong><p>{TEXT} <b>Fet</b>"
    assert [block for block in blocks_of(html) if isinstance(block, Heading)] == [Heading("Mål", 1), Heading("Nät", 1)]
    assert not any(isinstance(block, Heading) for block in blocks_of(f"<p>Kort<p>{TEXT}<p>Kort igen<p>{TEXT}"))


def test_lines_that_are_kept_part_paragraphs_only_where_one_is_empty() -> None:
    assert blocks_of("<pre>Rad ett\nrad två\n\nNytt</pre>Rad\n\nfortsätter") == (
        Paragraph("Rad ett rad två"),
        Paragraph("Nytt"),
        Paragraph("Rad fortsätter"),
    )


def test_numbers_of_lists_are_those_that_browsers_show() -> None:
    html = (
        "<ol type=a start=2><li>b<li>c</ol><ol reversed><li>x<li>y</ol><ol type=I><li>z</ol><ul><li></li></ul><p>Efter"
    )
    assert [(b.text, b.list_item) for b in blocks_of(html) if isinstance(b, Paragraph)] == [
        ("b. b", True),
        ("c. c", True),
        ("2. x", True),
        ("1. y", True),
        ("I. z", True),
        ("Efter", False),
    ]


def test_captions_and_alternative_texts_of_pictures() -> None:
    html = (
        "<figure><img alt=Ett><img alt=Två><figcaption>Figur 1. Två bilder</figcaption></figure>"
        "<p><img alt='Karta över länet'></p><p>Figur 2. Kommuner</p><p>Text.</p>"
    )
    assert blocks_of(html) == (
        Picture("Figur 1. Två bilder", "Ett"),
        Picture("Två"),
        Picture("Figur 2. Kommuner", "Karta över länet"),
        Paragraph("Text."),
    )


def test_notes_of_a_heading_or_a_table_come_after_it() -> None:
    html = (
        "<h2>Mål<sup><a href='#a'>1</a></sup></h2><table><tr><th>A<th>B<tr>"
        "<td>1<sup><a href='#b'>*</a></sup><td>2</table>"
        "<p id=a>1. Ett</p><p id=b>* Två</p>"
    )
    table = TableBlock(("A", "B"), (("1", "2"),))
    assert blocks_of(html) == (Heading("Mål", 2), Note("1", "Ett"), table, Note("*", "Två"))


def test_changes_and_formulas() -> None:
    html = (
        "<p>Målet är <del>50</del><ins>60</ins> <math><mi>x</mi><mo>=</mo><mn>2</mn><annotation>x=2</annotation></math>"
    )
    assert blocks_of(html) == (Paragraph("Målet är 60 x=2"),)


def test_a_heading_of_contents_goes_with_them() -> None:
    links = "<li><a href='#a'>Länets mål</a><li><a href='#b'>Nät och väg</a><li><a href='#c'>Utfall</a>"
    assert blocks_of(f"<h2>Innehåll</h2><ul>{links}</ul><h2 id=a>Länets mål</h2><p>A")[0] == Heading("Länets mål", 2)


@pytest.mark.parametrize(
    "content",
    [
        "<meta charset=windows-1252><p>Övertorneå</p>".encode(),
        "<?xml version='1.0' encoding='iso-8859-1'?><html><p>Övertorneå</p></html>".encode("latin-1"),
        "\ufeff<meta charset=iso-8859-1><p>Övertorneå</p>".encode(),
        "<meta http-equiv=Content-Type content='text/html; charset=windows-1252'><p>Övertorneå</p>".encode("cp1252"),
    ],
)
def test_declared_encodings_are_believed_unless_the_bytes_say_otherwise(content: bytes) -> None:
    assert read(content, "a.html", Settings()).blocks == (Paragraph("Övertorneå"),)
