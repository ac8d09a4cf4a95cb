"""Bookmarks and the pages that they lead to, also where the tree of pages cannot be walked."""

from multiprocessing import get_context

from corpus.settings import Settings
from ingest.formats.pdf.objects import objects_of
from ingest.formats.pdf.opening import open_pdf
from ingest.formats.pdf.outline import bookmarks_of
from ingest.layout.content import Bookmark
from tests.ingest.bad_files import pages, pdf
from tests.ingest.campaign import MOST_SECONDS

CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R /Outlines 7 0 R >>"
PAGE = b"<< /Type /Page /MediaBox [0 0 595 842] >>"
OUTLINE = b"<< /First 8 0 R /Last 9 0 R /Count 2 >>"


def outlined(tree: bytes, branch: bytes) -> bytes:
    """A file with a tree of pages at object 2, a branch of it at 3, pages at 4 and 5, another at 6, two bookmarks."""
    return pdf(
        [
            CATALOGUE,
            tree,
            branch,
            *(PAGE, PAGE, PAGE),
            OUTLINE,
            b"<< /Title (Barn) /Parent 7 0 R /Next 9 0 R /Dest [5 0 R /Fit] >>",
            b"<< /Title (Skolan) /Parent 7 0 R /Prev 8 0 R /Dest [6 0 R /Fit] >>",
        ]
    )


def bookmarks(content: bytes) -> tuple[Bookmark, ...]:
    """A file's bookmarks, read after its pages as the product does."""
    document = open_pdf(content, "a.pdf", Settings())
    try:
        for number in range(len(document)):
            document[number].close()
        return bookmarks_of(document, objects_of(content))
    finally:
        document.close()


def test_bookmarks_lead_to_their_pages() -> None:
    content = outlined(pages(b"3 0 R 6 0 R", 3), pages(b"4 0 R 5 0 R", 2))
    assert bookmarks(content) == (Bookmark("Barn", 1, 2), Bookmark("Skolan", 1, 3))


def test_a_page_that_stands_twice_breaks_no_tree() -> None:
    content = outlined(pages(b"3 0 R 6 0 R", 3), pages(b"5 0 R 5 0 R", 2))
    assert bookmarks(content) == (Bookmark("Barn", 1, 1), Bookmark("Skolan", 1, 3))


def test_a_tree_of_pages_that_holds_itself_is_not_walked() -> None:
    """For hours, pdfium would look for a page that is not in it: one call that only the end of its process ends."""
    content = outlined(pages(b"4 0 R 3 0 R", 2), pages(b"2 0 R " * 20, 2))
    with get_context("spawn").Pool(1) as pool:
        found = pool.apply_async(bookmarks, (content,)).get(timeout=MOST_SECONDS)
    assert found == (Bookmark("Barn", 1, None), Bookmark("Skolan", 1, None))
