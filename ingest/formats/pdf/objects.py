"""A PDF's objects through pdfminer, and whether they make a tree of pages that can be walked."""

import io
import struct
import zlib

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfexceptions import PDFException, PDFObjectNotFound
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFObjRef, resolve1
from pdfminer.psexceptions import PSException

#: What pdfminer and a walk over its objects raise on a broken file.
BROKEN = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    OSError,
    PDFException,
    PSException,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)


class CircularReference(PDFObjectNotFound):
    """An object is nothing but a reference to itself, over others or none; pdfminer would follow it for ever."""


class Objects(PDFDocument):
    """A file's objects by number; one that is nothing but a reference is what it refers to, and none if that is it."""

    def getobj(self, objid: int) -> object:
        """An object.

        Raises:
            CircularReference: there are only references in a circle.
            PDFObjectNotFound: there is none.
        """
        seen = {objid}
        found = super().getobj(objid)
        while isinstance(found, PDFObjRef):
            if found.objid in seen:
                raise CircularReference(objid)
            seen.add(found.objid)
            found = super().getobj(found.objid)
        return found

    def has_circle(self) -> bool:
        """Whether any of them refers to itself, so that nobody else's walk over the file need end."""
        for number in {number for table in self.xrefs for number in table.get_objids()}:
            try:
                self.getobj(number)
            except CircularReference:
                return True
            except BROKEN:
                continue
        return False


def objects_of(content: bytes) -> Objects | None:
    """The objects of a PDF file; None where pdfminer cannot open it."""
    try:
        return Objects(PDFParser(io.BytesIO(content)))
    except BROKEN:
        return None


def has_sound_page_tree(objects: Objects | None) -> bool:
    """Whether no branch of the tree of pages is reached twice, so that a walk over the tree ends.

    pdfium, asked for the number of a page that it has not met, walks a thousand levels deep into a tree that holds
    itself: with twenty links at each level, for ever.
    """
    if objects is None:
        return False
    seen: set[int] = set()
    try:
        waiting: list[object] = [objects.catalog.get("Pages")]
        while waiting:
            reference = waiting.pop()
            node = resolve1(reference)
            kids = resolve1(node.get("Kids")) if isinstance(node, dict) else None
            if not isinstance(kids, list):
                continue
            if id(node) in seen:
                return False
            seen.add(id(node))
            waiting += kids
    except BROKEN:
        return False
    return True
