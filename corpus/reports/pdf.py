"""PDF out of a source, by two routes: Chromium (tagged, outlined) and WeasyPrint (untagged)."""

import hashlib
import io
import re
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from string import Template

import pypdfium2 as pdfium
from lxml import html

from corpus.errors import InputError
from corpus.reports.source import Source, body_copy, chapter_headings, footnotes, plain

STYLES = Path(__file__).parent / "sources" / "styles"

CHROMIUM = (
    "chromium",
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-pdf-header-footer",
    "--generate-pdf-document-outline",
)

# A contents page lists chapters and their sections.
CONTENTS_LEVELS = ("h2", "h3")


def chromium_pdf(source: Source) -> bytes:
    """A tagged PDF with an outline, made by headless Chromium.

    Raises:
        InputError: Chromium is missing or made no file.
    """
    body = body_copy(source)
    for number, note in enumerate(footnotes(body).values(), 1):
        mark = html.Element("sup")
        mark.text, mark.tail, note.text = str(number), f" {note.text or ''}", None
        note.insert(0, mark)
    return _in_two_passes(source, _print_with_chromium, body)


def weasyprint_pdf(source: Source) -> bytes:
    """An untagged PDF with footnotes at the foot of the page, made by WeasyPrint."""
    body = body_copy(source)
    _float_footnotes(body)
    return _in_two_passes(source, _print_with_weasyprint, body)


def svg_png(svg: str) -> bytes:
    """A drawing as PNG, for formats that cannot hold it as it is; about 150 dpi."""
    import weasyprint

    page = (
        "<style>@page{size:150mm 75mm;margin:0} svg{width:150mm;height:75mm;"
        "font-family:Carlito,'DejaVu Sans'}</style>" + svg
    )
    document = pdfium.PdfDocument(weasyprint.HTML(string=page).write_pdf())
    picture = document[0].render(scale=150 / 72).to_pil()
    out = io.BytesIO()
    picture.quantize(32).save(out, "PNG", optimize=True)
    return out.getvalue()


def _in_two_passes(source: Source, render: Callable[[Source, str], bytes], body: html.HtmlElement) -> bytes:
    """Print once to learn the headings' pages, then again with them on the contents page."""
    headings = [h for h in chapter_headings(body) if h.tag in CONTENTS_LEVELS]
    for number, heading in enumerate(headings):
        heading.set("id", f"r{number}")
    contents = body.find(".//nav")
    if contents is None:
        return render(source, _document(source, body))
    _write_contents(contents, headings, [0] * len(headings))
    pages = _heading_pages(render(source, _document(source, body)), headings)
    _write_contents(contents, headings, pages)
    return render(source, _document(source, body))


def _write_contents(contents: html.HtmlElement, headings: list[html.HtmlElement], pages: list[int]) -> None:
    for old in contents.findall("ol"):
        contents.remove(old)
    entries = html.Element("ol")
    for heading, page in zip(headings, pages, strict=True):
        item = html.Element("li", {"class": f"to-{heading.tag}"})
        link = html.Element("a", {"href": f"#{heading.get('id')}"})
        for name, words in (("words", plain(heading)), ("page", str(page or "00"))):
            span = html.Element("span", {"class": name})
            span.text = words
            link.append(span)
        item.append(link)
        entries.append(item)
    contents.append(entries)


def _heading_pages(data: bytes, headings: list[html.HtmlElement]) -> list[int]:
    """Each heading's page counted from 1, out of the printed file's outline."""
    document = pdfium.PdfDocument(data)
    outline = []
    for mark in document.get_toc():
        target = mark.get_dest()
        if target is not None:
            outline.append((squeeze(mark.get_title()), int(target.get_index()) + 1))
    pages, start = [], 0
    for heading in headings:
        wanted = squeeze(plain(heading))
        found = next((i for i in range(start, len(outline)) if outline[i][0] == wanted), None)
        if found is None:
            raise InputError(f"rubriken {plain(heading)!r} saknas bland bokmärkena; byt ordning.")
        pages.append(outline[found][1])
        start = found + 1
    return pages


def squeeze(text: str) -> str:
    """Text without whitespace and hyphens: what survives line breaks in a PDF unchanged."""
    return re.sub(r"[\s\-\u00ad\u2010\u2011\u0002\ufffe]", "", text)


def _document(source: Source, body: html.HtmlElement) -> str:
    sheet = Template((STYLES / f"{source.style}.css").read_text("utf-8"))
    style = sheet.substitute(
        title=source.title,
        publisher=source.publisher,
        notice=source.notice,
        running=source.running,
        number=source.registration_number,
    )
    words = html.tostring(body, encoding="unicode")
    return (
        f'<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>{source.title}</title>'
        f'<meta name="author" content="{source.publisher}">'
        f'<meta name="dcterms.created" content="{source.date}">'
        f'<meta name="dcterms.modified" content="{source.date}">'
        f"<style>{style}</style></head>{words}</html>"
    )


def _print_with_weasyprint(source: Source, document: str) -> bytes:
    import weasyprint

    identifier = hashlib.sha256(source.name.encode()).hexdigest()[:32].encode()
    printed = weasyprint.HTML(string=document).write_pdf(pdf_identifier=identifier)
    if printed is None:
        raise InputError(f"{source.name}: WeasyPrint gav ingen fil.")
    return bytes(printed)


def _print_with_chromium(source: Source, document: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        page, printed = Path(folder, "report.html"), Path(folder, "report.pdf")
        page.write_text(document, "utf-8")
        flags = (f"--user-data-dir={folder}/profile", f"--print-to-pdf={printed}")
        try:
            subprocess.run([*CHROMIUM, *flags, page.as_uri()], check=True, capture_output=True, timeout=180)
        except (OSError, subprocess.SubprocessError) as error:
            raise InputError(f"{source.name}: Chromium kunde inte skriva ut ({error}).") from error
        return _fixed_dates(printed.read_bytes(), source.date)


def _fixed_dates(data: bytes, date: str) -> bytes:
    """Set the dates in the file to the report's, byte for byte, so that no offset moves."""
    stamp = f"{date.replace('-', '')}090000".encode()
    return re.sub(rb"(/(?:CreationDate|ModDate) \(D:)\d{14}", rb"\g<1>" + stamp, data)


def _float_footnotes(body: html.HtmlElement) -> None:
    """Move each footnote's words to its mark, where WeasyPrint floats them to the page's foot."""
    notes = footnotes(body)
    for mark in list(body.iter("sup")):
        link = mark.find("a")
        if link is None or link.get("href", "")[1:] not in notes:
            continue
        note = notes[link.get("href", "")[1:]]
        floated = html.Element("span", {"class": "floated"})
        floated.text = note.text
        for child in note:
            floated.append(child)
        floated.tail, mark.tail = mark.tail, None
        mark.getparent().replace(mark, floated)
        note.drop_tree()
