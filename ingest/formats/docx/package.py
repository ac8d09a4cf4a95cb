"""The zip file that a Word document is: its parts, opened with limits."""

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass

from lxml import etree

from corpus.errors import UnreadableFile
from corpus.settings import Settings

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
#: The strict form of the format differs in its namespaces only.
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)
#: How an encrypted document, or one of Word's older format, begins: not as a zip file.
_COMPOUND = b"\xd0\xcf\x11\xe0"
#: A part is read up to so many times the largest text file; all parts together may be as many times the largest file.
UNPACKED = 4
_PARTS = frozenset(("styles", "numbering", "footnotes", "endnotes", "header", "footer"))
_DRAWINGS = frozenset(("chart", "chartEx", "diagramData"))
#: More parts than this no document has.
MAX_PARTS = 20_000


@dataclass(frozen=True, slots=True)
class Package:
    """An opened document: its main part's XML, and the parts that this refers to by the last word of their type.

    `drawings` are the charts and diagrams, by the identifiers under which the main part refers to them.
    """

    document: etree._Element
    parts: dict[str, tuple[etree._Element, ...]]
    core: etree._Element | None
    drawings: dict[str, etree._Element]

    def part(self, kind: str) -> etree._Element | None:
        """The XML of the part of a kind, such as `styles`; None where there is none."""
        return next(iter(self.parts.get(kind, ())), None)


def open_package(content: bytes, name: str, settings: Settings) -> Package:
    """Open a Word document.

    Raises:
        UnreadableFile: it is encrypted, no zip file, damaged, holds no document, or unpacks to more than is reasonable.
    """
    if content.startswith(_COMPOUND):
        message = f"”{name}” är krypterad eller sparad i ett äldre Word-format. Spara den utan lösenord som .docx."
        raise UnreadableFile(message, reason="encrypted")
    if not content.strip():
        raise UnreadableFile(f"”{name}” är tom. Kontrollera att rätt fil valdes.", reason="empty")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _package(_Archive(archive, name, settings))
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError) as error:
        message = (
            f"”{name}” är skadad eller inget Word-dokument och kan inte öppnas. Öppna den i Word och spara om den."
        )
        raise UnreadableFile(message, reason="damaged") from error


class _Archive:
    """Reads parts within limits."""

    def __init__(self, archive: zipfile.ZipFile, name: str, settings: Settings) -> None:
        self.name = name
        self._archive = archive
        self._most = UNPACKED * settings.max_text_bytes
        infos = archive.infolist()
        if len(infos) > MAX_PARTS or sum(info.file_size for info in infos) > UNPACKED * settings.max_file_bytes:
            raise self._too_large()
        self.names = frozenset(info.filename for info in infos)

    def xml(self, part: str) -> etree._Element | None:
        """A part's XML; None where it is missing or no XML."""
        if part not in self.names:
            return None
        with self._archive.open(part) as stream:
            blob = stream.read(self._most + 1)
        if len(blob) > self._most:
            raise self._too_large()
        if b"<!DOCTYPE" in blob[:1000]:
            return None  # No such document declares types; what does means harm.
        for strict, usual in _STRICT:
            blob = blob.replace(strict, usual)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
        try:
            return etree.fromstring(blob, parser)
        except etree.XMLSyntaxError:
            return None

    def related(self, part: str) -> list[tuple[str, str, str]]:
        """(last word of the type, name, identifier) of the parts that a part refers to."""
        folder, base = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{base}.rels"))
        return [
            (
                link.get("Type", "").rsplit("/", 1)[-1],
                posixpath.normpath(posixpath.join(folder, target)).lstrip("/"),
                link.get("Id", ""),
            )
            for link in (root.iter(_RELATIONSHIP) if root is not None else ())
            if link.get("TargetMode") != "External" and (target := link.get("Target"))
        ]

    def _too_large(self) -> UnreadableFile:
        message = f"”{self.name}” blir orimligt stor när den packas upp och läses därför inte. Kontrollera filen."
        return UnreadableFile(message, reason="too_large")


def _package(archive: _Archive) -> Package:
    links = archive.related("")
    main = next((target for kind, target, _ in links if kind == "officeDocument"), "word/document.xml")
    document = archive.xml(main)
    if document is None or document.find(f"{W}body") is None:
        message = f"”{archive.name}” innehåller inget Word-dokument. Kontrollera att rätt fil valdes."
        raise UnreadableFile(message, reason="damaged")
    parts: dict[str, tuple[etree._Element, ...]] = {}
    drawings: dict[str, etree._Element] = {}
    for kind, target, identifier in archive.related(main):
        root = archive.xml(target) if kind in _PARTS or kind in _DRAWINGS else None
        if root is not None and kind in _DRAWINGS:
            drawings[identifier] = root
        elif root is not None:
            parts[kind] = (*parts.get(kind, ()), root)
    core = next((target for kind, target, _ in links if kind == "core-properties"), "docProps/core.xml")
    return Package(document, parts, archive.xml(core), drawings)
