"""Files that cannot be read as reports, made byte by byte."""

import hashlib
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

#: The padding of passwords in PDF's standard security handler (ISO 32000-1, 7.6.3.3).
PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
#: Permissions: all.
PERMISSIONS = (-4).to_bytes(4, "little", signed=True)


def pdf(objects: list[bytes], trailer: bytes = b"") -> bytes:
    """A PDF of numbered objects, the first of which is the catalogue."""
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    at = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, at)
    return bytes(out)


def pages(kids: bytes, count: int) -> bytes:
    """The root of the tree of pages."""
    return b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count)


def readable_pdf(lines: tuple[str, ...]) -> bytes:
    """One page with a line of Helvetica for each of `lines`."""
    shown = b" T* ".join(b"(%s) Tj" % line.encode("latin-1") for line in lines)
    content = b"BT /F1 11 Tf 14 TL 72 720 Td %s ET" % shown
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>"
    )
    stream = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)
    return pdf([b"<< /Type /Catalog /Pages 2 0 R >>", pages(b"3 0 R", 1), page, stream, font])


def pageless_pdf() -> bytes:
    """A PDF in good order with no page."""
    return pdf([b"<< /Type /Catalog /Pages 2 0 R >>", pages(b"", 0)])


def encrypted_pdf(password: bytes = b"hemlig") -> bytes:
    """A PDF that asks for a password (RC4 with 40 bits, revision 2)."""
    padded = (password + PADDING)[:32]
    owner = rc4(hashlib.md5(padded).digest()[:5], padded)
    identity = b"0123456789abcdef"
    key = hashlib.md5(padded + owner + PERMISSIONS + identity).digest()[:5]
    user = rc4(key, PADDING)
    locked = b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>" % (owner.hex().encode(), user.hex().encode())
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
    trailer = b"/Encrypt 4 0 R /ID [<%s> <%s>]" % (identity.hex().encode(), identity.hex().encode())
    return pdf([b"<< /Type /Catalog /Pages 2 0 R >>", pages(b"3 0 R", 1), page, locked], trailer)


def rc4(key: bytes, data: bytes) -> bytes:
    """RC4, as PDF's oldest encryption uses it."""
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out = bytearray()
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


def empty_zip() -> bytes:
    """A zip archive that holds nothing."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w"):
        pass
    return made.getvalue()


def truncated_pdf() -> bytes:
    """The first half of a PDF, without its table of objects."""
    whole = readable_pdf(("Kommunen har byggt bredband.",))
    return whole[: len(whole) // 3]


#: File name, its bytes, and the code of the problem.
BAD_FILES: tuple[tuple[str, Callable[[], bytes], str], ...] = (
    ("tom.pdf", lambda: b"", "not_a_pdf"),
    ("tom.txt", lambda: b"", "empty"),
    ("tom.docx", lambda: b"", "empty"),
    ("text.pdf", lambda: b"Kommunen har byggt bredband.\n" * 20, "not_a_pdf"),
    ("avhuggen.pdf", truncated_pdf, "damaged"),
    ("last.pdf", encrypted_pdf, "encrypted"),
    ("sidlos.pdf", pageless_pdf, "no_pages"),
    ("ingenting.docx", empty_zip, "damaged"),
    ("binart.txt", lambda: bytes(range(256)) * 40, "not_text"),
)


def write_bad_files(folder: Path) -> Path:
    """Write them all; returns the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, make, _ in BAD_FILES:
        (folder / name).write_bytes(make())
    return folder
