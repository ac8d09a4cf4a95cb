from corpus.settings import Settings
from ingest.document import Block, Document, Heading, Note, Paragraph, Picture, TableBlock
from ingest.formats.markdown import read


def document_of(text: str) -> Document:
    return read(text.encode(), "a.md", Settings())


def blocks_of(text: str) -> tuple[Block, ...]:
    return document_of(text).blocks


def test_headings_lists_tables_notes_and_a_head() -> None:
    document = document_of(
        "---\ntitle: Delårsrapport 2022\nauthor: 'Region Norrland'\n---\n# Delår\n\nText med **fet** stil[^1].\n\n"
        "## Mål\n\n1. nät\n2. buss\n\n| Kommun | Andel |\n|:---|---:|\n| Boden | 5 % |\n\n[^1]: Preliminärt.\n"
    )
    assert (document.title, document.properties.title) == ("Delår", "Delårsrapport 2022")
    assert document.properties.author == "Region Norrland"
    assert document.blocks == (
        Paragraph("Text med fet stil."),
        Note("1", "Preliminärt."),
        Heading("Mål", 2),
        Paragraph("1. nät", list_item=True),
        Paragraph("2. buss", list_item=True),
        TableBlock(("Kommun", "Andel"), (("Boden", "5 %"),)),
    )


def test_a_head_with_lists_and_texts_over_several_lines() -> None:
    document = document_of(
        '---\ntitle: "Årsredovisning 2021"\ndate: 2022-03-01\nauthor:\n  - Anna\n  - Bo\nabstract: >\n'
        "  En lång\n  text\ndiarienummer: KS 2021/4\n---\nText.\n"
    )
    assert (document.properties.title, document.properties.author) == ("Årsredovisning 2021", "Anna, Bo")
    assert document.front_matter == ("Årsredovisning 2021", "2022-03-01", "Anna, Bo", "En lång text", "KS 2021/4")


def test_a_head_in_toml() -> None:
    document = document_of(
        '+++\ntitle = "Rapport"\nauthor = ["Anna", "Bo"]\ndate = 2021-01-31\n[x]\ny = 1\n+++\nText.\n'
    )
    assert (document.properties.title, document.properties.author) == ("Rapport", "Anna, Bo")
    assert "2021-01-31" in document.front_matter
    assert document.blocks == (Paragraph("Text."),)
    assert document_of("+++\ntitle = \n+++\nText.").properties.title is None


def test_headings_in_all_their_forms() -> None:
    text = "Mål\n===\n\nText.\n\nNät\n---\n\n### 1.1 *Väg* och `gata` {#vag}\n\n#Ingen\n\n####### Sju\n\nSlut\n====\n"
    assert blocks_of(text) == (
        Heading("Mål", 1),
        Paragraph("Text."),
        Heading("Nät", 2),
        Heading("1.1 Väg och gata", 3),
        Paragraph("#Ingen"),
        Paragraph("####### Sju"),
        Heading("Slut", 1),
    )


def test_lists_within_lists_and_boxes_of_tasks() -> None:
    text = "- ett\n  - under\n    1. djupt\n- två\n\n  stycke\n- [x] klart\n- [ ] kvar\n"
    assert [(b.text, b.list_item) for b in blocks_of(text) if isinstance(b, Paragraph)] == [
        ("ett", True),
        ("under", True),
        ("1. djupt", True),
        ("två", True),
        ("stycke", False),
        ("☑ klart", True),
        ("☐ kvar", True),
    ]


def test_tables_with_captions_without_heads_and_in_html() -> None:
    text = (
        "| Kommun | Andel |\n|--|--|\n| Boden | 7\\|8 |\n\n: Andelar\n\nText.\n\n|  |  |\n|--|--|\n| a | 1 |\n\n"
        "<table><tr><th>Post</th><th>2020</th></tr><tr><td>x</td><td>1</td></tr></table>\n"
    )
    assert blocks_of(text) == (
        TableBlock(("Kommun", "Andel"), (("Boden", "7|8"),), "Andelar"),
        Paragraph("Text."),
        TableBlock((), (("a", "1"),)),
        TableBlock(("Post", "2020"), (("x", "1"),)),
    )


def test_code_breaks_pictures_and_terms() -> None:
    text = (
        "```\nrad 1\n  rad 2\n\nrad 3\n```\n\nEtt  \ntvå ~~tre~~ &aring;\n\n![Karta](a.png)\n\nFigur 1. Kommuner\n\n"
        "Kommun\n: Boden\n\nBelopp\n: 12 tkr\n\n<!-- dolt -->\n"
    )
    assert blocks_of(text) == (
        Paragraph("rad 1 rad 2"),
        Paragraph("rad 3"),
        Paragraph("Ett två tre å"),
        Picture("Figur 1. Kommuner", "Karta"),
        TableBlock((), (("Kommun", "Boden"), ("Belopp", "12 tkr"))),
    )


def test_other_line_ends_and_encodings() -> None:
    assert blocks_of("# A\r\n\r\nText\r\nrad\r\n\r\n# B\r\n")[1] == Paragraph("Text rad")
    assert read("Övertorneå – 5 €".encode("cp1252"), "a.md", Settings()).blocks == (Paragraph("Övertorneå – 5 €"),)
