"""Captions of tables: what stands right above a table and names it."""

from collections.abc import Container, Sequence

from ingest.layout.analysis import Entity, TableArea
from ingest.layout.headings import StyleKey, Verdict
from ingest.layout.measures import Measures
from ingest.layout.paragraphs import Piece
from ingest.layout.small_print import SOURCE, TABLE_NAME

#: How near, in points, the caption of a table stands.
CAPTION_NEAR = 26.0
#: Most pieces of a caption: what names the table, and what says of what and in which unit.
MOST_PIECES = 3
#: A line in a style of its own is a caption only this near, and up to this many characters.
STYLED_NEAR = 16.0
LONGEST_CAPTION = 160


def caption_above(
    entities: Sequence[Entity], at: int, named: frozenset[int], headings: Container[int], measures: Measures
) -> list[Piece]:
    """The pieces right above a table that are its caption: the one that names it and short lines below that.

    Args:
        entities: what is on the page, in reading order.
        at: where the table is among them.
        named: ids of pieces that are captions by what is said elsewhere.
        headings: ids of pieces that are headings.
        measures: what is normal in the document.
    """
    found: list[Piece] = []
    table = entities[at]
    if not isinstance(table, TableArea):
        return []
    edge = table.top
    for entity in reversed(entities[max(0, at - MOST_PIECES) : at]):
        if not isinstance(entity, Piece) or len(entity.lines) > 3 or entity.marker or id(entity) in headings:
            break
        if not -4 <= edge - entity.last.bottom < CAPTION_NEAR or SOURCE.match(entity.text):
            break
        found.insert(0, entity)
        if TABLE_NAME.match(entity.text) or id(entity) in named:
            return found
        edge = entity.first.top
    nearest = found[-1:]
    return nearest if nearest and _is_styled(nearest[0], table.top - nearest[0].last.bottom, measures) else []


def _is_styled(piece: Piece, gap: float, measures: Measures) -> bool:
    """Whether a short piece just above a table is set otherwise than running text, as captions are."""
    style = piece.first.style
    other = (
        style.size < measures.body_size - 0.4
        or (style.italic and not measures.body_italic)
        or (style.color != measures.body_color and not style.bold)
    )
    return gap < STYLED_NEAR and other and len(piece.text) <= LONGEST_CAPTION


def captions_among(found: Sequence[tuple[Piece, Verdict, bool]]) -> frozenset[int]:
    """Pieces right above tables whose look serves for that alone, or that are set in from headings of that look."""
    looks: dict[StyleKey, list[tuple[Piece, bool]]] = {}
    for piece, verdict, above in found:
        if verdict.explicit is None:
            looks.setdefault(verdict.key, []).append((piece, above))
    captions: set[int] = set()
    for own in looks.values():
        lefts = [round(piece.first.x0) for piece, above in own if not above]
        over = [piece for piece, above in own if above]
        if not lefts and len(over) > 1:
            captions.update(id(piece) for piece in over)
        elif lefts:
            usual = max(set(lefts), key=lambda x: (lefts.count(x), -x))
            captions.update(id(piece) for piece in over if 1.5 < abs(piece.first.x0 - usual) < 60)
    return frozenset(captions)
