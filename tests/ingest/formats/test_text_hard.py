"""Plain texts as people and programs write them: underlines, drawn tables, form feeds, tabs, letters before items."""

import pytest

from corpus.settings import Settings
from ingest.document import Block, Document, Heading, Paragraph, Picture, TableBlock
from ingest.formats.text import read

TEXT = (
    "Arbetet med bredband i hela regionen har fortsatt under året och allt fler hushåll har fått en snabb uppkoppling "
    "till ett rimligt pris."
)
WRAPPED = """Under året har regionen arbetat med att stärka länets kommuner och de företag
som vill växa. Arbetet har skett tillsammans med kommunerna och har gett goda
resultat. Det som har gjorts inom samverkan har betydelse för hur länet kan
utvecklas på sikt, och därför har medel avsatts även för kommande år."""


def document_of(text: str) -> Document:
    return read(text.encode(), "rapport.txt", Settings())


def headings(text: str) -> list[tuple[int, str]]:
    return [(block.level, block.text) for block in document_of(text).blocks if isinstance(block, Heading)]


def paragraphs(text: str) -> list[str]:
    return [block.text for block in document_of(text).blocks if isinstance(block, Paragraph)]


def table_of(text: str) -> Block:
    (table,) = document_of(f"Titel\n\n{TEXT}\n\n{text}\n\n{TEXT}\n").blocks[1:-1]
    return table


def test_underlined_lines_are_the_headings_and_the_signs_tell_their_levels() -> None:
    text = f"Rapport\n=======\n\n{WRAPPED}\n\nMål\n---\n\nEj rubrik\n\n{WRAPPED}\n\n~~~~~~\n\nNät\n~~~\n\n{WRAPPED}\n"
    document = document_of(text + f"\nEkonomi\n-------\n{WRAPPED}\n")
    assert document.title == "Rapport"
    found = [(b.level, b.text) for b in document.blocks if isinstance(b, Heading)]
    assert found == [(2, "Mål"), (3, "Nät"), (2, "Ekonomi")]
    assert not any("~~" in b.text or "--" in b.text for b in document.blocks if isinstance(b, Paragraph))


def test_a_rule_far_from_as_long_as_the_line_above_is_no_underline() -> None:
    text = f"Rapport\n=======\n\n{WRAPPED}\nSlut.\n{'-' * 60}\n\nMål\n---\n\n{WRAPPED}\n"
    assert headings(text) == [(2, "Mål")]
    assert paragraphs(text)[0].endswith("Slut.")


def test_headings_in_capitals_stand_above_others() -> None:
    text = f"Rapport\n\nMÅL OCH UTFALL\n\n{TEXT}\n\nNät\n\n{TEXT}\n\nEKONOMI\n\nResultat\n\n{TEXT}\n"
    assert headings(text) == [(1, "MÅL OCH UTFALL"), (2, "Nät"), (1, "EKONOMI"), (2, "Resultat")]


HEADER, ROWS = ("Kommun", "Stöd", "Andel"), (("Boden", "12", "5 %"), ("Luleå", "", "7 %"))


@pytest.mark.parametrize(
    "drawn",
    [
        "Kommun     Stöd    Andel\nBoden        12      5 %\nLuleå                7 %",
        "  Kommun     Stöd    Andel\n  ------------------------\n"
        "  Boden        12      5 %\n  Luleå                7 %",
        "| Kommun | Stöd | Andel |\n|--------|------|-------|\n| Boden  | 12   | 5 %   |\n| Luleå  |      | 7 %   |",
        "+--------+------+-------+\n| Kommun | Stöd | Andel |\n+========+======+=======+\n| Boden  | 12   | 5 %   |\n"
        "+--------+------+-------+\n| Luleå  |      | 7 %   |\n+--------+------+-------+",
        "Kommun;Stöd;Andel\nBoden;12;5 %\nLuleå;;7 %",
    ],
)
def test_tables_that_are_drawn(drawn: str) -> None:
    assert table_of(drawn) == TableBlock(HEADER, ROWS)
    wrapped = document_of(f"Titel\n\n{WRAPPED}\n\n{drawn}\n\n{WRAPPED}\n\n{WRAPPED}\n").blocks
    assert wrapped[1:2] == (TableBlock(HEADER, ROWS),)


def test_names_over_two_columns_and_lines_that_name_rows() -> None:
    groups = (
        "            Kvinnor           Män\n"
        "Kommun   Antal   Andel   Antal   Andel\n"
        "Boden        1     2 %       3     4 %\n"
        "Norrbotten\n"
        "Luleå        5     6 %       7     8 %"
    )
    assert table_of(groups) == TableBlock(
        ("Kommun", "Kvinnor: Antal", "Kvinnor: Andel", "Män: Antal", "Män: Andel"),
        (("Boden", "1", "2 %", "3", "4 %"), ("Norrbotten", "", "", "", ""), ("Luleå", "5", "6 %", "7", "8 %")),
    )


def test_lines_between_two_rules_are_one_row() -> None:
    drawn = (
        "+-----+------+\n| Mål | Stöd |\n+-----+------+\n| Nät | 12   |\n| i   |      |\n| byn |      |\n+-----+------+"
    )
    last = "\n| Väg | 3    |\n+-----+------+"
    assert table_of(drawn + last) == TableBlock(("Mål", "Stöd"), (("Nät i byn", "12"), ("Väg", "3")))


def test_wide_space_between_the_words_of_lines_is_no_table() -> None:
    spread = "\n".join(line.replace(" ", "  ", 3) for line in WRAPPED.split("\n"))
    assert not any(isinstance(block, TableBlock) for block in document_of(f"Titel\n\n{spread}\n\n{WRAPPED}\n").blocks)


