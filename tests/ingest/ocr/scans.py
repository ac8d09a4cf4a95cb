"""Scans for tests: pages of PDFs as pictures, and stand-ins for the program that reads them."""

import io
import os
import shutil
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageDraw, ImageFont

from corpus.settings import Settings
from ingest.ocr.tesseract import find_tesseract
from tests.ingest.bad_files import pdf

#: Dots an inch of an office scanner.
SCANNED_AT = 200
POINTS = 72
SHELL = Path("/bin/sh")

#: What the stand-in reads on every picture: a heading, a paragraph of two lines, and a speck.
READ = """<?xml version="1.0" encoding="UTF-8"?>
<html xmlns="http://www.w3.org/1999/xhtml"><body><div class='ocr_page'><div class='ocr_carea'>
<p class='ocr_par'><span class='ocr_line' title="bbox 300 300 700 380; baseline 0 -20; x_size 80; x_descenders 20">
<span class='ocrx_word' title='bbox 300 300 700 380; x_wconf 95'>Snöröjning</span></span></p>
<p class='ocr_par'><span class='ocr_line' title="bbox 300 500 1900 542; baseline 0 -9; x_size 42; x_descenders 9">
<span class='ocrx_word' title='bbox 300 500 500 542; x_wconf 95'>Kommunen</span>
<span class='ocrx_word' title='bbox 512 500 640 542; x_wconf 95'>plogade</span>
<span class='ocrx_word' title='bbox 652 500 740 542; x_wconf 95'>alla</span>
<span class='ocrx_word' title='bbox 752 500 860 542; x_wconf 95'>gång-</span>
<span class='ocrx_word' title='bbox 2300 500 2304 502; x_wconf 7'>|</span></span>
<span class='ocr_line' title="bbox 300 560 1900 602; baseline 0 -9; x_size 42; x_descenders 9">
<span class='ocrx_word' title='bbox 300 560 400 602; x_wconf 95'>vägar</span>
<span class='ocrx_word' title='bbox 412 560 520 602; x_wconf 95'>under</span>
<span class='ocrx_word' title='bbox 532 560 700 602; x_wconf 95'>januari</span>
<span class='ocrx_word' title='bbox 712 560 830 602; x_wconf 95'>2021.</span></span></p>
</div></div></body></html>
"""


def pictures_of(path: Path, pages: tuple[int, ...]) -> list[Image.Image]:
    """Pages of a PDF, counted from 1, as a scanner in grey sees them."""
    document = pdfium.PdfDocument(path)
    try:
        return [document[page - 1].render(scale=SCANNED_AT / POINTS).to_pil().convert("L") for page in pages]
    finally:
        document.close()


def scan_of(*pictures: Image.Image) -> bytes:
    """A PDF with a picture for each page and no text."""
    first, *others = pictures
    made = io.BytesIO()
    first.save(made, "PDF", resolution=SCANNED_AT, save_all=True, append_images=others)
    return made.getvalue()


def text_in_a_picture() -> Image.Image:
    """Sixteen lines of words, 1000 dots wide."""
    picture = Image.new("L", (1000, 640), 250)
    draw, words = ImageDraw.Draw(picture), "Nämnden byggde vägar och broar i hela länet under hela det gångna året"
    for number in range(16):
        draw.text((20, 10 + 39 * number), words, 10, ImageFont.load_default(22))
    return picture


def page_with(picture: Image.Image, box: tuple[int, int, int, int], *lines: str) -> bytes:
    """A page of text at the top and a picture in a box, given in user space as left, bottom, width, height."""
    left, bottom, width, height = box
    shown = [b"BT /F1 11 Tf 72 %d Td (%s) Tj ET" % (780 - 14 * i, t.encode("cp1252")) for i, t in enumerate(lines)]
    content = b"q %d 0 0 %d %d %d cm /I Do Q\n" % (width, height, left, bottom) + b"\n".join(shown)
    dots = picture.tobytes()
    return pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
            b"/Resources << /Font << /F1 5 0 R >> /XObject << /I 6 0 R >> >> >>",
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8 "
            b"/Length %d >>\nstream\n%s\nendstream" % (*picture.size, len(dots), dots),
        ]
    )


def require_tesseract() -> None:
    """Skip the test where the real program or its Swedish data is missing."""
    if find_tesseract(Settings()) is None:
        pytest.skip("Tesseract with its Swedish data is not installed")


def stand_in(folder: Path, *, languages: str = "swe", reads: str = READ, before: str = "") -> Path:
    """A folder with nothing but a program named tesseract.

    Args:
        folder: where it is made.
        languages: those that it says it has.
        reads: what it prints for every picture.
        before: shell commands that it runs before.
    """
    folder.mkdir(exist_ok=True)
    (folder / "reads").write_text(reads, encoding="utf-8")
    cat, sleep = (shutil.which(tool, path=os.defpath) for tool in ("cat", "sleep"))
    program = folder / "tesseract"
    program.write_text(
        f"""#!{SHELL}
cat={cat} sleep={sleep}
case "$1" in --list-langs) echo "{languages}"; exit;; esac
$cat > /dev/null
{before}
$cat "{folder / "reads"}"
""",
        encoding="utf-8",
    )
    program.chmod(0o755)
    return folder
