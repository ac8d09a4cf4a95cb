"""What helps with a heading: what earlier reports wrote under it, and what search finds for it."""

import re
from dataclasses import dataclass

from rapidfuzz import fuzz

from api.knowledge import Knowledge
from corpus.drafts import Draft, Heading
from corpus.errors import UsageError
from corpus.model import Section, Table
from corpus.store import Store, StoredReport
from search.answers import Hit

#: Sections of earlier reports that are shown, the newest first, and hits of the search.
MOST_EARLIER = 8
MOST_HITS = 8
#: Hits that are shown where none is a sure answer.
UNSURE = 3
#: Headings at least so alike, of 100, are the same: "Besöksnäring" and "Besöksnäringen", not "Kultur" and "Kulturplan".
_ALIKE = 84
#: Letters of a heading's longest word that any other form of it begins with, in all but short words.
_STEM = 7
#: Characters of a requirement that are asked for besides the heading.
_ASKED = 200
_NUMBERING = re.compile(
    r"^(?:\d{1,2}(?:\.\d+)*[.)]?\s+|(?:kapitel|avsnitt|bilaga|återrapportering(?:skrav(?:et)?)?|uppdrag|krav|villkor|punkt"
    r"|redovisning|uppgift|mål|fråga)\s+\d{1,3}[a-zåäö]?(?:\s*[–—:.-]\s*|\s+|$))",
    re.IGNORECASE,
)
#: Between the matters of a heading: "Företagsstöd och besöksnäring".
_BETWEEN = re.compile(r",\s+(?:och\s+|samt\s+)?|\s+(?:och|samt)\s+")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Earlier:
    """What a report wrote under a heading: the section and its tables."""

    report: StoredReport
    section: Section
    tables: tuple[Table, ...]


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What may be borrowed under a heading; `sure` is false where search found nothing that answers."""

    earlier: tuple[Earlier, ...]
    hits: tuple[Hit, ...]
    sure: bool


def suggest(knowledge: Knowledge, draft: Draft, heading: Heading, question: str = "") -> Suggestions:
    """What may be borrowed under a heading.

    Args:
        knowledge: where to look.
        draft: the draft; reports on a later period than its own are left out of what earlier ones wrote.
        heading: the heading.
        question: what the writer asks instead of the heading's words.

    Raises:
        ArsringarError: it cannot be asked (`Searcher.search`).
    """
    earlier = earlier_sections(knowledge.store, draft, heading.title)
    asked = question.strip() or _question_of(heading)
    longest = knowledge.settings.max_query_characters
    try:
        answer = knowledge.searcher.search(asked[:longest], MOST_HITS)
    except UsageError:  # A heading of signs only asks for nothing.
        if question.strip():
            raise
        return Suggestions(earlier, (), sure=False)
    shown = {one.section.id for one in earlier}
    hits = [hit for hit in answer.hits if hit.passage.section_id not in shown or question.strip()]
    return Suggestions(earlier, tuple(hits if answer.confident else hits[:UNSURE]), answer.confident)


def _question_of(heading: Heading) -> str:
    """What is asked for a heading: its words without a number; the requirement's where it has none of its own.

    A decision's "ska redovisa hur …" only leads the search astray where the heading says what it is about.
    """
    title = without_number(heading.title)
    return title if _WORD.search(title) else f"{title} {heading.requirement[:_ASKED]}".strip()


def earlier_sections(store: Store, draft: Draft, title: str) -> tuple[Earlier, ...]:
    """The sections of reports that bear a heading, those of the newest reports first; empty ones are left out.

    Where none does, those that bear one of its matters: "Företagsstöd" and "Besöksnäring" for both in one.
    """
    found = _headed(store, draft, title)
    matters = _BETWEEN.split(without_number(title))
    if not found and len(matters) > 1:
        found = [pair for matter in matters for pair in _headed(store, draft, matter)]
    found.sort(key=lambda pair: (_age(pair[0]), pair[0].id))
    made = (_with_tables(store, report, section) for report, section in found[: 2 * MOST_EARLIER])
    return tuple(one for one in made if one.section.text.strip() or one.tables)[:MOST_EARLIER]


def _headed(store: Store, draft: Draft, title: str) -> list[tuple[StoredReport, Section]]:
    """The sections of earlier reports that bear a heading, with their reports."""
    wanted = _folded(title)
    longest = max(_WORD.findall(wanted), key=len, default="")
    if not longest:
        return []
    reports = {report.id: report for report in store.reports()}
    found = [
        (reports[report_id], section)
        for report_id, section in store.sections_headed(longest[:_STEM])
        if report_id in reports and is_same_heading(title, section.heading)
    ]
    return [pair for pair in found if _is_earlier(pair[0], draft)]


def without_number(heading: str) -> str:
    """A heading without its chapter's number or a decision's label: another report has another."""
    return _NUMBERING.sub("", " ".join(heading.split()))


def is_same_heading(one: str, other: str) -> bool:
    """Whether two headings say the same, but for their numbers and the form of a word."""
    return fuzz.ratio(_folded(one), _folded(other)) >= _ALIKE


def _with_tables(store: Store, report: StoredReport, section: Section) -> Earlier:
    tables = tuple(table for table in store.tables(report.id, report.version) if table.section_id == section.id)
    return Earlier(report, section, tables)


def _is_earlier(report: StoredReport, draft: Draft) -> bool:
    period = report.metadata.period
    return period is None or period.start <= draft.period.end


def _age(report: StoredReport) -> int:
    """Sorts the newest first, and reports without a period last."""
    period = report.metadata.period
    return -period.end.toordinal() if period else 0


def _folded(heading: str) -> str:
    return without_number(heading).casefold()
