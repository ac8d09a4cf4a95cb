"""The words that say where a passage stands, put before it in both indexes but never in its text."""

from collections.abc import Sequence

#: Parts a title from the headings below it, and headings from each other.
ARROW = " › "


def context(title: str, section_path: Sequence[str]) -> str:
    """The report's title and the headings down to the passage: "Årsrapport 2021 › Regional utveckling › Bredband"."""
    return ARROW.join(part for part in (title, *section_path) if part)


def contextualise(title: str, section_path: Sequence[str], text: str) -> str:
    """A passage as the encoder and the lexical index see it: its context on a line of its own, then its text."""
    return f"{context(title, section_path)}\n{text}"
