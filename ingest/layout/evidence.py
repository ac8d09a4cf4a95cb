"""What a file says of its headings apart from how they look: its outline and its contents pages."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ingest.layout.content import Bookmark
from ingest.layout.contents import Entry
from ingest.layout.lines import Line
from ingest.layout.paragraphs import SIZE_STEP, Piece

NUMBER = re.compile(r"^(\d{1,2}(?:\.\d{1,2}){0,5})\.?\s+(?=\D)")
WORDS = re.compile(r"\w+")
#: Longer pieces are no headings.
LONGEST = 220


@dataclass(frozen=True, slots=True)
class Listed:
    """A heading that the contents or the outline list.

    `pages` are those on which it stands where that is said (none: anywhere), `size` is the largest size in which its
    words stand there: others that say the same are not it.
    """

    level: int
    pages: frozenset[int] = frozenset()
    size: float = 0.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the file says of its headings apart from how they look."""

    bookmarks: Mapping[tuple[int | None, str], Listed] = field(default_factory=dict)
    entries: Mapping[str, Listed] = field(default_factory=dict)
    tagged: bool = False

    def bookmark(self, piece: Piece) -> int | None:
        """The level that the outline gives a piece, if it names it."""
        return _level(piece, self.bookmarks.get((piece.first.page, plain(piece.text))))

    def entry(self, piece: Piece) -> int | None:
        """The level that the contents give a piece, if they name it."""
        return _level(piece, self.entries.get(plain(piece.text)))


def _level(piece: Piece, listed: Listed | None) -> int | None:
    """The level of a piece with a listed heading's words, where it is the largest of its kind there."""
    if listed is None or (listed.pages and piece.first.page not in listed.pages):
        return None
    return listed.level if piece.first.size > listed.size - SIZE_STEP else None


def evidence_of(
    bookmarks: Sequence[Bookmark],
    entries: Sequence[Entry],
    pieces: Sequence[Piece],
    printed: Mapping[int, str | None],
    *,
    tagged: bool,
) -> Evidence:
    """Bookmarks by page and words, contents entries by words, each with its level.

    Args:
        bookmarks: the document's outline.
        entries: the entries of its contents pages.
        pieces: all its pieces.
        printed: the printed number of each page.
        tagged: whether its tags are trusted.
    """
    wanted = {plain(title) for title in (*(e.title for e in entries), *(b.title for b in bookmarks))}
    places: defaultdict[str, list[Line]] = defaultdict(list)
    for piece in pieces:
        if len(piece.text) <= LONGEST and (words := plain(piece.text)) in wanted:
            places[words].append(piece.first)
    lefts = sorted({round(e.x0 / 4) for e in entries})
    listed: dict[str, Listed] = {}
    for entry in entries:
        match, words = NUMBER.match(entry.title), plain(entry.title)
        level = match[1].count(".") + 1 if match else 1 + lefts.index(round(entry.x0 / 4))
        # Contents may be out of date: a page on which nothing has these words says nothing.
        pages = frozenset(line.page for line in places[words] if printed.get(line.page) == entry.page)
        size = max((line.size for line in places[words] if not pages or line.page in pages), default=0.0)
        if words:
            listed.setdefault(words, Listed(level, pages, size))
    marks = {}
    for mark in bookmarks:
        words = plain(mark.title)
        size = max((line.size for line in places[words] if line.page == mark.page), default=0.0)
        if words:
            marks[mark.page, words] = Listed(mark.level, size=size)
    return Evidence(marks, listed, tagged)


def plain(text: str) -> str:
    """A text's words, case folded, without numbering and bullets."""
    stripped = NUMBER.sub("", text.strip(" •▪■–-\t"))
    return " ".join(WORDS.findall(stripped.casefold())) or " ".join(WORDS.findall(text.casefold()))
