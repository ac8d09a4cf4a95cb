"""What was changed between two wordings, word by word."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from corpus.swedish.analysis import STOP_WORDS

PieceKind = Literal["same", "gone", "new"]
#: A number with its groups, a word, a blank, a sign.
_TOKEN = re.compile(r"\d[\d \u00a0\u2009\u202f.,:]*\d|\w+|\s+|[^\w\s]")
_WORD = re.compile(r"\w+")
#: Signs that readers do not tell apart, one for one: blanks of all widths, dashes of all lengths.
_ALIKE = str.maketrans(dict.fromkeys("\u00a0\u2009\u202f", " ") | dict.fromkeys("‐‑–—−", "-"))
#: Beyond so many tokens on either side what stands between a common beginning and end counts as written anew: the
#: comparison's time grows with the product of both.
_MOST_TOKENS = 4_000


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch that both texts have, that only the older has, or that only the newer has.

    `old` and `new` are its words in the older and in the newer text, empty where it is not there; those of a stretch
    that is the same are as long as each other and may differ in the widths of blanks and dashes. `before` and `after`
    are where it begins in the older and in the newer text.
    """

    kind: PieceKind
    old: str
    new: str
    before: int
    after: int

    @property
    def text(self) -> str:
        """The words: of a stretch that is the same, as the newer text has them."""
        return self.new or self.old


def differences(before: str, after: str) -> tuple[Piece, ...]:
    """The two texts as one row of pieces, in order: their `old` words make the older text, their `new` the newer."""
    return placed(_changes(_TOKEN.findall(before), _TOKEN.findall(after)))


def readable(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """The pieces for people: what is the same by chance between two changes ("och", a blank) is told as changed too."""
    kept: list[tuple[str, str, bool]] = []
    for same, old, new in _hunks(pieces):
        if len(kept) > 1 and not same and _says_nothing(*kept[-1]):
            (first, second) = kept[-2:]
            kept[-2:] = [(first[0] + second[0] + old, first[1] + second[1] + new, False)]
        else:
            kept.append((old, new, same))
    return placed(step for old, new, same in kept for step in _told(old, new, same))


def _hunks(pieces: Iterable[Piece]) -> Iterator[tuple[bool, str, str]]:
    """Stretches that are the same and stretches that are not, in turn, with their old and new words."""
    old = new = ""
    for piece in pieces:
        if piece.kind != "same":
            old, new = old + piece.old, new + piece.new
            continue
        if old or new:
            yield False, old, new
            old = new = ""
        yield True, piece.old, piece.new
    if old or new:
        yield False, old, new


def _says_nothing(old: str, new: str, same: bool) -> bool:
    """Whether a stretch that is the same holds function words and signs only."""
    return same and all(word.casefold() in STOP_WORDS for word in _WORD.findall(new))


def _told(old: str, new: str, same: bool) -> Iterator[tuple[PieceKind, str, str]]:
    if same:
        yield "same", old, new
    else:
        yield "gone", old, ""
        yield "new", "", new


def placed(steps: Iterable[tuple[PieceKind, str, str]]) -> tuple[Piece, ...]:
    """Pieces of these kinds with these old and new words, each where it begins in both texts; empty ones left out."""
    pieces: list[Piece] = []
    before = after = 0
    for kind, old, new in steps:
        if old or new:
            pieces.append(Piece(kind, old, new, before, after))
            before, after = before + len(old), after + len(new)
    return tuple(pieces)


def _changes(old: list[str], new: list[str]) -> Iterator[tuple[PieceKind, str, str]]:
    known = [token.translate(_ALIKE) for token in old], [token.translate(_ALIKE) for token in new]
    shorter = min(len(old), len(new))
    first = next((at for at in range(shorter) if known[0][at] != known[1][at]), shorter)
    last = next((at for at in range(shorter - first) if known[0][-1 - at] != known[1][-1 - at]), shorter - first)
    ends = len(old) - last, len(new) - last
    yield "same", "".join(old[:first]), "".join(new[:first])
    left, right = known[0][first : ends[0]], known[1][first : ends[1]]
    if max(len(left), len(right)) > _MOST_TOKENS:
        yield "gone", "".join(old[first : ends[0]]), ""
        yield "new", "", "".join(new[first : ends[1]])
    else:
        for what, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
            mine, its = "".join(old[first + a : first + b]), "".join(new[first + c : first + d])
            if what == "equal":
                yield "same", mine, its
            else:
                yield "gone", mine, ""
                yield "new", "", its
    yield "same", "".join(old[ends[0] :]), "".join(new[ends[1] :])
