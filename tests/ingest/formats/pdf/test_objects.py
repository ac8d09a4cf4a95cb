"""A PDF's objects through pdfminer, in circles too."""

import pytest
from pdfminer.pdfexceptions import PDFObjectNotFound
from pdfminer.pdftypes import resolve1

from ingest.formats.pdf.objects import Objects, has_sound_page_tree, objects_of
from tests.ingest.bad_files import pages, pdf

CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"
PAGE = b"<< /Type /Page /MediaBox [0 0 595 842] >>"


def opened(*objects: bytes) -> Objects:
    found = objects_of(pdf([CATALOGUE, *objects]))
    assert found is not None
    return found


def test_references_to_references_are_followed() -> None:
    objects = opened(b"3 0 R", b"4 0 R", pages(b"", 0))
    assert resolve1(objects.catalog["Pages"])["Count"] == 0


@pytest.mark.parametrize("circle", [(b"2 0 R",), (b"3 0 R", b"4 0 R", b"3 0 R")])
def test_a_circle_of_references_is_no_object(circle: tuple[bytes, ...]) -> None:
    """By itself pdfminer would follow it for ever."""
    with pytest.raises(PDFObjectNotFound):
        opened(*circle).getobj(2)


def test_a_catalogue_in_a_circle_of_references_is_empty() -> None:
    objects = objects_of(pdf([b"1 0 R"]))
    assert objects is not None
    assert objects.catalog == {}


@pytest.mark.parametrize(
    ("tree", "branch", "sound"),
    [
        (pages(b"3 0 R 6 0 R", 3), pages(b"4 0 R 5 0 R", 2), True),
        (pages(b"3 0 R << /Kids [6 0 R] /Count 1 >>", 3), pages(b"4 0 R 5 0 R", 2), True),
        (pages(b"3 0 R 3 0 R", 4), pages(b"4 0 R 5 0 R", 2), False),
        (pages(b"3 0 R", 1), pages(b"<< /Kids [2 0 R] /Count 1 >>", 1), False),
    ],
)
def test_a_sound_tree_reaches_no_branch_twice(tree: bytes, branch: bytes, *, sound: bool) -> None:
    assert has_sound_page_tree(opened(tree, branch, PAGE, PAGE, PAGE)) is sound


def test_what_cannot_be_opened_has_no_sound_tree() -> None:
    assert objects_of(b"%PDF-1.4 och inget mer") is None
    assert not has_sound_page_tree(None)
