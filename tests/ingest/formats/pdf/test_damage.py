"""Broken PDFs end as read or as a problem in words, never as a crash."""

import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.errors import ArsringarError
from corpus.settings import Settings
from ingest.formats.pdf import read
from tests.ingest.formats.pdf.small_pdfs import Shown, made_pdf, paragraph

SHEET = (Shown("1 Inledning", 72, 770, 20, bold=True), *paragraph("En rad text.", "En rad till.", y=740))


def flipped(content: bytes, draw: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(draw.choice((1, 20, 300))):
        changed[draw.randrange(len(changed))] = draw.randrange(256)
    return bytes(changed)


def truncated(content: bytes, draw: random.Random) -> bytes:
    return content[: draw.randrange(len(content))]


def swapped(content: bytes, draw: random.Random) -> bytes:
    bodies = [match.span(1) for match in re.finditer(rb"\d+ 0 obj(.*?)endobj", content, re.DOTALL)]
    (a, b), (c, d) = sorted(draw.sample(bodies, 2))
    return content[:a] + content[c:d] + content[b:c] + content[a:b] + content[d:]


def zeroed(content: bytes, draw: random.Random) -> bytes:
    at = draw.randrange(len(content))
    return content[:at] + bytes(min(500, len(content) - at)) + content[at + 500 :]


DAMAGES = (flipped, truncated, swapped, zeroed)


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("seed", range(20))
def test_damaged_small_files(damage: Callable[[bytes, random.Random], bytes], seed: int) -> None:
    read_or_refused(damage(made_pdf(SHEET, SHEET), random.Random(seed)))


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("seed", range(5))
def test_damaged_sample_reports(samples: Path, damage: Callable[[bytes, random.Random], bytes], seed: int) -> None:
    name = ("arsredovisning-2018.pdf", "arsredovisning-2020.pdf")[seed % 2]
    read_or_refused(damage((samples / name).read_bytes(), random.Random(seed)))


def read_or_refused(content: bytes) -> None:
    problem = ""
    pages = 0
    try:
        pages = len(read(content, "skadad.pdf", Settings()).pages)
    except ArsringarError as error:
        problem = error.message
    assert pages or problem.startswith("skadad.pdf")
