"""What a page module hands back: a template and what it shows, or another address."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answer:
    """A page: its template, what the template needs, and the HTTP status."""

    template: str
    values: Mapping[str, object]
    status: int = 200


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The page stands at another address."""

    address: str
