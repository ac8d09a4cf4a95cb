"""Numbered things, such as "tabell 3" and "bilaga 2": which ones a report has, and which ones it only refers to."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.model import Report, Section

KINDS = "tabell|diagram|figur|bild|karta|bilaga"
NUMBER = r"(?P<number>(?:[A-Z]|[A-Z]?\d{1,3})(?:[.:]\d{1,3})*)(?!\w|\s*%)"
#: A label in running text begins a line, or stands with a capital and a stop before what it names.
LABEL = re.compile(
    rf"(?:^\W*(?P<kind>(?i:{KINDS}))|(?<!^)\b(?P<inner>{'|'.join(map(str.capitalize, KINDS.split('|')))}))\s+{NUMBER}"
    r"(?=\s*$|\s*[.:,–-]|\s+[^a-zåäö\s])",
    re.MULTILINE,
)
#: A caption or heading is a label whatever follows.
CAPTION = re.compile(rf"^\W*(?:\d[\d.]*\s+)?(?P<kind>(?i:{KINDS}))\s+{NUMBER}", re.MULTILINE)
REFERENCE = re.compile(
    rf"\b(?:(?i:se(?:\s+även|\s+också)?|i|av|till|enligt|jämför|jfr))\s+(?P<kind>(?i:{KINDS}))\s+{NUMBER}"
)
SENTENCE_REST = re.compile(r"(?:[^.!?\n]|[.!?](?!\s))*")
#: Words that place what is referred to in another document.
ELSEWHERE = re.compile(
    r"\b(?:utkast|rapport|betänkand|redogörels|uppföljning|protokoll|promemori|proposition|SOU|beslut|underlag|lag|"
    r"förordning|föreskrift|förra|föregående|bok|artik|möte|konvention|direktiv|plan|handling|program)",
    re.IGNORECASE,
)
#: A report numbers things of a kind where it has so many numbered ones; of fewer, the others may be another file's.
FEWEST_LABELS = 2


@dataclass(frozen=True, slots=True)
class Unmet:
    """Something that a report announces and does not hold: where, and in Swedish, what."""

    section: Section | None
    page: int | None
    said: str


def unmet_references(report: Report) -> Iterator[Unmet]:
    """References to a number that nothing bears, within or right after the numbers that others of its series bear."""
    labels = _labels(report)
    told: set[tuple[str, str]] = set()
    for section in report.sections:
        for found in REFERENCE.finditer(section.text):
            kind, number = found["kind"].lower(), found["number"]
            series, last = _parted(number)
            known = labels[kind, series]
            if len(known) < FEWEST_LABELS or last in known or not 0 < last <= max(known) + 1:
                continue
            rest = SENTENCE_REST.match(section.text, found.end())
            if (kind, number) in told or (rest and ELSEWHERE.search(rest[0])):
                continue
            told.add((kind, number))
            words = " ".join(found[0].split())
            yield Unmet(section, page_of(section, found.start()), f"{kind} {number} (”{words}”) finns inte i det lästa")


def pictured_tables(report: Report) -> Iterator[Unmet]:
    """Tables of which only the caption is text."""
    sections = {section.id: section for section in report.sections}
    for picture in report.illustrations:
        label = CAPTION.match(picture.caption or "")
        if label and label["kind"].lower() == "tabell" and not picture.text.strip():
            said = f"tabellen under rubriken ”{label[0].strip()}” kunde inte läsas"
            yield Unmet(sections.get(picture.section_id or ""), picture.source.page, said)


def page_of(section: Section, at: int) -> int | None:
    """The page on which a character of a section's text stands."""
    return next((span.box.page for span in section.spans if span.end > at), section.source.page)


def _labels(report: Report) -> defaultdict[tuple[str, str], set[int]]:
    """The numbers of all labelled things, by kind and series ("1:" of "1:3")."""
    captions = [table.caption or "" for table in report.tables]
    captions += [picture.caption or "" for picture in report.illustrations]
    captions += [section.heading for section in report.sections]
    texts = [section.text for section in report.sections]
    texts += [picture.text for picture in report.illustrations]
    texts += [note.text for note in report.footnotes]
    texts += ["\n".join((*table.header, *(cell for row in table.rows for cell in row))) for table in report.tables]
    labels: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for pattern, found_in in ((CAPTION, captions), (LABEL, [*captions, *texts])):
        for label in (label for text in found_in for label in pattern.finditer(text)):
            named = label.groupdict()
            series, last = _parted(label["number"])
            labels[(named["kind"] or named["inner"]).lower(), series].add(last)
    return labels


def _parted(number: str) -> tuple[str, int]:
    """A number's series and its last part: "1:" and 3 of "1:3", "A" and 2 of "A2"; letters count from 1."""
    if number.isalpha():
        return "letters", ord(number) - ord("A") + 1
    last = re.search(r"\d+$", number)
    return (number[: last.start()], int(last[0])) if last else (number, 0)
