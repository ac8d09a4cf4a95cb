import pytest

from corpus.settings import Settings
from ingest.formats.pdf import read
from ingest.formats.pdf.objects import objects_of
from ingest.formats.pdf.page_labels import page_labels
from tests.ingest.formats.pdf.small_pdfs import made_pdf, paragraph

SHEETS = tuple(paragraph(f"Den {word} sidan.") for word in ("första", "andra", "tredje"))


def labelled(labels: bytes) -> bytes:
    """Three pages with these labels in the catalog."""
    return made_pdf(*SHEETS).replace(b"/Type /Catalog", b"/Type /Catalog /PageLabels << /Nums [%s] >>" % labels)


@pytest.mark.parametrize(
    ("nums", "labels"),
    [
        (b"0 << /S /r >> 1 << /S /D >>", ("i", "1", "2")),
        (b"0 << /P (A-) /S /D /St 7 >>", ("A-7", "A-8", "A-9")),
        (b"0 << /S /R /St 5000 >>", (None, None, None)),
        (b"", (None, None, None)),
    ],
)
def test_labels_are_the_files_own(nums: bytes, labels: tuple[str | None, ...]) -> None:
    assert page_labels(objects_of(labelled(nums)), 3) == labels


def test_a_label_that_fits_no_integer_ends_nothing() -> None:
    content = labelled(b"0 << /S /a /St 2147483647 >>")
    assert [page.number for page in read(content, "a.pdf", Settings()).pages] == [1, 2, 3]


def test_labels_number_pages_that_bear_no_number() -> None:
    document = read(labelled(b"0 << /S /r >> 1 << /S /D >>"), "a.pdf", Settings())
    assert [page.printed for page in document.pages] == ["i", "1", "2"]
