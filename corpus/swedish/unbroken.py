"""A text as one line: line ends and the hyphens that they left are undone, and every character knows where it stood."""

import re
from bisect import bisect_right
from dataclasses import dataclass

#: White space, with the hyphen it may follow; a soft hyphen, with the white space after it (readers of PDF write one as
#: U+0002 or U+FFFE).
_BREAK = re.compile("[-\u2010]?\\s+|[\u00ad\u0002\ufffe]\\s*")
#: Before these words a hyphen is suspended ("Luleå- och Bodenområdet"); before a capital it is part of a name.
_GOES_ON = re.compile(r"(?!(?:och|eller|samt|till|som)\b)[a-zåäöé]")


@dataclass(frozen=True, slots=True)
class Unbroken:
    """A text as one line, in stretches that stood in the original as they are here."""

    text: str
    begins: tuple[int, ...]
    stood: tuple[int, ...]

    def origin(self, at: int) -> int:
        """Where the character at `at` stood in the original text."""
        stretch = bisect_right(self.begins, at) - 1
        return self.stood[stretch] + at - self.begins[stretch]


def unbroken(text: str) -> Unbroken:
    """The text as one line: a word that a hyphen parts is whole, "Umeå-" before "Luleå" keeps its hyphen."""
    pieces: list[str] = []
    begins, stood, length, done = [0], [0], 0, 0
    for match in _BREAK.finditer(text):
        joint = _joint(text, match)
        if joint is None:
            continue
        piece = text[done : match.start()] + joint
        pieces.append(piece)
        length, done = length + len(piece), match.end()
        begins.append(length)
        stood.append(done)
    return Unbroken("".join((*pieces, text[done:])), tuple(begins), tuple(stood))


def _joint(text: str, match: re.Match[str]) -> str | None:
    """What stands in the place of a break; None where no line ends."""
    written = match[0]
    if written[0] in "\u00ad\u0002\ufffe":
        return ""
    if "\n" not in written and "\r" not in written:
        return None
    in_word = written[0] in "-\u2010" and match.start() > 0 and text[match.start() - 1].isalpha()
    if not in_word:
        return " " if written[0] not in "-\u2010" else written[0] + " "
    if _GOES_ON.match(text, match.end()):
        return ""
    return written[0] if text[match.end() : match.end() + 1].isupper() else written[0] + " "
