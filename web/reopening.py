"""Addresses of pages for the HTTP API, which tells them in files that are handed on."""

from datetime import date

from search.query import Filters
from search.timeline.comparison import By
from web import links

#: The value under which the page of comparisons puts its rows by place.
BY_PLACE = "plats"
#: Years that stand for "from the first" and "to the last".
_FIRST, _LAST = date.min.year, date.max.year


class SitePages:
    """Makes addresses of the site's pages."""

    def comparison(self, topic: str, filters: Filters, by: By) -> str:
        """The page that shows exactly this comparison."""
        first, last = filters.years or (_FIRST, _LAST)
        return links.compare(
            topic,
            fran=f"{first:04}" if first > _FIRST else None,
            till=f"{last:04}" if last < _LAST else None,
            utgivare=filters.publisher,
            slag=filters.kind,
            plats=filters.place,
            ordna=BY_PLACE if by == "place" else None,
        )

    def fact(self, fact_id: str, page: int | None) -> str:
        """The page on which a fact's words are marked."""
        return links.fact(fact_id, page)
