"""Draws stops of real reports at random, to be judged by hand: `python -m tests.corpus.swedish.borders SHARED LIST`.

LIST is `first` (320 stops) or `second` (120 further ones). Half are drawn among all stops, half among those that may
deceive: after a short word, a digit or another stop, or before anything but a capital letter. A stop is a file, a page
(0 for a text file) and an offset in `flowing` text.
"""

import random
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2

SEED = 20260825
HALVES = {"first": 160, "second": 60}
#: Characters shown before and after a stop.
BEFORE, AFTER = 70, 40
STOP = re.compile(r"[.!?…](?=[\"”’»)\]]{0,3}\d{0,2}\s)")
_DECEIVING = re.compile(
    r"(?:(?:^|[\s(])\S{0,4}|\d|[.)])[.!?…]\S*\s(?![A-ZÅÄÖ])|(?:(?:^|[\s(])\S{0,3}|\d|[.)])[.!?…]\S*\s"
)


@dataclass(frozen=True, slots=True)
class Stop:
    """Where a sentence may end."""

    file: str
    page: int
    offset: int


def flowing(text: str) -> str:
    """A page's text as one paragraph, words torn by line ends joined."""
    return " ".join(re.sub(r"[\ufffe\xad\x02]\s*", "", text).split())


def pages(shared: Path) -> Iterator[tuple[str, int, str]]:
    """File, page and flowing text of all pages."""
    for path in sorted((shared / "seeds").glob("*.txt")):
        yield path.name, 0, flowing(path.read_text(encoding="utf-8"))
    for path in sorted((shared / "pdf").glob("*.pdf")):
        with pypdfium2.PdfDocument(path) as document:
            for number in range(len(document)):
                yield path.name, number + 1, flowing(document[number].get_textpage().get_text_range())


def draw(shared: Path) -> dict[str, list[tuple[Stop, str]]]:
    """The stops of each list with the words around them."""
    every, deceiving = [], []
    for file, page, text in pages(shared):
        for match in STOP.finditer(text):
            at = match.start()
            shown = f"{text[max(0, at - BEFORE) : at + 1]}⟂{text[at + 1 : at + AFTER]}"
            found = Stop(file, page, at), shown
            every.append(found)
            if _DECEIVING.search(text[max(0, at - 6) : at + 6]):
                deceiving.append(found)
    chance = random.Random(SEED)
    return {name: [*chance.sample(every, half), *chance.sample(deceiving, half)] for name, half in HALVES.items()}


if __name__ == "__main__":
    for stop, shown in draw(Path(sys.argv[1]))[sys.argv[2]]:
        sys.stdout.write(f"{stop.file},{stop.page},{stop.offset}\t{shown}\n")
