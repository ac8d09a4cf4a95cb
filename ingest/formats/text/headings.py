"""Which pieces of a plain text are headings: nothing says so outright, so evidence is put together."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.document import TableBlock
from ingest.formats.text.contents import Entry
from ingest.formats.text.lines import starts_lower
from ingest.formats.text.pieces import Piece
from ingest.formats.text.tables import CAPTION

#: A heading has no more characters; the longest in the reports read for this had 180.
MAX_CHARACTERS = 220
#: A heading closed by a full stop has no more words.
MAX_STOPPED_WORDS = 7
#: More open-ended short lines than this in a row, with no text between, are a list or an address.
MAX_STACK = 3
LABEL = re.compile(r"(?P<label>[A-ZÅÄÖ][\w-]*(?: [\w-]+){0,2}): (?P<rest>\S.*)")
NUMBERING = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+(?=[A-ZÅÄÖ])")
_OTHER = re.compile(
    r"(?i)(?:figur|diagram|bild|källa|foto|not|anm|anmärkning|e-?post|tel(?:efon)?|fax|www\.|https?:|sida?\s\d)\b.*"
    r"|[\d\s.,:/%-]+(?:kr|tkr|mkr)?|\S+@\S+|.*\.(?:se|nu|com|org)"
)
#: Words that make a sentence of a line; a heading closed by a full stop holds none.
_VERBS = re.compile(
    r"(?i)är|var|vara|har|hade|ska|skall|kan|kunde|kommer|kom|blir|blev|finns|fanns|får|fick|görs|gjordes|sker|skedde"
    r"|bör|måste|vill|ville|pågår|gäller|innebär|visar|omfattar|redovisas|ingår|saknas|krävs|syftar|leder|ger|gav|står"
    r"|ligger|löper|följer|fortsätter|\w{3,}(?:ades?|ats|erar|eras|erats|erades)"
)


@dataclass(frozen=True, slots=True)
class Item:
    """A piece or a table in its place, and whether the piece is taken for a heading."""

    piece: Piece | None
    table: TableBlock | None = None
    heading: bool = False
    caption: bool = False


def judge(items: Sequence[Item], entries: Sequence[Entry]) -> list[Item]:
    """Items with the headings and table captions among them marked."""
    listed = frozenset(plain(entry.text) for entry in entries)
    cells = frozenset(plain(cell) for item in items if item.table for row in item.table.rows for cell in row if cell)
    labels = _labels(items)
    judged: list[Item] = []
    for at, item in enumerate(items):
        if item.piece is None:
            judged.append(item)
            continue
        following = items[at + 1] if at + 1 < len(items) else None
        caption = CAPTION.match(item.piece.text) is not None and following is not None and following.table is not None
        sure = plain(item.piece.text) in listed or _label(item.piece.text) in labels
        sure = sure or plain(item.piece.text) in cells
        heading = not caption and _is_heading(item.piece, judged[-1] if judged else None, following, sure=sure)
        judged.append(Item(item.piece, heading=heading, caption=caption))
    return _without_stacks(judged, listed, labels)


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
    if any(_VERBS.fullmatch(word) for word in words):
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
        if end - at > MAX_STACK:
            for place in range(at, end):
                piece = items[place].piece
                assert piece is not None
                known = plain(piece.text) in listed or _label(piece.text) in labels or NUMBERING.match(piece.text)
                if not known:
                    items[place] = Item(piece)
        at = max(end, at + 1)
    return items
