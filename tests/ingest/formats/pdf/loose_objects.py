"""The objects of a sample report's PDF taken apart, to be changed one by one and written again."""

import re
import zlib
from dataclasses import dataclass

OBJECT = re.compile(rb"(?<!\d)(\d+) 0 obj\b(.*?)\bendobj\b", re.DOTALL)
STREAM = re.compile(rb"(.*?)\bstream\r?\n(.*)\r?\nendstream\s*$", re.DOTALL)
ROOT = re.compile(rb"/Root (\d+) 0 R")
INFO = re.compile(rb"/Info (\d+) 0 R")


@dataclass(frozen=True, slots=True)
class LooseObjects:
    """Bodies by number, streams and all, and the numbers of the catalogue and of the properties."""

    bodies: dict[int, bytes]
    root: int
    info: int | None


def taken_apart(content: bytes) -> LooseObjects:
    """A file's objects; those in compressed object streams are freed of them."""
    bodies: dict[int, bytes] = {}
    for match in OBJECT.finditer(content):
        number, body = int(match[1]), match[2].strip()
        if b"/Type /ObjStm" in body or b"/Type/ObjStm" in body:
            bodies |= _freed(body)
        elif b"/Type /XRef" not in body and b"/Type/XRef" not in body:
            bodies[number] = body
    root, info = ROOT.search(content), INFO.search(content)
    if root is None:
        raise ValueError("a sample report without a catalogue")
    return LooseObjects(bodies, int(root[1]), int(info[1]) if info else None)


def _freed(body: bytes) -> dict[int, bytes]:
    first = re.search(rb"/First (\d+)", body)
    plain = inflated(body)
    if first is None or plain is None:
        raise ValueError("an object stream that is not as expected")
    head, rest = plain[: int(first[1])].split(), plain[int(first[1]) :]
    numbers, offsets = [*map(int, head[::2])], [*map(int, head[1::2]), len(rest)]
    return {n: rest[offsets[i] : offsets[i + 1]].strip() for i, n in enumerate(numbers)}


def put_together(objects: LooseObjects) -> bytes:
    """A file of the objects with a table of them, the plain old way."""
    out = bytearray(b"%PDF-1.7\n")
    offsets: dict[int, int] = {}
    for number, body in sorted(objects.bodies.items()):
        offsets[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    at, size = len(out), max(offsets) + 1
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number, offset in sorted(offsets.items()):
        out += b"%d 1\n%010d 00000 n \n" % (number, offset)
    info = b"" if objects.info is None else b" /Info %d 0 R" % objects.info
    out += b"trailer\n<< /Size %d /Root %d 0 R%s >>\nstartxref\n%d\n%%%%EOF\n" % (size, objects.root, info, at)
    return bytes(out)


def dictionary(body: bytes) -> bytes:
    """What stands before an object's stream: all of an object that has none."""
    match = STREAM.match(body)
    return match[1] if match else body


def with_dictionary(body: bytes, changed: bytes) -> bytes:
    """The object with another dictionary before its stream, if it has one."""
    return changed + body[len(dictionary(body)) :]


def inflated(body: bytes) -> bytes | None:
    """An object's stream as it reads; None where there is none or it is not deflated."""
    match = STREAM.match(body)
    if match is None or b"/FlateDecode" not in match[1]:
        return None
    try:
        return zlib.decompress(match[2])
    except zlib.error:
        return None


def with_stream(body: bytes, plain: bytes) -> bytes:
    """The object with another stream, deflated and of the right length."""
    packed = zlib.compress(plain)
    head = re.sub(rb"/Length \d+( 0 R)?", b"/Length %d" % len(packed), dictionary(body))
    return b"%sstream\n%s\nendstream" % (head, packed)
