"""Which pieces of a plain text are headings: nothing says so outright, so evidence is put together."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.document import TableBlock
from ingest.formats.captions import TABLE, is_caption
from ingest.formats.text.contents import Entry
from ingest.formats.text.lines import Layout, starts_lower
from ingest.formats.text.pieces import VERBS, Piece

#: A heading has no more characters; the longest in the reports read for this had 180.
MAX_CHARACTERS = 220
#: A heading closed by a full stop has no more words.
MAX_STOPPED_WORDS = 7
#: More open-ended short lines than this in a row, with no text between, are a list or an address.
MAX_STACK = 3
#: A heading with a verb is no longer, in a text where sentences are broken over lines.
MAX_WITH_VERB = 70
#: The last line of an address is no longer.
MAX_LOOSE = 40
LABEL = re.compile(r"(?P<label>[A-ZÅÄÖ][\w-]*(?: [\w-]+){0,2}): (?P<rest>\S.*)")
NUMBERING = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+(?=[A-ZÅÄÖ])")
_OTHER = re.compile(
    r"(?i)(?:figur|diagram|bild|källa|källor|foto|not|anm|anmärkning|e-?post|tel(?:efon)?|fax|www\.|https?:|sida?\s\d)\b.*"
    r"|(?-i:[A-ZÅÄÖ ]{3,}:.*)|\d{1,3} .*(?:\.(?:se|nu|eu|com|org)\b|https?:|\b(?:utläst|hämtad)\b).*"
    r"|[\d\s.,:/%-]+(?:kr|tkr|mkr)?|\S+@\S+|.*\.(?:se|nu|com|org)"
)


#: No heading ends with one of these; a line that a column's end broke off does.
_OPEN_END = re.compile(
    r"(?i)\b(?:och|eller|samt|att|som|med|till|för|av|på|i|om|från|vid|under|över|mellan|inom|än|den|det|de|en|ett|är)$"
)


@dataclass(frozen=True, slots=True)
class Item:
    """A piece or a table in its place, and whether the piece is taken for a heading."""

    piece: Piece | None
    table: TableBlock | None = None
    heading: bool = False
    caption: bool = False


def judge(items: Sequence[Item], entries: Sequence[Entry], layout: Layout) -> list[Item]:
    """Items with the headings and table captions among them marked."""
    listed = frozenset(plain(entry.text) for entry in entries)
    cells = frozenset(plain(cell) for item in items if item.table for row in item.table.rows for cell in row if cell)
    labels = _labels(items)
    judged: list[Item] = []
    if any(item.piece is not None and item.piece.first.marked for item in items):
        return [_marked(items, at) for at in range(len(items))]
    for at, item in enumerate(items):
        if item.piece is None:
            judged.append(item)
            continue
        following = items[at + 1] if at + 1 < len(items) else None
        caption = _is_caption(item.piece, following)
        sure = plain(item.piece.text) in listed or _label(item.piece.text) in labels
        sure = sure or plain(item.piece.text) in cells
        glued = layout.double and len(item.piece.lines) > 1 and not item.piece.lines[1].gap
        sentence = layout.wrapped and not sure and not glued and _is_begun_sentence(item.piece.text)
        before = judged[-1] if judged else None
        heading = not caption and not sentence and _is_heading(item.piece, before, following, sure=sure)
        judged.append(Item(item.piece, heading=heading, caption=caption))
    for rule in (_without_stacks, _without_leaves, _without_cover):
        judged = rule(judged, listed, labels)
    return judged


def _marked(items: Sequence[Item], at: int) -> Item:
    """An item of a text whose headings are marked: what is not marked is none."""
    piece = items[at].piece
    if piece is None:
        return items[at]
    caption = _is_caption(piece, items[at + 1] if at + 1 < len(items) else None)
    return Item(piece, heading=piece.first.marked > 0, caption=caption)


def _is_caption(piece: Piece, following: Item | None) -> bool:
    named = TABLE.match(piece.text) is not None and is_caption(piece.text)
    return named and following is not None and following.table is not None


def _is_begun_sentence(text: str) -> bool:
    """Whether a long line of a wrapped text has a verb: a sentence that a chart or a column's end broke off."""
    return len(text) > MAX_WITH_VERB and any(VERBS.fullmatch(word) for word in text.split())


def plain(text: str) -> str:
    """Words of a text for comparison: no case, punctuation, or numbering before."""
    return " ".join(re.findall(r"\w+", NUMBERING.sub("", text).casefold()))


