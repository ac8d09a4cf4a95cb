"""Levels of headings in plain text, where no size or weight tells them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.formats.text.contents import Entry
from ingest.formats.text.headings import LABEL, NUMBERING, Item, plain

#: Ranks, from the top. A heading is the child of the nearest one above it whose rank is lower.
CHAPTER, PART, LABELLED, PLAIN = 0, 10, 20, 40
#: The contents have no more levels than this.
MAX_DEPTH = 6
#: A table that lists a report's parts has no more rows.
MAX_LISTING = 60
#: So many headings of the contents that are alike are of one level.
MIN_ALIKE = 3
#: A heading in capitals with fewer letters may be a name ("SCB").
MIN_SHOUTED = 5
_SERIAL = re.compile(r"(?P<word>[A-ZÅÄÖ][\wåäö]{3,})\s+(?:\d{1,2}|[IVX]{1,4}|[A-H])\b(?!\s*procent)")
_OPENING = re.compile(r"(?i)(?:inledning|förord|sammanfattning|bakgrund|bilag(?:a|or)(?: \d+)?|slutord|referenser)")


@dataclass(frozen=True, slots=True)
class _Head:
    """A heading and what is known of its surroundings; `opens` is the head of the table it begins with, if any."""

    text: str
    bare: bool
    new_page: bool
    opens: tuple[str, ...]


def levels_of(items: Sequence[Item], entries: Sequence[Entry]) -> list[int]:
    """A level for each heading among the items, in order; levels may skip.

    Underlines and numbering tell the depth outright. Else ranks: chapters (in the contents, in a numbered series, of
    several lines where others have one, or known by name), parts (on a new page of their own, in capitals, or alike
    such), labels such as "Framgångsfaktor:" in the order in which they first appear, and plain headings. A heading
    without text of its own takes the plain headings after it for its children.
    """
    marks = [item.piece.first.marked for item in items if item.heading and item.piece is not None]
    if any(marks):
        return marks
    heads = _heads(items)
    numbered = [match["number"].count(".") + 1 if (match := NUMBERING.match(head.text)) else 0 for head in heads]
    if sum(map(bool, numbered)) > len(heads) / 2:
        return _numbered_levels(numbered)
    ranks = _ranks(heads, items, entries)
    return _levels(heads, ranks)


def _heads(items: Sequence[Item]) -> list[_Head]:
    heads = []
    for at, item in enumerate(items):
        if item.heading and item.piece is not None:
            following = next((below for below in items[at + 1 : at + 3] if not below.caption), None)
            first = item.piece.first
            bare = following is None or following.heading
            opens = following.table.header if following is not None and following.table is not None else ()
            heads.append(_Head(item.piece.text, bare, first.page_start and first.forced, opens))
    return heads


def _numbered_levels(depths: Sequence[int]) -> list[int]:
    """Levels by numbering; a heading without a number stands below the last one that has one."""
    levels: list[int] = []
    last = 0
    for depth in depths:
        last = depth or last
        levels.append(depth or last + 1)
    return levels


def _ranks(heads: Sequence[_Head], items: Sequence[Item], entries: Sequence[Entry]) -> list[int]:
    depths = _contents_depths(heads, items, entries)
    serial = _serial_words(heads)
    labels = _label_order(heads)
    parts = _parts(heads, items)
    shouted = _shouted(heads) if not depths else frozenset()
    ranks = []
    for at, head in enumerate(heads):
        match = LABEL.match(head.text)
        if match and match["label"] in labels:
            ranks.append(LABELLED + labels.index(match["label"]))
        elif at in depths:
            ranks.append(CHAPTER + depths[at])
        elif head.text.split()[0] in serial:
            ranks.append(CHAPTER)
        elif head.new_page or head.text in shouted or plain(head.text) in parts:
            ranks.append(PART)
        else:
            ranks.append(PLAIN)
    if CHAPTER in ranks:
        # Where there are chapters, an introduction is one of them.
        ranks = [CHAPTER if _OPENING.fullmatch(h.text) else rank for h, rank in zip(heads, ranks, strict=True)]
    return ranks


def _contents_depths(heads: Sequence[_Head], items: Sequence[Item], entries: Sequence[Entry]) -> dict[int, int]:
    """How deep the headings that the contents list lie: by the list's indents, else by what the headings hold.

    Where all entries stand alike, one that has no text of its own but is followed by the next entry is a parent, and so
    are those that are alike in some way with others between them. Children go on until the next parent, or to the
    first that is made otherwise: one without labelled headings below after one with them.
    """
    indents = sorted({entry.indent for entry in entries})
    by_text = {plain(entry.text): min(indents.index(entry.indent), MAX_DEPTH) for entry in entries}
    listed = [at for at, head in enumerate(heads) if plain(head.text) in by_text]
    if len(indents) > 1:
        return {at: by_text[plain(heads[at].text)] for at in listed}
    parents = _alike_parents([heads[at] for at in listed], items)
    depths: dict[int, int] = {}
    labelled: bool | None = None  # Whether the children of the parent that is open have labels; None where none is.
    nested = False
    for at, following in zip(listed, [*listed[1:], len(heads)][: len(listed)], strict=True):
        has_labels = any(LABEL.match(head.text) for head in heads[at + 1 : following])
        parent = (heads[at].bare and at + 1 == following < len(heads)) or plain(heads[at].text) in parents
        if parent:
            nested, labelled = True, None
        elif nested and labelled is None:
            labelled = has_labels
        elif labelled and not has_labels:
            nested = False
        depths[at] = int(nested and not parent)
    return depths


def _alike_parents(listed: Sequence[_Head], items: Sequence[Item]) -> set[str]:
    """Headings of the contents that a table lists in a column, or that begin with like tables, with others between."""
    texts = [plain(head.text) for head in listed]
    columns = [{plain(cell) for cell in column if cell} for column in _columns(items) if len(column) <= MAX_LISTING]
    groups = [[text for text in texts if text in column] for column in columns if not column.isdisjoint(texts)]
    groups += [
        [text for text, head in zip(texts, listed, strict=True) if head.opens == header]
        for header in {head.opens for head in listed if head.opens}
    ]
    parents: set[str] = set()
    for group in groups:
        if len(group) >= MIN_ALIKE and texts.index(group[-1]) - texts.index(group[0]) >= len(group):
            parents.update(group)
    return parents


def _shouted(heads: Sequence[_Head]) -> frozenset[str]:
    """Headings in capitals, where several are and others are not."""
    texts = [head.text for head in heads]
    shouted = [text for text in texts if text.isupper() and sum(map(str.isalpha, text)) >= MIN_SHOUTED]
    return frozenset(shouted) if MIN_ALIKE - 1 <= len(shouted) < len(texts) else frozenset()


def _serial_words(heads: Sequence[_Head]) -> set[str]:
    """Words that head a numbered series: "Kapitel 1", "Kapitel 2"."""
    words = [match["word"] for head in heads if (match := _SERIAL.match(head.text))]
    return {word for word in words if words.count(word) > 1}


def _label_order(heads: Sequence[_Head]) -> list[str]:
    """Labels that several headings bear or that have a heading beside them, in the order of their first appearance."""
    return list(dict.fromkeys(match["label"] for head in heads if (match := LABEL.match(head.text))))


def _parts(heads: Sequence[_Head], items: Sequence[Item]) -> set[str]:
    """Headings that are listed beside others that begin on pages of their own, in one column of a table."""
    new_pages = {plain(head.text) for head in heads if head.new_page}
    known = [plain(head.text) for head in heads]
    found: set[str] = set()
    if len(new_pages) < 2:
        return found
    for column in _columns(items):
        if len(column) <= MAX_LISTING:
            cells = [plain(cell) for cell in column if cell]
            named = {text for text in known if any(_alike(text, cell) for cell in cells)}
            if len(named & new_pages) >= 2:
                found |= named
    return found


def _columns(items: Sequence[Item]) -> Iterator[tuple[str, ...]]:
    for item in items:
        if item.table is not None:
            yield from zip(*item.table.rows, strict=False)


def _alike(one: str, two: str) -> bool:
    a, b = set(one.split()), set(two.split())
    return bool(a and b) and len(a & b) / len(a | b) >= 0.6


def _levels(heads: Sequence[_Head], ranks: Sequence[int]) -> list[int]:
    """Ranks to levels by nesting; see `levels_of` for headings without text."""
    levels: list[int] = []
    stack: list[tuple[int, int]] = []  # (rank, level)
    for at, rank in enumerate(ranks):
        before = heads[at - 1] if at else None
        if before is not None and before.bare and ranks[at - 1] == rank == PLAIN:
            rank = stack[-1][0] + 1
        elif rank == PLAIN and stack and stack[-1][0] > PLAIN:
            rank = stack[-1][0]
        while stack and stack[-1][0] >= rank:
            stack.pop()
        level = stack[-1][1] + 1 if stack else 1
        stack.append((rank, level))
        levels.append(level)
    return levels
