import pytest

from corpus.errors import UnreadableFile
from corpus.settings import Settings
from ingest.document import Document, Heading, Note, Paragraph, Picture, TableBlock
from ingest.formats.html import read


def document_of(html: str) -> Document:
    return read(html.encode(), "a.html", Settings())


def test_headings_paragraphs_and_lists() -> None:
    document = document_of(
        "<html lang='sv'><title>T</title><h1>Rapport</h1><p>Ett <b>fett</b> ord.<br><br>Nytt<br>stycke.</p>"
        "<h2>Mål</h2>Löst.<ol start=3><li>Ett<ul><li>Under</ul><li value=7>Sju</ol>"
        "<div role=heading aria-level=3>Tre</div>"
    )
    assert (document.title, document.properties.title, document.properties.language) == ("Rapport", "T", "sv")
    assert document.blocks == (
        Paragraph("Ett fett ord."),
        Paragraph("Nytt stycke."),
        Heading("Mål", 2),
        Paragraph("Löst."),
        Paragraph("3. Ett", list_item=True),
        Paragraph("Under", list_item=True),
        Paragraph("7. Sju", list_item=True),
        Heading("Tre", 3),
    )
    assert document.pages[0].text.splitlines()[1:4] == ["Ett fett ord.", "Nytt", "stycke."]


def test_what_is_no_text_of_the_report_is_left_out() -> None:
    document = document_of(
        "<nav>Meny</nav><script>x()</script><style>p{}</style><p hidden>Dold</p><p style='display: none'>Osynlig</p>"
        "<ul><li><a href='/a'>Startsida</a><li><a href='/b'>Kontakt</a><li><a href='/c'>Nyheter</a></ul>"
        "<p>Text.</p><form><button>Sök</button></form><footer>Region Norrland, Box 1</footer>"
    )
    assert document.blocks == (Paragraph("Text."),)
    assert document.front_matter == ("Region Norrland, Box 1",)


def test_tables_with_spans_heads_and_captions() -> None:
    document = document_of(
        "<table><caption>Tabell 1</caption><thead><tr><th rowspan=2>Kommun<th colspan=2>Kvinnor</tr>"
        "<tr><th>Antal<th>Andel</thead><tr><td rowspan=2>Luleå<td>1<td>2 %<tr><td>3<td>4 %</table>"
        "<table><tr><td>Post<td>Utfall<tr><td>Bidrag<td>12</table>"
        "<table role=presentation><tr><td>Bara<td>plats</table>"
    )
    assert document.blocks == (
        TableBlock(
            ("Kommun", "Kvinnor: Antal", "Kvinnor: Andel"), (("Luleå", "1", "2 %"), ("", "3", "4 %")), "Tabell 1"
        ),
        TableBlock(("Post", "Utfall"), (("Bidrag", "12"),)),
        Paragraph("Bara"),
        Paragraph("plats"),
    )


def test_captions_beside_tables_and_pictures_are_theirs() -> None:
    document = document_of(
        "<p>Tabell 2. Stöd per kommun</p><table><tr><td>Kommun<td>Stöd<tr><td>Boden<td>3</table>"
        "<figure><img src=x.png alt='alt'><figcaption>Diagram 1</figcaption></figure>"
        "<img src=y.png alt='Karta över länet'>"
    )
    assert document.blocks == (
        TableBlock(("Kommun", "Stöd"), (("Boden", "3"),), "Tabell 2. Stöd per kommun"),
        Picture("Diagram 1", "alt"),
        Picture("Karta över länet"),
    )


def test_footnotes_are_taken_out_of_the_text() -> None:
    document = document_of(
        "<p>Andelen<sup><a href='#n1' id='r1'>1</a></sup> ökade till 55 m<sup>2</sup>.</p><p>Mer.</p>"
        "<ol><li id='n1'>Källa: SCB. <a href='#r1'>↩</a></li></ol>"
    )
    assert document.blocks == (Paragraph("Andelen ökade till 55 m2."), Note("1", "Källa: SCB."), Paragraph("Mer."))
    assert "Andelen ökade" in document.pages[0].text


def test_contents_that_repeat_the_headings_are_left_out() -> None:
    document = document_of("<p>Innehåll<p>Mål ... 3<p>1. Ekonomi 4<p>Slut<h2>Mål</h2>A<h2>Ekonomi</h2>B<h2>Slut</h2>C")
    assert document.blocks[0] == Heading("Mål", 2)


@pytest.mark.parametrize(
    "content",
    [
        "<?xml version='1.0' encoding='iso-8859-1'?><html><meta charset='iso-8859-1'><p>Övertorneå – 5 €</p>".encode(
            "cp1252"
        ),
        "<p>Övertorneå – 5 €</p>".encode("utf-16"),
        "<p>Övertorneå – 5 €</p>".encode(),
        "<meta charset=okänd><p>Övertorneå – 5 €</p>".encode(),
    ],
)
def test_encodings(content: bytes) -> None:
    assert read(content, "a.html", Settings()).blocks == (Paragraph("Övertorneå – 5 €"),)


def test_declared_entities_are_not_expanded() -> None:
    levels = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 12))
    document = document_of(f"<!DOCTYPE html [<!ENTITY l0 'ha'>{levels}]><p>Text &l11;</p>")
    assert len(document.pages[0].text) < 5000


def test_deep_nesting_is_read() -> None:
    document = document_of("<div>" * 1500 + "Djupt" + "</div>" * 1500)
    assert "Djupt" in document.pages[0].text


@pytest.mark.parametrize("html", ["<script>x</script>", "<html></html>", "<p> </p>"])
def test_a_file_without_text_is_refused(html: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        document_of(html)
    assert caught.value.reason == "empty"
