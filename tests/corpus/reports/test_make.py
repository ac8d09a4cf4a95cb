"""The script that makes the samples: particulars, headings, footnotes, and files equal to the committed ones."""

import io
from pathlib import Path

import pytest
from docx import Document
from lxml import html
from PIL import Image

from corpus.errors import InputError
from corpus.reports import make
from corpus.reports.key import page_of
from corpus.reports.pdf import squeeze
from corpus.reports.plain import text_file
from corpus.reports.source import Source, number_headings, plain, read_source
from corpus.reports.word import docx_file

HEAD = (
    '<meta name="publisher" content="Region Ljungmark"><meta name="kind" content="annual_report">'
    '<meta name="period" content="2018-01-01/2018-12-31"><meta name="registration-number" content="RUN 1/19">'
    '<meta name="date" content="2019-01-02"><meta name="style" content="word"><meta name="routes" content="txt">'
)

BODY = """<h1>Rapport</h1><nav><h2>Innehåll</h2></nav><h2>Resor</h2>
<p>Resandet
ökade<sup class="fn"><a href="#fn1">1</a></sup> till 1\u00a0675 tusen.</p>
<aside class="footnote" id="fn1">Preliminärt.</aside>
<table><caption>Tabell 1.</caption><thead><tr><th>Kommun</th><th>2018</th></tr></thead>
<tbody><tr><td>Vitmyra</td><td>27</td></tr></tbody></table>"""


def pixel(svg: str) -> bytes:
    """A picture of one pixel, in place of a drawing."""
    out = io.BytesIO()
    Image.new("1", (1, 1)).save(out, "PNG")
    return out.getvalue()


def written(folder: Path, head: str = HEAD, body: str = BODY) -> Path:
    path = folder / "prov.html"
    path.write_text(f"<html><head><title>Prov</title>{head}</head><body>{body}</body></html>", "utf-8")
    return path


def source(folder: Path) -> Source:
    return read_source(written(folder))


def test_missing_particulars_are_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"prov\.html saknar period"):
        read_source(written(tmp_path, HEAD.replace('name="period"', 'name="x"')))


def test_unknown_route_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="'fax'"):
        make.make(written(tmp_path, HEAD.replace('content="txt"', 'content="fax"')), tmp_path)


def test_headings_are_numbered_but_not_the_contents_nor_the_unnumbered() -> None:
    body = html.fragment_fromstring(
        "<div><nav><h2>Innehåll</h2></nav><h2 class='unnumbered'>Ord</h2><h2>A</h2><h3>b</h3><h3>c</h3><h2>D</h2>"
        "<h3>e</h3></div>"
    )
    number_headings(body)
    headings = [plain(element).replace("\u2002", " ") for element in body.iter("h2", "h3")]
    assert headings == ["Innehåll", "Ord", "1 A", "1.1 b", "1.2 c", "2 D", "2.1 e"]


def test_text_has_tabs_dots_and_bare_footnote_digits(tmp_path: Path) -> None:
    text = text_file(source(tmp_path)).decode("utf-8")
    assert "Resandet ökade1 till 1\u00a0675 tusen.\n" in text
    assert "Tabell 1.\nKommun\t2018\nVitmyra\t27\n" in text
    assert f"Resor{'.' * 65}3\n" in text
    assert text.endswith("1 Preliminärt.\n\nPåhittad rapport för demonstration\n")


def test_word_file_has_headings_tables_and_footnotes(tmp_path: Path) -> None:
    path = tmp_path / "prov.docx"
    path.write_bytes(docx_file(source(tmp_path), pixel))
    document = Document(str(path))
    assert [p.text for p in document.paragraphs if p.style is not None and p.style.name == "Heading 1"] == ["Resor"]
    assert [[cell.text for cell in row.cells] for row in document.tables[0].rows] == [
        ["Kommun", "2018"],
        ["Vitmyra", "27"],
    ]
    notes = [part for part in document.part.package.iter_parts() if part.partname == "/word/footnotes.xml"]
    assert "Preliminärt." in notes[0].blob.decode("utf-8")


def test_word_file_is_the_same_each_time(tmp_path: Path) -> None:
    one = source(tmp_path)
    assert docx_file(one, pixel) == docx_file(one, pixel)


def test_committed_text_is_what_the_source_makes(samples: Path) -> None:
    made = text_file(read_source(samples / "sources" / "arsredovisning-2023.html"))
    assert made == (samples / "arsredovisning-2023.txt").read_bytes()


def test_committed_word_file_is_what_the_source_makes(samples: Path, tmp_path: Path) -> None:
    path = tmp_path / "again.docx"
    path.write_bytes(docx_file(read_source(samples / "sources" / "arsredovisning-2021.html"), pixel))
    texts = [
        [p.text for p in document.paragraphs]
        + [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        for document in (Document(str(path)), Document(str(samples / "arsredovisning-2021.docx")))
    ]
    assert texts[0] == texts[1]


def test_a_quote_is_found_across_line_breaks_and_hyphens() -> None:
    pages = ["Inledning", "Målet är att bred\u2010\nbandet byggs\u00a0ut"]
    assert page_of("bredbandet byggs ut", pages) == 2
    assert page_of("bredbandet rivs", pages) is None
    assert squeeze("små- och medel\u00ad\nstora") == "småochmedelstora"
