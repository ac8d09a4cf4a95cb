"""Marks: the places in borrowed words that a writer must look at before they stand in a report on a later period."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from api.drafts.stale import kept, numbers, people, phrases
from api.drafts.stale.kept import Span

MarkKind = Literal["year", "date", "amount", "percent", "count", "phrase", "person"]


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters `[start, end)` of borrowed words, what they are, and by which key a writer confirms them."""

    start: int
    end: int
    kind: MarkKind
    text: str

    @property
    def key(self) -> str:
        """The mark's place in the words as they were borrowed: those never change."""
        return f"{self.start}-{self.end}"


def find(words: str, names: Iterable[str] = ()) -> list[Mark]:
    """What may be stale in words carried to a later period, in order, none overlapping another.

    Years, dates, amounts, percentages, counts, words that say "now" ("under året", "hittills", "har inletts"), and
    office holders with their names. What only looks so is left alone: names ("Kompetensbryggan 2", "Agenda 2030"), the
    periods of programmes and plans ("Kolarctic CBC 2014-2020"), law numbers and paragraphs, technical measures.

    Args:
        words: a report's text, or rows of a table on lines with cells parted by tabs.
        names: names of projects, whose numbers are parts of them.
    """
    spared = kept.find(words, names)
    found: list[tuple[Span, MarkKind]] = [
        *people.find(words),
        *phrases.find(words),
        *((span, kind) for span, kind in numbers.find(words) if not kept.is_within(span, spared)),
    ]
    return _merged(words, [Mark(*span, kind, words[slice(*span)]) for span, kind in sorted(found)])


def _merged(words: str, marks: Iterable[Mark]) -> list[Mark]:
    merged: list[Mark] = []
    for mark in marks:
        before = merged[-1] if merged else None
        if before is not None and mark.start < before.end:
            end = max(before.end, mark.end)
            merged[-1] = replace(before, end=end, text=words[before.start : end])
        else:
            merged.append(mark)
    return merged