def _labels(items: Sequence[Item]) -> frozenset[str]:
    """Labels such as "Framgångsfaktor" that begin two or more open-ended pieces, or head a column of a table too."""
    columns = {cell for item in items if item.table for cell in item.table.header}
    counts: dict[str, int] = {}
    for item in items:
        if item.piece is not None and not item.piece.item and not item.piece.is_closed:
            label = _label(item.piece.text)
            counts[label] = counts.get(label, 0) + 1
    return frozenset(label for label, count in counts.items() if label and (count > 1 or label in columns))


def _label(text: str) -> str:
    match = LABEL.match(text)
    return match["label"] if match and len(text) <= MAX_CHARACTERS else ""


def _is_heading(piece: Piece, before: Item | None, following: Item | None, *, sure: bool) -> bool:
    text = piece.text
    if piece.item or following is None or len(text) > MAX_CHARACTERS or starts_lower(text) or _OTHER.fullmatch(text):
        return False
    if not any(letter.isalpha() for letter in text) or text.endswith((":", ",", ";", "-", "–")):
        return False
    if not sure and (_OPEN_END.search(text) or text.count("(") != text.count(")")):
        return False
    if following.piece is not None and starts_lower(following.piece.text) and not following.piece.item and not sure:
        return False
    if piece.ends_sentence and not text.endswith(("?", "!")):
        return _stopped_heading(piece, before, following)
    if before is not None and before.piece is not None and not sure:
        return _may_follow(before)
    return True


def _may_follow(before: Item) -> bool:
    """Whether a heading may come after a piece: one that is finished, or that is a heading or an item itself."""
    piece = before.piece
    assert piece is not None
    return (
        before.heading
        or before.caption
        or piece.item
        or piece.is_closed
        or len(piece.lines) > 1
        or len(piece.text) > 80
    )


def _stopped_heading(piece: Piece, before: Item | None, following: Item) -> bool:
    """Whether a piece closed by a full stop is a heading: a few words without a verb, and running text below."""
    words = piece.text.rstrip(".").split()
    if len(words) > MAX_STOPPED_WORDS or not piece.text.endswith(".") or following.piece is None:
        return False
    if any(VERBS.fullmatch(word) for word in words):
        return False
    stands_apart = before is None or before.piece is None or before.heading or before.piece.ends_sentence
    return stands_apart and following.piece.ends_sentence and len(following.piece.text) > 2 * len(piece.text)


def _without_stacks(items: list[Item], listed: frozenset[str], labels: frozenset[str]) -> list[Item]:
    """Items without the headings that only look so, being lines of a list or an address: many in a row and no text."""
    at = 0
    while at < len(items):
        end = at
        while end < len(items) and items[end].heading:
            end += 1
        unsure = [place for place in range(max(at, 1), end) if not _is_known(items[place], listed, labels)]
        if len(unsure) + (end < len(items) and _is_loose(items[end])) > MAX_STACK:
            for place in unsure:
                items[place] = Item(items[place].piece)
        at = max(end, at + 1)
    return items


def _is_loose(item: Item) -> bool:
    """Whether a short open-ended line is no item: the end of an address that headings seem to begin."""
    piece = item.piece
    return piece is not None and not piece.item and not piece.is_closed and len(piece.text) < MAX_LOOSE


def _is_known(item: Item, listed: frozenset[str], labels: frozenset[str]) -> bool:
    """Whether the contents, a label or numbering vouch for a heading."""
    text = item.piece.text if item.piece is not None else ""
    return plain(text) in listed or _label(text) in labels or NUMBERING.match(text) is not None


def _without_leaves(items: list[Item], listed: frozenset[str], labels: frozenset[str]) -> list[Item]:
    """Items without the headings that nothing vouches for right before one of the contents: a signature, a date."""
    for at, item in enumerate(items[:-1]):
        following = items[at + 1]
        piece = following.piece if following.heading else None
        if at and item.heading and piece is not None and plain(piece.text) in listed:
            items[at] = item if _is_known(item, listed, labels) else Item(item.piece)
    return items


def _without_cover(items: list[Item], listed: frozenset[str], labels: frozenset[str]) -> list[Item]:
    """Items without the headings of the cover: lines that follow the first one before any text begins.

    Where there are contents, no heading comes before the first that they list; else the last line before the text may
    be its heading. The first line stays a heading, for the title, only where it is the cover's only one.
    """
    end = next((at for at, item in enumerate(items) if not item.heading or _is_known(item, listed, labels)), len(items))
    ends = end - 1 if end < len(items) and not items[end].heading and end > 1 else end
    if listed:
        first = next((at for at, i in enumerate(items) if i.heading and _is_known(i, listed, labels)), len(items))
        ends = first if first < len(items) else ends
    if sum(item.heading for item in items[:ends]) > 1:
        items[:ends] = [Item(item.piece) if item.heading else item for item in items[:ends]]
    return items
