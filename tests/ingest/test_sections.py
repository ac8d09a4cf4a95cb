from corpus.model import Box, Page, Report, Source, Span
from ingest.document import Document, Heading, Note, Paragraph, Picture, Properties, TableBlock
from ingest.sections import assemble


def report_of(*blocks: Heading | Paragraph | TableBlock | Picture | Note, pages: tuple[Page, ...] = ()) -> Report:
    return assemble(Document(blocks, pages), "rapport.txt")


def test_headings_make_a_tree_and_skipped_levels_close_up() -> None:
    report = report_of(Heading("A", 1), Heading("B", 3), Heading("C", 2), Heading("D", 3), Heading("E", 1))
    assert [(s.id, s.parent_id, s.level) for s in report.sections] == [
        ("s1", None, 1),
        ("s2", "s1", 2),
        ("s3", "s1", 2),
        ("s4", "s3", 3),
        ("s5", None, 1),
    ]


def test_text_before_the_first_heading_is_a_section_without_heading_and_nobodys_parent() -> None:
    report = report_of(Paragraph("Ingress."), Heading("Under", 2))
    assert [(s.heading, s.text, s.parent_id, s.level) for s in report.sections] == [
        ("", "Ingress.", None, 1),
        ("Under", "", None, 1),
    ]


def test_paragraphs_and_list_items_are_joined_as_the_model_says() -> None:
    report = report_of(
        Heading("Mål", 1),
        Paragraph("Två mål gäller:"),
        Paragraph("  snabbt nät ", list_item=True),
        Paragraph("2. fler bussar", list_item=True),
        Paragraph("35 företag fick stöd", list_item=True),
        Paragraph("   "),
        Paragraph("Slut."),
    )
    assert report.sections[0].text == "Två mål gäller:\n\n• snabbt nät\n2. fler bussar\n• 35 företag fick stöd\n\nSlut."


def test_spans_move_with_their_words() -> None:
    box, other = Box(3, 10, 20, 30, 40), Box(4, 1, 2, 3, 4)
    report = report_of(
        Heading("Nät", 1, Source(3, "1", (3,), (box,))),
        Paragraph("Först.", (Span(0, 6, box),)),
        Paragraph(" fiber", (Span(1, 6, other),), list_item=True),
        pages=(Page(3, "1", 100, 100, ""), Page(4, "2", 100, 100, "")),
    )
    (section,) = report.sections
    assert [section.text[span.start : span.end] for span in section.spans] == ["Först.", "fiber"]
    assert [span.box for span in section.spans] == [box, other]
    assert section.source == Source(3, "1", (3, 4), (box,))


def test_a_section_without_heading_stands_where_its_text_begins() -> None:
    box = Box(2, 0, 0, 1, 1)
    report = report_of(Paragraph("Hej.", (Span(0, 4, box),)), pages=(Page(2, "ii", 10, 10, "Hej."),))
    assert (report.sections[0].source.page, report.sections[0].source.printed_page) == (2, "ii")


def test_tables_are_squared_and_belong_to_the_section_that_is_open() -> None:
    report = report_of(
        TableBlock((), (("före", "1"),)),
        Heading("Ekonomi", 1),
        TableBlock(
            ("Post", "Utfall"), (("Bidrag",), ("Stöd", "2", "3")), "Tabell 1", row_sources=(Source(1), Source(2))
        ),
        TableBlock(("", ""), ((" ",),)),
    )
    first, second = report.tables
    assert (first.id, first.section_id) == ("t1", None)
    assert (second.id, second.section_id, second.caption) == ("t2", "s1", "Tabell 1")
    assert second.header == ("Post", "Utfall", "")
    assert second.rows == (("Bidrag", "", ""), ("Stöd", "2", "3"))
    assert second.row_sources == (Source(1), Source(2))


def test_pictures_and_notes_are_numbered_and_placed() -> None:
    report = report_of(Heading("A", 1), Picture("Diagram 1", "1 2"), Note("*", "Preliminärt."), Note("1", "SCB."))
    assert [(i.id, i.section_id, i.caption, i.text) for i in report.illustrations] == [("i1", "s1", "Diagram 1", "1 2")]
    assert [(n.id, n.section_id, n.mark, n.text) for n in report.footnotes] == [
        ("n1", "s1", "*", "Preliminärt."),
        ("n2", "s1", "1", "SCB."),
    ]


def test_metadata_comes_with_the_report() -> None:
    document = Document(
        (Heading("Inledning", 1),), (), "Delårsrapport april 2021", Properties(author="Region Norrland")
    )
    metadata = assemble(document, "x.docx").metadata
    assert (metadata.title, metadata.publisher, metadata.kind) == (
        "Delårsrapport april 2021",
        "Region Norrland",
        "interim_report",
    )
