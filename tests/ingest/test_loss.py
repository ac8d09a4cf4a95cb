"""The check for lost text fires where a reader loses text, and only there."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from corpus.model import Box, Page, Problem, Report, Source, Span
from corpus.settings import Settings
from ingest.document import Block, Document, Heading, Note, Paragraph, Picture, SetAside, TableBlock
from ingest.formats import reader_of
from ingest.loss import lost_text
from ingest.sections import assemble
from ingest.witness import witness

TEXTS = ["arsredovisning-2021.docx", "arsredovisning-2023.txt", "sources/norrbotten-2017.html"]
PAGES = ["arsredovisning-2019.pdf", "arsredovisning-2024.pdf", "norrbotten-delarsrapport-april-2021.pdf"]


@cache
def read(content: bytes, name: str) -> Document:
    """A file as its reader gives it."""
    return reader_of(name)(content, name, Settings())


def told(content: bytes, name: str, breaking: Callable[[Iterable[Block]], Iterable[Block]] = tuple) -> list[Problem]:
    """The problems of a file after its blocks went through a breaking hand."""
    document = read(content, name)
    broken = replace(document, blocks=tuple(breaking(document.blocks)))
    report = assemble(broken, name)
    pages, aside = witness(content, name, broken, Settings())
    return lost_text(name, pages, report, aside)


def without_every_tenth_paragraph(blocks: Iterable[Block]) -> Iterator[Block]:
    """Drops at most a tenth of the text."""
    count = 0
    for block in blocks:
        count += isinstance(block, Paragraph)
        if not (isinstance(block, Paragraph) and count % 10 == 0):
            yield block


def without_last_cells(blocks: Iterable[Block]) -> Iterator[Block]:
    """Drops the last cell of each row."""
    for block in blocks:
        yield replace(block, rows=tuple(row[:-1] for row in block.rows)) if isinstance(block, TableBlock) else block


def without_notes(blocks: Iterable[Block]) -> Iterator[Block]:
    """Drops footnotes."""
    return (block for block in blocks if not isinstance(block, Note))


def without_headings(blocks: Iterable[Block]) -> Iterator[Block]:
    """Drops every second heading."""
    return (block for at, block in enumerate(blocks) if at % 2 or not isinstance(block, Heading))


@pytest.mark.parametrize("name", TEXTS + PAGES)
def test_a_whole_reading_is_complete(samples: Path, name: str) -> None:
    assert told((samples / name).read_bytes(), name) == []


@pytest.mark.parametrize("name", TEXTS + PAGES)
@pytest.mark.parametrize("breaking", [without_every_tenth_paragraph, without_last_cells, without_headings])
def test_a_broken_reader_is_found_out(
    samples: Path, name: str, breaking: Callable[[Iterable[Block]], Iterable[Block]]
) -> None:
    (problem,) = told((samples / name).read_bytes(), name, breaking)
    assert problem.code == "text_lost"
    assert (problem.page is not None) == (name in PAGES)
    assert f"mest på sidan {problem.page} (" in problem.message or name in TEXTS


MARKDOWN = """---
title: Rapport
---
# Nät

