"""A report: what it is, its section tree, one section, and the page that it stands on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from starlette.requests import Request

from api.knowledge import Knowledge
from corpus.errors import NotFound
from corpus.model import Commitment, Figure, Project, Section, Source, Table
from corpus.store import FactQuery, Store, StoredPassage, StoredReport
from corpus.store.items import COMMITMENTS, FIGURES, PROJECTS, Kind
from search.citations import cite
from search.spots import Spot, spot_of, spot_of_quote
from web import links, words
from web.answer import Answer
from web.pages import mentions, same_section, section_facts, sheet
from web.pages import target as target_of
from web.pages.references import named
from web.pages.section import Parts, view
from web.pages.sections import choice
from web.pages.target import Target
from web.pages.tree import path, tree

Fact = Figure | Project | Commitment
_GONE = "som länken pekar på finns inte längre. Rapporten kan ha lästs in på nytt: sök igen."


@dataclass(frozen=True, slots=True)
class ReportView:
    """What stands at the top of the page."""

    id: str
    title: str
    file: str
    original: str
    href: str
    form: str
    new_draft: str
    facts: tuple[tuple[str, str], ...]
    problems: tuple[str, ...]
    replaced: bool
    language: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where the link leads: the section, the words in it or in a table of it, the page."""

    section: Section | None
    spot: Spot | None
    page: int | None


def respond(knowledge: Knowledge, request: Request) -> Answer:
    """The report with the section and page asked for.

    Raises:
        NotFound: there is no such report, section, page or passage.
        AmbiguousName: several reports bear the name.
    """
    store, target = knowledge.store, target_of.read(request)
    report = named(store, request.path_params["reference"], target.wanted_version)
    at = (report.id, report.version)
    sections, tables, pages = store.sections(*at, spans=False), store.tables(*at), store.pages(*at)
    phrase = mentions.way(target.words)
    found = mentions.find(phrase, sections, tables) if phrase else []
    mention = mentions.shown(found, target.mention if found else None)
    place = _of_mention(store, mention, target) if mention else _place(store, report, sections, tables, target)
    section, page = place.section, sheet.page_of(pages, place.page)
    facts = section_facts.facts_of(store, report)

    def address(one: Section) -> str:
        return _address(report, one, target.words)

    values: dict[str, object] = {
        "report": _report(report),
        "facts": _facts(store, report),
        "tree": tree(sections, section.id if section else None, address),
        "section": None,
        "page": sheet.view(report, pages, page, target, place.spot, section_facts.marks(facts, page) if page else ()),
        "citation": _citation(store, report, sections, section, place.page if target.page or target.fact else None),
        "mentions": None,
        "section_facts": (),
        "other_years": (),
        "against": None,
    }
    everything = store.reports() if report.current else []
    previous = choice.before(everything, report)
    values |= {
        "siblings": [choice.option(one) for one in choice.siblings(everything, report)],
        "sibling": previous.id if previous else None,
    }
    if section is not None:
        parts = Parts(tables, store.illustrations(*at), store.footnotes(*at), store.recognised_pages(*at))
        said = mentions.ranges(phrase, section) if phrase else ()
        before = {one.id for one in sections[: sections.index(section)]}
        values |= {
            "section": view(sections, section, parts, place.spot, address, said),
            "borrow": _borrowing(report, section, tables),
            "section_facts": section_facts.groups(facts, section.id),
            "other_years": same_section.other_years(store, report, sections, section),
            "against": _against(section, previous) if section.heading else None,
            "mentions": mentions.view(
                target.words, found, target.mention if mention else None, before, lambda n: _mention(report, target, n)
            ),
        }
    return Answer("report.html", values)


def _against(section: Section, other: StoredReport | None) -> tuple[str, str] | None:
    """The section set against the same in the report before, whatever its heading is there."""
    if other is None:
        return None
    return words.period(other.metadata.period) or other.metadata.title, links.counterpart(section.id, other.id)


def _of_mention(store: Store, mention: mentions.Mention, target: Target) -> Place:
    """Where a mention stands; beside another page where one was turned to."""
    return Place(mention.section, mention.spot, target.page or mentions.page_of(store, mention))


