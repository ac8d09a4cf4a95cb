"""Texts whose stale words were marked by hand: `[[so]]`, a paragraph a line."""

import re
from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).with_name("data")
_MARKED = re.compile(r"\[\[(.*?)\]\]")


@dataclass(frozen=True, slots=True)
class Marked:
    """A paragraph and where its stale words stand."""

    text: str
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Score:
    """How many of the words marked by hand were found, and how many of those found were marked by hand."""

    recall: float
    precision: float
    missed: tuple[str, ...]
    extra: tuple[str, ...]


def read(name: str) -> list[Marked]:
    """The paragraphs of a file of `data`."""
    lines = (DATA / name).read_text("utf-8").splitlines()
    return [_marked(line) for line in lines if line and not line.startswith("#")]


def _marked(line: str) -> Marked:
    spans: list[tuple[int, int]] = []
    for number, match in enumerate(_MARKED.finditer(line)):
        start = match.start() - 4 * number
        spans.append((start, start + len(match[1])))
    return Marked(_MARKED.sub(r"\1", line), tuple(spans))


def score(pairs: list[tuple[Marked, list[tuple[int, int]]]]) -> Score:
    """The score of what was found in each paragraph: a stretch is found where a found one touches it."""
    missed, extra, wanted, found = [], [], 0, 0
    for gold, spans in pairs:
        wanted, found = wanted + len(gold.spans), found + len(spans)
        missed += [gold.text[slice(*span)] for span in gold.spans if not _touches(span, spans)]
        extra += [gold.text[slice(*span)] for span in spans if not _touches(span, gold.spans)]
    return Score(1 - len(missed) / wanted, 1 - len(extra) / found, tuple(missed), tuple(extra))


def _touches(span: tuple[int, int], others: list[tuple[int, int]] | tuple[tuple[int, int], ...]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)