Målet[^1] finns i [planen](https://exempel.se/en-lang-adress).

- ett
- två

| Ort | Antal |
|-----|------:|
| Kalix | 12 |

![Karta över nätet](karta.png)

```python
kod
```

[^1]: Det gäller från den första januari nästa år.
"""


def test_lost_footnotes_of_markdown_are_found_out() -> None:
    assert told(MARKDOWN.encode(), "a.md") == []
    (problem,) = told(MARKDOWN.encode(), "a.md", without_notes)
    assert "”Det gäller från den första januari nästa år”" in problem.message


def html_of(body: str) -> bytes:
    return f"<html><head><title>En titel som inte visas</title></head><body>{body}</body></html>".encode()


@pytest.mark.parametrize(
    "unseen",
    [
        "<script>let a = 'en text som ingen ser';</script>",
        "<style>p { color: red; margin: 0 auto }</style>",
        "<!-- en anmärkning som ingen ser -->",
        "<nav><ul><li>Till startsidan<li>Till kartan</ul></nav>",
        "<p style='display:none'>Detta är dolt för alla läsare.</p>",
        "<div><a href='a'>Till startsidan</a> <a href='b'>Till kartan</a> <a href='c'>Till listan</a></div>",
    ],
)
def test_what_a_page_does_not_show_is_not_lost(unseen: str) -> None:
    assert told(html_of(f"<h1>Nät</h1><p>Fibern &auml;r utbyggd.</p>{unseen}<h2>Mål</h2><p>Fler.</p>"), "a.html") == []


def test_what_an_html_page_shows_must_be_read() -> None:
    content = html_of("<h1>Nät</h1><p>Fibern är utbyggd.</p><h2>Mål</h2><p>Tolv kommuner återstår ännu.</p>")
    (problem,) = told(content, "a.html", lambda blocks: list(blocks)[:-1])
    assert "bland annat ”Tolv kommuner återstår ännu”" in problem.message


def page(number: int, text: str) -> Page:
    return Page(number, None, 595.0, 842.0, text)


def report_of(*blocks: Block, pages: tuple[Page, ...]) -> Report:
    return assemble(Document(blocks, pages), "a.pdf")


def paragraph(text: str, *pages: tuple[int, int]) -> Paragraph:
    """A paragraph whose characters up to each end stand on each page."""
    starts = [0, *(end for _, end in pages)]
    spans = tuple(
        Span(start, end, Box(number, 0, 0, 1, 1)) for start, (number, end) in zip(starts, pages, strict=False)
    )
    return Paragraph(text, spans)


LONG = "Bredbandet byggs ut i alla kommuner under året och kostar mindre än väntat."


def test_neither_order_nor_hyphens_nor_spaces_matter() -> None:
    pages = (page(1, "kostar mindre. Bred-\nbandet byggs u t och"), page(2, "vidare ﬁnns 1"))
    report = report_of(paragraph("Bredbandet byggs ut och kostar mindre.", (1, 38)), pages=pages)
    assert lost_text("a.pdf", pages, report, [SetAside("vidare finns 1", "running", 2)]) == []


def test_a_note_on_the_page_before_is_not_lost_and_one_further_off_is() -> None:
    pages = tuple(page(number, LONG if number == 2 else "x") for number in (1, 2, 3, 4))
    for placed, count in ((1, 0), (3, 0), (4, 1)):
        report = report_of(Note("1", LONG, Source(placed, None, (placed,))), pages=pages)
        assert len(lost_text("a.pdf", pages, report)) == count


def test_the_head_of_a_table_stands_on_each_of_its_pages() -> None:
    head = ("Kommun och ort i länet", "Antal resor under året")
    pages = (page(1, " ".join(head) + " Kalix 12"), page(2, " ".join(head) + " Boden 14"))
    sources = tuple(Source(number, None, (number,)) for number in (1, 2))
    table = TableBlock(head, (("Kalix", "12"), ("Boden", "14")), source=Source(1, None, (1, 2)), row_sources=sources)
    assert lost_text("a.pdf", pages, report_of(table, pages=pages)) == []


def test_the_worst_pages_are_named_with_their_words_and_share() -> None:
    pages = (page(1, LONG), page(2, "Här finns allt kvar."), page(3, f"{LONG} {LONG}"))
    kept = paragraph("Här finns allt kvar.", (2, 20))
    (problem,) = lost_text("a.pdf", pages, report_of(kept, pages=pages))
    assert problem == Problem(
        "text_lost",
        "a.pdf: 92,1 procent av filens tecken (186) kom inte med i det lästa, mest på sidan 3 (124 tecken) och "
        "sidan 1 (62 tecken), bland annat ”Bredbandet byggs ut i alla kommuner under året …”. Jämför med originalet.",
        3,
    )


def test_half_a_percent_is_tolerated() -> None:
    words = [f"ord{number:04}" for number in range(1000)]
    pages = (page(1, " ".join(words)),)
    for missing, count in ((5, 0), (6, 1)):
        text = " ".join(words[missing:])
        assert len(lost_text("a.pdf", pages, report_of(paragraph(text, (1, len(text))), pages=pages))) == count


def test_pictures_and_captions_are_read_too() -> None:
    pages = (page(1, f"Diagram 1. Resor per linje {LONG}"),)
    picture = Picture("Diagram 1. Resor per linje", LONG, Source(1, None, (1,)))
    assert lost_text("a.pdf", pages, report_of(picture, pages=pages)) == []
    assert len(lost_text("a.pdf", pages, report_of(replace(picture, text=""), pages=pages))) == 1
