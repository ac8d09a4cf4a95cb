"""No reader raises anything but an error that can be said in a sentence, whatever the bytes."""

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import ArsringarError, UnreadableFile
from corpus.settings import Settings
from ingest.formats import READERS, reader_of
from ingest.passages import passages
from ingest.sections import assemble

SUFFIXES = [".txt", ".md", ".html", ".docx"]
texts = st.lists(
    st.sampled_from(
        [
            *("Mål", "Rubrik 1", "1 Skola", "2 Vård", "- punkt", "\t", "a\tb", "3\t4", "12 %", "Innehåll", "Ekonomi 4"),
            *(
                "\n",
                "\n\n",
                "\n\n\n\n",
                " \n",
                "\f",
                ".",
                ": ",
                "bredbands-",
                "länet1.",
                "2",
                " Ibid.",
                "och mer",
                "x" * 80,
            ),
            *(
                "<p>",
                "</p>",
                "<table>",
                "<tr><td colspan=99999999>",
                "<li>",
                "<sup><a href='#a'>1</a></sup>",
                "<h2 id='a'>",
            ),
            *("| a | b |\n|---|---|\n", "[^1]", "\n[^1]: not\n", "---\n", "&#0;", "<!--", "<svg>", "\u00ad", "\u2028"),
        ]
    ),
    max_size=60,
).map("".join)


def read_whole(content: bytes, suffix: str) -> None:
    name = f"fil{suffix}"
    try:
        document = reader_of(name)(content, name, Settings())
    except ArsringarError:
        return
    report = assemble(document, name)
    assert report.metadata.title
    passages(report)


@pytest.mark.parametrize("suffix", SUFFIXES)
@settings(deadline=None, max_examples=60)
@given(content=st.binary(max_size=400) | texts.map(str.encode) | texts.map(lambda text: text.encode("utf-16")))
def test_any_bytes(suffix: str, content: bytes) -> None:
    read_whole(content, suffix)


@settings(deadline=None, max_examples=60)
@given(
    body=st.text(max_size=200)
    | st.lists(
        st.sampled_from(
            [
                "<w:p>",
                "</w:p>",
                "<w:tbl>",
                "</w:tbl>",
                "<w:tr>",
                "</w:tr>",
                "<w:tc>",
                "</w:tc>",
                "<w:r><w:t>x</w:t></w:r>",
            ]
        ),
        max_size=40,
    ).map("".join)
)
def test_any_word_body(body: str) -> None:
    out = io.BytesIO()
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(
            "word/document.xml", f"<w:document {space}><w:body>{body}</w:body></w:document>".encode("utf-8", "replace")
        )
    read_whole(out.getvalue(), ".docx")


@settings(deadline=None, max_examples=40)
@given(data=st.data())
def test_a_mutated_document(data: st.DataObject, samples_docx: bytes) -> None:
    at = data.draw(st.integers(0, len(samples_docx) - 1))
    end = data.draw(st.integers(at, min(len(samples_docx), at + 200)))
    read_whole(samples_docx[:at] + data.draw(st.binary(max_size=20)) + samples_docx[end:], ".docx")


@pytest.fixture(scope="session")
def samples_docx() -> bytes:
    from docx import Document

    word = Document()
    word.add_heading("Mål", 1)
    word.add_paragraph("Text.")
    word.add_table(2, 2)
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def test_a_format_that_is_not_known_is_refused() -> None:
    with pytest.raises(UnreadableFile, match=r"\.docx \.htm \.html \.md \.pdf \.txt") as caught:
        reader_of("bild.PNG")
    assert caught.value.reason == "unsupported_format"


@pytest.mark.parametrize("suffix", sorted(READERS))
def test_every_suffix_has_its_reader_in_whatever_case(suffix: str) -> None:
    assert callable(reader_of(f"Rapport{suffix.upper()}"))
