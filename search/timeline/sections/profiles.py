"""What a section is known by when it is looked for in another report: its heading, words, meaning and place."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from corpus.errors import NotFound
from corpus.model import Section, Table
from corpus.protocols import Vectors
from corpus.store import Store, StoredReport
from corpus.swedish.analysis import STOP_WORDS, Analyzer

_NUMBERING = re.compile(r"^\s*(?:\d+(?:\.\d+)*\.?|[A-Z]\.)\s+")
_YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d(?:\s?[-–]\s?(?:(?:19|20)?\d\d))?(?!\d)")
_WORD = re.compile(r"\w+")
#: Headings that say what part a section has in a report, whatever their words: no two reports word them alike.
_ROLES: Mapping[str, re.Pattern[str]] = {
    name: re.compile(pattern, re.IGNORECASE)
    for name, pattern in (
        ("afterwards", r"\b(?:efter (?:\w+ )?(?:utgång|slut)|efter balansdagen)"),
        ("foreword", r"\bhar ordet\b|^förord\b|\bsammanfattar\b"),
        (
            "ahead",
            r"\b(?:framåt|framöver|framtid\w*|utblick\w*|förväntad utveckling|går vi in i|vägen (?:till|mot)|inför)\b",
        ),
        ("summary", r"\bi (?:korthet|siffror|sammandrag)\b|^sammanfattning\w*|\bnyckeltal\b|\btal om\b"),
    )
}
#: A compound's part says less of what a text is about than a word.
_PART = 0.5

Forms = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """One section.

    `key` is the heading's words without its number and without years; `heading` its content words, each with the parts
    of its compound; `role` the part that it says the section has in a report. `words` says how often which form stands
    in text and tables; `vector` is the mean of its passages', of unit length, None where it has none. `at` is its place
    among the report's sections, 0 to 1.
    """

    id: str
    parent_id: str | None
    key: tuple[str, ...]
    heading: tuple[Forms, ...]
    role: str | None
    words: Mapping[str, float]
    vector: Vectors | None
    at: float

    @property
    def is_empty(self) -> bool:
        """Whether nothing but subsections stands under the heading."""
        return not self.words


def heading_key(heading: str) -> tuple[str, ...]:
    """What a heading is known by from year to year: its words without its number and without years."""
    return tuple(_WORD.findall(_YEARS.sub(" ", _NUMBERING.sub("", heading)).casefold()))


def profiles_of(store: Store, report: StoredReport, analyzer: Analyzer, model: str) -> tuple[Profile, ...]:
    """A profile for each section of a report, in reading order; `model` is what made the vectors."""
    sections = store.sections(report.id, report.version, spans=False)
    tables: defaultdict[str | None, list[Table]] = defaultdict(list)
    for table in store.tables(report.id, report.version):
        tables[table.section_id].append(table)
    vectors = _vectors(store, report, model)
    return tuple(
        Profile(
            id=section.id,
            parent_id=section.parent_id,
            key=heading_key(section.heading),
            heading=tuple(_content(analyzer, " ".join(heading_key(section.heading)))),
            role=next((name for name, said in _ROLES.items() if said.search(section.heading)), None),
            words=_words(analyzer, section, tables[section.id]),
            vector=vectors.get(section.id),
            at=number / max(1, len(sections) - 1),
        )
        for number, section in enumerate(sections)
    )


def _words(analyzer: Analyzer, section: Section, tables: Iterable[Table]) -> Mapping[str, float]:
    cells = (cell for table in tables for row in (table.header, *table.rows) for cell in row)
    counted: Counter[str] = Counter()
    for forms in _content(analyzer, "\n".join((section.text, *cells))):
        counted[forms[0]] += 1
        for part in forms[1:]:
            counted[part] += _PART  # type: ignore[assignment]  # a part counts as half a word
    return counted


def _content(analyzer: Analyzer, text: str) -> Iterable[Forms]:
    """The content words of a text; numbers change from year to year and tell nothing."""
    for term in analyzer.terms(text):
        if term.forms[0] not in STOP_WORDS and not term.forms[0][:1].isdigit():
            yield term.forms


def _vectors(store: Store, report: StoredReport, model: str) -> dict[str, Vectors]:
    """The mean of each section's passages' vectors; none for a report whose passages have none of this model."""
    passages = [stored for stored in store.passages_of(report.id, report.version) if stored.passage.section_id]
    try:
        vectors = store.vectors(model, [stored.number for stored in passages])
    except NotFound:  # A replaced version, or one that waits to be encoded: words must do.
        return {}
    by_section: defaultdict[str, list[int]] = defaultdict(list)
    for row, stored in enumerate(passages):
        by_section[stored.passage.section_id or ""].append(row)
    return {section: _unit(vectors[rows].mean(axis=0)) for section, rows in by_section.items()}


def _unit(vector: Vectors) -> Vectors:
    length = float(np.linalg.norm(vector))
    return vector / length if length else vector
