"""What was changed in borrowed words, word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

PieceKind = Literal["same", "gone", "new"]
#: A number with its groups, a word, a blank, a sign.
_TOKEN = re.compile(r"\d[\d \u00a0\u2009\u202f.,:]*\d|\w+|\s+|[^\w\s]")
#: Beyond so many tokens on either side what stands between a common beginning and end counts as written anew: the
#: comparison's time grows with the product of both.
_MOST_TOKENS = 4_000


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch that both texts have, that only the older has, or that only the newer has.

    `before` and `after` are where it begins in the older and in the newer text.
    """

    kind: PieceKind
    text: str
    before: int
    after: int


def differences(before: str, after: str) -> tuple[Piece, ...]:
    """The two texts as one row of pieces, in order: those not new make the older text, those not gone the newer."""
    if before == after:
        return (Piece("same", before, 0, 0),) if before else ()
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    pieces: list[Piece] = []
    for kind, text in _changes(old, new):
        at = pieces[-1] if pieces else None
        start = _past(at) if at else (0, 0)
        if text:
            pieces.append(Piece(kind, text, *start))
    return tuple(pieces)


def _past(piece: Piece) -> tuple[int, int]:
    length = len(piece.text)
    return (
        piece.before + (length if piece.kind != "new" else 0),
        piece.after + (length if piece.kind != "gone" else 0),
    )


def _changes(old: list[str], new: list[str]) -> Iterator[tuple[PieceKind, str]]:
    shorter = min(len(old), len(new))
    first = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    last = next((at for at in range(shorter - first) if old[-1 - at] != new[-1 - at]), shorter - first)
    left, right = old[first : len(old) - last], new[first : len(new) - last]
    yield "same", "".join(old[:first])
    if max(len(left), len(right)) > _MOST_TOKENS:
        yield "gone", "".join(left)
        yield "new", "".join(right)
    else:
        for what, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
            if what == "equal":
                yield "same", "".join(left[a:b])
            else:
                yield "gone", "".join(left[a:b])
                yield "new", "".join(right[c:d])
    yield "same", "".join(old[len(old) - last :])
