"""What a link into a report asks for."""

from dataclasses import dataclass

from starlette.requests import Request

from corpus.errors import NotFound
from corpus.store.identifiers import parse
from web.pages.mentions import LONGEST

#: Longest number in an address that is looked up.
MOST_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Target:
    """A section, a page, the words `[start, end)` of a passage or of a fact, a version; or words and their mention."""

    section: str | None = None
    page: int | None = None
    passage: str | None = None
    start: int = 0
    end: int = 0
    version: int | None = None
    fact: str | None = None
    words: str = ""
    mention: int | None = None

    @property
    def wanted_version(self) -> int | None:
        """An id says which version it stands in, so that an old link still opens its own words."""
        qualified = self.passage or self.fact or self.section
        return self.version or (parse(qualified).version if qualified else None)


def read(request: Request) -> Target:
    """What the address asks for; where it only names words, their first mention.

    Raises:
        NotFound: a number in it is none.
    """
    given = request.query_params
    place = [given.get(name) for name in ("avsnitt", "sida", "stycke", "uppgift")]
    words = " ".join(given.get("ord", "").split())[:LONGEST]
    return Target(
        section=given.get("avsnitt"),
        page=_number(given.get("sida")),
        passage=given.get("stycke"),
        start=_number(given.get("fran")) or 0,
        end=_number(given.get("till")) or 0,
        version=_number(given.get("version")),
        fact=given.get("uppgift"),
        words=words,
        mention=(_number(given.get("nr")) or (None if any(place) else 1)) if words else None,
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
