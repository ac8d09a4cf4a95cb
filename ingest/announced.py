"""What a report's text announces, such as "redovisas nedan" or "se tabell 3", and that nothing readable follows.

A false alarm is worse than a miss: whatever can be read where the thing is announced counts as the thing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from corpus.model import Problem, Report, Section
from ingest.references import Unmet, page_of, pictured_tables, unmet_references

#: Pictures are read where they are found at all; tables, lists and charts are read by what stands in them.
PICTURE = r"(?:figur(?:en|er|erna)?|bild(?:en|er|erna)?|kart(?:a|an|or|orna)|illustration(?:en|er|erna)?)"
TABLE = (
    r"(?:tabell(?:en|er|erna)?|(?:samman|upp)ställning(?:en|ar|arna)?|matris(?:en|er|erna)?|"
    r"förteckning(?:en|ar|arna)?|list(?:a|an|or|orna)|diagram(?:met|men)?|graf(?:en|er|erna)?)"
)
#: A thing that stands below, in so many words.
THING_BELOW = re.compile(
    rf"\b(?:\w*(?:{TABLE}|{PICTURE})\s+(?:här\s+)?nedan(?:för)?\b(?!\s+(?:kall|benämn))"
    rf"|(?:nedanstående|nedan|följande)\s+(?:\w+\s+)?\w*(?:{TABLE}|{PICTURE}))\b",
    re.IGNORECASE,
)
SAID = (
    r"redovisas|redovisar|framgår|visas|visar|återges|presenteras|listas|sammanfattas|följer|anges|beskrivs|"
    r"specificeras|fördelas|fördelar|ser|lämnas|är|lyder|gäller|avser"
)
#: Something that stands right below, in words that end the sentence: what comes next must be it.
ALL_BELOW = re.compile(
    rf"(?:\b(?:{SAID})\b[^.:;()]*\b(?:här)?nedan(?:för)?|\benligt\s+(?:nedan(?:stående)?|följande)"
    r"|\A\s*nedan\s+\w+[^.:;()]*(?=:)|\bföljande\b[^.:;()]*(?=:))\s*[.:]?\s*\Z",
    re.IGNORECASE,
)
#: What is announced stands under headings of its own, or in another file.
PARTS = re.compile(r"avsnitt|kapitel|kapitl|rubrik|stycke|bilag", re.IGNORECASE)
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])")
#: A paragraph of so many characters that ends like a sentence is prose; a shorter one may be a row of a table.
PROSE = 80


def unmet_announcements(name: str, report: Report) -> list[Problem]:
    """A problem for each announcement that nothing readable follows.

    Args:
        name: the file's base name, for the messages.
        report: what was read.
    """
    found = (*_below(_Kept.of(report)), *unmet_references(report), *pictured_tables(report))
    return [_problem(name, unmet) for unmet in found]


def _problem(name: str, unmet: Unmet) -> Problem:
    where = f", sidan {unmet.page}" if unmet.page else ""
    if not where and unmet.section is not None and unmet.section.heading:
        where = f", avsnittet ”{unmet.section.heading}”"
    advice = "Jämför med originalet; är det en bild behöver texten i den kännas igen (OCR)."
    return Problem("announced_missing", f"{name}{where}: {unmet.said}. {advice}", unmet.page)


@dataclass(slots=True)
class _Kept:
    """In which sections and on which pages there are tables, pictures that can be read, and any pictures."""

    sections: Sequence[Section]
    readable: set[str | int | None] = field(default_factory=set)
    drawn: set[str | int | None] = field(default_factory=set)

    @classmethod
    def of(cls, report: Report) -> "_Kept":
        """Gather what a report holds beside running text."""
        kept = cls(report.sections)
        for table in report.tables:
            kept.readable |= {table.section_id, *table.source.pages}
        for picture in report.illustrations:
            places = {picture.section_id, *picture.source.pages}
            kept.drawn |= places
            kept.readable |= places if picture.caption or picture.text.strip() else set()
        return kept

    def near(self, sections: Sequence[Section], page: int | None, *, drawn: bool) -> bool:
        """Whether such a thing is in one of the sections, on the page or on the next one."""
        places = {section.id for section in sections} | ({page, page + 1} if page is not None else set())
        return bool(places & (self.readable | self.drawn if drawn else self.readable))


def _below(kept: _Kept) -> Iterator[Unmet]:
    """Things announced as standing below."""
    for at, section in enumerate(kept.sections):
        if not re.search(r"(?i)nedan|följande", section.text):
            continue
        following = kept.sections[at + 1 : at + 2]
        paragraphs = section.text.split("\n\n")
        for number, paragraph in enumerate(paragraphs):
            sentences = SENTENCE_END.split(paragraph)
            for place, sentence in enumerate(sentences):
                after = [text for text in (" ".join(sentences[place + 1 :]), *paragraphs[number + 1 :]) if text]
                page = page_of(section, section.text.find(sentence))
                words = _unmet(sentence, after, section, following, kept, page)
                if words is not None:
                    yield Unmet(section, page, f"efter ”{words}” finns inget som kunde läsas")


def _unmet(
    sentence: str, after: Sequence[str], section: Section, following: Sequence[Section], kept: _Kept, page: int | None
) -> str | None:
    """The words that announce something of which nothing came out; None where there are none."""
    if PARTS.search(sentence) or any(one.level > section.level for one in following):
        return None
    if thing := THING_BELOW.search(sentence):
        drawn = re.search(rf"{PICTURE}\b", thing[0], re.IGNORECASE) is not None
        came = kept.near([section, *following], page, drawn=drawn) or not all(map(_is_prose, after))
        return None if came else " ".join(thing[0].split())
    if all_below := ALL_BELOW.search(sentence):
        came = bool(after) or kept.near([section], page, drawn=False)
        return None if came else " ".join(all_below[0].split())
    return None


def _is_prose(text: str) -> bool:
    return len(text) >= PROSE and text.rstrip().endswith((".", "!", "?")) and not text.startswith("• ")
