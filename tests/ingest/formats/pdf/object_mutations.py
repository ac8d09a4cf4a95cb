"""Damage to the objects of a PDF: its file is in order, and what it says is not."""

import random
import re
from collections.abc import Callable
from dataclasses import replace

from tests.ingest.byte_mutations import Mutation
from tests.ingest.formats.pdf.loose_objects import (
    LooseObjects,
    dictionary,
    put_together,
    taken_apart,
    with_dictionary,
)

REFERENCE = re.compile(rb"(?<![\d.])(\d+) 0 R\b")
NUMBER = re.compile(rb"(?<![\w.#/])-?\d+(?:\.\d+)?(?! 0 R\b)(?![\w.])")
KEY = re.compile(rb"/[A-Z][A-Za-z0-9]*")
LINK = re.compile(rb"(/(?:Kids|K|Parent|P|Next|Prev|First|Last)\b\s*)(?:\[[^\]]*\]|\d+ 0 R)")
#: Numbers that no report has, and those at which counting breaks.
NUMBERS = (
    *(b"0", b"-1", b"1", b"-0.00001", b"0.0000001", b"32768", b"65536", b"2147483647", b"-2147483648"),
    *(b"4294967296", b"9223372036854775807", b"1e10", b"99999999999999999999999", b"1" + b"0" * 50, b"--5", b"1.2.3"),
)
#: Values of every kind, to stand where another kind is meant.
VALUES = (
    *(b"null", b"true", b"/Name", b"(text)", b"<FEFF00E5>", b"[]", b"<<>>", b"[0 0]", b"[null null null null]", b"7"),
    *(b"-7.5", b"[" * 500 + b"]" * 500, b"<</A " * 200 + b"1" + b">>" * 200, b"(" + b"x" * 5000 + b")", b"999999 0 R"),
)
BOXES = (
    *(b"[0 0 0 0]", b"[0 0 1e9 1e9]", b"[595 842 0 0]", b"[0 0 -595 -842]", b"[0 0 0.001 842]", b"[0 0 595]"),
    *(b"[/a /b /c /d]", b"[0 0 14400 14400]", b"[-30000 -30000 30000 30000]", b"[1e39 1e39 2e39 2e39]"),
)


def of_objects(change: Callable[[dict[int, bytes], LooseObjects, random.Random], None]) -> Mutation:
    """A mutation that takes a file apart, lets `change` alter its bodies, and puts it together."""

    def mutation(content: bytes, draw: random.Random) -> bytes:
        objects = taken_apart(content)
        bodies = dict(objects.bodies)
        change(bodies, objects, draw)
        return put_together(replace(objects, bodies=bodies))

    mutation.__name__ = change.__name__
    return mutation


def some(numbers: list[int], draw: random.Random) -> list[int]:
    """One of the objects, a few or many."""
    return draw.sample(numbers, min(len(numbers), draw.choice((1, 5, 50))))


def having(bodies: dict[int, bytes], *words: bytes) -> list[int]:
    """The objects in whose dictionaries one of `words` stands; all where none does."""
    return [n for n, body in bodies.items() if any(word in dictionary(body) for word in words)] or list(bodies)


def replaced(pattern: re.Pattern[bytes], text: bytes, values: tuple[bytes, ...], draw: random.Random) -> bytes:
    """The text with some matches of a pattern replaced by values."""
    share = draw.choice((0.05, 0.3, 1.0))
    return pattern.sub(lambda match: draw.choice(values) if draw.random() < share else match[0], text)


@of_objects
def objects_swapped(bodies: dict[int, bytes], objects: LooseObjects, draw: random.Random) -> None:
    """Objects under each other's numbers."""
    for _ in range(draw.choice((1, 5, 40))):
        a, b = draw.sample(sorted(bodies), 2)
        bodies[a], bodies[b] = bodies[b], bodies[a]