def _place(
    store: Store, report: StoredReport, sections: Sequence[Section], tables: Sequence[Table], target: Target
) -> Place:
    """Where the link leads by section, page, passage or fact."""
    passage, fact = _passage(store, report, target), store.any_fact(target.fact).fact if target.fact else None
    section = _section(sections, target, passage, fact)
    spot = spot_of(passage.passage, target.start, target.end) if passage else None
    if fact is not None:
        spot = spot_of_quote(fact.quote, fact.source, section, tables)
    begins = fact.source.page if fact else section.source.page if section else None
    return Place(section, spot, target.page or begins)


def _passage(store: Store, report: StoredReport, target: Target) -> StoredPassage | None:
    if target.passage is None:
        return None
    for stored in store.passages_of(report.id, report.version):
        if stored.passage.id == target.passage:
            return stored
    raise NotFound(f"Stycket {_GONE}")


def _section(
    sections: Sequence[Section], target: Target, passage: StoredPassage | None, fact: Fact | None
) -> Section | None:
    said_in = passage.passage.section_id if passage else fact.section_id if fact else None
    wanted = target.section or said_in
    if wanted is None:
        page = target.page or (fact.source.page if fact else None)
        on_page = (s for s in sections if page is not None and page in (s.source.page, *s.source.pages))
        return next(on_page, sections[0] if sections else None)
    for section in sections:
        if section.id == wanted:
            return section
    raise NotFound(f"Avsnittet {_GONE}")


def _citation(
    store: Store, report: StoredReport, sections: Sequence[Section], section: Section | None, page: int | None
) -> str:
    """How the page asked for is cited, or else the section's first."""
    headings = tuple(above.heading for above in (*path(sections, section), section)) if section else ()
    if page is None:
        return cite(report.metadata, headings, section.source if section else Source())
    printed = store.page(report.id, page, report.version).printed
    return cite(report.metadata, headings, Source(page, printed))


def _borrowing(report: StoredReport, section: Section, tables: Sequence[Table]) -> str | None:
    """Where the section is put into a draft; of an earlier version, or of a heading alone, it is not."""
    holds = section.text.strip() or any(table.section_id == section.id and table.rows for table in tables)
    return links.borrowing(f"section:{section.id}") if report.current and holds else None


def _report(report: StoredReport) -> ReportView:
    metadata = report.metadata
    facts = {
        "Utgivare": metadata.publisher,
        "Period": words.period(metadata.period),
        "Slag": words.KINDS[metadata.kind],
        "Diarienummer": metadata.registration_number,
        "Sidor": str(report.counts.pages) if report.counts.pages else None,
        "Rättat för hand": ", ".join(words.FIELDS[name] for name in report.edited) or None,
    }
    return ReportView(
        id=report.id,
        title=metadata.title,
        file=report.file,
        original=links.original(report.id, version=_shown_version(report)),
        href=links.report(report.id),
        form=links.report_form(report.id),
        new_draft=links.new_draft(report.id),
        facts=tuple((name, value) for name, value in facts.items() if value),
        problems=tuple(problem.message for problem in report.problems),
        replaced=not report.current,
        language=metadata.language,
    )


def _facts(store: Store, report: StoredReport) -> tuple[tuple[str, str], ...]:
    """Where what was taken out of the report is shown; nothing of what it has none of."""
    if not report.current:
        return ()
    its = FactQuery(reports=(report.id,), limit=0)
    goals = replace(its, goals=True)
    shown: tuple[tuple[Kind[Any], FactQuery, str, str, str], ...] = (
        (FIGURES, its, "siffra", "siffror", links.figures(rapport=report.id)),
        (PROJECTS, its, "projekt", "projekt", links.projects(rapport=report.id)),
        (COMMITMENTS, its, "åtagande", "åtaganden", links.commitments(rapport=report.id)),
        (COMMITMENTS, goals, "mål med måluppfyllelse", "mål med måluppfyllelse", links.goals(report.id)),
    )
    counted = [(store.find_facts(kind, wanted).total, one, many, href) for kind, wanted, one, many, href in shown]
    return tuple((f"{words.count(n)} {one if n == 1 else many}", href) for n, one, many, href in counted if n)


def _address(report: StoredReport, section: Section, looked_for: str) -> str:
    """The section on the report's page, with the page picture where it begins; the words looked for stay marked."""
    version = _shown_version(report)
    return links.report(report.id, section=section.id, page=section.source.page, version=version, words=looked_for)


def _mention(report: StoredReport, target: Target, number: int) -> str:
    return links.report(report.id, version=_shown_version(report), words=target.words, mention=number)


def _shown_version(report: StoredReport) -> int | None:
    """The version as links name it: the current one needs no name."""
    return None if report.current else report.version
