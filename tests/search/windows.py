"""Windows made by hand, without a store."""

from collections.abc import Sequence

from corpus.model import Passage, Source
from corpus.store import StoredPassage
from search.windows import Window


def stored(number: int, report: str, text: str, start: int = 0, page: int | None = None) -> StoredPassage:
    """A passage of running text in the section s1."""
    source = Source(page, None, (page,) if page else ())
    passage = Passage(f"{report}-1-p{number}", "s1", None, start, start + len(text), text, ("Bredband",), source)
    return StoredPassage(number, report, 1, True, passage)


def alone(found: StoredPassage) -> Window:
    """A passage that nothing stands around."""
    return Window(found, (found,), found.passage.text, (0,))


def together(found: StoredPassage, passages: Sequence[StoredPassage]) -> Window:
    """Passages of one section shown together, a blank between them."""
    starts, text = [], ""
    for one in passages:
        text += " " if text else ""
        starts.append(len(text))
        text += one.passage.text
    return Window(found, tuple(passages), text, tuple(starts))
