"""Rows of words on one baseline, parted into the fragments that stand close together."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.layout.content import Word
from ingest.layout.lines import SAME_LINE, join_words

#: Gap, in font sizes, that parts two fragments of a row; with a space of the file's own in it, it may be a wide word
#: space of justified text.
FRAGMENT_GAP = 0.85
SPACED_FRAGMENT_GAP = 1.7
#: Gap that parts two heads of columns that the rows below keep apart.
HEAD_GAP = 0.45


@dataclass(frozen=True, slots=True)
class Fragment:
    """Words of a row that stand close together."""

    words: tuple[Word, ...]
    x0: float
    x1: float
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """What stands on one baseline."""

    baseline: float
    size: float
    fragments: tuple[Fragment, ...]


def rows_of(words: Sequence[Word]) -> list[Row]:
    """Words by baseline, each row parted into fragments."""
    ordered = sorted(words, key=lambda w: (w.baseline, w.x0))
    rows: list[list[Word]] = []
    for word in ordered:
        if rows and word.baseline - rows[-1][0].baseline <= SAME_LINE * 0.8 * word.style.size:
            rows[-1].append(word)
        else:
            rows.append([word])
    return [_row(sorted(row, key=lambda w: w.x0)) for row in rows]


def _row(words: list[Word]) -> Row:
    size = max(w.style.size for w in words)
    pieces: list[list[Word]] = []
    for word in words:
        before = pieces[-1][-1] if pieces else None
        limit = SPACED_FRAGMENT_GAP if before is not None and before.spaced else FRAGMENT_GAP
        if before is not None and word.x0 - before.x1 < limit * size:
            pieces[-1].append(word)
        else:
            pieces.append([word])
    return Row(max(w.baseline for w in words), size, tuple(_fragment(p) for p in pieces))


def _fragment(words: Sequence[Word]) -> Fragment:
    return Fragment(tuple(words), words[0].x0, max(w.x1 for w in words), join_words(words))


def split_heads(rows: Sequence[Row], columns: Sequence[tuple[float, float]]) -> list[Row]:
    """Rows in which heads that stand close together are parted where the columns below them are."""
    made = []
    for row in rows:
        fragments: list[Fragment] = []
        for fragment in row.fragments:
            over = [c for c in columns if fragment.x0 < c[1] and c[0] < fragment.x1]
            fragments += _parted(fragment, row.size) if len(over) > 1 else [fragment]
        made.append(Row(row.baseline, row.size, tuple(fragments)))
    return made


def _parted(fragment: Fragment, size: float) -> list[Fragment]:
    pieces = [[fragment.words[0]]]
    for a, b in pairwise(fragment.words):
        if b.x0 - a.x1 < HEAD_GAP * size:
            pieces[-1].append(b)
        else:
            pieces.append([b])
    return [_fragment(p) for p in pieces]
