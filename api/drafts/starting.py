"""Drafts begun: from a decision, from an earlier report's headings, or from nothing."""

import re
from collections.abc import Iterable

from api.drafts.decisions import Requirement
from corpus.drafts import DEEPEST, LONGEST_TITLE, MOST_HEADINGS, Draft, Heading
from corpus.errors import UsageError
from corpus.model import Period, Section
from corpus.store import Store

#: Headings that stand in reports and that no draft needs.
_NO_HEADINGS = re.compile(r"innehåll(?:sförteckning)?|fotnoter|noter", re.IGNORECASE)
#: "Tabell 4. …" was read as a heading where a report has no other.
_CAPTION = re.compile(r"(?:tabell|figur|diagram|bild)\s+\d", re.IGNORECASE)


def from_nothing(title: str, period: Period) -> Draft:
    """A draft without headings."""
    return Draft(title.strip(), period)


def from_requirements(title: str, period: Period, requirements: Iterable[Requirement]) -> Draft:
    """A draft with a heading for each thing that must be answered.

    Raises:
        UsageError: nothing must be.
    """
    headings = tuple(
        Heading(f"h{number}", one.heading[:LONGEST_TITLE], requirement=one.words)
        for number, one in enumerate(requirements, 1)
    )
    if not headings:
        raise UsageError(
            "I texten hittades inget som ska redovisas. Sätt varje punkt på en rad som börjar med "
            "”Återrapportering 1”, med ”1.” eller med ”•”."
        )
    return Draft(title.strip(), period, headings)


def from_report(store: Store, report_id: str, title: str, period: Period) -> Draft:
    """A draft with the headings of a report, and nothing under them.

    Raises:
        NotFound: there is no such report.
        UsageError: it has no headings.
    """
    sections = [section for section in store.sections(report_id, spans=False) if _is_wanted(section)]
    headings = tuple(
        Heading(f"h{number}", section.heading[:LONGEST_TITLE], min(section.level, DEEPEST))
        for number, section in enumerate(sections[:MOST_HEADINGS], 1)
    )
    if not headings:
        raise UsageError("Rapporten har inga rubriker att utgå från. Välj en annan, eller börja från ett tomt utkast.")
    return Draft(title.strip(), period, headings)


def _is_wanted(section: Section) -> bool:
    heading = section.heading.strip()
    return bool(heading) and not _NO_HEADINGS.fullmatch(heading) and not _CAPTION.match(heading)
