"""A document's bookmarks, guarded against loops and endless outlines."""

import re
from contextlib import suppress
from itertools import islice

import pypdfium2 as pdfium

from ingest.formats.pdf.objects import Objects, has_sound_page_tree
from ingest.formats.pdf.strings import bookmark_title
from ingest.layout.content import Bookmark

MOST_BOOKMARKS = 5000
DEEPEST = 12


def bookmarks_of(document: pdfium.PdfDocument, objects: Objects | None) -> tuple[Bookmark, ...]:
    """The outline in order, levels counted from 1; empty where it cannot be read.

    Args:
        document: the file as pdfium opened it, which has the outline.
        objects: the same file's objects, which tell whether pdfium may be asked for the page of a bookmark.
    """
    entries = _entries(document)
    numbered = bool(entries) and has_sound_page_tree(objects)
    return tuple(Bookmark(title, entry.level + 1, _page(entry) if numbered else None) for title, entry in entries)


def _entries(document: pdfium.PdfDocument) -> list[tuple[str, pdfium.PdfBookmark]]:
    """The bookmarks that have a title, by it; those before the first that cannot be read."""
    found: list[tuple[str, pdfium.PdfBookmark]] = []
    with suppress(pdfium.PdfiumError, ValueError, UnicodeError):
        for entry in islice(document.get_toc(max_depth=DEEPEST), MOST_BOOKMARKS):
            title = re.sub(r"[\s\x00-\x1f]+", " ", bookmark_title(entry) or "").strip()
            if title:
                found.append((title, entry))
    return found


def _page(entry: pdfium.PdfBookmark) -> int | None:
    """The page that a bookmark leads to, counted from 1."""
    target = entry.get_dest()
    index = target.get_index() if target else None
    return None if index is None else index + 1
