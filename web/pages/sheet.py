"""The picture of a report's page beside its text: its number, its neighbours, the words and facts marked on it."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.errors import NotFound
from corpus.model import Page
from corpus.store import StoredReport
from search.spots import Spot
from web import links
from web.pages.section_facts import Mark
from web.pages.target import Target

#: Width at which a page picture is laid out before it has come, in CSS pixels.
PICTURE_WIDTH = 480


@dataclass(frozen=True, slots=True)
class PageView:
    """A page picture with its neighbours; sizes in CSS pixels, those of the page itself and its marks in points."""

    name: str
    picture: str
    original: str
    width: int
    height: int
    points: tuple[float, float]
    marks: tuple[Mark, ...]
    previous: str | None
    following: str | None


def page_of(pages: Sequence[Page], number: int | None) -> Page | None:
    """The page of a number; None where the report has no pages or none is asked for.

    Raises:
        NotFound: the report has pages, but not this one.
    """
    numbered = {page.number: page for page in pages if page.number is not None}
    if not numbered or number is None:
        return None
    if number not in numbered:
        raise NotFound(f"Rapporten har ingen sida {number}: den har {len(numbered)} sidor.")
    return numbered[number]


def view(
    report: StoredReport,
    pages: Sequence[Page],
    page: Page | None,
    target: Target,
    spot: Spot | None,
    marks: Sequence[Mark],
) -> PageView | None:
    """The page's picture with what the link asks for marked in it, and with `marks` over it."""
    if page is None or page.number is None:
        return None
    numbers = {one.number for one in pages}
    version = None if report.current else report.version
    printed = f" (tryckt s. {page.printed})" if page.printed and page.printed != str(page.number) else ""
    said_in = spot if target.mention else None
    return PageView(
        name=f"sidan {page.number}{printed}",
        picture=links.page_picture(
            report.id,
            page.number,
            passage=target.passage,
            section=said_in.section_id if said_in else None,
            table=said_in.table_id if said_in else None,
            start=said_in.start if said_in else target.start,
            end=said_in.end if said_in else target.end,
            fact=target.fact,
            version=version,
        ),
        original=links.original(report.id, version=version, page=page.number),
        width=PICTURE_WIDTH,
        height=round(PICTURE_WIDTH * page.height / page.width) if page.width else PICTURE_WIDTH,
        points=(page.width, page.height),
        marks=tuple(marks),
        previous=_turned(report, target, page.number - 1) if page.number - 1 in numbers else None,
        following=_turned(report, target, page.number + 1) if page.number + 1 in numbers else None,
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
        version=None if report.current else report.version,
        fact=target.fact,
        words=target.words,
        mention=target.mention,
    )
