"""Texts cut into marked and unmarked parts, for templates to escape and print."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fragment:
    """A stretch of text that is marked or not; `begins` is set where a marked range begins in it."""

    text: str
    marked: bool = False
    begins: bool = False


def cut(
    text: str,
    ranges: Iterable[tuple[int, int]],
    start: int = 0,
    end: int | None = None,
    anchored: int | None = None,
) -> tuple[Fragment, ...]:
    """The characters `[start, end)` of `text`, those within `ranges` (in order, not overlapping) marked.

    Where only one of several ranges is `anchored`, by its first character, the others begin nowhere.
    """
    end = len(text) if end is None else end
    parts: list[Fragment] = []
    at = start
    for begin, last in ranges:
        first, last = max(begin, at), min(last, end)
        if first >= last:
            continue
        parts += [
            Fragment(text[at:first]),
            Fragment(text[first:last], marked=True, begins=first == begin and anchored in (None, begin)),
        ]
        at = last
    parts.append(Fragment(text[at:end]))
    return tuple(part for part in parts if part.text)
