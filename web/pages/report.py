"""A report: what it is, its section tree, one section, and the page that it stands on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from starlette.requests import Request

from api.knowledge import Knowledge
from corpus.errors import NotFound
from corpus.model import Commitment, Figure, Page, Project, Section, Source
from corpus.store import FactQuery, Store, StoredPassage, StoredReport
from corpus.store.identifiers import parse
from corpus.store.items import COMMITMENTS, FIGURES, PROJECTS, Kind
from search.citations import cite
from search.spots import Spot, spot_of, spot_of_quote
from web import links, words
from web.answer import Answer
from web.pages.references import named
from web.pages.section import Parts, view
from web.pages.tree import path, tree

Fact = Figure | Project | Commitment
#: Width at which a page picture is laid out before it has come, in CSS pixels.
PICTURE_WIDTH = 480
#: Longest number in an address that is looked up.
MOST_DIGITS = 9
_GONE = "som länken pekar på finns inte längre. Rapporten kan ha lästs in på nytt: sök igen."


@dataclass(frozen=True, slots=True)
class Target:
    """What a link asks for: a section, a page, the words `[start, end)` of a passage or of a fact, a version."""

    section: str | None = None
    page: int | None = None
    passage: str | None = None
    start: int = 0
    end: int = 0
    version: int | None = None
    fact: str | None = None


@dataclass(frozen=True, slots=True)
class PageView:
    """A page picture with its neighbours."""

    name: str
    picture: str
    original: str
    width: int
    height: int
    previous: str | None
    following: str | None


@dataclass(frozen=True, slots=True)
class ReportView:
    """What stands at the top of the page."""

    title: str
    file: str
    original: str
    href: str
    form: str
    facts: tuple[tuple[str, str], ...]
    problems: tuple[str, ...]
    replaced: bool


def respond(knowledge: Knowledge, request: Request) -> Answer:
    """The report with the section and page asked for.

    Raises:
        NotFound: there is no such report, section, page or passage.
        AmbiguousName: several reports bear the name.
    """
    store, target = knowledge.store, _target(request)
    report = named(store, request.path_params["reference"], _version(target))
    sections = store.sections(report.id, report.version, spans=False)
    passage, fact = _passage(store, report, target), store.any_fact(target.fact).fact if target.fact else None
    section = _section(sections, target, passage, fact)
    page = _page(report, store.pages(report.id, report.version), section, target, fact)
    spot = spot_of(passage.passage, target.start, target.end) if passage else None
    if fact is not None:
        spot = spot_of_quote(fact.quote, fact.source, section, store.tables(report.id, report.version))
    values: dict[str, object] = {
        "report": _report(report),
        "facts": _facts(store, report),
        "tree": tree(sections, section.id if section else None, lambda s: _address(report, s)),
        "section": _shown(store, report, sections, section, spot),
        "page": page,
        "citation": _citation(store, report, sections, section, target.page or (fact.source.page if fact else None)),
    }
    return Answer("report.html", values)


def _target(request: Request) -> Target:
    given = request.query_params
    return Target(
        section=given.get("avsnitt"),
        page=_number(given.get("sida")),
        passage=given.get("stycke"),
        start=_number(given.get("fran")) or 0,
        end=_number(given.get("till")) or 0,
        version=_number(given.get("version")),
        fact=given.get("uppgift"),
    )


def _number(text: str | None) -> int | None:
    """A number in an address; None where there is none.

    Raises:
        NotFound: what stands there is no number.
    """
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS):
        raise NotFound("Länken är skadad: ett tal i den går inte att tyda. Öppna rapporten från listan i stället.")
    return int(text)


def _version(target: Target) -> int | None:
    """The version asked for: an id says which one it stands in, so that an old link still opens its own words."""
    qualified = target.passage or target.fact or target.section
    return target.version or (parse(qualified).version if qualified else None)


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


def _shown(
    store: Store, report: StoredReport, sections: Sequence[Section], section: Section | None, spot: Spot | None
) -> object:
    if section is None:
        return None
    at = (report.id, report.version)
    parts = Parts(store.tables(*at), store.illustrations(*at), store.footnotes(*at), store.recognised_pages(*at))
    return view(sections, section, parts, spot, lambda s: _address(report, s))


def _citation(
    store: Store, report: StoredReport, sections: Sequence[Section], section: Section | None, page: int | None
) -> str:
    """How the page asked for is cited, or else the section's first."""
    headings = tuple(above.heading for above in (*path(sections, section), section)) if section else ()
    if page is None:
        return cite(report.metadata, headings, section.source if section else Source())
    printed = store.page(report.id, page, report.version).printed
    return cite(report.metadata, headings, Source(page, printed))


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
        title=metadata.title,
        file=report.file,
        original=links.original(report.id, version=_shown_version(report)),
        href=links.report(report.id),
        form=links.report_form(report.id),
        facts=tuple((name, value) for name, value in facts.items() if value),
        problems=tuple(problem.message for problem in report.problems),
        replaced=not report.current,
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


def _page(
    report: StoredReport, pages: Sequence[Page], section: Section | None, target: Target, fact: Fact | None
) -> PageView | None:
    numbered = {page.number: page for page in pages if page.number is not None}
    number = target.page or (fact.source.page if fact else section.source.page if section else None)
    if not numbered or number is None:
        return None
    page = numbered.get(number)
    if page is None:
        raise NotFound(f"Rapporten har ingen sida {number}: den har {len(numbered)} sidor.")
    printed = f" (tryckt s. {page.printed})" if page.printed and page.printed != str(number) else ""
    version = _shown_version(report)
    return PageView(
        name=f"sidan {number}{printed}",
        picture=links.page_picture(
            report.id,
            number,
            passage=target.passage,
            start=target.start,
            end=target.end,
            fact=target.fact,
            version=version,
        ),
        original=links.original(report.id, version=version, page=number),
        width=PICTURE_WIDTH,
        height=round(PICTURE_WIDTH * page.height / page.width) if page.width else PICTURE_WIDTH,
        previous=_turned(report, target, number - 1) if number - 1 in numbered else None,
        following=_turned(report, target, number + 1) if number + 1 in numbered else None,
    )


def _turned(report: StoredReport, target: Target, page: int) -> str:
    """The same section and words beside another page."""
    return links.report(
        report.id,
        section=target.section,
        page=page,
        passage=target.passage,
        start=target.start,
        end=target.end,
        version=_shown_version(report),
        fact=target.fact,
    )


def _address(report: StoredReport, section: Section) -> str:
    """The section on the report's page, with the page picture where it begins."""
    return links.report(report.id, section=section.id, page=section.source.page, version=_shown_version(report))


def _shown_version(report: StoredReport) -> int | None:
    """The version as links name it: the current one needs no name."""
    return None if report.current else report.version
