"""Broken PDFs end as read or as a problem in words, never as a crash."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.errors import ArsringarError
from corpus.settings import Settings
from ingest.formats.pdf import read
from ingest.formats.pdf.fallback import FallbackReader
from tests.ingest.bad_files import pages, pdf
from tests.ingest.byte_mutations import BYTE_MUTATIONS, Mutation
from tests.ingest.campaign import fates, summary
from tests.ingest.formats.pdf.loose_objects import put_together, taken_apart
from tests.ingest.formats.pdf.mutations import MUTATIONS, bodies_swapped, mutated
from tests.ingest.formats.pdf.small_pdfs import Shown, made_pdf, paragraph

SHEET = (Shown("1 Inledning", 72, 770, 20, bold=True), *paragraph("En rad text.", "En rad till.", y=740))
#: In the suite; the whole campaign is run by `make soak`.
MUTATED_REPORTS = 100


@pytest.mark.parametrize("damage", [*BYTE_MUTATIONS, bodies_swapped])
@pytest.mark.parametrize("seed", range(10))
def test_damaged_small_files(damage: Mutation, seed: int) -> None:
    problem = ""
    found = 0
    try:
        found = len(read(damage(made_pdf(SHEET, SHEET), random.Random(seed)), "skadad.pdf", Settings()).pages)
    except ArsringarError as error:
        problem = error.message
    assert found or problem.startswith("skadad.pdf")


def test_mutated_reports(samples: Path, tmp_path: Path) -> None:
    reports = sorted(samples.glob("*.pdf"))
    found = list(fates((mutated(number, reports) for number in range(MUTATED_REPORTS)), tmp_path))
    assert len(found) == MUTATED_REPORTS
    assert [fate for fate in found if fate.wrong] == []
    codes = {fate.code for fate in found}
    assert "crashed" not in codes, summary(found)
    # Mutations that do no harm, or nothing but harm, would show nothing.
    assert sum(fate.code == "read" for fate in found) >= 0.5 * MUTATED_REPORTS
    assert "damaged" in codes


def test_mutations_are_the_same_for_the_same_number_and_change_the_file(samples: Path) -> None:
    reports = sorted(samples.glob("*.pdf"))
    whole = {put_together(taken_apart(report.read_bytes())) for report in reports}
    whole |= {report.read_bytes() for report in reports}
    changed = [mutated(number, reports) for number in range(len(MUTATIONS))]
    assert changed == [mutated(number, reports) for number in range(len(MUTATIONS))]
    assert [name for name, content in changed if content in whole] == []


def test_half_characters_in_properties_and_bookmarks_are_replaced() -> None:
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Outlines 4 0 R >>",
        pages(b"3 0 R", 1),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
        b"<< /First 5 0 R /Last 6 0 R /Count 2 >>",
        b"<< /Title <FEFFD8000041> /Parent 4 0 R /Next 6 0 R /Dest [3 0 R /Fit] >>",
        b"<< /Title (Bok) /Parent 4 0 R /Prev 5 0 R /Dest [3 0 R /Fit] >>",
        b"<< /Title <FEFFD8000042> /Author (Kommunen) >>",
    ]
    document = read(pdf(objects, b"/Info 7 0 R"), "halv.pdf", Settings())
    assert document.properties.title == "\ufffdB"
    assert document.properties.author == "Kommunen"


def test_what_is_no_character_is_left_out_the_second_way_too() -> None:
    """A glyph without a meaning (the byte 3), and one that means a control character (the letter x)."""
    objects = taken_apart(made_pdf((Shown("bred\x03bxand", 72, 700), Shown("\x03", 72, 500), Shown("skola", 72, 600))))
    meaning = b"1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <78> <0008> endbfchar"
    cmap = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(meaning), meaning)
    font = objects.bodies[3].replace(b"<<", b"<< /ToUnicode 99 0 R")
    page = FallbackReader(put_together(replace(objects, bodies={**objects.bodies, 3: font, 99: cmap}))).read(0)
    assert page is not None
    assert [word.text for word in page.words] == ["bredband", "skola"]
    assert page.text.split() == ["bredband", "skola"]


def test_a_page_whose_box_is_nonsense_ends_nothing_the_second_way() -> None:
    content = made_pdf((Shown("Text", 72, 700),)).replace(b"[0 0 595 842]", b"[[0] 0 595 9]")
    assert FallbackReader(content).read(0) is None


def test_a_file_with_a_circle_of_references_is_not_read_the_second_way() -> None:
    """It would never come back."""
    objects = taken_apart(made_pdf((Shown("Text", 72, 700),)))
    assert FallbackReader(put_together(objects)).read(0) is not None
    circle = {**objects.bodies, 98: b"99 0 R", 99: b"98 0 R"}
    assert FallbackReader(put_together(replace(objects, bodies=circle))).read(0) is None
