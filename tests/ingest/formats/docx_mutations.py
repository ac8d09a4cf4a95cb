"""Mutated Word files: the sample report with some damage, the same for the same number."""

import random
import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from tests.ingest.byte_mutations import BYTE_MUTATIONS, Mutation

TAG = re.compile(rb"<[^<>]+>")
VALUE = re.compile(rb'(?<==)"[^"]*"')
ELEMENT = re.compile(rb"<w:(p|r|tc|tr|tbl|style|lvl|footnote)[ >].*?</w:\1>", re.DOTALL)
#: Attribute values of the wrong kind, size or meaning.
VALUES = (
    *(b'""', b'"-1"', b'"0"', b'"99999999999"', b'"1e9"', b'"Heading1"', b'"9"', b'"x"', b'"&#0;"', b'"restart"'),
    *(b'"' + b"9" * 5000 + b'"', b'"4294967296"', b'"nil"', b'"true"'),
)
#: What is set in between tags: broken XML, elements where none belong, and entities that grow.
INSERTED = (
    *(b"<w:p>", b"</w:p>", b"<w:tbl><w:tr><w:tc>", b"</w:tc></w:tr></w:tbl>", b"&", b"<", b"\x00", b"\xff\xfe", b"]]>"),
    *(b"&lol;", b"<!--", b"<w:footnoteReference w:id='7'/>", b"<w:gridSpan w:val='999999'/>", b"<w:tab/>" * 500),
)


def of_parts(change: Callable[[dict[str, bytes], random.Random], None]) -> Mutation:
    """A mutation that unpacks a file, lets `change` alter its parts, and packs it again."""

    def mutation(content: bytes, draw: random.Random) -> bytes:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        change(parts, draw)
        made = BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, part in parts.items():
                archive.writestr(name, part)
        return made.getvalue()

    mutation.__name__ = change.__name__
    return mutation


def of_xml(change: Callable[[bytes, random.Random], bytes]) -> Mutation:
    """A mutation that alters the XML of one part, most often of the document itself."""

    def alter(parts: dict[str, bytes], draw: random.Random) -> None:
        name = draw.choice(["word/document.xml"] * 3 + [name for name in parts if name.endswith((".xml", ".rels"))])
        parts[name] = change(parts[name], draw)

    alter.__name__ = change.__name__
    return of_parts(alter)


@of_parts
def parts_removed(parts: dict[str, bytes], draw: random.Random) -> None:
    """Parts that are referred to and not there."""
    for name in draw.sample(sorted(parts), draw.choice((1, 3))):
        del parts[name]


@of_parts
def parts_swapped(parts: dict[str, bytes], draw: random.Random) -> None:
    """Parts under each other's names."""
    a, b = draw.sample(sorted(parts), 2)
    parts[a], parts[b] = parts[b], parts[a]


@of_parts
def parts_damaged(parts: dict[str, bytes], draw: random.Random) -> None:
    """A part damaged inside and packed again."""
    name = draw.choice([name for name, part in sorted(parts.items()) if part])
    parts[name] = draw.choice(BYTE_MUTATIONS)(parts[name], draw)


@of_xml
def values_absurd(xml: bytes, draw: random.Random) -> bytes:
    """Attributes with values that no program writes."""
    return _replaced(VALUE, xml, lambda _: draw.choice(VALUES), draw)


@of_xml
def tags_removed(xml: bytes, draw: random.Random) -> bytes:
    """Tags that are not closed, or closed and not opened."""
    return _replaced(TAG, xml, lambda _: b"", draw)


@of_xml
def tags_confused(xml: bytes, draw: random.Random) -> bytes:
    """One tag for another."""
    tags = TAG.findall(xml)
    return _replaced(TAG, xml, lambda _: draw.choice(tags), draw)


@of_xml
def filth_inserted(xml: bytes, draw: random.Random) -> bytes:
    """Tags, entities and bytes where none belong."""
    return _replaced(TAG, xml, lambda tag: tag + draw.choice(INSERTED), draw)


@of_xml
def elements_moved(xml: bytes, draw: random.Random) -> bytes:
    """Paragraphs, runs, cells, rows and tables within each other, in good XML."""
    elements = [match[0] for match in ELEMENT.finditer(xml)] or [b""]
    return _replaced(ELEMENT, xml, lambda _: draw.choice(elements), draw)


@of_xml
def elements_nested(xml: bytes, draw: random.Random) -> bytes:
    """A table in a table in a table."""
    table = b"<w:tbl><w:tr><w:tc>", b"</w:tc></w:tr></w:tbl>"
    depth = draw.choice((5, 50, 500))
    nested = table[0] * depth + b"<w:p><w:r><w:t>djup</w:t></w:r></w:p>" + table[1] * depth
    return xml.replace(b"</w:p>", b"</w:p>" + nested, 1)


def _replaced(pattern: re.Pattern[bytes], xml: bytes, make: Callable[[bytes], bytes], draw: random.Random) -> bytes:
    share = draw.choice((0.001, 0.01, 0.2))
    return pattern.sub(lambda match: make(match[0]) if draw.random() < share else match[0], xml)


MUTATIONS: tuple[Mutation, ...] = (
    *BYTE_MUTATIONS,
    parts_removed,
    parts_swapped,
    parts_damaged,
    values_absurd,
    tags_removed,
    tags_confused,
    filth_inserted,
    elements_moved,
    elements_nested,
)


def mutated(number: int, sample: Path) -> tuple[str, bytes]:
    """The mutated report of a number, and a name that says what was done to it."""
    draw = random.Random(f"docx {number}")
    mutation = MUTATIONS[number % len(MUTATIONS)]
    return f"{number:04}-{mutation.__name__}-{sample.name}", mutation(sample.read_bytes(), draw)
