"""Where a report names a project: in a sentence, in a heading, in a row of a table of projects."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.model import Report, Source
from ingest.facts.projects import names, wording
from ingest.facts.projects.clues import clues
from ingest.facts.projects.plans import head_of, plans, products
from ingest.facts.projects.tables import Particulars, table_projects
from ingest.facts.statements import Sentence

#: An abbreviation or short form that stands in brackets after a name.
_BRACKETS = re.compile(r"[\"”*]?\s?\(([A-ZÅÄÖ][\w+-]{1,11})\)")
#: "förkortas FIG", "i dagligt tal DAL", "som numera kallas Fiberlyftet".
_ALSO = re.compile(
    r"^[\"”]?(?:,\s(?:som\s)?|\s?\()(?:[^.,;]{0,60}?\s)?(?:förkortas|förkortat|i dagligt tal|även kallat|även kallad"
    r"|numera kallas|kallas(?: också| även)?)\s"
)
#: "Bylyftet, det vill säga projektet Fiber i byarna", "Fiber i byarna, som numera kallas Bylyftet".
_THAT_IS = re.compile(
    r"^(?P<name>[A-ZÅÄÖ][^,.;]{3,60}),\s(?:det vill säga|dvs\.?|alltså|som\s(?:[^,.;]{0,60}\s)?kallas)\s"
    r"(?:[a-zåäö]+\s)?[\"”“]?"
)
#: A sentence that names no projects and says how many there are.
_ANNOUNCING = re.compile(
    r"(?:två|tre|fyra|fem|sex|flera|några|följande|olika)\s(?:[a-zåäö]+\s){0,2}[a-zåäö]*(?:projekt|satsningar|initiativ|kampanjer"
    r"|program)[.:]?$",
    re.IGNORECASE,
)
_SUBTITLE = re.compile(r"\s[-–—]\s|(?<=\w)[–—]\s|(?<=\w)-\s(?!och\s|eller\s|samt\s)")
#: A text that goes on about "projektet" without having named it speaks of what its heading names.
_THE_PROJECT = re.compile(
    r"(?:^Projektet\s|(?<!\w)(?:har|att|är|ska)\s(?:även\s)?projektet(?=,|\s\w+(?:at|de|ar|er|s|t)(?!\w)))"
)
#: A comma and a blank, and what opens a quotation: what may stand between a plan and its title.
_APART = 3
#: How far into a section its project is first spoken of: its opening.
_OPENING = 3
#: Headings of what every report has: no project is called so.
_CHAPTER = re.compile(
    r"^(?:Inledning|Bakgrund|Syfte|Sammanfattning|Resultat|Metod|Mål|Projekt\w*$|Om |Ett |En |Vad |Hur |Varför "
    r"|Antal |Andel |Uppföljning|Återrapportering|Bilaga|Slutsats|Genomför|Organisation|Ekonomi|Investering|Kommentar"
    r"|Avgräns|Granskning|Iakttagelse|Bedömning|Revision|Ansvar|Framgångsfaktor|Strategiskt mål|Rekommendation|Styrning"
    r"|Risk)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sighting:
    """A project named at one place, with the words there; of a row, with what its cells say."""

    name: str
    quote: str
    source: Source
    section_id: str | None
    aliases: tuple[str, ...] = ()
    particulars: Particulars | None = None
    is_heading: bool = False


def sightings(report: Report, sentences: tuple[Sentence, ...]) -> Iterator[Sighting]:
    """Every place where a report calls something a project, section by section, tables last."""
    by_section: dict[str, list[Sentence]] = {}
    for sentence in sentences:
        by_section.setdefault(sentence.section.id, []).append(sentence)
    made = products(section.heading for section in report.sections)
    for section in report.sections:
        own = by_section.get(section.id, [])
        seen = [
            list(_of_sentence(sentence, made)) or list(_announced(before, sentence))
            for before, sentence in zip([None, *own], own, strict=False)
        ]
        if section.heading:
            heading = [
                Sighting(name, section.heading, section.source, section.id, aliases, is_heading=True)
                for name, aliases, _ in _titled(section.heading, made)
            ]
            if not heading and _speaks_of_its_heading(own, seen) and _may_name(section.heading):
                name = names.tidy(section.heading)
                heading = [Sighting(name, section.heading, section.source, section.id, _parts(name), is_heading=True)]
            yield from heading
        for there in seen:
            yield from there
    for row, name, particulars in table_projects(report):
        yield Sighting(name, row.quote, row.source, row.table.section_id, (), particulars)


def _of_sentence(sentence: Sentence, made: frozenset[str]) -> Iterator[Sighting]:
    text = sentence.text
    for name, aliases, end in _titled(text, made):
        others = (*aliases, *_parts(name), *_other_names(text, name, end))
        yield Sighting(name, text, sentence.source, sentence.section.id, others)


def _announced(before: Sentence | None, sentence: Sentence) -> Iterator[Sighting]:
    """What a sentence begins with after one that announced projects: "… i två projekt. Matlyftet som …"."""
    if before is None or not _ANNOUNCING.search(before.text):
        return
    found = names.starting(sentence.text, 0)
    if (
        found
        and names.is_plausible(found.name)
        and (wording.is_coined_compound(found.name) or wording.is_title(found.name))
    ):
        yield Sighting(found.name, sentence.text, sentence.source, sentence.section.id)


def _named(text: str, made: frozenset[str]) -> list[names.Found]:
    """What a text names, in order; a name within another is none of its own."""
    found = [names.Found(clue.name, clue.start, clue.end) for clue in clues(text)]
    found += [
        plan for plan in plans(text, made) if not any(one.start < plan.end and plan.start < one.end for one in found)
    ]
    found.sort(key=lambda one: (one.start, -one.end))
    kept: list[names.Found] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _titled(text: str, made: frozenset[str]) -> Iterator[tuple[str, tuple[str, ...], int]]:
    """The names in a text with their aliases and ends: a plan whose title follows it is called by both.

    "Norrbottens livsmedelsstrategi Nära Mat", "den regionala utvecklingsstrategin, Ljungmark 2030".
    """
    plan: names.Found | None = None
    for found in _named(text, made):
        if plan and found.start - plan.end <= _APART and head_of(found.name) is None:
            yield found.name, (plan.name,), found.end
            plan = None
            continue
        if plan:
            yield plan.name, (), plan.end
        plan = found if head_of(found.name) else None
        if not plan:
            yield found.name, (), found.end
    if plan:
        yield plan.name, (), plan.end


def _parts(name: str) -> tuple[str, ...]:
    """The title and the subtitle of a name that has both."""
    parts = [names.tidy(part) for part in _SUBTITLE.split(name)]
    return tuple(part for part in parts if len(part) > 3) if len(parts) == 2 else ()


def _other_names(text: str, name: str, end: int) -> Iterator[str]:
    """What else the words around a name call it."""
    brackets = _BRACKETS.match(text, end)
    if brackets and (names.is_plausible(brackets[1]) or wording.is_initials(brackets[1], name)):
        yield brackets[1]
    also = _ALSO.match(text[end:])
    found = names.starting(text, end + also.end()) if also else None
    if found and (names.is_plausible(found.name) or wording.is_initials(found.name, name)):
        yield found.name
    for before in _THAT_IS.finditer(text):
        if text.startswith(name, before.end()) and names.is_plausible(before["name"]):
            yield before["name"]


def _speaks_of_its_heading(own: list[Sentence], seen: list[list[Sighting]]) -> bool:
    """Whether a section's opening says "projektet" before it has named any."""
    for sentence, there in zip(own[:_OPENING], seen, strict=False):
        if there:
            return False
        if _THE_PROJECT.search(sentence.text):
            return True
    return False


def _may_name(heading: str) -> bool:
    return not _CHAPTER.match(heading) and names.is_plausible(heading) and len(heading.split()) > 1
