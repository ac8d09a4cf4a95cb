"""Changes of figures as pages show them: both numbers with quote and page, and what became of them or why not."""

from collections.abc import Iterable
from dataclasses import dataclass

from corpus import names
from corpus.quotes import on_one_line
from search.timeline.comparison import Change, Side
from search.timeline.wording import told_change, told_values
from web import links, words
from web.pages import fact_row


@dataclass(frozen=True, slots=True)
class SideView:
    """A figure of a change."""

    when: str
    number: str
    quote: str
    href: str
    where: str


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A change, or why there is none; `values` has both numbers in one scale."""

    measure: str
    place: str | None
    kind: str
    before: SideView
    after: SideView
    values: str
    said: str | None
    breaks: tuple[str, ...]


def changes(found: Iterable[Change]) -> tuple[ChangeView, ...]:
    """Changes for the template."""
    return tuple(map(change_view, found))


def change_view(change: Change) -> ChangeView:
    """A change for the template; a measure that has no name is called by what the later report says."""
    return ChangeView(
        measure=change.measure or change.before.figure.measure or on_one_line(change.after.figure.quote),
        place=change.place,
        kind=names.FIGURE_KINDS[change.after.figure.kind],
        before=side_view(change.before),
        after=side_view(change.after),
        values=told_values(change),
        said=told_change(change),
        breaks=change.breaks,
    )


def side_view(side: Side) -> SideView:
    """A figure for the template."""
    page = side.figure.source.page
    return SideView(
        when=words.period(side.period) or "okänd tid",
        number=fact_row.number(side.figure),
        quote=on_one_line(side.figure.quote),
        href=links.fact(side.figure.id, page),
        where=f"s. {page}" if page else "i texten",
    )
