"""A decision's text taken apart into what this year's report must answer."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

#: "Återrapportering 1 – …", "Återrapporteringskrav 2:", "Uppdrag 3.", "Villkor 4": a label, a number, the rest.
_LABELLED = re.compile(
    r"(?P<label>(?:Återrapportering(?:skrav(?:et)?)?|Uppdrag|Krav|Villkor|Redovisning|Punkt|Uppgift|Mål|Fråga)\s+"
    r"\d{1,3}[a-zåäö]?)(?:\s*[–—:.)-]\s*|\s+|$)(?P<rest>.*)"
)
#: "1. …", "2) …", "3.1 …".
_NUMBERED = re.compile(r"(?P<label>\d{1,2}(?:\.\d{1,2})*)[.)]?\s+(?P<rest>\S.*)")
_BULLETED = re.compile(r"(?P<label>[•▪●○◦*–—-])\s+(?P<rest>\S.*)")
#: What a sentence says that asks for an answer.
_ASKS = re.compile(
    r"(?<!\w)(?:åter)?(?:redovisa|rapportera|beskriva|redogöra|lämna|kommentera|analysera|bedöma|följa upp|ange)s?"
    r"(?!\w)",
    re.IGNORECASE,
)
_OUGHT = re.compile(r"(?<!\w)(?:ska|skall|bör|måste)(?!\w)", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?](?:\s|$)")
#: A heading is no longer than this; a longer line is the requirement itself.
_LONGEST_HEADING = 110
#: Ways in which decisions number what they ask for, the surest first; fewer than so many are none.
_WAYS: tuple[tuple[re.Pattern[str], int], ...] = ((_LABELLED, 1), (_NUMBERED, 2), (_BULLETED, 2))


@dataclass(frozen=True, slots=True)
class Requirement:
    """What must be answered: the heading to answer under, and the decision's words."""

    heading: str
    words: str


def requirements(text: str) -> tuple[Requirement, ...]:
    """What a decision asks for, in its order; empty where it asks for nothing that can be told.

    A decision that says "Återrapportering 1 – …" is parted there; else by its numbers; else by its list's items; else
    each paragraph that says that something shall be reported is one. Words before the first are no part of any.
    """
    lines = [" ".join(line.split()) for line in text.replace("\r", "\n").split("\n")]
    for way, least in _WAYS:
        found = list(_parted(lines, way))
        if len(found) >= least:
            return tuple(_once(found))
    return tuple(_once(_asking(lines)))


def _parted(lines: Iterable[str], way: re.Pattern[str]) -> Iterator[Requirement]:
    begun: re.Match[str] | None = None
    more: list[str] = []
    for line in lines:
        match = way.fullmatch(line)
        if match:
            if begun:
                yield _requirement(begun, more)
            begun, more = match, []
        elif begun:
            more.append(line)
    if begun:
        yield _requirement(begun, more)


def _requirement(match: re.Match[str], more: list[str]) -> Requirement:
    """A short line is the heading and what follows the words; a long one is the words, headed by its label."""
    label, rest = match["label"], match["rest"].strip()
    named = match.re is _LABELLED
    below = _paragraphs(more)
    if len(rest) <= _LONGEST_HEADING and not _SENTENCE_END.search(rest):
        heading = f"{label} – {rest}" if named and rest else rest or label
        return Requirement(heading.rstrip(" .:"), below or rest or label)
    words = "\n\n".join(part for part in (rest, below) if part)
    return Requirement(label if named else _short(rest), words)


def _asking(lines: Iterable[str]) -> Iterator[Requirement]:
    """Paragraphs that say that something shall be reported."""
    for paragraph in _paragraphs(lines).split("\n\n"):
        if _ASKS.search(paragraph) and _OUGHT.search(paragraph):
            yield Requirement(_short(paragraph), paragraph)


def _paragraphs(lines: Iterable[str]) -> str:
    """Lines as paragraphs: rejoined, parted where a line is blank or a list's item begins."""
    paragraphs: list[str] = [""]
    for line in lines:
        if not line:
            paragraphs.append("")
        elif _BULLETED.fullmatch(line):
            paragraphs.append(_BULLETED.sub(r"• \g<rest>", line))
        elif not paragraphs[-1]:
            paragraphs[-1] = line
        else:
            paragraphs[-1] += f" {line}"
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def _short(words: str) -> str:
    """The beginning of a requirement as a heading: its first sentence, or as many whole words as fit."""
    first = _SENTENCE_END.split(words.replace("\n", " "), maxsplit=1)[0].strip()
    if len(first) <= _LONGEST_HEADING:
        return first
    return first[:_LONGEST_HEADING].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def _once(found: Iterable[Requirement]) -> Iterator[Requirement]:
    """Each requirement once: a list of contents names them before the text does, and says no more of them."""
    by_label: dict[str, Requirement] = {}
    for one in found:
        before = by_label.get(one.heading)
        if before is None or (before.words in before.heading and one.words not in one.heading):
            by_label[one.heading] = one
    yield from by_label.values()
