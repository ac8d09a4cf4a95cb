"""Reads names: persons, organisations, places."""

import re
from dataclasses import dataclass
from pathlib import Path

_TEXT = re.compile(r"^# text = (.*)$", re.MULTILINE)
#: Tags of swedish-ner-corpus that ours has too.
_KEPT = frozenset({"PER", "ORG", "LOC"})


@dataclass(frozen=True, slots=True)
class NamedSentence:
    """Words, the name each belongs to (BIO tags), and which words a space follows."""

    forms: tuple[str, ...]
    tags: tuple[str, ...]
    spaces: tuple[bool, ...]


def read_uner(path: Path) -> list[NamedSentence]:
    """The sentences of a UNER file (Universal NER, IOB2)."""
    sentences = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [row for line in block.split("\n") if (row := line.split("\t"))[0].isdigit()]
        text = _TEXT.search(block)
        if rows and text:
            forms = tuple(row[1] for row in rows)
            sentences.append(NamedSentence(forms, tuple(row[2] for row in rows), _spaces(forms, text[1])))
    return sentences


def _spaces(forms: tuple[str, ...], text: str) -> tuple[bool, ...]:
    """Which forms a space follows in the text."""
    spaces = []
    at = 0
    for form in forms:
        found = text.find(form, at)
        at = found + len(form) if found >= 0 else at
        spaces.append(text[at : at + 1] in ("", " "))
    return tuple(spaces)


def read_news(path: Path) -> list[NamedSentence]:
    """The sentences of swedish-ner-corpus that look wholly marked.

    The corpus was marked by word lists and mended by hand: names are missing. A sentence is kept where every word with
    a capital inside the sentence is marked, and nothing as what we do not have (MISC).
    """
    sentences = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n") if "\t" in line]
        forms = tuple(row[0].strip() for row in rows)
        kinds = tuple(row[1].strip() for row in rows)
        if len(forms) > 2 and _looks_whole(forms, kinds):
            sentences.append(NamedSentence(forms, _bio(kinds), _guessed_spaces(forms)))
    return sentences


def _looks_whole(forms: tuple[str, ...], kinds: tuple[str, ...]) -> bool:
    if not all(forms) or not set(kinds) <= {*_KEPT, "0"}:
        return False
    inside = zip(forms[1:], kinds[1:], forms[:-1], strict=True)
    return all(kind != "0" or not form[0].isupper() or before in "”\"':–-." for form, kind, before in inside)


def _bio(kinds: tuple[str, ...]) -> tuple[str, ...]:
    tags = []
    before = "0"
    for kind in kinds:
        tags.append("O" if kind == "0" else f"{'I' if kind == before else 'B'}-{kind}")
        before = kind
    return tuple(tags)


def _guessed_spaces(forms: tuple[str, ...]) -> tuple[bool, ...]:
    return tuple(
        after not in (".", ",", "!", "?", ":", ";", ")", "”", "%") and form not in ("(", "“")
        for form, after in zip(forms, (*forms[1:], "\n"), strict=True)
    )
