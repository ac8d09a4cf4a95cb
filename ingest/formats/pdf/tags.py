"""The tag tree of a PDF, walked through pdfminer's objects.

Own walk: pdfplumber's page tree loses children whose page differs from their parent's, its document tree prunes empty
cells, and pdfium's trees are one a page and so split tables.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFObjRef, resolve1
from pdfminer.psparser import PSLiteral

from ingest.formats.pdf.objects import BROKEN, Objects
from ingest.layout.content import Element, TagCell, Tags, TagTable

MOST_ELEMENTS = 200_000
#: Elements after which a tree without a single heading is given up: converted files tag every line and picture, and
#: reading such a tree takes longer than reading the pages (2 of 3 seconds of one development file).
PATIENCE = 800
DEEPEST = 64
HEADING_ROLE = re.compile(r"H([1-6])?$")
#: Style names of Word and InDesign that say heading although their role does not.
HEADING_STYLE = re.compile(r"(?:^|[_\s-])(?:(?:rubrik|heading)(?:[_\s-]*(\d))?|(?:mellan|under)rubrik)", re.IGNORECASE)
CELL_ROLES = frozenset(("TD", "TH"))
ITEM_ROLES = frozenset(("LI",))
NOTE_ROLES = frozenset(("Note", "FENote"))


@dataclass(frozen=True, slots=True)
class _Place:
    """What an element inherits from those above it."""

    role: str = ""
    style: str = ""
    heading: int | None = None
    item: int | None = None
    table: int | None = None
    cell: int | None = None
    note: int | None = None
    block: int | None = None
    page: int | None = None


@dataclass(slots=True)
class _Grid:
    """A table while its rows are read."""

    number: int
    rows: int = 0
    cells: list[TagCell] = field(default_factory=list)
    taken: set[tuple[int, int]] = field(default_factory=set)

    def add(self, number: int, rows: int, columns: int, *, header: bool) -> None:
        row, column = self.rows - 1, 0
        while (row, column) in self.taken:
            column += 1
        for r in range(row, row + rows):
            self.taken.update((r, c) for c in range(column, column + columns))
        self.cells.append(TagCell(number, row, column, rows, columns, header))

    def table(self) -> TagTable:
        columns = 1 + max((c for _, c in self.taken), default=-1)
        return TagTable(self.number, self.rows, columns, tuple(self.cells))


def tags_of(objects: Objects | None) -> Tags:
    """The tag tree of a PDF file; an empty one where there is none or it cannot be walked.

    The tree only adds evidence, so that whatever is broken in it costs nothing but that evidence.
    """
    if objects is None:
        return Tags()
    try:
        root = resolve1(objects.catalog.get("StructTreeRoot"))
        if not isinstance(root, dict):
            return Tags()
        pages = {page.pageid: number for number, page in enumerate(PDFPage.create_pages(objects), start=1)}
        walk = _Walk(root, pages)
        walk.run()
    except BROKEN:
        return Tags()
    if not walk.headed:
        return Tags()
    return Tags(tuple(walk.elements), walk.owners, tuple(grid.table() for grid in walk.grids.values()))


class _Walk:
    """One walk over the tree, depth first, in its own order."""

    def __init__(self, root: dict[str, Any], pages: dict[int, int]) -> None:
        self.elements: list[Element] = []
        self.owners: dict[tuple[int, int], int] = {}
        self.grids: dict[int, _Grid] = {}
        self._root = root
        self._pages = pages
        self._roles = {key: _name(value) for key, value in (resolve1(root.get("RoleMap")) or {}).items()}
        self._seen: set[int] = set()
        self._counter = 0
        self._headed = False

    @property
    def headed(self) -> bool:
        """Whether the tree names any heading."""
        return self._headed

    def run(self) -> None:
        """Walk the whole tree."""
        self._visit(self._root.get("K"), _Place(), 0)

    def _visit(self, child: object, place: _Place, depth: int) -> None:
        if depth > DEEPEST or self._counter > (MOST_ELEMENTS if self._headed else PATIENCE):
            return
        if isinstance(child, PDFObjRef):
            if child.objid in self._seen:
                return
            node = resolve1(child)
            if isinstance(node, dict):
                self._seen.add(child.objid)
        else:
            node = child
        if isinstance(node, list):
            for one in node:
                self._visit(one, place, depth)
        elif isinstance(node, int):
            self._own(place.page, node, place)
        elif isinstance(node, dict):
            page = self._page(node, place.page)
            if "S" in node:
                self._element(node, place, page, depth)
            elif "MCID" in node:
                self._own(page, resolve1(node["MCID"]), place)

    def _element(self, node: dict[str, Any], place: _Place, page: int | None, depth: int) -> None:
        self._counter += 1
        number = self._counter
        style = _name(node["S"])
        role = self._standard(style)
        heading, item, table, cell, note = place.heading, place.item, place.table, place.cell, place.note
        if role in INLINE_ROLES and place.block is not None:
            inner = _Place(place.role, place.style, heading, item, table, cell, note, place.block, page)
            self._visit(node.get("K"), inner, depth + 1)
            return
        level = _heading_level(role, style)
        if level is not None:
            heading = level
            self._headed = True
        if role == "Table":
            table, cell = number, None
            self.grids[number] = _Grid(number)
        elif role == "TR" and table in self.grids:
            self.grids[table].rows += 1
        elif role in CELL_ROLES and table in self.grids:
            rows, columns = _spans(node)
            self.grids[table].rows = max(1, self.grids[table].rows)
            self.grids[table].add(number, rows, columns, header=role == "TH")
            cell = number
        elif role in ITEM_ROLES:
            item = number
        elif role in NOTE_ROLES:
            note = number
        inner = _Place(role, style, heading, item, table, cell, note, number, page)
        self._visit(node.get("K"), inner, depth + 1)

    def _own(self, page: int | None, mark: object, place: _Place) -> None:
        if page is None or not isinstance(mark, int) or place.block is None:
            return
        last = self.elements[-1] if self.elements else None
        made = Element(
            place.block, place.role, place.style, place.heading, place.item, place.table, place.cell, place.note
        )
        if last != made:
            self.elements.append(made)
        self.owners[page, mark] = len(self.elements) - 1

    def _page(self, node: dict[str, Any], inherited: int | None) -> int | None:
        reference = node.get("Pg")
        return self._pages.get(reference.objid, inherited) if isinstance(reference, PDFObjRef) else inherited

    def _standard(self, role: str) -> str:
        for _ in range(8):
            mapped = self._roles.get(role)
            if mapped is None or mapped == role:
                break
            role = mapped
        return role


#: Elements that style words within a block and never are one.
INLINE_ROLES = frozenset(
    (
        "Span",
        "Link",
        "Reference",
        "Lbl",
        "LBody",
        "NonStruct",
        "Em",
        "Strong",
        "Annot",
        "Quote",
        "Code",
        "Sub",
        "BibEntry",
    )
)


def _heading_level(role: str, style: str) -> int | None:
    """The level that a role or a style name gives a heading; 0 for one without a level."""
    if match := HEADING_ROLE.match(role):
        return int(match[1] or 0)
    if role in ("P", "NonStruct", "Div") and (match := HEADING_STYLE.search(style)):
        return int(match[1] or 0)
    return None


def _spans(node: dict[str, Any]) -> tuple[int, int]:
    rows = columns = 1
    attributes = resolve1(node.get("A"))
    for one in attributes if isinstance(attributes, list) else [attributes]:
        entry = resolve1(one)
        if isinstance(entry, dict):
            rows = _count(entry.get("RowSpan"), rows)
            columns = _count(entry.get("ColSpan"), columns)
    return rows, columns


def _count(value: object, default: int) -> int:
    number = resolve1(value)
    return min(number, 200) if isinstance(number, int) and number > 0 else default


def _name(value: object) -> str:
    resolved = resolve1(value)
    if isinstance(resolved, PSLiteral):
        name = resolved.name
        return name if isinstance(name, str) else bytes(name).decode("utf-8", "replace")
    return str(resolved) if resolved is not None else ""
