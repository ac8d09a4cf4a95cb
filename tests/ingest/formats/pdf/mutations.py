"""Mutated PDFs: every one a sample report with some damage, the same for the same number."""

import random
import re
from pathlib import Path

from tests.ingest.byte_mutations import BYTE_MUTATIONS, Mutation
from tests.ingest.formats.pdf.object_mutations import NUMBERS, OBJECT_MUTATIONS, REFERENCE
from tests.ingest.formats.pdf.stream_mutations import STREAM_MUTATIONS

OBJECT_START = re.compile(rb"\d+ 0 obj(.*?)endobj", re.DOTALL)


def bodies_swapped(content: bytes, draw: random.Random) -> bytes:
    """Objects at each other's places in the file, its table left as it was."""
    (a, b), (c, d) = sorted(draw.sample([match.span(1) for match in OBJECT_START.finditer(content)], 2))
    return content[:a] + content[c:d] + content[b:c] + content[a:b] + content[d:]


def table_damaged(content: bytes, draw: random.Random) -> bytes:
    """Digits changed in the table of objects, the trailer or what leads to them."""
    start = draw.choice((max(content.rfind(b"\nxref"), 0), content.rfind(b"startxref"), len(content) - 2000))
    changed = bytearray(content)
    digits = [at for at in range(start, len(content)) if 48 <= content[at] < 58]
    for at in draw.sample(digits, min(len(digits), draw.choice((1, 10, 200)))):
        changed[at] = draw.randrange(48, 58)
    return bytes(changed)


def trailer_cluttered(content: bytes, draw: random.Random) -> bytes:
    """A second trailer at the end that locks the file, names another catalogue or leads back to itself."""
    at = content.rfind(b"startxref")
    number = draw.choice(REFERENCE.findall(content))
    entries = (
        b"/Encrypt %s 0 R" % number,
        b"/Encrypt <</Filter /Standard /V 4 /R 4 /P -4 /O (x) /U (y)>> /ID [<00> <00>]",
        b"/Root %s 0 R" % number,
        b"/Prev %d" % (at + 10),
        b"/Size %s" % draw.choice(NUMBERS),
        b"/Info %s 0 R" % number,
    )
    made = b"xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 9999 %s /Prev %s>>\nstartxref\n%d\n%%%%EOF\n"
    before = content[at:].split()[1]
    return content + made % (draw.choice(entries), before, len(content))


def twice(content: bytes, draw: random.Random) -> bytes:
    """Two or three kinds of damage, first inside and then outside."""
    inside = draw.sample((*OBJECT_MUTATIONS, *STREAM_MUTATIONS), 2)
    for mutation in (*inside, draw.choice(BYTE_MUTATIONS)):
        content = mutation(content, draw)
    return content


MUTATIONS: tuple[Mutation, ...] = (
    *BYTE_MUTATIONS,
    bodies_swapped,
    table_damaged,
    trailer_cluttered,
    *OBJECT_MUTATIONS,
    *STREAM_MUTATIONS,
    twice,
)


def mutated(number: int, samples: list[Path]) -> tuple[str, bytes]:
    """The mutated report of a number, and a name that says what was done to it and to what."""
    draw = random.Random(f"pdf {number}")
    mutation, sample = MUTATIONS[number % len(MUTATIONS)], draw.choice(samples)
    return f"{number:04}-{mutation.__name__}-{sample.name}", mutation(sample.read_bytes(), draw)
