"""Where a word or phrase stands in a report: found in reading order, so that one can go from each to the next."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from corpus.errors import NotFound
from corpus.model import Section, Table
from corpus.store import Store
from search.spots import Spot, boxes_of

#: Longest text that is looked for.
LONGEST = 100
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Mention:
    """The phrase in a section's text or, as a whole row, in one of its tables."""

    section: Section
    spot: Spot


@dataclass(frozen=True, slots=True)
class MentionsView:
    """The phrase, which of its mentions is shown, and the addresses of those before and after.

    `number` is 0 where none is shown: the section has none, or the report.
    """

    words: str
    number: int
    total: int
    previous: str | None
    following: str | None


def way(words: str) -> re.Pattern[str] | None:
    """What finds a phrase, its words with any endings: "bredband" also in "bredbandsutbyggnad"; None without words."""
    parts = _WORD.findall(words[:LONGEST])
    if not parts:
        return None
    return re.compile(r"(?<!\w)" + r"\W+".join(rf"{re.escape(part)}\w*" for part in parts), re.IGNORECASE)


def find(phrase: re.Pattern[str], sections: Sequence[Section], tables: Sequence[Table]) -> list[Mention]:
    """All mentions in reading order; in a section, those of its text before those of its tables."""
    return [mention for section in sections for mention in _of_section(phrase, section, tables)]


def ranges(phrase: re.Pattern[str], section: Section) -> list[tuple[int, int]]:
    """Where the phrase stands in a section's text."""
    return [found.span() for found in phrase.finditer(section.text)]


def shown(found: Sequence[Mention], number: int | None) -> Mention | None:
    """The mention that an address names by its number, from 1.

    Raises:
        NotFound: there are not so many.
    """
    if not number:
        return None
    if number > len(found):
        raise NotFound(f"Orden står bara {len(found)} gånger i rapporten. Sök efter dem igen.")
    return found[number - 1]


def view(
    words: str,
    found: Sequence[Mention],
    number: int | None,
    before: Collection[str],
    address: Callable[[int], str],
) -> MentionsView:
    """What the page says of the mentions.

    Args:
        words: the phrase as it was written.
        found: all mentions.
        number: of the one that is shown, if one is.
        before: ids of the sections before the one that is shown.
        address: of a mention by its number.
    """
    last = number - 1 if number else sum(mention.section.id in before for mention in found)
    following = last + (2 if number else 1)
    return MentionsView(
        words,
        number or 0,
        len(found),
        address(last) if last >= 1 else None,
        address(following) if following <= len(found) else None,
    )


def page_of(store: Store, mention: Mention) -> int | None:
    """The page on which a mention stands; None for a format without pages."""
    boxes = boxes_of(store, mention.spot)
    return boxes[0].page if boxes else mention.section.source.page


def _of_section(phrase: re.Pattern[str], section: Section, tables: Sequence[Table]) -> Iterator[Mention]:
    for start, end in ranges(phrase, section):
        yield Mention(section, Spot(section.id, None, start, end))
    for table in tables:
        if table.section_id == section.id:
            for number, row in enumerate(table.rows):
                if any(phrase.search(cell) for cell in row):
                    yield Mention(section, Spot(None, table.id, number, number + 1))
