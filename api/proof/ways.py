"""How those who have the knowledge base open again what a proof proves: on a page, over HTTP, on the command line."""

import shlex
from typing import Protocol

from api.proof.record import Way
from search.query import Filters, written_years
from search.timeline.comparison import By


class Pages(Protocol):
    """Makes addresses of pages, for programs above this one that have some; they begin with "/"."""

    def comparison(self, topic: str, filters: Filters, by: By) -> str:
        """The page that shows exactly this comparison."""

    def fact(self, fact_id: str, page: int | None) -> str:
        """The page on which a fact's words are marked."""


def page(address: str) -> Way:
    """A page of the site."""
    return Way("I Årsringar", address, address)


def http(address: str) -> Way:
    """An address of the HTTP API."""
    return Way("Över HTTP", address, address)


def comparison_command(topic: str, filters: Filters, by: By) -> Way:
    """The command that makes a comparison."""
    options = {
        "--year": written_years(filters.years) if filters.years else None,
        "--publisher": filters.publisher,
        "--place": filters.place,
        "--kind": filters.kind,
        "--by": by if by != "year" else None,
    }
    given = [word for name, value in options.items() if value for word in (name, value)]
    return Way("På kommandoraden", shlex.join(["arsringar", "compare", topic, *given]))


def fact_command(fact_id: str) -> Way:
    """The command that proves a fact anew."""
    return Way("På kommandoraden", shlex.join(["arsringar", "proof", fact_id, "underlag.html"]))
