"""What is shown of a hit: the passage that was found, and those around it in its section or table.

Short passages are found best, for each is about one thing; but a reader wants to see what stands around. So what is
searched is short, and what is shown is as much of the section or table as fits.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.model import Passage
from corpus.store import Store, StoredPassage

#: Characters that are shown at most (contracts.md); a passage longer than that is shown alone.
SHOWN_CHARACTERS = 1500
#: Neighbours that are looked at on either side: with passages of 300 characters on average, five or so fit.
REACH = 5


@dataclass(frozen=True, slots=True)
class Window:
    """A passage that was found, and those shown with it in reading order, itself among them.

    `text` is the section's own from the first to the last of them; for a table, the caption and header once and then
    all their rows. `starts[i]` is where the text of `passages[i]` begins in it, a table's header left out.
    """

    found: StoredPassage
    passages: tuple[StoredPassage, ...]
    text: str
    starts: tuple[int, ...]

    @property
    def numbers(self) -> frozenset[int]:
        """The numbers of the passages shown."""
        return frozenset(stored.number for stored in self.passages)

    @property
    def pages(self) -> tuple[int, ...]:
        """Every page that they touch, in order."""
        return tuple(dict.fromkeys(page for stored in self.passages for page in stored.passage.source.pages))

    @property
    def rows(self) -> int | None:
        """How many rows of a table the text ends with; None for running text."""
        if self.found.passage.table_id is None:
            return None
        return self.passages[-1].passage.end - self.passages[0].passage.start

    def offset(self, stored: StoredPassage, start: int) -> int:
        """Where the character `start` of the text of one of the passages stands in the window's."""
        return self.starts[self.passages.index(stored)] + start - len(head(stored.passage))


def around(store: Store, found: StoredPassage) -> Window:
    """The window of a passage that was found."""
    near = store.passages(range(found.number - REACH, found.number + REACH + 1))
    fitting = _fitting(found, [stored for stored in near if _together(stored, found)])
    if found.passage.table_id is not None or found.passage.section_id is None:
        return _of_rows(found, fitting)
    first, last = fitting[0].passage, fitting[-1].passage
    text = store.section_text(found.passage.section_id)[first.start : last.end]
    return Window(found, fitting, text, tuple(stored.passage.start - first.start for stored in fitting))


def head(passage: Passage) -> str:
    """The caption and header that a table's passage begins with, line ends included; nothing of running text."""
    if passage.table_id is None:
        return ""
    lines = passage.text.split("\n")
    return "".join(f"{line}\n" for line in lines[: len(lines) - (passage.end - passage.start)])


def _together(stored: StoredPassage, found: StoredPassage) -> bool:
    """Whether two passages are parts of the same section's running text or of the same table."""
    one, other = stored.passage, found.passage
    return (stored.report_id, stored.version, one.section_id, one.table_id) == (
        found.report_id,
        found.version,
        other.section_id,
        other.table_id,
    )


def _fitting(found: StoredPassage, near: Sequence[StoredPassage]) -> tuple[StoredPassage, ...]:
    """The passage and its neighbours by turns, what follows first, as long as they fit."""
    first = last = next(at for at, stored in enumerate(near) if stored.number == found.number)
    grown = True
    while grown:
        grown = False
        for before, after in ((0, 1), (1, 0)):
            low, high = first - before, last + after
            if low >= 0 and high < len(near) and _size(near[low : high + 1]) <= SHOWN_CHARACTERS:
                first, last, grown = low, high, True
    return tuple(near[first : last + 1])


def _size(stored: Sequence[StoredPassage]) -> int:
    first, last = stored[0].passage, stored[-1].passage
    if first.table_id is None:
        return last.end - first.start
    return len(head(first)) + sum(len(rows) + 1 for rows in _rows(stored))


def _of_rows(found: StoredPassage, fitting: tuple[StoredPassage, ...]) -> Window:
    text = head(fitting[0].passage)
    starts = []
    for number, rows in enumerate(_rows(fitting)):
        text += "\n" if number else ""
        starts.append(len(text))
        text += rows
    return Window(found, fitting, text, tuple(starts))


def _rows(stored: Sequence[StoredPassage]) -> Iterator[str]:
    """The text of each passage without its head."""
    for one in stored:
        yield one.passage.text[len(head(one.passage)) :]
