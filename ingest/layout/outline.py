"""A document's outline: its title, and its headings with their levels."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.layout.analysis import Analysis, Entity, PageLayout, TableArea
from ingest.layout.captions import CAPTION_NEAR, captions_among
from ingest.layout.content import Bookmark
from ingest.layout.contents import TITLE
from ingest.layout.evidence import evidence_of
from ingest.layout.headings import (
    LONG_PIECE,
    TAGGED,
    Looks,
    Verdict,
    judge,
    running_styles,
    steady_styles,
    tagged_styles,
)
from ingest.layout.levels import levels_of
from ingest.layout.lines import Line
from ingest.layout.measures import Measures
from ingest.layout.numbering import Numbering
from ingest.layout.paragraphs import Piece

#: The title is set at least this many times larger than the body.
TITLE_SIZE = 1.25
LONGEST_TITLE = 250


@dataclass(frozen=True, slots=True)
class Outline:
    """Pieces by their `id()`: the title's, the headings with their levels, the captions of tables."""

    title: tuple[Piece, ...] = ()
    levels: dict[int, int] = field(default_factory=dict)
    captions: frozenset[int] = frozenset()

    def is_title(self, entity: Entity) -> bool:
        """Whether something is a part of the title."""
        return any(entity is piece for piece in self.title)


def outline_of(analysis: Analysis, bookmarks: Sequence[Bookmark]) -> Outline:
    """Judge the pieces of a document."""
    title = _title(analysis)
    found = _found(analysis, bookmarks, title)
    captions = captions_among(found)
    headings = [(piece, verdict) for piece, verdict, _ in found if id(piece) not in captions]
    leveled = levels_of([verdict for _, verdict in headings], _follows(analysis, {id(p) for p, _ in headings}))
    levels = _contents_alone([piece for piece, _ in headings], leveled)
    return Outline(title, {id(p): level for (p, _), level in zip(headings, levels, strict=True)}, captions)


def _title(analysis: Analysis) -> tuple[Piece, ...]:
    """The largest piece on the first page with text, if it is larger than the body, and the pieces it goes on with."""
    for page in analysis.pages[:2]:
        pieces = [e for e in page.entities if isinstance(e, Piece) and any(c.isalpha() for c in e.text)]
        if pieces:
            best = max(pieces, key=lambda p: (p.first.size, -p.first.top))
            return _whole_title(best, pieces) if _is_title(best, analysis.measures) else ()
    return ()


def _is_title(piece: Piece, measures: Measures) -> bool:
    return piece.first.size >= TITLE_SIZE * measures.body_size and len(piece.text) < LONGEST_TITLE


def _whole_title(best: Piece, pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    title = [best]
    for piece in pieces[pieces.index(best) + 1 :]:
        if not _goes_on(title[-1].last, piece):
            break
        title.append(piece)
    return tuple(title)


def _goes_on(last: Line, piece: Piece) -> bool:
    """Whether a piece is the next line of the title."""
    step = piece.first.baseline - last.baseline
    return piece.first.style == last.style and 0 < step < 1.6 * last.size


def _found(
    analysis: Analysis, bookmarks: Sequence[Bookmark], title: tuple[Piece, ...]
) -> list[tuple[Piece, Verdict, bool]]:
    """The pieces that are headings by themselves or by their numbers, each with whether a table follows right below."""
    pieces = [e for p in analysis.pages for e in p.entities if isinstance(e, Piece)]
    running = running_styles(pieces, analysis.measures)
    looks = Looks(
        running,
        tagged_styles(pieces) if analysis.tagged else frozenset(),
        steady_styles([p.entities for p in analysis.pages], running),
    )
    printed = {page.content.number: page.printed for page in analysis.pages}
    evidence = evidence_of(bookmarks, analysis.entries, pieces, printed, tagged=analysis.tagged)
    numbering = Numbering(analysis.measures)
    found: list[tuple[Piece, Verdict, bool]] = []
    for page in analysis.pages:
        for at, entity in enumerate(page.entities):
            if not isinstance(entity, Piece) or any(entity is piece for piece in title):
                continue
            above = _is_above_table(page, at)
            verdict = judge(entity, evidence, analysis.measures, looks, above_table=above)
            verdict = numbering.judge(entity, verdict)
            # On a cover and above the title, large lines say what the report is.
            if verdict is not None and (verdict.trust >= TAGGED or not _is_cover_line(entity, page, title)):
                found.append((entity, verdict, above))
    return found


def _is_above_table(page: PageLayout, at: int) -> bool:
    piece = page.entities[at]
    following = page.entities[at + 1] if at + 1 < len(page.entities) else None
    return (
        isinstance(piece, Piece)
        and isinstance(following, TableArea)
        and following.top - piece.last.bottom < CAPTION_NEAR
    )


def _is_cover_line(piece: Piece, page: PageLayout, title: tuple[Piece, ...]) -> bool:
    if not title or title[0].first.page != page.content.number:
        return False
    cover = all(len(e.text) <= LONG_PIECE for e in page.entities if isinstance(e, Piece))
    return cover or piece.last.baseline < title[0].first.baseline


def _follows(analysis: Analysis, headings: set[int]) -> list[bool]:
    """For each heading whether nothing stands between it and the heading before it."""
    follows: list[bool] = []
    at_once = False
    for page in analysis.pages:
        for entity in page.entities:
            is_heading = id(entity) in headings
            if is_heading:
                follows.append(at_once)
            at_once = is_heading
    return follows


def _contents_alone(pieces: Sequence[Piece], levels: Sequence[int]) -> list[int]:
    """Levels among which the heading of a contents page heads nothing: its entries are no text of the report."""
    alone = list(levels)
    for at in range(len(pieces) - 2, -1, -1):
        if TITLE.match(pieces[at].text.strip()):
            alone[at] = max(alone[at], alone[at + 1])
    return alone
