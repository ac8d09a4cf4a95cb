"""Numbers before headings and list items, as Word, LibreOffice and templates set them."""

from ingest.document import Heading, Paragraph
from tests.ingest.formats.word_files import blocks_of, p, styled


def level(at: int, text: str, form: str = "decimal", more: str = "") -> str:
    start = "" if "<w:start " in more else '<w:start w:val="1"/>'
    return f'<w:lvl w:ilvl="{at}">{start}<w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def definition(number: int, *levels: str, link: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{link}{"".join(levels)}</w:abstractNum>'


def listed(number: int, of: int, override: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{override}</w:num>'


def item(text: str, number: int, at: int = 0) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>')


def texts(body: str, **parts: str) -> list[str]:
    return [block.text for block in blocks_of(body, **parts) if isinstance(block, (Heading, Paragraph))]


HEADINGS = (
    '<w:style w:type="paragraph" w:styleId="R1"><w:name w:val="heading 1"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="R2"><w:name w:val="heading 2"/><w:basedOn w:val="R1"/></w:style>'
)


def test_levels_of_headings_are_those_that_their_styles_stand_for_and_empty_ones_count() -> None:
    outline = definition(
        1, level(0, "%1", more='<w:pStyle w:val="R1"/>'), level(1, "%1.%2", more='<w:pStyle w:val="R2"/>')
    )
    body = styled("Mål", "R1") + styled("Nät", "R2") + styled("Väg", "R2") + styled("", "R1") + styled("Utfall", "R1")
    blocks = blocks_of(body + styled("Buss", "R2") + p("Text."), styles=HEADINGS, numbering=outline + listed(1, 1))
    assert blocks == (
        Heading("1 Mål", 1),
        Heading("1.1 Nät", 2),
        Heading("1.2 Väg", 2),
        Heading("3 Utfall", 1),
        Heading("3.1 Buss", 2),
        Paragraph("Text."),
    )


def test_lists_of_one_definition_count_together_but_one_that_says_where_it_starts() -> None:
    numbering = (
        definition(1, level(0, "%1)"))
        + listed(1, 1)
        + listed(2, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')
        + listed(3, 1)
    )
    body = item("a", 1) + item("b", 1) + item("c", 2) + item("d", 3) + item("e", 2)
    assert texts(body, numbering=numbering) == ["1) a", "2) b", "1) c", "2) d", "3) e"]


def test_a_list_may_change_a_level_and_take_its_definition_from_a_style() -> None:
    numbering = (
        definition(1, level(0, "%1."), link='<w:styleLink w:val="Punkter"/>')
        + definition(2, link='<w:numStyleLink w:val="Punkter"/>')
        + listed(1, 1, f'<w:lvlOverride w:ilvl="0">{level(0, "Mål %1:", "upperRoman")}</w:lvlOverride>')
        + listed(2, 2)
    )
    assert texts(item("a", 1) + item("b", 2) + item("c", 2), numbering=numbering) == ["Mål I: a", "1. b", "2. c"]


def test_levels_that_count_through_and_legal_numbers() -> None:
    numbering = definition(
        1,
        level(0, "%1", "upperLetter"),
        level(1, "%1.%2", more="<w:isLgl/>"),
        level(2, "(%3)", "lowerRoman", '<w:lvlRestart w:val="0"/>'),
    ) + listed(1, 1)
    body = item("a", 1) + item("b", 1, 1) + item("c", 1, 2) + item("d", 1) + item("e", 1, 1) + item("f", 1, 2)
    assert texts(body, numbering=numbering) == ["A a", "1.1 b", "(i) c", "B d", "2.1 e", "(ii) f"]


def test_a_list_that_starts_at_nought() -> None:
    numbering = definition(1, level(0, "%1.", more='<w:start w:val="0"/>')) + listed(1, 1)
    assert texts(item("a", 1) + item("b", 1), numbering=numbering) == ["0. a", "1. b"]