@of_objects
def objects_removed(bodies: dict[int, bytes], objects: LooseObjects, draw: random.Random) -> None:
    """Objects that are referred to and not there, or there and null."""
    for number in some(sorted(set(bodies) - {objects.root}), draw):
        if draw.random() < 0.5:
            bodies[number] = b"null"
        else:
            del bodies[number]


@of_objects
def references_redirected(bodies: dict[int, bytes], objects: LooseObjects, draw: random.Random) -> None:
    """References to other objects of the file."""
    others = tuple(b"%d 0 R" % number for number in draw.sample(sorted(bodies), 5))
    for number in some(sorted(bodies), draw):
        head = dictionary(bodies[number])
        bodies[number] = with_dictionary(bodies[number], replaced(REFERENCE, head, others, draw))


@of_objects
def numbers_absurd(bodies: dict[int, bytes], objects: LooseObjects, draw: random.Random) -> None:
    """Numbers too great, too small, negative or none."""
    for number in some(sorted(bodies), draw):
        head = dictionary(bodies[number])
        bodies[number] = with_dictionary(bodies[number], replaced(NUMBER, head, NUMBERS, draw))


@of_objects
def keys_renamed(bodies: dict[int, bytes], objects: LooseObjects, draw: random.Random) -> None:
    """Names of entries, types and values that are other names."""
    for number in some(sorted(bodies), draw):
        head = dictionary(bodies[number])
        names = (*dict.fromkeys(KEY.findall(head)), b"/X")
        bodies[number] = with_dictionary(bodies[number], replaced(KEY, head, names, draw))


@of_objects
def kinds_confused(bodies: dict[int, bytes], objects: LooseObjects, draw: random.Random) -> None:
    """Values of one kind where another is meant."""
    for number in some(sorted(bodies), draw):
        head = dictionary(bodies[number])
        pattern = draw.choice((REFERENCE, NUMBER))
        bodies[number] = with_dictionary(bodies[number], replaced(pattern, head, VALUES, draw))


@of_objects
def boxes_absurd(bodies: dict[int, bytes], objects: LooseObjects, draw: random.Random) -> None:
    """Pages of no size, or as large as a town, turned by any angle and in any unit."""
    for number in having(bodies, b"/MediaBox"):
        if draw.random() < 0.5:
            box, turn = draw.choice(BOXES), draw.choice((b"0", b"90", b"45", b"-90", b"99999999999", b"/a"))
            entries = b"/MediaBox %s /CropBox %s /Rotate %s" % (box, draw.choice(BOXES), turn)
            entries += draw.choice((b"", b" /UserUnit 75000", b" /UserUnit -1", b" /UserUnit 0"))
            head = re.sub(rb"/(?:MediaBox|CropBox)\s*\[[^\]]*\]", b"", dictionary(bodies[number]))
            bodies[number] = with_dictionary(bodies[number], head.rstrip().removesuffix(b">>") + entries + b">>")


def _linked(bodies: dict[int, bytes], draw: random.Random, *words: bytes) -> None:
    """Links of some objects of a kind lead to themselves, to their like, or to one and the same twenty times."""
    kin = having(bodies, *words)
    for number in some(kin, draw):
        target = draw.choice((number, draw.choice(kin)))
        link = draw.choice((b"%d 0 R" % target, b"[" + b"%d 0 R " % target * 20 + b"]"))
        bodies[number] = with_dictionary(bodies[number], LINK.sub(rb"\g<1>" + link, dictionary(bodies[number])))


@of_objects
def page_tree_looped(bodies: dict[int, bytes], objects: LooseObjects, draw: random.Random) -> None:
    """A tree of pages that holds itself, or counts wrongly."""
    _linked(bodies, draw, b"/Type /Pages", b"/Type/Pages", b"/Type /Page", b"/Type/Page")
    for number in having(bodies, b"/Kids"):
        if draw.random() < 0.3:
            count = b"/Count " + draw.choice((*NUMBERS, b"200", b"2999"))
            bodies[number] = re.sub(rb"/Count -?\d+", count, bodies[number])


