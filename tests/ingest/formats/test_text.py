from corpus.settings import Settings
from ingest.document import Document, Heading, Note, Paragraph, TableBlock
from ingest.formats.text import read

FILLER = (
    "Arbetet med bredband i hela regionen har fortsatt under året och allt fler hushåll har fått en snabb uppkoppling "
    "till ett rimligt pris."
)


def document_of(text: str) -> Document:
    return read(text.encode(), "rapport.txt", Settings())


def headings(document: Document) -> list[tuple[int, str]]:
    return [(block.level, block.text) for block in document.blocks if isinstance(block, Heading)]


def paragraphs(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def tables(document: Document) -> list[TableBlock]:
    return [block for block in document.blocks if isinstance(block, TableBlock)]


def double_spaced(*lines: str) -> str:
    """Lines as they come out of a PDF: a blank line between, none before a line that begins with "|"."""
    text = "\n\n".join(line + " " for line in lines)
    return text.replace("\n\n|", "\n")


WRAPPED = (
    "Redovisning för 2019",
    "Under året har regionen arbetat med att stärka länets kommuner och de företag",
    "som vill växa. Arbetet har skett tillsammans med kommunerna och har gett goda",
    "resultat.",
    "Samverkan mellan länets aktörer",
    "Det som har gjorts inom samverkan har betydelse för hur länet kan utvecklas på",
    "sikt, och därför har medel avsatts även för kommande år i planen för länet.",
    "Med ett gott samarbete kan medlen räcka längre än de annars skulle ha gjort i",
    "de mindre kommunerna.",
)


def test_a_wrapped_double_spaced_text_becomes_paragraphs_under_bare_headings() -> None:
    document = document_of(double_spaced(*WRAPPED))
    assert document.title == "Redovisning för 2019"
    assert headings(document) == [(1, "Samverkan mellan länets aktörer")]
    assert paragraphs(document)[0].startswith(
        "Under året har regionen arbetat med att stärka länets kommuner och de fö"
    )
    assert paragraphs(document)[0].endswith("har gett goda resultat.")


def test_lines_of_one_heading_are_glued_and_a_page_end_breaks_no_sentence() -> None:
    text = double_spaced(
        *WRAPPED,
        "Återrapport 1 – sammanfattning av det",
        "|som har gjorts i länet",
        "Det som har gjorts inom samverkan har betydelse för hur länet kan utvecklas på",
    )
    text += "\n sikt, och därför har medel avsatts även för kommande år i planen för länet. "
    document = document_of(text)
    assert (1, "Återrapport 1 – sammanfattning av det som har gjorts i länet") in headings(document)
    assert paragraphs(document)[-1].startswith("Det som har gjorts inom samverkan har betydelse för hur länet kan utv")
    assert "utvecklas på sikt, och därför" in paragraphs(document)[-1]


def test_line_end_hyphens_are_mended_and_hard_ones_kept() -> None:
    document = document_of(
        double_spaced(
            *WRAPPED,
            "Arbetet har gett goda resultat för länets kommuner, för företagen och för RUS-",
            "programmet, som är en del av det samlade arbetet för små- och medelstora före-",
            "tag i länet.",
        )
    )
    assert paragraphs(document)[-1].endswith(
        "för RUS-programmet, som är en del av det samlade arbetet för små- och me" + ("delstora företag i länet.")
    )


def test_footnote_digits_leave_the_text_and_their_notes_are_kept() -> None:
    text = double_spaced(
        *WRAPPED,
        "Stödet är viktigt för länet.1 Det har gett goda resultat för länets kommuner2",
        "och för de företag som vill växa på sikt, och därför har medel avsatts för åren",
        "framåt i planen för länet.",
    )
    text += "\n3\n som en del av planen för länets kommuner. \n\n   \n1\n Se bilaga. \n\n2\n Ibid. \n"
    document = document_of(text)
    assert paragraphs(document)[-1].startswith(
        "Stödet är viktigt för länet. Det har gett goda resultat för länets kommuner"
    )
    assert paragraphs(document)[-1].endswith("framåt i planen för länet. som en del av planen för länets kommuner.")
    notes = [block for block in document.blocks if isinstance(block, Note)]
    assert [(note.mark, note.text) for note in notes] == [("1", "Se bilaga."), ("2", "Ibid.")]
    assert [(problem.code, "saknas i filen: 3." in problem.message) for problem in document.problems] == [
        ("footnotes_missing", True)
    ]


def test_rows_that_end_in_figures_are_a_table() -> None:
    document = document_of(
        double_spaced(
            *WRAPPED,
            "Område Beviljat belopp",
            "1. Energi och miljö 12% 10 267 744",
            "2. Test och övning av",
            "|fordon 1% 525 000",
            "3. Besöksnäring 87% 40 206 690",
            "Totalt 50 999 434",
        )
    )
    (table,) = tables(document)
    assert table.header == ("Område", "", "Beviljat belopp")
    assert table.rows == (
        ("1. Energi och miljö", "12%", "10 267 744"),
        ("2. Test och övning av fordon", "1%", "525 000"),
        ("3. Besöksnäring", "87%", "40 206 690"),
        ("Totalt", "", "50 999 434"),
    )


def test_tabbed_lines_are_a_table_and_narrow_cells_are_mended() -> None:
    document = document_of(
        f"Kulturenheten\n\n{FILLER}\n\n"
        "Mått\tUtfall 2019\tUtfall 2020\tKälla\n"
        "Besök\t125 130\t51 720\tKultur-enheten\nWebb\t384\t463\t\n\nSlut på texten."
    )
    (table,) = tables(document)
    assert table.header == ("Mått", "Utfall 2019", "Utfall 2020", "Källa")
    assert table.rows == (("Besök", "125 130", "51 720", "Kulturenheten"), ("Webb", "384", "463", ""))


def test_a_table_that_a_page_broke_is_one_and_a_head_of_two_rows_is_one() -> None:
    document = document_of("Rubrik\n\nMål\tUtfall\nFiber\t●\n\n\nMål\tUtfall\nBuss\t◇\n")
    assert tables(document) == [TableBlock(("Mål", "Utfall"), (("Fiber", "●"), ("Buss", "◇")))]
    document = document_of("Rubrik\n\nKvinnor\t\tMän\t\nAntal\tAndel\tAntal\tAndel\n12\t60\t8\t40\n")
    assert tables(document)[0].header == ("Kvinnor: Antal", "Kvinnor: Andel", "Män: Antal", "Män: Andel")


GOALS = f"""
Delårsrapport augusti 2020

Innehållsförteckning

Mål i perspektiv\t3
Samhälle.....\t3
Medborgare\t8
Bolagen\t12

Mål i perspektiv

Samhälle

{FILLER}

Strategiskt mål: Ett levande län

Strategiskt mål\tMåluppfyllelse\tFramgångsfaktor
Ett levande län\t●\tSnabba nät

{FILLER}

Framgångsfaktor: Snabba nät

Framgångsfaktor\tStyrmått\tMål
Snabba nät\tAntal byar med fiber\tÖka

Antal byar med fiber

{FILLER}

Medborgare

{FILLER}

Strategiskt mål: God livskvalitet

{FILLER}

Bolagen

Energikontoret AB

{FILLER}
"""


def test_levels_follow_contents_labels_and_what_headings_hold() -> None:
    document = document_of(GOALS)
    assert document.title == "Delårsrapport augusti 2020"
    assert headings(document) == [
        (1, "Mål i perspektiv"),
        (2, "Samhälle"),
        (3, "Strategiskt mål: Ett levande län"),
        (4, "Framgångsfaktor: Snabba nät"),
        (5, "Antal byar med fiber"),
        (2, "Medborgare"),
        (3, "Strategiskt mål: God livskvalitet"),
        (1, "Bolagen"),
        (2, "Energikontoret AB"),
    ]
    assert "Innehållsförteckning" not in " ".join(paragraphs(document))


def test_a_paragraph_that_a_page_broke_goes_on() -> None:
    half = FILLER[: FILLER.index("en snabb")].strip()
    document = document_of(
        f"Titel\n\n{half}\n\n{FILLER[len(half) + 1 :]}\n\n"
        "Regionen avsatte medel från Statens kul-\n\nturråd för länet.\n"
    )
    assert paragraphs(document)[0] == FILLER
    assert paragraphs(document)[1] == "Regionen avsatte medel från Statens kulturråd för länet."


def test_lists_keep_their_numbers_and_lose_their_bullets() -> None:
    document = document_of(
        f"Titel\n\n{FILLER}\n\n- fiber\n- buss\n\n1. Skola\n2. Vård\n\nDet här gäller:\nsnabba nät\ntäta turer\n"
    )
    items = [block.text for block in document.blocks if isinstance(block, Paragraph) and block.list_item]
    assert items == ["fiber", "buss", "1. Skola", "2. Vård", "snabba nät", "täta turer"]


def test_an_ordinary_text_with_its_title_first_and_bare_headings() -> None:
    document = document_of(f"Däckmontör\n{FILLER}\nArbetsuppgifter\n{FILLER}\nBra att veta?\n{FILLER}")
    assert document.title == "Däckmontör"
    assert headings(document) == [(1, "Arbetsuppgifter"), (1, "Bra att veta?")]


def test_lines_of_an_address_or_a_cover_are_no_headings() -> None:
    document = document_of(
        f"Region Norrland\n\nÅrsredovisning 2020\n\nNämnden för tillväxt\n\nInledning\n\n{FILLER}\n\n"
        f"Ekonomi\n\n{FILLER}\n\nRegion Norrland\nBox 1\nNorrstad\nSverige\n"
    )
    assert headings(document) == [(1, "Inledning"), (1, "Ekonomi")]
    assert document.title is None


def test_numbered_headings_tell_their_levels() -> None:
    document = document_of(
        f"Rapport\n\n1 Bakgrund\n\n{FILLER}\n\n1.1 Uppdraget\n\n{FILLER}\n\n"
        f"Metod\n\n{FILLER}\n\n2 Resultat\n\n{FILLER}\n"
    )
    assert headings(document) == [(1, "1 Bakgrund"), (2, "1.1 Uppdraget"), (3, "Metod"), (1, "2 Resultat")]


def test_a_short_line_closed_by_a_stop_is_a_heading_only_without_a_verb() -> None:
    document = document_of(
        f"Titel\n\nProgram\n\nRegionala fonden (ERUF).\n\n{FILLER}\n\nVerksamheten löper enligt plan.\n\n{FILLER}\n"
    )
    assert "Regionala fonden (ERUF)." in [text for _, text in headings(document)]
    assert "Verksamheten löper enligt plan." in paragraphs(document)


def test_the_page_holds_the_file_itself() -> None:
    text = "Titel\n\nText  med\tallt.\n"
    (page,) = document_of(text).pages
    assert (page.number, page.printed, page.width, page.height, page.text) == (None, None, 0, 0, text)


def test_running_lines_are_set_aside_and_break_no_sentence() -> None:
    page = [
        "Under året har regionen arbetat med att stärka länets kommuner och de företag",
        "som vill växa. Arbetet har skett tillsammans med kommunerna och har gett goda",
    ]
    lines = ["Redovisning för 2019"]
    for number in range(1, 6):
        lines += page * 8 + [f"Region Norrland, redovisning {number} (5)"]
    lines += ["resultat i hela länet."]
    document = document_of("\n".join(lines))
    assert document.front_matter == ("Region Norrland, redovisning",)
    assert "redovisning 3" not in " ".join(paragraphs(document))
    assert len(paragraphs(document)) == 1


def test_a_line_that_a_column_broke_off_is_no_heading() -> None:
    document = document_of(f"Titel\n\n{FILLER}\n\nMer om arbetet med\n\n{FILLER}\n\nBolag AB)\n\n{FILLER}\n")
    assert headings(document) == []


def test_a_blank_more_at_a_line_end_closes_a_paragraph_that_fills_its_lines() -> None:
    full = WRAPPED[1:3]
    end = "goda resultat för länets kommuner och för de små företagen i hela regionen."
    texts = paragraphs(document_of(double_spaced(*WRAPPED, *full, end + " ", *full, end, *full, end)))
    assert [text.count("Under året") for text in texts[-2:]] == [1, 2]
    assert all(text.startswith("Under året") and text.endswith(end) for text in texts[-2:])


def test_a_name_keeps_its_hyphen_and_a_quoted_word_is_joined_to_the_rest() -> None:
    document = document_of(
        double_spaced(
            *WRAPPED,
            "Ansökan görs via Nyps-systemet, och stödet lämnas i Nyps efter en ”kickoff”-",
            "konferens som regionen håller. Nypssystemet är nytt, och det finns en hel del",
            "bredbands-utbyggnad kvar. Bredbandsutbyggnad pågår.",
        )
    )
    assert paragraphs(document)[-1] == (
        "Ansökan görs via Nyps-systemet, och stödet lämnas i Nyps efter en ”kickoff”-konferens som regionen håller. "
        "Nypssystemet är nytt, och det finns en hel del bredbandsutbyggnad kvar. Bredbandsutbyggnad pågår."
    )


def test_asterisks_around_words_are_emphasis_and_others_are_not() -> None:
    document = document_of(f"Titel\n\n{FILLER} Se *Länets plan 2030* och **två * tre** samt värde* (2*3*4).\n")
    assert paragraphs(document)[0].endswith("Se Länets plan 2030 och **två * tre** samt värde* (2*3*4).")
    assert "*Länets" not in document.pages[0].text
