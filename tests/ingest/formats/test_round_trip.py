"""What is written out in a format comes back as the same blocks."""

from collections.abc import Callable, Sequence
from html import escape
from itertools import groupby

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.settings import Settings
from ingest.document import Block, Heading, Paragraph, TableBlock
from ingest.formats import Reader
from ingest.formats.docx import read as read_docx
from ingest.formats.html import read as read_html
from ingest.formats.markdown import read as read_markdown
from ingest.formats.text import read as read_text
from tests.ingest.formats.word_files import cell, docx, p, rows, styled

WORDS = ("Region", "bredband", "Övertorneå", "stöd", "året", "länets", "kommuner", "nät", "och", "med", "växer", "2021")
words = st.sampled_from(WORDS)
sentences = st.lists(words, min_size=9, max_size=30).map(lambda parts: f"Arbetet {' '.join(parts)}.")
names = st.lists(words.filter(str.isalpha), min_size=1, max_size=3).map(lambda parts: f"Del {' '.join(parts)}")
cells = st.sampled_from(("12", "5 %", "1 675", "●", "▲", "Luleå", "ökar"))
headings = st.builds(Heading, names, st.integers(1, 4))
texts = st.builds(Paragraph, sentences)
items = st.builds(Paragraph, sentences, list_item=st.just(True))
tables = st.integers(2, 4).flatmap(
    lambda width: st.lists(st.tuples(*[cells] * width), min_size=2, max_size=4).map(
        lambda body: TableBlock(tuple(f"Mått {letter}" for letter in "abcd"[:width]), tuple(body))
    )
)
blocks = st.lists(headings | texts | items | tables, min_size=1, max_size=12)


def level_one(found: Sequence[Block]) -> list[Block]:
    """Blocks below two headings of the first level, so that neither is taken for the title; the last is text."""
    return [Heading("Först", 1), Paragraph("Inledning."), Heading("Sedan", 1), *found, Paragraph("Arbetet är slut.")]


def as_markdown(of: Sequence[Block]) -> bytes:
    parts = []
    for is_item, group in groupby(of, key=lambda block: isinstance(block, Paragraph) and block.list_item):
        written = [_markdown(block) for block in group]
        parts += ["\n".join(f"- {text}" for text in written)] if is_item else written
    return "\n\n".join(parts).encode()


def _markdown(block: Block) -> str:
    match block:
        case Heading(text=text, level=level):
            return f"{'#' * level} {text}"
        case TableBlock(header=header, rows=body):
            lines = [header, ("---",) * len(header), *body]
            return "\n".join(f"| {' | '.join(line)} |" for line in lines)
        case Paragraph(text=text):
            return text
    raise AssertionError(block)


def as_html(of: Sequence[Block]) -> bytes:
    parts = []
    for block in of:
        match block:
            case Heading(text=text, level=level):
                parts.append(f"<h{level}>{escape(text)}</h{level}>")
            case TableBlock(header=header, rows=body):
                head = "".join(f"<th>{escape(text)}" for text in header)
                lines = "".join(f"<tr>{''.join(f'<td>{escape(text)}' for text in row)}" for row in body)
                parts.append(f"<table><thead><tr>{head}<tbody>{lines}</table>")
            case Paragraph(text=text, list_item=True):
                parts.append(f"<ul><li>{escape(text)}</ul>")
            case Paragraph(text=text):
                parts.append(f"<p>{escape(text)}</p>")
    return "".join(parts).encode()


STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="R{level}"><w:name w:val="heading {level}"/></w:style>'
    for level in range(1, 5)
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


def as_docx(of: Sequence[Block]) -> bytes:
    parts = []
    for block in of:
        match block:
            case Heading(text=text, level=level):
                parts.append(styled(text, f"R{level}"))
            case TableBlock(header=header, rows=body):
                head = "<w:trPr><w:tblHeader/></w:trPr>" + "".join(map(cell, header))
                parts.append(rows(head, *("".join(map(cell, row)) for row in body)))
            case Paragraph(text=text, list_item=True):
                parts.append(p(text, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'))
            case Paragraph(text=text):
                parts.append(p(text))
    return docx("".join(parts), styles=STYLES, numbering=NUMBERING)


@pytest.mark.parametrize(
    ("write", "read"),
    [(as_markdown, read_markdown), (as_html, read_html), (as_docx, read_docx)],
    ids=["md", "html", "docx"],
)
@settings(deadline=None, max_examples=60)
@given(found=blocks)
def test_blocks_come_back_as_they_were_written(
    write: Callable[[Sequence[Block]], bytes], read: Reader, found: list[Block]
) -> None:
    of = level_one(found)
    assert list(read(write(of), "a", Settings()).blocks) == of


def as_text(of: Sequence[Block]) -> bytes:
    """Blocks as a plain text in which underlines mark the headings, and tabs part the cells."""
    parts = []
    for is_item, group in groupby(of, key=lambda block: isinstance(block, Paragraph) and block.list_item):
        written = []
        for block in group:
            match block:
                case Heading(text=text, level=level):
                    written.append(f"{text}\n{'=-~^'[level - 1] * len(text)}")
                case TableBlock(header=header, rows=body):
                    written.append("\n".join("\t".join(line) for line in (header, *body)))
                case Paragraph(text=text):
                    written.append(f"- {text}" if is_item else text)
        parts += ["\n".join(written)] if is_item else written
    return "\n\n".join(parts).encode()


@settings(deadline=None, max_examples=80)
@given(found=st.lists(headings | texts | items | tables, min_size=1, max_size=12))
def test_a_plain_text_comes_back_with_its_sections_paragraphs_and_tables(found: list[Block]) -> None:
    of = level_one([Heading("Under", 2), Heading("Underst", 3), Heading("Allra underst", 4), *found])
    document = read_text(as_text(of), "a.txt", Settings())
    expected = of[1:]  # The first line is the title.
    merged: list[Block] = []
    for block in expected:  # Tables with the same head that nothing parts are one that a page's end broke.
        last = merged[-1] if merged else None
        if isinstance(block, TableBlock) and isinstance(last, TableBlock) and block.header == last.header:
            merged[-1] = TableBlock(last.header, last.rows + block.rows)
        else:
            merged.append(block)
    assert document.title == "Först"
    assert list(document.blocks) == merged
