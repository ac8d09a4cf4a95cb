"""Thousands of damaged reports: no crash, no hang, no memory without end; each is read or refused in words."""

import sys
from pathlib import Path

import pytest

from tests.ingest.campaign import Fate, fates, summary
from tests.ingest.formats import docx_mutations
from tests.ingest.formats.pdf import mutations

pytestmark = pytest.mark.soak

PDFS = 5000
#: Mutations of a test, so that a failure is told before the whole campaign is over.
PART = 500
WORD_FILES = 200


@pytest.mark.parametrize("start", range(0, PDFS, PART))
def test_mutated_pdfs(start: int, samples: Path, tmp_path: Path) -> None:
    reports = sorted(samples.glob("*.pdf"))
    check(list(fates((mutations.mutated(number, reports) for number in range(start, start + PART)), tmp_path)), PART)


def test_mutated_word_files(samples: Path, tmp_path: Path) -> None:
    sample = samples / "arsredovisning-2021.docx"
    check(list(fates((docx_mutations.mutated(number, sample) for number in range(WORD_FILES)), tmp_path)), WORD_FILES)


def check(found: list[Fate], count: int) -> None:
    """Every file has a fate, none is a wrong one, and none crashed a worker."""
    sys.stdout.write(f"\n{summary(found)}\n")
    assert len(found) == count
    assert [fate for fate in found if fate.wrong] == []
    assert [fate.name for fate in found if fate.code == "crashed"] == []
