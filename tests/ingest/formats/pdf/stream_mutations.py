"""Damage inside the streams of a PDF: what pages draw, what fonts say, how both are packed."""

import random
import re

from tests.ingest.byte_mutations import BYTE_MUTATIONS, Mutation
from tests.ingest.formats.pdf.loose_objects import LooseObjects, dictionary, inflated, with_dictionary, with_stream
from tests.ingest.formats.pdf.object_mutations import NUMBER, NUMBERS, having, of_objects, replaced, some

OPERATOR = re.compile(rb"(?<=\s)(?:BT|ET|[qQfSWnlmch]|cm|re|Do|gs|T[jJfdmrsw*]|BDC|EMC)(?=\s)")
OPERATORS = (
    *(b"BT", b"ET", b"q", b"Q", b"cm", b"re", b"f", b"S", b"W", b"n", b"Do", b"Tj", b"TJ", b"Tf", b"Td", b"Tm"),
    *(b"EMC", b"/P <</MCID 0>> BDC", b"/Span <</MCID 999999999>> BDC", b"BI ID xx EI", b"1 0 0 1e9 0 0 cm", b"3 Tr"),
)
HEXES = re.compile(rb"<[0-9A-Fa-f]+>")
CODES = (b"<0000>", b"<FFFF>", b"<D800>", b"<DFFF>", b"<00AD>", b"<0002>", b"<FFFE>", b"<200B>", b"<0>", b"<>")
LETTERS = (*CODES, b"<" + b"0041" * 100 + b">", b"<D83DDE00>", b"<FEFF>", b"<0007>", b"<00E50301>", b"<2028>")
FILTERS = (
    *(b"/ASCIIHexDecode", b"/LZWDecode", b"/RunLengthDecode", b"/DCTDecode", b"/JPXDecode", b"/JBIG2Decode", b"/X"),
    *(b"[/FlateDecode /FlateDecode]", b"[/ASCII85Decode /FlateDecode]", b"[" + b"/FlateDecode " * 50 + b"]"),
    *(b"/FlateDecode /DecodeParms <</Predictor 15 /Columns 9999999>>", b"/FlateDecode /DecodeParms <</Predictor 2>>"),
)


def drawn(bodies: dict[int, bytes]) -> list[int]:
    """The streams that draw: pages' contents and forms."""
    return [n for n, body in bodies.items() if b"BT" in (inflated(body) or b"")]


@of_objects
def lengths_wrong(bodies: dict[int, bytes], objects: LooseObjects, draw: random.Random) -> None:
    """Streams that say another length than theirs."""
    for number in some(having(bodies, b"/Length"), draw):
        changed = re.sub(rb"/Length \d+", b"/Length " + draw.choice(NUMBERS), dictionary(bodies[number]))
        bodies[number] = with_dictionary(bodies[number], changed)


@of_objects
def filters_wrong(bodies: dict[int, bytes], objects: LooseObjects, draw: random.Random) -> None:
    """Streams that say that they are packed otherwise than they are."""
    for number in some(having(bodies, b"/FlateDecode"), draw):
        head = dictionary(bodies[number])
        changed = re.sub(rb"/Filter\s*/FlateDecode", b"/Filter " + draw.choice(FILTERS), head)
        bodies[number] = with_dictionary(bodies[number], changed)


@of_objects
def packing_damaged(bodies: dict[int, bytes], objects: LooseObjects, draw: random.Random) -> None:
    """Packed bytes damaged, so that the stream breaks off or goes astray."""
    for number in some(having(bodies, b"/FlateDecode"), draw):
        head = dictionary(bodies[number])
        bodies[number] = head + draw.choice(BYTE_MUTATIONS)(bodies[number][len(head) :], draw)


@of_objects
def contents_damaged(bodies: dict[int, bytes], objects: LooseObjects, draw: random.Random) -> None:
    """Streams of every kind damaged inside and packed again."""
    unpacked = {n: plain for n, body in bodies.items() if (plain := inflated(body))}
    for number in some(sorted(unpacked), draw):
        bodies[number] = with_stream(bodies[number], draw.choice(BYTE_MUTATIONS)(unpacked[number], draw))


@of_objects
def drawing_numbers_absurd(bodies: dict[int, bytes], objects: LooseObjects, draw: random.Random) -> None:
    """Places, sizes and matrices that no page has."""
    for number in some(drawn(bodies), draw):
        bodies[number] = with_stream(bodies[number], replaced(NUMBER, inflated(bodies[number]) or b"", NUMBERS, draw))


@of_objects
def operators_confused(bodies: dict[int, bytes], objects: LooseObjects, draw: random.Random) -> None:
    """One operator for another: text that never ends, states that are never given back, marks that never close."""
    for number in some(drawn(bodies), draw):
        plain = replaced(OPERATOR, inflated(bodies[number]) or b"", OPERATORS, draw)
        bodies[number] = with_stream(bodies[number], plain)


@of_objects
def lines_shuffled(bodies: dict[int, bytes], objects: LooseObjects, draw: random.Random) -> None:
    """The same drawing in another order."""
    for number in some(drawn(bodies), draw):
        lines = (inflated(bodies[number]) or b"").split(b"\n")
        draw.shuffle(lines)
        bodies[number] = with_stream(bodies[number], b"\n".join(lines))


@of_objects
def drawing_repeated(bodies: dict[int, bytes], objects: LooseObjects, draw: random.Random) -> None:
    """A page drawn over itself, at one place or moved a little each time."""
    for number in draw.sample(drawn(bodies), 1):
        plain = (inflated(bodies[number]) or b"") + b"\n"
        step = draw.choice((b"", b"1 0 0 1 0.7 0.3 cm\n", b"1.01 0 0 1.01 0 0 cm\n", b"q\n", b"0 1 -1 0 300 0 cm\n"))
        bodies[number] = with_stream(bodies[number], (step + plain) * draw.choice((2, 8, 25)))


@of_objects
def meanings_confused(bodies: dict[int, bytes], objects: LooseObjects, draw: random.Random) -> None:
    """Fonts whose glyphs mean other letters than they show, half characters or none."""
    for number, body in list(bodies.items()):
        plain = inflated(body) or b""
        if b"begincmap" in plain:
            values = draw.choice((CODES, LETTERS, tuple(HEXES.findall(plain)) or CODES))
            bodies[number] = with_stream(body, replaced(HEXES, plain, values, draw))


@of_objects
def fonts_damaged(bodies: dict[int, bytes], objects: LooseObjects, draw: random.Random) -> None:
    """Font programs broken inside, and widths, flags and boxes of fonts that are absurd."""
    for number in having(bodies, b"/FontDescriptor", b"/FontBBox", b"/FontFile"):
        head = dictionary(bodies[number])
        if draw.random() < 0.5:
            bodies[number] = with_dictionary(bodies[number], replaced(NUMBER, head, NUMBERS, draw))
    for number in having(bodies, b"/Length1"):
        plain = inflated(bodies[number])
        if plain and draw.random() < 0.5:
            bodies[number] = with_stream(bodies[number], draw.choice(BYTE_MUTATIONS)(plain, draw))


STREAM_MUTATIONS: tuple[Mutation, ...] = (
    lengths_wrong,
    filters_wrong,
    packing_damaged,
    contents_damaged,
    drawing_numbers_absurd,
    operators_confused,
    lines_shuffled,
    drawing_repeated,
    meanings_confused,
    fonts_damaged,
)
