"""What a PDF says of itself in words: properties, language, bookmarks; and words rid of what is none."""

import ctypes
import re
from collections.abc import Callable

import pypdfium2 as pdfium
import pypdfium2.raw as raw

#: Bytes of a language, a property or a title; longer ones are no names.
LONGEST = 200
LONGEST_PROPERTY = 20_000
#: What no text holds: control characters but for tabs and line ends, and halves of characters.
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\uffff\ud800-\udfff]")


def without_controls(text: str) -> str:
    """The text without control characters and halves of characters, which fonts without a meaning leave in it."""
    return CONTROL.sub("", text)


def language(document: pdfium.PdfDocument) -> str | None:
    """The language that the file says it is in, such as "sv-SE"."""
    return _text(lambda buffer, length: raw.FPDFCatalog_GetLanguage(document.raw, buffer, length), LONGEST)


def property_of(document: pdfium.PdfDocument, key: bytes) -> str | None:
    """One of the file's properties, such as its title; None where it is empty."""
    return _text(lambda buffer, length: raw.FPDF_GetMetaText(document.raw, key, buffer, length), LONGEST_PROPERTY)


def bookmark_title(bookmark: pdfium.PdfBookmark) -> str | None:
    """The words of a bookmark."""
    return _text(lambda buffer, length: raw.FPDFBookmark_GetTitle(bookmark.raw, buffer, length), LONGEST_PROPERTY)


def _text(ask: Callable[[object, int], int], longest: int) -> str | None:
    """A text that pdfium gives as UTF-16 with a zero at its end, first asked for its length in bytes."""
    length = ask(None, 0)
    if not 2 < length < longest:
        return None
    buffer = (ctypes.c_ushort * (length // 2))()
    ask(buffer, length)
    return bytes(buffer).decode("utf-16-le", "replace").replace("\x00", "").strip() or None
