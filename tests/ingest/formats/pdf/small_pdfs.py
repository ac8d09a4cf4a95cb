"""Small PDFs, made byte by byte, with lines of Helvetica where a test wants them."""

from dataclasses import dataclass

from tests.ingest.bad_files import pdf


@dataclass(frozen=True, slots=True)
class Shown:
    """A line of text at a place in user space, counted from the bottom left.

    `slant` shears its glyphs; with `moves` each word is written by itself, and the pen moves on by so many font
    sizes instead of a space.
    """

    text: str
    x: float
    y: float
    size: float = 11.0
    bold: bool = False
    slant: float = 0.0
    moves: float = 0.0


def made_pdf(*sheets: tuple[Shown, ...], page_entries: bytes = b"") -> bytes:
    """A PDF with a page for each of `sheets`; `page_entries` are further entries of every page's dictionary."""
    fonts = [
        b"<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding >>" % name
        for name in (b"Helvetica", b"Helvetica-Bold")
    ]
    kids = b" ".join(b"%d 0 R" % (5 + 2 * i) for i in range(len(sheets)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(sheets)),
        *fonts,
    ]
    for number, sheet in enumerate(sheets):
        content = b"\n".join(map(_operators, sheet))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R %s "
            b"/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>" % (6 + 2 * number, page_entries)
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    return pdf(objects)


def _operators(line: Shown) -> bytes:
    escaped = line.text.encode("cp1252").replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")
    font = b"F2" if line.bold else b"F1"
    start = b"BT /%s %.1f Tf 1 0 %.2f 1 %.1f %.1f Tm " % (font, line.size, line.slant, line.x, line.y)
    if line.moves:
        first, *others = escaped.split(b" ")
        moved = b" ".join(b"[%.0f (%s)] TJ" % (-1000 * line.moves, word) for word in others)
        return start + b"(%s) Tj %s ET" % (first, moved)
    return start + b"(%s) Tj ET" % escaped


def paragraph(*lines: str, x: float = 72, y: float = 700, pitch: float = 14) -> tuple[Shown, ...]:
    """Lines of the body under each other."""
    return tuple(Shown(text, x, y - pitch * i) for i, text in enumerate(lines))