def test_form_feeds_part_pages_whose_running_lines_and_numbers_are_set_aside() -> None:
    other = WRAPPED.replace("regionen", "kommunen").replace("därför", "då")
    pages = [
        f"Rapport\n\n{WRAPPED} Det\n\n     Region Norrland   1 (3)\n",
        f"\fvar mer än året före. {other}\n\n     Region Norrland   2 (3)\n",
        f"\fMål\n\n{other.replace('länets', 'ortens')}\n\n     Region Norrland   3 (3)\n",
    ]
    document = document_of("".join(pages))
    texts = [block.text for block in document.blocks if isinstance(block, Paragraph)]
    assert "för kommande år. Det var mer än året före." in texts[0]
    assert document.front_matter == ("Region Norrland 1 (3)",)
    assert not any("Norrland" in text for text in texts)
    numbered = f"Rapport\n\nEtt. {TEXT}\n\n1\n\fMål\n\nTvå. {TEXT}\n\n2\n\fNät\n\nTre. {TEXT}\n\n3\n"
    assert headings(numbered) == [(1, "Mål"), (1, "Nät")]
    assert [text[:4] for text in paragraphs(numbered)] == ["Ett.", "Två.", "Tre."]


def test_a_page_of_its_own_number_and_paragraphs_that_go_on_below_a_header() -> None:
    assert paragraphs(f"Rapport\n\n{TEXT}\n\n1\n\fMål\n\n{TEXT}\n") == [TEXT, TEXT]
    half = TEXT.index(" uppkoppling")
    pages = (f"\n\nRapport\n\n{TEXT[:half]}\n", f"\n{TEXT[half:]}\n", f"\nMål\n\n{TEXT}\n")
    broken = "\f".join(f"Region Norrland{page}" for page in pages)
    assert paragraphs(broken) == [TEXT, TEXT]


def test_pages_of_nothing_but_lines_alike_keep_them() -> None:
    document = document_of("\f".join(f"Post {number}\n" for number in range(1, 9)))
    assert document.title == "Post 1"
    assert len(document.blocks) == 7


def test_a_table_of_rising_numbers_is_no_contents_page() -> None:
    numbers = "Kommun\tAntal\nBoden\t12\nLuleå\t14\nPiteå\t20"
    assert table_of(numbers) == TableBlock(("Kommun", "Antal"), (("Boden", "12"), ("Luleå", "14"), ("Piteå", "20")))
    listed = "Mål\t3\nNät\t4\nVäg\t9"
    text = f"Titel\n\n{listed}\n\nMål\n\n{TEXT}\n\nNät\n\n{TEXT}\n\nVäg\n\n{TEXT}\n"
    assert headings(text) == [(1, "Mål"), (1, "Nät"), (1, "Väg")]
    assert not any(isinstance(block, TableBlock) for block in document_of(text).blocks)


def test_tabs_that_part_no_cells() -> None:
    lists = "-\tett\n-\ttvå\n\n1.\tSkola\n2.\tVård"
    text = f"\tRapport\n\n\t{TEXT}\n\n{lists}\n\n1\tMål\n\n{TEXT}\n\n2\tNät\n\n{TEXT}\n"
    document = document_of(text)
    assert document.title == "Rapport"
    assert headings(text) == [(1, "1 Mål"), (1, "2 Nät")]
    items = [b.text for b in document.blocks if isinstance(b, Paragraph) and b.list_item]
    assert items == ["ett", "två", "1. Skola", "2. Vård"]
    assert table_of("Kommun:\tBoden\nBelopp:\t12 tkr") == TableBlock((), (("Kommun:", "Boden"), ("Belopp:", "12 tkr")))


def test_letters_and_numbers_in_brackets_begin_items() -> None:
    text = f"Titel\n\n{TEXT}\n\n(1) Skola\n(2) Vård\n\na) Nät\nb) Buss\n\n{TEXT}\n"
    items = [b.text for b in document_of(text).blocks if isinstance(b, Paragraph) and b.list_item]
    assert items == ["(1) Skola", "(2) Vård", "a) Nät", "b) Buss"]
    full = WRAPPED.splitlines()[0][:-3]
    listed = f"Titel\n\n{WRAPPED}\n\na) {full}\nb) {full}\nc) {full}\n\n{WRAPPED}\n"
    assert [b.text[:2] for b in document_of(listed).blocks if isinstance(b, Paragraph) and b.list_item] == [
        "a)",
        "b)",
        "c)",
    ]


def test_a_caption_names_a_picture_and_a_sentence_speaks_of_it() -> None:
    blocks = document_of(f"Titel\n\n{TEXT}\n\nDiagram 2. Andel med fiber\n\nFigur 1 visar andelen.\n\n{TEXT}\n").blocks
    assert blocks[1:3] == (Picture("Diagram 2. Andel med fiber"), Paragraph("Figur 1 visar andelen."))
    assert "Tabell 2 visar stödet:" in paragraphs(f"Titel\n\n{TEXT}\n\nTabell 2 visar stödet:\n\na\tb\n1\t2\n")


def test_a_text_in_markdown_is_read_as_such() -> None:
    document = document_of("# Rapport\n\nText.\n\n## Mål\n\n- **nät**\n")
    assert document.title == "Rapport"
    assert document.blocks == (Paragraph("Text."), Heading("Mål", 2), Paragraph("nät", list_item=True))
    assert headings(f"Titel\n\n#metoo och annat\n\n{TEXT}\n") == [(1, "#metoo och annat")]


def test_other_encodings() -> None:
    text = f"Övertorneå – en rapport\n\nMål\n\n{TEXT} ”Citat” 5 €\n"
    for encoding in ("cp1252", "utf-16", "utf-8-sig"):
        assert read(text.encode(encoding), "a.txt", Settings()).title == "Övertorneå – en rapport"