@of_objects
def tags_looped(bodies: dict[int, bytes], objects: LooseObjects, draw: random.Random) -> None:
    """A tree of tags that holds itself, whose roles stand for each other and whose cells span the world."""
    _linked(bodies, draw, b"/StructElem", b"/StructTreeRoot")
    roles = tuple(b"/S /" + role for role in (b"Table", b"TR", b"TD", b"H1", b"Note", b"LI", b"Span", b"X"))
    attributes = tuple(
        b"/A <</O /Table /RowSpan %s /ColSpan %s>> " % (draw.choice(NUMBERS), draw.choice(NUMBERS)) for _ in range(3)
    )
    for number in some(having(bodies, b"/StructElem"), draw):
        changed = replaced(re.compile(rb"/S\s*/\w+"), bodies[number], roles, draw)
        bodies[number] = changed.replace(b"<<", b"<<" + draw.choice(attributes), 1)
    for number in having(bodies, b"/StructTreeRoot")[:1]:
        mapping = b"/RoleMap <</H1 /X /X /H1 /P /P /TD /Table /Table /TD>>"
        bodies[number] = bodies[number].replace(b"<<", b"<<" + mapping, 1)


@of_objects
def outline_looped(bodies: dict[int, bytes], objects: LooseObjects, draw: random.Random) -> None:
    """Bookmarks that follow themselves, or stand under themselves."""
    _linked(bodies, draw, b"/Next", b"/Prev", b"/Outlines")


@of_objects
def resources_confused(bodies: dict[int, bytes], objects: LooseObjects, draw: random.Random) -> None:
    """Pages, forms and fonts with each other's resources, a form that draws itself among them."""
    kin = having(bodies, b"/Resources", b"/XObject", b"/Font", b"/Contents")
    others = tuple(b"%d 0 R" % number for number in draw.sample(kin, min(len(kin), 4)))
    for number in some(kin, draw):
        head = replaced(REFERENCE, dictionary(bodies[number]), others, draw)
        if bodies[number] != dictionary(bodies[number]) and draw.random() < 0.3:
            form = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources <</XObject <</F %s>>>> "
            head = head.replace(b"<<", b"<<" + form % draw.choice(others), 1)
        bodies[number] = with_dictionary(bodies[number], head)


@of_objects
def catalogue_cluttered(bodies: dict[int, bytes], objects: LooseObjects, draw: random.Random) -> None:
    """Labels, languages and names in the catalogue that are none."""
    entries = (
        b"/PageLabels <</Nums [0 <</S /R /St %s /P (%s)>> %s <</S /A /St 9999999>>]>>"
        % (draw.choice(NUMBERS), b"p" * draw.choice((1, 300)), draw.choice(NUMBERS)),
        b"/PageLabels %d 0 R" % objects.root,
        b"/Lang %s" % draw.choice(VALUES),
        b"/Outlines %s" % draw.choice(VALUES),
        b"/StructTreeRoot %d 0 R" % draw.choice(sorted(bodies)),
        b"/MarkInfo %s" % draw.choice(VALUES),
        b"/Names %d 0 R /Dests %d 0 R" % (objects.root, objects.root),
        b"/Pages %d 0 R" % draw.choice(sorted(bodies)),
    )
    extra = b" ".join(draw.sample(entries, draw.choice((1, 3))))
    bodies[objects.root] = bodies[objects.root].replace(b"<<", b"<<" + extra + b" ", 1)


OBJECT_MUTATIONS: tuple[Mutation, ...] = (
    objects_swapped,
    objects_removed,
    references_redirected,
    numbers_absurd,
    keys_renamed,
    kinds_confused,
    boxes_absurd,
    page_tree_looped,
    tags_looped,
    outline_looped,
    resources_confused,
    catalogue_cluttered,
)
